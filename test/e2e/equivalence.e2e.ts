// Every legacy project of test/equivalence, converted and run, against what its vendor did with it.
// EQUIVALENCE=PATTERN takes only the cases whose `system/name` the pattern matches.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { equivalenceCases } from '../equivalence/case.ts';
import type { Comparison } from '../equivalence/compare.ts';
import { closeTools, openTools, runCase } from '../equivalence/run-case.ts';
import { schedule } from '../equivalence/schedule.ts';
import { printTable } from '../equivalence/table.ts';

const timeLimit = 900_000;
const wanted = new RegExp(process.env['EQUIVALENCE'] ?? '');
const cases = equivalenceCases().filter(({ system, name }) => wanted.test(`${system}/${name}`));

type Done = { readonly comparisons: readonly Comparison[]; readonly seconds: number };

const tools = openTools();
const running = new Map<string, Promise<Done>>();
const done = new Map<string, Done>();

beforeAll(async () => {
  const opened = await tools;
  for (const [of, started] of schedule(cases, (of) => runCase(of, opened))) {
    started.catch(() => {});
    running.set(`${of.system}/${of.name}`, started);
  }
});

afterAll(async () => {
  printTable(done);
  closeTools(await tools);
});

/**
 * act now and then loses the last lines of a step that ends at once. A trace that only lacks lines is taken once
 * more, the case by itself; whatever differs then is a difference.
 */
function lostLines({ expected, actual }: Comparison): boolean {
  return JSON.stringify(actual).length < JSON.stringify(expected).length;
}

for (const of of cases) {
  const name = `${of.system}/${of.name}`;
  test(name, { timeout: timeLimit }, async () => {
    const first = await running.get(name);
    if (first === undefined) throw new Error('never started');
    const result = first.comparisons.some(lostLines) ? await runCase(of, await tools) : first;
    done.set(name, result);
    for (const { event, expected, actual, log } of result.comparisons)
      expect(actual, `${of.proves} (${of.from}), ${event}\n${log}`).toEqual(expected);
  });
}
