// What a condition is called where `prepare` decides it: after the refs that it asks for.

import { type RefTerm, refsOf } from '../../../pattern/ref-choice.ts';
import type { RefPattern } from '../../../pattern/ref-pattern.ts';
import type { RefTest } from '../../../pattern/ref-test.ts';
import type { Term } from '../steps/items.ts';
import { stepId } from '../values/names.ts';

/** More would be no name any more. */
const most = 3;
const longest = 40;

/** A name of letters, digits, `_` and `-`; the step's own where the refs give none. */
export function conditionName(terms: readonly Term[], meant: (term: Term) => RefTerm): string {
  const refTerms = terms.map(meant);
  const own = stepId(
    terms.map(({ label }) => label).findLast((label) => label !== '') ?? '',
    'condition',
  );
  if (refTerms.some(({ tag, exclude }) => [tag, exclude].some(isOdd))) return own;
  const refs = refsOf(refTerms);
  const words = (
    refs === undefined || refs.length === 0
      ? refTerms.flatMap(({ tag, exclude }) => [
          tag && named(tag.pattern),
          exclude && prefixed('not ', named(exclude.pattern)),
        ])
      : [alternatives(refs)]
  ).filter((word) => word !== undefined);
  const asked = refTerms.reduce(
    (count, { tag, exclude }) => count + (tag ? 1 : 0) + (exclude ? 1 : 0),
    0,
  );
  const isWhole = words.length === (refs === undefined || refs.length === 0 ? asked : 1);
  const name = stepId(words.join(' '), '');
  if (isWhole && name !== '' && name.length <= longest) return name;
  return own;
}

/** Refs have no such names, or hardly. */
const isOdd = (matcher: RefTerm['tag']): boolean =>
  matcher?.pattern.kind === 'literal' && matcher.pattern.looksLikeRegex;

function named(pattern: RefPattern): string | undefined {
  switch (pattern.kind) {
    case 'literal':
      return alternatives([pattern.text]);
    case 'tests':
      return alternatives(pattern.tests.map(textOf));
    default:
      return undefined;
  }
}

const textOf = (test: RefTest): string =>
  test.test === 'starts-and-ends' ? `${test.start} ${test.end}` : test.text;

/** Undefined where the texts are too many, or have nothing that a name can have. */
const alternatives = (texts: readonly string[]): string | undefined =>
  texts.length <= most && texts.every((text) => /[A-Za-z0-9]/.test(text))
    ? texts.map((text) => stepId(text, 'ref')).join(' or ')
    : undefined;

const prefixed = (prefix: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : prefix + text;
