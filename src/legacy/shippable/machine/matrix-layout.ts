// The rows of the matrix as `strategy.matrix.include`, and the variables that they set.

import { expression } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { chooseJdk } from '../../../machine/versions/jdk.ts';
import { joined, type Line, type Traced, textOf, traced } from '../../../output/tree.ts';
import type { Field, MatrixRow as OutRow } from '../../../workflow/model.ts';
import {
  type Environment,
  isPlain,
  splitEnvironment,
  type Variable,
} from '../environment/environment.ts';
import type { LanguageRow } from '../environment/languages.ts';
import type { AxisKey, Matrix, MatrixRow } from '../environment/matrix.ts';
import { matrixValue } from '../environment/matrix-value.ts';
import { commentLines, plainLine } from '../scripts/script.ts';
import { secureRows } from '../secrets/secure.ts';

/** What a shell has to evaluate before the commands, and the names that it sets. */
export type Evaluated = { readonly lines: readonly Line[]; readonly names: readonly string[] };

export type MatrixLayout = {
  /** Undefined for a single job. */
  readonly rows?: readonly OutRow[];
  readonly env: readonly Field[];
  readonly evaluated: Evaluated;
  /** Columns for the name of the job, beside the axes; `job_name` alone holds the whole. */
  readonly title: readonly string[];
};

export function layoutMatrix(
  matrix: Matrix,
  environment: Environment,
  language: LanguageRow,
  spell: Spelling,
  label: (pool: string) => string,
): MatrixLayout {
  const [only] = matrix.rows;
  if (matrix.rows.length <= 1) {
    const variables = [...environment.global, ...(only?.env?.variables ?? [])];
    const { plain, evaluated } = splitEnvironment(variables);
    return { env: plain.map(plainField), evaluated: exportLines(evaluated), title: [] };
  }
  const global = splitEnvironment(environment.global);
  const globalNames = new Set(global.evaluated.map(({ name }) => name));
  const columns = commonNames(matrix.rows, globalNames);
  const hasEnv = matrix.rows.some((row) => row.env !== undefined);
  const asText = hasEnv && columns === undefined;
  const labels = new Set(
    matrix.rows.map((row) => (row.pool === undefined ? '' : label(row.pool.text))),
  );
  const names = rowNames(matrix, language);
  const secure = secureRows(matrix);
  const rows = matrix.rows.map(
    (row, index): OutRow => ({
      fields: [
        ...(names === undefined ? [] : [{ name: 'job_name', value: names[index] ?? '' }]),
        ...axisFields(row, matrix, language, spell),
        ...(row.pool === undefined
          ? []
          : [{ name: 'pool', value: { text: row.pool.text, from: row.pool.from } }]),
        ...(row.pool === undefined || labels.size <= 1
          ? []
          : [{ name: 'runner', value: label(row.pool.text) }]),
        ...(columns === undefined ? [] : (row.env?.variables ?? []).map(plainCell)),
        ...(asText ? [{ name: 'env', value: envText(row.env?.variables ?? []) }] : []),
        ...(row.env !== undefined && secure.has(row.env)
          ? [{ name: 'secure', value: String(secure.get(row.env)), raw: true as const }]
          : []),
        ...(matrix.hasAllowed
          ? [{ name: 'allow_failure', value: String(row.allowFailure), raw: true as const }]
          : []),
      ],
    }),
  );
  const evaluated = exportLines(global.evaluated);
  const rowVariables = new Set(
    matrix.rows.flatMap((row) => row.env?.variables ?? []).map(({ name }) => name),
  );
  return {
    rows,
    env: [
      ...global.plain.filter(({ name }) => !columns?.includes(name)).map(plainField),
      ...(columns ?? []).map((name) => ({ name, value: matrixValue(name) })),
      ...(asText ? [{ name: 'MATRIX_ENV', value: matrixValue('env') }] : []),
    ],
    evaluated: asText
      ? {
          lines: [
            ...evaluated.lines,
            // Without a name, `export` would write the whole environment to the log.
            plainLine(
              matrix.rows.every((row) => (row.env?.variables ?? []).length > 0)
                ? 'eval "export $MATRIX_ENV"'
                : '[ -z "$MATRIX_ENV" ] || eval "export $MATRIX_ENV"',
            ),
          ],
          names: [
            ...evaluated.names,
            ...[...rowVariables].filter((name) => !evaluated.names.includes(name)),
          ],
        }
      : evaluated,
    title: names === undefined ? (columns ?? (asText ? ['env'] : [])) : ['job_name'],
  };
}

const plainField = (variable: Variable & { value: string }): Field => ({
  name: variable.name,
  value: { text: variable.value, from: variable.from },
  ...defined({ before: filled(variable.before) }),
});

const plainCell = (variable: Variable): Field => ({
  name: variable.name,
  value: { text: variable.value ?? variable.source, from: variable.from },
});

/** What the images told commands of an axis, whether or not a command reads it by its Shippable name. */
export function axisVariables(matrix: Matrix): Field[] {
  const value = (axis: AxisKey): Text => {
    if (matrix.rows.length > 1) return matrixValue(axis);
    const cell = matrix.rows[0]?.cells.get(axis);
    return cell === undefined ? '' : joined([cell]);
  };
  const fields: Field[] = [];
  if (matrix.axes.includes('gemfile')) {
    fields.push({ name: 'SHIPPABLE_GEMFILE', value: value('gemfile') });
  }
  if (matrix.axes.includes('scala')) {
    fields.push({ name: 'SHIPPABLE_SCALA_VERSION', value: value('scala') });
  }
  if (matrix.axes.includes('compiler')) {
    const only = matrix.rows.length > 1 ? undefined : matrix.rows[0]?.cells.get('compiler');
    fields.push({ name: 'CC', value: value('compiler') });
    fields.push({
      name: 'CXX',
      value:
        only === undefined
          ? expression`matrix.compiler == 'clang' && 'clang++' || 'g++'`
          : traced(only.text.includes('clang') ? 'clang++' : 'g++', ...only.from),
    });
  }
  return fields;
}

/**
 * Names of the rows, where they are made of different parts, so that no name has an empty one. Undefined where every
 * row has all: then the name of the job is put together from the columns.
 */
function rowNames(matrix: Matrix, language: LanguageRow): readonly string[] | undefined {
  const hasEnv = matrix.rows.some((row) => row.env !== undefined);
  let complete = true;
  const names = matrix.rows.map((row, index) => {
    const parts = [
      ...matrix.axes.map((axis) => {
        const text = row.cells.get(axis)?.text;
        const named = axis === language.versionKey && matrix.axes.length === 1;
        return text === undefined || !named ? text : `${language.title} ${text}`;
      }),
      ...(matrix.hasPools ? [row.pool?.text] : []),
      ...(hasEnv ? [textOf(envText(row.env?.variables ?? []))] : []),
    ];
    const said = parts.filter((part) => part !== undefined && part !== '');
    complete &&= said.length === parts.length;
    return said.length === 0 ? `row ${index + 1}` : said.join(', ');
  });
  return complete ? undefined : names;
}

/** The version of the file as the step that brings it spells it. */
export type Spelling = (version: string) => string;

function axisFields(
  row: MatrixRow,
  matrix: Matrix,
  language: LanguageRow,
  spell: Spelling,
): Field[] {
  const fields: Field[] = [];
  for (const axis of matrix.axes) {
    const cell = row.cells.get(axis);
    if (cell !== undefined) fields.push({ name: axis, value: joined([cell]) });
  }
  const jdk = row.cells.get('jdk');
  if (jdk !== undefined && language.versionKey !== 'jdk') {
    fields.push({ name: 'java', value: chooseJdk(jdk.text).spelled });
  }
  if (spelledApart(matrix, language, spell) && language.versionKey !== undefined) {
    const cell = row.cells.get(language.versionKey);
    if (cell !== undefined) fields.push({ name: 'version', value: spell(cell.text) });
  }
  if (jdk !== undefined && distributionsOf(matrix).length > 1) {
    fields.push({ name: 'distribution', value: chooseJdk(jdk.text).distribution ?? 'temurin' });
  }
  return fields;
}

/** Whose JDKs the rows need. */
export const distributionsOf = (matrix: Matrix): readonly string[] => [
  ...new Set(
    matrix.rows.flatMap((row) => {
      const cell = row.cells.get('jdk');
      return cell === undefined ? [] : (chooseJdk(cell.text).distribution ?? []);
    }),
  ),
];

/** Whether a step spells some version otherwise than the file. */
export function spelledApart(matrix: Matrix, language: LanguageRow, spell: Spelling): boolean {
  const { versionKey } = language;
  if (versionKey === undefined) return false;
  return matrix.rows.some((row) => {
    const cell = row.cells.get(versionKey);
    return cell !== undefined && spell(cell.text) !== cell.text;
  });
}

/** The names that every row sets to plain text: then each name is a column of its own. */
function commonNames(rows: readonly MatrixRow[], taken: ReadonlySet<string>): string[] | undefined {
  const first = rows[0]?.env?.variables.map(({ name }) => name);
  if (first === undefined || first.length === 0) return undefined;
  const wanted = [...first].sort().join(' ');
  const reserved = [
    'node_js',
    'python',
    'rvm',
    'jdk',
    'java',
    'go',
    'php',
    'scala',
    'lein',
    'compiler',
    'gemfile',
    'pool',
    'runner',
    'env',
    'version',
    'distribution',
    'allow_failure',
    'job_name',
    'secure',
  ];
  for (const row of rows) {
    const variables = row.env?.variables ?? [];
    if (
      variables
        .map(({ name }) => name)
        .sort()
        .join(' ') !== wanted
    )
      return undefined;
    if (!variables.every(isPlain)) return undefined;
    if (new Set(variables.map(({ name }) => name)).size !== variables.length) return undefined;
    if (variables.some(({ name }) => taken.has(name) || reserved.includes(name.toLowerCase())))
      return undefined;
  }
  return first;
}

const envText = (variables: readonly Variable[]): Traced =>
  joined(
    variables.map((variable) => traced(`${variable.name}=${variable.source}`, ...variable.from)),
    ' ',
  );

function exportLines(variables: readonly Variable[]): Evaluated {
  return {
    lines: variables.flatMap((variable) => [
      ...commentLines(variable.before),
      traced(`export ${variable.name}=${variable.source}`, ...variable.from),
    ]),
    names: [...new Set(variables.map(({ name }) => name))],
  };
}
