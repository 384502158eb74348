// What the account holds beyond the digest: each value that was left out or left to a person, and each note, by file.

import type { Conversion } from '../convert/convert.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { defined } from '../ground/defined.ts';
import { positionAt } from '../source/source-file.ts';

export type Detail = {
  /** From 1; undefined where it is about the file as a whole. */
  readonly line?: number;
  /** JSON Pointer of the value; undefined for a note. */
  readonly path?: string;
  readonly what: 'manual' | 'dropped' | 'note';
  readonly message: string;
  readonly code: Code;
};

export type FileDetails = { readonly file: string; readonly details: readonly Detail[] };

/** By file in the order of the account, then by line. */
export function detailsOf({ entries, diagnostics }: Conversion): readonly FileDetails[] {
  const files = new Map<string, Detail[]>();
  const add = (file: string, detail: Detail): void => {
    const details = files.get(file) ?? [];
    files.set(file, details);
    details.push(detail);
  };
  const said = new Set<string>();
  for (const { node, outcome, code } of entries) {
    if (code === undefined || (outcome !== 'manual' && outcome !== 'dropped')) continue;
    const of = diagnostics.filter(({ code: own, at }) => own === code && at?.file === node.file);
    const reason = of.find(({ at }) => at !== undefined && 'kind' in at && at === node) ?? of[0];
    const { line } = positionAt(node.file, node.start);
    said.add(`${code} ${node.file.path}:${line}`);
    const message = reason?.message ?? codeRow(code).title;
    add(node.file.path, { line, path: node.path || '/', what: outcome, message, code });
  }
  for (const { code, severity, message, at } of diagnostics) {
    if (severity !== 'note' || at === undefined) continue;
    const line = at.file.text === '' ? undefined : positionAt(at.file, at.start).line;
    if (said.has(`${code} ${at.file.path}:${line}`)) continue;
    add(at.file.path, { ...defined({ line }), what: 'note', message, code });
  }
  const byLine = (a: Detail, b: Detail): number => (a.line ?? 0) - (b.line ?? 0);
  return [...files].map(([file, details]) => ({ file, details: details.sort(byLine) }));
}
