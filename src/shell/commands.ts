import { parseShell } from './parse.ts';
import type { SimpleCommand, Word } from './syntax.ts';
import { type Place, walkCommands } from './walk.ts';

/** A simple command as a reader looks for it: `docker`, `apt-get`, `git push`... */
export interface CommandWords {
  /** The command's name after quote removal; as written when something in it is expanded. */
  readonly word: string;
  /** Where the name stands in the text, in UTF-16 units. */
  readonly offset: number;
  /** Behind the last word of the command. */
  readonly end: number;
  /** The words after the name, in the same form. */
  readonly rest: readonly string[];
}

/** The simple commands of a text with the place where each runs, problems of the text left out. */
export function simpleCommands(
  text: string,
): readonly { readonly command: SimpleCommand; readonly place: Place }[] {
  const found: { command: SimpleCommand; place: Place }[] = [];
  let start = 0;
  // After a problem, reading goes on with the next line, a bounded number of times.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const script = parseShell(text, start);
    walkCommands(script, (command, place) => {
      if (command.kind === 'simple') found.push({ command, place });
    });
    const next = script.problem === undefined ? -1 : text.indexOf('\n', script.problem.offset);
    if (next < start) break;
    start = next + 1;
  }
  return found.sort((a, b) => a.command.start - b.command.start);
}

export function textOf(word: Word): string {
  return word.value ?? word.raw;
}

/**
 * The words of every simple command, in the order of the text, wherever they stand: in substitutions,
 * functions, and in the argument of `sh -c`. Best effort: never a word from a comment or from the body
 * of a here-document; nothing that only `eval` or a variable would make a command.
 */
export function commandWords(text: string): readonly CommandWords[] {
  return simpleCommands(text).flatMap(({ command }) => {
    const [name, ...rest] = command.words;
    if (name === undefined) return [];
    const words = {
      word: textOf(name),
      offset: name.start,
      end: command.end,
      rest: rest.map(textOf),
    };
    return [words, ...scriptArgument(command)];
  });
}

const SHELL = /^(?:\S*\/)?(?:ba|da|z|k)?sh$/;

/** The commands inside of `sh -c '...'`, at the place of that argument. */
function scriptArgument(command: SimpleCommand): readonly CommandWords[] {
  const at = command.words.findIndex((word) => SHELL.test(textOf(word)));
  const flag = command.words[at + 1];
  const script = command.words[at + 2];
  if (at < 0 || flag === undefined || script === undefined) return [];
  if (!/^-[a-z]*c$/.test(textOf(flag))) return [];
  return simpleCommands(script.value ?? script.raw.replace(/^"|"$/g, '')).flatMap((inner) => {
    const [name, ...rest] = inner.command.words;
    if (name === undefined) return [];
    return [{ word: textOf(name), offset: script.start, end: script.end, rest: rest.map(textOf) }];
  });
}

/**
 * True when the text may end the shell that runs it: `exit` as a command of that shell itself, not of
 * a subshell, a pipeline, a background command or a substitution.
 */
export function usesExit(text: string): boolean {
  return simpleCommands(text).some(
    ({ command, place }) => !place.subshell && nameOf(command) === 'exit',
  );
}

/** True for `return` outside of any function that the text defines itself, as `usesExit`. */
export function usesReturn(text: string): boolean {
  return simpleCommands(text).some(
    ({ command, place }) => !place.subshell && !place.function && nameOf(command) === 'return',
  );
}

function nameOf(command: SimpleCommand): string | undefined {
  const [first, second] = command.words;
  if (first?.value === 'builtin' || first?.value === 'command') return second?.value;
  return first?.value;
}

/** True when a text has no command: nothing, white space, comments. */
export function isOnlyComment(text: string): boolean {
  return /^\s*(?:#.*(?:\n\s*|$))*$/.test(text);
}

/** The names of the functions that a text defines. */
export function functionsDefined(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  walkCommands(parseShell(text), (command) => {
    if (command.kind === 'function') names.add(command.name);
  });
  return names;
}
