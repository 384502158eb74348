// The commands of a job as one script. CodeShip ran each line in one shell that stayed open, and ended the pipeline where
// a line's last status was a failure (codeship.md 10.2); `bash -e` ends earlier in some lines, and looks away in others.

import type { Repository } from '../../ground/repository.ts';
import { type Line, textOf, traced } from '../../output/tree.ts';
import { parseShell } from '../../shell/parse.ts';
import type { TranslationContext } from '../translation.ts';
import { databaseStartedBy } from './databases.ts';
import type { Command, Variable } from './read.ts';
import { scriptLinesOf, scriptsOf } from './repository-scripts.ts';

export function scriptLines(
  commands: readonly Command[],
  context: TranslationContext,
): readonly Line[] {
  return commands.flatMap((command): readonly Line[] => {
    const { text, from } = command;
    const why = leftOut(text);
    if (why !== undefined) {
      for (const node of from)
        context.report('basic-left-out', node, `\`${text}\` is left out: ${why}`);
      return [];
    }
    // The service container stands for it.
    if (databaseStartedBy(text) !== undefined) return [];
    for (const node of from) {
      warn(text, node, context);
      warnOfScripts(command, node, context);
    }
    return [traced(endLine(text), ...from)];
  });
}

/** CodeShip's clone was shallow, and servers refuse pushes from it. A clone that is whole refuses these in turn. */
export const wholeHistory =
  /^git\s+fetch\s+(?:--unshallow|--depth[= ]\d+)(?:\s+origin)?(?:\s*\|\|\s*(?:true|:|echo\b.*))?$/;

/** Whether a job needs more of the history than the last commits. */
export const wantsHistory = ({ text }: Command): boolean =>
  wholeHistory.test(text) || /\bgit\s+push\b/.test(text);

function leftOut(text: string): string | undefined {
  if (/^set\s+-e$/.test(text)) return 'the script stops at the first failing line anyway';
  if (wholeHistory.test(text)) return 'the checkout has the whole history';
  if (/^cs\s+(?:clear-cache|exit|help)\b/.test(text))
    return "it communicated with CodeShip's build machine";
  return undefined;
}

const helpers = /\b(codeship_(?:heroku|aws|google|restart_build)\w*|heroku_run)\b/;

function warn(text: string, node: Command['from'][number], { report }: TranslationContext): void {
  const helper = helpers.exec(text)?.[1];
  if (helper !== undefined)
    report(
      'basic-helper',
      node,
      `\`${helper}\` was a program on CodeShip's machine that runners do not have`,
      'call the command-line tool of the platform, with its key as a secret',
    );
  if (/githubusercontent\.com\/codeship\/scripts\//.test(text))
    report(
      'codeship-scripts',
      node,
      "the line downloads one of CodeShip's own scripts, which may disappear, and was written for its machine",
      'install what it installed with a setup action or a package',
    );
}

/** What a script of the repository asks of CodeShip. */
function warnOfScripts(
  command: Command,
  node: Command['from'][number],
  { report, repository }: TranslationContext,
): void {
  for (const { path, text } of scriptsOf(command, repository)) {
    if (!/githubusercontent\.com\/codeship\/scripts\//.test(text)) continue;
    report(
      'codeship-scripts',
      { file: node.file, start: node.start, end: node.end },
      `\`${path}\` downloads one of CodeShip's own scripts, which may disappear, and was written for its machine`,
      'install what it installed with a setup action, a service or a package',
    );
  }
}

/** A line of which the last status alone counts, for `bash -e`. */
export function endLine(text: string): string {
  const { statements, problem } = parseShell(text);
  const last = statements.at(-1);
  if (problem !== undefined || last === undefined || last.background || text.includes('<<'))
    return text;
  const [head, tail] = [text.slice(0, last.end), text.slice(last.end)];
  const isPlain = ({ pipelines }: (typeof statements)[number]): boolean =>
    pipelines.every(
      ({ negated, commands }) => !negated && commands.every(({ kind }) => kind === 'simple'),
    );
  if (statements.length === 1 && isPlain(last))
    return last.operators.length === 0 ? text : `${head} || exit${tail}`;
  if (statements.length === 1 && last.pipelines[0]?.commands[0]?.kind === 'function') return text;
  return `{ ${head}; } || exit${tail}`;
}

/** `$` was not escaped in values: a value may name other variables (codeship.md 10.2). */
export const exportLines = (variables: readonly Variable[]): readonly Line[] =>
  variables.flatMap(({ name, value, from }) =>
    value?.includes('$')
      ? [traced(`export ${name}="${value.replace(/["`\\]/g, '\\$&')}"`, ...from)]
      : [],
  );

const functions: Readonly<Record<string, string>> = {
  check_url: `check_url() {
  local tries=6 wait=10
  while getopts t:w: option; do
    case $option in t) tries=$OPTARG ;; w) wait=$OPTARG ;; esac
  done
  curl --silent --show-error --fail --location --retry "$tries" --retry-delay "$wait" --retry-all-errors --output /dev/null "\${!OPTIND}"
}`,
  check_port: `check_port() {
  for attempt in 1 2 3 4 5; do
    if (: < "/dev/tcp/localhost/$1") 2> /dev/null; then return; fi
    sleep "$attempt"
  done
  return 1
}`,
  // The key reaches curl by a file.
  check_access_to_heroku_app: `check_access_to_heroku_app() {
  curl --silent --show-error --fail --output /dev/null --header @<(printf 'Authorization: Bearer %s\\nAccept: application/vnd.heroku+json; version=3\\n' "$HEROKU_API_KEY") "https://api.heroku.com/apps/$1"
}`,
  ensure_called: `ensure_called() {
  trap "\${!#}" EXIT
  while [ $# -gt 1 ]; do eval "$1" || exit; shift; done
}`,
};

/** Programs of CodeShip's machine that functions stand for, or that a message of their own is about. */
export const helperNames: readonly string[] = [
  ...Object.keys(functions),
  'codeship_heroku',
  'codeship_aws',
  'codeship_google',
  'heroku_run',
  'cs',
];

/** Go itself, or a program that calls it: what installs its dependencies, checks its style or runs its tests. */
export const asksForGo =
  /\bgo\s+(?:build|test|get|vet|install|run|mod|generate|fmt|list)\b|(?:^|[\s;&|])(?:glide|godep|govendor|golint|gometalinter|golangci-lint|ginkgo|goveralls|dep\s+ensure)(?=\s|$)/m;

/** What was on CodeShip's machine without a word, as far as the commands of a job use it (codeship.md 10.2 to 10.4). */
export function machineLines(
  commands: readonly Command[],
  repository: Repository,
): readonly Line[] {
  const scripts = scriptLinesOf(commands, repository);
  const text = [...commands, ...scripts].map((command) => command.text).join('\n');
  const lines: string[] = [];
  if (/\/home\/rof\b/.test(text)) lines.push('sudo ln -sfn "$HOME" /home/rof');
  if (/(?:~|\$HOME|\$\{HOME\}|\/home\/rof)\/clone\b/.test(text))
    lines.push('ln -sfn "$GITHUB_WORKSPACE" ~/clone');
  if (
    (asksForGo.test(text) || /\$\{?GOPATH\b|\/src\/github\.com\//.test(text)) &&
    !repository.paths.includes('go.mod')
  )
    lines.push(
      'export GOPATH="$HOME" PATH="$HOME/bin:$PATH"',
      'mkdir -p "$HOME/src/github.com/${GITHUB_REPOSITORY%/*}"',
      'ln -sfn "$GITHUB_WORKSPACE" "$HOME/src/github.com/$GITHUB_REPOSITORY"',
      'cd "$HOME/src/github.com/$GITHUB_REPOSITORY"',
    );
  if (
    /githubusercontent\.com\/codeship\/scripts\//.test(text) ||
    /(?:~|\bHOME\}?)\/(?:cache|bin)\b/.test(text)
  )
    lines.push('mkdir -p ~/cache ~/bin', 'export PATH="$HOME/bin:$PATH"');
  if (repository.paths.includes('package.json'))
    lines.push('export PATH="$PWD/node_modules/.bin:$PATH"');
  if (
    /\b(?:firefox|chrome|chromedriver|geckodriver|selenium|protractor|cypress|karma|DISPLAY)\b/i.test(
      text,
    )
  )
    lines.push('Xvfb :99 -screen 0 1280x1024x24 > /dev/null 2>&1 &', 'export DISPLAY=:99');
  for (const [name, body] of Object.entries(functions))
    if (new RegExp(`\\b${name}\\b`).test(text)) lines.push(body);
  if (scripts.some(({ text: line }) => /^cs\s+(?:clear-cache|exit|help)\b/.test(line)))
    lines.push('cs() { :; }');
  // What a script starts is a service container, and there already.
  for (const service of new Set(
    scripts.flatMap(
      ({ text: line }) => /\/etc\/init\.d\/(elasticsearch|cassandra)\b/.exec(line)?.[1] ?? [],
    ),
  ))
    lines.push(`printf '#!/bin/sh\\n' | sudo install -m 755 /dev/stdin /etc/init.d/${service}`);
  // A shell of its own has no function of nvm; it reads this file first.
  if (scripts.some(({ text: line }) => /\bnvm\s+(?:use|install|alias|exec|run)\b/.test(line)))
    lines.push('export BASH_ENV=~/.nvm/nvm.sh');
  return lines.map((line) => traced(line));
}

/** Scripts in a shell of their own see functions that are exported. */
export const exportedFunctions = (
  lines: readonly Line[],
  commands: readonly Command[],
  repository: Repository,
): readonly Line[] => {
  const names = lines.flatMap((line) => /^(\w+)\(\) \{/.exec(textOf(line))?.[1] ?? []);
  const needed = names.filter((name) =>
    scriptLinesOf(commands, repository).some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)),
  );
  return needed.length === 0 ? [] : [traced(`export -f ${needed.join(' ')}`)];
};
