// `--help` from the tables of commands.ts.

import type { CommandRow, OptionRow } from './command-row.ts';
import { commonOptions } from './commands.ts';

export const exitCodes: readonly { readonly code: number; readonly meaning: string }[] = [
  { code: 0, meaning: 'Done. Warnings are allowed.' },
  {
    code: 1,
    meaning:
      'Some input could not be converted, or `--check` found a difference, or `--strict` and a warning.',
  },
  { code: 2, meaning: 'Wrong usage. Nothing is written.' },
  { code: 3, meaning: 'A bug of transship. Nothing is written.' },
];

export function generalHelp(commands: readonly CommandRow[]): string {
  return [
    'Usage: transship COMMAND [ARGUMENTS] [OPTIONS]',
    '',
    'Move from Shippable and CodeShip to GitHub Actions.',
    '',
    'Commands:',
    ...columns(commands.map((row) => [`${row.name} ${row.usage}`.trimEnd(), row.summary])),
    '',
    'Options:',
    ...optionLines(commonOptions),
    '',
    ...exitCodeLines(),
    '',
    '`transship COMMAND --help` shows the options of a command.',
    '',
  ].join('\n');
}

export async function commandHelp(command: CommandRow): Promise<string> {
  const { options } = await command.load();
  return [
    `Usage: transship ${command.name} ${command.usage}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    command.summary,
    '',
    'Options:',
    ...optionLines([...options, ...commonOptions]),
    '',
    ...exitCodeLines(),
    '',
  ].join('\n');
}

const exitCodeLines = (): string[] => [
  'Exit codes:',
  ...columns(exitCodes.map(({ code, meaning }) => [String(code), meaning.replaceAll('`', '')])),
];

const optionLines = (rows: readonly OptionRow[]): string[] =>
  columns(rows.map((row) => [optionForm(row), row.summary]));

/** `--parallel native|shell`. */
export const optionForm = (row: OptionRow): string => {
  const value = row.choices?.join('|') ?? row.value;
  return `--${row.name}${value === undefined ? '' : ` ${value}`}`;
};

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
