// Where values stand in the legacy files, and where they went: what the viewer asks of a conversion.

import type { Diagnostic } from '@codemirror/lint';
import type { RepositoryView, ViewNode } from '../../view/view.ts';
import { outcomeLooks } from './outcomes.ts';

/** The smallest value around a place. */
export const nodeAt = (nodes: readonly ViewNode[], offset: number): ViewNode | undefined =>
  nodes
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];

/** One line about a value: what becomes of it, why, and where. */
export function describe({ path, outcome, code, target }: ViewNode): string {
  const { sign, label } = outcomeLooks[outcome];
  const lines =
    target === undefined
      ? ''
      : ` → ${target.file}, ${target.from === target.to ? `line ${target.from}` : `lines ${target.from} to ${target.to}`}`;
  const why = code === undefined ? '' : ` (${code})`;
  return `${sign} ${path}: ${label}${why}${lines}`;
}

/** The values that a line of an output came from: those that made the fewest lines around it. */
export function valuesOf(
  { sources }: RepositoryView,
  file: string,
  line: number,
): readonly { readonly path: string; readonly node: ViewNode }[] {
  const hits = sources.flatMap(({ path, nodes }) =>
    nodes.flatMap((node) => {
      const { target } = node;
      const fits = target?.file === file && target.from <= line && line <= target.to;
      return fits && target !== undefined ? [{ path, node, span: target.to - target.from }] : [];
    }),
  );
  const least = Math.min(...hits.map(({ span }) => span));
  return hits.filter(({ span }) => span === least);
}

/** The findings of a file, for an editor with a text of that length. */
export const lintPlaces = (
  { diagnostics }: RepositoryView,
  path: string,
  length: number,
): Diagnostic[] =>
  diagnostics.flatMap(({ file, start, end, severity, code, message, help }): Diagnostic[] => {
    if (file !== path || start === undefined || end === undefined || end > length) return [];
    return [
      {
        from: start,
        to: end,
        severity: severity === 'note' ? 'info' : severity,
        message: help === undefined ? message : `${message}\n${help}`,
        source: code,
      },
    ];
  });

/** The next place that waits for a person after the cursor, through all files in their order, or else the first one. */
export function nextPlace(
  { diagnostics }: RepositoryView,
  order: readonly string[],
  cursor: { readonly file: string; readonly at: number },
): { readonly file: string; readonly start: number } | undefined {
  const places = diagnostics
    .flatMap(({ todo, file, start }) =>
      todo && file !== undefined && start !== undefined ? [{ file, start }] : [],
    )
    .sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.start - b.start);
  const here = order.indexOf(cursor.file);
  const after = places.find(
    ({ file, start }) => order.indexOf(file) > here || (file === cursor.file && start > cursor.at),
  );
  return after ?? places[0];
}
