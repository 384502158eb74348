// Pass 2: `env`. Shippable wrote each pair as an `export` line, so values are shell text. What is plain
// text becomes `env:` of the job; what a shell has to evaluate keeps its order and is exported by a shell.

import { defined } from '../../../ground/defined.ts';
import { markOf, marksIn } from '../../../ground/open-mark.ts';
import { parseAssignments } from '../../../shell/assignments.ts';
import { quoteWord } from '../../../shell/words.ts';
import {
  isEmpty,
  isNull,
  type ScalarNode,
  type SourceNode,
  valueAt,
} from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';

/** One variable of `env`. `value` is there only if no shell has to look at it. */
export type Variable = {
  readonly name: string;
  /** Shell text of the value. */
  readonly source: string;
  readonly value?: string;
  readonly from: readonly SourceNode[];
  readonly before: readonly string[];
};

/** A value that lay open: its variable, and the secret in its place. */
export type OpenValue = { readonly name: string; readonly secret: string };

type SecureBlob = {
  readonly node: ScalarNode;
  readonly open?: OpenValue;
};

/** One row of the matrix: the pairs of one item. */
export type EnvRow = {
  readonly variables: readonly Variable[];
  readonly secure: readonly SecureBlob[];
  readonly node: SourceNode;
};

export type Environment = {
  readonly global: readonly Variable[];
  readonly secure: readonly SecureBlob[];
  /** Rows of the matrix; none where `env` has only globals. */
  readonly rows: readonly EnvRow[];
};

type Pairs = { variables: Variable[]; secure: SecureBlob[] };

/** Reads `env`; a value that a later one of the same name replaces is accounted for as such. */
export function readEnvironment(
  node: SourceNode | undefined,
  context: TranslationContext,
): Environment {
  const environment = readForms(node, context);
  for (const { name, from } of [
    ...environment.global,
    ...environment.rows.flatMap((row) => row.variables),
  ]) {
    for (const at of from) {
      context.otherwise('shadowed-key', at, `\`${name}\` is set again; the last value counts`);
    }
  }
  return environment;
}

function readForms(node: SourceNode | undefined, context: TranslationContext): Environment {
  const empty = { global: [], secure: [], rows: [] };
  if (node === undefined || isNull(node)) return empty;
  if (node.kind === 'scalar') return { ...empty, rows: [readRow(node, context)] };
  if (node.kind === 'sequence') {
    return {
      ...empty,
      rows: flatten(node)
        .filter(notNull(context))
        .map((item) => readRow(item, context)),
    };
  }
  const global = valueAt(node, 'global');
  const matrix = valueAt(node, 'matrix');
  const others = node.entries.filter(({ key }) => key.text !== 'global' && key.text !== 'matrix');
  const pairs: Pairs = { variables: [], secure: [] };
  if (global !== undefined) readPairs(global, pairs, context);
  // A mapping without `global` and `matrix` is one row of pairs.
  for (const { key, value } of others) readEntry(key.text, value, pairs, context);
  const items = matrix === undefined ? [] : matrix.kind === 'sequence' ? flatten(matrix) : [matrix];
  return {
    global: pairs.variables,
    secure: pairs.secure,
    rows: items.filter(notNull(context)).map((item) => readRow(item, context)),
  };
}

const flatten = (node: SourceNode): readonly SourceNode[] =>
  node.kind === 'sequence' && node.items.length > 0 ? node.items.flatMap(flatten) : [node];

const notNull =
  ({ otherwise }: TranslationContext) =>
  (node: SourceNode): boolean => {
    if (!isEmpty(node)) return true;
    otherwise('empty-value', node, 'an item without a value is not a variable');
    return false;
  };

export function readRow(node: SourceNode, context: TranslationContext): EnvRow {
  const pairs: Pairs = { variables: [], secure: [] };
  readPairs(node, pairs, context);
  return { ...pairs, node };
}

/** A pair that stands outside of `env`, as a row of its own. */
export function readVariable(name: string, value: ScalarNode, context: TranslationContext): EnvRow {
  const pairs: Pairs = { variables: [], secure: [] };
  readEntry(name, value, pairs, context);
  return { ...pairs, node: value };
}

function readPairs(node: SourceNode, pairs: Pairs, context: TranslationContext): void {
  if (isEmpty(node)) {
    context.otherwise('empty-value', node, 'an item without a value is not a variable');
  } else if (node.kind === 'sequence') {
    for (const item of flatten(node)) readPairs(item, pairs, context);
  } else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) readEntry(key.text, value, pairs, context);
  } else readText(node, pairs, context);
}

function readEntry(
  name: string,
  value: SourceNode,
  pairs: Pairs,
  context: TranslationContext,
): void {
  if (name === 'secure') {
    // Several texts in a list are as many values.
    for (const each of flatten(value)) {
      if (each.kind === 'scalar') pairs.secure.push({ node: each });
      else
        context.report(
          'wrong-type',
          each,
          'found a list or mapping, expected the encrypted text of `secure`',
        );
    }
    return;
  }
  if (value.kind !== 'scalar') {
    const secure = valueAt(value, 'secure');
    const alone = value.kind === 'mapping' && value.entries.length === 1;
    if (secure?.kind === 'scalar' && alone) pairs.secure.push({ node: secure });
    else
      context.report(
        'wrong-type',
        value,
        `found a list or mapping, expected the text of \`${name}\``,
      );
    return;
  }
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    context.report(
      'bad-variable-name',
      value,
      `\`${name}\` is not a valid shell variable name, so it was never set`,
    );
    return;
  }
  const source = isNull(value) ? '' : value.text;
  const secret = wholeMark(source);
  if (secret !== undefined) {
    pairs.secure.push({ node: value, open: { name, secret } });
    return;
  }
  const parsed = parseAssignments(`${name}=${source}`);
  const [first] = parsed.assignments;
  // A value with blanks was the rest of an `export` line; as a YAML value it is meant as one text.
  const whole = parsed.assignments.length === 1 && first?.source === source;
  pairs.variables.push({
    name,
    source: whole ? source : quoteWord(source),
    ...(whole ? (first.value === undefined ? {} : { value: first.value }) : { value: source }),
    from: [value],
    before: comments(value),
  });
}

function readText(node: ScalarNode, pairs: Pairs, context: TranslationContext): void {
  const { assignments, error } = parseAssignments(node.text);
  const help = 'write one `NAME=value` per item, with quotes around a value that contains spaces';
  if (assignments.length === 0) {
    const message = `\`${node.text}\` does not set a variable: expected \`NAME=value\``;
    context.report('no-variable', node, message, help);
  } else if (error !== undefined) {
    const message = `part of \`${node.text}\` is not \`NAME=value\`: ${error.message}`;
    context.report('bad-variable', node, message, help);
  }
  assignments.forEach((assignment, index) => {
    const secret = wholeMark(assignment.value ?? '');
    if (secret !== undefined) {
      pairs.secure.push({ node, open: { name: assignment.name, secret } });
      return;
    }
    pairs.variables.push({
      name: assignment.name,
      source: assignment.source,
      ...defined({ value: assignment.value }),
      from: [node],
      before: index === 0 ? comments(node) : [],
    });
  });
}

/** The secret that a value is as a whole. */
const wholeMark = (value: string): string | undefined => {
  const [secret] = marksIn(value);
  return secret !== undefined && markOf(secret) === value ? secret : undefined;
};

const comments = (node: ScalarNode): readonly string[] => [
  ...node.before,
  ...(node.behind === undefined ? [] : [node.behind]),
];

/** Whether a variable may stand in `env:`; names of GitHub's own may not. */
export const isPlain = (variable: Variable): variable is Variable & { value: string } =>
  variable.value !== undefined && !/^(?:GITHUB|RUNNER)_/i.test(variable.name);

/**
 * Splits variables in order: a name is plain only while nothing evaluated of the same name came before,
 * and the last plain value of a name counts.
 */
export function splitEnvironment(variables: readonly Variable[]): {
  readonly plain: readonly (Variable & { value: string })[];
  readonly evaluated: readonly Variable[];
} {
  const lastOf = new Map(variables.map((variable, index) => [variable.name, index]));
  const evaluatedNames = new Set<string>();
  const plain: (Variable & { value: string })[] = [];
  const evaluated: Variable[] = [];
  for (const variable of variables) if (!isPlain(variable)) evaluatedNames.add(variable.name);
  variables.forEach((variable, index) => {
    if (isPlain(variable) && !evaluatedNames.has(variable.name)) {
      if (lastOf.get(variable.name) === index) plain.push(variable);
    } else evaluated.push(variable);
  });
  return { plain, evaluated };
}
