// `transship secrets set` as people run it, a process of its own: nothing that others on the machine can look at holds a
// value, while it runs, after it was killed in the middle, and when it is done.

import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { fakeGitHub } from '../cli/fake-github.ts';
import { folderWith, treeOf } from '../cli/run.ts';
import { given } from '../given.ts';

const program = new URL('../../dist/cli/index.js', import.meta.url).pathname;
const key = Buffer.alloc(32, 8).toString('base64');
const values = { API_TOKEN: 'tok-5f2c9e71', DB_PASSWORD: 'p4ss w0rd"x', LATE_TOKEN: 'late-88d1' };

test('neither arguments, nor the environments of children, nor files, nor output hold a value, also after a kill', async () => {
  const sealed = given(
    seal(
      Buffer.from(
        Object.entries(values)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      ),
      key,
      Buffer.alloc(16, 4),
    ),
  );
  const folder = folderWith({
    '.github/transship.yml': 'secret-values: each\n',
    'codeship-services.yml': 'app:\n  image: alpine\n  encrypted_env_file: app.env.encrypted\n',
    'codeship-steps.yml': '- service: app\n  command: env\n',
    'app.env.encrypted': sealed,
  });
  const outside = folderWith({ 'codeship.aes': key });
  const home = folderWith({});
  const temporary = folderWith({});
  const api = await fakeGitHub();
  let seen = '';
  const start = (): { readonly child: ChildProcess; readonly ended: Promise<number | null> } => {
    const child = spawn(
      process.execPath,
      [program, 'secrets', 'set', folder, '--aes-key', path.join(outside, 'codeship.aes'), '--yes'],
      {
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          TMPDIR: temporary,
          GITHUB_API_URL: api.url,
          GITHUB_REPOSITORY: 'acme/app',
          GH_TOKEN: 'token-1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (seen += text.toString()));
    const watch = setInterval(() => (seen += lookAt(child.pid ?? 0)), 5);
    const ended = new Promise<number | null>((resolve) =>
      child.on('close', (code) => {
        clearInterval(watch);
        resolve(code);
      }),
    );
    return { child, ended };
  };
  const first = start();
  // Killed as soon as one secret is there.
  while (api.values.size === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  first.child.kill('SIGKILL');
  await first.ended;
  expectNothing(seen, [folder, home, temporary]);
  const second = start();
  expect(await second.ended).toBe(0);
  expect(
    Object.fromEntries([...api.values].map(([at, value]) => [path.posix.basename(at), value])),
  ).toEqual(values);
  expectNothing(seen, [folder, home, temporary]);
});

/** What others see of a process and its children. */
function lookAt(pid: number): string {
  try {
    const children = fs
      .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean);
    return [String(pid), ...children]
      .map(
        (each) =>
          `${fs.readFileSync(`/proc/${each}/cmdline`)} ${fs.readFileSync(`/proc/${each}/environ`)}`,
      )
      .join('\n');
  } catch {
    return '';
  }
}

function expectNothing(seen: string, folders: readonly string[]): void {
  const left = [seen, ...folders.map((folder) => JSON.stringify(treeOf(folder)))].join('\n');
  for (const value of [...Object.values(values), key]) {
    for (const form of [
      value,
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64').slice(0, -3),
      Buffer.from(value).toString('hex'),
    ])
      expect(left.includes(form)).toBe(false);
  }
}
