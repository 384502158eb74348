import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderJson } from '../../src/cli/convert/report-file.ts';
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

const github = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';
const variable = (text: string): string => `env:\n  - ${text}\n`;
const global = (text: string): string => `env:\n  global:\n    ${text}\n`;

test.each<[what: string, text: string, found: string, names: string[]]>([
  ['a variable', variable(`DEPLOY_KEY=${github}`), 'GitHub token', ['DEPLOY_KEY']],
  ['a variable in quotes', variable(`'A=1 "MY_KEY=${github}"'`), 'GitHub token', ['MY_KEY']],
  ['a key', global(`MyKey: ${github}`), 'GitHub token', ['MY_KEY']],
  ['a name of GitHub', variable(`GITHUB_KEY=${github}`), 'GitHub token', ['OPEN_GITHUB_KEY']],
  ['a name with a digit', global(`1st: ${github}`), 'GitHub token', ['OPEN_1ST']],
  [
    'a name that only contains one of GitHub',
    global(`my_github_1: ${github}`),
    'GitHub token',
    ['MY_GITHUB_1'],
  ],
  ['a name of marks alone', global(`"--": ${github}`), 'GitHub token', ['OPEN_VALUE']],
  ['a key without a mark', global(`apiKey: ${token}`), 'value of `apiKey`', ['API_KEY']],
  ['a key in one word', global(`accesskey: ${token}`), 'value of `accesskey`', ['ACCESSKEY']],
  [
    'a private key in one word',
    global(`privatekey: ${token}`),
    'value of `privatekey`',
    ['PRIVATEKEY'],
  ],
  [
    'an address',
    variable(`DATABASE=postgres://me:${token}@db.example.com/x`),
    'password in an address',
    ['DATABASE_PASSWORD'],
  ],
  [
    'an address under a key',
    global(`Mirror: https://me:${token}@example.com/x`),
    'password in an address',
    ['MIRROR_PASSWORD'],
  ],
  ['a command', `build:\n  ci:\n    - curl ${github}\n`, 'GitHub token', ['OPEN_GITHUB_TOKEN']],
  [
    'a command, and a variable below it',
    `build:\n  ci:\n    - curl ${github} ${github}\n${variable(`DEPLOY_KEY=${github}`)}`,
    'GitHub token',
    ['DEPLOY_KEY'],
  ],
  [
    'two variables of one value',
    variable(`A_KEY=${github} B_KEY=${github}1`),
    'GitHub token',
    ['A_KEY', 'B_KEY'],
  ],
  [
    'a password by its key',
    global('API_PASSWORD: Tk94f1d8c0a9b3e7762'),
    'value of `API_PASSWORD`',
    ['API_PASSWORD'],
  ],
])('%s gives the secret its name', async (_what, text, found, names) => {
  const { conversion, all } = await converted({ 'shippable.yml': `language: none\n${text}` });
  expect(all).not.toMatch(/ghp_|Tk9/);
  expect(conversion.secrets.map(({ name }) => name)).toEqual(names);
  const said = conversion.diagnostics.filter(({ code }) => code === 'open-credential');
  for (const { message } of said)
    expect(message).toBe(`this lies open for everybody who can read the repository: ${found}`);
  for (const { help } of said)
    expect(help).toContain(`create the secret ${names.map((name) => `\`${name}\``).join(', ')};`);
});

test.each(['Tk94f1d8 c0a9b3e7762', 'Tk94f1d', '$(cat Tk94f1d8c0)', '<Tk94f1d8c0a9>'])(
  '%j under the key of a password is none',
  async (value) => {
    const text = `language: none\n${global(`API_PASSWORD: ${value}`)}`;
    const { conversion } = await converted({ 'shippable.yml': text });
    expect(conversion.diagnostics.map(({ code }) => code)).not.toContain('open-credential');
  },
);

test('of one name every value has a number of its own', async () => {
  const row = (at: number): string => `    - API_TOKEN=${token}x${at}\n`;
  const { names } = await secretsOf(
    `language: none\nenv:\n  matrix:\n${[1, 2, 3].map(row).join('')}`,
  );
  expect(names).toEqual(['API_TOKEN', 'API_TOKEN_2', 'API_TOKEN_3']);
});

test.each([
  ['above a value', `  # ${github}\n  - A=1\n`],
  ['behind a value', `  - A=1 # ${github}\n`],
  ['above a list', `  - A=1\n# ${github}\nbuild:\n  ci:\n    - make\n`],
])('a credential in a comment %s is named', async (_what, text) => {
  const { conversion, all } = await converted({ 'shippable.yml': `language: none\nenv:\n${text}` });
  expect(all).not.toContain('ghp_');
  const codes = conversion.diagnostics.map(({ code }) => code);
  expect(codes.filter((code) => code === 'open-credential-file')).toHaveLength(1);
});

test('a comment without one stays as it is', async () => {
  const text = 'language: none\nenv:\n  # the first\n  - A=1 # and its end\n';
  const { conversion } = await converted({ 'shippable.yml': text });
  expect(conversion.files[0]?.content).toContain('# the first\n');
  expect(conversion.diagnostics.map(({ code }) => code)).not.toContain('open-credential-file');
});

test('a text that has two is named with both, by the one name of each', async () => {
  const { names } = await secretsOf(
    `language: none\n${variable(`A_KEY=${github} B=2 C_KEY='${github}c'`)}`,
  );
  expect(names).toEqual(['A_KEY', 'C_KEY']);
});

test('what was found once is hidden at the beginning of a text, too', async () => {
  const env = `env:\n  global:\n    - A_TOKEN=${token}\n`;
  const { conversion } = await secretsOf(
    `language: none\n${env}build:\n  ci:\n    - '${token} --run'\n`,
  );
  expect(conversion.files[0]?.content).not.toContain('Tk9');
  expect(conversion.files[0]?.content).toContain('"${A_TOKEN}" --run\n');
});

test('a credential in a comment is not copied, and said once', async () => {
  const text = `language: none\nenv:\n  # ${github}\n  - A=1 # as ${github} says\n`;
  const { conversion, all } = await converted({ 'shippable.yml': text });
  expect(all).not.toContain('ghp_');
  expect(
    conversion.diagnostics
      .filter(({ code }) => code === 'open-credential-file')
      .map(({ message, help }) => `${message}; ${help}`),
  ).toEqual([
    'a comment here holds what looks like a credential; it is not copied; give it a new value, and remove the comment',
  ]);
});

const secretsOf = async (text: string, file = 'shippable.yml') => {
  const { conversion, all } = await converted({ [file]: text });
  return { names: conversion.secrets.map(({ name }) => name), all, conversion };
};

const other = `Qz8${'3c1b7d5f9e2a4066'}-`;

test.each<[what: string, words: string, written: string]>([
  ['twice without anything between', `${token}${token}`, '"${A_TOKEN}""${A_TOKEN}"'],
  ['in the order of the text', `${other} ${token}`, '"${B_TOKEN}" "${A_TOKEN}"'],
  ['right in front of another', `${other}${github}`, '"${B_TOKEN}""${OPEN_GITHUB_TOKEN}"'],
])('what was found once is hidden wherever it stands: %s', async (_what, words, written) => {
  const env = `env:\n  global:\n    - A_TOKEN=${token}\n    - B_TOKEN=${other}\n`;
  const { names, conversion } = await secretsOf(
    `language: none\n${env}build:\n  ci:\n    - ./go ${words}\n`,
  );
  expect(conversion.files[0]?.content).not.toMatch(/Tk9|Qz8|ghp_/);
  expect(names.slice(0, 2)).toEqual(['A_TOKEN', 'B_TOKEN']);
  expect(conversion.files[0]?.content).toContain(`./go ${written}\n`);
});

test('of several names of one value the first is that of places without one; each kind is said', async () => {
  const env = `env:\n  global:\n    - A_TOKEN=${token}\n    - B_TOKEN=${token}\n`;
  const { conversion } = await secretsOf(
    `language: none\n${env}build:\n  ci:\n    - ./go ${token} ${github}\n`,
  );
  expect(conversion.files[0]?.content).toContain('./go "${A_TOKEN}" "${OPEN_GITHUB_TOKEN}"\n');
  const said = conversion.diagnostics.filter(({ code }) => code === 'open-credential');
  expect(said.at(-1)).toMatchObject({
    message: expect.stringMatching(/: value of `A_TOKEN`, GitHub token$/),
    help: expect.stringContaining('create the secret `A_TOKEN`, `OPEN_GITHUB_TOKEN`;'),
  });
});

test('a secret has no marks at the ends of its name', async () => {
  const { names } = await secretsOf(`language: none\n${global(`__deploy_token_: ${token}`)}`);
  expect(names).toEqual(['DEPLOY_TOKEN']);
});

test('a value that begins with another one is hidden whole, wherever it stands', async () => {
  const env = `env:\n  global:\n    - A_TOKEN=${token}\n    - B_TOKEN=${token}x9\n`;
  const { conversion, all } = await secretsOf(
    `language: none\n${env}build:\n  ci:\n    - ./go ${token}x9 ${token}\n`,
  );
  // Not in the lines that the diagnostics show, either.
  expect(all).not.toMatch(/Tk9|x9/);
  expect(conversion.files[0]?.content).toContain('./go "${B_TOKEN}" "${A_TOKEN}"\n');
});

test.each<[what: string, value: string, left: RegExp, name: string]>([
  ['behind other text', `user:${github}`, /user:\$\{\{ secrets\./, 'OPEN_GITHUB_TOKEN'],
  ['in front of other text', `${github}:user`, /secrets\.\w+ \}\}:user/, 'OPEN_GITHUB_TOKEN'],
  [
    'in an address',
    'https://me:Tk94f1d8c0@acme.com/x',
    /https:\/\/me:\$\{\{ secrets\.\w+ \}\}@acme\.com/,
    'API_TOKEN_PASSWORD',
  ],
])('of a text under the key of a credential only the token gives way: %s', async (...row) => {
  const [, value, left, name] = row;
  const { names, all } = await secretsOf(`language: none\n${global(`API_TOKEN: ${value}`)}`);
  expect(all).not.toMatch(/ghp_|Tk9/);
  expect(all).toMatch(left);
  expect(names).toEqual([name]);
});

test('a placeholder under the key of a credential stays', async () => {
  const { names, all } = await secretsOf(`language: none\n${global('API_TOKEN: change-me-9')}`);
  expect(names).toEqual([]);
  expect(all).toContain('change-me-9');
});

test('a list has the name of its key', async () => {
  const { names } = await secretsOf(`language: none\nx_tokens:\n  - ${token}\n`);
  expect(names).toEqual(['X_TOKENS']);
  const files = 'encrypted_token_files:\n  - Tk94f1d8c0a9b3e7762\n';
  expect((await secretsOf(`language: none\n${files}`)).names).toEqual([]);
});

test.each([
  ['a list alone', `- ${github}\n`],
  ['a list in a list', `- [${github}]\n`],
  ['a text alone', `${github}\n`],
])('%s, which is no step of CodeShip, is hidden all the same', async (_what, text) => {
  const { names, all } = await secretsOf(text, 'codeship-steps.yml');
  expect(all).not.toContain('ghp_');
  expect(names).toEqual(['OPEN_GITHUB_TOKEN']);
});

test('a database’s name says whose a password is, whatever signs are in it', async () => {
  const value = '"Tk94f1d8,c0a9b3e7"';
  const of = async (name: string) =>
    (await secretsOf(`language: none\n${global(`${name}: ${value}`)}`)).names;
  expect(await of('postgres_password')).toEqual([]);
  expect(await of('deploy_password')).toEqual(['DEPLOY_PASSWORD']);
});

test('a credential in a comment leaves the words around it, also where there are two', async () => {
  const text = `language: none\nenv:\n  # from ${github} to ${github} here\n  - A=1\n`;
  const { conversion, all } = await secretsOf(text);
  expect(all).not.toContain('ghp_');
  expect(conversion.files[0]?.content).toContain('# from *** to *** here');
});
