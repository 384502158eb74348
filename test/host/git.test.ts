import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gitBytes, runGit } from '../../src/host/git/git.ts';
import { githubRunner } from '../../src/host/runner/github-runner.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-git-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const trap = path.join(folder, 'trap.sh');
const caught = path.join(folder, 'caught');
fs.writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> ${caught}\n`, { mode: 0o755 });
const repository = path.join(folder, 'repository');
const make = (...args: readonly string[]): void => {
  execFileSync('git', ['-C', repository, ...args], { stdio: 'pipe' });
};
fs.mkdirSync(repository);
make('init', '-q');
fs.writeFileSync(path.join(repository, 'a.txt'), 'a');
make('add', '.');
make('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one');
for (const [key, value] of [
  ['core.fsmonitor', trap],
  ['core.hooksPath', folder],
  ['core.pager', trap],
  ['core.sshCommand', trap],
  ['log.showSignature', 'true'],
  ['gpg.program', trap],
  ['diff.external', trap],
  ['credential.helper', `!${trap}`],
] as const)
  make('config', key, value);
fs.copyFileSync(trap, path.join(folder, 'post-index-change'));

test.each([
  ['status', '--porcelain'],
  ['ls-files'],
  ['check-ignore', '--no-index', 'a.txt'],
  ['log', '-1', '--format=%H %G?'],
  ['describe', '--always'],
  ['update-index', '--refresh'],
])("git %s runs no program that the folder's own configuration names", async (...args) => {
  // A signature makes `%G?` ask gpg whatever the options say; there is none in this commit.
  await runGit(githubRunner(), repository, args);
  gitBytes(repository, args, { most: 1000 });
  expect(fs.existsSync(caught)).toBe(false);
});

test('a variable of the step leads git nowhere else', async () => {
  const env = {
    ...process.env,
    GIT_DIR: '/nowhere',
    GIT_EXTERNAL_DIFF: trap,
    GIT_SSH_COMMAND: trap,
  };
  const result = await runGit(githubRunner(env), repository, ['rev-parse', 'HEAD']);
  expect(result).toMatchObject({ kind: 'exited', exitCode: 0 });
});

test('there is a time limit and a size', async () => {
  const slow = githubRunner();
  const result = await runGit(slow, repository, ['-c', 'alias.wait=!sleep 20', 'wait'], {
    timeoutMs: 200,
  });
  expect(result).toMatchObject({ kind: 'exited', timedOut: true });
  expect(gitBytes(repository, ['log'], { most: 10 })).toMatchObject({ complete: false });
});
