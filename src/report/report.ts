// The report of the public contract, version 1: what the `--json` output is.

import type { Conversion } from '../convert/convert.ts';
import type { Outcome, Severity } from '../diagnostic/code-row.ts';
import { defined } from '../ground/defined.ts';
import { positionAt } from '../source/source-file.ts';
import { schemaAddress } from './schema-address.ts';

export type ReportDiagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
};

export type ReportNode = {
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly outcome: Outcome;
  readonly target?: string;
  readonly code?: string;
};

export type ConversionReport = {
  readonly version: 1;
  readonly tool: { readonly name: 'transship'; readonly version: string };
  readonly sources: readonly { readonly system: string; readonly files: readonly string[] }[];
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly nodes: readonly ReportNode[];
  readonly diagnostics: readonly ReportDiagnostic[];
  readonly secrets: readonly {
    readonly name: string;
    readonly why: string;
    readonly file?: string;
    readonly line?: number;
  }[];
  readonly summary: Readonly<Record<Outcome, number>>;
};

/** The conversion as the contract words it: lines and columns from 1, columns in UTF-16 units. */
export function toReport(conversion: Conversion, version: string): ConversionReport {
  const summary = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
  const nodes = conversion.entries.map(({ node, outcome, target, code }): ReportNode => {
    summary[outcome]++;
    return {
      file: node.file.path,
      path: node.path,
      ...positionAt(node.file, node.start),
      outcome,
      ...defined({ target, code }),
    };
  });
  return {
    version: 1,
    tool: { name: 'transship', version },
    sources: conversion.sources,
    files: conversion.files,
    nodes,
    diagnostics: conversion.diagnostics.map(({ code, severity, message, help, at }) => {
      const place = at === undefined ? {} : placeOf(at.file, at.start, at.end);
      return { code, severity, message, ...defined({ help }), ...place };
    }),
    secrets: conversion.secrets.map(({ name, why, at }) => ({
      name,
      why,
      ...(at === undefined ? {} : { file: at.file.path, line: positionAt(at.file, at.start).line }),
    })),
    summary,
  };
}

/** The report as a JSON file. */
export const reportJson = (conversion: Conversion, version: string): string =>
  `${JSON.stringify({ $schema: schemaAddress('report'), ...toReport(conversion, version) }, undefined, 2)}\n`;

function placeOf(file: Parameters<typeof positionAt>[0], start: number, end: number) {
  const from = positionAt(file, start);
  const to = positionAt(file, Math.max(start, end));
  return {
    file: file.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
