// The committed bundle, started as a user starts it.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './run.ts';

const root = new URL('../..', import.meta.url).pathname;
const program = path.join(root, 'dist', 'cli', 'index.js');
const start = (args: readonly string[], nodeArgs: readonly string[] = []) =>
  spawnSync(process.execPath, [...nodeArgs, program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

describe('dist/cli/index.js', () => {
  test('is a program that says its version', () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toMatch(
      new RegExp(`^${version.replaceAll('.', '\\.')}(?: \\([0-9a-f]{12}\\))?\n$`),
    );
  });

  test('converts with nothing beside it but its package.json', () => {
    const alone = folderWith({ 'package.json': '{"version": "1.0.0", "type": "module"}' });
    fs.cpSync(path.join(root, 'dist'), path.join(alone, 'dist'), { recursive: true });
    const folder = folderWith({ 'shippable.yml': 'build:\n  ci:\n    - make\n' });
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(alone, 'dist', 'cli', 'index.js'), 'convert', folder, '--dry-run'],
      { encoding: 'utf8', env: {} },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('+++ b/.github/workflows/shippable.yml');
  });

  test('runs every command of the README', () => {
    const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^node dist\/cli\/index\.js (.*)$/gm)];
    expect(commands.length).toBeGreaterThan(0);
    for (const [, line = ''] of commands) {
      const { status, stdout } = spawnSync(process.execPath, [program, ...line.split(' ')], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout).not.toBe('');
    }
  });

  test.runIf(process.platform !== 'win32')('a reader that goes away is not an error', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" explain | head -n 1; exit \${PIPESTATUS:-0}`],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('needs no network, and its colours are off in a pipe', () => {
    const folder = folderWith({ 'shippable.yml': 'language: x\nvote: 1\n' });
    expect(start(['convert', folder]).stderr).not.toContain('\u001B');
  });
});

describe('no input takes over 512 MB', () => {
  const shapes: Readonly<Record<string, string>> = {
    'ten megabytes of items': '- a\n'.repeat(2_500_000),
    'just below the bounds': `build:\n  ci:\n${'    - echo a && echo b\n'.repeat(24_000)}`,
    'all in one line': `{a: [${'x, '.repeat(24_000)}x]}\n`,
    'just below a megabyte of one command': `build:\n  ci:\n    - "${'echo $A; '.repeat(100_000)}"\n`,
    'a chain of merges': `a0: &a0 {k: x}\n${Array.from({ length: 15_000 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: x}\n`).join('')}`,
  };

  test.each(Object.entries(shapes))('%s', (_name, text) => {
    const folder = folderWith({ 'shippable.yml': text });
    const { status } = start(['convert', folder, '--json'], ['--max-old-space-size=400']);
    expect(status).toBeLessThan(2);
  });
});
