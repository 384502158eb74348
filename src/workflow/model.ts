// A GitHub workflow as data, as far as this project writes it. `layout.ts` gives it its order of keys.

import type { Expression } from '../expression/expression.ts';
import type { FixedText, Text } from '../expression/text.ts';
import type { InputName } from '../interfaces/action-interface.ts';
import type { PinnedAction } from '../interfaces/pins.ts';
import type { Line, Traced } from '../output/tree.ts';
import type { SourceNode } from '../source/node.ts';
import type { OwnAction, ownInterfaces } from './own-actions.ts';

export type Workflow = {
  /** `.github/workflows/NAME.yml`. */
  readonly path: string;
  readonly header: readonly string[];
  /** What tells it apart from others of its kind, where that is not a folder. */
  readonly title?: string;
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
  readonly pullRequest?: {
    readonly branches?: readonly FixedText[];
    /** Without them, what changes its commits. */
    readonly types?: readonly PullRequestType[];
  };
  /** Types of the event `release`. */
  readonly release?: readonly 'published'[];
  readonly schedule?: readonly FixedText[];
  readonly dispatch?: true | StartInputs;
  /** Types of the events that other repositories send. */
  readonly repositoryDispatch?: readonly FixedText[];
  /** For another workflow of the repository. */
  readonly call?: CallInterface;
};

/** What a workflow takes from one that calls it, and gives it back. */
type CallInterface = {
  /** Names of texts. */
  readonly inputs: readonly string[];
  /** Names of secrets, none of which has to be there. */
  readonly secrets: readonly string[];
  readonly outputs: readonly Field[];
};

export type PullRequestType = 'opened' | 'synchronize' | 'reopened' | 'closed';

/** What a person chooses who starts the workflow by hand. */
export type StartInputs = {
  /** The first one is the default. */
  readonly start: readonly FixedText[];
  /** Whether versions can be pinned. */
  readonly pin: boolean;
};

export type Job = {
  readonly id: string;
  readonly name: Text;
  readonly if?: Expression;
  readonly needs?: readonly string[];
  readonly runsOn: Text;
  readonly environment?: Text;
  readonly timeoutMinutes: number | Traced;
  /** Runs of the job with one group wait for each other. */
  readonly concurrency?: { readonly group: Text; readonly keepsAll?: true };
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
  /** The job is another workflow of the repository: then there are no steps here, and nothing that belongs to a machine. */
  readonly calls?: Call;
  /** Comment lines above the job. */
  readonly before?: readonly string[];
  /** Values that only state what GitHub does anyway. */
  readonly from?: readonly SourceNode[];
};

type Call = {
  /** `.github/workflows/NAME.yml`. */
  readonly path: string;
  readonly with: readonly Field[];
  /** Names of the secrets that are passed on. */
  readonly secrets: readonly string[];
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
  readonly shell?: 'boot {0}' | 'bash --noprofile --norc {0}' | 'pwsh';
  readonly workingDirectory?: Text;
  readonly run: readonly Line[];
  /** A long script that is nobody's own: the workflow reads better with it in a file beside. */
  readonly inFile?: true;
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

/** A value of YAML as a hook of the user's gives it. */
export type GivenValue =
  | string
  | number
  | boolean
  | null
  | readonly GivenValue[]
  | { readonly [key: string]: GivenValue };

/** A step that a hook of the user's gives: all of it is in `step`, and written as it is. */
export type GivenStep = StepBase & {
  readonly kind: 'given';
  readonly step: { readonly [key: string]: GivenValue };
  readonly with: readonly [];
};

/** GitHub's native parallel group: its children run at the same time, and it waits for all. */
type ParallelStep = {
  readonly kind: 'parallel';
  readonly before?: readonly string[];
  readonly steps: readonly (RunStep | UsesStep | OwnStep | GivenStep)[];
  readonly from?: readonly SourceNode[];
};

export type Step = RunStep | UsesStep | OwnStep | GivenStep | ParallelStep;
