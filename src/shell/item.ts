// Items of a list that one shell runs: how an item ends, so that a failure of it counts as it did.

import { functionsDefined, simpleCommands, textOf } from './commands.ts';
import { parseShell } from './parse.ts';
import type { AndOrList, Command, List, SimpleCommand } from './syntax.ts';
import { quoteWord } from './words.ts';

/** What earlier text of the same script did that matters to how an item may be ended. */
export type ItemContext = {
  /** Functions that earlier items define. */
  readonly functions?: ReadonlySet<string>;
  /** An earlier item turned `-e` off, or set a trap of its own on failures. */
  readonly errexitOff?: boolean;
};

/** Ends a `bash -e` script with the status of the command before, if that is a failure. */
const keepStatus = '(exit $?)';

/**
 * A Shippable command item as it must stand in a `bash -e` script. Shippable gave each item to `eval`
 * under `-e` (shippable.md 3.2, 11.66): an item whose last status is a failure ended the section, also
 * where the same text in a script goes on because `-e` looks away, as in `test -f x && make` or
 * `! grep -q x`. Such items get an ending that keeps the status; others stay as they are:
 *
 * - an and-or list of plain programs gets ` || exit`,
 * - what would behave otherwise inside of `||` (functions, blocks) gets a line `(exit $?)`,
 * - text that is not complete, or that can't be understood, goes through `eval` again.
 */
export function endItem(text: string, context: ItemContext = {}): string {
  const script = parseShell(text);
  if (script.problem !== undefined) return byEval(text);
  const last = script.statements.at(-1);
  if (last === undefined || !mayFailSilently(last)) return text;
  const plain =
    context.errexitOff !== true &&
    !changesFailing(text) &&
    isPlainEnd(last, functionsOf(text, context));
  if (plain) return `${text.slice(0, last.end)} || exit${text.slice(last.end)}`;
  return `${text.replace(/\n+$/, '')}\n${keepStatus}`;
}

/**
 * An item for a script in which no failure ends anything: as it stands when it is complete, else
 * through `eval`, so that it can't take the items behind it along.
 */
export function completeItem(text: string): string {
  return parseShell(text).problem === undefined ? text : byEval(text);
}

function byEval(text: string): string {
  return `eval ${quoteWord(text)}`;
}

/** `endItem` for the items of one script, in order: what one item does is known to the next. */
export function endItems(items: readonly string[]): readonly string[] {
  const functions = new Set<string>();
  let errexitOff = false;
  return items.map((item) => {
    const ended = endItem(item, { functions, errexitOff });
    for (const name of functionsDefined(item)) functions.add(name);
    errexitOff ||= changesFailing(item);
    return ended;
  });
}

function functionsOf(text: string, { functions }: ItemContext): ReadonlySet<string> {
  return new Set([...(functions ?? []), ...functionsDefined(text)]);
}

/** True when what happens at a failure may no longer be the plain end of the script. */
function changesFailing(text: string): boolean {
  if (turnsErrexitOff(text)) return true;
  return simpleCommands(text).some(({ command: { words } }) => {
    const [name, ...rest] = words.map(textOf);
    return name === 'trap' && rest.some((word) => word.toUpperCase() === 'ERR');
  });
}

/** True when a text may switch `-e` off for what follows it in the same script. */
export function turnsErrexitOff(text: string): boolean {
  return simpleCommands(text).some(({ command }) => {
    const [name, ...flags] = command.words.map(textOf);
    if (name !== 'set') return false;
    return flags.some((flag, at) => {
      const named = /^\+[a-z]*o$/.test(flag) && flags[at + 1] === 'errexit';
      return named || /^\+[a-df-z]*e/.test(flag);
    });
  });
}

/** True when a list can end with a failure that `-e` doesn't see. */
function mayFailSilently(list: AndOrList): boolean {
  const last = list.pipelines.at(-1);
  if (list.background || last === undefined) return false;
  if (last.negated || list.operators.at(-1) === '&&') return true;
  // The last part of a pipeline runs in a process of its own, and its failure is seen.
  if (last.commands.length > 1) return false;
  return last.commands.some(commandMayFailSilently);
}

function commandMayFailSilently(command: Command): boolean {
  if (!('bodies' in command) || command.kind === 'subshell') return false;
  // Failing arithmetic between `for` and its body is a silent failure of the loop.
  if (command.kind === 'for' && /\(\([^)]*[/%]/.test(command.header)) return true;
  return command.bodies.some(listMayFailSilently);
}

function listMayFailSilently({ statements }: List): boolean {
  const last = statements.at(-1);
  return last !== undefined && mayFailSilently(last);
}

/**
 * True when ` || exit` behind a list changes nothing but its end: what newly stands to the left of
 * `||` runs without `-e`, so it must be nothing that runs several commands in this shell.
 */
function isPlainEnd(list: AndOrList, functions: ReadonlySet<string>): boolean {
  const last = list.pipelines.at(-1);
  if (last === undefined) return false;
  if (last.negated) return true;
  return last.commands.every((command) => {
    if (command.kind === 'test' || command.kind === 'arithmetic') return true;
    return command.kind === 'simple' && isProgram(command, functions);
  });
}

/** Commands that are practically never functions; others may come from a file that was sourced. */
const knownPrograms = new Set(
  `: [ alias apk apt apt-get awk aws basename bash brew break bundle cargo cat cd chmod chown composer
  continue cp curl cut date declare diff dirname docker docker-compose dotnet echo env exit export false
  find gcloud gem git go gradle grep grunt gulp gunzip gzip head hash heroku java jq kill kubectl let ln
  local ls make mkdir mv mvn mysql node npm npx php pip pip3 popd printf psql pushd pwd python python2
  python3 rake read readonly return rm rsync ruby sbt scp sed service set sh shift shipctl shopt sleep sort
  ssh sudo tail tar tee test touch trap true type typeset ulimit umask unset unzip wait wc wget which
  xargs yarn zip`.split(/\s+/),
);

function isProgram(command: SimpleCommand, functions: ReadonlySet<string>): boolean {
  const name = command.words[0];
  if (name === undefined) return true;
  const value = name.value;
  if (value === undefined || functions.has(value)) return false;
  return knownPrograms.has(value) || value.includes('/');
}
