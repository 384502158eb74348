// `npm run commands -- [FOLDER...]`: converts each repository and holds every program that its jobs call against
// the machine's table. Without a folder, the corpus beside the checkout. Exits with 1 where a call is neither
// known, nor installed, nor reported. `--all` prints the calls that work as well.

import path from 'node:path';
import { convert } from '../convert/convert.ts';
import { openRepository } from '../host/files/repository.ts';
import { defaultSettings } from '../legacy/translation.ts';
import type { JudgedCall } from '../machine/programs/judge-calls.ts';
import { hostedRunner } from '../machine/programs/machines.ts';
import { corpusFolder, corpusRepositories, measuringPin } from './corpus/repositories.ts';

const isFull = process.argv.includes('--all');
const given = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const repositories =
  given.length > 0
    ? given.map((folder) => ({
        name: path.basename(path.resolve(folder)),
        repository: openRepository(folder).repository,
      }))
    : corpusRepositories();

if (repositories.length === 0) {
  console.log('0 passed, 0 failed, 1 skipped');
  console.log(`there is no corpus at ${corpusFolder}`);
} else {
  console.log(`facts: ${hostedRunner.source}`);
  const silent = await listAll();
  process.exitCode = silent === 0 ? 0 : 1;
}

async function listAll(): Promise<number> {
  const counts = { works: 0, installed: 0, missing: 0, unknown: 0 };
  let silent = 0;
  for (const { name, repository } of repositories) {
    const calls: JudgedCall[] = [];
    await convert({
      repository,
      settings: defaultSettings,
      own: measuringPin,
      watchCalls: (call) => calls.push(call),
    });
    for (const job of new Set(calls.map((call) => call.job))) {
      printJob(
        `${name} ${job}`,
        calls.filter((call) => call.job === job),
      );
    }
    for (const { verdict, isReported } of calls) {
      counts[verdict.kind] += 1;
      if (verdict.kind !== 'works' && !isReported) silent += 1;
    }
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(
    `${all} calls: ${counts.works} known, ${counts.installed} installed by a step, ${counts.missing + counts.unknown} reported; ${silent} neither`,
  );
  return silent;
}

function printJob(title: string, calls: readonly JudgedCall[]): void {
  const lines = new Set(
    calls.flatMap(({ call, machine, verdict }) => {
      if (verdict.kind === 'works') return isFull ? [`  ${call.word}: ${verdict.by}`] : [];
      const where = call.script === undefined ? '' : ` in ${call.script}`;
      const outcome = {
        installed: 'installed by a step',
        missing: 'reported',
        unknown: 'reported',
      };
      return [`  ${call.word}${where}: not in ${machine}; ${outcome[verdict.kind]}`];
    }),
  );
  console.log(`${title}: ${calls.length} calls`);
  for (const line of [...lines].sort()) console.log(line);
}
