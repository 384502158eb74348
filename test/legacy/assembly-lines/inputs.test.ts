// What the workflows hand to `line-start` is what its program reads: names once each, definitions as they were written.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../../src/convert/convert.ts';
import { corpusRepositories } from '../../../src/dev/corpus/repositories.ts';
import type { Repository } from '../../../src/ground/repository.ts';
import { defaultSettings } from '../../../src/legacy/translation.ts';
import { readIntegrations, readSteps } from '../../../src/lines/step-list.ts';
import { goldenCases, ownPin, repositoryOf } from '../../golden-case.ts';
import { readRepositoryGraph } from './source-graph.ts';

type YamlStep = { readonly uses?: string; readonly with?: Readonly<Record<string, string>> };

async function faults(repository: Repository): Promise<string[]> {
  const { files } = await convert({ repository, settings: defaultSettings, own: ownPin });
  const { resources } = readRepositoryGraph(repository.paths, repository.read);
  const steps = files
    .filter(({ path }) => path.startsWith('.github/workflows/'))
    .flatMap(({ content }) => Object.values((parse(content) as { jobs: object }).jobs))
    .flatMap((job: { steps?: readonly YamlStep[] }) => job.steps ?? [])
    .filter(({ uses }) => uses?.includes('/actions/line-start@'));
  const found: string[] = [];
  for (const { with: inputs = {} } of steps) {
    for (const operation of ['IN', 'OUT'] as const) {
      const read = readSteps(inputs[operation.toLowerCase()] ?? '', operation);
      if (!read.ok) {
        found.push(`${inputs['job']}, ${operation}: ${JSON.stringify(read)}`);
        continue;
      }
      for (const { name, type, definition } of read.value) {
        const source = resources.get(name);
        if (source === undefined || type === 'external') continue;
        const wanted = withTexts(JSON.parse(JSON.stringify(source.definition)));
        if (JSON.stringify(withTexts(definition)) !== JSON.stringify(wanted))
          found.push(`${name}: ${JSON.stringify(definition)}, expected ${JSON.stringify(wanted)}`);
      }
    }
    const integrations = readIntegrations(inputs['integrations'] ?? '');
    if (!integrations.ok) found.push(`${inputs['job']}: ${JSON.stringify(integrations)}`);
  }
  return found;
}

/** Without encrypted texts, and with names of versions as texts; keys sorted. */
function withTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'secure')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, key === 'versionName' ? String(inner) : withTexts(inner)]),
  );
}

const cases = goldenCases()
  .filter(({ name }) => name.startsWith('assembly-lines/'))
  .map(({ name, folder }) => [name, repositoryOf(folder)] as const);
const corpus = corpusRepositories()
  .filter(({ name }) => name.startsWith('assembly-lines/'))
  .map(({ name, repository }) => [name, repository] as const);

describe('golden cases', () => {
  test.each(cases)('%s', async (_, repository) => expect(await faults(repository)).toEqual([]));
});

describe.skipIf(corpus.length === 0)('corpus', () => {
  test.each(corpus)('%s', async (_, repository) => expect(await faults(repository)).toEqual([]));
});
