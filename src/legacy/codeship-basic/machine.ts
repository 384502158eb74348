// The commands of a job held against the runner: what it lacks is brought by a step, or said. CodeShip's machine had its
// own user with sudo, so rights are the same.

import type { Repository } from '../../ground/repository.ts';
import { type Call, type Reading, readCalls } from '../../machine/calls/calls.ts';
import { applyEdits, type Edit } from '../../machine/calls/edit.ts';
import { npmPackages } from '../../machine/calls/package-scripts.ts';
import {
  changedUse,
  followMoved,
  replacePackages,
} from '../../machine/changed/changed-commands.ts';
import { asksByGitProtocol, httpsForGit } from '../../machine/changed/git-protocol.ts';
import { type GoneServer, gitProtocol } from '../../machine/changed/gone-servers.ts';
import { gemHelp, gemText, oldGem } from '../../machine/changed/old-gems.ts';
import { selfUpdate } from '../../machine/changed/self-updates.ts';
import { startsPhantom } from '../../machine/languages/dependency-needs.ts';
import { preparePhp } from '../../machine/languages/php-commands.ts';
import {
  type InstallRow,
  installRow,
  phantomLines,
  ubuntuInstall,
  updateLists,
} from '../../machine/programs/installs.ts';
import {
  broughtBySetup,
  type JudgeContext,
  jobInstalls,
  judgeCall,
} from '../../machine/programs/judge-calls.ts';
import { runnerOf } from '../../machine/programs/machines.ts';
import { managerStandIns } from '../../machine/programs/version-managers.ts';
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
  const { repository, settings } = context;
  const machine = runnerOf(settings.runner);
  const readings = commands.map((command) => ({
    command,
    reading: readCalls(command.text, repository),
  }));
  const calls = readings.flatMap(({ reading }) => reading.calls);
  const job: Job = {
    machine,
    setUp: new Set(languages.flatMap(({ language }) => [...(broughtBySetup[language] ?? [])])),
    functions: new Set([
      ...helperNames,
      ...readings.flatMap(({ reading }) => [...reading.functions]),
    ]),
    job: jobInstalls(calls),
    languages,
    mended,
    repository,
    rows: new Set(),
    standIns: new Set(),
  };
  const told = new Set<string>();
  const adapted = readings.map(({ command, reading }): Command => {
    const say = onceAt(command, told, context);
    const edits = reading.calls.flatMap((call) => {
      const changed = adaptCall(call, command.text, job, say);
      noteVerdict(call, job, say);
      return changed;
    });
    return edits.length === 0 ? command : { ...command, text: applyEdits(command.text, edits) };
  });
  const texts = readings.map(({ command, reading }) =>
    [command.text, ...reading.scripts.map((path) => repository.read(path))].join('\n'),
  );
  const gem = oldGem(calls, repository);
  if (gem !== undefined) {
    job.rows.add(gem.row);
    const at = commands.find(({ text }) => /\bbundler?\b/.test(text));
    if (at !== undefined) onceAt(at, told, context)('as-before', gemText(gem), gemHelp);
  }
  const isRedirected = asksByGitProtocol(texts, repository) !== undefined;
  return {
    commands: adapted,
    install: [
      ...(isRedirected ? [httpsForGit] : []),
      ...phpLines(readings, context),
      ...installLines([...job.rows], calls, repository),
    ].map((line) => traced(line)),
    functions: [...job.standIns].flatMap((body) => body.split('\n')).map((line) => traced(line)),
  };
}

/** What is known of a job, and what its commands turn out to need. */
type Job = JudgeContext & {
  readonly languages: readonly SetUp[];
  readonly mended: readonly GoneServer[];
  readonly repository: Repository;
  readonly rows: Set<InstallRow>;
  /** Bodies of functions. */
  readonly standIns: Set<string>;
};

type Say = (
  code: Parameters<TranslationContext['report']>[0],
  message: string,
  help?: string,
) => void;

/** Says a thing at the first command that it holds of. */
const onceAt =
  ({ from: [node] }: Command, told: Set<string>, { report }: TranslationContext): Say =>
  (code, message, help) => {
    if (node === undefined || told.has(message)) return;
    told.add(message);
    const { file, start, end } = node;
    report(code, { file, start, end }, message, help);
  };

/** What changes at one call, so that packages and programs come in releases that the machine runs. */
function adaptCall(call: Call, text: string, job: Job, say: Say): readonly Edit[] {
  const { machine, languages, mended, repository } = job;
  const packages = replacePackages(call, text, machine, false);
  for (const { name, to } of packages.replaced) {
    const row = to === '' ? installRow(name) : undefined;
    if (row?.runner !== undefined) job.rows.add(row);
    const absent =
      row?.runner === undefined ? 'what it held is there already' : 'a step installs it';
    say(
      'as-before',
      `Ubuntu 24.04 has no \`${name}\`; ${to === '' ? absent : `it is \`${to}\` there`}`,
    );
  }
  const moved = followMoved(call, text);
  for (const message of moved.told) say('as-before', message);
  const left = moved.call.args.filter((arg) => packages.replaced.every(({ name }) => name !== arg));
  for (const { why, help } of changedUse({ ...call, args: left }, machine)) {
    if (![...mended, gitProtocol].some((row) => row.why === why))
      say('gone-from-machine', why, help);
  }
  const updates = languages.flatMap(({ language, version }) => {
    const listed = npmPackages(repository);
    const update = selfUpdate(call, text, language, [version], { listed });
    if (update === undefined) return [];
    say('as-before', `\`${[call.word, ...call.args].join(' ')}\`: ${update.why}`);
    return update.edits;
  });
  return [...packages.edits, ...moved.edits, ...updates];
}

/** Says what the machine lacks for a call, and notes what brings it. */
function noteVerdict(call: Call, job: Job, say: Say): void {
  const { word } = call;
  const { machine, rows, standIns } = job;
  const standIn = Object.hasOwn(managerStandIns, word)
    ? managerStandIns[word as keyof typeof managerStandIns]
    : undefined;
  if (standIn !== undefined) standIns.add(standIn.join('\n'));
  const verdict = judgeCall(call, job);
  if (verdict.kind === 'missing')
    say('missing-program', `${machine.title} lacks \`${word}\``, verdict.help);
  if (verdict.kind === 'unknown' && !verdict.mayCome)
    say('unknown-program', `\`${word}\` is unknown: an earlier command has to install it`);
  if (verdict.kind !== 'installed') return;
  const { row } = verdict;
  if (row.ubuntu !== undefined || row.runner !== undefined) {
    rows.add(row);
    say('installed-program', `${machine.title} lacks \`${word}\`; a step installs it`);
  }
  for (const [at, name] of row.programs.entries()) {
    const body = name === word ? row.standIn?.[at] : undefined;
    if (body !== undefined) standIns.add(body);
  }
}

/** What makes PHP and Composer do what they did; no setup step installs PHP here. */
function phpLines(
  readings: readonly { readonly command: Command; readonly reading: Reading }[],
  { report, repository }: TranslationContext,
): readonly string[] {
  const php = preparePhp(
    readings.map(({ command, reading }) => ({ text: command.text, reading })),
    false,
    repository,
  );
  for (const { command, message, help } of php.told) {
    const [node] = readings[command]?.command.from ?? [];
    if (node === undefined) continue;
    const { file, start, end } = node;
    report('as-before', { file, start, end }, message, help);
  }
  return php.lines;
}

/** The lines that install what the commands lack. */
function installLines(
  rows: readonly InstallRow[],
  calls: readonly Call[],
  repository: Repository,
): readonly string[] {
  const packages = rows.flatMap(({ ubuntu }) => ubuntu ?? []);
  return [
    ...(packages.length > 0 ? ubuntuInstall(packages) : hasOldLists(calls) ? [updateLists] : []),
    ...new Set([
      ...rows.flatMap(({ ubuntu, runner }) => (ubuntu === undefined ? (runner ?? []) : [])),
      ...(startsPhantom(calls, repository) ? phantomLines : []),
    ]),
  ];
}

/** A command installs packages, and no earlier one updates their lists, which are as old as the image of the runner. */
function hasOldLists(calls: readonly Call[]): boolean {
  const first = calls.find(
    ({ word, args }) =>
      /^(?:apt-get|apt)$/.test(word) && args.some((arg) => /^(?:install|update)$/.test(arg)),
  );
  return first?.args.includes('install') === true;
}
