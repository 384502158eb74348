// The owner of a CodeShip project, with its key and without it, who follows the pages word for word.

import { describe, expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';
import { newcomer } from './newcomer.ts';

const key = Buffer.alloc(32, 9).toString('base64');
const sealed = (text: string, nonce: number): string => {
  return given(seal(Buffer.from(text), key, Buffer.alloc(16, nonce)));
};
const files = {
  'codeship-services.yml': `app:
  build:
    image: acme/app
    dockerfile: Dockerfile
  encrypted_env_file: app.env.encrypted
db:
  image: postgres:12
`,
  'codeship-steps.yml': `- type: parallel
  steps:
    - service: app
      command: npm run lint
    - service: app
      command: npm test
- type: push
  service: app
  image_name: quay.io/acme/app
  image_tag: "{{.Branch}}"
  registry: quay.io
  encrypted_dockercfg_path: dockercfg.encrypted
  tag: ^(main|release-.*)$
`,
  Dockerfile: 'FROM node:20\nCOPY . .\n',
  'package.json': '{"name":"app","scripts":{"test":"node test.js","lint":"true"}}\n',
  'test.js': 'if (!process.env.STRIPE_TOKEN) process.exit(1);\n',
  'app.env.encrypted': sealed('STRIPE_TOKEN=tok_of_the_file\n', 1),
  'dockercfg.encrypted': sealed(
    JSON.stringify({ 'quay.io': { auth: Buffer.from('acme+ci:robot-pass').toString('base64') } }),
    2,
  ),
};
const page = '.github/docs/from-codeship.md';
const workflow = '.github/workflows/codeship.yml';
const secretAt = (name: string): string => `/repos/acme/my-project/actions/secrets/${name}`;

const common = async () => {
  const ada = await newcomer(files);
  await ada.follow('README.md', 'Try it');
  expect(await ada.follow('README.md', 'Move one project')).toContain(`+++ b/${workflow}`);
  return ada;
};

/** From the pull request to the removed files. */
async function finish(ada: Awaited<ReturnType<typeof common>>): Promise<void> {
  await ada.follow(page, '4. Open a pull request');
  const { 'github-actions': branch = [], master = [] } = ada.pushed();
  const written = branch.filter((file) => !master.includes(file));
  expect(written).toContain(workflow);
  expect((await ada.type('git status --porcelain')).output).toBe('');
  expect((await ada.type('transship convert')).output).toContain(`${workflow} (unchanged)`);
  expect((await ada.type('git status --porcelain')).output).toBe('');
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });
  const raised = ada
    .read(workflow)
    .replace(/(uses: actions\/checkout)@[0-9a-f]{40} # v[\d.]+/, `$1@${'9'.repeat(40)} # v99.0.0`);
  expect(raised).not.toBe(ada.read(workflow));
  ada.write(workflow, raised);
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });
  expect((await ada.type('transship convert')).output).not.toContain('edited');
  expect(ada.read(workflow)).toBe(raised);
  await ada.type('git commit -qam "Raise an action"');
  await ada.follow(page, '5. Merge and clean up');
  const last = await ada.type('transship convert --check');
  expect(last.code).toBe(1);
  expect(last.output).toContain('error[nothing-to-compare]');
}

describe('CodeShip Pro', () => {
  test('with the key: one secret opens the files', async () => {
    const ada = await common();
    ada.write('../codeship.aes', `${key}\n`);
    const shown = await ada.follow(page, '1. Convert', /--aes-key/);
    expect(shown).not.toContain('tok_of_the_file');
    const report = (await ada.type('cat ../report.md')).output;
    expect(report).toContain('STRIPE_TOKEN');
    expect(report).toContain('quay.io');
    expect(report).not.toMatch(/tok_of_the_file|robot-pass/);
    expect(report).not.toContain(key);
    await ada.follow(page, '3. Create the secrets', /gh secret set/);
    expect(ada.github.values.get(secretAt('CODESHIP_AES_KEY'))).toBe(key);
    const checked = await ada.follow(page, '3. Create the secrets', /secrets check/);
    expect(checked).not.toContain('missing');
    await finish(ada);
  });

  test('with the key, by the page about secrets: each variable is a secret', async () => {
    const ada = await common();
    ada.write('../codeship.aes', `${key}\n`);
    await ada.type('git switch -q -c github-actions');
    const secrets = '.github/docs/moving-secrets.md';
    await ada.follow(secrets, 'Moving secrets', /GH_TOKEN/);
    const opened = await ada.follow(secrets, 'With `codeship.aes`', /decrypt/);
    expect(opened).toContain('STRIPE_TOKEN=tok_of_the_file');
    await ada.follow(secrets, 'One secret opens the files');
    expect([...ada.github.values.keys()]).toEqual([secretAt('CODESHIP_AES_KEY')]);
    expect(ada.github.values.get(secretAt('CODESHIP_AES_KEY'))).toBe(key);
    const shown = await ada.follow(secrets, 'One secret for each variable');
    expect(shown).not.toMatch(/tok_of_the_file|robot-pass/);
    expect(ada.github.values.get(secretAt('STRIPE_TOKEN'))).toBe('tok_of_the_file');
    await finish(ada);
  });

  test('without the key: new values under the names that the repository reads', async () => {
    const ada = await common();
    await ada.follow(page, '1. Convert', /--secrets each/);
    expect((await ada.type('cat ../report.md')).output).toContain('STRIPE_TOKEN');
    await ada.follow(page, '3. Create the secrets', /--template/);
    const template = (await ada.type('cat ../secrets.txt')).output;
    ada.write('../secrets.txt', template.replace(/^(\w+)=$/gm, '$1=value-of-$1'));
    const done = await ada.follow(page, '3. Create the secrets', /--from/);
    expect(done).not.toContain('value-of-');
    expect(ada.github.values.get(secretAt('STRIPE_TOKEN'))).toBe('value-of-STRIPE_TOKEN');
    const checked = await ada.follow(page, '3. Create the secrets', /secrets check/);
    expect(checked).not.toContain('missing');
    await finish(ada);
  });

  test('the key in the folder, ignored by git, where CodeShip had it', async () => {
    const ada = await newcomer({ ...files, '.gitignore': 'codeship.aes\n' });
    ada.write('codeship.aes', `${key}\n`);
    await ada.follow('README.md', 'Try it');
    await ada.follow('README.md', 'Move one project');
    const shown = await ada.type('transship convert');
    expect(shown.code).toBe(0);
    expect(shown.output).not.toContain('committed-key');
  });
});

test('CodeShip Basic: the file that the page shows', async () => {
  const ada = await newcomer({
    Gemfile: 'source "https://rubygems.org"\ngem "rspec"\ngem "pg"\n',
    'README.md': 'A shop.\n',
  });
  await ada.follow('README.md', 'Try it');
  const { blocksOf } = await import('./pages.ts');
  await ada.type('alias transship="node $PWD/dist/cli/index.js"\ncd ../my-project');
  const [basic] = blocksOf(page, 'CodeShip Basic', 'yaml');
  ada.write('codeship-basic.yml', basic?.text ?? '');
  const shown = await ada.type('transship convert --report ../report.md');
  expect(shown.code, shown.output).toBe(0);
  const written = ada.read('.github/workflows/codeship-basic.yml');
  expect(written).toContain('bundle exec rspec');
  expect(written).toContain('DEPLOY_TOKEN: ${{ secrets.DEPLOY_TOKEN }}');
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });
});
