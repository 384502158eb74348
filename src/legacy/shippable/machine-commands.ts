// Pass 5: every command is held against the machine that it runs on. What only root could do gets `sudo`, folders
// of the vendor's machines become GitHub's, programs that are missing are installed by a step, and what cannot be
// mended is said.

import { sbtByHttp, sbtLine } from '../../machine/build-tools.ts';
import { type Call, type Reading, readCalls } from '../../machine/calls.ts';
import { changedUse, replacePackages } from '../../machine/changed-commands.ts';
import { startsPhantom } from '../../machine/dependency-needs.ts';
import { applyEdits, type Edit } from '../../machine/edit.ts';
import type { Machine as MachineFacts } from '../../machine/facts.ts';
import { goToolChange } from '../../machine/go-tools.ts';
import {
  debianInstall,
  type InstallRow,
  installRow,
  phantomLines,
  ubuntuInstall,
  updateLists,
} from '../../machine/installs.ts';
import {
  broughtBySetup,
  type JobInstalls,
  jobInstalls,
  judgeCall,
  type Verdict,
} from '../../machine/judge-calls.ts';
import { languagePrograms } from '../../machine/language-programs.ts';
import { customImage, officialImage, runnerOf } from '../../machine/machines.ts';
import { pythonForModules } from '../../machine/native-modules.ts';
import { compilerLines, isOldCompiler, oldCompilers } from '../../machine/old-compilers.ts';
import { npmPackages } from '../../machine/package-scripts.ts';
import { withoutPackages } from '../../machine/packages.ts';
import { changePhpCall, type Extension, type PhpChange } from '../../machine/php.ts';
import { type PhpSetup, preparePhp } from '../../machine/php-commands.ts';
import { preinstalledPython } from '../../machine/preinstalled.ts';
import { scriptOfPython2 } from '../../machine/python2.ts';
import { removedOptions } from '../../machine/removed-options.ts';
import {
  belongsToRoot,
  folderOfRoot,
  installerOfRoot,
  needsRoot,
  pathsWritten,
  raiseCompounds,
  raiseRedirections,
  raiseRights,
  sudoWithin,
} from '../../machine/rights.ts';
import { selfUpdate } from '../../machine/self-updates.ts';
import { mapPaths } from '../../machine/vendor-paths.ts';
import { managerUse, sourcedManager } from '../../machine/version-managers.ts';
import { majorOfNode } from '../../machine/versions/node.ts';
import type { Line } from '../../output/tree.ts';
import type { SourceNode } from '../../source/node.ts';
import type { Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import { allCommands } from './ci-commands.ts';
import type { Command, ShippableConfig } from './config.ts';
import type { Variable } from './environment.ts';
import { buildPlace, type LanguageRow, languageKey, languages } from './languages.ts';
import type { Machine } from './machine.ts';
import type { Matrix } from './matrix.ts';
import { plainLine } from './script.ts';
import { findsFunctions, isUtility, programLines } from './utilities.ts';

type Input = {
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

type Adapted = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  readonly all: readonly Command[];
  /** What the setup step of PHP installs besides. */
  readonly php: PhpSetup;
  /** What makes the runner ready, behind the setup steps. */
  readonly forRunner: readonly Step[];
  /** The same inside of a booted image. */
  readonly forImage: readonly Step[];
};

export function adaptCommands(input: Input, context: TranslationContext): Adapted {
  const { config, commands, machine } = input;
  const runners = input.labels.map(runnerOf);
  // Where rows run on several, what is known of one says nothing of the others.
  const runner =
    runners.find(({ programs }) => programs === undefined) ?? runners[0] ?? customImage;
  const versions = versionsOf(input.language, { ...input, context });
  const inside = factsOf(machine, runner, versions);
  const { sections } = config;
  const everything = allCommands(config, commands);
  const readings = everything.map(({ text }) => readCalls(text, context.repository));
  const calls = readings.flatMap((reading) => reading.calls);
  const all: Shared = {
    ...input,
    context,
    calls,
    job: jobInstalls(calls),
    functions: new Set(readings.flatMap(({ functions }) => [...functions])),
    runner: newNeeds(),
    image: newNeeds(),
    raised: new Set(),
  };
  const host = (of: readonly Command[]): readonly Command[] => adaptSection(of, runner, all);
  const container = (of: readonly Command[]): readonly Command[] => adaptSection(of, inside, all);
  const adapted: ShippableConfig = {
    ...config,
    sections: {
      ...sections,
      preCi: host(sections.preCi),
      ...(sections.ci === undefined ? {} : { ci: container(sections.ci) }),
      postCi: container(sections.postCi),
      onSuccess: container(sections.onSuccess),
      onFailure: container(sections.onFailure),
      always: container(sections.always),
      push: host(sections.push),
    },
  };
  const ci = adapted.sections.ci ?? container(commands);
  const needs = inside.user === 'runner' ? all.runner : all.image;
  needs.pythonPackages = pythonPackages(readings, everything, all);
  const php = phpOf(readings, everything, all);
  all.runner.compilers = compilersOf(readings, everything, all);
  all.runner.phantom = inside === runner && startsPhantom(calls, context.repository);
  all.runner.oldSbt = inside === runner && runsOldSbt(readings, everything, all);
  all.runner.python2 = inside === runner && runsPython2(readings, everything, all);
  return {
    config: adapted,
    commands: ci,
    all: allCommands(adapted, ci),
    php,
    forRunner: runnerSteps(all.runner),
    forImage: imageSteps(all.image),
  };
}

/** What Shippable's virtualenvs had and neither the setup action's Python nor the official image has. */
function pythonPackages(
  readings: readonly { readonly calls: readonly Call[] }[],
  commands: readonly Command[],
  shared: Shared,
): readonly string[] {
  const { language, isSetUp, machine, config, context } = shared;
  if (language !== languages.python || !(isSetUp || machine.kind === 'official')) return [];
  const found = preinstalledPython(
    readings.map(({ calls }) => calls),
    context.repository,
  );
  for (const { name, command } of found) {
    const at = command === undefined ? config.keys.language : commands[command]?.from[0];
    if (at !== undefined)
      context.report(
        'installed-program',
        at,
        `Shippable's images had \`${name}\` in every virtualenv; a step installs it`,
      );
  }
  return found.map(({ name }) => name);
}

/** Compilers of old releases that something names, each with a note where it does. */
function compilersOf(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): readonly string[] {
  const { machine, variables, context, config } = shared;
  if (machine.kind !== 'runner') return [];
  const found = new Map<string, SourceNode | undefined>();
  const add = (node: SourceNode | undefined, ...texts: readonly string[]): void => {
    for (const name of oldCompilers(texts)) if (!found.has(name)) found.set(name, node);
  };
  for (const { value = '', from } of variables) add(from?.[0], value);
  for (const [at, { text, from }] of commands.entries()) {
    const scripts = readings[at]?.scripts ?? [];
    add(from[0], text, ...scripts.map((path) => context.repository.read(path) ?? ''));
  }
  for (const [name, node = config.keys.language] of found)
    if (node !== undefined)
      context.report(
        'as-before',
        node,
        `the runner has no \`${name}\`; its own compiler answers to the name`,
      );
  return [...found.keys()];
}

/** What its setup step installs besides; the lines of the step behind it go to the needs of the runner. */
function phpOf(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): PhpSetup {
  const { context, machine, runner } = shared;
  if (machine.kind !== 'runner') return { extensions: [], isFirstComposer: false };
  const { lines, told, extensions, isFirstComposer } = preparePhp(
    commands.map(({ text }, index) => ({ text, reading: readings[index] ?? noReading })),
    setsUpPhp(shared),
    context.repository,
  );
  runner.php = lines;
  for (const { command, message, help } of told) {
    const at = commands[command];
    if (at !== undefined) say(shared, 'as-before', at, message, help);
  }
  return { extensions: [...runner.extensions, ...extensions], isFirstComposer };
}

const noReading: Reading = { calls: [], functions: new Set(), scripts: [], hasUnread: false };

const setsUpPhp = ({ isSetUp, language, machine }: Shared): boolean =>
  isSetUp && language === languages.php && machine.kind === 'runner';

/** Whether a command starts an sbt of the project that no longer finds its packages. */
function runsOldSbt(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): boolean {
  const version = sbtByHttp(shared.context.repository.read('project/build.properties'));
  const at = readings.findIndex(({ calls }) =>
    calls.some(({ word }) => /^(?:.*\/)?(?:sbt|activator)$/.test(word)),
  );
  const command = commands[at];
  if (version === undefined || command === undefined) return false;
  say(
    shared,
    'as-before',
    command,
    `sbt ${version} fetches from Maven Central by http, which it refuses; 0.13.18 runs instead`,
    'set `sbt.version=0.13.18` in `project/build.properties`, then remove the line',
  );
  return true;
}

/** Whether a command runs a script of Python 2, and nothing else sets one up. */
function runsPython2(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): boolean {
  const { language, isSetUp, context } = shared;
  if (isSetUp && language === languages.python) return false;
  // The Python that compiles native modules is one already.
  const majors =
    language === languages.node_js ? versionsOf(language, shared).map(majorOfNode) : [];
  if (isSetUp && pythonForModules(majors, context.repository) === 'pypy2.7') return false;
  const found = readings.flatMap(({ calls }, index) =>
    calls.flatMap((call) => {
      const script = scriptOfPython2(call, context.repository);
      return script === undefined ? [] : [{ script, command: commands[index] }];
    }),
  );
  for (const { script, command } of found)
    if (command !== undefined)
      say(
        shared,
        'as-before',
        command,
        `\`${script}\` is written for Python 2, which \`python\` was on Shippable; a step sets up PyPy, which still runs it`,
        'change the script so that Python 3 runs it, then remove the step',
      );
  return found.length > 0;
}

type Needs = {
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
};
const newNeeds = (): Needs => ({
  rows: new Set(),
  folders: new Set(),
  programs: new Set(),
  apt: false,
  asks: false,
  lists: undefined,
  pythonPackages: [],
  pip: false,
  oldNpm: false,
  extensions: new Set(),
  compilers: [],
  php: [],
  phantom: false,
  python2: false,
  oldSbt: false,
});

type Shared = Input & {
  readonly context: TranslationContext;
  readonly calls: readonly Call[];
  readonly job: JobInstalls;
  readonly functions: ReadonlySet<string>;
  readonly runner: Needs;
  readonly image: Needs;
  /** Calls of scripts that run as root already. */
  readonly raised: Set<string>;
};

function factsOf(
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

/** Where a call of the section runs, as far as that is a folder of root. */
type Place = {
  folder?: string;
  /** The end of a subshell in the text, and where the shell around it is. */
  until?: { readonly end: number; readonly folder: string | undefined };
};

function adaptSection(
  commands: readonly Command[],
  machine: MachineFacts,
  shared: Shared,
): readonly Command[] {
  const needs = machine.user === 'runner' ? shared.runner : shared.image;
  const place: Place = {};
  // Folders that an earlier command made are the user's for all of them.
  return commands.map((command) => {
    const paths = mapPaths(command.text, machine.user !== 'runner');
    reportPaths(command, paths, shared);
    const own = applyEdits(command.text, paths.edits);
    const text = dropGuards(machine.user === 'runner' ? shareClone(own, command, shared) : own);
    const reading = readCalls(text, shared.context.repository);
    const edits: Edit[] = [];
    if (machine.hasSudo) {
      const { edits: raising, raised } = raiseCompounds(text);
      edits.push(...raising);
      for (const what of raised)
        say(
          shared,
          'raised-rights',
          command,
          `\`${what}\` needs root, as everything had on Shippable; it gets \`sudo\``,
        );
    }
    for (const call of reading.calls) {
      for (const edit of adaptCall(call, text, command, machine, needs, place, shared)) {
        const isThere = edits.some((one) => one.start === edit.start && one.text === edit.text);
        if (!isThere) edits.push(edit);
      }
    }
    leaveSubshell(place, text.length);
    return edits.length === 0 && text === command.text
      ? command
      : { ...command, text: applyEdits(text, edits) };
  });
}

/** Containers took the folders of the build's own; on a runner the clone lies on the machine itself. */
function shareClone(text: string, command: Command, shared: Shared): string {
  const shown = text.replace(
    /--volumes-from(?:=|\s+)"?\$\{?SHIPPABLE_CONTAINER_NAME\}?"?/g,
    '-v "$GITHUB_WORKSPACE:$GITHUB_WORKSPACE"',
  );
  if (shown !== text)
    say(
      shared,
      'as-before',
      command,
      '`--volumes-from` the container of the build gave its folders to another one; the clone of the runner is mounted',
    );
  return shown;
}

/** `[ -s FILE ] && source FILE`, where a version manager was that no runner has: false would end the section. */
const dropGuards = (text: string): string =>
  text.replace(
    /(?:\[\[?|\btest)\s+-[a-z]\s+\S+(?:\s+\]\]?)?\s*&&\s*((?:source|\.)\s+(\S+))/g,
    (whole, source: string, path: string) => {
      const manager = sourcedManager(path.replace(/["']/g, ''))?.manager;
      return manager === undefined || manager === 'nvm' ? whole : source;
    },
  );

function adaptCall(
  call: Call,
  text: string,
  command: Command,
  machine: MachineFacts,
  needs: Needs,
  place: Place,
  shared: Shared,
): readonly Edit[] {
  const special =
    adaptService(call, text, command, machine, shared) ??
    adaptScreen(call, machine, needs) ??
    adaptManager(call, text, command, machine, needs, shared);
  if (special !== undefined) {
    watch({ kind: 'works', by: 'looked at by itself' }, call, command, machine, shared);
    return special;
  }
  const withoutSudo = machine.hasSudo ? dropSudo(call, text, command, machine, shared) : [];
  const isPlain = withoutSudo.length > 0;
  judge(
    isPlain ? { ...call, wrappers: call.wrappers.slice(0, -1) } : call,
    command,
    machine,
    needs,
    shared,
  );
  const php = adaptPhp(call, text, command, needs, shared);
  if (php.why !== undefined) return php.edits;
  const compilers = dropOldCompilers(call, text, needs, shared);
  const packages = adaptPackages(call, text, command, machine, shared);
  const gone = [...php.packages, ...compilers.names, ...packages.names];
  const remaining = { ...call, args: call.args.filter((arg) => !gone.includes(arg)) };
  if (machine.programs !== undefined) {
    const where = call.script === undefined ? '' : `, in \`${call.script}\``;
    for (const { why, help } of changedUse(remaining, machine))
      say(shared, 'gone-from-machine', command, `${why}${where}`, help);
    if (/^(?:apt-get|apt)$/.test(call.word)) {
      if (machine.user === 'root') {
        needs.apt = true;
        needs.asks ||=
          !call.args.some((arg) => saysYes.test(arg)) && call.args.some((arg) => asks.test(arg));
      }
      const isUpdate = call.args.includes('update');
      if (!isUpdate && call.args.includes('install')) needs.lists ??= 'old';
      else if (isUpdate) needs.lists ??= 'updated';
    }
  }
  const updated = [
    ...adaptSelfUpdate(call, text, command, shared),
    ...adaptGoTools(call, text, command, needs, shared),
    ...adaptOptions(call, text, command, shared),
  ];
  // Where nobody knows the user, nothing is raised.
  if (!machine.hasSudo) return [...updated, ...packages.edits];
  if (installsIntoSystemPython(call, shared)) needs.pip = true;
  const edits = [
    ...updated,
    ...php.edits,
    ...compilers.edits,
    ...packages.edits.filter(({ start }) => !php.edits.some((one) => one.start === start)),
    ...withoutSudo,
    ...keepEnvironment(call, shared),
  ];
  if (call.script !== undefined || call.offset === undefined) {
    reportRootLogins(call, command, shared);
    return [...edits, ...raiseScript(call, command, [...needs.folders], shared)];
  }
  edits.push(...keepVariables(call, text, shared));
  const isSetupScript =
    /^python[\d.]*$/.test(call.word) &&
    call.args[0] === 'setup.py' &&
    /^(?:install|develop)$/.test(call.args[1] ?? '') &&
    !call.args.includes('--user') &&
    !(shared.isSetUp && shared.language === languages.python) &&
    !shared.calls.some(({ args }) => args.some((arg) => arg.endsWith('/bin/activate')));
  const isSystemGem =
    call.word === 'gem' &&
    call.args[0] === 'install' &&
    !(shared.isSetUp && shared.language === languages.ruby);
  if (isSystemGem && call.wrappers.every((one) => one.word !== 'sudo')) {
    edits.push({ start: call.offset, end: call.offset, text: 'sudo ' });
    say(
      shared,
      'raised-rights',
      command,
      "`gem install` needs root, because the runner's own Ruby belongs to root; it gets `sudo`",
    );
  }
  if (
    (isSetupScript || isSystemInstall(call, shared)) &&
    call.wrappers.every((one) => one.word !== 'sudo')
  ) {
    edits.push({ start: call.offset, end: call.offset, text: 'sudo -E env "PATH=$PATH" ' });
    say(
      shared,
      'raised-rights',
      command,
      `\`${[call.word, ...call.args].join(' ')}\` writes where only root can; it gets \`sudo\``,
    );
  }
  if (givesCloneAway(call)) {
    say(
      shared,
      'needs-root',
      command,
      `\`${[call.word, ...call.args].join(' ')}\` changes the owner of the clone, and later commands, which do not run as root, can no longer write there`,
      'add `&& sudo chmod -R a+rwX .`, or only change the owner of the folders that the server writes to',
    );
  }
  const owned = [...needs.folders];
  leaveSubshell(place, call.offset);
  edits.push(...raiseInPlace(call, command, place, edits, shared));
  const end = subshellEnd(text, call.offset);
  if (call.word === 'cd' && end !== undefined) place.until = { end, folder: place.folder };
  const moved = folderOfRoot(call, place.folder, owned);
  if (moved === undefined) delete place.folder;
  else place.folder = moved;
  for (const change of [
    raiseRights(call, text, owned),
    raiseRedirections(call, text, owned, place.folder),
  ]) {
    edits.push(...change.edits);
    for (const folder of change.folders) needs.folders.add(folder);
    for (const what of change.raised) {
      say(
        shared,
        'raised-rights',
        command,
        `\`${what}\` needs root, as everything had on Shippable; it gets \`sudo\``,
      );
    }
    for (const path of change.left ?? []) {
      say(
        shared,
        'needs-root',
        command,
        `only root can write to \`${path}\``,
        'write to a file under `$RUNNER_TEMP`',
      );
    }
    for (const folder of change.folders) {
      say(
        shared,
        'raised-rights',
        command,
        `only root can create \`${folder}\`; a step creates it for the user of the runner`,
      );
    }
  }
  return edits;
}

/** What a subshell does to the folder ends with it. */
function leaveSubshell(place: Place, at: number): void {
  const { until } = place;
  if (until === undefined || at < until.end) return;
  delete place.until;
  if (until.folder === undefined) delete place.folder;
  else place.folder = until.folder;
}

/** Where the subshell ends whose first command this is. */
function subshellEnd(text: string, offset: number): number | undefined {
  if (!/(?:^|[^$\\])\(\s*$/.test(text.slice(0, offset))) return undefined;
  let depth = 1;
  for (let at = offset; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Packages that go by another name now, or that the machine makes needless. */
function adaptPackages(
  call: Call,
  text: string,
  command: Command,
  machine: MachineFacts,
  shared: Shared,
) {
  if (machine.programs === undefined) return { edits: [], names: [] };
  const { edits, replaced } = replacePackages(
    call,
    text,
    machine,
    shared.isSetUp && shared.language === languages.python,
  );
  const where = machine.user === 'runner' ? 'Ubuntu 24.04' : 'the Debian of the image';
  for (const { name, to } of replaced)
    say(
      shared,
      'as-before',
      command,
      to === ''
        ? `\`${name}\` is left out: what it held is on ${machine.title} already`
        : `${where} has no \`${name}\`; it is \`${to}\` there`,
    );
  return { edits, names: replaced.map(({ name }) => name) };
}

/** Packages of compilers whose names the runner's own compilers answer to. */
const dropOldCompilers = (call: Call, text: string, needs: Needs, shared: Shared) =>
  needs === shared.runner ? withoutPackages(call, text, isOldCompiler) : { edits: [], names: [] };

/** Extensions, packages and Composer of PHP, where its setup step is. */
function adaptPhp(
  call: Call,
  text: string,
  command: Command,
  needs: Needs,
  shared: Shared,
): PhpChange {
  if (!setsUpPhp(shared) || needs !== shared.runner)
    return { edits: [], extensions: [], packages: [] };
  const change = changePhpCall(call, text, shared.context.repository);
  for (const extension of change.extensions) needs.extensions.add(extension);
  const called = [call.word, ...call.args].join(' ');
  if (change.packages.length > 0)
    say(
      shared,
      'as-before',
      command,
      `Ubuntu 24.04 has no \`${change.packages.join('`, `')}\`; the setup step of PHP brings what they held`,
    );
  if (change.why !== undefined) say(shared, 'as-before', command, `\`${called}\`: ${change.why}`);
  return change;
}

function adaptSelfUpdate(
  call: Call,
  text: string,
  command: Command,
  shared: Shared,
): readonly Edit[] {
  const { language } = shared;
  if (!shared.isSetUp && shared.machine.kind !== 'official') return [];
  const found = selfUpdate(
    call,
    text,
    languageKey(language),
    versionsOf(language, shared),
    npmPackages(shared.context.repository),
  );
  if (found === undefined) return [];
  say(
    shared,
    'as-before',
    command,
    `\`${[call.word, ...call.args].join(' ')}\`: ${found.why}`,
    'move to a maintained version when you can',
  );
  return found.edits;
}

/** Options that the programs of today refuse. */
function adaptOptions(call: Call, text: string, command: Command, shared: Shared): readonly Edit[] {
  const { language, isSetUp } = shared;
  const isOwnRuby = language === languages.ruby && (isSetUp || shared.machine.kind === 'official');
  const change = removedOptions(
    call,
    text,
    !isOwnRuby ||
      versionsOf(language, shared).every((version) => !/^(?:1|2\.[0-5])(?:\.|$)/.test(version)),
  );
  if (change === undefined) return [];
  const { edits, shown, why } = change;
  const where = call.script === undefined ? '' : `, in \`${call.script}\``;
  const isMended = edits.length > 0;
  say(
    shared,
    isMended ? 'as-before' : 'gone-from-machine',
    command,
    `\`${shown}\`${where}: the program of today refuses the option${isMended ? ', so it goes' : ''}; ${why}`,
    'remove the option',
  );
  return edits;
}

/** Tools that a command installs with an old Go. */
function adaptGoTools(
  call: Call,
  text: string,
  command: Command,
  needs: Needs,
  shared: Shared,
): readonly Edit[] {
  if (!shared.isSetUp || shared.language !== languages.go || needs !== shared.runner) return [];
  const { edits, installed, needless } = goToolChange(call, text);
  const isInScript = edits.length === 0;
  for (const path of needless)
    say(
      shared,
      isInScript ? 'gone-from-machine' : 'as-before',
      command,
      `\`${path}\` has left its place and comes with Go${isInScript ? `; \`${call.script ?? ''}\` installs it` : ', so it is not installed'}`,
      'remove it',
    );
  for (const path of installed)
    say(
      shared,
      isInScript ? 'gone-from-machine' : 'as-before',
      command,
      isInScript
        ? `\`${call.script ?? ''}\` installs \`${path}\` with the Go of the job, which today's sources may be too new for`
        : `today's sources of \`${path}\` need a newer Go than the job's, so the runner's own installs it`,
      isInScript
        ? `write \`GO111MODULE=on GOTOOLCHAIN=auto /usr/bin/go install ${path}@latest\` there`
        : 'name a release to keep it as it is',
    );
  return edits;
}

/** The versions of a language that the rows of the job have, as they are set up. */
function versionsOf(
  row: LanguageRow,
  { matrix, context }: Pick<Shared, 'matrix' | 'context'>,
): readonly string[] {
  const key = row.versionKey;
  const cells = key === undefined ? [] : matrix.rows.flatMap((one) => one.cells.get(key) ?? []);
  const written =
    cells.length > 0
      ? cells.map(({ text }) => text)
      : row.defaultVersion === undefined
        ? []
        : [row.defaultVersion];
  return written.map((one) => row.choose(one, buildPlace(context)).spelled);
}

/** What writes into a folder of root because it runs there, and installers that want root. */
function raiseInPlace(
  call: Call,
  command: Command,
  { folder }: Place,
  edits: readonly Edit[],
  shared: Shared,
): readonly Edit[] {
  const { offset, word, args } = call;
  if (offset === undefined || call.wrappers.some((one) => /^(?:sudo|su)$/.test(one.word)))
    return [];
  if (edits.some(({ start }) => start === offset)) return [];
  const isInstaller =
    /^(?:ba|da)?sh$/.test(word) &&
    args.every((arg) => arg.startsWith('-') && !arg.includes('c')) &&
    installerOfRoot.test(command.text);
  const sudo = isInstaller ? 'sudo -E ' : folder === undefined ? undefined : sudoWithin(call);
  if (sudo === undefined) return [];
  const where = isInstaller
    ? 'is an installer that needs root'
    : `writes to \`${folder}\`, which belongs to root`;
  say(shared, 'raised-rights', command, `\`${word}\` ${where}; it gets \`sudo\``);
  return [{ start: offset, end: offset, text: sudo }];
}

/** Debian's Python refuses packages of pip until it is told that they may break it. */
const installsIntoSystemPython = (
  { word, args, local }: Call,
  { isSetUp, language, calls }: Shared,
): boolean =>
  ((/^pip3?$/.test(word) && args[0] === 'install') ||
    (/^python3?$/.test(word) && args[0] === '-m' && args[1] === 'pip' && args[2] === 'install')) &&
  local === undefined &&
  !(isSetUp && language === languages.python) &&
  !calls.some((one) => one.args.some((arg) => arg.endsWith('/bin/activate')));

/** `make install` of what was configured on the machine; the recipes of a Makefile of the repository were read. */
function isSystemInstall({ word, args }: Call, { calls, context }: Shared): boolean {
  const builds = /^(?:make|gmake|ninja)$/.test(word) && args.includes('install');
  const cmake =
    word === 'cmake' &&
    (args.includes('--install') || (args.includes('--target') && args.includes('install')));
  if (!builds && !cmake) return false;
  if (builds && context.repository.paths.some((path) => /(?:^|\/)(?:GNUm|[mM])akefile$/.test(path)))
    return false;
  const prefixes = [...args, ...calls.flatMap((call) => call.args)].flatMap(
    (arg) =>
      /^(?:--prefix|-DCMAKE_INSTALL_PREFIX(?::PATH)?|DESTDIR|PREFIX|prefix)=(.*)$/.exec(arg)?.[1] ??
      [],
  );
  return prefixes.every((path) => belongsToRoot(path.replace(/["']/g, '')));
}

/** `chown -R www-data .`: the whole clone. */
const givesCloneAway = ({ word, args }: Call): boolean =>
  word === 'chown' &&
  args.some((arg) => /^-\w*R|^--recursive$/.test(arg)) &&
  needsRoot(word, args) &&
  args
    .slice(1)
    .some((arg) =>
      /^(?:\.\/?|"?\$\{?(?:PWD|SHIPPABLE_BUILD_DIR|GITHUB_WORKSPACE)\}?"?\/?|`pwd`|\$\(pwd\))$/.test(
        arg,
      ),
    );

function say(
  { context }: Shared,
  code: Parameters<TranslationContext['report']>[0],
  { from: [node] }: Command,
  message: string,
  help?: string,
): void {
  if (node !== undefined) context.report(code, node, message, help);
}

function watch(
  verdict: Verdict,
  call: Call,
  { from }: Command,
  { title }: MachineFacts,
  { context, id }: Shared,
): void {
  context.watchCalls?.({ job: id, call, machine: title, verdict, isReported: from.length > 0 });
}

/** The verdict on a program, and what follows from it. */
function judge(
  call: Call,
  command: Command,
  machine: MachineFacts,
  needs: Needs,
  shared: Shared,
): void {
  const { language, isSetUp, functions } = shared;
  const key = languageKey(language);
  const setUp = isSetUp || machine.user !== 'runner' ? broughtBySetup[key] : undefined;
  const verdict: Verdict = isUtility(call.word, machine.user !== 'runner')
    ? standInFor(call, machine.user !== 'runner', needs)
    : judgeCall(call, {
        machine,
        setUp: new Set([...(setUp ?? []), ...(shared.brought ?? [])]),
        functions,
        job: shared.job,
      });
  watch(verdict, call, command, machine, shared);
  const inScript = call.script === undefined ? '' : `, in \`${call.script}\``;
  switch (verdict.kind) {
    case 'works':
      return;
    case 'installed': {
      const { row } = verdict;
      if (machine.user === 'runner' && row.ubuntu === undefined && row.runner === undefined) return;
      needs.rows.add(row);
      say(
        shared,
        'installed-program',
        command,
        `${machine.title} lacks \`${call.word}\`${inScript}; a step installs it`,
      );
      return;
    }
    case 'missing':
      say(
        shared,
        'missing-program',
        command,
        `${machine.title} lacks \`${call.word}\`${inScript}`,
        verdict.help,
      );
      return;
    case 'unknown':
      say(
        shared,
        verdict.mayCome ? 'unknown-program' : 'missing-program',
        command,
        verdict.mayCome
          ? `\`${call.word}\` is unknown${inScript}: an earlier command has to install it`
          : `\`${call.word}\` is unknown${inScript}, and no earlier command installs anything`,
        `install \`${call.word}\` in the first commands of the section`,
      );
      return;
    default:
      verdict satisfies never;
  }
}

/** Functions are handed on to scripts of bash; elsewhere a program stands for the function. */
function standInFor(call: Call, inContainer: boolean, needs: Needs): Verdict {
  if (findsFunctions(call, inContainer)) return { kind: 'works', by: 'a stand-in' };
  const { word, script } = call;
  if (programLines(word, inContainer) === undefined) {
    return {
      kind: 'missing',
      help:
        script === undefined
          ? `call \`${word}\` directly; it is a function`
          : `start the script with \`#!/bin/bash\`, so that it sees the function that replaces \`${word}\``,
    };
  }
  needs.programs.add(word);
  return { kind: 'works', by: 'a program that replaces it' };
}

const serviceNames: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  postgres: 'postgres',
  mysql: 'mysql',
  mysqld: 'mysql',
  mongodb: 'mongodb',
  mongod: 'mongodb',
  'redis-server': 'redis',
  redis: 'redis',
  'rabbitmq-server': 'rabbitmq',
  rabbitmq: 'rabbitmq',
  memcached: 'memcached',
  elasticsearch: 'elasticsearch',
  couchdb: 'couchdb',
  cassandra: 'cassandra',
  neo4j: 'neo4j',
  rethinkdb: 'rethinkdb',
  riak: 'riak',
  selenium: 'selenium',
};

/** `service mysql start`: where the server is a container it runs already; else the runner may have one. */
function adaptService(
  call: Call,
  _text: string,
  command: Command,
  machine: MachineFacts,
  shared: Shared,
): readonly Edit[] | undefined {
  const { word, args, offset, wrappers } = call;
  const name =
    /^\/etc\/init\.d\/([\w.-]+)$/.exec(word)?.[1] ??
    (word === 'service'
      ? args[0]
      : word === 'systemctl'
        ? args[1]?.replace(/\.service$/, '')
        : undefined);
  if (name !== undefined && lostServers.test(name) && !installsServer(name, shared)) {
    if (machine.programs !== undefined && /^(?:start|restart)$/.test(args.at(-1) ?? ''))
      say(
        shared,
        'missing-program',
        command,
        `${machine.title} has no server \`${name}\` to start`,
        'install its package before the command, or start a container',
      );
    return undefined;
  }
  if (name === undefined || !Object.hasOwn(serviceNames, name)) return undefined;
  if (machine.programs === undefined) return [];
  const service = serviceNames[name] ?? name;
  if (shared.services.includes(service)) {
    say(
      shared,
      'server-command',
      command,
      `the server of \`${word} ${name}\` is a service container, which starts before the first step; the command does nothing`,
    );
    const start = wrappers[0]?.offset ?? offset;
    return start === undefined ? [] : [{ start, end: start, text: ': ' }];
  }
  const isStopped = [...machine.stopped].some(
    (one) => one === name || serviceNames[one] === service,
  );
  if (isStopped) return undefined;
  say(
    shared,
    'missing-program',
    command,
    `${machine.title} has no server \`${name}\` to start`,
    `add \`services: [${service}]\` to the file and convert again`,
  );
  return [];
}

/** Servers that Shippable's images had, or that people installed, and no runner has. */
const lostServers =
  /^(?:tomcat\d|jetty\d?|php\d[\d.]*-fpm|beanstalkd|supervisor|vsftpd|slapd|haproxy|varnish|solr|zookeeper|kafka|gearman-job-server|sphinxsearch|postfix|cassandra|influxdb|riak|rethinkdb|lighttpd|squid3?|proftpd|bind9|activemq|nsqd|consul|vault)$/;

const installsServer = (name: string, { job }: Shared): boolean =>
  job.packages.some((one) => one.startsWith(name.replace(/[\d.]*(?:-fpm)?$/, '')));

/** The service of a virtual screen that the images had. */
function adaptScreen(
  { word, args, command }: Call,
  machine: MachineFacts,
  needs: Needs,
): readonly Edit[] | undefined {
  const isScreen =
    /^\/etc\/init\.d\/xvfb$/.test(word) || args.some((arg) => arg === '/etc/init.d/xvfb');
  if (!isScreen) return undefined;
  const row = installRow('Xvfb');
  if (row !== undefined && machine.programs?.has('Xvfb') === false) needs.rows.add(row);
  return [
    {
      start: command.start,
      end: command.end,
      text: args.includes('stop')
        ? 'pkill Xvfb'
        : '{ Xvfb :99 -screen 0 1024x768x24 > /dev/null 2>&1 & }',
    },
  ];
}

/** Calls of version managers, and the files of theirs that are sourced. */
function adaptManager(
  call: Call,
  text: string,
  command: Command,
  machine: MachineFacts,
  needs: Needs,
  shared: Shared,
): readonly Edit[] | undefined {
  const { word, args, offset } = call;
  if (machine.programs === undefined) return undefined;
  if (word === 'source' || word === '.') {
    const path = (args[0] ?? '').replace(/["']/g, '');
    const sourced = sourcedManager(path);
    if (sourced === undefined || offset === undefined) return undefined;
    if (sourced.manager === 'nvm') return [];
    const isMade = shared.calls.some(
      (one) =>
        /^(?:virtualenv|pyvenv|python[\d.]*)$/.test(one.word) &&
        one.args.some(
          (arg) => arg !== '' && path.startsWith(`${arg.replace(/["']/g, '').replace(/\/$/, '')}/`),
        ),
    );
    if (sourced.manager === 'virtualenv' && isMade) return undefined;
    if (sourced.manager === 'sdk') {
      say(
        shared,
        'version-switch',
        command,
        `runners do not have \`${path}\``,
        'set up what it selected with a step',
      );
      return [];
    }
    checkVersion(sourced.language, sourced.version, path, command, shared);
    return [{ start: offset, end: offset + word.length, text: ':' }];
  }
  const run = /[/]/.test(word) ? sourcedManager(word) : undefined;
  if (run !== undefined && /^(?:rvm|gvm)$/.test(run.manager) && offset !== undefined) {
    // A manager's file, run instead of sourced, did nothing to the shell.
    return [{ start: offset, end: offset + word.length, text: ':' }];
  }
  const use = managerUse(call);
  if (use === undefined) return undefined;
  if (use.manager === 'nvm') {
    if (machine.user === 'root') {
      say(
        shared,
        'missing-program',
        command,
        `${machine.title} lacks \`nvm\``,
        'use the version in the image',
      );
      return [];
    }
    if (
      /^v?(?:0|[1-5])(?:\.|$)|^iojs/.test(use.version ?? '') &&
      !(shared.machine.kind === 'runner' && shared.machine.nvm === true)
    )
      needs.oldNpm = true;
    // A version that the vendor's machine had is still to be installed here; `install` also chooses it.
    const called = offset === undefined ? undefined : /^nvm\s+use(?=\s)/.exec(text.slice(offset));
    const isNamed = /^(?:default|system|node|stable)?$/.test(
      args.filter((arg) => !arg.startsWith('-'))[1] ?? '',
    );
    return called === null || called === undefined || offset === undefined || isNamed
      ? []
      : [{ start: offset, end: offset + called[0].length, text: 'nvm install' }];
  }
  if (use.manager === 'phpenv' && /^config-/.test(args[0] ?? ''))
    return adaptPhp(call, text, command, needs, shared).edits;
  if (use.manager === 'sdk') {
    say(
      shared,
      'version-switch',
      command,
      'runners do not have `sdk`',
      'set up what it selected with a step',
    );
    return [];
  }
  if (use.version !== undefined) {
    checkVersion(use.language, use.version, `${word} ${args.join(' ')}`, command, shared);
  }
  // The stand-in for the one program serves the other as well.
  const set = offset === undefined ? null : /^shipctl\s+jdk\s+set(?=\s)/.exec(text.slice(offset));
  return set === null || offset === undefined
    ? []
    : [{ start: offset, end: offset + set[0].length, text: 'jdk_switcher use' }];
}

/** Whether the version that a command chooses is the one that the job has. */
function checkVersion(
  language: keyof typeof broughtBySetup,
  version: string | undefined,
  what: string,
  command: Command,
  shared: Shared,
): void {
  const { context } = shared;
  const row = languages[language as keyof typeof languages] as LanguageRow | undefined;
  if (version === undefined || row === undefined) return;
  const isOwn =
    languageKey(shared.language) === language &&
    (shared.isSetUp || shared.machine.kind === 'official');
  // The versions of the rows themselves: `$SHIPPABLE_RUBY_VERSION`.
  if (isOwn && /\$/.test(version)) {
    say(
      shared,
      'version-manager',
      command,
      `\`${what}\` selects what the setup step has already set up`,
    );
    return;
  }
  const asked = /\$/.test(version) ? undefined : row.choose(version, buildPlace(context)).spelled;
  // The runner has several JDKs, and the stand-in switches between them.
  if (language === 'java' && /^(?:8|11|17|21|25)$/.test(asked ?? '')) return;
  const key = row.versionKey;
  const chosen = versionsOf(row, shared);
  const same =
    isOwn &&
    asked !== undefined &&
    chosen.length > 0 &&
    chosen.every(
      (one) => one === asked || one.startsWith(`${asked}.`) || asked.startsWith(`${one}.`),
    );
  if (same) {
    say(
      shared,
      'version-manager',
      command,
      `\`${what}\` selects what the setup step has already set up`,
    );
    return;
  }
  say(
    shared,
    'version-switch',
    command,
    `\`${what}\` selected ${row.title}${asked === undefined ? '' : ` ${asked}`} from several on Shippable's machine; the job has ${isOwn && chosen.length > 0 ? chosen.join(', ') : "the runner's own"}`,
    `set the version under \`${key}\` with \`language: ${language}\` and convert again, or set it up with a step`,
  );
}

/**
 * `sudo pip install`: root's PATH lacks what the setup step brought, and the user owns it anyway. `sudo docker`: root
 * lacks what the user logged in to, since sudo drops `DOCKER_CONFIG` and changes `HOME`, and the user needs no rights.
 */
function dropSudo(
  { word, offset, wrappers }: Call,
  text: string,
  command: Command,
  machine: MachineFacts,
  shared: Shared,
): readonly Edit[] {
  const sudo = wrappers.at(-1);
  if (offset === undefined || sudo === undefined || sudo.word !== 'sudo') return [];
  const why = needlessFor(word, machine, shared);
  const asOther = sudo.args.some((arg) => /^(?:-\w*[ugis]|--(?:user|group|login|shell))/.test(arg));
  if (why === undefined || asOther) return [];
  const set = sudo.args.filter((arg) => /^\w+=/.test(arg) && !/[\s"'$]/.test(arg));
  const between = text.slice(sudo.offset, offset);
  if (between.includes('\n')) return [];
  say(shared, 'needless-sudo', command, `\`sudo ${word}\` would use ${why}; \`sudo\` is removed`);
  return [{ start: sudo.offset, end: offset, text: set.map((one) => `${one} `).join('') }];
}

/** The same in a script of the repository, which nothing here changes. */
function reportRootLogins(
  { word, args, wrappers, script, outer }: Call,
  command: Command,
  shared: Shared,
): void {
  const isOwn = wrappers.at(-1)?.word === 'sudo';
  const keepsVariables = /\bsudo\s+(?:-\w*E|--preserve-env)/.test(command.text);
  if (word !== 'docker' || !(isOwn ? script !== undefined : outer?.isRoot) || keepsVariables)
    return;
  const action = args.find((arg) => !arg.startsWith('-'));
  if ((action !== 'push' && action !== 'pull') || !logsIn(shared)) return;
  const where = script === undefined ? '' : ` in \`${script}\``;
  say(
    shared,
    'root-logins',
    command,
    `\`${isOwn ? 'sudo ' : ''}docker ${action}\`${where} runs as root, with root's own logins, not those of the job`,
    `remove \`sudo\` ${isOwn ? `before \`docker\`${where}` : 'before the call'}: the user of the runner may use Docker`,
  );
}

/** Whether the user of the job has logins that root has not. */
const logsIn = ({ config, calls, context }: Shared): boolean =>
  context.line !== undefined ||
  [config.keys.integrations, config.keys.integration].some(
    (families) => (families?.hub ?? []).length > 0,
  ) ||
  calls.some(({ word, args }) => word === 'docker' && args[0] === 'login');

/** What root would get instead of what the user has; undefined where root is meant. */
function needlessFor(
  word: string,
  machine: MachineFacts,
  { language, isSetUp }: Shared,
): string | undefined {
  if (/^docker(?:-compose)?$/.test(word))
    return machine.programs?.has('docker') === true
      ? "root's own logins, not those of the job"
      : undefined;
  const key = languageKey(language);
  if (!isSetUp || broughtBySetup[key] === undefined || language === languages.php) return undefined;
  return languagePrograms[key]?.has(word) === true
    ? `the runner's own ${language.title}, not the one that is set up`
    : undefined;
}

/** `su - postgres`: a login shell would lose where the server is. */
function keepVariables(
  { word, offset }: Call,
  text: string,
  { services }: Shared,
): readonly Edit[] {
  if (!/^(?:su|runuser)$/.test(word) || offset === undefined || !services.includes('postgres'))
    return [];
  const match = /^(?:su|runuser)\b[^;&|\n"']*?(\s(?:-l?|--login))(?=\s)/.exec(text.slice(offset));
  if (match?.[1] === undefined) return [];
  const end = offset + match[0].length;
  return [{ start: end - match[1].length, end, text: '' }];
}

/** `sudo -u postgres psql`: the server is at the end of a variable that sudo would drop. */
function keepEnvironment({ word, args, wrappers }: Call, { services }: Shared): readonly Edit[] {
  const sudo = wrappers.at(-1);
  if (sudo?.word !== 'sudo' || !services.includes('postgres')) return [];
  const isClient = /^(?:psql|createdb|dropdb|createuser|dropuser|pg_\w+)$/.test(word);
  const isAdministrator =
    (/^(?:su|runuser)$/.test(word) && args.includes('postgres')) ||
    sudo.args.some((arg) => /^(?:--user=|-u)?postgres$/.test(arg));
  if (!isClient && !isAdministrator) return [];
  if (sudo.args.some((arg) => /^-\w*E|^--preserve-env/.test(arg))) return [];
  const end = sudo.offset + 'sudo'.length;
  return [{ start: end, end, text: ' -E' }];
}

/** What needs root within a script: the functions of the section reach bash alone; others run as root whole. */
function raiseScript(
  call: Call,
  command: Command,
  owned: readonly string[],
  shared: Shared,
): readonly Edit[] {
  const { word, args, wrappers, script, outer, local } = call;
  if (outer?.isRoot || wrappers.some((one) => one.word === 'sudo')) return [];
  const isForeign = (path: string): boolean =>
    belongsToRoot(path) &&
    !owned.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const targets = call.command.redirections.flatMap(({ operator, target }) =>
    operator.startsWith('>') && isForeign(target.value ?? '') ? [target.value ?? ''] : [],
  );
  const written = pathsWritten(word, args).filter((path) => isForeign(path.replace(/["']/g, '')));
  if (!needsRoot(word, args) && targets.length === 0 && written.length === 0) return [];
  const where = script === undefined ? '' : ` in \`${script}\``;
  const what = written.length > 0 ? [word, ...written].join(' ') : [word, ...targets].join(' > ');
  // A package manager that runs as root gives its scripts to somebody else.
  if (outer === undefined || local !== undefined || /^(?:source|\.)$/.test(outer.word)) {
    say(
      shared,
      'needs-root',
      command,
      `\`${what}\`${where} needs root`,
      `put \`sudo\` before it${script === undefined ? '' : ` in \`${script}\``}`,
    );
    return [];
  }
  const key = `${outer.word}\n${outer.offset}\n${command.text}`;
  const edit = { start: outer.offset, end: outer.offset, text: 'sudo -E env "PATH=$PATH" ' };
  if (shared.raised.has(key)) return [edit];
  shared.raised.add(key);
  say(
    shared,
    'script-as-root',
    command,
    `\`${what}\`${where} needs root, so \`${outer.word}\` runs as root, as on Shippable`,
    'put `sudo` before the call in the file, and remove it from the workflow',
  );
  return [edit];
}

function reportPaths(
  command: Command,
  { left, mapped }: ReturnType<typeof mapPaths>,
  shared: Shared,
): void {
  for (const { path, help } of left) {
    say(
      shared,
      'vendor-path',
      command,
      `\`${path}\` is a folder of Shippable's machines that runners do not have`,
      help,
    );
  }
  for (const { path, to } of mapped) {
    say(
      shared,
      'mapped-path',
      command,
      `\`${path}\` was a folder of Shippable's machines; it becomes \`${to}\``,
    );
  }
}

/** The certificates that such an old npm carries are too old for its registry. */
const oldNpmLine = 'echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"';

function runnerSteps({
  rows,
  folders,
  programs,
  lists,
  pythonPackages,
  pip,
  oldNpm,
  compilers,
  php,
  phantom,
  python2,
  oldSbt,
}: Needs): Step[] {
  const packages = [...rows].flatMap(({ ubuntu }) => ubuntu ?? []);
  const lines: string[] = [
    ...(oldNpm ? [oldNpmLine] : []),
    ...(oldSbt ? [sbtLine] : []),
    ...(pip ? ['sudo pip config --global set global.break-system-packages true'] : []),
    ...(packages.length > 0 ? ubuntuInstall(packages) : lists === 'old' ? [updateLists] : []),
    ...new Set([
      ...[...rows].flatMap(({ ubuntu, runner }) => (ubuntu === undefined ? (runner ?? []) : [])),
      ...(phantom ? phantomLines : []),
    ]),
    ...[...programs].flatMap((word) => programLines(word, false) ?? []),
    ...compilerLines(compilers),
    ...pipInstall(pythonPackages),
  ];
  return [
    ...(folders.size > 0
      ? [
          step('Create the folders that only root could create', [
            `sudo install -d -o "$(id -u)" -g "$(id -g)" ${[...folders].join(' ')}`,
          ]),
        ]
      : []),
    ...(python2
      ? [
          {
            kind: 'uses' as const,
            name: 'Set up Python 2 for scripts',
            uses: 'actions/setup-python' as const,
            with: [{ name: 'python-version', value: 'pypy2.7' }],
          },
        ]
      : []),
    ...(lines.length > 0 ? [step(nameOf(lines), lines)] : []),
    ...(php.length > 0 ? [step('Let PHP work as before', php)] : []),
  ];
}

/** Of the step that makes the runner ready. */
function nameOf(lines: readonly string[]): string {
  if (lines.length === 1 && lines[0] === updateLists) return 'Update the lists of packages';
  return lines[0] === phantomLines[0] ? 'Prepare for PhantomJS' : 'Install what the commands call';
}

const saysYes = /^-[a-zA-Z]*y|^-qq|^--(?:yes|assume-yes|force-yes)$/;
const asks = /^(?:install|remove|purge|upgrade|dist-upgrade|autoremove|build-dep)$/;

/** Shippable's images answered every question of apt with yes, as hosted runners do; official images ask. */
const assumeYes = `echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90assumeyes`;

const pipInstall = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`pip install --quiet ${names.join(' ')}`];

function imageSteps({ rows, apt, asks, programs, pythonPackages }: Needs): Step[] {
  const packages = [...rows].flatMap(({ debian }) => debian ?? []);
  const assume = asks ? [assumeYes] : [];
  const lines = [
    ...[...rows].flatMap(({ debian, image }) => (debian === undefined ? (image ?? []) : [])),
    ...[...programs].flatMap((word) => programLines(word, true) ?? []),
    ...pipInstall(pythonPackages),
  ];
  if (packages.length + lines.length === 0) {
    return apt
      ? [
          {
            ...step('Find the packages of the image', [...assume, ...debianInstall([])]),
            shell: 'boot {0}',
          },
        ]
      : [];
  }
  return [
    {
      ...step('Install what the commands call', [
        ...assume,
        ...(apt || packages.length > 0 ? debianInstall(packages) : []),
        ...lines,
      ]),
      shell: 'boot {0}',
    },
  ];
}

const step = (name: string, lines: readonly string[]): Extract<Step, { kind: 'run' }> => ({
  kind: 'run',
  name,
  run: lines.map((line): Line => plainLine(line)),
});
