// Assembly Lines as they were read: jobs with their steps, and resources. Nothing is resolved yet.

import type { Section } from '../../../source/keys.ts';
import type { MappingNode, ScalarNode, SourceNode } from '../../../source/node.ts';
import type {
  inStepKeys,
  jobKeys,
  outStepKeys,
  resourceKeys,
  taskKeys,
  taskStepKeys,
} from './keys.ts';

export type LineResource = {
  readonly name: string;
  readonly type: string;
  readonly named: ScalarNode;
  readonly keys: Section<typeof resourceKeys>;
  readonly node: MappingNode;
  /** The integration that it names; undefined without one. */
  readonly integration?: ScalarNode;
};

export type InStep = {
  readonly name: string;
  readonly named: ScalarNode;
  readonly keys: Section<typeof inStepKeys>;
  readonly node: MappingNode;
  /** Whether a new version starts the job. */
  readonly starts: boolean;
};

export type OutStep = {
  readonly name: string;
  readonly named: ScalarNode;
  readonly keys: Section<typeof outStepKeys>;
  readonly node: MappingNode;
};

export type Task = {
  readonly keys?: Section<typeof taskKeys>;
  /** The items, as they are given to the shell one after the other. */
  readonly script: readonly ScalarNode[];
  readonly before: readonly string[];
};

export type Hook = {
  readonly script: readonly ScalarNode[];
  /** Names of notifications. */
  readonly notify: readonly Notify[];
};

export type Notify = { readonly named: ScalarNode; readonly node: SourceNode };

export type HookName = 'on_start' | 'on_success' | 'on_failure' | 'always' | 'on_cancel';

export const hookNames: readonly HookName[] = [
  'on_start',
  'on_success',
  'on_failure',
  'always',
  'on_cancel',
];

/** A step in its order. */
export type LineStep =
  | { readonly kind: 'in'; readonly step: InStep }
  | { readonly kind: 'out'; readonly step: OutStep }
  | { readonly kind: 'task'; readonly task: Task };

export type LineJob = {
  readonly name: string;
  readonly type: string;
  readonly named: ScalarNode;
  readonly keys: Section<typeof jobKeys>;
  readonly node: MappingNode;
  readonly steps: readonly LineStep[];
  readonly ins: readonly InStep[];
  readonly outs: readonly OutStep[];
  readonly tasks: readonly Task[];
  readonly hooks: Readonly<Partial<Record<HookName, Hook>>>;
  /** `bump` and `deployMethod` beside `TASK`. */
  readonly managed: Partial<Section<typeof taskStepKeys>>;
};

export type Lines = {
  readonly jobs: readonly LineJob[];
  readonly resources: readonly LineResource[];
};
