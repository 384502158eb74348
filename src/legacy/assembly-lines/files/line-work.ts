// Whether a repository has anything of Assembly Lines. Most have CI alone, and need none of what translates lines.

import type { Repository } from '../../../ground/repository.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { SourceDocument } from '../../../source/parse.ts';
import { lineKeys, type ShippableSources } from '../../sources.ts';
import { type CiVersions, ciVersions } from './ci-versions.ts';

export type LineSources = {
  readonly shippable?: ShippableSources;
  /** Anchors that all files use. */
  readonly templates?: SourceDocument;
  /** The files of Assembly Lines alone. */
  readonly documents: readonly SourceDocument[];
};

export type LineWork = {
  /** Files with parts of lines. */
  readonly files: readonly SourceDocument[];
  /** What commands of the CI part do for lines. */
  readonly versions: CiVersions;
};

/** Undefined where there is CI alone. */
export function lineWork(
  { shippable, documents }: LineSources,
  repository: Repository,
): LineWork | undefined {
  const main = shippable?.main;
  const files = [...documents, ...(main !== undefined && hasLines(main.root) ? [main] : [])];
  const versions = ciVersions(main?.root, files.length > 0, repository);
  return files.length === 0 && !versions.asks ? undefined : { files, versions };
}

const hasLines = (root: SourceNode | undefined): boolean =>
  root?.kind === 'mapping' && root.entries.some(({ key }) => lineKeys.includes(key.text));
