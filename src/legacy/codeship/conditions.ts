// `tag` and `exclude` (codeship.md 3.6) as conditions of GitHub. GitHub's own expressions compare without regard to
// letter case, whatever function they use, so whoever may push a branch `Main` passes `github.ref_name == 'main'`. That is
// good enough for a step that gets no secret; whatever stands before the others is decided by `prepare`, which compares
// exactly and has a real RE2 engine.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  property,
  standingFor,
} from '../../expression/expression.ts';
import { defined } from '../../ground/defined.ts';
import { imply, neverHold, type RefTerm, refsOf } from '../../pattern/ref-choice.ts';
import { combinedRefExpression } from '../../pattern/ref-expression.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';
import { conditionName } from './condition-names.ts';
import type { Term } from './items.ts';
import { uniqueName } from './names.ts';
import { type Doubt, readPattern } from './ref-patterns.ts';

/** Conditions that all have to hold, none of which follows from the others. */
export type Conjunction = {
  readonly terms: readonly Term[];
  /** Of all that it stands for, those that follow from others among them. */
  readonly nodes: readonly ScalarNode[];
  readonly key: string;
};

/** One of these has to hold. One without a term asks nothing, none at all never holds. */
export type Choice = readonly Conjunction[];

/** What must be listed in `prepare`, and where its answer is found. */
export type Deciding = {
  readonly isDecided: (conjunction: Conjunction) => boolean;
  /** An expression for the names that hold. */
  readonly holds?: Expression;
};

export type Conditions = {
  /** What is left to ask where `known` holds; undefined where all together never hold. */
  readonly conjunction: (
    terms: readonly Term[],
    known?: readonly Term[],
  ) => Conjunction | undefined;
  /** One of these lists has to hold. */
  readonly choice: (lists: readonly (readonly Term[])[]) => Choice;
  /** Whether one of the lists holds wherever `terms` do. */
  readonly covers: (lists: readonly (readonly Term[])[], terms: readonly Term[]) => boolean;
  /** Whether an expression of GitHub's can say it, but for letter case. */
  readonly isPlain: (conjunction: Conjunction) => boolean;
  /** The name under which `prepare` decides it. */
  readonly name: (conjunction: Conjunction) => string;
  /** An expression; undefined where it asks nothing. */
  readonly expression: (choice: Choice, deciding: Deciding) => Expression | undefined;
};

/** The step that decides what expressions cannot. */
export const prepareId = 'codeship';
export const holdsOfStep = expression`${property(expression`steps`, prepareId)}.outputs.holds`;

export const nodesOf = ({ tag, exclude }: Term): readonly ScalarNode[] =>
  [tag, exclude].filter((node) => node !== undefined);

/** Equal for choices that ask the same. */
export const choiceKey = (choice: Choice): string =>
  choice
    .map(({ key }) => key)
    .sort()
    .join(' or ');

type Meaning = {
  readonly term: RefTerm;
  /** A pattern that does not do what it seems to be written for: nothing is concluded from it. */
  readonly doubt: Doubt | undefined;
};

/** Reads every condition of a project once, and says what is odd about it. */
export async function readConditions(
  terms: readonly Term[],
  context: TranslationContext,
): Promise<Conditions> {
  const meanings = new Map<string, Meaning>();
  for (const term of terms) {
    if (!meanings.has(keyOf(term))) meanings.set(keyOf(term), await meaningOf(term, context));
  }
  const refTerm = (term: Term): RefTerm => meanings.get(keyOf(term))?.term ?? {};
  const isDoubtful = (term: Term): boolean => meanings.get(keyOf(term))?.doubt !== undefined;
  const sure = (all: readonly Term[]): RefTerm[] =>
    all.filter((term) => !isDoubtful(term)).map(refTerm);
  const follows = (term: Term, from: readonly Term[]): boolean =>
    from.some((each) => keyOf(each) === keyOf(term)) ||
    (!isDoubtful(term) && imply(sure(from), refTerm(term)));

  const found = new Map<string, Conjunction | 'never'>();
  const conjunction: Conditions['conjunction'] = (all, known = []) => {
    const asked = `${rawKey(all)} where ${rawKey(known)}`;
    const each = found.get(asked) ?? reduced(all, known) ?? 'never';
    found.set(asked, each);
    if (each === 'never') return undefined;
    // Equal conditions stand at several places.
    return withNodes(each, all.flatMap(nodesOf));
  };
  const reduced = (all: readonly Term[], known: readonly Term[]): Conjunction | undefined => {
    if (neverHold(sure([...all, ...known]))) return undefined;
    let kept = [...new Map(all.map((term) => [keyOf(term), term])).values()];
    for (const term of [...kept]) {
      const others = kept.filter((each) => each !== term);
      if (follows(term, [...known, ...others])) kept = others;
    }
    return {
      terms: kept,
      nodes: [...new Set(all.flatMap(nodesOf))],
      key: kept.map(keyOf).sort().join(' and '),
    };
  };
  const followsAll = ({ terms: wanted }: Conjunction, from: Conjunction): boolean =>
    wanted.every((term) => follows(term, from.terms));
  /** `tag: main` or `exclude: main` is every ref. */
  const makeUpAll = (wanted: Conjunction, unwanted: Conjunction): boolean => {
    const [first, ...more] = wanted.terms;
    const [second, ...others] = unwanted.terms;
    if (first === undefined || second === undefined || more.length + others.length > 0)
      return false;
    if (isDoubtful(first) || isDoubtful(second)) return false;
    const { tag, exclude } = refTerm(first);
    const other = refTerm(second);
    if (tag === undefined || exclude !== undefined) return false;
    if (other.tag !== undefined || other.exclude === undefined) return false;
    return imply([{ tag: other.exclude }], { tag });
  };
  const choice: Conditions['choice'] = (lists) => {
    let kept: Conjunction[] = [];
    for (const next of distinct(lists)) {
      if (kept.length > mostCompared) {
        kept.push(next);
        continue;
      }
      const wider = kept.find((each) => followsAll(each, next));
      if (wider !== undefined) {
        // It stands for the narrower one too.
        kept = kept.map((each) => (each === wider ? withNodes(each, next.nodes) : each));
        continue;
      }
      const narrower = kept.filter((each) => followsAll(next, each));
      const nodes = narrower.flatMap((each) => each.nodes);
      kept = [...kept.filter((each) => !narrower.includes(each)), withNodes(next, nodes)];
    }
    const whole =
      kept.length <= mostCompared && kept.some((a) => kept.some((b) => makeUpAll(a, b)));
    const all = kept.flatMap(({ nodes }) => nodes);
    return whole ? [{ terms: [], nodes: all, key: '' }] : kept;
  };
  /** Each condition once, with the nodes of all places where it stands. */
  const distinct = (lists: readonly (readonly Term[])[]): readonly Conjunction[] => {
    const groups = new Map<string, ScalarNode[]>();
    const conjunctions = new Map<string, Conjunction>();
    for (const list of lists) {
      const each = conjunction(list);
      if (each === undefined) continue;
      const nodes = groups.get(each.key) ?? [];
      nodes.push(...each.nodes);
      groups.set(each.key, nodes);
      conjunctions.set(each.key, each);
    }
    return [...conjunctions.values()].map((each) => withNodes(each, groups.get(each.key) ?? []));
  };
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const name: Conditions['name'] = (each) => {
    const known = names.get(each.key) ?? uniqueName(conditionName(each.terms, refTerm), taken);
    names.set(each.key, known);
    return known;
  };
  const plain = (each: Conjunction): Expression | undefined => {
    if (each.terms.some(isDoubtful)) return undefined;
    const meant = each.terms.map(refTerm);
    const refs = each.terms.length > 1 ? refsOf(meant) : undefined;
    if (refs !== undefined) return anyOf(refs.map(isRef));
    const texts = meant.map(({ tag, exclude }) =>
      combinedRefExpression(tag?.pattern, exclude?.pattern),
    );
    const said = texts.filter((text) => text !== undefined && text.code !== 'true');
    return texts.includes(undefined) ? undefined : allOf(said.flatMap((text) => text ?? []));
  };
  let caseTold = false;
  const tellCase = ({ nodes: [first] }: Conjunction): void => {
    if (caseTold || first === undefined) return;
    caseTold = true;
    context.report(
      'letter-case',
      { file: first.file, start: first.start, end: first.end },
      'conditions are not case-sensitive before steps that get no secret and neither push nor deploy; all others are',
    );
  };
  return {
    conjunction,
    choice,
    covers: (lists, all) => {
      const asked = conjunction(all);
      return (
        asked === undefined ||
        distinct(lists)
          .slice(0, mostCompared)
          .some((given) => followsAll(given, asked))
      );
    },
    isPlain: (each) => plain(each) !== undefined,
    name,
    expression: (all, { isDecided, holds = holdsOfStep }) => {
      if (all.some((each) => each.terms.length === 0)) return undefined;
      const parts = all.map((each) => {
        const text = isDecided(each) ? undefined : plain(each);
        if (text !== undefined) tellCase(each);
        const asked = text ?? expression`contains(${holds}, ${`"${name(each)}"`})`;
        return standingFor(asked, ...each.nodes);
      });
      return anyOf(parts);
    },
  };
}

const isRef = (ref: string): Expression => expression`github.ref_name == ${ref}`;

const withNodes = (each: Conjunction, nodes: readonly ScalarNode[]): Conjunction => ({
  ...each,
  nodes: [...new Set([...each.nodes, ...nodes])],
});

async function meaningOf({ tag, exclude }: Term, context: TranslationContext): Promise<Meaning> {
  const wanted = tag && (await readPattern(tag, context));
  const unwanted = exclude && (await readPattern(exclude, context));
  return {
    term: {
      ...defined({ tag: wanted?.matcher, exclude: unwanted?.matcher }),
    },
    doubt: wanted?.doubt ?? unwanted?.doubt,
  };
}

/** No project has as many different conditions; what is not compared is asked as it stands. */
const mostCompared = 50;

const rawKey = (terms: readonly Term[]): string => terms.map(keyOf).join(' and ');

const keys = new WeakMap<Term, string>();

function keyOf(term: Term): string {
  const key = keys.get(term) ?? JSON.stringify([term.tag?.text, term.exclude?.text]);
  keys.set(term, key);
  return key;
}
