// `npm run test:update [-- CASE...]`: writes what came out of all golden cases, or of those named, beside their input.
// A case is named by its folder, from here or below `test/golden`: `shippable/readme-example`. The examples of
// `transship explain` come from the cases, so they are written again too.

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
const vitest = (file, more, env = {}) =>
  spawnSync(
    process.execPath,
    [
      new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname,
      ...['run', '--config', 'test/vitest.config.ts', file, ...more],
    ],
    { stdio: 'inherit', env: { ...process.env, ...env } },
  ).status ?? 1;
const only = pattern.length === 0 ? [] : ['-t', `golden cases (?:${pattern.join('|')})(?:/|$)`];
process.exit(
  vitest('test/golden.test.ts', only, { UPDATE_GOLDEN: '1' }) ||
    vitest('test/cli/explain-examples.test.ts', ['-t', 'every example is', '--update=all']),
);
