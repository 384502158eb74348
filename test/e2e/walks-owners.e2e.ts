// The owners of one repository again, now up to the run: what the pages have them convert is run by `transship try`, as the
// pages say, with act, an engine and a registry. Their machines differ from a reader's in `~/.actrc` alone: jobs run on the
// machine itself, and the setup actions of others, which act would download, are stand-ins.

import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pins } from '../../src/interfaces/pins.ts';
import { seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';
import { type Newcomer, newcomer } from '../walks/newcomer.ts';
import { removeImages, seenAt } from './image-job.ts';
import { run } from './setup/command.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

vi.setConfig({ testTimeout: 300_000 });

const account = { user: 'acme', password: 'pass-of-acme' };
let registry: Registry;
beforeAll(async () => {
  // An address of 127.0.0.1 would be taken for a registry that the pipeline itself started.
  registry = await startRegistry({
    htpasswd: { [account.user]: account.password },
    address: '127.0.0.2',
  });
});
afterAll(async () => {
  const { stdout } = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
  await removeImages('transship.test/walks-owners');
  await removeImages(...stdout.split('\n').filter((name) => name.startsWith(`${registry.host}/`)));
  await registry.stop();
});

const standIn = `name: setup-node
description: stand-in
inputs:
  node-version: { required: true }
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "Node.js $VERSION is set up"
      env:
        VERSION: \${{ inputs.node-version }}
`;

const owner = async (files: Readonly<Record<string, string>>): Promise<Newcomer> => {
  const ada = await newcomer(files);
  const folder = path.join(ada.root, 'setup-node');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'action.yml'), standIn);
  fs.writeFileSync(
    path.join(ada.root, 'home', '.actrc'),
    [
      '--platform ubuntu-24.04=-self-hosted',
      `--local-repository actions/setup-node@${pins['actions/setup-node'].commit}=${folder}`,
      '',
    ].join('\n'),
  );
  await ada.follow('README.md', 'Try it');
  expect(await ada.follow('README.md', 'Move one project')).toContain('+++ b/.github/workflows/');
  return ada;
};

const locally = '.github/docs/try-locally.md';
const withAct = 'Run the workflow with act';

/** What the registry has under a tag after it was pushed. */
const pushed = (tag: string) =>
  seenAt(registry.url, 'acme/app', tag, `${account.user}:${account.password}`);

/** A bot raises a pin; nothing else changes. */
const raisePin = (ada: Newcomer, workflow: string): string => {
  const raised = ada
    .read(workflow)
    .replace(/(uses: actions\/checkout)@[0-9a-f]{40} # v[\d.]+/, `$1@${'9'.repeat(40)} # v99.0.0`);
  expect(raised).not.toBe(ada.read(workflow));
  ada.write(workflow, raised);
  return raised;
};

/** The second run, the raised pin, and the check, each of which changes nothing. */
const keepUp = async (ada: Newcomer, workflow: string): Promise<void> => {
  expect((await ada.type('transship convert')).output).toContain(`${workflow} (unchanged)`);
  const raised = raisePin(ada, workflow);
  expect(await ada.type('transship convert --check')).toMatchObject({ code: 0 });
  expect((await ada.type('transship convert')).output).not.toContain('edited');
  expect(ada.read(workflow)).toBe(raised);
};

describe('the owner of a repository with shippable.yml', () => {
  const page = '.github/docs/from-shippable.md';
  const workflow = '.github/workflows/shippable.yml';
  const files = (host: string) => ({
    'shippable.yml': `language: node_js
node_js:
  - "20"
env:
  global:
    - GREETING=hello
build:
  ci:
    - npm test
    - echo "$GREETING from $BRANCH"
  post_ci:
    - docker build --tag ${host}/acme/app:$BRANCH .
    - docker push ${host}/acme/app:$BRANCH
integrations:
  hub:
    - integrationName: acme-hub
      type: private docker registry
`,
    Dockerfile: 'FROM transship.test/busybox:1\nCOPY package.json /walk\n',
    'package.json': '{"name":"app","scripts":{"test":"echo tests ran"}}\n',
  });

  test('fills in the file of secrets, tries the workflow, and pushes what Shippable pushed', async () => {
    const ada = await owner(files(registry.host));
    await ada.follow(page, '1. Convert');
    await ada.follow(page, '3. Create the secrets', /--template/);
    const values: Readonly<Record<string, string>> = {
      URL: `http://${registry.host}`,
      USERNAME: account.user,
      PASSWORD: account.password,
    };
    const template = ada.read('../secrets.txt');
    ada.write(
      '../secrets.txt',
      template.replace(
        /^(\w+_(URL|USERNAME|PASSWORD))=$/gm,
        (_, name, kind) => `${name}=${values[kind]}`,
      ),
    );
    expect(ada.read('../secrets.txt')).not.toBe(template);

    const shown = await ada.follow(locally, withAct, /try --secret-file/);
    expect(shown).toContain('tests ran');
    expect(shown).toContain('hello from github-actions');
    expect(shown).not.toContain(account.password);
    expect(shown).not.toContain('are empty');
    expect((await pushed('github-actions')).status).toBe(200);
    const other = await ada.follow(locally, withAct, /--event pull_request/);
    // As on Shippable, BRANCH is the base branch in a pull request.
    expect(other).toContain('hello from master');
    expect((await ada.type('git status --porcelain')).output).toBe('?? .github/\n');

    await ada.follow(page, '4. Open a pull request');
    await keepUp(ada, workflow);
    const again = await ada.follow(locally, withAct, /try --secret-file/);
    expect(again).toContain('tests ran');
  });
});

describe('the owner of a CodeShip project', () => {
  const page = '.github/docs/from-codeship.md';
  const workflow = '.github/workflows/codeship.yml';
  const key = Buffer.alloc(32, 9).toString('base64');
  const sealed = (text: string, nonce: number): string => {
    return given(seal(Buffer.from(text), key, Buffer.alloc(16, nonce)));
  };
  const files = (host: string) => ({
    'codeship-services.yml': `app:
  build:
    image: transship.test/walks-owners
    dockerfile: Dockerfile
  encrypted_env_file: app.env.encrypted
  depends_on: [db]
db:
  image: transship.test/busybox:1
  command: sleep 100
`,
    'codeship-steps.yml': `- type: parallel
  steps:
    - service: app
      command: sh -c 'echo "lint on $CI_BRANCH"'
    - service: app
      command: sh -c 'ping -c1 db > /dev/null && test -n "$STRIPE_TOKEN" && echo "it has a token"'
- type: push
  service: app
  image_name: ${host}/acme/app
  image_tag: "pro-{{.Branch}}"
  registry: http://${host}
  encrypted_dockercfg_path: dockercfg.encrypted
  tag: ^(main|github-.*)$
`,
    Dockerfile: 'FROM transship.test/busybox:1\nCOPY Dockerfile /walk\n',
    'app.env.encrypted': sealed('STRIPE_TOKEN=tok_of_the_file\n', 1),
    'dockercfg.encrypted': sealed(
      JSON.stringify({
        auths: { [`http://${host}`]: { auth: btoa(`${account.user}:${account.password}`) } },
      }),
      2,
    ),
  });
  const saw = (shown: string): void => {
    expect(shown).toContain('lint on github-actions');
    expect(shown).toContain('it has a token');
    expect(shown).not.toMatch(/tok_of_the_file|pass-of-acme/);
  };

  test('with the key, which is all that a try needs', async () => {
    const ada = await owner(files(registry.host));
    ada.write('../codeship.aes', `${key}\n`);
    await ada.follow(page, '1. Convert', /--aes-key/);
    saw(await ada.follow(locally, withAct, /--aes-key/));
    expect((await pushed('pro-github-actions')).status).toBe(200);
    await ada.follow(page, '3. Create the secrets', /gh secret set/);
    await ada.follow(page, '4. Open a pull request');
    await keepUp(ada, workflow);
    saw(await ada.follow(locally, withAct, /--aes-key/));
  });

  test('without it, new values under the names that the repository reads', async () => {
    const ada = await owner(files(registry.host));
    await ada.follow(page, '1. Convert', /--secrets each/);
    await ada.follow(page, '3. Create the secrets', /--template/);
    const template = ada.read('../secrets.txt');
    ada.write(
      '../secrets.txt',
      template
        .replace(/^STRIPE_TOKEN=$/m, 'STRIPE_TOKEN=tok_of_the_file')
        .replace(/^(\w*USERNAME)=$/m, `$1=${account.user}`)
        .replace(/^(\w*PASSWORD)=$/m, `$1=${account.password}`),
    );
    saw(await ada.follow(locally, withAct, /try --secret-file/));
    await ada.follow(page, '4. Open a pull request');
    await keepUp(ada, workflow);
  });
});
