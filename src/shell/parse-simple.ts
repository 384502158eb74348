// Simple commands: assignments, words and redirections up to an operator; functions without the keyword too.

import { atEnd, type Cursor, fail, isMeta, looking, match } from './cursor.ts';
import { functionBody } from './parse-compound.ts';
import { redirection, skipBlanks } from './redirection.ts';
import { scanWord } from './scan-word.ts';
import type { Command, Redirection, SimpleCommand, Word } from './syntax.ts';

const assignment = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
const functionParentheses = /\([ \t]*\)/y;

/** Reads a simple command, or a function definition when that turns out to be one. */
export function simpleCommand(cursor: Cursor): Command {
  const start = cursor.at;
  const assignments: Word[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  let end = start;
  for (;;) {
    const redirected = redirection(cursor);
    if (redirected !== undefined) redirections.push(redirected);
    else {
      const char = cursor.text.charAt(cursor.at);
      if (isMeta(char) && !/^[<>]\(/.test(cursor.text.slice(cursor.at, cursor.at + 2))) break;
      const word = scanWord(cursor);
      if (words.length === 0 && assignment.test(word.raw)) assignments.push(word);
      else words.push(word);
    }
    end = Math.max(cursor.at, end);
    skipBlanks(cursor);
    const name = words[0];
    if (words.length === 1 && assignments.length === 0 && name !== undefined) {
      const parentheses = match(cursor, functionParentheses);
      if (parentheses !== undefined) {
        cursor.at += parentheses.length;
        return functionBody(cursor, start, name.raw);
      }
    }
  }
  if (
    looking(cursor, '(') ||
    (words.length === 0 && assignments.length === 0 && redirections.length === 0)
  ) {
    fail(
      cursor,
      cursor.at,
      'a command is missing or a parenthesis stands where none can',
      atEnd(cursor),
    );
  }
  const command: SimpleCommand = { kind: 'simple', start, end, assignments, words, redirections };
  return command;
}
