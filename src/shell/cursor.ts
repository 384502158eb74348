// The reading position in a shell text, and the steps that every rule takes with it.

import type { List, ShellProblem } from './syntax.ts';

/** A here-document whose body starts after the next newline. */
type PendingHereDocument = {
  readonly delimiter: string;
  readonly expands: boolean;
  readonly stripsTabs: boolean;
  readonly body: List[];
};

/**
 * The reading position in a text. A problem moves it to the end, so that every loop of the parser
 * ends by itself; the first problem is kept.
 */
export type Cursor = {
  readonly text: string;
  at: number;
  depth: number;
  problem: ShellProblem | undefined;
  pending: PendingHereDocument[];
  /** No `))` follows from here on, so that looking for one again is idle. */
  noArithmeticEnd: boolean;
  /** Reads commands up to something that ends a list. */
  readonly list: (cursor: Cursor) => List;
  /** Reads commands up to an unquoted `)`, for substitutions inside of words. */
  readonly substitution: (cursor: Cursor) => List;
  /** Reads commands between two backquotes, without moving the cursor. */
  readonly backquotes: (cursor: Cursor, start: number, end: number) => List;
};

/** Nesting beyond this is a problem of the text, not of the call stack. */
const deepest = 100;

export function fail(cursor: Cursor, offset: number, message: string, open = false): void {
  cursor.problem ??= { offset, message, open };
  cursor.at = cursor.text.length;
}

/** Runs `read` one level deeper; too deep is a problem. */
export function nested<T>(cursor: Cursor, read: () => T, otherwise: T): T {
  if (cursor.depth >= deepest) {
    fail(cursor, cursor.at, `nested more than ${deepest} levels deep`);
    return otherwise;
  }
  cursor.depth += 1;
  const result = read();
  cursor.depth -= 1;
  return result;
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length;
}

export function looking(cursor: Cursor, token: string): boolean {
  return cursor.text.startsWith(token, cursor.at);
}

/** Steps over `token` if it is next. */
export function accept(cursor: Cursor, token: string): boolean {
  if (!looking(cursor, token)) return false;
  cursor.at += token.length;
  return true;
}

/** The match of a sticky expression at the cursor, without stepping over it. */
export function match(cursor: Cursor, sticky: RegExp): string | undefined {
  sticky.lastIndex = cursor.at;
  return sticky.exec(cursor.text)?.[0];
}

/** True for the characters that end a word. */
export function isMeta(char: string): boolean {
  return char === '' || ' \t\n;&|()<>'.includes(char);
}
