// The npm package as users get it: packed, and started by npx with nothing else installed.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from './run.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('the packed package', () => {
  test('needs no other package', () => {
    const facts = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(facts).not.toHaveProperty('dependencies');
    expect(facts).not.toHaveProperty('optionalDependencies');
    expect(facts).not.toHaveProperty('peerDependencies');
  });

  test('runs by npx from its archive, without a network', () => {
    const folder = folderWith({ 'shippable.yml': 'build:\n  ci:\n    - make\n' });
    const npm = (cwd: string, ...args: readonly string[]): string =>
      execFileSync('npm', args, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          HOME: folder,
          npm_config_cache: path.join(folder, '.npm'),
        },
      });
    const packed = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder);
    const [{ filename, files }] = JSON.parse(packed);
    // Types of hooks, and nothing else of the source.
    const source = files.map(({ path: file }: { path: string }) => file);
    expect(source.filter((file: string) => file.startsWith('src/'))).toEqual([
      'src/convert/hooks.d.ts',
    ]);
    const archive = path.join(folder, filename);
    const said = npm(
      folder,
      ...['exec', '--yes', '--offline', `--package=${archive}`, '--'],
      ...['transship', 'convert', '.', '--dry-run'],
    );
    expect(said).toContain('+++ b/.github/workflows/shippable.yml');
  });
});
