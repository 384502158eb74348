// `npm run lines`: converts the repositories of the corpus that have Assembly Lines and prints what holds of them, in
// numbers. Exits with 1 where a bound is broken. `--list` prints every finding; `--quick` leaves out the honesty test.

import fs from 'node:fs';
import path from 'node:path';
import { convert } from '../convert/convert.ts';
import { defaultSettings } from '../legacy/translation.ts';
import { printFigures } from './corpus/figures.ts';
import { claimedLeaves, judgeLeaf, type Verdict } from './corpus/honesty.ts';
import { lineFigures, type WatchedCall } from './corpus/line-figures.ts';
import { measure } from './corpus/measure.ts';
import { corpusFolder, corpusRepositories, measuringPin } from './corpus/repositories.ts';
import { available, describeFinding, githubParser, judgeWorkflows } from './judges/index.ts';

const kind = 'assembly-lines/';
const shown = process.argv.includes('--list') ? Number.POSITIVE_INFINITY : 10;
const isQuick = process.argv.includes('--quick');
const repositories = corpusRepositories().filter(({ name }) => name.startsWith(kind));

if (repositories.length === 0) {
  console.log('0 passed, 0 failed, 1 skipped');
  console.log(`there are no Assembly Lines at ${corpusFolder}`);
} else {
  const figures = lineFigures(await look());
  printFigures(figures, shown);
  process.exitCode = figures.every(({ holds }) => holds !== false) ? 0 : 1;
}

async function look() {
  const measures = [];
  const calls: WatchedCall[] = [];
  const verdicts: Verdict[] = [];
  for (const one of repositories) {
    const measured = await measure(one);
    measures.push(measured);
    await convert({
      repository: one.repository,
      settings: defaultSettings,
      own: measuringPin,
      watchCalls: (call) => calls.push({ ...call, repository: one.name }),
    });
    if (isQuick) continue;
    for (const leaf of claimedLeaves(one.repository, measured.conversion)) {
      const verdict = await judgeLeaf(one.repository, measured.conversion, leaf);
      verdicts.push({ ...verdict, file: `${one.name}/${verdict.file}` });
    }
  }
  const files = measures.flatMap(({ name, conversion }) =>
    conversion.files
      .filter((file) => file.path.startsWith('.github/workflows/'))
      .map(({ path: at, content }) => ({ path: `${name}/${at}`, content })),
  );
  const { actionlint, zizmor } = available();
  const verdict =
    actionlint && zizmor
      ? await judgeWorkflows(files)
      : { findings: await githubParser(files), inherited: [] };
  return {
    measures,
    calls,
    verdicts: isQuick ? undefined : verdicts,
    workflows: files,
    judges: actionlint && zizmor ? "GitHub's parser, actionlint, zizmor" : "GitHub's parser alone",
    findings: verdict.findings.map(describeFinding),
    designs: designs(),
  };
}

/** Pipelines that were converted by hand once, by the repository that they are of. */
function designs(): ReadonlyMap<string, string> {
  const folder = path.join(corpusFolder, '..', 'reference', 'assembly-line-designs');
  const of: Readonly<Record<string, string>> = {
    '1-ecs.yml': 'devops-recipes+deploy-ecs-basic',
    '2-kubernetes.yml': 'Boolos+kube-fun',
    '6-runcli-artifacts.yml': 'ambarish2012+node-dockerhub-runcli-kubernetes-kubectl',
  };
  return new Map(
    Object.entries(of).flatMap(([file, name]) => {
      const at = path.join(folder, file);
      return fs.existsSync(at) ? [[`${kind}${name}`, fs.readFileSync(at, 'utf8')] as const] : [];
    }),
  );
}
