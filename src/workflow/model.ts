// A GitHub workflow as data, as far as this project writes it. `layout.ts` gives it its order of keys.

import type { Expression } from '../expression/expression.ts';
import type { FixedText, Text } from '../expression/text.ts';
import type { InputName } from '../interfaces/action-interface.ts';
import type { PinnedAction } from '../interfaces/pins.ts';
import type { Line } from '../output/tree.ts';
import type { SourceNode } from '../source/node.ts';
import type { OwnAction, ownInterfaces } from './own-actions.ts';

export type Workflow = {
  /** `.github/workflows/NAME.yml`. */
  readonly path: string;
  readonly header: readonly string[];
  /** The project's folder, where it is not the root of the repository. */
  readonly folder?: string;
  readonly on: Triggers;
  readonly concurrency: Text;
  /** A new run of the group cancels the one before it. */
  readonly cancelInProgress?: true | Expression;
  readonly jobs: readonly Job[];
};

export type Triggers = {
  readonly push?: {
    readonly branches?: readonly FixedText[];
    readonly tags?: readonly FixedText[];
    readonly comment?: string;
  };
  readonly pullRequest?: { readonly branches?: readonly FixedText[] };
  /** Types of the event `release`. */
  readonly release?: readonly 'published'[];
  readonly schedule?: readonly FixedText[];
  readonly dispatch?: true;
};

export type Job = {
  readonly id: string;
  readonly name: Text;
  readonly if?: Expression;
  readonly needs?: readonly string[];
  readonly runsOn: Text;
  readonly environment?: Text;
  readonly timeoutMinutes: number;
  readonly continueOnError?: true | Expression;
  /** Scope to access, with the reason that stands behind it as a comment. */
  readonly permissions: readonly Permission[];
  readonly matrix?: readonly MatrixRow[];
  /** Rows that are every combination of some values are written as the lists of those values. */
  readonly nativeMatrix?: true;
  readonly services?: readonly ServiceContainer[];
  readonly env?: readonly Field[];
  /** What jobs that need this one can read. */
  readonly outputs?: readonly Field[];
  readonly steps: readonly Step[];
  /** Values that only state what GitHub does anyway. */
  readonly from?: readonly SourceNode[];
};

export type Permission = {
  readonly scope: string;
  readonly access: 'read' | 'write';
  readonly reason?: string;
};

export type MatrixRow = {
  readonly fields: readonly Field[];
  readonly from?: readonly SourceNode[];
};

/** A named value: an environment variable, an input, a matrix cell. */
export type Field = {
  readonly name: string;
  readonly value: Text;
  /** A boolean or a number of YAML, not a text. */
  readonly raw?: true;
  readonly before?: readonly string[];
};

export type ServiceContainer = {
  readonly id: string;
  readonly image: Text;
  readonly env?: readonly Field[];
  readonly ports?: readonly string[];
  readonly options?: Text;
  readonly before?: readonly string[];
  readonly from?: readonly SourceNode[];
};

type StepBase = {
  readonly name?: Text;
  /** Written only where something reads it. */
  readonly id?: string;
  readonly if?: Expression;
  readonly env?: readonly Field[];
  readonly continueOnError?: true;
  readonly before?: readonly string[];
  readonly from?: readonly SourceNode[];
};

export type RunStep = StepBase & {
  readonly kind: 'run';
  /** GitHub takes no expression there. */
  readonly shell?: 'boot {0}';
  readonly workingDirectory?: Text;
  readonly run: readonly Line[];
};

/** A step that uses a third party's action. */
export type UsesStep = StepBase & {
  readonly kind: 'uses';
  readonly uses: PinnedAction;
  readonly with: readonly Field[];
};

/** A step that uses an action of this project; an input that the action does not have does not compile. */
export type OwnStep = {
  [A in OwnAction]: StepBase & {
    readonly kind: 'own';
    readonly action: A;
    readonly with: readonly (Field & { readonly name: InputName<(typeof ownInterfaces)[A]> })[];
  };
}[OwnAction];

/** GitHub's native parallel group: its children run at the same time, and it waits for all. */
type ParallelStep = {
  readonly kind: 'parallel';
  readonly before?: readonly string[];
  readonly steps: readonly (RunStep | UsesStep | OwnStep)[];
  readonly from?: readonly SourceNode[];
};

export type Step = RunStep | UsesStep | OwnStep | ParallelStep;
