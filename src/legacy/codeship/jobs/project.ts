// One project, read: what its workflow is written from.

import type { SourceDocument } from '../../../source/parse.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Service } from '../services/service.ts';
import type { Item } from '../steps/items.ts';
import type { Plan } from './plan.ts';

export type CodeshipOptions = {
  /** Another project of the repository runs on pushes, so this one is started by hand. */
  readonly byHandOnly: boolean;
  /** Is told what the project is, for whoever runs it on a machine of their own. */
  readonly watch?: (project: LocalProject) => void;
};

/** What running the steps by Compose takes: they, and what is decided about their services. */
export type LocalProject = {
  readonly items: readonly Item[];
  readonly plan: Plan;
  /** Path of the Compose file in the repository. */
  readonly composePath: string;
};

export type Project = {
  readonly folder: string;
  readonly services: ReadonlyMap<string, Service>;
  readonly items: readonly Item[];
  readonly stepsFile: SourceDocument;
  readonly options: CodeshipOptions;
  readonly context: TranslationContext;
};
