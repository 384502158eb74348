// `npm run test:update [-- CASE...]`: writes what came out of all golden cases, or of those named, beside their input.
// A case is named by its folder, from here or below `test/golden`: `shippable/readme-example`.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const golden = new URL('golden/', import.meta.url).pathname;
const cases = process.argv.slice(2).map((given) => {
  const folder = [path.resolve(given), path.join(golden, given)].find((at) => fs.existsSync(at));
  const name = folder === undefined ? '' : path.relative(golden, folder);
  if (folder === undefined || name.startsWith('..') || path.isAbsolute(name)) {
    console.error(`${given}: no folder of test/golden. Name a case, or a system with all its cases.`);
    process.exit(2);
  }
  return name.replaceAll(path.sep, '/');
});
const escaped = cases.map((name) => name.replace(/[^\w/]/g, '\\$&'));
const pattern = escaped.some((name) => name === '') ? [] : escaped;
const { status } = spawnSync(
  process.execPath,
  [
    new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname,
    ...['run', '--config', 'test/vitest.config.ts', 'test/golden.test.ts'],
    ...(pattern.length === 0 ? [] : ['-t', `golden cases (?:${pattern.join('|')})(?:/|$)`]),
  ],
  { stdio: 'inherit', env: { ...process.env, UPDATE_GOLDEN: '1' } },
);
process.exit(status ?? 1);
