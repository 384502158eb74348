// One repository of the corpus, measured.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Conversion } from '../../convert/convert.ts';
import type { Outcome } from '../../diagnostic/code-row.ts';
import { openRepository } from '../../host/files/repository.ts';
import { planFiles, writeWhole } from '../../host/files/write-files.ts';
import { toReport } from '../../report/report.ts';
import { validateReport } from '../judges/index.ts';
import { type ContentKind, contentOf, type Found, findItem, outputTexts } from './content.ts';
import { type CoveredLeaf, coverLeaves, isBeyondBounds } from './coverage.ts';
import { yamlLeaves } from './leaves.ts';
import { type CorpusRepository, convertForMeasure } from './repositories.ts';

export type Measure = {
  readonly name: string;
  readonly conversion: Conversion;
  readonly milliseconds: number;
  readonly leaves: readonly CoveredLeaf[];
  /** What must be empty: whatever breaks the contract, one line each. */
  readonly faults: readonly string[];
  readonly content: readonly {
    readonly kind: ContentKind;
    readonly found: Found;
    readonly place: string;
  }[];
};

/** @throws what the conversion throws, which is a crash. */
export async function measure(of: CorpusRepository): Promise<Measure> {
  const { name, repository } = of;
  const start = performance.now();
  const conversion = await convertForMeasure(repository);
  const milliseconds = performance.now() - start;
  const report = toReport(conversion, '0.0.0');
  const leaves = coverLeaves(report, (file) => yamlLeaves(repository.read(file) ?? ''));
  const texts = outputTexts(conversion);
  const content = leaves.flatMap(contentOf).map((item) => ({
    kind: item.kind,
    found: findItem(item, texts),
    place: `${name}/${item.covered.file}:${item.covered.leaf.line} ${item.text.slice(0, 100)}`,
  }));
  return {
    name,
    conversion,
    milliseconds,
    leaves,
    content,
    faults: [
      ...validateReport(report).map((fault) => `schema: ${fault}`),
      ...leaves
        .filter(({ entry }) => entry === undefined)
        .map(({ file, leaf }) => `not in the ledger: ${file}:${leaf.line} ${leaf.path}`),
      ...report.nodes
        .filter(({ outcome, code }) => outcome !== 'translated' && code === undefined)
        .map(({ file, line, path }) => `no diagnostic: ${file}:${line} ${path}`),
      ...(await unstable(of, conversion)),
    ].map((fault) => `${name}: ${fault}`),
  };
}

/** A second run, and a run in a folder that the first one wrote to, must give the same bytes. */
async function unstable(
  { repository, folder }: CorpusRepository,
  first: Conversion,
): Promise<string[]> {
  const bytes = (conversion: Conversion): string => JSON.stringify(toReport(conversion, ''));
  const faults: string[] = [];
  if (bytes(await convertForMeasure(repository)) !== bytes(first)) {
    faults.push('a second run gives other bytes');
  }
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-corpus-'));
  try {
    fs.cpSync(folder, copy, { recursive: true });
    for (const file of first.files) writeWhole(path.join(copy, file.path), file.content);
    const again = await convertForMeasure(openRepository(copy).repository);
    if (bytes(again) !== bytes(first)) faults.push('converting twice changes the result');
    const states = planFiles(copy, again.files).map(({ state }) => state.kind);
    if (states.some((kind) => kind !== 'equal')) faults.push('a written file is not seen as equal');
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
  return faults;
}

export type Share = { readonly counted: number; readonly lost: number };

/** How many values a person loses sight of: manual, dropped or invalid, beside what the bounds leave out. */
export function shareOf(leaves: readonly CoveredLeaf[]): Share {
  const counted = leaves.filter((leaf) => !isBeyondBounds(leaf));
  const isLost = (outcome: Outcome | undefined): boolean =>
    outcome === undefined || outcome === 'manual' || outcome === 'dropped' || outcome === 'invalid';
  return {
    counted: counted.length,
    lost: counted.filter(({ entry }) => isLost(entry?.outcome)).length,
  };
}
