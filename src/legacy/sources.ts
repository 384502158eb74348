// The legacy files that each translator is given.

import type { SourceDocument } from '../source/parse.ts';

export type ShippableSources = {
  readonly main: SourceDocument;
  readonly templates?: SourceDocument;
};
export type CodeshipSources = {
  readonly folder: string;
  readonly services?: SourceDocument;
  readonly steps?: SourceDocument;
};

/** Root keys of the Assembly Lines engine (shippable.md 1). */
export const lineKeys: readonly string[] = ['resources', 'jobs', 'triggers'];
