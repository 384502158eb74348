// Pass 5: every command is held against the machine that it runs on. What only root could do gets `sudo`, folders
// of the vendor's machines become GitHub's, programs that are missing are installed by a step, and what cannot be
// mended is said.

import { type Call, readCalls } from '../../../machine/calls.ts';
import { changedUse } from '../../../machine/changed-commands.ts';
import { startsPhantom } from '../../../machine/dependency-needs.ts';
import { applyEdits, type Edit } from '../../../machine/edit.ts';
import type { Machine as MachineFacts } from '../../../machine/facts.ts';
import { jobInstalls } from '../../../machine/judge-calls.ts';
import { customImage, runnerOf } from '../../../machine/machines.ts';
import type { PhpSetup } from '../../../machine/php-commands.ts';
import {
  folderOfRoot,
  raiseCompounds,
  raiseRedirections,
  raiseRights,
} from '../../../machine/rights.ts';
import { mapPaths } from '../../../machine/vendor-paths.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import { languages } from '../environment/languages.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { allCommands } from './ci-commands.ts';
import {
  factsOf,
  type Input,
  type Needs,
  newNeeds,
  type Place,
  type Shared,
  say,
  watch,
} from './command-context.ts';
import {
  adaptGoTools,
  adaptOptions,
  adaptPackages,
  adaptPhp,
  adaptSelfUpdate,
  compilersOf,
  dropOldCompilers,
  phpOf,
  pythonPackages,
  runsOldSbt,
  runsPython2,
  versionsOf,
} from './command-languages.ts';
import { adaptManager, dropGuards } from './command-managers.ts';
import { judge, reportPaths } from './command-programs.ts';
import {
  dropSudo,
  givesCloneAway,
  installsIntoSystemPython,
  isSystemInstall,
  keepEnvironment,
  keepVariables,
  leaveSubshell,
  raiseInPlace,
  raiseScript,
  reportRootLogins,
  shareClone,
  subshellEnd,
} from './command-rights.ts';
import { adaptScreen, adaptService } from './command-servers.ts';
import { imageSteps, runnerSteps } from './ready-steps.ts';

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

const saysYes = /^-[a-zA-Z]*y|^-qq|^--(?:yes|assume-yes|force-yes)$/;

const asks = /^(?:install|remove|purge|upgrade|dist-upgrade|autoremove|build-dep)$/;
