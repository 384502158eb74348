// Which variables a shell text reads, and which it sets.

import { commandWords, simpleCommands, textOf } from './commands.ts';
import { parseShell } from './parse.ts';
import { remembered } from './remembered.ts';
import type { Word } from './syntax.ts';
import { walkCommands } from './walk.ts';

const expansion = /\$(?:\{[!#]?)?([A-Za-z_]\w*)/g;
const arithmetic = /\(\(((?:[^()]|\([^()]*\))*)\)\)/g;
const variableName = /^[A-Za-z_]\w*$/;
/** Flags by which a command takes a variable of the environment by its name alone. */
const takesName = new Set(['-e', '--env', '--build-arg']);

/**
 * The names of variables that a text may read. Generous: an expansion counts in any quoting, in
 * comments and in here-documents, because text can reach another shell. Also names without `$`: in
 * arithmetic, behind `docker run -e`, `--env` and `--build-arg`, and the arguments of `printenv`.
 */
export const variablesRead = remembered((text): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(expansion)) if (name !== undefined) names.add(name);
  for (const [, body] of text.matchAll(arithmetic)) {
    for (const [name] of (body ?? '').matchAll(/[A-Za-z_]\w*/g)) names.add(name);
  }
  for (const { word, rest } of commandWords(text)) {
    for (const name of namesTaken(word, rest)) names.add(name);
  }
  return names;
});

function namesTaken(word: string, rest: readonly string[]): readonly string[] {
  if (word === 'printenv') return rest.filter((name) => variableName.test(name));
  return rest.flatMap((argument, at) => {
    const attached = /^(?:--env|--build-arg)=(\w+)$/.exec(argument)?.[1];
    const next = rest[at + 1];
    const name = attached ?? (takesName.has(argument) ? next : undefined);
    return name !== undefined && variableName.test(name) ? [name] : [];
  });
}

const declares = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);

/**
 * The names of variables that a text gives a value in the shell that runs it: assignments, `export`,
 * `declare` and their kin, `read`, `mapfile`, `getopts`, `printf -v`, `for` and `select`. Not those that
 * hold for one command only (`X=1 make`), and not those of a subshell or a pipeline.
 */
export const variablesSet = remembered((text): ReadonlySet<string> => {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined) names.add(name);
  };
  for (const { command, place } of simpleCommands(text)) {
    if (place.subshell) continue;
    if (command.words.length === 0) for (const word of command.assignments) add(assigned(word));
    for (const name of namesSetBy(command.words)) names.add(name);
  }
  walkCommands(parseShell(text), (command, { subshell }) => {
    if (subshell || (command.kind !== 'for' && command.kind !== 'select')) return;
    add(command.words[0]?.value);
  });
  return names;
});

function assigned(word: Word): string | undefined {
  return /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/.exec(word.raw)?.[1];
}

function namesSetBy(words: readonly Word[]): readonly string[] {
  const [name, ...rest] = words;
  const values = rest.map(textOf);
  const names = values.filter((value) => variableName.test(value));
  switch (name?.value) {
    case 'read':
      return names.length === 0 ? ['REPLY'] : names;
    case 'mapfile':
    case 'readarray':
      return names.length === 0 ? ['MAPFILE'] : names.slice(-1);
    case 'getopts':
      return [...names.slice(-1), 'OPTARG', 'OPTIND'];
    case 'printf': {
      const variable = values[0] === '-v' ? values[1] : undefined;
      return variable === undefined ? [] : [variable];
    }
    default:
      if (name?.value === undefined || !declares.has(name.value)) return [];
      return rest.flatMap((word) => assigned(word) ?? []);
  }
}
