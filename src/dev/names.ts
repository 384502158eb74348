// `npm run names -- FOLDER`: how well the names of secrets are found without a key. FOLDER holds checkouts as
// OWNER+NAME; the names that a person would have to create, with their places, were labelled by hand. Prints recall and
// precision, and exits with 1 below 0.9 and 0.8. `--all` lists what was missed and what was too much.

import fs from 'node:fs';
import path from 'node:path';
import { convert } from '../convert/convert.ts';
import { scanForEvidence } from '../evidence/gather.ts';
import { openRepository } from '../host/files/repository.ts';
import { defaultSettings } from '../legacy/translation.ts';
import { measuringPin } from './corpus/repositories.ts';
import { projectFolder } from './project.ts';

type Labelled = {
  readonly repository: string;
  readonly commit: string;
  /** `conversion`: what its encrypted values held. `repository`: what all of its files need from outside. */
  readonly scope: 'conversion' | 'repository';
  /** The name, and where it is needed. */
  readonly names: Readonly<Record<string, string>>;
};

const least = { recall: 0.9, precision: 0.8 };
const isFull = process.argv.includes('--all');
const [folder = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const labelled = JSON.parse(
  fs.readFileSync(path.join(projectFolder, 'test/evidence/labelled-names.json'), 'utf8'),
) as readonly Labelled[];
const counts = {
  found: 0,
  missed: 0,
  tooMuch: 0,
  repositories: new Set<string>(),
  absent: new Set<string>(),
};

for (const { repository, scope, names } of labelled) {
  const at = path.join(folder, repository.replace('/', '+'));
  if (folder === '' || !fs.existsSync(at)) {
    counts.absent.add(repository);
    continue;
  }
  counts.repositories.add(repository);
  const found = await namesOf(at, scope);
  const missed = Object.keys(names).filter((name) => !found.has(name));
  const tooMuch = [...found].filter((name) => names[name] === undefined);
  counts.found += Object.keys(names).length - missed.length;
  counts.missed += missed.length;
  counts.tooMuch += tooMuch.length;
  if (isFull && missed.length + tooMuch.length > 0) {
    console.log(`${repository} (${scope})`);
    if (missed.length > 0) console.log(`  missed: ${missed.join(' ')}`);
    if (tooMuch.length > 0) console.log(`  too much: ${tooMuch.join(' ')}`);
  }
}

const recall = counts.found / (counts.found + counts.missed);
const precision = counts.found / (counts.found + counts.tooMuch);
if (counts.repositories.size === 0) {
  console.log(`0 passed, 0 failed, ${counts.absent.size} skipped`);
  console.log('give the folder with the checkouts of the labelled repositories, as OWNER+NAME');
} else {
  console.log(
    `${counts.repositories.size} repositories, ${counts.found + counts.missed} names, ${counts.absent.size} repositories absent`,
  );
  console.log(`recall ${recall.toFixed(3)} (at least ${least.recall})`);
  console.log(`precision ${precision.toFixed(3)} (at least ${least.precision})`);
  if (recall < least.recall || precision < least.precision) process.exitCode = 1;
}

async function namesOf(at: string, scope: Labelled['scope']): Promise<ReadonlySet<string>> {
  const { repository } = openRepository(at);
  if (scope === 'repository') {
    return new Set(
      scanForEvidence(repository)
        .neededIn([''], new Set())
        .map(({ name }) => name),
    );
  }
  const { secrets } = await convert({
    repository,
    settings: { ...defaultSettings, secretValues: 'each' },
    own: measuringPin,
  });
  return new Set(secrets.map(({ name }) => name));
}
