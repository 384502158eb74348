// Literal texts and gaps, and the one test of a ref name that says the same, where there is one.

/**
 * What can be asked of a ref name without an engine for regular expressions. `longer` asks for at least
 * one character more than the given texts.
 */
export type RefTest =
  | { readonly test: 'equals'; readonly text: string }
  | { readonly test: 'starts'; readonly text: string; readonly longer: boolean }
  | { readonly test: 'ends'; readonly text: string; readonly longer: boolean }
  | { readonly test: 'contains'; readonly text: string }
  | {
      readonly test: 'starts-and-ends';
      readonly start: string;
      readonly end: string;
      readonly longer: boolean;
    };

/** A gap between literal texts: `*` is any text, `+` is any text but the empty one. */
type Gap = '*' | '+';

/** Literal texts and the gaps between them, for a whole ref name. */
export type RefPart = { readonly literal: string } | { readonly gap: Gap };

/** The answer for any ref, or the test that gives it; undefined when no test says exactly this. */
export type RefOutcome = RefTest | 'always' | 'never' | undefined;

/** The test for a sequence of parts that has to cover a whole ref name. Ref names are never empty. */
export function testOfParts(parts: readonly RefPart[]): RefOutcome {
  const merged = merge(parts);
  if (merged === undefined) return undefined;
  const [first, second, third] = merged;
  if (first === undefined) return 'never';
  if ('literal' in first) {
    const text = first.literal;
    if (second === undefined) return { test: 'equals', text };
    if ('literal' in second) return undefined;
    if (third === undefined)
      return { test: 'starts', text, longer: second.gap === '+' && !text.endsWith('/') };
    if (merged.length > 3 || !('literal' in third) || overlaps(text, third.literal))
      return undefined;
    return { test: 'starts-and-ends', start: text, end: third.literal, longer: second.gap === '+' };
  }
  if (second === undefined) return 'always';
  if (!('literal' in second)) return undefined;
  const text = second.literal;
  // No ref name begins or ends with a slash: a gap beside one is never empty.
  if (third === undefined)
    return { test: 'ends', text, longer: first.gap === '+' && !text.startsWith('/') };
  if (merged.length > 3 || 'literal' in third) return undefined;
  const before = first.gap === '*' || text.startsWith('/');
  const after = third.gap === '*' || text.endsWith('/');
  return before && after ? { test: 'contains', text } : undefined;
}

/** Joins neighbours of one kind; undefined for gaps that ask for two characters or more. */
function merge(parts: readonly RefPart[]): readonly RefPart[] | undefined {
  const merged: RefPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if ('literal' in part) {
      if (part.literal === '') continue;
      if (last !== undefined && 'literal' in last)
        merged[merged.length - 1] = { literal: last.literal + part.literal };
      else merged.push(part);
    } else if (last === undefined || 'literal' in last) merged.push(part);
    else if (last.gap === '+' && part.gap === '+') return undefined;
    else if (part.gap === '+') merged[merged.length - 1] = part;
  }
  return merged;
}

/** True when a text shorter than both together could begin with `start` and end with `end`. */
function overlaps(start: string, end: string): boolean {
  for (let length = 1; length <= Math.min(start.length, end.length); length += 1) {
    if (start.endsWith(end.slice(0, length))) return true;
  }
  return false;
}

/** Decides a test as the product did: with regard to case. */
export function passes(test: RefTest, ref: string): boolean {
  switch (test.test) {
    case 'equals':
      return ref === test.text;
    case 'starts':
      return ref.startsWith(test.text) && !(test.longer && ref === test.text);
    case 'ends':
      return ref.endsWith(test.text) && !(test.longer && ref === test.text);
    case 'contains':
      return ref.includes(test.text);
    case 'starts-and-ends':
      return (
        ref.startsWith(test.start) &&
        ref.endsWith(test.end) &&
        !(test.longer && ref === test.start + test.end) &&
        ref.length >= test.start.length + test.end.length
      );
  }
}
