import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dockerConfig, removeImages, seenAt } from './image-job.ts';
import {
  type Call,
  callWorkflow,
  publishProject,
  removeRepositories,
} from './second-repository.ts';
import type { ActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { createDockerConfig } from './setup/docker-config.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

// The registry pipeline, called from a second repository, against a registry with a password and the real engine.

const account = { user: 'robot', password: 'pass-of-the-robot' };
const credential = `${account.user}:${account.password}`;
let published: ActionsFolder;
let registry: Registry;
let host = '';

beforeAll(async () => {
  published = await publishProject(['login', 'pull-boot-image', 'build', 'push']);
  registry = await startRegistry({ htpasswd: { [account.user]: account.password } });
  host = registry.host;
  const config = createDockerConfig();
  writeFileSync(
    join(config.folder, 'config.json'),
    dockerConfig(host, account.user, account.password),
  );
  await run('docker', ['tag', 'transship.test/debian:12', `${host}/acme/ci:1`]);
  await run('docker', ['push', '-q', `${host}/acme/ci:1`], { env: config.env });
  await run('docker', ['image', 'rm', `${host}/acme/ci:1`]);
  config.remove();
});
afterEach(async () => {
  const { stdout } = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
  await removeImages(...stdout.split('\n').filter((name) => name.startsWith(`${host}/`)));
});
afterAll(async () => {
  removeRepositories();
  published.remove();
  await registry.stop();
});

const files = {
  Dockerfile:
    'FROM transship.test/busybox:1\nARG GREETING\nCOPY made.txt /made.txt\nRUN echo "$GREETING" > /greeting\n',
  'made.txt': 'not made yet\n',
};
const call = (more: Partial<Call>) =>
  callWorkflow({
    published: published.folder,
    workflow: 'registry-pipeline.yml',
    files,
    with: {},
    ...more,
  });
const tagsOf = async (name: string): Promise<unknown> =>
  (
    await fetch(`${registry.url}/v2/${name}/tags/list`, {
      headers: { authorization: `Basic ${btoa(credential)}` },
    })
  ).json();

describe('called from a second repository', () => {
  test('logs in, pulls and boots the image, runs the commands inside, builds and pushes what they made', async () => {
    const done = await call({
      with: {
        integrations: '- integrationName: hub\n  type: Docker Registry\n',
        boot_image_name: `${host}/acme/ci`,
        boot_image_tag: '1',
        boot_options: '--net=bridge',
        boot_env: 'GREETING=inside',
        run: 'test -f /etc/debian_version\necho "$GREETING" > made.txt\n',
        image_name: `${host}/acme/app`,
        image_tag: '1.0\n{{ .Branch }}',
        'build-args': 'GREETING=hello',
      },
      secrets: {
        REGISTRY_CREDENTIALS: `HUB_INTEGRATION_URL=http://${host}\nHUB_INTEGRATION_USERNAME=${account.user}\nHUB_INTEGRATION_PASSWORD=${account.password}`,
      },
    });
    expect(done.result, done.output).toBe('success');
    const digests = JSON.parse(String(done.outputs['digests']));
    for (const tag of ['1.0', 'main']) {
      const seen = await seenAt(registry.url, 'acme/app', tag, credential);
      expect(digests[`${host}/acme/app:${tag}`]).toBe(seen.digest);
    }
    expect(done.outputs).toMatchObject({ pushed: 'true', image: `${host}/acme/app:1.0` });
    const [digest = ''] = Object.values<string>(digests);
    expect(done.outputs['checksums']).toBe(`${digest.slice('sha256:'.length)}  ${host}/acme/app`);
    expect(done.outputs['boot-digest']).toMatch(/^sha256:/);
    expect(done.outputs['image-id']).toMatch(/^sha256:/);
    const { stdout } = await run('docker', [
      'run',
      '--rm',
      `${host}/acme/app:main`,
      'cat',
      '/made.txt',
      '/greeting',
    ]);
    expect(stdout).toBe('inside\nhello\n');
    expect(done.output).not.toContain(account.password);
  });

  test('builds the image to boot, and pushes what the commands committed', async () => {
    const done = await call({
      files: { 'ci/Dockerfile': 'FROM transship.test/debian:12\nRUN echo built > /ci-image\n' },
      with: {
        registry: `http://${host}`,
        username: account.user,
        boot_image_name: `${host}/acme/own-ci`,
        boot_image_tag: 'tip',
        boot_dockerfile: 'ci/Dockerfile',
        boot_options: '--net=bridge',
        run: `cat /ci-image > /result\ndocker commit $SHIPPABLE_CONTAINER_NAME ${host}/acme/committed:7`,
        prebuilt: true,
        image_name: `${host}/acme/committed`,
        image_tag: '7',
      },
      secrets: { REGISTRY_PASSWORD: account.password },
    });
    expect(done.result, done.output).toBe('success');
    expect(Object.keys(JSON.parse(String(done.outputs['digests'])))).toEqual([
      `${host}/acme/committed:7`,
    ]);
    const { stdout } = await run('docker', [
      'run',
      '--rm',
      `${host}/acme/committed:7`,
      'cat',
      '/result',
    ]);
    expect(stdout).toBe('built\n');
  });

  test('a failing command ends it: nothing is built, nothing pushed', async () => {
    const done = await call({
      with: {
        registry: `http://${host}`,
        username: account.user,
        run: 'false && true\necho after-an-and\nfalse\necho too-late',
        image_name: `${host}/acme/never`,
      },
      secrets: { REGISTRY_PASSWORD: account.password },
    });
    expect(done.result, done.output).toBe('failure');
    expect(done.printed).toContain('after-an-and');
    expect(done.printed.split('\n')).not.toContain('too-late');
    expect(await tagsOf('acme/never')).toMatchObject({ errors: expect.anything() });
  });

  test('without an image to boot the commands run on the runner; `push: false` only builds', async () => {
    const done = await call({
      with: { run: 'echo runner > made.txt', image_name: `${host}/acme/local`, push: false },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs).toMatchObject({ pushed: 'false', image: `${host}/acme/local:latest` });
    const { stdout } = await run('docker', [
      'run',
      '--rm',
      `${host}/acme/local:latest`,
      'cat',
      '/made.txt',
    ]);
    expect(stdout).toBe('runner\n');
  });

  test('branches decide about the push', async () => {
    const done = await call({
      with: {
        registry: `http://${host}`,
        username: account.user,
        image_name: `${host}/acme/branches`,
        branches: 'only:\n  - release-*\n',
      },
      secrets: { REGISTRY_PASSWORD: account.password },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs).toMatchObject({ pushed: 'false' });
  });

  const pullRequest = (from: string, author = 'ada') => ({
    event: 'pull_request',
    contexts: { GITHUB_REPOSITORY: 'acme/second' },
    payload: {
      pull_request: {
        number: 3,
        user: { login: author },
        // A fork itself, as the second repository may be.
        head: { ref: 'theirs', sha: '2'.repeat(40), repo: { fork: true, full_name: from } },
        base: { ref: 'main', repo: { full_name: 'acme/second' } },
      },
    },
  });

  test('a pull request from a fork, without secrets, builds and does not push', async () => {
    const done = await call({
      ...pullRequest('other/second'),
      with: {
        integrations: '- integrationName: hub\n  type: Docker Registry\n',
        image_name: `${host}/acme/fork`,
      },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs).toMatchObject({ pushed: 'false', image: `${host}/acme/fork:latest` });
  });

  test('so does one from Dependabot, which gets none either', async () => {
    const done = await call({
      ...pullRequest('acme/second', 'dependabot[bot]'),
      with: { registry: `http://${host}`, username: account.user, image_name: `${host}/acme/bot` },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs).toMatchObject({ pushed: 'false', image: `${host}/acme/bot:latest` });
  });

  test('a secret that is missing elsewhere is an error that names it, and nothing is built', async () => {
    const done = await call({
      with: { registry: `http://${host}`, username: account.user, image_name: `${host}/acme/none` },
    });
    expect(done.result, done.output).toBe('failure');
    expect(done.output).toContain('`password` is empty.');
    expect(done.output).toContain('Check that the secret exists and that this job can read it.');
    expect(done.outputs).toEqual({});
  });

  test('labels of the runner may be a list', async () => {
    const done = await call({ with: { runner: '["ubuntu-24.04"]', run: 'echo on the list' } });
    expect(done.result, done.output).toBe('success');
    expect(done.printed).toContain('on the list');
  });

  test('a pull request of the repository itself pushes', async () => {
    const done = await call({
      ...pullRequest('acme/second'),
      with: { registry: `http://${host}`, username: account.user, image_name: `${host}/acme/own` },
      secrets: { REGISTRY_PASSWORD: account.password },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs).toMatchObject({ pushed: 'true' });
  });

  test('a command with characters of all shells and expressions arrives as it was written', async () => {
    const done = await call({
      with: { run: 'printf "%s\\n" \'a"b\' "c\'d" "\\$HOME" `echo e` "$((1+1))"' },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.printed).toContain('a"b\nc\'d\n$HOME\ne\n');
  });
});

test('dispatched in a repository of its own', async () => {
  const done = await call({
    dispatched: true,
    with: {
      registry: `http://${host}`,
      username: account.user,
      run: 'echo dispatched > made.txt',
      image_name: `${host}/acme/dispatched`,
      image_tag: '3',
      push: 'true',
    },
    secrets: { REGISTRY_PASSWORD: account.password },
  });
  expect(done.result, done.output).toBe('success');
  expect(await tagsOf('acme/dispatched')).toMatchObject({ tags: ['3'] });
});
