// The commands of a job held against the runner: what it lacks is brought by a step, or said. CodeShip's machine had its
// own user with sudo, so rights are the same.

import { type Call, readCalls } from '../../machine/calls.ts';
import { changedUse, replacePackages } from '../../machine/changed-commands.ts';
import { startsPhantom } from '../../machine/dependency-needs.ts';
import { applyEdits, type Edit } from '../../machine/edit.ts';
import { asksByGitProtocol, httpsForGit } from '../../machine/git-protocol.ts';
import { type GoneServer, gitProtocol } from '../../machine/gone-servers.ts';
import {
  type InstallRow,
  phantomLines,
  ubuntuInstall,
  updateLists,
} from '../../machine/installs.ts';
import { broughtBySetup, jobInstalls, judgeCall } from '../../machine/judge-calls.ts';
import { runnerOf } from '../../machine/machines.ts';
import { npmPackages } from '../../machine/package-scripts.ts';
import { preparePhp } from '../../machine/php-commands.ts';
import { selfUpdate } from '../../machine/self-updates.ts';
import { managerStandIns } from '../../machine/version-managers.ts';
import { type Line, traced } from '../../output/tree.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command } from './read.ts';
import { helperNames } from './script.ts';

/** A language that a setup step installs: the key of its programs, and the version that the step names. */
export type SetUp = { readonly language: string; readonly version: string };

export type MachineNeeds = {
  /** The commands, with programs and packages in releases that the machine runs. */
  readonly commands: readonly Command[];
  /** Of a step before the commands. */
  readonly install: readonly Line[];
  /** Functions at the top of their script. */
  readonly functions: readonly Line[];
};

export function machineNeeds(
  commands: readonly Command[],
  languages: readonly SetUp[],
  context: TranslationContext,
  /** What the job puts right itself. */
  mended: readonly GoneServer[] = [],
): MachineNeeds {
  const { repository, settings, report } = context;
  const machine = runnerOf(settings.runner);
  const readings = commands.map((command) => ({
    command,
    reading: readCalls(command.text, repository),
  }));
  const calls = readings.flatMap(({ reading }) => reading.calls);
  const functions = new Set([
    ...helperNames,
    ...readings.flatMap(({ reading }) => [...reading.functions]),
  ]);
  const setUp = new Set(languages.flatMap(({ language }) => [...(broughtBySetup[language] ?? [])]));
  const job = jobInstalls(calls);
  const rows = new Set<InstallRow>();
  const standIns: string[] = [];
  const told = new Set<string>();
  const adapted: Command[] = [];
  for (const { command, reading } of readings) {
    const edits: Edit[] = [];
    const say = (code: Parameters<typeof report>[0], message: string, help?: string): void => {
      const [node] = command.from;
      if (node === undefined || told.has(message)) return;
      told.add(message);
      const { file, start, end } = node;
      report(code, { file, start, end }, message, help);
    };
    for (const call of reading.calls) {
      const { word } = call;
      const packages = replacePackages(call, command.text, machine, false);
      edits.push(...packages.edits);
      for (const { name, to } of packages.replaced)
        say(
          'as-before',
          `Ubuntu 24.04 has no \`${name}\`; ${to === '' ? 'what it held is there already' : `it is \`${to}\` there`}`,
        );
      const left = call.args.filter((arg) => packages.replaced.every(({ name }) => name !== arg));
      for (const { why, help } of changedUse({ ...call, args: left }, machine)) {
        if (![...mended, gitProtocol].some((row) => row.why === why))
          say('gone-from-machine', why, help);
      }
      for (const { language, version } of languages) {
        const update = selfUpdate(call, command.text, language, [version], npmPackages(repository));
        if (update === undefined) continue;
        edits.push(...update.edits);
        say('as-before', `\`${[word, ...call.args].join(' ')}\`: ${update.why}`);
      }
      const stand = Object.hasOwn(managerStandIns, word)
        ? managerStandIns[word as keyof typeof managerStandIns]
        : undefined;
      if (stand !== undefined && !standIns.includes(stand.join('\n')))
        standIns.push(stand.join('\n'));
      const verdict = judgeCall(call, { machine, setUp, functions, job });
      if (verdict.kind === 'missing')
        say('missing-program', `${machine.title} lacks \`${word}\``, verdict.help);
      if (verdict.kind === 'unknown' && !verdict.mayCome)
        say('unknown-program', `\`${word}\` is unknown: an earlier command has to install it`);
      if (verdict.kind !== 'installed') continue;
      const { row } = verdict;
      if (row.ubuntu !== undefined || row.runner !== undefined) {
        rows.add(row);
        say('installed-program', `${machine.title} lacks \`${word}\`; a step installs it`);
      }
      for (const [at, name] of row.programs.entries()) {
        const body = name === word ? row.standIn?.[at] : undefined;
        if (body !== undefined && !standIns.includes(body)) standIns.push(body);
      }
    }
    adapted.push(
      edits.length === 0 ? command : { ...command, text: applyEdits(command.text, edits) },
    );
  }
  const php = preparePhp(
    readings.map(({ command, reading }) => ({ text: command.text, reading })),
    false,
    repository,
  );
  for (const { command, message, help } of php.told) {
    const [node] = commands[command]?.from ?? [];
    if (node !== undefined) {
      const { file, start, end } = node;
      report('as-before', { file, start, end }, message, help);
    }
  }
  const packages = [...rows].flatMap(({ ubuntu }) => ubuntu ?? []);
  const texts = readings.map(({ command, reading }) =>
    [command.text, ...reading.scripts.map((path) => repository.read(path))].join('\n'),
  );
  const isRedirected = asksByGitProtocol(texts, repository) !== undefined;
  return {
    commands: adapted,
    install: [
      ...(isRedirected ? [httpsForGit] : []),
      ...php.lines,
      ...(packages.length > 0 ? ubuntuInstall(packages) : hasOldLists(calls) ? [updateLists] : []),
      ...new Set([
        ...[...rows].flatMap(({ ubuntu, runner }) => (ubuntu === undefined ? (runner ?? []) : [])),
        ...(startsPhantom(calls, repository) ? phantomLines : []),
      ]),
    ].map((line) => traced(line)),
    functions: standIns.flatMap((body) => body.split('\n')).map((line) => traced(line)),
  };
}

/** A command installs packages, and no earlier one updates their lists, which are as old as the image of the runner. */
function hasOldLists(calls: readonly Call[]): boolean {
  const first = calls.find(
    ({ word, args }) =>
      /^(?:apt-get|apt)$/.test(word) && args.some((arg) => /^(?:install|update)$/.test(arg)),
  );
  return first?.args.includes('install') === true;
}
