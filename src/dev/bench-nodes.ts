// The Nodes that the bench measures on: users have the one of their machine, and hosted runners bring one for actions.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export type BenchNode = { readonly program: string; readonly major: number };

/**
 * The Node that runs this, those that `TRANSSHIP_BENCH_NODE` lists as PATH lists folders, and what is on PATH as `node20`
 * and `node24`; the first of each major version, oldest first.
 */
export function benchNodes(): readonly BenchNode[] {
  const named = (process.env['TRANSSHIP_BENCH_NODE'] ?? '').split(path.delimiter);
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => ['node20', 'node24'].map((name) => path.join(folder, name)));
  const found = new Map<number, string>();
  for (const program of [process.execPath, ...named, ...onPath]) {
    if (program === '' || !fs.existsSync(program)) continue;
    // The launcher of the actions looks for a `node` in a folder, which a link of another name does not show.
    const real = fs.realpathSync(program);
    const version = execFileSync(real, ['--version'], { encoding: 'utf8' });
    const major = Number(/^v(\d+)/.exec(version)?.[1]);
    if (!found.has(major)) found.set(major, real);
  }
  return [...found]
    .map(([major, program]) => ({ major, program }))
    .sort((a, b) => a.major - b.major);
}
