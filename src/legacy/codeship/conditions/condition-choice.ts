// Conditions put together: what has to hold at once, and what is one of several, without what follows from the rest.

import type { ScalarNode } from '../../../source/node.ts';
import type { Term } from '../steps/items.ts';
import { type TermLogic, termKey } from './term-logic.ts';

/** Conditions that all have to hold, none of which follows from the others. */
export type Conjunction = {
  readonly terms: readonly Term[];
  /** Of all that it stands for, those that follow from others among them. */
  readonly nodes: readonly ScalarNode[];
  readonly key: string;
};

/** One of these has to hold. One without a term asks nothing, none at all never holds. */
export type Choice = readonly Conjunction[];

export type Choices = {
  /** What is left to ask where `known` holds; undefined where all together never hold. */
  readonly conjunction: (
    terms: readonly Term[],
    known?: readonly Term[],
  ) => Conjunction | undefined;
  /** One of these lists has to hold. */
  readonly choice: (lists: readonly (readonly Term[])[]) => Choice;
  /** Whether one of the lists holds wherever `terms` do. */
  readonly covers: (lists: readonly (readonly Term[])[], terms: readonly Term[]) => boolean;
};

/** No project has as many different conditions; what is not compared is asked as it stands. */
const mostCompared = 50;

export function createChoices(logic: TermLogic): Choices {
  const found = new Map<string, Conjunction | 'never'>();
  const conjunction: Choices['conjunction'] = (all, known = []) => {
    const asked = `${keyOf(all)} where ${keyOf(known)}`;
    const each = found.get(asked) ?? reduced(all, known, logic) ?? 'never';
    found.set(asked, each);
    if (each === 'never') return undefined;
    // Equal conditions stand at several places.
    return withNodes(each, all.flatMap(nodesOf));
  };
  const followsAll = ({ terms: wanted }: Conjunction, from: Conjunction): boolean =>
    wanted.every((term) => logic.follows(term, from.terms));
  const conjunctions = (lists: readonly (readonly Term[])[]): readonly Conjunction[] =>
    distinct(lists.flatMap((list) => conjunction(list) ?? []));
  return {
    conjunction,
    choice(lists) {
      const kept = widest(conjunctions(lists), followsAll);
      const isAll =
        kept.length <= mostCompared && kept.some((a) => kept.some((b) => makeUpAll(a, b, logic)));
      return isAll ? [{ terms: [], nodes: kept.flatMap(({ nodes }) => nodes), key: '' }] : kept;
    },
    covers(lists, all) {
      const asked = conjunction(all);
      if (asked === undefined) return true;
      const compared = conjunctions(lists).slice(0, mostCompared);
      return compared.some((given) => followsAll(given, asked));
    },
  };
}

/** Without what follows from the rest; undefined where all together never hold. */
function reduced(
  all: readonly Term[],
  known: readonly Term[],
  { neverHold, follows }: TermLogic,
): Conjunction | undefined {
  if (neverHold([...all, ...known])) return undefined;
  let kept = [...new Map(all.map((term) => [termKey(term), term])).values()];
  for (const term of [...kept]) {
    const others = kept.filter((each) => each !== term);
    if (follows(term, [...known, ...others])) kept = others;
  }
  return {
    terms: kept,
    nodes: [...new Set(all.flatMap(nodesOf))],
    key: kept.map(termKey).sort().join(' and '),
  };
}

/** Each condition once, with the nodes of all places where it stands. */
function distinct(all: readonly Conjunction[]): readonly Conjunction[] {
  const nodes = new Map<string, ScalarNode[]>();
  const last = new Map<string, Conjunction>();
  for (const each of all) {
    const known = nodes.get(each.key) ?? [];
    known.push(...each.nodes);
    nodes.set(each.key, known);
    last.set(each.key, each);
  }
  return [...last.values()].map((each) => withNodes(each, nodes.get(each.key) ?? []));
}

/** Without those that hold only where another one does; it stands for their nodes too. */
function widest(
  all: readonly Conjunction[],
  followsAll: (wanted: Conjunction, from: Conjunction) => boolean,
): readonly Conjunction[] {
  let kept: readonly Conjunction[] = [];
  for (const next of all) {
    if (kept.length > mostCompared) {
      kept = [...kept, next];
      continue;
    }
    const wider = kept.find((each) => followsAll(each, next));
    if (wider !== undefined) {
      kept = kept.map((each) => (each === wider ? withNodes(each, next.nodes) : each));
      continue;
    }
    const narrower = kept.filter((each) => followsAll(next, each));
    const nodes = narrower.flatMap((each) => each.nodes);
    kept = [...kept.filter((each) => !narrower.includes(each)), withNodes(next, nodes)];
  }
  return kept;
}

function makeUpAll(wanted: Conjunction, unwanted: Conjunction, logic: TermLogic): boolean {
  const [first, ...more] = wanted.terms;
  const [second, ...others] = unwanted.terms;
  if (first === undefined || second === undefined || more.length + others.length > 0) return false;
  return logic.makeUpAll(first, second);
}

export const nodesOf = ({ tag, exclude }: Term): readonly ScalarNode[] =>
  [tag, exclude].filter((node) => node !== undefined);

/** Equal for choices that ask the same. */
export const choiceKey = (choice: Choice): string =>
  choice
    .map(({ key }) => key)
    .sort()
    .join(' or ');

const withNodes = (each: Conjunction, nodes: readonly ScalarNode[]): Conjunction => ({
  ...each,
  nodes: [...new Set([...each.nodes, ...nodes])],
});

const keyOf = (terms: readonly Term[]): string => terms.map(termKey).join(' and ');
