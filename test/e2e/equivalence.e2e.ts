// Every legacy project of test/equivalence, converted and run, against what its vendor did with it.
// EQUIVALENCE=PATTERN takes only the cases whose `system/name` the pattern matches.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { equivalenceCases } from '../equivalence/case.ts';
import type { Comparison } from '../equivalence/compare.ts';
import { closeTools, openTools, runCase } from '../equivalence/run-case.ts';
import { type Finished, schedule } from '../equivalence/schedule.ts';
import { printTable } from '../equivalence/table.ts';

/** Of which most is the wait for a case's turn, as all begin together. */
const timeLimit = 1_500_000;
const wanted = new RegExp(process.env['EQUIVALENCE'] ?? '');
const cases = equivalenceCases().filter(({ system, name }) => wanted.test(`${system}/${name}`));

const tools = openTools();
const running = new Map<string, Promise<Finished<readonly Comparison[]>>>();
const done = new Map<string, Finished<readonly Comparison[]>>();

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

for (const of of cases) {
  const name = `${of.system}/${of.name}`;
  test(name, { timeout: timeLimit }, async ({ task }) => {
    const opened = await tools;
    const isSecondTry = (task.result?.retryCount ?? 0) > 0;
    const result = await (isSecondTry
      ? schedule([of], () => runCase(of, opened))[0]?.[1]
      : running.get(name));
    if (result === undefined) throw new Error('never started');
    done.set(name, result);
    for (const { event, expected, actual, log } of result.comparisons)
      expect(actual, `${of.proves} (${of.from}), ${event}\n${log}`).toEqual(expected);
  });
}
