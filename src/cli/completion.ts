// `transship completion SHELL`: a script for the shell that completes commands, options and their words, from the tables.

import type { CommandRow, OptionRow } from './command-row.ts';
import { type Program, wrongUsage } from './program.ts';

type Known = { readonly row: CommandRow; readonly options: readonly OptionRow[] };

const shells: Readonly<Record<string, (known: readonly Known[]) => string>> = { bash, zsh, fish };

/** The program over these tables. */
export const completionOf =
  (commands: readonly CommandRow[], commonOptions: readonly OptionRow[]): Program =>
  async ({ arguments: [shell = ''] }, io) => {
    const render = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (render === undefined) {
      return wrongUsage(io, `no completion for \`${shell}\``, `name bash, zsh or fish`);
    }
    const known = await Promise.all(
      commands.map(async (row) => ({
        row,
        options: [...(await row.load()).options, ...commonOptions],
      })),
    );
    io.stdout(render(known));
    return 0;
  };

function bash(known: readonly Known[]): string {
  const names = known.map(({ row }) => row.name).join(' ');
  return `# Put into ~/.bashrc: source <(transship completion bash)
_transship() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # To bash, --style=exact is three words.
  [ "$word" != = ] || word=
  [ "$before" != = ] || before=\${COMP_WORDS[COMP_CWORD - 2]}
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${names} help' -- "$word"))
    return
  fi
  case "$COMP_CWORD \${COMP_WORDS[1]} $word" in
    *' -'*) ;;
${known.flatMap(({ row }) => (firstWords(row).length === 0 ? [] : [`    '2 ${row.name} '*) COMPREPLY=($(compgen -W '${firstWords(row).join(' ')}' -- "$word")); return ;;\n`])).join('')}  esac
  case "\${COMP_WORDS[1]} $before" in
${known.flatMap(({ row, options }) => options.flatMap((option) => (option.choices === undefined ? [] : [`    '${row.name} --${option.name}') COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$word")); return ;;\n`]))).join('')}  esac
  case "$word" in
    -*)
      case "\${COMP_WORDS[1]}" in
${known.map(({ row, options }) => `        ${row.name}) COMPREPLY=($(compgen -W '${options.map(({ name }) => `--${name}`).join(' ')}' -- "$word")) ;;\n`).join('')}      esac
      ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _transship transship
`;
}

function zsh(known: readonly Known[]): string {
  const commandLines = known.map(
    ({ row }) => `    ${quoted(`${row.name}:${plain(row.summary)}`)}\n`,
  );
  const cases = known.map(({ row, options }) => {
    const specs = options.map((option) => ` \\\n        ${quoted(zshOption(option))}`).join('');
    const first = firstWords(row).length === 0 ? '' : ` '1:what:(${firstWords(row).join(' ')})'`;
    return `      ${row.name}) _arguments${specs}${first} '*:file:_files' ;;\n`;
  });
  return `#compdef transship
# Put into ~/.zshrc, behind compinit: source <(transship completion zsh)
_transship() {
  local -a commands
  commands=(
${commandLines.join('')}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
${cases.join('')}    esac
  fi
}
compdef _transship transship
`;
}

function zshOption({ name, value, choices, many, summary }: OptionRow): string {
  const text = plain(summary).replaceAll('[', '(').replaceAll(']', ')');
  const takes =
    choices !== undefined
      ? `:${value}:(${choices.join(' ')})`
      : value === undefined
        ? ''
        : `:${value}:_files`;
  return `${many === true ? '*' : ''}--${name}[${text}]${takes}`;
}

function fish(known: readonly Known[]): string {
  const lines = known.flatMap(({ row, options }) => [
    `complete -c transship -n __fish_use_subcommand -f -a ${row.name} -d ${quoted(plain(row.summary))}\n`,
    ...firstWords(row).map(
      (word) =>
        `complete -c transship -n '__fish_seen_subcommand_from ${row.name}; and test (count (commandline -opc)) -eq 2' -f -a ${word}\n`,
    ),
    ...options.map((option) => {
      const { name, value, choices, summary } = option;
      const takes =
        choices !== undefined
          ? ` -x -a ${quoted(choices.join(' '))}`
          : value === undefined
            ? ''
            : ' -r';
      return `complete -c transship -n '__fish_seen_subcommand_from ${row.name}' -l ${name}${takes} -d ${quoted(plain(summary))}\n`;
    }),
  ]);
  return `# Put into ~/.config/fish/config.fish: transship completion fish | source\n${lines.join('')}`;
}

/** The words of which the usage wants one first: `plan|check|set [PATH]`. */
const firstWords = ({ usage }: CommandRow): readonly string[] =>
  usage.includes('|')
    ? usage.split('|').flatMap((part) => /^\[?([a-z]+)(?![A-Za-z])/.exec(part)?.[1] ?? [])
    : [];

/** Without what a shell's own description would read: backticks and colons. */
const plain = (text: string): string =>
  text.replaceAll('`', '').replaceAll(':', ' -').replace(/\.$/, '');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
