import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { repositoryLimits } from '../../src/host/files/repository.ts';
import { openGitTree } from '../../src/pull-request/git-tree.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-tree-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function git(args: readonly string[], input: string | Buffer = ''): string {
  return execFileSync('git', ['-C', folder, ...args], { input, stdio: ['pipe', 'pipe', 'pipe'] })
    .toString()
    .trim();
}
git(['init', '-q', '--bare', '--template=', '.']);

const blob = (text: string): string => git(['hash-object', '-w', '--stdin'], text);
const tree = (entries: readonly (readonly [mode: string, name: string, id: string])[]): string =>
  git(
    ['mktree'],
    entries
      .map(([mode, name, id]) => `${mode} ${mode === '040000' ? 'tree' : 'blob'} ${id}\t${name}\n`)
      .join(''),
  );
const commit = (id: string): string =>
  git(['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit-tree', id, '-m', 'x']);

test('reads files, and links within the repository', () => {
  const sub = tree([
    ['100644', 'deep.txt', blob('deep')],
    ['120000', 'up', blob('../top.txt')],
    ['120000', 'out', blob('../../etc/passwd')],
  ]);
  const root = tree([
    ['100644', 'top.txt', blob('top')],
    ['100755', 'shippable.yml', blob('language: go\n')],
    ['120000', 'codeship-steps.yml', blob('/etc/passwd')],
    ['040000', 'node_modules', sub],
    ['040000', 'sub', sub],
  ]);
  const { repository, stateOf, diagnostics } = openGitTree(folder, commit(root));
  expect(repository.paths).toEqual([
    'codeship-steps.yml',
    'shippable.yml',
    'sub/deep.txt',
    'sub/up',
    'top.txt',
  ]);
  expect(repository.read('sub/deep.txt')).toBe('deep');
  expect(repository.read('sub/up')).toBe('top');
  expect(repository.read('codeship-steps.yml')).toBeUndefined();
  expect(repository.read('sub/out')).toBeUndefined();
  expect(diagnostics).toEqual([]);
  expect(stateOf({ path: 'top.txt', content: 'top' }).kind).toBe('equal');
  expect(stateOf({ path: 'top.txt', content: 'x' }).kind).toBe('foreign');
  expect(stateOf({ path: 'new/x', content: 'x' }).kind).toBe('new');
  expect(stateOf({ path: 'top.txt/x', content: 'x' })).toMatchObject({ kind: 'blocked' });
  expect(stateOf({ path: 'sub/up', content: 'x' })).toMatchObject({ kind: 'blocked' });
  expect(stateOf({ path: 'sub', content: 'x' })).toMatchObject({ kind: 'blocked' });
});

test.each(['100644', '040000'] as const)(
  'a tree that names itself ten times on each of ten levels, with %s at its end, is bounded',
  (mode) => {
    const names = 'abcdefghij'.split('');
    let id = mode === '100644' ? blob('x') : tree([]);
    let of: string = mode;
    for (let level = 0; level < 10; level += 1) {
      const below = id;
      const kind = of;
      id = tree(names.map((name) => [kind, name, below] as const));
      of = '040000';
    }
    const root = tree([
      ['040000', 'bomb', id],
      ['100644', 'shippable.yml', blob('language: go\n')],
    ]);
    const before = process.memoryUsage().rss;
    const { repository, diagnostics } = openGitTree(folder, commit(root));
    expect(repository.paths).toContain('shippable.yml');
    expect(repository.paths.length).toBeLessThanOrEqual(repositoryLimits.paths);
    expect(diagnostics.map(({ code }) => code)).toEqual(['repository-cut']);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  },
);

test('a legacy file that is too large is cut for the parser to say so; any other is not read', () => {
  const large = 'x'.repeat(repositoryLimits.legacy + 10);
  const root = tree([
    ['100644', 'shippable.yml', blob(large)],
    ['100644', 'large.sh', blob(large)],
  ]);
  const { repository } = openGitTree(folder, commit(root));
  expect(repository.read('shippable.yml')?.length).toBe(repositoryLimits.legacy + 1);
  expect(repository.read('large.sh')).toBeUndefined();
});
