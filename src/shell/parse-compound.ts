// Compound commands: groups, subshells, `if`, loops, `case`, functions, `[[ ]]` and `(( ))`.

import { accept, atEnd, type Cursor, fail, isMeta, looking, match, nested } from './cursor.ts';
import { redirection, skipBlanks } from './redirection.ts';
import { arithmeticEnd, noParts, quotedPart, scanWord } from './scan-word.ts';
import type {
  Command,
  CompoundCommand,
  FunctionDefinition,
  List,
  Redirection,
  SimpleCommand,
  TestCommand,
  Word,
} from './syntax.ts';

const compoundStart = /(?:if|while|until|for|select|case|function|\{|\[\[)(?=[ \t\n;&|()<>]|$)|\(/y;

export function isCompoundStart(cursor: Cursor): boolean {
  return match(cursor, compoundStart) !== undefined;
}

/** Reads a compound command at the cursor, with the redirections behind it. */
export function compoundCommand(cursor: Cursor): Command {
  const start = cursor.at;
  const keyword = match(cursor, compoundStart) ?? '';
  const read = (): Command => {
    cursor.at += keyword.length;
    if (keyword === 'function') return namedFunction(cursor, start);
    if (keyword === '[[') return test(cursor, start);
    if (keyword === 'if') return ifCommand(cursor, start);
    if (keyword === 'case') return caseCommand(cursor, start);
    if (keyword === 'for' || keyword === 'select') return forCommand(cursor, start, keyword);
    if (keyword === 'while' || keyword === 'until') return whileCommand(cursor, start, keyword);
    return grouped(cursor, start, keyword);
  };
  const command = nested(cursor, read, {
    kind: 'test',
    start,
    end: start,
    substitutions: [],
    redirections: [],
  });
  const redirections: Redirection[] = [];
  let end = cursor.at;
  for (;;) {
    skipBlanks(cursor);
    const redirected = redirection(cursor);
    if (redirected === undefined) return { ...command, end, redirections };
    redirections.push(redirected);
    end = cursor.at;
  }
}

/** Steps over a reserved word that has to come next. */
function expectWord(cursor: Cursor, word: string, opened: number): void {
  skipBlanks(cursor);
  if (looking(cursor, word) && isMeta(cursor.text.charAt(cursor.at + word.length))) {
    cursor.at += word.length;
  } else if (atEnd(cursor)) fail(cursor, opened, `${word} is missing`, true);
  else fail(cursor, cursor.at, `${word} is missing`);
}

function lookingAtWord(cursor: Cursor, word: string): boolean {
  return looking(cursor, word) && isMeta(cursor.text.charAt(cursor.at + word.length));
}

function compound(
  cursor: Cursor,
  kind: CompoundCommand['kind'],
  start: number,
  parts: Partial<CompoundCommand>,
): CompoundCommand {
  return {
    kind,
    start,
    end: cursor.at,
    conditions: [],
    bodies: [],
    words: [],
    header: '',
    redirections: [],
    ...parts,
  };
}

/** Reads a list that can't be empty. */
function commands(cursor: Cursor): List {
  const list = cursor.list(cursor);
  if (list.statements.length === 0) fail(cursor, cursor.at, 'a command is missing', atEnd(cursor));
  return list;
}

function ifCommand(cursor: Cursor, start: number): CompoundCommand {
  const conditions: List[] = [];
  const bodies: List[] = [];
  do {
    conditions.push(commands(cursor));
    expectWord(cursor, 'then', start);
    bodies.push(commands(cursor));
  } while (lookingAtWord(cursor, 'elif') && accept(cursor, 'elif'));
  if (lookingAtWord(cursor, 'else') && accept(cursor, 'else')) bodies.push(commands(cursor));
  expectWord(cursor, 'fi', start);
  return compound(cursor, 'if', start, { conditions, bodies });
}

function whileCommand(cursor: Cursor, start: number, kind: 'while' | 'until'): CompoundCommand {
  const conditions = [commands(cursor)];
  expectWord(cursor, 'do', start);
  const bodies = [commands(cursor)];
  expectWord(cursor, 'done', start);
  return compound(cursor, kind, start, { conditions, bodies });
}

function forCommand(cursor: Cursor, start: number, kind: 'for' | 'select'): CompoundCommand {
  const words: Word[] = [];
  skipBlanks(cursor);
  if (looking(cursor, '((')) {
    const end = arithmeticEnd(cursor);
    if (end === undefined) fail(cursor, start, 'for (( is never closed', true);
    else cursor.at = end;
  } else {
    words.push(scanWord(cursor));
    skipLines(cursor);
    if (lookingAtWord(cursor, 'in') && accept(cursor, 'in')) {
      skipBlanks(cursor);
      while (!atEnd(cursor) && match(cursor, /[;\n&|)]/y) === undefined) {
        const before = cursor.at;
        words.push(scanWord(cursor));
        if (cursor.at === before) fail(cursor, before, 'unexpected text in for');
        skipBlanks(cursor);
      }
    }
  }
  const header = cursor.text.slice(start, cursor.at);
  skipBlanks(cursor);
  accept(cursor, ';');
  skipLines(cursor);
  const braces = lookingAtWord(cursor, '{');
  expectWord(cursor, braces ? '{' : 'do', start);
  const bodies = [commands(cursor)];
  expectWord(cursor, braces ? '}' : 'done', start);
  return compound(cursor, kind, start, { bodies, words, header });
}

function skipLines(cursor: Cursor): void {
  skipBlanks(cursor);
  while (accept(cursor, '\n')) skipBlanks(cursor);
}

function caseCommand(cursor: Cursor, start: number): CompoundCommand {
  const bodies: List[] = [];
  skipBlanks(cursor);
  const words = [scanWord(cursor)];
  skipLines(cursor);
  expectWord(cursor, 'in', start);
  skipLines(cursor);
  while (!atEnd(cursor) && !lookingAtWord(cursor, 'esac')) {
    accept(cursor, '(');
    do {
      skipBlanks(cursor);
      words.push(scanWord(cursor));
      skipBlanks(cursor);
    } while (accept(cursor, '|'));
    if (!accept(cursor, ')'))
      fail(cursor, atEnd(cursor) ? start : cursor.at, 'case pattern without )', atEnd(cursor));
    bodies.push(cursor.list(cursor));
    if (match(cursor, /;;&|;;|;&/y) === undefined) break;
    cursor.at += (match(cursor, /;;&|;;|;&/y) ?? '').length;
    skipLines(cursor);
  }
  expectWord(cursor, 'esac', start);
  return compound(cursor, 'case', start, { bodies, words });
}

function grouped(cursor: Cursor, start: number, opening: string): Command {
  if (opening === '(') {
    cursor.at -= 1;
    const end = looking(cursor, '((') ? arithmeticEnd(cursor) : undefined;
    if (end !== undefined) {
      cursor.at = end;
      return { kind: 'arithmetic', start, end, substitutions: [], redirections: [] };
    }
    cursor.at += 1;
  }
  const bodies = [commands(cursor)];
  if (opening === '{') expectWord(cursor, '}', start);
  else if (!accept(cursor, ')')) {
    fail(cursor, atEnd(cursor) ? start : cursor.at, 'parenthesis is never closed', atEnd(cursor));
  }
  return compound(cursor, opening === '{' ? 'group' : 'subshell', start, { bodies });
}

function namedFunction(cursor: Cursor, start: number): Command {
  skipBlanks(cursor);
  const name = scanWord(cursor);
  if (name.raw === '') fail(cursor, cursor.at, 'function without a name', atEnd(cursor));
  skipBlanks(cursor);
  cursor.at += (match(cursor, /\([ \t]*\)/y) ?? '').length;
  return functionBody(cursor, start, name.raw);
}

/** Reads the body of a function, the cursor standing behind its name and parentheses. */
export function functionBody(cursor: Cursor, start: number, name: string): FunctionDefinition {
  skipBlanks(cursor);
  while (accept(cursor, '\n')) skipBlanks(cursor);
  if (!isCompoundStart(cursor))
    fail(cursor, cursor.at, `function ${name} has no body`, atEnd(cursor));
  const body = nested(cursor, () => compoundCommand(cursor), emptyCommand);
  return { kind: 'function', start, end: cursor.at, name, body, redirections: [] };
}

const emptyCommand: SimpleCommand = {
  kind: 'simple',
  start: 0,
  end: 0,
  assignments: [],
  words: [],
  redirections: [],
};

/** Reads `[[ ... ]]`: quotes and expansions matter, operators and patterns don't. */
function test(cursor: Cursor, start: number): TestCommand {
  const parts = noParts();
  while (!atEnd(cursor)) {
    const before = cursor.text.charAt(cursor.at - 1);
    if (isMeta(before) && lookingAtWord(cursor, ']]')) {
      cursor.at += 2;
      return {
        kind: 'test',
        start,
        end: cursor.at,
        substitutions: parts.substitutions,
        redirections: [],
      };
    }
    if (!quotedPart(cursor, parts)) cursor.at += 1;
  }
  fail(cursor, start, '[[ is never closed', true);
  return {
    kind: 'test',
    start,
    end: cursor.at,
    substitutions: parts.substitutions,
    redirections: [],
  };
}
