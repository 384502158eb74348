// What Shippable's machines had on PATH and runners have not: its helper commands, `docker-compose`, and
// rights without `sudo`. Each becomes a shell function at the top of the scripts that call it.

import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import { installGoTool } from '../../../machine/languages/go-tools.ts';
import { installRows } from '../../../machine/programs/installs.ts';
import { managerStandIns } from '../../../machine/programs/version-managers.ts';
import type { Line } from '../../../output/tree.ts';
import { callsFunctions } from '../../../shell/commands.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';
import { plainLine } from './script.ts';

type Utility = {
  readonly body: readonly string[];
  /** Only where the script runs as an ordinary user on the runner. */
  readonly onRunnerOnly?: true;
  /** Only inside a booted image, where everybody is root. */
  readonly inContainerOnly?: true;
};

const retry = '"$@" || "$@" || "$@"';

/** The whole grammar of sudo: what it does not need is read and left out, what it runs runs. */
export const sudoStandIn: readonly string[] = [
  'command -v sudo > /dev/null || sudo() {',
  '  local word user=root shell=',
  '  local -a set=()',
  '  while (($#)); do',
  '    word=$1',
  '    case $word in',
  '      --) shift; break ;;',
  '      --user=*) user=${word#*=}; shift ;;',
  '      --user) user=$2; shift 2 ;;',
  '      --login | --shell) shell=1; shift ;;',
  '      --group | --host | --prompt | --chroot | --chdir | --close-from | --role | --type | --other-user | --command-timeout) shift 2 ;;',
  '      --*) shift ;;',
  '      -?*)',
  '        shift',
  '        word=${word#-}',
  '        while [[ -n $word ]]; do',
  '          case $word in',
  '            u?*) user=${word#u} word= ;;',
  '            u) user=$1 word=; shift ;;',
  '            [CDghpRrTtU]?*) word= ;;',
  '            [CDghpRrTtU]) word=; shift ;;',
  '            [is]*) shell=1 word=${word#?} ;;',
  '            *) word=${word#?} ;;',
  '          esac',
  '        done ;;',
  '      [A-Za-z_]*=*) set+=("$word"); shift ;;',
  '      *) break ;;',
  '    esac',
  '  done',
  '  (($#)) || { [[ -z $shell ]] || set -- bash; }',
  '  (($#)) || return 0',
  '  ((${#set[@]} == 0)) || set -- env "${set[@]}" "$@"',
  '  if [[ $user == root || $user == "#0" ]]; then "$@"; else',
  '    su -s /bin/bash -c "$(printf \'%q \' "$@")" "$user"',
  '  fi',
  '}',
];

/** Functions for programs that only the runner lacks. */
const standIns = (
  rows: readonly (readonly [string, readonly string[] | undefined])[],
): Readonly<Record<string, Utility>> =>
  Object.fromEntries(
    rows.flatMap(([name, body]) =>
      body === undefined || body.length === 0
        ? []
        : [[name, { body, onRunnerOnly: true as const }]],
    ),
  );

const utilities: Readonly<Record<string, Utility>> = {
  // Three attempts, no pause (shippable.md 9).
  shippable_retry: { body: [`shippable_retry() { ${retry}; }`] },
  // Files that began as Travis's call its helpers.
  travis_retry: { body: [`travis_retry() { ${retry}; }`] },
  travis_wait: {
    body: ['travis_wait() { [[ ! $1 =~ ^[0-9]+$ ]] || shift; "$@"; }'],
  },
  travis_fold: { body: ['travis_fold() { :; }'] },
  travis_time_start: { body: ['travis_time_start() { :; }'] },
  travis_time_finish: { body: ['travis_time_finish() { :; }'] },
  shippable_replace: {
    body: [
      'shippable_replace() {',
      '  local file',
      '  for file; do',
      '    [ -f "$file" ] || return 82',
      '    printf \'%s\\n\' "$(envsubst < "$file")" > "$file"',
      '  done',
      '}',
    ],
  },
  // What needs no resources; a job that calls more gets the program itself.
  shipctl: {
    body: [
      'shipctl() {',
      '  local name=$1',
      '  shift',
      '  case $name in',
      `    retry) ${retry} ;;`,
      '    replace) shippable_replace "$@" ;;',
      '    to_uppercase) printf \'%s\\n\' "${1^^}" ;;',
      '    sanitize_shippable_string) printf \'%s\\n\' "${1//[^A-Za-z0-9_]/}" ;;',
      // Services are containers that run before the first step.
      '    service) ;;',
      '    *) echo "The command $name is not supported"; return 99 ;;',
      '  esac',
      '}',
    ],
  },
  sudo: { body: sudoStandIn, inContainerOnly: true },
  // Services are containers that run before the first step.
  shippable_service: { body: ['shippable_service() { :; }'] },
  'docker-compose': { body: ['docker-compose() { docker compose "$@"; }'], onRunnerOnly: true },
  install_go_tool: { body: installGoTool, onRunnerOnly: true },
  lein2: { body: ['lein2() { lein "$@"; }'] },
  nvm: { body: ['. ~/.nvm/nvm.sh --no-use'], onRunnerOnly: true },
  ...standIns(Object.entries(managerStandIns)),
  ...standIns(
    installRows.flatMap(({ programs, standIn = [] }) =>
      standIn.map((line, at): [string, readonly string[]] => [programs[at] ?? '', [line]]),
    ),
  ),
};

/** Whether a function stands for a program, here or in a booted image. */
export function isUtility(word: string, inContainer: boolean): boolean {
  const row = Object.hasOwn(utilities, word) ? utilities[word] : undefined;
  return row !== undefined && !(inContainer ? row.onRunnerOnly : row.inContainerOnly);
}

/** Whether a call reaches a function of the section: not from another shell, nor through `sudo` or `timeout`. */
export function findsFunctions({ shell, wrappers }: Call, inContainer: boolean): boolean {
  if (shell === 'sh') return false;
  return wrappers.every(({ word }) => callsFunctions(word) || (inContainer && word === 'sudo'));
}

/** The script lines that make a program of a function; undefined where it changes its shell. */
export function programLines(word: string, inContainer: boolean): readonly string[] | undefined {
  const row = Object.hasOwn(utilities, word) ? utilities[word] : undefined;
  if (row === undefined || word === 'nvm' || Object.hasOwn(managerStandIns, word)) return undefined;
  const root = inContainer ? '' : 'sudo ';
  const others = word === 'shipctl' ? (utilities['shippable_replace']?.body ?? []) : [];
  const file = `/usr/local/bin/${word}`;
  const lines = [
    `${root}tee ${file} > /dev/null <<'end_of_program'`,
    '#!/bin/bash',
    ...others,
    // Within the program its own name would be found.
    ...row.body.map((line) => line.replace(/^command -v sudo > \/dev\/null \|\| /, '')),
    `${word} "$@"`,
    'end_of_program',
    `${root}chmod +x ${file}`,
  ];
  return word === 'sudo' ? ['command -v sudo > /dev/null || {', ...lines, '}'] : lines;
}

/** Whether the frame of a line has it as a program. */
export const isLineProgram = (word: string): boolean =>
  /^(?:shipctl|shippable_(?:retry|replace))$/.test(word);

/** The functions that a section needs, as lines for the top of its script. */
export function utilityLines(
  commands: readonly Command[],
  inContainer: boolean,
  context: TranslationContext,
): Line[] {
  const needed = new Set<string>();
  /** Those that scripts of the repository call. */
  const exported = new Set<string>();
  const sourcesSdk = commands.some(({ text }) => /\bsdkman-init\.sh\b/.test(text));
  const sourcesNvm = commands.some(({ text }) => /\bnvm\.sh\b/.test(text));
  let hasSudoOptions = false;
  for (const command of commands) {
    for (const call of readCalls(command.text, context.repository).calls) {
      const { word, args, script } = call;
      if (!isUtility(word, inContainer) || (word === 'nvm' && sourcesNvm)) continue;
      if (word === 'sdk' && sourcesSdk) continue;
      // A program stands for it already.
      if (!findsFunctions(call, inContainer) && programLines(word, inContainer) !== undefined)
        continue;
      // The frame of a line has the programs themselves.
      if (context.line !== undefined && isLineProgram(word)) continue;
      needed.add(word);
      // Another bash gets the function by the environment alone.
      if (script !== undefined || call.shell === 'bash') exported.add(word);
      if (word === 'sudo' && args.some((arg, at) => isSudoOption(arg, args.slice(0, at)))) {
        hasSudoOptions = true;
      }
      if (word === 'shipctl' && args[0] === 'replace') needed.add('shippable_replace');
    }
  }
  const rows = Object.entries(utilities).filter(([name]) => needed.has(name));
  const names = rows.map(([name]) => name).filter((name) => exported.has(name) && name !== 'nvm');
  return [
    ...rows.flatMap(([name, { body }]) => (name === 'sudo' && !hasSudoOptions ? shortSudo : body)),
    ...(names.length > 0 ? [`export -f ${names.join(' ')}`] : []),
  ].map(plainLine);
}

/** Where nothing but switches without an effect stands in front of the command. */
const shortSudo = [
  'command -v sudo > /dev/null || sudo() { while [[ $1 == -* ]]; do shift; done; "$@"; }',
];

/** Whether an argument is one of sudo's own that changes what runs, or takes the next word. */
function isSudoOption(arg: string, before: readonly string[]): boolean {
  if (!before.every((one) => /^-[EHnSP]+$/.test(one))) return false;
  return (arg.startsWith('-') && !/^-[EHnSP]+$/.test(arg)) || /^[A-Za-z_]\w*=/.test(arg);
}
