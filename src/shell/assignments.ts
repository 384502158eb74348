// Text that only sets variables, such as an item of `env`: `A=1 B="two words"`.

import type { Cursor } from './cursor.ts';
import { newCursor } from './parse.ts';
import { skipBlanks } from './redirection.ts';
import { scanWord } from './scan-word.ts';

/** One `NAME=value` of a text. Offsets count UTF-16 units. */
type ShellAssignment = {
  readonly name: string;
  /** The shell text of the value, exactly as written. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** The value after quote removal, only when no shell would expand anything in it. */
  readonly value?: string;
};

export type ShellAssignments = {
  readonly assignments: readonly ShellAssignment[];
  /** Why reading stopped, or what was left out: the assignments are those that could be read. */
  readonly error?: { readonly offset: number; readonly message: string };
};

const assignedName = /^([A-Za-z_]\w*)=/;

/**
 * Reads the text of a Shippable `env` entry, which was the arguments of an `export` line
 * (shippable.md 2.4): `A=1 B="two words" C=$A`. A trailing `# comment` is left out as a shell would.
 */
export function parseAssignments(text: string): ShellAssignments {
  const cursor: Cursor = newCursor(text, 0);
  const assignments: ShellAssignment[] = [];
  let error: ShellAssignments['error'];
  for (;;) {
    skipBlanks(cursor);
    if (cursor.at >= text.length) break;
    if (text.charAt(cursor.at) === '\n' || text.charAt(cursor.at) === '\r') {
      cursor.at += 1;
      continue;
    }
    const word = scanWord(cursor);
    if (cursor.problem !== undefined) break;
    if (word.raw === '') {
      const offset = cursor.at;
      error ??= {
        offset,
        message: `\`${text.charAt(offset)}\` ends the assignments unless it is quoted`,
      };
      break;
    }
    const name = assignedName.exec(word.raw)?.[1];
    if (name === undefined) {
      error ??= {
        offset: word.start,
        message: `\`${word.raw.slice(0, 40)}\` is not NAME=value`,
      };
      continue;
    }
    const source = word.raw.slice(name.length + 1);
    const value = expandsOtherwise(source) ? undefined : word.value?.slice(name.length + 1);
    const assignment = { name, source, start: word.start, end: word.end };
    assignments.push(value === undefined ? assignment : { ...assignment, value });
  }
  const problem = cursor.problem ?? error;
  if (problem === undefined) return { assignments };
  return { assignments, error: { offset: problem.offset, message: problem.message } };
}

/** Expansions without `$`: a home at the start of a value or behind a colon, and alternatives in braces. */
function expandsOtherwise(source: string): boolean {
  const bare = source.replace(/\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, '_');
  return /^~|:~/.test(bare) || /\{[^}]*(?:,|\.\.)[\s\S]*\}/.test(bare);
}
