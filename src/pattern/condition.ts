import type { RefTest } from './ref-test.ts';

/** A GitHub expression with the operator that holds it together, and its opposite if that is shorter. */
export interface Condition {
  readonly text: string;
  readonly operator?: '&&' | '||';
  readonly opposite?: Pick<Condition, 'text' | 'operator'>;
}

export const ALWAYS: Condition = { text: 'true' };
export const NEVER: Condition = { text: 'false' };

/** A string of the expression language. */
function expressionString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A test of the ref that the expression `subject` names. */
export function testCondition(test: RefTest, subject: string): Condition {
  const call = (name: string, text: string): Condition => {
    const called = `${name}(${subject}, ${expressionString(text)})`;
    return { text: called, opposite: { text: `!${called}` } };
  };
  const unless = (text: string): Condition => ({ text: `${subject} != ${expressionString(text)}` });
  switch (test.test) {
    case 'equals':
      return {
        text: `${subject} == ${expressionString(test.text)}`,
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
  const text = conditions.map((condition) => within(condition, '||')).join(' || ');
  const opposites = conditions.flatMap(({ opposite }) => opposite ?? []);
  const simple = opposites.length === conditions.length && opposites.every(isPlain);
  if (!simple) return { text, operator: '||' };
  const opposite = opposites.map((each) => each.text).join(' && ');
  return { text, operator: '||', opposite: { text: opposite, operator: '&&' } };
}

function isPlain({ operator }: Condition): boolean {
  return operator === undefined;
}

/** Both conditions hold. */
export function allOf(first: Condition, second: Condition): Condition {
  if (first === NEVER || second === NEVER) return NEVER;
  if (first === ALWAYS) return second;
  if (second === ALWAYS) return first;
  return { text: `${within(first, '&&')} && ${within(second, '&&')}`, operator: '&&' };
}

export function negated(condition: Condition): Condition {
  if (condition === ALWAYS) return NEVER;
  if (condition === NEVER) return ALWAYS;
  return condition.opposite ?? { text: `!(${condition.text})` };
}

function within(condition: Condition, operator: '&&' | '||'): string {
  const alone = condition.operator === undefined || condition.operator === operator;
  return alone ? condition.text : `(${condition.text})`;
}
