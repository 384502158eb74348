// What the passes over commands share: what a job is, what its commands need, and how something is said at a command.

import type { Call } from '../../../machine/calls/calls.ts';
import type { Extension } from '../../../machine/languages/php.ts';
import type { Machine as MachineFacts } from '../../../machine/programs/facts.ts';
import type { InstallRow } from '../../../machine/programs/installs.ts';
import type { JobInstalls, Verdict } from '../../../machine/programs/judge-calls.ts';
import { customImage, officialImage } from '../../../machine/programs/machines.ts';
import type { UsesStep } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Variable } from '../environment/environment.ts';
import { type LanguageName, type LanguageRow, languageKey } from '../environment/languages.ts';
import type { Matrix } from '../environment/matrix.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import type { Machine } from '../machine/machine.ts';

export type Input = {
  /** The job's. */
  readonly id: string;
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  readonly language: LanguageRow;
  /** Whether a step sets the language up. */
  readonly isSetUp: boolean;
  /** Programs that other steps set up. */
  readonly brought?: ReadonlySet<string>;
  readonly machine: Machine;
  /** Of `runs-on`. */
  readonly labels: readonly string[];
  readonly matrix: Matrix;
  /** Of all rows. */
  readonly variables: readonly Variable[];
  /** Identifiers of the service containers. */
  readonly services: readonly string[];
};

/** A language beside that of the file, of which commands choose a version. */
export type ChosenLanguage = {
  readonly language: 'ruby' | 'python' | 'go' | 'php';
  readonly title: string;
  /** As the setup action spells it. */
  readonly version: string;
  readonly step: Omit<UsesStep, 'kind'>;
};

/** The key of the job's language. */
export const languageOf = ({ language }: Pick<Input, 'language'>): LanguageName =>
  languageKey(language);

export type Needs = {
  readonly rows: Set<InstallRow>;
  readonly folders: Set<string>;
  /** Stand-ins that have to be programs. */
  readonly programs: Set<string>;
  /** Commands call apt themselves. */
  apt: boolean;
  /** One of them would ask, and nobody is there to answer. */
  asks: boolean;
  /** What the lists of packages are where commands install the first: a runner has those of its image, weeks old. */
  lists: 'old' | 'updated' | undefined;
  /** Packages that Shippable's virtualenvs had. */
  pythonPackages: readonly string[];
  /** What pip keeps to while it builds. */
  constraints: readonly string[];
  /** Commands install packages into the machine's own Python. */
  pip: boolean;
  /** Commands choose a Node.js whose npm is too old for the certificates of its registry. */
  oldNpm: boolean;
  /** Of PHP, for its setup step. */
  readonly extensions: Set<Extension>;
  /** Names of old compilers. */
  compilers: readonly string[];
  /** Lines that make PHP and Composer do what they did. */
  php: readonly string[];
  /** Tests start PhantomJS. */
  phantom: boolean;
  /** Scripts are written for Python 2. */
  python2: boolean;
  /** The project names an sbt that no longer finds its packages. */
  oldSbt: boolean;
  /** Of a step that has `npm install` take the packages of then. */
  npmPackages: readonly string[];
  /** Of a step that has `go get` take the sources of then. */
  goSources: readonly string[];
  /** Something names `git://github.com/`. */
  redirectsGit: boolean;
};

export const newNeeds = (): Needs => ({
  rows: new Set(),
  folders: new Set(),
  programs: new Set(),
  apt: false,
  asks: false,
  lists: undefined,
  pythonPackages: [],
  constraints: [],
  pip: false,
  oldNpm: false,
  extensions: new Set(),
  compilers: [],
  php: [],
  phantom: false,
  python2: false,
  oldSbt: false,
  npmPackages: [],
  goSources: [],
  redirectsGit: false,
});

export type Shared = Input & {
  readonly context: TranslationContext;
  readonly calls: readonly Call[];
  readonly job: JobInstalls;
  /** Languages that steps set up because commands choose a version of them. */
  readonly chosen: readonly ChosenLanguage[];
  readonly functions: ReadonlySet<string>;
  readonly runner: Needs;
  readonly image: Needs;
  /** Calls of scripts that run as root already. */
  readonly raised: Set<string>;
};

/** Whether a setup step brings the language, so that the user of the job owns it. */
export const isBrought = (
  name: LanguageName,
  { isSetUp, language, chosen }: Pick<Shared, 'isSetUp' | 'language' | 'chosen'>,
): boolean =>
  (isSetUp && languageKey(language) === name) || chosen.some((one) => one.language === name);

export function factsOf(
  machine: Machine,
  runner: MachineFacts,
  versions: readonly string[],
): MachineFacts {
  switch (machine.kind) {
    case 'runner':
      return runner;
    case 'official':
      return officialImage(machine.image, versions);
    default:
      return customImage;
  }
}

/** One call of a command, with what is known where it is written. */
export type CallSite = {
  readonly call: Call;
  /** The command as it is by now; offsets of the call count in it. */
  readonly text: string;
  readonly command: Command;
  readonly machine: MachineFacts;
  /** Of the machine, for all commands that run there. */
  readonly needs: Needs;
  readonly shared: Shared;
};

/** Where a call of the section runs, as far as that is a folder of root. */
export type Place = {
  folder?: string;
  /** The end of a subshell in the text, and where the shell around it is. */
  until?: { readonly end: number; readonly folder: string | undefined };
};

export function say(
  { context }: Shared,
  code: Parameters<TranslationContext['report']>[0],
  { from: [node] }: Command,
  message: string,
  help?: string,
): void {
  if (node !== undefined) context.report(code, node, message, help);
}

export function watch(verdict: Verdict, { call, command, machine, shared }: CallSite): void {
  shared.context.watchCalls?.({
    job: shared.id,
    call,
    machine: machine.title,
    verdict,
    isReported: command.from.length > 0,
  });
}

/** Whether the user of the job has logins that root has not. */
export const logsIn = ({ config, calls, context }: Shared): boolean =>
  context.line !== undefined ||
  [config.keys.integrations, config.keys.integration].some(
    (families) => (families?.hub ?? []).length > 0,
  ) ||
  calls.some(({ word, args }) => word === 'docker' && args[0] === 'login');
