import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { trackedFiles } from '../../src/host/git/tracked-files.ts';
import { folderWith } from '../cli/run.ts';

const git = (folder: string, ...args: readonly string[]): void => {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
};

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, 'init');
  git(folder, 'add', '.');
  return folder;
}

describe('what git has', () => {
  test('files and the folders above them, and not what it ignores', () => {
    const folder = repository({ 'a/b/c': '', '.gitignore': 'key\n', key: '', 'ä ö': '' });
    const isTracked = trackedFiles(folder);
    expect(['a/b/c', 'a/b', 'a', 'ä ö', 'key', 'a/b/d'].map(isTracked)).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
    expect(trackedFiles(path.join(folder, 'a'))('b/c')).toBe(true);
  });

  test('nothing can be said of a plain folder, an empty repository, or a broken one', () => {
    const empty = folderWith({ x: '' });
    expect(trackedFiles(empty)('x')).toBeUndefined();
    git(empty, 'init');
    expect(trackedFiles(empty)('x')).toBeUndefined();
    const broken = repository({ x: '' });
    fs.writeFileSync(path.join(broken, '.git/index'), 'no index');
    expect(trackedFiles(broken)('x')).toBeUndefined();
  });

  test('no program that the repository names is started', () => {
    const folder = repository({ x: '', '.gitattributes': '* filter=evil diff=evil\n' });
    const trace = path.join(folder, '.git/started');
    const program = path.join(folder, '.git/evil');
    fs.writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`, { mode: 0o755 });
    const hooks = path.join(folder, '.git/hooks');
    for (const name of ['post-index-change', 'fsmonitor-watchman', 'query-watchman'])
      fs.copyFileSync(program, path.join(hooks, name));
    for (const key of [
      ...['core.fsmonitor', 'core.pager', 'pager.ls-files', 'core.sshCommand', 'core.editor'],
      ...['alias.ls-files', 'filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process'],
      ...[
        'diff.evil.textconv',
        'diff.external',
        'credential.helper',
        'gpg.program',
        'core.askPass',
      ],
    ])
      git(folder, 'config', key, key.startsWith('alias') ? `!${program}` : program);
    expect(trackedFiles(folder)('x')).toBe(true);
    expect(fs.existsSync(trace)).toBe(false);
  });
});
