// `npm run size`: what a job downloads. Fails where a size is over its limit.

import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { projectFolder } from './project.ts';

/** Bytes after `gzip -9`, which is how GitHub sends an archive. */
const compressed = (what: readonly string[]): number =>
  gzipSync(
    execFileSync('git', ['archive', '--format=tar', ...what], {
      cwd: projectFolder,
      maxBuffer: 1 << 28,
    }),
    { level: 9 },
  ).length;

const rows = [
  { title: 'the archive of a commit, which a job downloads', what: ['HEAD'], most: 2_400_000 },
  { title: 'of it dist/', what: ['HEAD', 'dist'], most: 1_300_000 },
];
for (const { title, what, most } of rows) {
  const size = compressed(what);
  const verdict = size <= most ? 'within' : 'OVER';
  console.log(`${title}: ${size} bytes compressed, ${verdict} the limit of ${most}`);
  if (size > most) process.exitCode = 1;
}
