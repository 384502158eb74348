// A conversion as a page shows it: the legacy files with the fate of every value, the files that they became, and
// what is left to do. Plain data, so that it can cross to a worker or lie compressed in a report.

import type { Conversion } from '../convert/convert.ts';
import type { Outcome, Severity } from '../diagnostic/code-row.ts';
import { codeRow } from '../diagnostic/codes.ts';
import { defined } from '../ground/defined.ts';
import { type Digest, digest } from '../report/digest.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import { graphOf, type WorkflowGraph } from './graph.ts';
import { type LineRange, yamlPlaces } from './yaml-places.ts';

/** Where a value went: a file of the outputs and its lines, from 1, both ends included. */
export type ViewTarget = LineRange & { readonly file: string };

/** A value of a legacy file, by UTF-16 offsets. */
export type ViewNode = {
  readonly start: number;
  readonly end: number;
  /** JSON Pointer into the file. */
  readonly path: string;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly target?: ViewTarget;
};

export type ViewDiagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** Whether somebody has to act: an error, or a value that is left to a person. */
  readonly todo: boolean;
  readonly file?: string;
  readonly start?: number;
  readonly end?: number;
  readonly line?: number;
};

type ViewSource = {
  readonly path: string;
  readonly text: string;
  /** In the order of the file. */
  readonly nodes: readonly ViewNode[];
};

export type RepositoryView = {
  readonly sources: readonly ViewSource[];
  readonly outputs: readonly { readonly path: string; readonly content: string }[];
  readonly diagnostics: readonly ViewDiagnostic[];
  /** What `transship explain` says of each code that occurs. */
  readonly explain: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
  readonly digest: Digest;
  readonly graphs: readonly WorkflowGraph[];
};

/** Everything that a page shows of one conversion. Pure and total. */
export function viewOf(conversion: Conversion): RepositoryView {
  const places = new Map(
    conversion.files.map(({ path, content }) => [path, { content, at: yamlPlaces(content) }]),
  );
  const targetOf = (target: string, value: string): ViewTarget | undefined => {
    const hash = target.indexOf('#');
    const file = target.slice(0, hash);
    const place = places.get(file);
    if (place === undefined) return undefined;
    const lines = place.content.split('\n');
    const whole = { from: 1, to: lines.length };
    return {
      file,
      ...narrowed(nearestPlace(place.at, target.slice(hash + 1)) ?? whole, lines, value),
    };
  };
  const files = new Map<string, { text: string; nodes: ViewNode[] }>();
  for (const { node, outcome, code, target } of conversion.entries) {
    const { path, text } = node.file;
    const file = files.get(path) ?? { text, nodes: [] };
    files.set(path, file);
    const value = node.kind === 'scalar' ? node.text : '';
    const found = target === undefined ? undefined : targetOf(target, value);
    file.nodes.push({
      ...trimmed(text, node.start, node.end),
      path: node.path,
      outcome,
      ...defined({ code, target: found }),
    });
  }
  const diagnostics = conversion.diagnostics.map(viewDiagnostic);
  return {
    sources: [...files].map(([path, { text, nodes }]) => ({ path, text, nodes })),
    outputs: conversion.files,
    diagnostics,
    explain: Object.fromEntries(
      conversion.diagnostics.map(({ code }) => {
        const { title, explain } = codeRow(code);
        return [code, { title, text: explain }];
      }),
    ),
    digest: digest(conversion),
    graphs: conversion.files.flatMap(({ path, content }) => graphOf(path, content) ?? []),
  };
}

function viewDiagnostic({ code, severity, message, help, at }: Diagnostic): ViewDiagnostic {
  const place =
    at === undefined || at.file.text === ''
      ? {}
      : {
          ...trimmed(at.file.text, at.start, at.end),
          line: positionAt(at.file, at.start).line,
        };
  return {
    code,
    severity,
    message,
    todo: severity === 'error' || codeRow(code).outcome === 'manual',
    ...defined({ help }),
    ...(at === undefined ? {} : { file: at.file.path }),
    ...place,
  };
}

/** A block scalar's range runs to the next line; what is shown ends with its text. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let last = Math.min(Math.max(end, start), text.length);
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { start: Math.min(start, text.length), end: last };
}

/** The place of a pointer, or of what it lies in where the file has no such place. */
function nearestPlace(
  places: ReadonlyMap<string, LineRange>,
  pointer: string,
): LineRange | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at);
    if (place !== undefined || at === '') return place;
  }
}

/** Within a long script, the lines that hold the value itself; elsewhere the whole range is the value's. */
function narrowed(range: LineRange, lines: readonly string[], value: string): LineRange {
  const wanted = value
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const first = wanted[0] ?? '';
  const isScript = /(?:^#!.*|[|>][+-]?)$/.test(lines[range.from - 1] ?? '');
  if (!isScript || range.from === range.to || first.length < 2) return range;
  for (let from = range.from; from <= range.to; from++) {
    if (!(lines[from - 1] ?? '').includes(first)) continue;
    let to = from;
    while (
      to < range.to &&
      to - from + 1 < wanted.length &&
      (lines[to] ?? '').includes(wanted[to - from + 1] ?? '\0')
    )
      to++;
    return { from, to };
  }
  return range;
}
