import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { defaultSettings } from '../../../src/legacy/translation.ts';
import { ownPin } from '../../golden-case.ts';
import { convertTexts, type Texts } from './project.ts';

const services = `web:
  build: { context: services/web, dockerfile: Dockerfile.ci }
  env_file: [plain.env, exported.env]
  encrypted_env_file: secret.env.encrypted
  volumes: ['build:/build', './.git:/git', '/tmp:/x']
unused:
  build: ./nowhere
`;
const steps = `- { service: web, command: make }
- { service: web, command: make again }
`;

async function found(texts: Texts, tracked?: readonly string[]) {
  const all: Texts = { 'codeship-services.yml': services, 'codeship-steps.yml': steps, ...texts };
  const repository = {
    paths: Object.keys(all).sort(),
    read: (file: string) => all[file],
    holds: (file: string) => file === '.git',
    isTracked: (file: string) => tracked?.includes(file),
  };
  const { diagnostics, files } = await convert({
    repository,
    settings: defaultSettings,
    own: ownPin,
  });
  const shown = diagnostics
    .filter(({ code }) => /missing-(?:file|mount)|empty-mount|broken-env-file|key/.test(code))
    .map(({ code, message, help }) => [
      code,
      /`(.*?)`/.exec(message)?.[1],
      /`(.*?)`/.exec(help ?? '')?.[1],
    ]);
  return { shown, files };
}

const whole: Texts = {
  'services/web/Dockerfile.ci': 'FROM busybox\n',
  'plain.env': 'A=1\n# export B=2\n C=3\nD\n',
  'exported.env': 'A=1\n',
  'secret.env.encrypted': 'AAAA',
  'build/.gitkeep': '',
};

describe('files that the services file names', () => {
  test('nothing is said where all are there', async () => {
    expect((await found(whole)).shown).toEqual([]);
  });

  test('one warning for each that is missing, with what may have been meant', async () => {
    const {
      'services/web/Dockerfile.ci': _,
      'plain.env': __,
      'build/.gitkeep': ___,
      ...rest
    } = whole;
    const texts = { ...rest, 'services/web/Dockerfile.c1': '', 'deploy/plain.env': '' };
    expect((await found(texts)).shown).toEqual([
      ['missing-file', 'services/web/Dockerfile.ci', 'services/web/Dockerfile.c1'],
      ['missing-file', 'plain.env', 'deploy/plain.env'],
      ['empty-mount', 'build', undefined],
    ]);
  });

  test('a context that is missing is named, and not its Dockerfile', async () => {
    const { 'services/web/Dockerfile.ci': _, ...rest } = whole;
    expect((await found(rest)).shown).toEqual([['missing-file', 'services/web', undefined]]);
  });

  test('lines that Compose refuses', async () => {
    for (const line of ['export A=1', 'A B=1', '=1', 'A: 1'])
      expect((await found({ ...whole, 'exported.env': `# x\n${line}\n` })).shown).toEqual([
        ['broken-env-file', 'exported.env', line.startsWith('export') ? 'export' : 'KEY=value'],
      ]);
  });

  test('what git does not have is missing, and changes no file', async () => {
    const tracked = [...Object.keys(whole), 'services/web', 'build', '.git', 'codeship-steps.yml'];
    const without = tracked.filter((path) => path !== 'secret.env.encrypted');
    expect((await found(whole, tracked)).shown).toEqual([]);
    const asked = await found(whole, without);
    expect(asked.shown).toEqual([['missing-file', 'secret.env.encrypted', undefined]]);
    expect(asked.files).toEqual((await found(whole)).files);
  });

  test("the project's key is an error only where git has it, or nobody can say", async () => {
    const texts = { ...whole, 'codeship.aes': 'x' };
    const tracked = [...Object.keys(whole), 'services/web', 'build', '.git'];
    expect((await found(texts)).shown).toEqual([['committed-key', 'codeship.aes', undefined]]);
    expect((await found(texts, [...tracked, 'codeship.aes'])).shown[0]?.[0]).toBe('committed-key');
    expect((await found(texts, tracked)).shown[0]?.[0]).toBe('key-at-hand');
  });
});

describe('names of images', () => {
  test('capitals in a name are said once for each place', async () => {
    const { diagnostics } = await convertTexts({
      'codeship-services.yml':
        'app:\n  build: { image: acme/myImage }\n  encrypted_dockercfg_path: d\n',
      'codeship-steps.yml':
        '- { type: push, service: app, image_name: Registry.example.com/acme/myImage }\n- { type: push, service: app, image_name: "acme/app:Tag" }\n',
    });
    expect(
      diagnostics
        .filter(({ code }) => code === 'image-name-capitals')
        .map(({ message, help }) => [message, help]),
    ).toEqual([
      [
        '`acme/myImage` contains uppercase letters, which image names cannot have',
        'write `acme/myimage` everywhere',
      ],
      [
        '`Registry.example.com/acme/myImage` contains uppercase letters, which image names cannot have',
        'write `Registry.example.com/acme/myimage` everywhere',
      ],
    ]);
  });

  test('a login of an earlier step or of the service is one', async () => {
    const codes = async (services: string, steps: string) =>
      (
        await convertTexts({ 'codeship-services.yml': services, 'codeship-steps.yml': steps })
      ).diagnostics
        .map(({ code }) => code)
        .filter((code) => code === 'push-without-credentials');
    const push = '- { type: push, service: app, image_name: acme/app }\n';
    expect(await codes('app: { build: . }\n', push)).toHaveLength(1);
    expect(await codes('app: { build: ., encrypted_dockercfg_path: d }\n', push)).toEqual([]);
    const first = push.replace(' }', ', encrypted_dockercfg_path: d }');
    expect(await codes('app: { build: . }\n', first + push)).toEqual([]);
    expect(await codes('app: { build: . }\n', push + first)).toHaveLength(1);
  });
});
