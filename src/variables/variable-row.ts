// How a predefined variable of a retired product comes to a GitHub job. The translator writes `env:` lines from these
// rows, the action `prepare` computes from them, and the documentation lists them.

import type { Text } from '../expression/text.ts';

/** The highest place in a workflow whose `env:` may hold the expression: `strategy` is unknown above a job. */
type EnvLevel = 'workflow' | 'job' | 'step';

type EventName = 'push' | 'pull_request' | 'release' | 'workflow_dispatch' | 'schedule';

export type Way =
  /** `value` stands in `env:`. */
  | { readonly kind: 'expression'; readonly value: Text; readonly level: EnvLevel }
  /** The same text in every build. */
  | { readonly kind: 'literal'; readonly value: string }
  /** Needs arithmetic, git or the clock: the action `prepare` exports it. */
  | {
      readonly kind: 'computed';
      /** Says the same in `env:` for these events: a workflow with no other trigger can do without `prepare`. */
      readonly shortcut?: {
        readonly events: readonly EventName[];
        readonly value: Text;
        readonly level: EnvLevel;
      };
      /** The value in a job without a matrix. */
      readonly alone?: string;
    }
  /** The value of a matrix axis, named by its key in the legacy file. */
  | { readonly kind: 'matrix'; readonly axis: string }
  /** The value of another key of the legacy file, by its dotted path; `absent` is what holds without the key. */
  | { readonly kind: 'setting'; readonly key: string; readonly absent: string }
  /** The runner sets it already, to the same value. */
  | { readonly kind: 'runner' }
  /** There is no such thing on GitHub. `reason` is a full sentence for the user. */
  | { readonly kind: 'none'; readonly reason: string };

export type VariableRow = {
  /** What it held, as one sentence. */
  readonly meaning: string;
  readonly way: Way;
  /** Where GitHub's value differs from the vendor's, as one sentence. */
  readonly differs?: string;
};

export type VariableTable = Readonly<Record<string, VariableRow>>;

/** Rows that share everything but their names. */
export function sameRow(names: readonly string[], row: VariableRow): VariableTable {
  return Object.fromEntries(names.map((name) => [name, row]));
}
