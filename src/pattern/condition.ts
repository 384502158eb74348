import { type Expression, expression } from '../expression/expression.ts';
import type { RefTest } from './ref-test.ts';

/** A GitHub expression with the operator that holds it together, and its opposite if that is shorter. */
export interface Condition {
  readonly text: Expression;
  readonly operator?: '&&' | '||';
  readonly opposite?: Pick<Condition, 'text' | 'operator'>;
}

export const ALWAYS: Condition = { text: expression`true` };
export const NEVER: Condition = { text: expression`false` };

/** A test of the ref that the expression `subject` names. */
export function testCondition(test: RefTest, subject: Expression): Condition {
  const call = (name: 'startsWith' | 'endsWith' | 'contains', text: string): Condition => {
    const called = calls[name](subject, text);
    return { text: called, opposite: { text: expression`!${called}` } };
  };
  const unless = (text: string): Condition => ({ text: expression`${subject} != ${text}` });
  switch (test.test) {
    case 'equals':
      return {
        text: expression`${subject} == ${test.text}`,
        opposite: unless(test.text),
      };
    case 'starts': {
      const starts = call('startsWith', test.text);
      return test.longer ? allOf(starts, unless(test.text)) : starts;
    }
    case 'ends': {
      const ends = call('endsWith', test.text);
      return test.longer ? allOf(ends, unless(test.text)) : ends;
    }
    case 'contains':
      return call('contains', test.text);
    case 'starts-and-ends': {
      const both = allOf(call('startsWith', test.start), call('endsWith', test.end));
      return test.longer ? allOf(both, unless(test.start + test.end)) : both;
    }
  }
}

/** One of the conditions holds; none is `false`. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const [only, ...others] = conditions;
  if (only === undefined) return NEVER;
  if (others.length === 0) return only;
  const text = either(conditions.map((condition) => within(condition, '||')));
  const opposites = conditions.flatMap(({ opposite }) => opposite ?? []);
  const simple = opposites.length === conditions.length && opposites.every(isPlain);
  if (!simple) return { text, operator: '||' };
  const opposite = both(opposites.map((each) => each.text));
  return { text, operator: '||', opposite: { text: opposite, operator: '&&' } };
}

const calls = {
  startsWith: (subject: Expression, text: string) => expression`startsWith(${subject}, ${text})`,
  endsWith: (subject: Expression, text: string) => expression`endsWith(${subject}, ${text})`,
  contains: (subject: Expression, text: string) => expression`contains(${subject}, ${text})`,
};

const either = (all: readonly Expression[]): Expression =>
  all.reduce((first, second) => expression`${first} || ${second}`);

const both = (all: readonly Expression[]): Expression =>
  all.reduce((first, second) => expression`${first} && ${second}`);

function isPlain({ operator }: Condition): boolean {
  return operator === undefined;
}

/** Both conditions hold. */
export function allOf(first: Condition, second: Condition): Condition {
  if (first === NEVER || second === NEVER) return NEVER;
  if (first === ALWAYS) return second;
  if (second === ALWAYS) return first;
  return { text: both([within(first, '&&'), within(second, '&&')]), operator: '&&' };
}

export function negated(condition: Condition): Condition {
  if (condition === ALWAYS) return NEVER;
  if (condition === NEVER) return ALWAYS;
  return condition.opposite ?? { text: expression`!(${condition.text})` };
}

function within(condition: Condition, operator: '&&' | '||'): Expression {
  const alone = condition.operator === undefined || condition.operator === operator;
  return alone ? condition.text : expression`(${condition.text})`;
}
