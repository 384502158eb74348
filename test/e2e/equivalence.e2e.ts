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
const notes = new Map<string, string>();

beforeAll(async () => {
  const opened = await tools;
  for (const [of, started] of schedule(cases, (of) => runCase(of, opened))) {
    started.catch(() => {});
    running.set(`${of.system}/${of.name}`, started);
  }
});

afterAll(async () => {
  printTable(done, notes);
  closeTools(await tools);
});

/**
 * `act` now and then loses the last lines of a step that ends at once. Where results, files and everything else agree
 * and a trace only lacks lines, the case is run once more by itself, which the table says.
 */
function lostLines({ expected, actual }: Comparison): boolean {
  const without = (outcome: Comparison['actual']): string =>
    JSON.stringify({ ...outcome, jobs: resultsOf(outcome) });
  if (without(expected) !== without(actual)) return false;
  const [ours, theirs] = [tracesOf(actual), tracesOf(expected)];
  return ours.join('\n') !== theirs.join('\n') && isSubsequence(ours, theirs);
}

type Job = { readonly result: string; readonly trace: readonly string[] };
const jobsOf = (outcome: Comparison['actual']): readonly Job[] =>
  (outcome['jobs'] ?? []) as readonly Job[];
const resultsOf = (outcome: Comparison['actual']): readonly string[] =>
  jobsOf(outcome).map(({ result }) => result);
const tracesOf = (outcome: Comparison['actual']): readonly string[] =>
  jobsOf(outcome).flatMap(({ trace }, index) => trace.map((line) => `${index}: ${line}`));

function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const line of all) if (line === some[at]) at += 1;
  return at === some.length;
}

for (const of of cases) {
  const name = `${of.system}/${of.name}`;
  test(name, { timeout: timeLimit }, async () => {
    let result = await running.get(name);
    if (result === undefined) throw new Error('never started');
    if (result.comparisons.some(lostLines)) {
      const again = await runCase(of, await tools);
      result = { comparisons: again, seconds: result.seconds };
      notes.set(name, 'run again');
    }
    done.set(name, result);
    for (const { event, expected, actual, log } of result.comparisons)
      expect(actual, `${of.proves} (${of.from}), ${event}\n${log}`).toEqual(expected);
  });
}
