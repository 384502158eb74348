// A job while it is written: its steps so far, which of them may be referred to, and what they have made.

import { allOf, type Expression } from '../../../expression/expression.ts';
import { defined } from '../../../ground/defined.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import type { Choice, Conjunction } from '../conditions/condition-choice.ts';
import type { Conditions, Deciding } from '../conditions/conditions.ts';
import type { Term } from '../steps/items.ts';
import { stepId, uniqueName } from '../values/names.ts';

/** A step that others may refer to; it gets an id only if one does. */
export type Ref = { readonly label: string; id?: string };

type SimpleStep = Exclude<Step, { readonly kind: 'parallel' }>;

/** What one step makes for all that come after it: it runs where one of them does. */
export type Users = {
  readonly lists: (readonly Term[])[];
  /** One of them gets a secret, logs in, pushes or deploys. */
  isExact: boolean;
};

export type When = {
  /** One of these lists has to hold; what comes later may add to them. */
  readonly lists: readonly (readonly Term[])[];
  /** An expression that has to hold as well. */
  readonly guard?: Expression;
  /** The step gets a secret, logs in, pushes or deploys. */
  readonly exact: boolean;
  /** The steps that it makes something for. */
  readonly users?: readonly Users[];
};

/** What is known of a step only when the whole job is. */
export type Head = {
  readonly id?: string;
  readonly if?: Expression;
  readonly from: readonly SourceNode[];
};

export type Draft = {
  readonly ref: Ref;
  readonly when: When;
  readonly make: (head: Head) => SimpleStep;
};

type Part =
  | { readonly kind: 'steps'; readonly drafts: () => readonly Draft[] }
  | {
      readonly kind: 'parallel';
      readonly drafts: readonly Draft[];
      readonly before: readonly string[];
      readonly from: readonly SourceNode[];
    };

type FinishedJob = {
  readonly steps: readonly Step[];
  /** Conditions that `prepare` decides, by name. */
  readonly decided: ReadonlyMap<string, Conjunction>;
};

export type JobBuilder = {
  readonly add: (draft: Draft) => Ref;
  /** Steps of which only the whole job tells how many they are. */
  readonly addLater: (drafts: () => readonly Draft[]) => void;
  readonly addParallel: (
    drafts: readonly Draft[],
    before: readonly string[],
    from: readonly SourceNode[],
  ) => void;
  /** The id of a step, given to it now if it had none. */
  readonly idOf: (ref: Ref) => string;
  /** Has `prepare` decide a condition; its name there. */
  readonly decide: (conjunction: Conjunction) => string;
  readonly finish: () => FinishedJob;
  /** What an earlier step has made, by what it is. */
  readonly made: Map<string, Users>;
  /** Images that an earlier step pulled, and where it did. */
  readonly pulled: Map<string, (readonly Term[])[]>;
  /** Credentials in the order of their logins. */
  readonly logins: {
    readonly key: string;
    readonly users: Users;
    /** Registries that its users push to; `any` once one of them pulls or builds with it. */
    readonly hosts: Set<string>;
  }[];
  /** Images that a push names by what the building step said, by `imageKey`. */
  readonly pushed: Set<string>;
  /** The step that built an image, and its output with the image's id, by `imageKey`. */
  readonly builtBy: Map<string, { readonly ref: Ref; readonly output: string }>;
  /** Folders of the repository in which earlier steps may have left what only root can read. */
  readonly hidden: Set<string>;
  /** What names a Compose project that nothing else in the job has. */
  readonly project: (label: string) => string;
};

export function createJob(conditions: Conditions, reservedIds: readonly string[]): JobBuilder {
  const parts: Part[] = [];
  const ids = new Set(reservedIds);
  const projects = new Set<string>();
  const asked = new Map<string, Conjunction>();
  const finish = (): FinishedJob => {
    const whole = parts.map((part) => ({ part, drafts: draftsOf(part) }));
    const choices = new Map<Draft, Choice>();
    const exact = new Set<string>(asked.keys());
    for (const draft of whole.flatMap(({ drafts }) => drafts)) {
      const choice = conditions.choice(draft.when.lists);
      choices.set(draft, choice);
      if (mustBeExact(draft.when, choice)) for (const { key } of choice) exact.add(key);
    }
    const decided = new Map([...asked.values()].map((each) => [conditions.name(each), each]));
    const isDecided = (each: Conjunction): boolean => {
      if (each.terms.length === 0) return false;
      if (!exact.has(each.key) && conditions.isPlain(each)) return false;
      decided.set(conditions.name(each), each);
      return true;
    };
    const made = (draft: Draft): SimpleStep =>
      draft.make(headOf(draft, choices.get(draft) ?? [], conditions, { isDecided }));
    const steps = whole.flatMap(({ part, drafts }): readonly Step[] => {
      const simple = drafts.map(made);
      if (part.kind === 'steps') return simple;
      return [
        {
          kind: 'parallel',
          steps: simple,
          before: part.before,
          from: part.from,
        },
      ];
    });
    return { steps, decided };
  };
  return {
    add: (draft) => {
      parts.push({ kind: 'steps', drafts: () => [draft] });
      return draft.ref;
    },
    addLater: (drafts) => {
      parts.push({ kind: 'steps', drafts });
    },
    addParallel: (drafts, before, from) => {
      parts.push({ kind: 'parallel', drafts, before, from });
    },
    idOf: (ref) => {
      ref.id ??= uniqueName(stepId(ref.label, 'step'), ids);
      return ref.id;
    },
    decide: (conjunction) => {
      asked.set(conjunction.key, conjunction);
      return conditions.name(conjunction);
    },
    finish,
    made: new Map(),
    pulled: new Map(),
    logins: [],
    project: (label) => uniqueName(stepId(label, 'step'), projects),
    pushed: new Set(),
    builtBy: new Map(),
    hidden: new Set(),
  };
}

/**
 * An expression that ignores case holds for more refs than the exact one, unless it excludes some: then it must be exact
 * before what an exact step needs, too.
 */
const mustBeExact = ({ exact, users = [] }: When, choice: Choice): boolean =>
  exact ||
  (users.some(({ isExact }) => isExact) &&
    choice.some(({ terms }) => terms.some(({ exclude }) => exclude !== undefined)));

const draftsOf = (part: Part): readonly Draft[] =>
  part.kind === 'steps' ? part.drafts() : part.drafts;

function headOf(
  { ref, when }: Draft,
  choice: Choice,
  conditions: Conditions,
  deciding: Deciding,
): Head {
  const own = conditions.expression(choice, deciding);
  const all = allOf([
    ...(when.guard === undefined ? [] : [when.guard]),
    ...(own === undefined ? [] : [own]),
  ]);
  return {
    ...defined({ id: ref.id, if: all }),
    // A condition that asks nothing still stands for the step.
    from: own === undefined ? choice.flatMap(({ nodes }) => nodes) : [],
  };
}
