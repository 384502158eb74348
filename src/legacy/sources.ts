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
