import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzTargets } from '../../src/dev/fuzz/targets.ts';

/** A converted repository costs a thousand times what a line costs. */
const inputs = (name: string): number => (name === 'converter' ? 30 : 2000);

test.each(fuzzTargets)('$name: $holds', async ({ name, property }) => {
  await fc.assert(property(), { numRuns: inputs(name), seed: 20_260_921 });
});

test('each target has a name of its own', () => {
  expect(new Set(fuzzTargets.map(({ name }) => name)).size).toBe(fuzzTargets.length);
});
