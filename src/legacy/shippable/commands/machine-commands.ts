// Pass 5: every command is held against the machine that it runs on. What only root could do gets `sudo`, folders
// of the vendor's machines become GitHub's, programs that are missing are installed by a step, and what cannot be
// mended is said.

import { readCalls } from '../../../machine/calls/calls.ts';
import { applyEdits, type Edit } from '../../../machine/calls/edit.ts';
import {
  addsArchive,
  changedUse,
  followMoved,
  withoutPpa,
} from '../../../machine/changed/changed-commands.ts';
import { gitProtocol } from '../../../machine/changed/gone-servers.ts';
import { gemHelp, gemText, oldGem } from '../../../machine/changed/old-gems.ts';
import { raiseCompounds } from '../../../machine/changed/rights.ts';
import { mapPaths } from '../../../machine/changed/vendor-paths.ts';
import { startsPhantom } from '../../../machine/languages/dependency-needs.ts';
import { goToolChange } from '../../../machine/languages/go-tools.ts';
import type { PhpSetup } from '../../../machine/languages/php-commands.ts';
import type { Machine as MachineFacts } from '../../../machine/programs/facts.ts';
import { jobInstalls } from '../../../machine/programs/judge-calls.ts';
import { customImage, runnerOf } from '../../../machine/programs/machines.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { chosenLanguages } from './chosen-languages.ts';
import { allCommands } from './ci-commands.ts';
import {
  type CallSite,
  factsOf,
  type Input,
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
  adaptPythonTools,
  adaptSelfUpdate,
  compilersOf,
  dropOldCompilers,
  goSources,
  npmPackagesOfThen,
  phpOf,
  pythonConstraints,
  pythonPackages,
  runsOldSbt,
  runsPython2,
  versionsOf,
} from './command-languages.ts';
import { adaptInstaller, adaptManager, dropGuards } from './command-managers.ts';
import { judge, reportPaths } from './command-programs.ts';
import {
  dropSudo,
  installsIntoSystemPython,
  keepEnvironment,
  leaveSubshell,
  raiseScript,
  reportRootLogins,
  shareClone,
  tellRaised,
} from './command-rights.ts';
import { adaptScreen, adaptService } from './command-servers.ts';
import { redirectGit } from './git-by-https.ts';
import { raiseCall } from './raise-call.ts';
import { imageSteps, runnerSteps } from './ready-steps.ts';

type Adapted = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  readonly all: readonly Command[];
  /** What the setup step of PHP installs besides. */
  readonly php: PhpSetup;
  /** Git is told before the checkout to ask GitHub by https. */
  readonly redirectsGit: boolean;
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
    chosen: inside === runner ? chosenLanguages(readings, everything, input, context) : [],
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
  needs.constraints = pythonConstraints(all, true);
  const php = phpOf(readings, everything, all);
  all.runner.compilers = compilersOf(readings, everything, all);
  all.runner.phantom = inside === runner && startsPhantom(calls, context.repository);
  const gem = inside === runner ? oldGem(calls, context.repository) : undefined;
  if (gem !== undefined) {
    all.runner.rows.add(gem.row);
    const node = everything.find(({ text }) => /\bbundler?\b/.test(text))?.from[0];
    const at = node ?? config.keys.language;
    if (at !== undefined) context.report('as-before', at, gemText(gem), gemHelp);
  }
  all.runner.oldSbt = inside === runner && runsOldSbt(readings, everything, all);
  all.runner.npmPackages = inside === runner ? npmPackagesOfThen(readings, everything, all) : [];
  all.runner.goSources = inside === runner ? goSources(readings, everything, all) : [];
  all.runner.python2 = inside === runner && runsPython2(readings, everything, all);
  const redirection = redirectGit(readings, everything, all);
  all.image.redirectsGit = redirection.inImage;
  return {
    config: adapted,
    commands: ci,
    all: allCommands(adapted, ci),
    php,
    redirectsGit: redirection.onRunner,
    forRunner: [
      ...all.chosen.map(({ step }): Step => ({ kind: 'uses', ...step })),
      ...runnerSteps(all.runner),
    ],
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
      for (const what of raised) tellRaised(what, command, shared);
    }
    for (const call of reading.calls) {
      const site: CallSite = { call, text, command, machine, needs, shared };
      for (const edit of adaptCall(site, place)) {
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

/** What changes at one call; what is said about it, and what the machine needs for it, is noted on the way. */
function adaptCall(site: CallSite, place: Place): readonly Edit[] {
  const { call, machine, needs, shared } = site;
  const special = adaptService(site) ?? adaptScreen(site) ?? adaptManager(site);
  if (special !== undefined) {
    watch({ kind: 'works', by: 'looked at by itself' }, site);
    return special;
  }
  const ppa = machine.programs === undefined ? undefined : withoutPpa(call, machine);
  if (ppa !== undefined) {
    watch({ kind: 'works', by: 'left out' }, site);
    say(shared, 'as-before', site.command, ppa.why, ppa.help);
    return ppa.edits;
  }
  const withoutSudo = machine.hasSudo ? dropSudo(site) : [];
  const isPlain = withoutSudo.length > 0;
  judge(isPlain ? { ...site, call: { ...call, wrappers: call.wrappers.slice(0, -1) } } : site);
  const php = adaptPhp(site);
  if (php.why !== undefined) return php.edits;
  const compilers = dropOldCompilers(site);
  const packages = adaptPackages(site);
  const moved = followMoved(call, site.text);
  for (const message of moved.told) say(shared, 'as-before', site.command, message);
  if (machine.programs !== undefined) {
    reportChangedUse({ ...site, call: moved.call }, [
      ...php.packages,
      ...compilers.names,
      ...packages.names,
      ...goToolChange(call, site.text).needless,
    ]);
    noteApt(site);
  }
  const updated = [
    ...moved.edits,
    ...adaptInstaller(site),
    ...adaptSelfUpdate(site),
    ...adaptPythonTools(site),
    ...adaptGoTools(site),
    ...adaptOptions(site),
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
    ...keepEnvironment(site),
  ];
  if (call.script !== undefined || call.offset === undefined) {
    reportRootLogins(site);
    return [...edits, ...raiseScript(site)];
  }
  return [...edits, ...raiseCall(site, call.offset, place, edits)];
}

/**
 * Says what of the call no longer does what it did.
 * @param gone packages that other passes have taken out of it
 */
function reportChangedUse(
  { call, command, machine, shared }: CallSite,
  gone: readonly string[],
): void {
  const remaining = { ...call, args: call.args.filter((arg) => !gone.includes(arg)) };
  const where = call.script === undefined ? '' : `, in \`${call.script}\``;
  for (const { why, help } of changedUse(remaining, machine, () =>
    shared.calls.some(addsArchive),
  )) {
    if (why !== gitProtocol.why) say(shared, 'gone-from-machine', command, `${why}${where}`, help);
  }
}

/** Notes what a call of apt needs to find, and whether it would ask somebody. */
function noteApt({ call: { word, args }, machine, needs }: CallSite): void {
  if (!/^(?:apt-get|apt)$/.test(word)) return;
  if (machine.user === 'root') {
    needs.apt = true;
    needs.asks ||= !args.some((arg) => saysYes.test(arg)) && args.some((arg) => asks.test(arg));
  }
  const isUpdate = args.includes('update');
  if (!isUpdate && args.includes('install')) needs.lists ??= 'old';
  else if (isUpdate) needs.lists ??= 'updated';
}

const saysYes = /^-[a-zA-Z]*y|^-qq|^--(?:yes|assume-yes|force-yes)$/;

const asks = /^(?:install|remove|purge|upgrade|dist-upgrade|autoremove|build-dep)$/;
