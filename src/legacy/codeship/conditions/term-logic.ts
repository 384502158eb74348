// What one `tag` or `exclude` says, and which follows from which (codeship.md 3.6).

import { defined } from '../../../ground/defined.ts';
import { imply, neverHold, type RefTerm } from '../../../pattern/ref-choice.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Term } from '../steps/items.ts';
import { type Doubt, readPattern } from './ref-patterns.ts';

export type TermLogic = {
  readonly meant: (term: Term) => RefTerm;
  /** Whether a pattern does not do what it seems to be written for: nothing is concluded from it. */
  readonly isDoubtful: (term: Term) => boolean;
  /** Whether no ref passes all of them. */
  readonly neverHold: (terms: readonly Term[]) => boolean;
  /** Whether a term holds wherever the others do. */
  readonly follows: (term: Term, from: readonly Term[]) => boolean;
  /** Whether every ref passes the one or the other: `tag: main`, and `exclude: main`. */
  readonly makeUpAll: (wanted: Term, unwanted: Term) => boolean;
};

type Meaning = { readonly term: RefTerm; readonly doubt: Doubt | undefined };

/** Reads every condition of a project once, and says what is odd about it. */
export async function readTerms(
  terms: readonly Term[],
  context: TranslationContext,
): Promise<TermLogic> {
  const meanings = new Map<string, Meaning>();
  for (const term of terms) {
    if (!meanings.has(termKey(term))) meanings.set(termKey(term), await meaningOf(term, context));
  }
  const meant = (term: Term): RefTerm => meanings.get(termKey(term))?.term ?? {};
  const isDoubtful = (term: Term): boolean => meanings.get(termKey(term))?.doubt !== undefined;
  const sure = (all: readonly Term[]): RefTerm[] =>
    all.filter((term) => !isDoubtful(term)).map(meant);
  return {
    meant,
    isDoubtful,
    neverHold: (all) => neverHold(sure(all)),
    follows: (term, from) =>
      from.some((each) => termKey(each) === termKey(term)) ||
      (!isDoubtful(term) && imply(sure(from), meant(term))),
    makeUpAll(wanted, unwanted) {
      if (isDoubtful(wanted) || isDoubtful(unwanted)) return false;
      const { tag, exclude } = meant(wanted);
      const other = meant(unwanted);
      if (tag === undefined || exclude !== undefined) return false;
      if (other.tag !== undefined || other.exclude === undefined) return false;
      return imply([{ tag: other.exclude }], { tag });
    },
  };
}

async function meaningOf({ tag, exclude }: Term, context: TranslationContext): Promise<Meaning> {
  const wanted = tag && (await readPattern(tag, context));
  const unwanted = exclude && (await readPattern(exclude, context));
  return {
    term: defined({ tag: wanted?.matcher, exclude: unwanted?.matcher }),
    doubt: wanted?.doubt ?? unwanted?.doubt,
  };
}

const keys = new WeakMap<Term, string>();

/** Equal for terms that ask the same. */
export function termKey(term: Term): string {
  const key = keys.get(term) ?? JSON.stringify([term.tag?.text, term.exclude?.text]);
  keys.set(term, key);
  return key;
}
