// `npm run corpus`: converts every repository of the corpus and prints what holds of it, in numbers. Exits
// with 1 where a bound is broken. `--list` prints every finding instead of the first few; `--quick` leaves
// out the honesty test, which converts once for every value.

import { inheritedFindings } from '../report/inherited.ts';
import type { Figure } from './corpus/figure.ts';
import { bounds, printFigures } from './corpus/figures.ts';
import { claimedLeaves, judgeLeaf, type Verdict } from './corpus/honesty.ts';
import { type Measure, measure } from './corpus/measure.ts';
import { corpusFolder, corpusRepositories } from './corpus/repositories.ts';
import {
  available,
  describeFinding,
  type Finding,
  githubParser,
  judgeWorkflows,
} from './judges/index.ts';

const shown = process.argv.includes('--list') ? Number.POSITIVE_INFINITY : 10;
const isQuick = process.argv.includes('--quick');
const repositories = corpusRepositories();

if (repositories.length === 0) {
  console.log('0 passed, 0 failed, 1 skipped');
  console.log(`there is no corpus at ${corpusFolder}`);
} else {
  const figures = await measureAll();
  printFigures(figures, shown);
  process.exitCode = figures.every(({ holds }) => holds !== false) ? 0 : 1;
}

async function measureAll(): Promise<readonly Figure[]> {
  const measures: Measure[] = [];
  const crashes: string[] = [];
  for (const repository of repositories) {
    try {
      measures.push(await measure(repository));
    } catch (error) {
      crashes.push(`${repository.name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  const files = measures.flatMap(({ name, conversion }) =>
    conversion.files
      .filter(({ path }) => path.startsWith('.github/workflows/'))
      .map(({ path, content }) => ({ path: `${name}/${path}`, content })),
  );
  const { actionlint, zizmor } = available();
  const hasAll = actionlint && zizmor;
  const verdict = hasAll
    ? await judgeWorkflows(files)
    : { findings: await githubParser(files), inherited: [] };
  return bounds({
    repositories: repositories.length,
    crashes,
    measures,
    workflows: files.length,
    judges: hasAll ? "GitHub's parser, actionlint, zizmor" : "GitHub's parser alone",
    findings: verdict.findings.map(describeFinding),
    inherited: verdict.inherited.map(({ rule }) => rule),
    unlisted: verdict.inherited.filter((one) => !isListed(one, measures)).map(describeFinding),
    verdicts: isQuick ? undefined : await judgeAll(measures),
  });
}

/** Whether the report of the repository names what a linter inherits. */
function isListed({ path, rule }: Finding, measures: readonly Measure[]): boolean {
  return measures.some(
    ({ name, conversion }) =>
      path.startsWith(`${name}/`) &&
      inheritedFindings(conversion).some(({ message }) => message.includes(`\`${rule}\``)),
  );
}

async function judgeAll(measures: readonly Measure[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { name, conversion } of measures) {
    const repository = repositories.find((one) => one.name === name)?.repository;
    if (repository === undefined) continue;
    for (const leaf of claimedLeaves(repository, conversion)) {
      const verdict = await judgeLeaf(repository, conversion, leaf);
      verdicts.push({ ...verdict, file: `${name}/${verdict.file}` });
    }
  }
  return verdicts;
}
