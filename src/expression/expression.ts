// GitHub's expressions as a type of their own. Text is never one: a text that is put into an expression becomes a
// string of the expression language, so nothing that a user wrote is evaluated.

import type { SourceNode } from '../source/node.ts';

class Made {
  readonly kind = 'expression';
  /** What stands between `${{` and `}}`, or behind `if:`. */
  readonly code: string;
  /** The values that it came from. */
  readonly from: readonly SourceNode[];
  /** Makes the type one that no other object fits. */
  readonly #made = true;

  constructor(code: string, from: readonly SourceNode[]) {
    this.code = code;
    this.from = from;
  }

  static is(value: unknown): value is Made {
    return typeof value === 'object' && value !== null && #made in value;
  }
}

export type Expression = Made;

export const isExpression = (value: unknown): value is Expression => Made.is(value);

/**
 * The one way to make an expression: `` expression`github.ref_name == ${name}` ``. The text of the template is code. A
 * text that is filled in becomes a quoted string; a number and an expression stand as they are.
 */
export function expression(
  code: TemplateStringsArray,
  ...values: readonly (string | number | Expression)[]
): Expression {
  const [first = '', ...others] = code;
  const parts = others.map((text, index) => {
    const value = values[index] ?? '';
    if (typeof value === 'object') return value.code + text;
    return (typeof value === 'string' ? quoted(value) : String(value)) + text;
  });
  const from = values.flatMap((value) => (typeof value === 'object' ? value.from : []));
  return new Made(first + parts.join(''), from);
}

/**
 * A string of the expression language. GitHub looks for the opening of an expression in strings too, and reads an `if`
 * that holds one as a text, which is always true: so the sign is put together from two halves.
 */
function quoted(text: string): string {
  const halves = text.split(/(?<=\$)(?=\{\{)/).map((half) => `'${half.replaceAll("'", "''")}'`);
  const [only = "''"] = halves;
  if (halves.length <= 1) return only;
  return `format('${halves.map((_, index) => `{${index}}`).join('')}', ${halves.join(', ')})`;
}

/** A property of an object: `matrix.node_js`, and `matrix['a b']` where the name is not a word. */
export const property = (object: Expression, name: string): Expression =>
  /^[A-Za-z_][\w-]*$/.test(name)
    ? new Made(`${object.code}.${name}`, object.from)
    : expression`${object}[${name}]`;

/** The expression, which also stands for these values. */
export const standingFor = (of: Expression, ...from: readonly SourceNode[]): Expression =>
  new Made(of.code, [...of.from, ...from]);

/** All of these hold; one with `||` is put into brackets. Undefined where there is none. */
export const allOf = (parts: readonly Expression[]): Expression | undefined =>
  operated(parts, '&&', '||');

/** One of these holds; one with `&&` is put into brackets, for readers. Undefined where there is none. */
export const anyOf = (parts: readonly Expression[]): Expression | undefined =>
  operated(parts, '||', '&&');

type Operator = '&&' | '||';

function operated(
  parts: readonly Expression[],
  operator: Operator,
  other: Operator,
): Expression | undefined {
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only;
  const closed = parts.map((part) => (isHeldBy(part.code, other) ? expression`(${part})` : part));
  return new Made(
    closed.map(({ code }) => code).join(` ${operator} `),
    closed.flatMap(({ from }) => from),
  );
}

/** Whether the operator stands outside of strings and brackets. */
function isHeldBy(code: string, operator: Operator): boolean {
  let rest = code.replace(/'(?:[^']|'')*'/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, '');
  }
  return rest.includes(operator);
}
