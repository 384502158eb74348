// What several conditions on one ref mean together, as far as it can be told before the ref is known.

import type { RefPattern } from './ref-pattern.ts';
import type { RefTest } from './ref-test.ts';
import { passes } from './ref-test.ts';

/** One pattern, with the exact answer for any ref. */
export type RefMatcher = {
  readonly pattern: RefPattern;
  readonly matches: (ref: string) => boolean;
};

/** `tag` and `exclude` of one step or group. An absent member asks nothing. */
export type RefTerm = {
  readonly tag?: RefMatcher;
  readonly exclude?: RefMatcher;
};

/** The tests of which one has to hold; undefined where only an engine knows. */
function testsOf({ pattern }: RefMatcher): readonly RefTest[] | undefined {
  switch (pattern.kind) {
    case 'literal':
      return [{ test: 'equals', text: pattern.text }];
    case 'tests':
      return pattern.tests;
    case 'never':
      return [];
    default:
      return undefined;
  }
}

const isAny = (matcher: RefMatcher): boolean =>
  matcher.pattern.kind === 'always' || matcher.pattern.kind === 'unset';

/** The refs that fulfil all of them, where these can be listed. */
export function refsOf(terms: readonly RefTerm[]): readonly string[] | undefined {
  for (const { tag } of terms) {
    const tests = tag && testsOf(tag);
    if (tests === undefined) continue;
    const texts = tests.flatMap((test) => (test.test === 'equals' ? [test.text] : []));
    if (texts.length < tests.length) continue;
    return texts.filter((ref) => terms.every((term) => holdsFor(term, ref)));
  }
  return undefined;
}

function holdsFor({ tag, exclude }: RefTerm, ref: string): boolean {
  return (tag === undefined || tag.matches(ref)) && exclude?.matches(ref) !== true;
}

/** Whether it is certain that no ref fulfils all of them. */
export function neverHold(terms: readonly RefTerm[]): boolean {
  if (refsOf(terms)?.length === 0) return true;
  const excludes = terms.flatMap(({ exclude }) => exclude ?? []);
  if (excludes.some(isAny)) return true;
  const wanted = terms.flatMap(({ tag }) => {
    const tests = tag && testsOf(tag);
    return tests === undefined ? [] : [tests];
  });
  return wanted.some(
    (tests) =>
      wanted.some((others) => tests.every((a) => others.every((b) => excludesEachOther(a, b)))) ||
      excludes.some((exclude) => {
        const unwanted = testsOf(exclude);
        return (
          unwanted !== undefined && tests.every((a) => unwanted.some((b) => impliesTest(a, b)))
        );
      }),
  );
}

/** Whether it is certain that every ref that fulfils all of `terms` fulfils `other` too. */
export function imply(terms: readonly RefTerm[], other: RefTerm): boolean {
  const refs = refsOf(terms);
  if (refs !== undefined) return refs.every((ref) => holdsFor(other, ref));
  return impliesTag(terms, other.tag) && impliesNot(terms, other.exclude);
}

const sameText = (a: RefMatcher | undefined, b: RefMatcher): boolean =>
  a?.pattern.text === b.pattern.text;

function impliesTag(terms: readonly RefTerm[], tag: RefMatcher | undefined): boolean {
  if (tag === undefined || isAny(tag)) return true;
  const wanted = testsOf(tag);
  return terms.some((term) => {
    if (sameText(term.tag, tag)) return true;
    const tests = term.tag && testsOf(term.tag);
    if (tests === undefined || wanted === undefined) return false;
    return tests.every((a) => wanted.some((b) => impliesTest(a, b)));
  });
}

function impliesNot(terms: readonly RefTerm[], exclude: RefMatcher | undefined): boolean {
  if (exclude === undefined) return true;
  const unwanted = testsOf(exclude);
  if (unwanted?.length === 0) return true;
  return terms.some((term) => {
    if (sameText(term.exclude, exclude)) return true;
    if (unwanted === undefined) return false;
    const excluded = term.exclude && testsOf(term.exclude);
    if (excluded !== undefined && unwanted.every((a) => excluded.some((b) => impliesTest(a, b))))
      return true;
    const tests = term.tag && testsOf(term.tag);
    return tests?.every((a) => unwanted.every((b) => excludesEachOther(a, b))) ?? false;
  });
}

const startOf = (test: RefTest): string | undefined =>
  test.test === 'starts' ? test.text : test.test === 'starts-and-ends' ? test.start : undefined;
const endOf = (test: RefTest): string | undefined =>
  test.test === 'ends' ? test.text : test.test === 'starts-and-ends' ? test.end : undefined;

/** Whether every ref that passes `a` passes `b`, as far as their texts show. */
function impliesTest(a: RefTest, b: RefTest): boolean {
  if (a.test === 'equals') return passes(b, a.text);
  const start = startOf(a);
  const end = endOf(a);
  switch (b.test) {
    case 'equals':
      return false;
    case 'starts':
      return start?.startsWith(b.text) === true && (!b.longer || isLonger(a, b.text.length));
    case 'ends':
      return end?.endsWith(b.text) === true && (!b.longer || isLonger(a, b.text.length));
    case 'contains':
      return [start, end, a.test === 'contains' ? a.text : undefined].some((text) =>
        text?.includes(b.text),
      );
    case 'starts-and-ends':
      return (
        start?.startsWith(b.start) === true &&
        end?.endsWith(b.end) === true &&
        (!b.longer || isLonger(a, b.start.length + b.end.length))
      );
  }
}

/** Whether each ref that passes has more than `length` characters. */
function isLonger(test: Exclude<RefTest, { test: 'equals' }>, length: number): boolean {
  const least =
    test.test === 'starts-and-ends' ? test.start.length + test.end.length : test.text.length;
  return least + (test.test !== 'contains' && test.longer ? 1 : 0) > length;
}

function excludesEachOther(a: RefTest, b: RefTest): boolean {
  if (a.test === 'equals') return !passes(b, a.text);
  if (b.test === 'equals') return !passes(a, b.text);
  const apart = (
    one: string | undefined,
    other: string | undefined,
    has: 'startsWith' | 'endsWith',
  ): boolean => one !== undefined && other !== undefined && !one[has](other) && !other[has](one);
  return apart(startOf(a), startOf(b), 'startsWith') || apart(endOf(a), endOf(b), 'endsWith');
}
