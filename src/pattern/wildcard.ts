import {
  ALWAYS,
  allOf,
  anyOf,
  type Condition,
  NEVER,
  negated,
  testCondition,
} from './condition.ts';
import { REF_NAME } from './ref-expression.ts';
import { type RefPart, testOfParts } from './ref-test.ts';

/**
 * Shippable's names with `*` (shippable.md 2.3). How far a `*` reaches was never documented: here it
 * crosses slashes, as everywhere in this project.
 */
export function matchesWildcard(pattern: string, ref: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === ref;
  if (!ref.startsWith(first) || !ref.endsWith(last)) return false;
  let at = first.length;
  for (const text of rest) {
    const found = ref.indexOf(text, at);
    if (found < 0) return false;
    at = found + text.length;
  }
  return at <= ref.length - last.length;
}

/**
 * The same as a filter of GitHub's `branches` and `tags`: `feature/*` is `feature/**` there. What a
 * filter takes as special and Shippable didn't is escaped.
 */
export function toGithubFilter(pattern: string): string {
  return pattern
    .replace(/[?+[\]\\]/g, '\\$&')
    .replace(/^!/, '\\!')
    .replace(/\*+/g, '**');
}

/**
 * An expression for lists of `only` and `except`, `except` winning; undefined where a wildcard can't be
 * said in one. An absent or empty list asks nothing. Expressions ignore case, which Shippable didn't.
 */
export function wildcardExpression(
  only: readonly string[] | undefined,
  except: readonly string[] | undefined,
  subject = REF_NAME,
): string | undefined {
  const wanted = only === undefined || only.length === 0 ? ALWAYS : anyWildcard(only, subject);
  const unwanted =
    except === undefined || except.length === 0 ? NEVER : anyWildcard(except, subject);
  if (wanted === undefined || unwanted === undefined) return undefined;
  return allOf(wanted, negated(unwanted)).text;
}

function anyWildcard(patterns: readonly string[], subject: string): Condition | undefined {
  const conditions: Condition[] = [];
  for (const pattern of new Set(patterns)) {
    const outcome = testOfParts(partsOf(pattern));
    if (outcome === undefined) return undefined;
    if (outcome === 'always') return ALWAYS;
    if (outcome !== 'never') conditions.push(testCondition(outcome, subject));
  }
  return anyOf(conditions);
}

function partsOf(pattern: string): readonly RefPart[] {
  return pattern
    .split('*')
    .flatMap((literal, index): readonly RefPart[] =>
      index === 0 ? [{ literal }] : [{ gap: '*' }, { literal }],
    );
}
