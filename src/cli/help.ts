// `--help` from the tables of commands.ts.

import type { CommandRow, OptionRow } from './command-row.ts';
import { commonOptions } from './commands.ts';

/** What they mean for every command; a row may say more of its own. */
export const exitCodes: readonly { readonly code: 0 | 1 | 2 | 3; readonly meaning: string }[] = [
  { code: 0, meaning: 'Done. Warnings are allowed.' },
  { code: 1, meaning: 'It could not be done, or a check found something.' },
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
    ...columns(commands.map((row) => [row.name, row.summary])),
    '',
    'Options:',
    ...optionLines(commonOptions),
    '',
    ...exitCodeLines(),
    '',
    '`transship COMMAND --help` shows the arguments and options of a command.',
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
    ...exampleLines(command),
    ...exitCodeLines(command),
    '',
  ].join('\n');
}

const exampleLines = ({ examples = [] }: CommandRow): string[] =>
  examples.length === 0 ? [] : ['Examples:', ...examples.map((line) => `  ${line}`), ''];

const exitCodeLines = ({ exits = {} }: Pick<CommandRow, 'exits'> = {}): string[] => [
  'Exit codes:',
  ...columns(
    exitCodes.map(({ code, meaning }) => [
      String(code),
      (exits[code] ?? meaning).replaceAll('`', ''),
    ]),
  ),
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
