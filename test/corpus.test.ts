// What holds of every repository of the corpus; `npm run corpus` prints it in numbers, and in full.

import { describe, expect, test } from 'vitest';
import { claimedLeaves, judgeLeaf } from '../src/dev/corpus/honesty.ts';
import { measure, shareOf } from '../src/dev/corpus/measure.ts';
import { convertForMeasure, corpusRepositories } from '../src/dev/corpus/repositories.ts';
import { githubParser } from '../src/dev/judges/index.ts';
import { workOf } from './work.ts';

const repositories = corpusRepositories();

/** Every so many values are changed here; `npm run corpus` changes all. */
const stride = 20;

describe.skipIf(repositories.length === 0)(
  'the corpus (skipped where ../shared/corpus is not)',
  () => {
    test.each(repositories)('$name', async (repository) => {
      const { faults, content, conversion } = await measure(repository);
      expect(faults).toEqual([]);
      expect(content.filter(({ found }) => found === 'missing').map(({ place }) => place)).toEqual(
        [],
      );
      const workflows = conversion.files.filter(({ path }) => path.includes('.github/workflows/'));
      expect(await githubParser(workflows)).toEqual([]);
    });

    test('the work grows with the files', async () => {
      for (const { name, repository } of repositories) {
        const size = repository.paths.reduce(
          (sum, path) => sum + (repository.read(path)?.length ?? 0),
          0,
        );
        const work = await workOf(() => convertForMeasure(repository));
        expect(work, name).toBeLessThan(10_000 + 60 * size);
      }
    });

    test('few values are left to a person', async () => {
      const leaves = (await Promise.all(repositories.map(measure))).flatMap((one) => one.leaves);
      const { counted, lost } = shareOf(leaves);
      expect(lost).toBeLessThanOrEqual(counted / 10);
    });

    test(`every ${stride}th value that is said to be translated has its effect where it is said`, async () => {
      const dishonest: string[] = [];
      let count = 0;
      for (const { name, repository } of repositories) {
        const conversion = await convertForMeasure(repository);
        for (const leaf of claimedLeaves(repository, conversion)) {
          if (count++ % stride !== 0) continue;
          const { kind, file, line, path, target } = await judgeLeaf(repository, conversion, leaf);
          if (kind === 'dishonest') dishonest.push(`${name}/${file}:${line} ${path} -> ${target}`);
        }
      }
      expect(dishonest).toEqual([]);
    });
  },
);
