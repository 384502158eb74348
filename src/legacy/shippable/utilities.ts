// What Shippable's machines had on PATH and runners have not: its helper commands, `docker-compose`, and
// rights without `sudo`. Each becomes a shell function at the top of the scripts that call it.

import type { Line } from '../../output/tree.ts';
import { commandWords } from '../../shell/commands.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command } from './config.ts';
import { plainLine } from './script.ts';

type Utility = {
  readonly body: readonly string[];
  /** Only where the script runs as an ordinary user on the runner. */
  readonly onRunnerOnly?: true;
  /** Only inside a booted image, where everybody is root. */
  readonly inContainerOnly?: true;
};

const retry = '"$@" || "$@" || "$@"';

const utilities: Readonly<Record<string, Utility>> = {
  // Three attempts, no pause (shippable.md 9).
  shippable_retry: { body: [`shippable_retry() { ${retry}; }`] },
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
      '    *) echo "shipctl $name is not available on GitHub" >&2; return 99 ;;',
      '  esac',
      '}',
    ],
  },
  sudo: {
    body: ['command -v sudo > /dev/null || sudo() { while [[ $1 == -* ]]; do shift; done; "$@"; }'],
    inContainerOnly: true,
  },
  // Services are containers that run before the first step.
  shippable_service: { body: ['shippable_service() { :; }'] },
  'docker-compose': { body: ['docker-compose() { docker compose "$@"; }'], onRunnerOnly: true },
  'apt-get': { body: ['apt-get() { sudo apt-get "$@"; }'], onRunnerOnly: true },
  apt: { body: ['apt() { sudo apt "$@"; }'], onRunnerOnly: true },
  'add-apt-repository': {
    body: ['add-apt-repository() { sudo add-apt-repository "$@"; }'],
    onRunnerOnly: true,
  },
  'apt-key': { body: ['apt-key() { sudo apt-key "$@"; }'], onRunnerOnly: true },
  dpkg: { body: ['dpkg() { sudo dpkg "$@"; }'], onRunnerOnly: true },
};

/** Subcommands of `shipctl` that the function above has. */
const shipctlHas = ['retry', 'replace', 'to_uppercase', 'sanitize_shippable_string'];

/** The functions that a section needs, as lines for the top of its script. */
export function utilityLines(
  commands: readonly Command[],
  inContainer: boolean,
  context: TranslationContext,
): Line[] {
  const needed = new Set<string>();
  for (const command of commands) {
    for (const { word, rest } of commandWords(command.text)) {
      if (!Object.hasOwn(utilities, word)) continue;
      needed.add(word);
      if (word === 'shipctl' && rest[0] === 'replace') needed.add('shippable_replace');
      const [node] = command.from;
      if (word === 'shipctl' && node !== undefined && !shipctlHas.includes(rest[0] ?? '')) {
        context.report(
          'unavailable-utility',
          node,
          `\`shipctl ${rest[0] ?? ''}\` has nothing to work on outside of Assembly Lines`,
          'replace the call: read the value from a variable, a secret or a file',
        );
      }
    }
  }
  return Object.entries(utilities)
    .filter(
      ([name, row]) => needed.has(name) && !(inContainer ? row.onRunnerOnly : row.inContainerOnly),
    )
    .flatMap(([, row]) => row.body.map(plainLine));
}
