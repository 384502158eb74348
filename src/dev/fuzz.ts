// `npm run fuzz [-- TARGET...] [--minutes N] [--seed N]`: looks for inputs of which something does not hold that must
// hold of all. Half a minute for each target unless told otherwise. The same seed finds the same; a finding is printed
// with its seed and the smallest input. Exits with 1 where there is one.

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { FuzzTarget } from './fuzz/target.ts';
import { fuzzTargets } from './fuzz/targets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '0.5' },
    seed: { type: 'string', default: '20260921' },
  },
});
const unknown = positionals.filter((name) => !fuzzTargets.some((target) => target.name === name));
if (unknown.length > 0) {
  console.log(`${unknown.join(', ')}: no target. The targets are:`);
  for (const { name, holds } of fuzzTargets) console.log(`  ${name}: ${holds}`);
  process.exitCode = 2;
} else {
  const chosen = fuzzTargets.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  let failed = 0;
  for (const target of chosen) if (!(await fuzz(target))) failed++;
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function fuzz({ name, property }: FuzzTarget): Promise<boolean> {
  const seed = Number(values.seed);
  const details = await fc.check(property(), {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Number(values.minutes) * 60_000,
    markInterruptAsFailure: false,
  });
  const found = details.failed && details.counterexample !== null;
  console.log(`${name}: ${details.numRuns} inputs, seed ${seed}: ${found ? 'FOUND' : 'holds'}`);
  if (found) {
    console.log(`  path ${details.counterexamplePath}`);
    console.log(`  input ${JSON.stringify(details.counterexample)}`);
    console.log(`  ${details.errorInstance instanceof Error ? details.errorInstance.message : ''}`);
  }
  return !found;
}
