// Programs that chose the version of a language on the vendors' machines: what a call of one asks for, and what
// stands for it where a setup step has chosen already. For every legacy system whose machines had them.

import { defined } from '../../ground/defined.ts';
import type { Call } from '../calls/calls.ts';

export type Manager =
  | 'nvm'
  | 'rvm'
  | 'rbenv'
  | 'gvm'
  | 'goenv'
  | 'phpenv'
  | 'pyenv'
  | 'virtualenv'
  | 'jdk_switcher'
  | 'shipctl jdk'
  | 'sdk';

type ManagedLanguage = 'node_js' | 'ruby' | 'go' | 'php' | 'python' | 'java';

type ManagerRow = {
  readonly language: ManagedLanguage;
  /** Subcommands that choose a version, which is the next word that is not an option. */
  readonly choosing: readonly string[];
  /** The version may be the first word itself: `rvm 2.3`. */
  readonly bare?: true;
};

const managers: Readonly<Record<Manager, ManagerRow>> = {
  nvm: { language: 'node_js', choosing: ['install', 'use', 'exec', 'run'] },
  rvm: { language: 'ruby', choosing: ['use', 'install'], bare: true },
  rbenv: { language: 'ruby', choosing: ['global', 'local', 'shell', 'install'] },
  gvm: { language: 'go', choosing: ['use', 'install'] },
  goenv: { language: 'go', choosing: ['global', 'local', 'shell', 'install'] },
  phpenv: { language: 'php', choosing: ['global', 'local', 'shell'] },
  pyenv: { language: 'python', choosing: ['global', 'local', 'shell', 'install'] },
  virtualenv: { language: 'python', choosing: [] },
  jdk_switcher: { language: 'java', choosing: ['use'] },
  'shipctl jdk': { language: 'java', choosing: ['set'] },
  sdk: { language: 'java', choosing: ['use', 'install', 'default'] },
};

export type ManagerUse = {
  readonly manager: Manager;
  readonly language: ManagedLanguage;
  /** As written, when the call chooses one; it may be a variable. */
  readonly version?: string;
};

/** What a call asks of a version manager; undefined for every other program. */
export function managerUse({ word, args }: Pick<Call, 'word' | 'args'>): ManagerUse | undefined {
  const [first, second] = args;
  const name = word === 'shipctl' && first === 'jdk' ? 'shipctl jdk' : word;
  if (!Object.hasOwn(managers, name) || name === 'virtualenv') return undefined;
  const manager = name as Manager;
  const row = managers[manager];
  const words = (name === 'shipctl jdk' ? args.slice(1) : args).filter(
    (arg) => !arg.startsWith('-'),
  );
  const [subcommand, version] = words;
  const chooses = subcommand !== undefined && row.choosing.includes(subcommand);
  const bare = row.bare === true && subcommand !== undefined && /^(?:j?ruby-?)?\d/.test(subcommand);
  const chosen = bare
    ? subcommand
    : manager === 'sdk'
      ? words[2] && second === 'java'
        ? words[2]
        : undefined
      : chooses
        ? version
        : undefined;
  return {
    manager,
    language: row.language,
    ...defined({ version: chosen }),
  };
}

/** What sourcing a file makes ready. */
export type Sourced = {
  readonly manager: Manager;
  readonly language: ManagedLanguage;
  readonly version?: string;
};

const sourcedFiles: readonly { readonly pattern: RegExp; readonly manager: Manager }[] = [
  { pattern: /(?:^|\/)nvm(?:\.sh|\/nvm\.sh)$/, manager: 'nvm' },
  { pattern: /\.?gvm\/scripts\/gvm$/, manager: 'gvm' },
  {
    pattern:
      /(?:\.rvm\/scripts\/rvm|\/rvm\/scripts\/rvm|profile\.d\/rvm\.sh|\.rvm\/environments\/\S+)$/,
    manager: 'rvm',
  },
  { pattern: /sdkman-init\.sh$/, manager: 'sdk' },
  { pattern: /jdk_switcher\.sh$/, manager: 'jdk_switcher' },
  {
    pattern:
      /\/(?:\.?virtual)?e?nvs?\/(?:python)?([^/]+)\/bin\/activate$|\/(?:\.?virtualenvs?|venvs?)\/(?:python)?([^/]+)\/bin\/activate$|(?:VIRTUAL_ENV|SHIPPABLE_VE_DIR)\}?"?\/bin\/activate$/,
    manager: 'virtualenv',
  },
];

/** For the argument of `source`: the vendor's file that it reads. */
export function sourcedManager(path: string): Sourced | undefined {
  for (const { pattern, manager } of sourcedFiles) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const version = match[1] ?? match[2];
    return {
      manager,
      language: managers[manager].language,
      ...defined({ version }),
    };
  }
  return undefined;
}

/**
 * Shell functions for a runner on which setup steps have chosen. JDKs can still be switched: the runner has several,
 * and setup-java tells where the others are.
 */
export const managerStandIns: Readonly<Partial<Record<Manager, readonly string[]>>> = {
  rvm: [
    'rvm() {',
    '  while (($#)) && [[ $1 != do ]]; do shift; done',
    '  shift || return 0',
    '  "$@"',
    '}',
  ],
  rbenv: ['rbenv() { [[ $1 != exec ]] || "${@:2}"; }'],
  gvm: ['gvm() { :; }'],
  goenv: ['goenv() { [[ $1 != exec ]] || "${@:2}"; }'],
  pyenv: ['pyenv() { [[ $1 != exec ]] || "${@:2}"; }'],
  phpenv: [
    'phpenv() {',
    '  case $1 in',
    '    version-name) php -n -r \'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;\' ;;',
    '    which) command -v "$2" ;;',
    '    config-add) sudo cp "$2" "$(php -n -r \'echo PHP_CONFIG_FILE_SCAN_DIR;\')/" ;;',
    '    config-rm) sudo rm -f "$(php -n -r \'echo PHP_CONFIG_FILE_SCAN_DIR;\')"/*"$2" ;;',
    '  esac',
    '}',
  ],
  jdk_switcher: [
    'jdk_switcher() {',
    '  local version=${2##*[!0-9]}',
    '  local home=JAVA_HOME_${version}_X64',
    '  case $1 in',
    '    use) export JAVA_HOME=${!home:?there is no JDK $version} PATH=${!home}/bin:$PATH ;;',
    '    home) echo "${!home:?there is no JDK $version}" ;;',
    '  esac',
    '}',
  ],
};
