import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findOwnPin, headOf } from '../../src/host/git/own-pin.ts';
import { folderWith } from '../cli/run.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const facts = (more = {}) => JSON.stringify({ version: '1.2.3', ...more });

describe('the commit of our own actions', () => {
  const checkout = () =>
    folderWith({
      'package.json': facts(),
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/refs/heads/main': `${a}\n`,
    });

  test('is what the settings say, before all else', () => {
    const settings = { commit: b, version: 'v9.0.0' };
    expect(findOwnPin({ settings, actionRef: a, folder: checkout() })).toEqual({
      pin: { commit: b, version: 'v9.0.0' },
      exact: true,
    });
  });

  test('is the ref that the action runs at', () => {
    expect(findOwnPin({ actionRef: b, folder: checkout() })).toEqual({
      pin: { commit: b, version: 'v1.2.3' },
      exact: true,
    });
    expect(findOwnPin({ actionRef: 'v1', folder: checkout() })).toEqual({
      pin: { commit: 'v1', version: 'v1' },
      exact: false,
    });
  });

  test('is the commit that the package was packed from', () => {
    const folder = folderWith({ 'package.json': facts({ gitHead: b }) });
    expect(findOwnPin({ folder }).pin.commit).toBe(b);
  });

  test("is the checkout's HEAD, called a release only where the tag says so", () => {
    expect(findOwnPin({ actionRef: '', folder: checkout() })).toEqual({
      pin: { commit: a, version: '' },
      exact: true,
    });
    const tagged = checkout();
    fs.writeFileSync(path.join(tagged, '.git/packed-refs'), `${b} refs/tags/v1.2.3\n^${a}\n`);
    expect(findOwnPin({ folder: tagged }).pin.version).toBe('v1.2.3');
    fs.mkdirSync(path.join(tagged, '.git/refs/tags'), { recursive: true });
    fs.writeFileSync(path.join(tagged, '.git/refs/tags/v1.2.3'), `${b}\n`);
    expect(findOwnPin({ folder: tagged }).pin.version).toBe('');
  });

  test("is the release's tag where nothing else is known, and that is said", () => {
    expect(findOwnPin({ folder: folderWith({ 'package.json': facts() }) })).toEqual({
      pin: { commit: 'v1.2.3', version: 'v1.2.3' },
      exact: false,
    });
  });
});

describe('HEAD without git', () => {
  test.each([
    ['a branch', { '.git/HEAD': 'ref: refs/heads/x/y\n', '.git/refs/heads/x/y': `${a}\n` }, a],
    ['detached', { '.git/HEAD': `${a}\n` }, a],
    [
      'a packed branch',
      {
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/packed-refs': `# pack-refs with: peeled\n${b} refs/heads/other\n${a} refs/heads/main\n^${b}\n`,
      },
      a,
    ],
    ['no commit yet', { '.git/HEAD': 'ref: refs/heads/main\n' }, undefined],
    ['no repository', {}, undefined],
    ['junk', { '.git/HEAD': 'ref: ../../etc/passwd\n' }, undefined],
  ])('%s', (_name, files, expected) => {
    expect(headOf(folderWith(files))).toBe(expected);
  });

  test('a linked work tree', () => {
    const main = folderWith({
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/refs/heads/main': `${b}\n`,
      '.git/refs/heads/side': `${a}\n`,
      '.git/worktrees/side/HEAD': 'ref: refs/heads/side\n',
      '.git/worktrees/side/commondir': '../..\n',
    });
    const tree = folderWith({ '.git': `gitdir: ${path.join(main, '.git/worktrees/side')}\n` });
    expect(headOf(tree)).toBe(a);
  });

  test('of this checkout it is what git says', () => {
    const folder = new URL('../..', import.meta.url).pathname;
    if (!fs.existsSync(path.join(folder, '.git'))) return;
    expect(headOf(folder)).toMatch(/^[0-9a-f]{40}$/);
  });
});
