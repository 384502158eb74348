import { type Expression, expression } from '../expression/expression.ts';
import {
  ALWAYS,
  allOf,
  anyOf,
  type Condition,
  NEVER,
  negated,
  testCondition,
} from './condition.ts';
import type { RefPattern } from './ref-pattern.ts';

/** The name of the branch or tag of a run, in expressions. */
const REF_NAME = expression`github.ref_name`;

/**
 * An expression for `tag` and `exclude` together, where `exclude` wins; `true` when a step always runs,
 * `false` when it never does. Undefined where only RE2 can say it. Expressions compare without regard to case, which
 * CodeShip didn't: callers tell. `subject` is an expression for the name of the ref.
 */
export function combinedRefExpression(
  tag: RefPattern | undefined,
  exclude: RefPattern | undefined,
  subject = REF_NAME,
): Expression | undefined {
  const excluded =
    exclude === undefined || exclude.kind === 'unset' ? NEVER : conditionOf(exclude, subject);
  const wanted = tag === undefined ? ALWAYS : conditionOf(tag, subject);
  // One side can decide alone, also where RE2 would have to decide the other.
  if (excluded === ALWAYS || wanted === NEVER) return NEVER.text;
  if (excluded === undefined || wanted === undefined) return undefined;
  return allOf(wanted, negated(excluded)).text;
}

function conditionOf(pattern: RefPattern, subject: Expression): Condition | undefined {
  switch (pattern.kind) {
    case 'unset':
    case 'always':
      return ALWAYS;
    case 'never':
      return NEVER;
    case 'literal':
      return testCondition({ test: 'equals', text: pattern.text }, subject);
    case 'tests':
      return anyOf(pattern.tests.map((test) => testCondition(test, subject)));
    case 'regex':
      return undefined;
  }
}
