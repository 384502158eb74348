// One project, read: what its workflow is written from.

import type { SourceDocument } from '../../source/parse.ts';
import type { TranslationContext } from '../translation.ts';
import type { Item } from './items.ts';
import type { Service } from './service.ts';

export type CodeshipOptions = {
  /** Another project of the repository runs on pushes, so this one is started by hand. */
  readonly byHandOnly: boolean;
};

export type Project = {
  readonly folder: string;
  readonly services: ReadonlyMap<string, Service>;
  readonly items: readonly Item[];
  readonly stepsFile: SourceDocument;
  readonly options: CodeshipOptions;
  readonly context: TranslationContext;
};
