// Commands of languages: packages, programs and compilers in releases that the machine and the version run.

import { defined } from '../../../ground/defined.ts';
import type { Call, Reading } from '../../../machine/calls/calls.ts';
import type { Edit } from '../../../machine/calls/edit.ts';
import { npmPackages } from '../../../machine/calls/package-scripts.ts';
import { withoutPackages } from '../../../machine/calls/packages.ts';
import { replacePackages } from '../../../machine/changed/changed-commands.ts';
import { removedOptions } from '../../../machine/changed/removed-options.ts';
import { selfUpdate } from '../../../machine/changed/self-updates.ts';
import { sbtByHttp } from '../../../machine/languages/build-tools.ts';
import { sourcesOfThen, takesSources } from '../../../machine/languages/go-sources.ts';
import { goToolChange } from '../../../machine/languages/go-tools.ts';
import { pythonForModules } from '../../../machine/languages/native-modules.ts';
import { choosesReleases, packagesOfThen } from '../../../machine/languages/npm-of-then.ts';
import { isOldCompiler, oldCompilers } from '../../../machine/languages/old-compilers.ts';
import {
  changePhpCall,
  type PhpChange,
  phpUnitForOldTests,
} from '../../../machine/languages/php.ts';
import { type PhpSetup, preparePhp } from '../../../machine/languages/php-commands.ts';
import { preinstalledPython } from '../../../machine/languages/preinstalled.ts';
import { buildConstraints } from '../../../machine/languages/python-builds.ts';
import {
  noseFor,
  replacePythonTools,
  setuptoolsFor,
} from '../../../machine/languages/python-tools.ts';
import { scriptOfPython2 } from '../../../machine/languages/python2.ts';
import { installRow } from '../../../machine/programs/installs.ts';
import { majorOfNode } from '../../../machine/versions/node.ts';
import type { SourceNode } from '../../../source/node.ts';
import { buildPlace, type LanguageRow, languageKey, languages } from '../environment/languages.ts';
import type { Command } from '../keys/config.ts';
import { type CallSite, isBrought, type Shared, say } from './command-context.ts';

/** What Shippable's virtualenvs had and neither the setup action's Python nor the official image has. */
export function pythonPackages(
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
  const constraints = pythonConstraints(shared);
  const setuptools = setuptoolsFor(
    shared.calls,
    versionsOf(language, shared),
    constraints.some((one) => one.startsWith('setuptools')),
  );
  if (setuptools !== undefined && constraints.length === 0 && config.keys.language !== undefined)
    context.report(
      'installed-program',
      config.keys.language,
      'from 3.12 on Python comes without setuptools, which `setup.py` needs; a step installs it',
    );
  const nose = noseFor(versionsOf(language, shared));
  return [
    ...(setuptools === undefined ? [] : [setuptools]),
    ...found.map(({ name }) => (name === 'nose' ? nose : name)),
  ];
}

/** What pip and setup.py keep to while they build, each with a note where they are called; empty where Python is not set up. */
export function pythonConstraints(shared: Shared, tells = false): readonly string[] {
  const { language, isSetUp, machine, calls, config, context } = shared;
  if (language !== languages.python || !isSetUp || machine.kind !== 'runner') return [];
  const found = buildConstraints(calls, versionsOf(language, shared), context.repository);
  const at = config.keys.python?.[0] ?? config.keys.language;
  for (const { text, by, isLost } of found) {
    if (!tells || at === undefined) break;
    if (isLost)
      context.report(
        'gone-from-machine',
        at,
        `\`${by}\`, or a package that it needs, is converted by setuptools below 58, which this Python does not run`,
        'name Python 3.11 or below, or move to a release for Python 3',
      );
    else
      context.report(
        'as-before',
        at,
        `\`${by}\`, or a package that it needs, does not build with the newest \`${text.replace(/<.*/, '')}\`; a step has pip keep to \`${text}\``,
        'move to a newer release, then remove the step',
      );
  }
  return found.flatMap(({ text, isLost }) => (isLost ? [] : [text]));
}

/** Packages that a command installs and the Python of the job does not run. */
export function adaptPythonTools({ call, command, shared }: CallSite): readonly Edit[] {
  const { language, isSetUp } = shared;
  if (!isSetUp || language !== languages.python) return [];
  const { edits, why } = replacePythonTools(call, shared.calls, versionsOf(language, shared));
  for (const one of why)
    say(
      shared,
      'as-before',
      command,
      one,
      'start the tests with `pytest`, or with `python -m unittest`',
    );
  return edits;
}

/** Compilers of old releases that something names, each with a note where it does. */
export function compilersOf(
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
export function phpOf(
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
  const phpUnit = phpUnitOf(readings, commands, shared);
  return {
    extensions: [...runner.extensions, ...extensions],
    isFirstComposer,
    ...defined({ phpUnit }),
  };
}

/** The release of PHPUnit that old tests need where commands call the one of the setup step. */
function phpUnitOf(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): string | undefined {
  const at = readings.findIndex(({ calls }) => calls.some(({ word }) => word === 'phpunit'));
  const command = commands[at];
  if (command === undefined || !setsUpPhp(shared)) return undefined;
  const release = phpUnitForOldTests(
    versionsOf(shared.language, shared),
    shared.context.repository,
  );
  if (release !== undefined)
    say(
      shared,
      'as-before',
      command,
      `the tests name classes that PHPUnit has not had since 6; the setup step installs ${release}`,
      'write `PHPUnit\\Framework\\TestCase` in the tests, then remove the release',
    );
  return release;
}

const noReading: Reading = { calls: [], functions: new Set(), scripts: [], hasUnread: false };

const setsUpPhp = ({ isSetUp, language, machine }: Shared): boolean =>
  isSetUp && language === languages.php && machine.kind === 'runner';

/** Whether a command starts an sbt of the project that no longer finds its packages. */
export function runsOldSbt(
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

/** The lines of a step, where npm would choose releases that need a newer Node.js. */
export function npmPackagesOfThen(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): readonly string[] {
  const { language, isSetUp, calls, context } = shared;
  if (language !== languages.node_js || !isSetUp) return [];
  const command = commands[readings.findIndex((one) => one.calls.some(choosesReleases))];
  const then = packagesOfThen(versionsOf(language, shared), calls, context.repository);
  if (command === undefined || then === undefined) return [];
  say(shared, 'as-before', command, then.why, then.help);
  return then.lines;
}

/** The lines of a step, where `go get` would take libraries that need a newer Go. */
export function goSources(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): readonly string[] {
  const { language, isSetUp, context } = shared;
  if (language !== languages.go || !isSetUp) return [];
  if (commands.some(({ text }) => /\bGO111MODULE=["']?on\b/.test(text))) return [];
  const command = commands[readings.findIndex(({ calls }) => calls.some(takesSources))];
  const then = sourcesOfThen(versionsOf(language, shared), context.repository);
  if (command === undefined || then === undefined) return [];
  say(
    shared,
    'as-before',
    command,
    `without modules \`go get\` takes what libraries are today, which this Go cannot build; a step has it take what they were on ${then.days}, when support for the release ended`,
    'add a `go.mod`, or change the day in the step; to take the newest, remove the step',
  );
  return then.lines;
}

/** Whether a command runs a script of Python 2, and nothing else sets one up. */
export function runsPython2(
  readings: readonly Reading[],
  commands: readonly Command[],
  shared: Shared,
): boolean {
  const { language, isSetUp, context } = shared;
  if (isBrought('python', shared)) return false;
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

/** Packages that go by another name now, or that the machine makes needless. */
export function adaptPackages({ call, text, command, machine, needs, shared }: CallSite) {
  if (machine.programs === undefined) return { edits: [], names: [] };
  const { edits, replaced } = replacePackages(
    call,
    text,
    machine,
    shared.isSetUp && shared.language === languages.python,
  );
  const where = machine.user === 'runner' ? 'Ubuntu 24.04' : 'the Debian of the image';
  for (const { name, to, why } of replaced) {
    const row = to === '' ? installRow(name) : undefined;
    if (row?.runner !== undefined) needs.rows.add(row);
    say(
      shared,
      'as-before',
      command,
      row?.runner !== undefined
        ? `${where} has no \`${name}\`; a step installs it`
        : to === ''
          ? `\`${name}\` is left out: ${why ?? `what it held is on ${machine.title} already`}`
          : `${where} has no \`${name}\`; it is \`${to}\` there`,
    );
  }
  return { edits, names: replaced.map(({ name }) => name) };
}

/** Packages of compilers whose names the runner's own compilers answer to. */
export const dropOldCompilers = ({ call, text, needs, shared }: CallSite) =>
  needs === shared.runner ? withoutPackages(call, text, isOldCompiler) : { edits: [], names: [] };

/** Extensions, packages and Composer of PHP, where its setup step is. */
export function adaptPhp({ call, text, command, needs, shared }: CallSite): PhpChange {
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

export function adaptSelfUpdate({ call, text, command, shared }: CallSite): readonly Edit[] {
  const { language } = shared;
  const beside = call.word === 'gem' && shared.chosen.find((one) => one.language === 'ruby');
  if (!beside && !shared.isSetUp && shared.machine.kind !== 'official') return [];
  const found = selfUpdate(
    call,
    text,
    beside ? beside.language : languageKey(language),
    beside ? [beside.version] : versionsOf(language, shared),
    {
      listed: npmPackages(shared.context.repository),
      asOfThen: shared.machine.kind === 'runner',
    },
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
export function adaptOptions({ call, text, command, shared }: CallSite): readonly Edit[] {
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
export function adaptGoTools({ call, text, command, needs, shared }: CallSite): readonly Edit[] {
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
export function versionsOf(
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
