import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRepository, repositoryLimits } from '../../src/host/files/repository.ts';
import { folderWith, run } from '../cli/run.ts';

describe('the view of a repository', () => {
  test('lists files by code units, without version control and dependencies', () => {
    const folder = folderWith({
      'b.txt': '',
      'B.txt': '',
      'a/z': '',
      'a.b': '',
      '.git/HEAD': '',
      'x/.git': 'gitdir: elsewhere',
      'node_modules/x/shippable.yml': '',
      'x/vendor/y': '',
      'x/.hidden': '',
    });
    const { repository, diagnostics } = openRepository(folder);
    expect(repository.paths).toEqual(['B.txt', 'a.b', 'a/z', 'b.txt', 'x/.hidden']);
    expect(diagnostics).toEqual([]);
  });

  test('leaves out what transship wrote, and nothing else of .github', async () => {
    const folder = folderWith({
      'shippable.yml': 'language: node_js\nbuild:\n  ci:\n    - npm test\n',
      '.github/workflows/mine.yml': 'name: mine\n',
    });
    const before = openRepository(folder).repository.paths;
    await run(['convert', folder]);
    fs.appendFileSync(path.join(folder, '.github/workflows/shippable.yml'), '# edited\n');
    expect(openRepository(folder).repository.paths).toEqual(before);
  });

  test('reads what it lists, once, and nothing else', () => {
    const folder = folderWith({ 'a/b.txt': 'text' });
    const { repository } = openRepository(folder);
    expect(repository.read('a/b.txt')).toBe('text');
    fs.rmSync(path.join(folder, 'a/b.txt'));
    expect(repository.read('a/b.txt')).toBe('text');
    for (const file of ['a', 'missing', '../x', path.join(folder, 'a/b.txt')]) {
      expect(repository.read(file)).toBeUndefined();
    }
  });

  test('reads scripts up to 256 KiB and legacy files up to what the parser refuses', () => {
    const size = repositoryLimits.scan;
    const folder = folderWith({
      'small.sh': 'x'.repeat(size),
      'large.sh': 'x'.repeat(size + 1),
      'shippable.yml': 'x'.repeat(9_000_000),
      'sub/codeship-steps.json': 'x'.repeat(size + 1),
    });
    const { repository } = openRepository(folder);
    expect(repository.read('small.sh')).toHaveLength(size);
    expect(repository.read('large.sh')).toBeUndefined();
    expect(repository.read('shippable.yml')?.length).toBeGreaterThan(1_000_000);
    expect(repository.read('shippable.yml')?.length).toBeLessThan(4_000_000);
    expect(repository.read('sub/codeship-steps.json')).toHaveLength(size + 1);
  });

  test('bytes that are not UTF-8 are marked, so that the parser refuses them', () => {
    const folder = folderWith({ 'shippable.yml': new Uint8Array([97, 58, 32, 200, 10]) });
    expect(openRepository(folder).repository.read('shippable.yml')).toBe('a: \uFFFD\n');
  });
});

describe('links', () => {
  test('inside the folder count as files; out of it they do not', () => {
    const outside = folderWith({ 'secret.txt': 'theirs', 'sub/deep.txt': '' });
    const folder = folderWith({ 'ci/real.yml': 'a: 1\n' });
    fs.symlinkSync('ci/real.yml', path.join(folder, 'shippable.yml'));
    fs.symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'other.txt'));
    fs.symlinkSync(path.join(outside, 'sub'), path.join(folder, 'sub'));
    fs.symlinkSync('.', path.join(folder, 'circle'));
    fs.symlinkSync('nowhere', path.join(folder, 'dangling'));
    const { repository } = openRepository(folder);
    expect(repository.paths).toEqual(['ci/real.yml', 'shippable.yml']);
    expect(repository.read('shippable.yml')).toBe('a: 1\n');
  });

  test('a legacy file that leads outside is said to be unreadable, and not read', async () => {
    const outside = folderWith({ 'secret.yml': 'token: hush\n' });
    const folder = folderWith({});
    fs.symlinkSync(path.join(outside, 'secret.yml'), path.join(folder, 'shippable.yml'));
    const { code, stderr, stdout } = await run(['convert', folder, '--json']);
    expect(code).toBe(1);
    expect(stderr).toContain('error[file-unreadable]');
    expect(stdout + stderr).not.toContain('hush');
  });

  test('the folder itself may be a link', async () => {
    const folder = folderWith({ 'shippable.yml': 'build:\n  ci:\n    - true\n' });
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(folder, link);
    expect((await run(['convert', link, '--dry-run'])).code).toBe(0);
  });
});

describe('what is not a file', () => {
  test.runIf(process.platform !== 'win32')('a pipe and a folder of the name are left alone', () => {
    const folder = folderWith({ 'codeship-steps.yml/x': '' });
    execFileSync('mkfifo', [path.join(folder, 'shippable.yml')]);
    expect(openRepository(folder).repository.paths).toEqual(['codeship-steps.yml/x']);
  });

  test('a repository above the bounds is cut, nearest files first', () => {
    const folder = folderWith({ 'z.txt': '' });
    const deep = Array.from({ length: repositoryLimits.depth + 2 }, () => 'd').join('/');
    fs.mkdirSync(path.join(folder, deep), { recursive: true });
    fs.writeFileSync(path.join(folder, deep, 'file'), '');
    const { repository, diagnostics } = openRepository(folder);
    expect(repository.paths).toEqual(['z.txt']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['repository-cut']);
  });
});
