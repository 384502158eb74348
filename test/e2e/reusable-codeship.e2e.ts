import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';
import { removeImages, seenAt } from './image-job.ts';
import {
  type Call,
  callWorkflow,
  publishProject,
  removeRepositories,
} from './second-repository.ts';
import type { ActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

// The CodeShip-shaped pipeline, called from a second repository, against Compose, the real engine and a registry.

const account = { user: 'robot', password: 'pass-of-the-robot' };
const key = Buffer.alloc(32, 7).toString('base64');
let published: ActionsFolder;
let registry: Registry;
let host = '';

beforeAll(async () => {
  published = await publishProject(['login', 'prepare', 'build', 'push']);
  registry = await startRegistry({ htpasswd: { [account.user]: account.password } });
  host = registry.host;
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

const files = (): Readonly<Record<string, string>> => ({
  Dockerfile: 'FROM transship.test/busybox:1\nARG WHO\nRUN echo "$WHO" > /who\nWORKDIR /app\n',
  'compose.codeship.yml': `services:
  app:
    image: ${host}/acme/app
    depends_on: [counter]
    volumes: ['./:/app', 'kept:/kept']
    environment: [CI_BRANCH]
    env_file:
      - path: \${RUNNER_TEMP}/codeship/app.env.encrypted
        format: raw
  counter:
    image: transship.test/busybox:1
    command: sh -c 'echo started >> /shared/starts; sleep 60'
    volumes: ['./shared:/shared']
    stop_grace_period: 0s
volumes:
  kept:
`,
  'shared/.gitkeep': '',
  'app.env.encrypted': sealed('SECRET_OF_APP=opened with the key\n'),
  'dockercfg.encrypted': sealed(
    JSON.stringify({
      auths: { [`http://${host}`]: { auth: btoa(`${account.user}:${account.password}`) } },
    }),
  ),
});

const sealed = (text: string): string => {
  return given(seal(Buffer.from(text), key, randomBytes(16)));
};

const call = (more: Partial<Call>) =>
  callWorkflow({
    published: published.folder,
    workflow: 'codeship-pipeline.yml',
    files: files(),
    secrets: { CODESHIP_AES_KEY: key },
    with: {},
    ...more,
  });

const common = () => ({
  'encrypted-files': 'app.env.encrypted',
  dockercfg: 'dockercfg.encrypted',
  image_name: `${host}/acme/app`,
  'build-args': 'WHO={{ .CiName }}',
});

describe('called from a second repository', () => {
  test('opens the files, logs in, builds, runs each step in a fresh container with its dependencies, pushes', async () => {
    const done = await call({
      with: {
        ...common(),
        image_tag: '{{ .Branch }}\n{{ .CiName }}',
        steps: [
          '# Comments and empty lines are no steps.',
          '',
          'app cat /who',
          "app sh -c 'echo $CI_BRANCH $SECRET_OF_APP && touch /in-the-container'",
          'app echo not a shell: $CI_BRANCH && echo > "two  words"',
          "app sh -c 'test ! -e /in-the-container && echo fresh; echo one > /kept/file; echo file > left'",
          "app sh -c 'cat /kept/file left; cat shared/starts | wc -l'",
        ].join('\n'),
      },
    });
    expect(done.result, done.output).toBe('success');
    const lines = done.printed.split('\n');
    expect(lines).toContain('codeship');
    expect(lines).toContain('main ***');
    expect(lines).toContain('not a shell: $CI_BRANCH && echo > two  words');
    expect(lines).toContain('fresh');
    // The container of the dependency was started anew for each of five steps; files and named volumes stayed.
    expect(done.printed).toMatch(/^one\nfile\n5$/m);
    const digests = JSON.parse(String(done.outputs['digests']));
    for (const tag of ['main', 'codeship']) {
      const seen = await seenAt(
        registry.url,
        'acme/app',
        tag,
        `${account.user}:${account.password}`,
      );
      expect(digests[`${host}/acme/app:${tag}`]).toBe(seen.digest);
    }
    expect(done.outputs['pushed']).toBe('true');
    expect(done.output).not.toContain('opened with the key');
    const left = await run('docker', ['ps', '-a', '--format', '{{.Names}}']);
    expect(left.stdout).not.toContain('counter');
  });

  test('a failing step ends it, and nothing is pushed', async () => {
    const done = await call({
      with: { ...common(), image_tag: 'never', steps: "app sh -c 'exit 3'\napp echo too-late" },
    });
    expect(done.result, done.output).toBe('failure');
    expect(done.output).toContain('app failed');
    expect(done.printed.split('\n')).not.toContain('too-late');
    const seen = await seenAt(
      registry.url,
      'acme/app',
      'never',
      `${account.user}:${account.password}`,
    );
    expect(seen.status).toBe(404);
    const left = await run('docker', ['ps', '-a', '--format', '{{.Names}}']);
    expect(left.stdout).not.toContain('counter');
  });

  test('without the key the error names it', async () => {
    const done = await call({ with: { ...common(), push: false }, secrets: {} });
    expect(done.result, done.output).toBe('failure');
    expect(done.output).toContain('Create the secret CODESHIP_AES_KEY');
  });

  test('an unmatched quote is an error, not half a command', async () => {
    const done = await call({ with: { ...common(), steps: "app echo 'half", push: false } });
    expect(done.result, done.output).toBe('failure');
    expect(done.printed).not.toMatch(/^half$/m);
  });

  test.each([
    ['^release-', '', 'false'],
    ['main', '', 'true'],
    ['^ma', '^main$', 'false'],
  ])('pushes where `tag: %s` and `exclude: %s` say so: %s', async (tag, exclude, pushed) => {
    const done = await call({ with: { ...common(), tag, exclude } });
    expect(done.result, done.output).toBe('success');
    expect(done.outputs['pushed']).toBe(pushed);
  });

  test('other services are built by Compose', async () => {
    const done = await call({
      files: {
        'compose.codeship.yml': `services:\n  tool:\n    image: ${host}/local/tool\n    build: ./tool\n`,
        'tool/Dockerfile': 'FROM transship.test/busybox:1\nRUN echo tool > /tool\n',
      },
      with: { 'build-services': 'tool', steps: 'tool cat /tool' },
    });
    expect(done.result, done.output).toBe('success');
    expect(done.printed).toMatch(/^tool$/m);
  });
});

test('dispatched in a repository of its own', async () => {
  const done = await call({
    dispatched: true,
    with: {
      'encrypted-files': 'app.env.encrypted',
      dockercfg: 'dockercfg.encrypted',
      image_name: `${host}/acme/app`,
      image_tag: 'by-hand',
      steps: 'app echo by hand',
      push: 'true',
    },
  });
  expect(done.result, done.output).toBe('success');
  const seen = await seenAt(
    registry.url,
    'acme/app',
    'by-hand',
    `${account.user}:${account.password}`,
  );
  expect(seen.status).toBe(200);
});
