// Pass 3: the matrix. Shippable made every combination of its axes a job of its own, added the includes as
// further jobs, and never merged one into another (shippable.md 2.5); so the rows are written out one by one.

import { defined } from '../../../ground/defined.ts';
import { isNull, leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { ShippableConfig } from '../keys/config.ts';
import { type Environment, type EnvRow, readRow, readVariable } from './environment.ts';
import type { LanguageRow } from './languages.ts';

export type Cell = { readonly text: string; readonly from: readonly SourceNode[] };

export type AxisKey = NonNullable<LanguageRow['versionKey']> | 'gemfile';

export type MatrixRow = {
  readonly cells: ReadonlyMap<AxisKey, Cell>;
  readonly env?: EnvRow;
  readonly pool?: Cell;
  readonly allowFailure: boolean;
};

export type Matrix = {
  /** A job without a matrix has one. */
  readonly rows: readonly MatrixRow[];
  /** Axes that some row has a value of, in order. */
  readonly axes: readonly AxisKey[];
  readonly hasPools: boolean;
  readonly hasAllowed: boolean;
  /** Values that decide which rows there are. */
  readonly from: readonly SourceNode[];
};

const versionKeys: readonly AxisKey[] = [
  'node_js',
  'python',
  'rvm',
  'go',
  'php',
  'scala',
  'lein',
  'compiler',
  'jdk',
  'gemfile',
];

/** Languages that had `jdk` as a second axis (shippable.md 2.1). */
const withJdk: readonly (AxisKey | undefined)[] = ['rvm', 'scala', 'lein', 'jdk'];

/** Jobs that one matrix may make on GitHub. */
const largest = 256;

export function buildMatrix(
  config: ShippableConfig,
  language: LanguageRow,
  environment: Environment,
  context: TranslationContext,
): Matrix {
  const axes = readAxes(config, language, context);
  const pools = readPools(config);
  const size =
    axes.reduce((product, { values }) => product * values.length, 1) *
    Math.max(1, environment.rows.length) *
    Math.max(1, pools.length);
  if (size > largest) {
    context.report(
      'matrix-too-large',
      { file: config.root.file, start: config.root.start, end: config.root.start },
      `the axes make ${size} jobs; GitHub runs at most ${largest} per matrix`,
      'split the file, or leave out combinations',
    );
    const values = axes.flatMap((axis) => axis.values.flatMap(({ from }) => from));
    for (const node of [...values, config.keys.env]) {
      if (node !== undefined) {
        context.otherwise('matrix-left', node, 'this value makes too many jobs, so it is left out');
      }
    }
    return {
      rows: [{ cells: new Map(), allowFailure: false }],
      axes: [],
      hasPools: false,
      hasAllowed: false,
      from: [],
    };
  }
  let rows: MatrixRow[] = [{ cells: new Map(), allowFailure: false }];
  for (const { key, values } of axes) {
    rows = rows.flatMap((row) =>
      values.map((cell) => ({ ...row, cells: new Map([...row.cells, [key, cell]]) })),
    );
  }
  if (environment.rows.length > 0)
    rows = rows.flatMap((row) => environment.rows.map((env) => ({ ...row, env })));
  if (pools.length > 0) rows = rows.flatMap((row) => pools.map((pool) => ({ ...row, pool })));
  const from: SourceNode[] = [];
  const matrix = config.keys.matrix;
  const includes = (matrix?.include ?? []).flatMap(
    (node) => includeRow(node, pools[0], context) ?? [],
  );
  rows = exclude(rows, matrix?.exclude ?? [], includes.length > 0, from, context);
  const hasAxis =
    axes.length > 0 || environment.rows.length > 0 || config.keys.runtime !== undefined;
  // With no axis and no `runtime`, only the includes run.
  rows = includes.length > 0 && !hasAxis ? includes : [...rows, ...includes];
  if (
    includes.length > 0 &&
    axes.length > 0 &&
    axes.every(({ values }) => values.length === 1) &&
    environment.rows.length === 0
  ) {
    const [first] = axes;
    const node = first?.values[0]?.from[0];
    if (node !== undefined) {
      context.report(
        'single-version-with-include',
        node,
        'one version and `matrix.include` may make one more job than there are includes; Shippable never documented whether it ran that one',
        `if only the includes ran, remove \`${first?.key}\` at the root`,
      );
    }
  }
  rows = allowFailures(rows, matrix?.allow_failures ?? [], from, context);
  return matrixOf(rows, from);
}

/** Rows as a matrix. */
export const matrixOf = (rows: readonly MatrixRow[], from: readonly SourceNode[]): Matrix => ({
  rows,
  axes: versionKeys.filter((key) => rows.some((row) => row.cells.has(key))),
  hasPools: rows.some((row) => row.pool !== undefined),
  hasAllowed: rows.some((row) => row.allowFailure),
  from,
});

/** The rows that run on some of the pools. */
export const onPools = (matrix: Matrix, pools: ReadonlySet<string>): Matrix =>
  matrix.hasPools
    ? matrixOf(
        matrix.rows.filter(({ pool }) => pool !== undefined && pools.has(pool.text)),
        matrix.from,
      )
    : matrix;

function readAxes(
  config: ShippableConfig,
  language: LanguageRow,
  { otherwise }: TranslationContext,
): { key: AxisKey; values: Cell[] }[] {
  const axes: { key: AxisKey; values: Cell[] }[] = [];
  for (const key of versionKeys) {
    const nodes = config.keys[key];
    if (nodes === undefined || nodes.length === 0) continue;
    const own = key === language.versionKey;
    const second =
      (key === 'jdk' && withJdk.includes(language.versionKey)) ||
      (key === 'gemfile' && language.versionKey === 'rvm');
    if (own || second)
      axes.push({ key, values: nodes.map((node) => ({ text: node.text, from: [node] })) });
    else {
      for (const node of nodes) {
        otherwise(
          'other-language',
          node,
          `\`${key}\` does not apply to this language, so Shippable ignored it`,
        );
      }
    }
  }
  return axes;
}

function readPools(config: ShippableConfig): Cell[] {
  return (config.keys.runtime ?? []).flatMap((pool) =>
    pool.nodePool === undefined ? [] : [{ text: pool.nodePool.text, from: [pool.nodePool] }],
  );
}

/** `others`: further rows run, so the excludes may leave none of these (shippable.md 15). */
function exclude(
  rows: MatrixRow[],
  nodes: readonly SourceNode[],
  others: boolean,
  from: SourceNode[],
  { report }: TranslationContext,
): MatrixRow[] {
  let left = rows;
  for (const node of nodes) {
    const kept = left.filter((row) => !matches(row, node));
    if (kept.length === left.length) {
      report('matrix-no-match', node, 'this exclude matches no job of the matrix');
    } else from.push(...leavesOf(node));
    left = kept;
  }
  if (left.length === 0 && rows.length > 0 && !others && nodes[0] !== undefined) {
    report('matrix-empty', nodes[0], 'the excludes leave no job of the matrix');
    return rows.slice(0, 1);
  }
  const used = new Set(left.flatMap(nodesOf));
  from.push(...new Set(rows.flatMap(nodesOf).filter((node) => !used.has(node))));
  return left;
}

/** The values that make a row what it is. */
const nodesOf = ({ cells, env, pool }: MatrixRow): SourceNode[] => [
  ...[...cells.values()].flatMap((cell) => cell.from),
  ...(env?.variables ?? []).flatMap((variable) => variable.from),
  ...(pool?.from ?? []),
];

function allowFailures(
  rows: MatrixRow[],
  nodes: readonly SourceNode[],
  from: SourceNode[],
  { report }: TranslationContext,
): MatrixRow[] {
  let marked = rows;
  for (const node of nodes) {
    if (!marked.some((row) => matches(row, node))) {
      report(
        'matrix-no-match',
        node,
        'this entry of `allow_failures` matches no job of the matrix',
      );
      continue;
    }
    from.push(...leavesOf(node));
    marked = marked.map((row) => (matches(row, node) ? { ...row, allowFailure: true } : row));
  }
  return marked;
}

/** Whether a row has every value that an entry names. */
function matches(row: MatrixRow, entry: SourceNode): boolean {
  if (entry.kind !== 'mapping' || entry.entries.length === 0) return false;
  return entry.entries.every(({ key, value }) => {
    if (key.text === 'env')
      return row.env !== undefined && envText(row.env.node) === envText(value);
    if (key.text === 'nodePool') return value.kind === 'scalar' && row.pool?.text === value.text;
    const cell = row.cells.get(key.text as AxisKey);
    return value.kind === 'scalar' && cell?.text === value.text;
  });
}

/** The pairs of an `env` as text that does not depend on its form. */
function envText(node: SourceNode): string {
  if (node.kind === 'scalar') return node.text.trim().replace(/\s+/g, ' ');
  if (node.kind === 'sequence') return node.items.map(envText).join(' ');
  return node.entries.map(({ key, value }) => `${key.text}=${envText(value)}`).join(' ');
}

function includeRow(
  node: SourceNode,
  firstPool: Cell | undefined,
  context: TranslationContext,
): MatrixRow | undefined {
  if (node.kind !== 'mapping') {
    context.report('wrong-type', node, 'found no mapping, expected the keys of one job');
    return undefined;
  }
  const cells = new Map<AxisKey, Cell>();
  let env: EnvRow | undefined;
  let pool = firstPool;
  for (const { key, value } of node.entries) {
    if (isNull(value)) {
      context.otherwise('empty-value', value, `\`${key.text}\` has no value, so it is ignored`);
      continue;
    }
    if (key.text === 'env') env = merge(env, readRow(value, context), value);
    else if (ofWholeFile.has(key.text)) {
      context.report(
        'unknown-key',
        value,
        `\`${key.text}\` is not a key of a matrix entry: all jobs of the matrix have that of the file`,
        'set a variable in `env` of the entry, and test it in the commands',
      );
    } else if (value.kind !== 'scalar') {
      context.report(
        'wrong-type',
        value,
        `found a list or mapping, expected the text of \`${key.text}\``,
      );
    } else if (key.text === 'nodePool') pool = { text: value.text, from: [value] };
    else if ((versionKeys as readonly string[]).includes(key.text)) {
      cells.set(key.text as AxisKey, { text: value.text, from: [value] });
    } else env = merge(env, variableKey(key.text, value, context), value);
  }
  return {
    cells,
    allowFailure: false,
    ...defined({ env, pool }),
  };
}

/** Keys of the root, and of a job in a file for Travis CI, that nobody means as a variable. */
const ofWholeFile = new Set(
  (
    'language build integrations services addons os dist arch sudo script install before_install before_script ' +
    'after_script after_success after_failure stage'
  ).split(' '),
);

/** `- ENV1: "foo"` in an include: the vendor's page shows it, so it is read as a variable. */
function variableKey(name: string, value: ScalarNode, context: TranslationContext): EnvRow {
  const row = readVariable(name, value, context);
  if (row.variables.length > 0) {
    context.report(
      'include-variable',
      value,
      `\`${name}\` is not a key of a matrix entry, so it is read as an environment variable`,
    );
  }
  return row;
}

const merge = (a: EnvRow | undefined, b: EnvRow, node: SourceNode): EnvRow =>
  a === undefined
    ? b
    : { variables: [...a.variables, ...b.variables], secure: [...a.secure, ...b.secure], node };
