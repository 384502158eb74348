// `npm run mutants [-- FOLDER...] [--seed N] [--sample N]`: plants small faults (mutants) in the code and runs the unit
// and golden tests against each: what the tests do not notice could break unnoticed. A seeded sample of 100 for each
// folder of the core; prints score and survivors, and exits with 1 where a score is below its folder's limit.
// Minutes of all cores, so it is not a part of `npm test`.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commonTokens } from '@stryker-mutator/api/plugin';
import { Stryker } from '@stryker-mutator/core';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import fc from 'fast-check';
import { createInjector } from 'typed-inject';
import { mutantKey, mutantSample } from './mutant-sample.ts';
import { filesBelow, inProject, projectFolder } from './project.ts';

/** Folders of `src/`, and the least share of mutants that the tests must notice. */
const limits = {
  source: 0.85,
  convert: 0.8,
  legacy: 0.8,
  pattern: 0.85,
  template: 0.85,
  registry: 0.8,
  secret: 0.85,
} as const;
type Folder = keyof typeof limits;

type Result = Awaited<ReturnType<Stryker['runMutationTest']>>[number];
type Mutant = Awaited<
  ReturnType<ReturnType<typeof createInstrumenter>['instrument']>
>['mutants'][number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20260921' },
    sample: { type: 'string', default: '100' },
  },
});
const folders = Object.keys(limits) as Folder[];
const wanted = positionals.map((given) => given.replace(/^(?:\.\/)?(?:src\/)?|\/$/g, ''));
const unknown = wanted.filter((name) => !folders.some((folder) => isBelow(name, folder)));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not in a folder that is measured: ${folders.join(', ')}.`);
  process.exitCode = 2;
} else process.exitCode = await measure();

function isBelow(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

async function measure(): Promise<number> {
  const places = wanted.length === 0 ? folders : wanted;
  const sample = (await Promise.all(places.map(sampleOf))).flat();
  const chosen = new Set(sample.map(mutantKey));
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-mutants-'));
  try {
    const results = await new Stryker({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner', inProject('build/dev/mutant-sample.js')],
      checkers: [mutantSample],
      [mutantSample]: [...chosen],
      warnings: false,
      vitest: { configFile: 'test/vitest.mutants.config.ts', related: true },
      coverageAnalysis: 'perTest',
      // What runs once when a module loads: every test would have to run anew for each of them.
      ignoreStatic: true,
      mutate: [...new Set(sample.map(placeOf))],
      // It would be read by an old compiler's rules.
      tsconfigFile: 'none.json',
      // Nothing checks types here, and a line on top of the programs in golden cases would shift the others.
      disableTypeChecks: false,
      tempDirName: path.relative(projectFolder, temporary),
      ignorePatterns: ['/dist', '/build'],
      reporters: process.stdout.isTTY ? ['clear-text', 'progress'] : ['clear-text'],
      clearTextReporter: {
        reportTests: false,
        reportMutants: false,
        reportScoreTable: false,
        logTests: false,
      },
      // An endless loop is counted, and ends by itself: the time is for what hangs otherwise, on a busy machine too.
      timeoutMS: 120_000,
      // Of all tests once, on a machine that does other things as well.
      dryRunTimeoutMinutes: 30,
      allowConsoleColors: false,
    }).runMutationTest();
    const measured = results.filter((result) => chosen.has(mutantKey(fromZero(result))));
    return places.map((place) => tell(place, measured)).every(Boolean) ? 0 : 1;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** A seeded sample of the mutants below a folder: each has the same chance, however many others share its place. */
async function sampleOf(place: string): Promise<readonly Mutant[]> {
  const quiet = () => {};
  const logger = { isDebugEnabled: () => false, debug: quiet, info: quiet, warn: quiet } as never;
  const instrumenter = createInjector()
    .provideValue(commonTokens.logger, logger)
    .injectFunction(createInstrumenter as never) as ReturnType<typeof createInstrumenter>;
  const single = `src/${place}`;
  const files = place.endsWith('.ts')
    ? [single]
    : filesBelow(inProject('src', place)).map((file) => `${single}/${file}`);
  const { mutants } = await instrumenter.instrument(
    files.map((name) => ({
      name,
      content: fs.readFileSync(inProject(name), 'utf8'),
      mutate: true,
    })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const shuffled = fc.shuffledSubarray([...mutants], { minLength: mutants.length });
  const [order = []] = fc.sample(shuffled, { seed: Number(values.seed), numRuns: 1 });
  return order.slice(0, Number(values.sample));
}

/** Results count lines and columns from 1, mutants from 0. */
function fromZero({ location: { start, end }, ...result }: Result): Result {
  const before = ({ line, column }: typeof start) => ({ line: line - 1, column: column - 1 });
  return { ...result, location: { start: before(start), end: before(end) } };
}

/** As Stryker's `file:line:column-line:column`, with lines from 1. */
function placeOf({ fileName, location: { start, end } }: Mutant): string {
  const at = ({ line, column }: typeof start): string => `${line + 1}:${column}`;
  return `${fileName}:${at(start)}-${at(end)}`;
}

/** Prints a folder's score and its survivors; whether the score is good enough. */
function tell(place: string, results: readonly Result[]): boolean {
  const of = results.filter(({ fileName }) =>
    isBelow(path.relative(inProject('src'), path.resolve(projectFolder, fileName)), place),
  );
  const count = (...states: readonly string[]) =>
    of.filter(({ status }) => states.includes(status)).length;
  const endless = count('Timeout');
  const noticed = count('Killed') + endless;
  const valid = noticed + count('Survived', 'NoCoverage');
  const left = count('Ignored');
  const limit = limits[folders.find((folder) => isBelow(place, folder)) ?? 'convert'];
  const score = valid === 0 ? 1 : noticed / valid;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const notes = [
    // On a busy machine, look whether they really do not end.
    endless === 0 ? '' : `; ${endless} because the tests did not end`,
    left === 0 ? '' : `; ${left} at load time not measured`,
  ].join('');
  console.log(
    `${place}: ${noticed} of ${valid} noticed, ${percent(score)} of at least ${percent(limit)}${notes}`,
  );
  for (const { fileName, location, mutatorName, replacement, status } of of) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const file = path.relative(projectFolder, path.resolve(projectFolder, fileName));
    const text = replacement?.replace(/\s+/g, ' ').slice(0, 80) ?? '';
    console.log(`  ${status} ${file}:${location.start.line} ${mutatorName}: ${text}`);
  }
  return score >= limit;
}
