// The report as CSV (RFC 4180), for a spreadsheet: one row for each value, further diagnostic, and secret.

import type { Conversion } from '../convert/convert.ts';
import { type ReportDiagnostic, toReport } from './report.ts';

const columns = [
  'kind',
  'file',
  'line',
  'column',
  'path',
  'outcome',
  'severity',
  'code',
  'message',
  'help',
  'target',
  'secret',
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

export function renderCsv(conversion: Conversion, version: string): string {
  const { nodes, diagnostics, secrets } = toReport(conversion, version);
  const byPlace = new Map<string, ReportDiagnostic>();
  for (const diagnostic of diagnostics) {
    const key = placeKey(diagnostic);
    if (!byPlace.has(key)) byPlace.set(key, diagnostic);
  }
  const told = new Set<ReportDiagnostic>();
  const values = nodes.map(({ file, line, column, path, outcome, target, code }): Row => {
    const why =
      code === undefined ? undefined : byPlace.get(placeKey({ file, line, column, code }));
    if (why !== undefined) told.add(why);
    const { severity, message, help } = why ?? {};
    return {
      kind: 'value',
      file,
      line,
      column,
      path,
      outcome,
      severity,
      code,
      message,
      help,
      target,
    };
  });
  const others = diagnostics
    .filter((diagnostic) => !told.has(diagnostic))
    .map(({ file, line, column, severity, code, message, help }): Row => {
      return { kind: 'diagnostic', file, line, column, severity, code, message, help };
    });
  const needed = secrets.map(
    ({ name, why, file, line }): Row => ({
      kind: 'secret',
      file,
      line,
      message: why,
      secret: name,
    }),
  );
  return csvText(columns, [...values, ...others, ...needed]);
}

/** A head of columns, and a line for each row (RFC 4180). */
export function csvText<C extends string>(
  heads: readonly C[],
  rows: readonly Partial<Record<C, string | number | undefined>>[],
): string {
  const lines = rows.map((row) => heads.map((column) => cell(row[column])).join(','));
  return [heads.join(','), ...lines, ''].join('\r\n');
}

const placeKey = (at: {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
}): string => `${at.code}\n${at.file}\n${at.line}\n${at.column}`;

/** A spreadsheet takes a cell that begins with one of these signs as a formula; a quote in front makes it text. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
