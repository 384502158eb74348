// `--style=idiomatic`: versions that nobody maintains give way to the next one that somebody does.

import type { Place } from '../../../source/diagnostic.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LanguageRow } from '../environment/languages.ts';
import type { AxisKey, Cell, Matrix, MatrixRow } from '../environment/matrix.ts';

/**
 * Maintained releases, oldest first, on 2026-11-27: the schedules of nodejs.org, devguide.python.org, ruby-lang.org,
 * go.dev and php.net, and the long-term releases of Temurin.
 */
const maintained: { readonly [axis in AxisKey]?: readonly string[] } = {
  node_js: ['22', '24'],
  python: ['3.11', '3.12', '3.13', '3.14'],
  rvm: ['3.3', '3.4'],
  go: ['1.26'],
  php: ['8.3', '8.4', '8.5'],
  jdk: ['8', '11', '17', '21', '25'],
};

/** The release to use instead; undefined for one that is maintained, or newer, or no number. */
export function maintainedInstead(axis: AxisKey, version: string): string | undefined {
  const releases = maintained[axis];
  const match = /^((?:oracle|open)-?jdk-?|ruby-|go|v)?(\d+)(?:\.(\d+))?(?:[.\d]|$)/i.exec(version);
  if (releases === undefined || match === null) return undefined;
  const [, prefix = '', major = '', minor] = match;
  const parts = (text: string): readonly number[] => text.split('.').map(Number);
  // A release of one number holds all below it.
  const deep = (releases[0] ?? '').includes('.');
  if (deep && minor === undefined && parts(releases[0] ?? '')[0] === Number(major))
    return undefined;
  const own = deep ? [Number(major), Number(minor ?? 0)] : [Number(major)];
  const order = (a: readonly number[], b: readonly number[]): number =>
    (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
  const next = releases.find((release) => order(parts(release), own) >= 0);
  if (next === undefined || order(parts(next), own) === 0) return undefined;
  return axis === 'jdk' && prefix !== '' ? `openjdk${next}` : next;
}

/** The matrix with maintained versions; rows that became equal are one. */
export function maintainMatrix(
  matrix: Matrix,
  language: LanguageRow,
  at: Place,
  { report }: TranslationContext,
): Matrix {
  const key = language.versionKey;
  const said = new Set<unknown>();
  const renew = (axis: AxisKey, cell: Cell): Cell => {
    const instead = maintainedInstead(axis, cell.text);
    if (instead === undefined) return cell;
    const [node] = cell.from;
    if (node !== undefined && !said.has(node)) {
      said.add(node);
      report(
        'maintained-version',
        node,
        `\`${cell.text}\` is no longer maintained, so the job uses \`${instead}\``,
      );
    }
    return { ...cell, text: instead };
  };
  const standard = language.defaultVersion;
  const instead =
    key === undefined || standard === undefined ? undefined : maintainedInstead(key, standard);
  if (
    key !== undefined &&
    instead !== undefined &&
    !matrix.rows.every(({ cells }) => cells.has(key))
  ) {
    report(
      'idiomatic-change',
      at,
      `the file sets no version of ${language.title}: the job uses \`${instead}\`, where Shippable used \`${standard}\``,
    );
  }
  const rows = new Map<string, MatrixRow>();
  for (const row of matrix.rows) {
    const cells = new Map([...row.cells].map(([axis, cell]) => [axis, renew(axis, cell)] as const));
    if (key !== undefined && instead !== undefined && !cells.has(key)) {
      cells.set(key, { text: instead, from: [] });
    }
    const words = [...cells].map(([axis, { text }]) => `${axis}=${text}`).sort();
    const env = (row.env?.variables ?? []).map(({ name, source }) => `${name}=${source}`);
    const name = JSON.stringify([words, env, row.pool?.text, row.allowFailure]);
    const same = rows.get(name);
    if (same === undefined) {
      rows.set(name, { ...row, cells });
      continue;
    }
    rows.set(name, {
      ...same,
      cells: new Map(
        [...same.cells].map(([axis, cell]) => [
          axis,
          { ...cell, from: [...new Set([...cell.from, ...(cells.get(axis)?.from ?? [])])] },
        ]),
      ),
    });
  }
  const all = [...rows.values()];
  const hasVersion = key !== undefined && all.some(({ cells }) => cells.has(key));
  const axes = hasVersion && !matrix.axes.includes(key) ? [key, ...matrix.axes] : matrix.axes;
  return { ...matrix, rows: all, axes };
}
