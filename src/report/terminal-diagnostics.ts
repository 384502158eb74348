// Diagnostics as the best compilers print them: what, where, the line with carets, and what to do.

import type { Severity } from '../diagnostic/code-row.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { displayWidth, visible } from '../ground/display-text.ts';
import type { Diagnostic, Place } from '../source/diagnostic.ts';
import { positionAt } from '../source/source-file.ts';
import { maskedLine } from './mask.ts';
import { type Paint, painter } from './paint.ts';

/** Longer lines are cut around what is meant. */
const widest = 110;

/** Errors and warnings, one by one; notes follow by `renderNotes`. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], color: boolean): string {
  const paint = painter(color);
  return diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map((diagnostic) => `${renderOne(diagnostic, paint)}\n`)
    .join('\n');
}

/** Where more is said about what was printed: one line. */
export function renderExplainHint(diagnostics: readonly Diagnostic[], color: boolean): string {
  const severities: readonly Severity[] = ['error', 'warning'];
  const [first] = severities.flatMap((severity) =>
    diagnostics.flatMap((each) => (each.severity === severity ? [each.code] : [])),
  );
  if (first === undefined) return '';
  return `${painter(color)('dim', `more about a message: transship explain ${first}`)}\n`;
}

/** More places of one kind of note are counted, not listed. */
const shownPlaces = 3;

/** One line for each kind of note, with a count where there are several. */
export function renderNotes(diagnostics: readonly Diagnostic[], color: boolean): string {
  const paint = painter(color);
  const kinds = new Map<Code, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    // The summary ends with it.
    if (diagnostic.severity !== 'note' || diagnostic.code === 'secret-ways') continue;
    kinds.set(diagnostic.code, [...(kinds.get(diagnostic.code) ?? []), diagnostic]);
  }
  return [...kinds].map(([code, notes]) => `${noteLine(code, notes, paint)}\n`).join('');
}

function noteLine(code: Code, notes: readonly Diagnostic[], paint: Paint): string {
  const messages = new Set(notes.map(({ message }) => message));
  const [message = ''] = messages;
  // What differs from place to place is said by the report, and by `explain`.
  const text = messages.size === 1 ? message : codeRow(code).title.replace(/\.$/, '');
  const places = [...new Set(notes.flatMap(({ at }) => (at === undefined ? [] : placeOf(at))))];
  const shown = places.slice(0, shownPlaces).map(visible).join(', ');
  const more = places.length > shownPlaces ? ` and ${places.length - shownPlaces} more` : '';
  const count = notes.length > 1 ? `${notes.length} times: ` : '';
  const where = shown === '' ? '' : paint('dim', ` (${count}${shown}${more})`);
  return `${paint('bold', `${paint(colors.note, `note[${code}]`)}:`)} ${visible(text)}${where}`;
}

const placeOf = ({ file, start, end }: Place): string =>
  file.text === '' || (start === 0 && end === 0)
    ? file.path
    : `${file.path}:${positionAt(file, start).line}`;

const colors: Record<Severity, 'red' | 'yellow' | 'blue'> = {
  error: 'red',
  warning: 'yellow',
  note: 'blue',
};

function renderOne(
  { code, severity, message, help, at: value, shown: at = value }: Diagnostic,
  paint: Paint,
): string {
  const head = paint('bold', `${paint(colors[severity], `${severity}[${code}]`)}: `);
  const lines = [`${head}${paint('bold', visible(message))}`];
  const gutter =
    at === undefined ? '' : ' '.repeat(String(positionAt(at.file, at.start).line).length);
  if (at !== undefined) lines.push(...excerpt(at, gutter, paint, colors[severity]));
  if (help !== undefined) lines.push(`${gutter} ${paint('cyan', '=')} help: ${visible(help)}`);
  return lines.join('\n');
}

function excerpt(
  at: Place,
  gutter: string,
  paint: Paint,
  color: 'red' | 'yellow' | 'blue',
): string[] {
  const { file } = at;
  const { line, column } = positionAt(file, at.start);
  const bar = paint('cyan', '|');
  // A whole file has no line to show.
  if (file.text === '' || (at.start === 0 && at.end === 0)) {
    return [`${gutter}${paint('cyan', '-->')} ${visible(file.path)}`];
  }
  const text = maskedLine(file, line);
  const from = Math.min(column - 1, text.length);
  const to = Math.max(from, Math.min(from + (at.end - at.start), text.length));
  const shown = cut(text, from, to);
  const carets = '^'.repeat(Math.max(1, displayWidth(shown.marked)));
  const source = `${shown.before}${shown.marked}${shown.after}`;
  return [
    `${gutter}${paint('cyan', '-->')} ${visible(file.path)}:${line}:${column}`,
    `${gutter} ${bar}`,
    `${paint('cyan', `${line} |`)} ${source}`.trimEnd(),
    `${gutter} ${bar} ${' '.repeat(displayWidth(shown.before))}${paint(color, carets)}`,
  ];
}

/** The line around a range, at most `widest` columns of it; the range's beginning is always seen. */
function cut(
  text: string,
  from: number,
  to: number,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const keep = Math.min(
    from,
    Math.max(20, widest - (to - from)),
    text.length <= widest ? from : 60,
  );
  const room = widest - keep;
  const before = from > keep ? `…${text.slice(from - keep, from)}` : text.slice(0, from);
  if (to - from > room) {
    return { before: visible(before), marked: visible(text.slice(from, from + room)), after: '…' };
  }
  const end = from + room;
  const after = text.length > end ? `${text.slice(to, end)}…` : text.slice(to);
  return { before: visible(before), marked: visible(text.slice(from, to)), after: visible(after) };
}
