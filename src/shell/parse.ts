// The parser of bash text: lists, pipelines, and the limits that keep any text readable in bounded time.

import { accept, atEnd, type Cursor, fail, looking, match, nested } from './cursor.ts';
import { compoundCommand, isCompoundStart } from './parse-compound.ts';
import { simpleCommand } from './parse-simple.ts';
import { hereDocumentBodies, skipBlanks } from './redirection.ts';
import { remembered } from './remembered.ts';
import type { AndOrList, Command, List, Pipeline, Script } from './syntax.ts';

/** A longer text is not a command that a person wrote; its analysis would take seconds. */
const longest = 50_000;

const readWhole = remembered((text) => readScript(text, 0));

/** Reads bash text. Total: what can't be understood ends in a `problem`, with all before it kept. */
export const parseShell = (text: string, start = 0): Script =>
  start > 0 ? readScript(text, start) : readWhole(text);

function readScript(text: string, start: number): Script {
  if (text.length - start > longest) {
    return {
      statements: [],
      problem: { offset: start, message: 'too long to be read', open: false },
    };
  }
  const cursor = newCursor(text, start);
  const list = readList(cursor);
  if (!atEnd(cursor)) fail(cursor, cursor.at, `unexpected ${match(cursor, /\S{1,12}/y) ?? 'end'}`);
  return cursor.problem === undefined ? list : { ...list, problem: cursor.problem };
}

export function newCursor(text: string, at: number): Cursor {
  return {
    text,
    at,
    depth: 0,
    problem: undefined,
    pending: [],
    noArithmeticEnd: false,
    list: readList,
    substitution,
    backquotes: (outer, start, end) => {
      const cursor = { ...newCursor(outer.text.slice(0, end), start), depth: outer.depth };
      return nested(cursor, () => readList(cursor), { statements: [] });
    },
  };
}

/** Reads the commands of `$(`, `<(` or `>(`, the cursor standing behind the parenthesis. */
function substitution(cursor: Cursor): List {
  const open = cursor.at - 1;
  return nested(
    cursor,
    () => {
      const list = readList(cursor);
      if (!accept(cursor, ')')) {
        if (atEnd(cursor)) fail(cursor, open, 'command substitution is never closed', true);
        else fail(cursor, cursor.at, 'unexpected text in a command substitution');
      }
      return list;
    },
    { statements: [] },
  );
}

/** What ends a list without belonging to it: reserved words, `)`, and the ends of a `case` clause. */
const listEnd = /(?:then|elif|else|fi|do|done|esac|\})(?=[ \t\n;&|()<>]|$)|\)|;;|;&/y;

/** Reads commands until something that ends a list, or the end of the text. */
function readList(cursor: Cursor): List {
  const statements: AndOrList[] = [];
  skipSeparators(cursor);
  while (!atEnd(cursor) && match(cursor, listEnd) === undefined) {
    const statement = andOrList(cursor);
    skipBlanks(cursor);
    const background = looking(cursor, '&') && accept(cursor, '&');
    statements.push({ ...statement, background });
    if (!background && !atEnd(cursor) && match(cursor, /[;\n)]/y) === undefined) {
      // A compound command may be followed by a reserved word at once: `( a ) }`, `fi done`.
      if (match(cursor, listEnd) === undefined) fail(cursor, cursor.at, 'unexpected text');
      break;
    }
    if (!background && match(cursor, listEnd) === undefined) accept(cursor, ';');
    skipSeparators(cursor);
  }
  if (atEnd(cursor)) hereDocumentBodies(cursor);
  return { statements };
}

/** Steps over blanks, comments and newlines (and with them the bodies of here-documents). */
function skipSeparators(cursor: Cursor): void {
  skipBlanks(cursor);
  while (accept(cursor, '\n')) {
    hereDocumentBodies(cursor);
    skipBlanks(cursor);
  }
}

function andOrList(cursor: Cursor): Omit<AndOrList, 'background'> {
  const start = cursor.at;
  const pipelines = [pipeline(cursor)];
  const operators: ('&&' | '||')[] = [];
  for (;;) {
    const end = pipelines.at(-1)?.end ?? cursor.at;
    skipBlanks(cursor);
    const operator = looking(cursor, '&&') ? '&&' : looking(cursor, '||') ? '||' : undefined;
    if (operator === undefined) return { start, end, pipelines, operators };
    cursor.at += 2;
    skipSeparators(cursor);
    if (atEnd(cursor)) fail(cursor, cursor.at, `nothing follows ${operator}`, true);
    operators.push(operator);
    pipelines.push(pipeline(cursor));
  }
}

const negation = /!(?=[ \t\n(]|$)/y;
const timeWord = /time(?=[ \t\n;&|()<>]|$)(?:[ \t]+-p(?=[ \t\n]))?/y;

function pipeline(cursor: Cursor): Pipeline {
  const start = cursor.at;
  let negated = false;
  let timed = false;
  for (;;) {
    const time = match(cursor, timeWord);
    if (match(cursor, negation) !== undefined) {
      negated = !negated;
      cursor.at += 1;
    } else if (time !== undefined) {
      timed = true;
      cursor.at += time.length;
    } else break;
    skipBlanks(cursor);
  }
  const commands: Command[] = [];
  if ((!negated && !timed) || match(cursor, /[\s;&|)]|$/y) === undefined)
    commands.push(command(cursor));
  for (;;) {
    const end = commands.at(-1)?.end ?? cursor.at;
    skipBlanks(cursor);
    if (looking(cursor, '||') || !accept(cursor, '|')) {
      return { start, end, negated, timed, commands };
    }
    accept(cursor, '&');
    skipSeparators(cursor);
    if (atEnd(cursor)) fail(cursor, cursor.at, 'nothing follows |', true);
    commands.push(command(cursor));
  }
}

function command(cursor: Cursor): Command {
  return isCompoundStart(cursor) ? compoundCommand(cursor) : simpleCommand(cursor);
}
