// What a CodeShip `tag` or `exclude` asks, told apart without an engine for regular expressions.

import { passes, type RefTest, testOfParts } from './ref-test.ts';
import { alternativesOf } from './regex-subset.ts';

/** What a CodeShip `tag` or `exclude` asks of a ref. */
export type RefPattern =
  /** The empty text: no condition at all. */
  | { readonly kind: 'unset'; readonly text: string }
  /** Every ref matches. */
  | { readonly kind: 'always'; readonly text: string }
  /** No anchor, so it is compared as it stands; `looksLikeRegex` when it was hardly meant so. */
  | { readonly kind: 'literal'; readonly text: string; readonly looksLikeRegex: boolean }
  /**
   * No ref matches: text without an anchor that git allows for no ref name (`no-ref`), or an expression
   * that contradicts itself (`contradiction`).
   */
  | { readonly kind: 'never'; readonly text: string; readonly reason: 'no-ref' | 'contradiction' }
  /** An expression that is as good as these tests, of which one has to hold. */
  | { readonly kind: 'tests'; readonly text: string; readonly tests: readonly RefTest[] }
  /** An expression that only RE2 can decide; it may also be invalid, and match nothing then. */
  | { readonly kind: 'regex'; readonly text: string };

/** True when CodeShip read the text as an expression: any `^` or `$` in it (codeship.md 3.6). */
function isExpression(text: string): boolean {
  return text.includes('^') || text.includes('$');
}

/** What git allows for no ref name, or only text that was meant as an expression has. */
const noRef = /[\x00-\x20\x7f~:?*[\\]|\.\.|@\{|^\/|\/$|\/\/|\.$|\.lock(?:\/|$)|^@$/;
const regexLook = /[()|+]|\.\*|\{\d/;

/**
 * Says what a `tag` or `exclude` pattern asks, exactly as CodeShip decided it (codeship.md 3.6), for
 * every name that git allows for a branch or a tag. One case is left out on purpose: a pattern also
 * matched a ref whose name is the pattern's own text (`x$` is a possible name).
 */
export function classifyRefPattern(text: string): RefPattern {
  if (text === '') return { kind: 'unset', text };
  if (!isExpression(text)) {
    if (noRef.test(text)) return { kind: 'never', text, reason: 'no-ref' };
    return { kind: 'literal', text, looksLikeRegex: regexLook.test(text) };
  }
  const alternatives = alternativesOf(text);
  if (alternatives === undefined) return { kind: 'regex', text };
  const tests: RefTest[] = [];
  for (const parts of alternatives) {
    const outcome = testOfParts(parts);
    if (outcome === 'always') return { kind: 'always', text };
    if (outcome === undefined) return { kind: 'regex', text };
    if (outcome !== 'never') tests.push(outcome);
  }
  if (tests.length === 0) return { kind: 'never', text, reason: 'contradiction' };
  return { kind: 'tests', text, tests: distinct(tests) };
}

function distinct(tests: readonly RefTest[]): readonly RefTest[] {
  const seen = new Map(tests.map((test) => [JSON.stringify(test), test]));
  return [...seen.values()];
}

/** Whether a ref matches; undefined where only RE2 can say it (and for no condition at all). */
export function refMatches(pattern: RefPattern, ref: string): boolean | undefined {
  switch (pattern.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'literal':
      return pattern.text === ref;
    case 'tests':
      return pattern.tests.some((test) => passes(test, ref));
    default:
      return undefined;
  }
}
