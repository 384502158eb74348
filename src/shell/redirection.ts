// What may stand between and behind words: blanks, comments, redirections, and the here-documents that these announce.

import { accept, atEnd, type Cursor, fail, isMeta, match, nested } from './cursor.ts';
import { noParts, quotedPart, scanWord } from './scan-word.ts';
import type { List, Redirection } from './syntax.ts';

const blankRun = /(?:[ \t]|\\\n)+/y;
const commentText = /#[^\n]*/y;

/** Steps over blanks, continued lines, and a comment. A comment ends before its newline. */
export function skipBlanks(cursor: Cursor): void {
  const before = cursor.text.charAt(cursor.at - 1);
  const blanks = match(cursor, blankRun) ?? '';
  cursor.at += blanks.length;
  if (blanks !== '' || isMeta(before)) cursor.at += (match(cursor, commentText) ?? '').length;
}

const redirectionMark =
  /(?:\d+|\{[A-Za-z_]\w*\})?(?:<<<|<<-?|<&|<>|>>|>&|>\||<(?!\()|>(?!\())|&>>?/y;

/** Reads one redirection if it is next. A here-document is remembered until its line ends. */
export function redirection(cursor: Cursor): Redirection | undefined {
  const operator = match(cursor, redirectionMark);
  if (operator === undefined) return undefined;
  const start = cursor.at;
  cursor.at += operator.length;
  skipBlanks(cursor);
  if (
    isMeta(cursor.text.charAt(cursor.at)) &&
    !/[<>]\(/y.test(cursor.text.slice(cursor.at, cursor.at + 2))
  ) {
    fail(cursor, start, `nothing follows ${operator}`, atEnd(cursor));
  }
  const target = scanWord(cursor);
  if (!/(?:^|[^<])<<-?$/.test(operator)) return { operator, target };
  const body: List[] = [];
  cursor.pending.push({
    delimiter: target.value ?? target.raw,
    expands: target.raw === (target.value ?? target.raw),
    stripsTabs: operator.endsWith('-'),
    body,
  });
  return { operator, target, body };
}

/** Reads the bodies of the here-documents of the line that just ended. */
export function hereDocumentBodies(cursor: Cursor): void {
  const pending = cursor.pending;
  cursor.pending = [];
  for (const { delimiter, expands, stripsTabs, body } of pending) {
    const start = cursor.at;
    let end = -1;
    while (end < 0 && !atEnd(cursor)) {
      const line = match(cursor, /[^\n]*/y) ?? '';
      if ((stripsTabs ? line.replace(/^\t+/, '') : line) === delimiter) end = cursor.at;
      cursor.at = Math.min(cursor.at + line.length + 1, cursor.text.length);
    }
    if (end < 0) {
      const missing = cursor.text.length;
      if (cursor.problem === undefined)
        fail(cursor, start, `here-document without its end ${delimiter}`, true);
      end = missing;
    }
    if (expands) body.push(...expansions(cursor, start, end));
  }
}

/** The commands that are substituted into text which is not shell text itself. */
function expansions(outer: Cursor, start: number, end: number): readonly List[] {
  const cursor: Cursor = {
    ...outer,
    text: outer.text.slice(0, end),
    at: start,
    problem: undefined,
    pending: [],
    noArithmeticEnd: false,
  };
  const parts = noParts();
  nested(
    cursor,
    () => {
      while (!atEnd(cursor)) {
        const plain = match(cursor, /[^$`\\]+/y);
        if (plain !== undefined) cursor.at += plain.length;
        else if (accept(cursor, '\\')) cursor.at += 1;
        else quotedPart(cursor, parts);
      }
    },
    undefined,
  );
  return parts.substitutions;
}
