// The simple commands of a text, seen through `sudo`, `env` and other wrappers, and what some of them do.

import { parseShell } from './parse.ts';
import { remembered } from './remembered.ts';
import type { SimpleCommand, Word } from './syntax.ts';
import { type Place, walkCommands } from './walk.ts';

/** A simple command as a reader looks for it: `docker`, `apt-get`, `git push`... */
export type CommandWords = {
  /** The command's name after quote removal; as written when something in it is expanded. */
  readonly word: string;
  /** Where the name stands in the text, in UTF-16 units. */
  readonly offset: number;
  /** Behind the last word of the command. */
  readonly end: number;
  /** The words after the name, in the same form. */
  readonly rest: readonly string[];
};

type PlacedCommand = { readonly command: SimpleCommand; readonly place: Place };

/** The simple commands of a text with the place where each runs, problems of the text left out. */
export const simpleCommands = remembered((text): readonly PlacedCommand[] => {
  const found = new Map<number, PlacedCommand>();
  let start = 0;
  // After a problem, reading goes on with the next line, a bounded number of times.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const script = parseShell(text, start);
    walkCommands(script, (command, place) => {
      if (command.kind !== 'simple' || found.has(command.start)) return;
      found.set(command.start, { command, place });
    });
    const next = script.problem === undefined ? -1 : text.indexOf('\n', script.problem.offset);
    if (next < start) break;
    start = next + 1;
  }
  return [...found.values()].sort((a, b) => a.command.start - b.command.start);
});

export function textOf(word: Word): string {
  return word.value ?? word.raw;
}

/**
 * The words of every simple command, in the order of the text, wherever they stand: in substitutions,
 * functions, and in the argument of `sh -c`. What `sudo`, `env`, `timeout`, a retry and their like run is
 * a command of its own, after the one that runs it. Best effort: never a word from a comment or from the
 * body of a here-document; nothing that only `eval` or a variable would make a command.
 */
export const commandWords = remembered((text): readonly CommandWords[] =>
  simpleCommands(text).flatMap(({ command }) => {
    const all: CommandWords[] = [];
    let at = 0;
    while (all.length < mostWrappers) {
      const [name, ...rest] = command.words.slice(at);
      if (name === undefined) break;
      const values = rest.map(textOf);
      all.push({ word: textOf(name), offset: name.start, end: command.end, rest: values });
      all.push(...scriptArgument(name, rest));
      const wrapped = wrappedBy(textOf(name), values);
      if (wrapped === undefined) break;
      at += wrapped + 1;
    }
    return all;
  }),
);

/** More wrappers around one command are nobody's. */
const mostWrappers = 5;
const shellProgram = /^(?:\S*\/)?(?:ba|da|z|k)?sh$/;

/** The commands inside of `sh -c '...'`, at the place of that argument. */
function scriptArgument(name: Word, rest: readonly Word[]): readonly CommandWords[] {
  const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(textOf(word)));
  const script = rest[flag + 1];
  if (!shellProgram.test(textOf(name)) || flag < 0 || script === undefined) return [];
  const text = script.value ?? script.raw.replace(/^"|"$/g, '');
  return simpleCommands(text).flatMap((inner) => {
    const [first, ...others] = inner.command.words;
    if (first === undefined) return [];
    const { start: offset, end } = script;
    return [{ word: textOf(first), offset, end, rest: others.map(textOf) }];
  });
}

type WrapperRow = {
  /** Letters of its flags that take a value. */
  readonly valued?: string;
  /** Arguments of its own in front of the command. */
  readonly skip?: number;
  /** It is part of the shell and calls its functions; the others start programs. */
  readonly inShell?: true;
};

/** Commands that run their arguments. */
const wrappers: Readonly<Record<string, WrapperRow>> = {
  sudo: { valued: 'CghprtTuU' },
  env: { valued: 'uCS' },
  exec: { valued: 'a' },
  command: {},
  nice: { valued: 'n' },
  nohup: {},
  ionice: { valued: 'cn' },
  setsid: {},
  stdbuf: { valued: 'ioe' },
  unbuffer: {},
  fakeroot: {},
  'dbus-launch': {},
  'dbus-run-session': {},
  time: { valued: 'fo', inShell: true },
  timeout: { valued: 'ks', skip: 1 },
  xargs: { valued: 'aEIdLnPs' },
  'xvfb-run': { valued: 'efnpsw' },
  'ssh-agent': {},
  retry: { inShell: true },
  shippable_retry: { inShell: true },
  travis_retry: { inShell: true },
  travis_wait: { inShell: true },
};

/** By its name alone or with the folder in which systems have it. */
function rowOf(word: string): WrapperRow | undefined {
  // Scripts that run with and without rights call it by a variable of the same name.
  const name = /^"?\$\{?sudo\}?"?$/i.test(word) ? 'sudo' : word.replace(/^\/(?:usr\/)?bin\//, '');
  return Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
}

/** Whether a wrapper calls functions of its shell. */
export const callsFunctions = (word: string): boolean =>
  word === 'shipctl' || rowOf(word)?.inShell === true;

/** How many of the words behind a wrapper don't belong to what it runs; undefined for no wrapper. */
export function wrappedBy(word: string, rest: readonly string[]): number | undefined {
  if (word === 'shipctl') return rest[0] === 'retry' ? 1 : undefined;
  if (/(?:^|\/)istanbul$/.test(word)) return coveredBy(rest);
  // Minutes may stand in front.
  if (word === 'travis_wait') return /^\d+$/.test(rest[0] ?? '') ? 1 : 0;
  const wrapper = rowOf(word);
  if (wrapper === undefined) return undefined;
  let at = 0;
  for (let value = rest[at]; value !== undefined; value = rest[at]) {
    const valued = /^-[A-Za-z]$/.test(value) && (wrapper.valued ?? '').includes(value.slice(1));
    if (value === '--') return at + 1 + (wrapper.skip ?? 0);
    // `env "PATH=$PATH" gem`: a word that is expanded keeps its quotes.
    if (!value.startsWith('-') && !/^["']?[A-Za-z_]\w*=/.test(value)) break;
    at += valued ? 2 : 1;
  }
  return at + (wrapper.skip ?? 0);
}

/** `istanbul cover [OPTIONS] NAME` runs a program by its name; with a path it runs that file. */
function coveredBy(rest: readonly string[]): number | undefined {
  if (rest[0] !== 'cover') return undefined;
  let at = 1;
  while (rest[at]?.startsWith('-'))
    at += /^(?:--(?:config|root|dir|report|print)|-x|-i)$/.test(rest[at] ?? '') ? 2 : 1;
  return /^[\w-]+$/.test(rest[at] ?? '') ? at : undefined;
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
export const functionsDefined = remembered((text): ReadonlySet<string> => {
  const names = new Set<string>();
  walkCommands(parseShell(text), (command) => {
    if (command.kind === 'function') names.add(command.name);
  });
  return names;
});
