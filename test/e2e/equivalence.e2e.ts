// Every legacy project of test/equivalence, converted and run, against what its vendor did with it.

import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownActionsFolder } from '../equivalence/actions.ts';
import { type EquivalenceCase, equivalenceCases } from '../equivalence/case.ts';
import { type Comparison, runCase, type Tools } from '../equivalence/run-case.ts';
import { printTable } from '../equivalence/table.ts';
import { openTranslator } from '../equivalence/translator.ts';

let tools: Tools;
const done = new Map<string, readonly Comparison[]>();

beforeAll(async () => {
  tools = { translator: await openTranslator(), ownActions: await ownActionsFolder() };
});

afterAll(() => {
  printTable(done);
  tools.translator.remove();
  rmSync(tools.ownActions, { recursive: true, force: true });
});

async function prove(of: EquivalenceCase): Promise<void> {
  const comparisons = await runCase(of, tools);
  done.set(`${of.system}/${of.name}`, comparisons);
  for (const { event, expected, actual, log } of comparisons)
    expect(actual, `${of.proves} (${of.from}), ${event}\n${log}`).toEqual(expected);
}

const cases = equivalenceCases();

for (const of of cases) {
  // What a machine has once is used by one case at a time.
  const run = of.alone ? test.sequential : test.concurrent;
  run(`${of.system}/${of.name}`, () => prove(of));
}
