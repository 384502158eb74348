import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderJson } from '../../src/cli/report-file.ts';
import { convert } from '../../src/convert/convert.ts';
import { defaultSettings, type Settings } from '../../src/legacy/translation.ts';
import { renderDiagnostics } from '../../src/report/terminal-diagnostics.ts';

const own = { commit: '1'.repeat(40), version: 'v1.0.0' };
const token = `Tk9${'4f1d8c0a9b3e7762'}`;

async function converted(
  files: Readonly<Record<string, string>>,
  settings: Partial<Settings> = {},
) {
  const conversion = await convert({
    repository: { paths: Object.keys(files).sort(), read: (path) => files[path] },
    settings: { ...defaultSettings, ...settings },
    own,
  });
  return {
    conversion,
    all: renderJson(conversion, '1.0.0') + renderDiagnostics(conversion.diagnostics, false),
  };
}

test('the value is in no output and no report, wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        `env: "API_TOKEN=${token}"`,
        `env:\n  global:\n    - A=1 API_TOKEN='${token}' B=2`,
        `env:\n  matrix:\n    - {API_TOKEN: ${token}}\n    - {API_TOKEN: other}`,
        `matrix:\n  include:\n    - env: API_TOKEN=${token}`,
        `build:\n  ci: ["curl --token ${token} x", "echo API_TOKEN=${token}"]`,
        `build:\n  on_failure: ['./x.sh --api-token=${token}']`,
        `build:\n  pre_ci_boot:\n    image_name: acme/x\n    image_tag: latest\n    options: "-e API_TOKEN=${token}"`,
        `build:\n  cache_dir_list: ["API_TOKEN=${token}"]`,
        `integrations:\n  notifications:\n    - integrationName: w\n      type: webhook\n      payload: ["API_TOKEN=${token}"]`,
      ),
      async (part) => {
        const { conversion, all } = await converted({
          'shippable.yml': `language: none\n${part}\n`,
        });
        expect(conversion.diagnostics.map(({ code }) => code)).toContain('open-credential');
        expect(all).not.toContain(token);
        expect(all).not.toContain(token.slice(3));
        expect(all).not.toMatch(/[\uF8F1\uF8F2]/);
        expect(conversion.secrets.map(({ name }) => name)).toContain('API_TOKEN');
        const open = conversion.entries.filter(({ code }) => code === 'open-credential');
        expect(open.map(({ outcome }) => outcome)).toContain('manual');
      },
    ),
    { numRuns: 40 },
  );
});

test('what the settings call public stays', async () => {
  const files = { 'shippable.yml': `language: none\nenv:\n  - API_TOKEN=${token}\n` };
  const { conversion, all } = await converted(files, { publicValues: ['api_token'] });
  expect(conversion.diagnostics.map(({ code }) => code)).not.toContain('open-credential');
  expect(all).toContain(token);
});

test('the password of a database of the same file is not a finding', async () => {
  const { conversion } = await converted({
    'codeship-services.yml': `app:\n  image: x\n  environment:\n    DB_PASSWORD: ${token}\n    URL: postgres://a:${token}@db/x\n  depends_on: [db]\ndb:\n  image: postgres\n  environment:\n    POSTGRES_PASSWORD: ${token}\n`,
    'codeship-steps.yml': '- service: app\n  command: env\n',
  });
  expect(conversion.diagnostics.map(({ code }) => code)).not.toContain('open-credential');
});

test('equal values are one secret, others of the name are told apart', async () => {
  const { conversion } = await converted({
    'codeship-services.yml': `a:\n  image: x\n  environment: {API_TOKEN: ${token}}\nb:\n  image: x\n  environment: {API_TOKEN: ${token}x1}\nc:\n  image: x\n  environment: {API_TOKEN: ${token}}\n`,
    'codeship-steps.yml':
      '- {service: a, command: env}\n- {service: b, command: env}\n- {service: c, command: env}\n',
  });
  expect(conversion.secrets.map(({ name }) => name)).toEqual(['API_TOKEN', 'API_TOKEN_2']);
});
