// Reads a command line against the tables of commands.ts.

import { nearestWord } from '../source/spelling.ts';
import type { Command, CommandRow, OptionRow } from './command-row.ts';
import { commonOptions } from './commands.ts';
import type { CommandLine } from './program.ts';

export type Parsed =
  | { readonly kind: 'run'; readonly command: Command; readonly line: CommandLine }
  | { readonly kind: 'help'; readonly command?: CommandRow }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string; readonly help?: string };

/** `--name value`, `--name=value`; everything behind `--` is an argument. */
export async function parseArguments(
  given: readonly string[],
  commands: readonly CommandRow[],
): Promise<Parsed> {
  const [first, ...rest] = given;
  if (first === undefined) return { kind: 'help' };
  if (first === '--help' || first === '-h') return { kind: 'help' };
  if (first === '--version' || first === '-V') return { kind: 'version' };
  if (first === 'help') return helpOf(rest[0], commands);
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return unknownCommand(first, commands);
  return parseCommand(command, await command.load(), rest);
}

function helpOf(name: string | undefined, commands: readonly CommandRow[]): Parsed {
  if (name === undefined) return { kind: 'help' };
  const command = commands.find((row) => row.name === name);
  return command === undefined ? unknownCommand(name, commands) : { kind: 'help', command };
}

function unknownCommand(name: string, commands: readonly CommandRow[]): Parsed {
  const what = name.startsWith('-') ? 'option' : 'command';
  const near = nearestWord(
    name,
    commands.map((row) => row.name),
  );
  return {
    kind: 'wrong',
    message: `unknown ${what} \`${name}\``,
    help: near === undefined ? 'see `transship --help`' : `did you mean \`${near}\`?`,
  };
}

function parseCommand(command: CommandRow, loaded: Command, given: readonly string[]): Parsed {
  const rows = [...loaded.options, ...commonOptions];
  const names: string[] = [];
  const options: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    if (word === '--') {
      names.push(...given.slice(at + 1));
      break;
    }
    if (word === '-h') return { kind: 'help', command };
    if (!word.startsWith('-') || word === '-') {
      names.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = (equals < 0 ? word : word.slice(0, equals)).replace(/^--/, '');
    const row = rows.find((candidate) => candidate.name === name);
    if (row === undefined) return unknownOption(word, name, command, rows);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    if (row.value === undefined) {
      if (inline !== undefined) return wrong(`\`--${name}\` does not take a value`, command);
      if (name === 'help') return { kind: 'help', command };
      if (name === 'version') return { kind: 'version' };
      options[name] = '';
      continue;
    }
    const value = inline ?? given[++at];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      return wrong(`\`--${name}\` needs a value, ${row.value}`, command);
    }
    if (row.choices !== undefined && !row.choices.includes(value)) {
      const allowed = row.choices.map((choice) => `\`${choice}\``).join(' or ');
      return wrong(`\`--${name}\` takes ${allowed}, not \`${value}\``, command);
    }
    options[name] = value;
    if (row.many) lists[name] = [...(lists[name] ?? []), value];
  }
  if (names.length < command.least) {
    return wrong(`\`${command.name}\` needs ${command.usage}`, command);
  }
  if (names.length > command.most) {
    return wrong(
      `\`${command.name}\` does not take an argument \`${names[command.most]}\``,
      command,
    );
  }
  return { kind: 'run', command: loaded, line: { arguments: names, options, lists } };
}

function unknownOption(
  word: string,
  name: string,
  command: CommandRow,
  rows: readonly OptionRow[],
): Parsed {
  const near = nearestWord(
    name,
    rows.map((row) => row.name),
  );
  return {
    kind: 'wrong',
    message: `unknown option \`${word}\` of \`${command.name}\``,
    help:
      near === undefined
        ? `see \`transship ${command.name} --help\``
        : `did you mean \`--${near}\`?`,
  };
}

const wrong = (message: string, command: CommandRow): Parsed => ({
  kind: 'wrong',
  message,
  help: `see \`transship ${command.name} --help\``,
});
