// The name of the job and the runner that it asks for.

import { mixed, mixedText, type Text } from '../../../expression/text.ts';
import { joined } from '../../../output/tree.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LanguageRow } from '../environment/languages.ts';
import type { Matrix } from '../environment/matrix.ts';
import { matrixValue } from '../environment/matrix-value.ts';

export function jobName(
  matrix: Matrix,
  language: LanguageRow,
  title: readonly string[] | undefined,
  /** One of several jobs that rows of one matrix became. */
  isPart: boolean,
): Text {
  const only = matrix.rows[0];
  const cell =
    title === undefined && isPart && language.versionKey !== undefined
      ? only?.cells.get(language.versionKey)
      : undefined;
  if (cell !== undefined) return joined([`CI (${language.title} `, cell, ')']);
  if (title === undefined && isPart && language.defaultVersion !== undefined) {
    return `CI (${language.title} ${language.defaultVersion})`;
  }
  if (title === undefined)
    return only?.pool === undefined
      ? 'CI'
      : { text: `CI on ${only.pool.text}`, from: only.pool.from };
  if (title[0] === 'job_name') return mixedText`CI (${matrixValue('job_name')})`;
  const parts = [
    ...matrix.axes.map((axis) =>
      axis === language.versionKey && matrix.axes.length === 1
        ? mixedText`${language.title} ${matrixValue(axis)}`
        : matrixValue(axis),
    ),
    ...(matrix.hasPools ? [matrixValue('pool')] : []),
    ...title.map(matrixValue),
  ];
  return parts.length === 0 ? 'CI' : mixedText`CI (${mixed(parts, ', ')})`;
}

/** `runs-on`: one label for all rows, or a cell of the matrix where pools differ. */
export function runsOn(matrix: Matrix, { settings, report }: TranslationContext): Text {
  const labels = new Set<string>();
  for (const row of matrix.rows) {
    const { pool } = row;
    if (pool === undefined) {
      labels.add(settings.runner);
      continue;
    }
    const label = poolLabel(pool.text, settings);
    labels.add(label);
    const [node] = pool.from;
    if (node !== undefined && settings.nodePools[pool.text] === undefined) {
      report(
        'node-pool',
        node,
        `the machines of the pool \`${pool.text}\` are unknown; the job runs on \`${label}\``,
        'set the runner in `.github/transship.yml` under `node-pools`',
      );
    }
  }
  if (labels.size <= 1) return [...labels][0] ?? settings.runner;
  return matrixValue('runner');
}

/** The labels of the rows, each once. */
export const labelsOf = (matrix: Matrix, { settings }: TranslationContext): readonly string[] => [
  ...new Set(
    matrix.rows.map(({ pool }) =>
      pool === undefined ? settings.runner : poolLabel(pool.text, settings),
    ),
  ),
];

export function poolLabel(pool: string, settings: TranslationContext['settings']): string {
  const mapped = settings.nodePools[pool];
  if (mapped !== undefined) return mapped;
  if (/windows|win\d|w2k\d|(?:^|[-_ ])win(?:$|[-_ ])/i.test(pool)) return 'windows-latest';
  if (/mac|osx/i.test(pool)) return 'macos-latest';
  if (/aarch64|arm64/i.test(pool)) return 'ubuntu-24.04-arm';
  return settings.runner;
}
