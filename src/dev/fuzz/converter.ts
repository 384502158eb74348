// Legacy files of every key that the products had, with values and names that nobody expects.

import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Repository } from '../../ground/repository.ts';
import { keyReference } from '../../report/key-reference.ts';
import { toReport } from '../../report/report.ts';
import { convertForMeasure } from '../corpus/repositories.ts';
import { describeFinding, githubParser } from '../judges/index.ts';
import { demand, hostileText } from './target.ts';

type Files = Readonly<Record<string, string>>;

/** Nothing else has this name, so GitHub's parser refuses a workflow that would evaluate it. */
const canary = '${{ canary }}';

const words = [...new Set(keyReference().flatMap(({ path }) => path.split('.')))];
const values = ['true', '1.10', 'master', 'run', 'push', 'docker', 'slack', 'app', 'make', canary];

const tree = (): fc.Arbitrary<unknown> =>
  fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'legacy' },
      hostileText(values),
      fc.constantFrom<unknown>(...values, 1, true, null),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...words) },
          { weight: 1, arbitrary: hostileText(values) },
        ),
        tie('node'),
        { maxKeys: 6 },
      ),
    ),
  })).node;

const yaml = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: tree().map((root) => stringify(root)) },
    { weight: 1, arbitrary: hostileText([...words.map((word) => `${word}: `), '\n', '  ', '- ']) },
  );

/** A Shippable file, or a CodeShip project in some folder. */
export const legacyRepositories = (): fc.Arbitrary<Files> =>
  fc.oneof(
    yaml().map((text) => ({ 'shippable.yml': text })),
    fc
      .tuple(fc.constantFrom('', 'a/', `a ${canary}/`, 'a\nb/', 'a\u202Eb/'), yaml(), steps())
      .map(([folder, services, text]) => ({
        [`${folder}codeship-services.yml`]: `app:\n  image: redis:6\n${asEntries(services)}`,
        [`${folder}codeship-steps.yml`]: text,
      })),
  );

const steps = (): fc.Arbitrary<string> =>
  fc
    .array(tree(), { maxLength: 4 })
    .map((items) =>
      stringify([
        { service: 'app', name: canary, command: `echo ${canary}` },
        ...items.map((item) => ({ service: 'app', command: 'true', ...asObject(item) })),
      ]),
    );

const asObject = (item: unknown): object =>
  typeof item === 'object' && item !== null && !Array.isArray(item) ? item : {};

const asEntries = (text: string): string => (/^[\w"' -]+:/.test(text) ? text : '');

export async function checkConversion(files: Files): Promise<void> {
  const repository: Repository = {
    paths: Object.keys(files).sort(),
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
  const start = performance.now();
  const conversion = await convertForMeasure(repository);
  demand(performance.now() - start < 5000, 'it took longer than five seconds');
  const workflows = conversion.files.filter(({ path }) => path.startsWith('.github/workflows/'));
  const findings = (await githubParser(workflows)).map(describeFinding);
  demand(findings.length === 0, findings.join('\n'));
  const again = await convertForMeasure(repository);
  demand(
    JSON.stringify(toReport(again, '1')) === JSON.stringify(toReport(conversion, '1')),
    'a second conversion says something else',
  );
}
