// A job while it is written: its steps so far, which of them may be referred to, and what they have made.

import type { SourceNode } from '../../source/node.ts';
import type { Step } from '../../workflow/model.ts';
import type { Conditions } from './conditions.ts';
import type { Term } from './items.ts';
import { stepId, uniqueName } from './names.ts';

/** A step that others may refer to; it gets an id only if one does. */
export type Ref = {
  readonly label: string;
  readonly terms: readonly Term[];
  id?: string;
};

type SimpleStep = Exclude<Step, { readonly kind: 'parallel' }>;

export type Draft = {
  readonly ref: Ref;
  readonly make: (id: { readonly id?: string }) => SimpleStep;
};

type Part =
  | { readonly kind: 'step'; readonly draft: Draft }
  | {
      readonly kind: 'parallel';
      readonly drafts: readonly Draft[];
      readonly before: readonly string[];
      readonly from: readonly SourceNode[];
    };

export type JobBuilder = {
  readonly add: (draft: Draft) => Ref;
  readonly addParallel: (
    drafts: readonly Draft[],
    before: readonly string[],
    from: readonly SourceNode[],
  ) => void;
  /** The id of a step, given to it now if it had none. */
  readonly idOf: (ref: Ref) => string;
  readonly steps: () => readonly Step[];
  /** What has been made, and under which conditions. */
  readonly made: Made;
  /** Credentials in the order of their logins. */
  readonly logins: string[];
  /** Conditions that `prepare` decides, by name. */
  readonly prepared: Map<string, Term>;
  /** A name for a Compose project that nothing else in the job has. */
  readonly project: (label: string) => string;
};

/** Whether something was made by an earlier step, for a step with these conditions. */
type Availability =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** Only where one of these steps ran; undefined where they are too many to ask. */
  | { readonly kind: 'sometimes'; readonly by: readonly Ref[] | undefined };

/** How many steps a condition asks whether one of them ran. */
const askLimit = 4;

type Made = {
  readonly ask: (what: string, terms: readonly Term[]) => Availability;
  readonly tell: (what: string, by: Ref) => void;
};

export function createJob(conditions: Conditions, reservedIds: readonly string[]): JobBuilder {
  const parts: Part[] = [];
  const ids = new Set(reservedIds);
  const projects = new Set<string>();
  const made = new Map<string, { readonly ref: Ref; readonly keys: readonly string[] }[]>();
  const keysOf = (terms: readonly Term[]): readonly string[] => terms.map(conditions.key);
  const finish = ({ ref, make }: Draft): SimpleStep =>
    make(ref.id === undefined ? {} : { id: ref.id });
  return {
    add: (draft) => {
      parts.push({ kind: 'step', draft });
      return draft.ref;
    },
    addParallel: (drafts, before, from) => {
      parts.push({ kind: 'parallel', drafts, before, from });
    },
    idOf: (ref) => {
      ref.id ??= uniqueName(stepId(ref.label, 'step'), ids);
      return ref.id;
    },
    steps: () =>
      parts.map((part): Step => {
        if (part.kind === 'step') return finish(part.draft);
        const { drafts, before, from } = part;
        return { kind: 'parallel', steps: drafts.map(finish), before, from };
      }),
    made: {
      ask: (what, terms) => {
        const by = made.get(what) ?? [];
        const holds = new Set(keysOf(terms));
        // A step without conditions beyond these ran whenever this one does.
        if (by.some(({ keys }) => keys.every((key) => holds.has(key)))) {
          return { kind: 'yes' };
        }
        return by.length === 0
          ? { kind: 'no' }
          : {
              kind: 'sometimes',
              by: by.length > askLimit ? undefined : by.map(({ ref }) => ref),
            };
      },
      tell: (what, by) => {
        const known = made.get(what) ?? [];
        known.push({ ref: by, keys: keysOf(by.terms) });
        made.set(what, known);
      },
    },
    logins: [],
    prepared: new Map(),
    project: (label) => uniqueName(`codeship-${stepId(label, 'step')}`, projects),
  };
}
