// One word of a shell text: its quotes, expansions and substitutions.

import { accept, atEnd, type Cursor, fail, isMeta, looking, match, nested } from './cursor.ts';
import { ansiQuoted } from './scan-ansi.ts';
import type { List, Word } from './syntax.ts';

/** The parts of a word as they are read: `value` is dropped once something is expanded. */
export type WordParts = {
  value: string;
  dynamic: boolean;
  readonly substitutions: List[];
};

export function noParts(): WordParts {
  return { value: '', dynamic: false, substitutions: [] };
}

const assignmentBeforeArray = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=$/;
const plainRun = /[^\s;&|()<>'"\\$`?*+@!]+/y;

/** Reads one word at the cursor, which must not stand on white space or an operator. */
export function scanWord(cursor: Cursor): Word {
  const start = cursor.at;
  const parts = noParts();
  while (!atEnd(cursor)) {
    const plain = match(cursor, plainRun);
    if (plain !== undefined) {
      parts.value += plain;
      cursor.at += plain.length;
      continue;
    }
    const char = cursor.text.charAt(cursor.at);
    if (quotedPart(cursor, parts)) continue;
    if ('?*+@!'.includes(char)) {
      cursor.at += 1;
      parts.value += char;
      if (looking(cursor, '(') && char !== '') {
        parts.dynamic = true;
        parenthesised(cursor, parts);
      }
    } else if ((char === '<' || char === '>') && cursor.text.charAt(cursor.at + 1) === '(') {
      cursor.at += 2;
      parts.dynamic = true;
      parts.substitutions.push(cursor.substitution(cursor));
    } else if (char === '(' && isArray(cursor, start)) {
      parts.dynamic = true;
      parenthesised(cursor, parts);
    } else if (isMeta(char)) break;
    else {
      parts.value += char;
      cursor.at += 1;
    }
  }
  return finished(cursor, start, parts);
}

function isArray(cursor: Cursor, start: number): boolean {
  const before = cursor.text.charAt(cursor.at - 1);
  return before === '=' && assignmentBeforeArray.test(cursor.text.slice(start, cursor.at));
}

function finished(cursor: Cursor, start: number, parts: WordParts): Word {
  const word = {
    start,
    end: cursor.at,
    raw: cursor.text.slice(start, cursor.at),
    substitutions: parts.substitutions,
  };
  return parts.dynamic ? word : { ...word, value: parts.value };
}

/** Reads quotes, an escape or an expansion if one begins here. */
export function quotedPart(cursor: Cursor, parts: WordParts): boolean {
  const char = cursor.text.charAt(cursor.at);
  if (char === "'") singleQuoted(cursor, parts);
  else if (char === '"') doubleQuoted(cursor, parts);
  else if (char === '\\') escaped(cursor, parts);
  else if (char === '`') backquoted(cursor, parts);
  else if (char === '$') dollar(cursor, parts, false);
  else return false;
  return true;
}

function escaped(cursor: Cursor, parts: WordParts): void {
  const next = cursor.text.charAt(cursor.at + 1);
  if (next === '') {
    fail(cursor, cursor.at, 'backslash at the end of the text', true);
    return;
  }
  if (next !== '\n') parts.value += next;
  cursor.at += 2;
}

function singleQuoted(cursor: Cursor, parts: WordParts): void {
  const close = cursor.text.indexOf("'", cursor.at + 1);
  if (close < 0) {
    fail(cursor, cursor.at, 'single quote is never closed', true);
    return;
  }
  parts.value += cursor.text.slice(cursor.at + 1, close);
  cursor.at = close + 1;
}

const plainInDoubleQuotes = /[^"\\$`]+/y;

function doubleQuoted(cursor: Cursor, parts: WordParts): void {
  const open = cursor.at;
  cursor.at += 1;
  while (!atEnd(cursor)) {
    const plain = match(cursor, plainInDoubleQuotes) ?? '';
    parts.value += plain;
    cursor.at += plain.length;
    if (accept(cursor, '"')) return;
    if (looking(cursor, '$')) dollar(cursor, parts, true);
    else if (looking(cursor, '`')) backquoted(cursor, parts);
    else if (accept(cursor, '\\')) {
      const next = cursor.text.charAt(cursor.at);
      if (next !== '\n') parts.value += '"\\$`'.includes(next) ? next : `\\${next}`;
      cursor.at += 1;
    }
  }
  fail(cursor, open, 'double quote is never closed', true);
}

/** Reads balanced parentheses: an array, or an extended pattern. */
function parenthesised(cursor: Cursor, parts: WordParts): void {
  const open = cursor.at;
  cursor.at += 1;
  nested(
    cursor,
    () => {
      while (!atEnd(cursor)) {
        if (accept(cursor, ')')) return;
        if (looking(cursor, '(')) parenthesised(cursor, parts);
        else if (looking(cursor, '#') && /\s/.test(cursor.text.charAt(cursor.at - 1))) {
          cursor.at += (match(cursor, /[^\n]*/y) ?? '').length;
        } else if (!quotedPart(cursor, parts)) cursor.at += 1;
      }
      fail(cursor, open, 'parenthesis is never closed', true);
    },
    undefined,
  );
}

const parameterName = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;

/** Reads what follows a `$`, which the cursor stands on. A `$` that expands nothing is itself. */
function dollar(cursor: Cursor, parts: WordParts, inDoubleQuotes: boolean): void {
  const open = cursor.at;
  cursor.at += 1;
  const name = match(cursor, parameterName);
  if (name !== undefined) {
    parts.dynamic = true;
    cursor.at += name.length;
  } else if (looking(cursor, '{')) {
    parts.dynamic = true;
    parameter(cursor, parts, inDoubleQuotes);
  } else if (looking(cursor, '(')) {
    parts.dynamic = true;
    const arithmetic = looking(cursor, '((') ? arithmeticEnd(cursor) : undefined;
    cursor.at = arithmetic ?? cursor.at + 1;
    if (arithmetic === undefined) parts.substitutions.push(cursor.substitution(cursor));
  } else if (accept(cursor, '[')) {
    parts.dynamic = true;
    const close = cursor.text.indexOf(']', cursor.at);
    if (close < 0) fail(cursor, open, 'arithmetic expansion is never closed', true);
    else cursor.at = close + 1;
  } else if (looking(cursor, "'") && !inDoubleQuotes) {
    const quoted = ansiQuoted(cursor.text, cursor.at);
    if (quoted === undefined) {
      fail(cursor, open, 'single quote is never closed', true);
      return;
    }
    parts.value += quoted.value;
    cursor.at = quoted.end;
  } else if (looking(cursor, '"') && !inDoubleQuotes) {
    doubleQuoted(cursor, parts);
  } else parts.value += '$';
}

/** Reads `{...}` of a parameter expansion; inside, quotes and expansions nest. */
function parameter(cursor: Cursor, parts: WordParts, inDoubleQuotes: boolean): void {
  const open = cursor.at - 1;
  cursor.at += 1;
  nested(
    cursor,
    () => {
      // ${#} and ${#X}: the mark is not a comment and no operator.
      accept(cursor, '#');
      while (!atEnd(cursor)) {
        if (accept(cursor, '}')) return;
        if (inDoubleQuotes && looking(cursor, "'")) cursor.at += 1;
        else if (!quotedPart(cursor, parts)) cursor.at += 1;
      }
      fail(cursor, open, 'parameter expansion is never closed', true);
    },
    undefined,
  );
}

/**
 * Where `((`...`))` at the cursor ends (behind it), when it is arithmetic: the parenthesis that
 * closes the second one is followed by another at once. Otherwise commands stand in the first.
 */
export function arithmeticEnd(cursor: Cursor): number | undefined {
  if (cursor.noArithmeticEnd) return undefined;
  let open = 1;
  for (let at = cursor.at + 2; at < cursor.text.length; at += 1) {
    const char = cursor.text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') open += 1;
    else if (char === ')') open -= 1;
    if (open === 0) return cursor.text.charAt(at + 1) === ')' ? at + 2 : undefined;
  }
  cursor.noArithmeticEnd = true;
  return undefined;
}

/** Reads a backquoted command substitution. Nothing nests in it without backslashes. */
function backquoted(cursor: Cursor, parts: WordParts): void {
  const open = cursor.at;
  parts.dynamic = true;
  let close = open + 1;
  while (close < cursor.text.length && cursor.text.charAt(close) !== '`') {
    close += cursor.text.charAt(close) === '\\' ? 2 : 1;
  }
  if (close >= cursor.text.length) {
    fail(cursor, open, 'backquote is never closed', true);
    return;
  }
  parts.substitutions.push(cursor.backquotes(cursor, open + 1, close));
  cursor.at = close + 1;
}
