// `transship run` and `transship try` as people start them, with a real engine, a real registry and act.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { seal } from '../../src/secret/encrypted-file.ts';
import { folderWith, readFile } from '../cli/run.ts';
import { given } from '../given.ts';
import { seenAt } from './image-job.ts';
import { run } from './setup/command.ts';
import { startRegistry } from './setup/registry.ts';

const program = new URL('../../dist/cli/index.js', import.meta.url).pathname;
const key = Buffer.alloc(32, 5).toString('base64');

const sealed = (text: string): string => {
  return given(seal(Buffer.from(text), key, Buffer.alloc(16, 9)));
};

const services = `
app:
  build:
    image: transship.test/local-app
    context: .
    args: { REF: '{{ .Branch }}' }
    encrypted_args_file: args.encrypted
  environment: [GREETING=hello]
  encrypted_env_file: app.env.encrypted
  depends_on: [db]
  volumes: ['./out:/out']
db:
  image: transship.test/busybox:1
  command: sleep 100
`;

const steps = (host: string): string => `
- name: unit
  service: app
  command: sh -c 'echo "$GREETING $CI_BRANCH $PASSWORD"; ping -c1 db > /dev/null && echo met db; cat /made; echo done > /out/file'
- type: parallel
  name: both
  steps:
    - { name: one, service: app, command: "sh -c 'echo 1 > /out/1; while [ ! -e /out/2 ]; do sleep 0.1; done; echo met'" }
    - { name: two, service: app, command: "sh -c 'echo 2 > /out/2; while [ ! -e /out/1 ]; do sleep 0.1; done; echo met'" }
- { name: release, service: app, tag: '^v[0-9]', command: "sh -c 'exit 7'", on_fail: [{ command: echo told }] }
- type: push
  name: ship
  service: app
  image_name: ${host}/local/app
  image_tag: '{{ .Branch }}'
  encrypted_dockercfg_path: dockercfg.encrypted
- { name: slow, service: app, tag: slow, command: "sh -c 'echo begun; sleep 60'" }
`;

async function project(host = '127.0.0.1:1'): Promise<string> {
  const folder = folderWith({
    'codeship-services.yml': services,
    'codeship-steps.yml': steps(host),
    Dockerfile:
      'FROM transship.test/busybox:1\nARG REF\nARG TOKEN\nRUN echo "$REF ${TOKEN:+has a token}" > /made\n',
    'out/.gitkeep': '',
    '.dockerignore': 'out\n',
    'app.env.encrypted': sealed('PASSWORD=correct-horse\n'),
    'args.encrypted': sealed('TOKEN=build-token-1\n'),
    'dockercfg.encrypted': sealed(
      JSON.stringify({
        auths: { [host]: { auth: Buffer.from('robot:correct-horse').toString('base64') } },
      }),
    ),
    'codeship.aes': key,
    '.gitignore': 'codeship.aes\n',
  });
  const git = (...args: readonly string[]) => run('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch', 'feature/x');
  await git('add', '--all');
  await git('-c', 'user.name=n', '-c', 'user.email=e@x', 'commit', '--quiet', '--message', 'first');
  return folder;
}

type Local = { readonly code: number; readonly stdout: string; readonly stderr: string };

async function transship(folder: string, ...args: readonly string[]): Promise<Local> {
  const temporary = folderWith({});
  const ran = await run(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    check: false,
  });
  expect(fs.readdirSync(temporary)).toEqual([]);
  return ran;
}

/** Containers and networks of runs whose name has this; every run has one of its own. */
async function leftBehind(folder: string): Promise<readonly string[]> {
  const label = `label=com.docker.compose.project.working_dir=${folder}`;
  const kinds = [
    ['ps', '--all'],
    ['network', 'ls'],
  ];
  const found = await Promise.all(
    kinds.map((kind) => run('docker', [...kind, '--quiet', '--filter', label])),
  );
  return found.flatMap(({ stdout }) => stdout.split('\n').filter((line) => line !== ''));
}

test('all steps, with their conditions, secrets and dependencies', async () => {
  const folder = await project();
  const { code, stdout, stderr } = await transship(folder, 'run');
  expect(stderr).toContain('3 passed, 0 failed, 3 skipped\n');
  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual(
    expect.arrayContaining([
      '(step: unit) (service: app) hello feature/x ***',
      '(step: unit) (service: app) met db',
      '(step: unit) (service: app) feature/x has a token',
      '(step: both / one) (service: app) met',
      '(step: both / two) (service: app) met',
    ]),
  );
  expect(readFile(folder, 'out/file')).toBe('done\n');
  expect(await leftBehind(folder)).toEqual([]);
});

test('a step that fails ends the run with its own code, after its on_fail', async () => {
  const { code, stdout } = await transship(await project(), 'run', '--tag', 'v1');
  expect(code).toBe(7);
  expect(stdout).toContain('(service: app) told\n');
});

test('a push with the credentials of the encrypted file', async () => {
  const registry = await startRegistry({ htpasswd: { robot: 'correct-horse' } });
  onTestFinished(registry.stop);
  const folder = await project(registry.host);
  await run(process.execPath, [program, 'convert'], { cwd: folder });
  const { code, stderr } = await transship(folder, 'run', 'ship', '--push');
  expect(stderr).toContain('1 passed, 0 failed, 0 skipped');
  expect(code).toBe(0);
  const seen = await seenAt(registry.url, 'local/app', 'featurex', 'robot:correct-horse');
  expect(seen.status).toBe(200);
});

test('Ctrl-C stops the containers, removes them and what was opened', async () => {
  const folder = await project();
  const temporary = folderWith({});
  const child = spawn(process.execPath, [program, 'run', 'slow'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  for (let turn = 0; turn < 600 && !seen.includes('begun'); turn += 1) await sleep(100);
  expect(seen).toContain('begun');
  expect(fs.statSync(path.join(temporary, fs.readdirSync(temporary)[0] ?? '')).mode & 0o777).toBe(
    0o700,
  );
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(fs.readdirSync(temporary)).toEqual([]);
  expect(await leftBehind(folder)).toEqual([]);
});

test('a converted project runs with act, and its workflow does what the steps did', async () => {
  const folder = folderWith({
    'codeship-services.yml':
      'app:\n  image: transship.test/busybox:1\n  encrypted_env_file: app.env.encrypted\n',
    'codeship-steps.yml': `
- type: parallel
  service: app
  steps:
    - { name: one, command: "sh -c 'echo first $PASSWORD'" }
    - { name: two, command: echo second }
- { name: last, service: app, command: echo third }
`,
    'app.env.encrypted': sealed('PASSWORD=correct-horse\n'),
  });
  const secrets = folderWith({ secrets: `CODESHIP_AES_KEY=${key}\n` });
  const git = (...args: readonly string[]) => run('git', args, { cwd: folder });
  await git('init', '--quiet', '--initial-branch', 'main');
  await run(process.execPath, [program, 'convert'], { cwd: folder });
  await git('add', '--all');
  await git('-c', 'user.name=n', '-c', 'user.email=e@x', 'commit', '--quiet', '--message', 'first');
  expect(parse(readFile(folder, '.github/workflows/codeship.yml')).jobs).toBeDefined();
  const { code, stdout, stderr } = await transship(
    folder,
    ...['try', '--on-machine', '--secret-file', path.join(secrets, 'secrets')],
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('parallel steps') });
  for (const text of ['first ***', 'second', 'third']) expect(stdout).toContain(text);
  expect(stdout).not.toContain('correct-horse');
});
