// The scripts around the cache steps, run as they stand in the workflow, on a repository with a submodule.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../../src/convert/convert.ts';
import { defaultSettings } from '../../../src/legacy/translation.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'transship-cache-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function runsOfSteps(paths: readonly string[]): Promise<Record<string, string>> {
  const text = 'language: none\nbuild:\n  cache: true\n  ci: [make]\n';
  const { files } = await convert({
    repository: { paths: ['shippable.yml', ...paths], read: () => text },
    settings: defaultSettings,
    own: { version: 'v1.0.0', commit: '1'.repeat(40) },
  });
  const steps = parse(files[0]?.content ?? '').jobs.ci.steps as { name: string; run?: string }[];
  return Object.fromEntries(steps.map(({ name, run = '' }) => [name, run]));
}

const git = (at: string, ...args: string[]): void => {
  execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: at,
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.test',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.test',
    },
  });
};

function put(at: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
}

test('what is restored is untracked, in submodules too, and replaces no file', async () => {
  const steps = await runsOfSteps(['.gitmodules']);
  const [lib, shop, later] = ['lib', 'shop', 'later'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  put(lib, { tracked: '1' });
  put(shop, { 'src/kept': '1', 'src/removed': '1' });
  for (const at of [lib, shop]) {
    git(at, 'init', '-q');
    if (at === shop) git(at, 'submodule', '--quiet', 'add', lib, 'vendor/lib');
    git(at, 'add', '-A');
    git(at, 'commit', '-qm', 'One');
  }
  git(root, 'clone', '-q', '--recurse-submodules', shop, later);
  const run = (at: string, name: string): void => {
    execFileSync('bash', ['--noprofile', '--norc', '-e', '-c', steps[name] ?? 'exit 9'], {
      cwd: at,
      env: { PATH: process.env['PATH'], RUNNER_TEMP: root, HOME: root },
    });
  };
  put(shop, {
    'src/kept': 'changed by the build',
    'src/new': 'built',
    'out/a b': 'built',
    'became-tracked': 'built',
    'vendor/lib/built': 'built',
    'vendor/lib/tracked': 'changed by the build',
  });
  run(shop, 'Collect the untracked files for the cache');
  git(later, 'rm', '-q', 'src/removed');
  put(later, { 'became-tracked': 'of the commit' });
  run(later, 'Restore untracked files, but never over files of the commit');
  const text = (path: string): string | undefined =>
    existsSync(join(later, path)) ? readFileSync(join(later, path), 'utf8') : undefined;
  expect(
    Object.fromEntries(
      [
        'src/kept',
        'src/removed',
        'src/new',
        'out/a b',
        'became-tracked',
        'vendor/lib/built',
        'vendor/lib/tracked',
      ].map((path) => [path, text(path)]),
    ),
  ).toEqual({
    'src/kept': '1',
    'src/removed': undefined,
    'src/new': 'built',
    'out/a b': 'built',
    'became-tracked': 'of the commit',
    'vendor/lib/built': 'built',
    'vendor/lib/tracked': '1',
  });
});

test('nothing untracked makes an empty archive, and a first run has none', async () => {
  const steps = await runsOfSteps([]);
  put(root, { a: '1' });
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  const temp = mkdtempSync(join(tmpdir(), 'transship-cache-temp-'));
  for (const name of [
    'Restore untracked files, but never over files of the commit',
    'Collect the untracked files for the cache',
    'Restore untracked files, but never over files of the commit',
  ]) {
    execFileSync('bash', ['--noprofile', '--norc', '-e', '-c', steps[name] ?? 'exit 9'], {
      cwd: root,
      env: { PATH: process.env['PATH'], RUNNER_TEMP: temp, HOME: temp },
    });
  }
  rmSync(temp, { recursive: true, force: true });
});
