// Shippable CI: one file becomes one workflow with one job. The passes stand here in their order; each has
// a file of its own.

import { expression } from '../../expression/expression.ts';
import { mixedText, shownText } from '../../expression/text.ts';
import { defined, filled } from '../../ground/defined.ts';
import { type Reading, readCalls } from '../../machine/calls/calls.ts';
import { languagePrograms } from '../../machine/programs/language-programs.ts';
import { usesLanguage } from '../../machine/programs/language-use.ts';
import { chooseGo } from '../../machine/versions/go.ts';
import type { Traced } from '../../output/tree.ts';
import { variablesRead } from '../../shell/variables.ts';
import type { Place } from '../../source/diagnostic.ts';
import { leavesOf, type ScalarNode, type SourceNode, valueAt } from '../../source/node.ts';
import type { Field, Job, Step, Workflow } from '../../workflow/model.ts';
import type { ShippableSources } from '../sources.ts';
import type { Translation, TranslationContext } from '../translation.ts';
import { translateCache } from './checkout/cache.ts';
import { translateCheckout } from './checkout/checkout.ts';
import { allCommands, chooseLanguage, settleCommands } from './commands/ci-commands.ts';
import { versionsOf as setUpVersions } from './commands/command-languages.ts';
import { composeVariables } from './commands/compose-names.ts';
import { reportImageNames } from './commands/image-names.ts';
import { adaptCommands } from './commands/machine-commands.ts';
import { reportOldClients } from './commands/old-docker-clients.ts';
import { settlePullRequests, settlePush } from './commands/pull-request-effects.ts';
import { reportRefusedImages } from './commands/refused-images.ts';
import { sectionSteps } from './commands/steps.ts';
import { type Environment, readEnvironment, type Variable } from './environment/environment.ts';
import { environmentOnRunner } from './environment/environment-paths.ts';
import { type LanguageRow, languageKey, languages } from './environment/languages.ts';
import { buildMatrix, type Matrix, onPools } from './environment/matrix.ts';
import { matrixValue } from './environment/matrix-value.ts';
import { nodeVariables } from './environment/node-options.ts';
import { predefinedVariables } from './environment/predefined.ts';
import { type Variant, variants } from './environment/variants.ts';
import { idiomaticWorkflow } from './idiomatic/idiomatic.ts';
import { withoutIdleInputs } from './idiomatic/idle-inputs.ts';
import { maintainMatrix } from './idiomatic/maintained.ts';
import { deploys, publishesApart, publishJob } from './idiomatic/publish-job.ts';
import { settleIdle, settleOverridden } from './idle-values.ts';
import { branchConditions, prepareId } from './integrations/branch-condition.ts';
import { branchPatterns } from './integrations/branch-pattern.ts';
import { translateIntegrations } from './integrations/integrations.ts';
import {
  asksRuns,
  type Notifications,
  notificationJob,
  translateNotifications,
} from './integrations/notifications.ts';
import { type Command, readConfig, type ShippableConfig } from './keys/config.ts';
import { bootOnRunner } from './machine/boot-options.ts';
import { jobName, labelsOf, poolLabel, runsOn } from './machine/job-head.ts';
import { bootsLocalImage } from './machine/local-image.ts';
import { type Placement, placeRows } from './machine/machine.ts';
import { machineSteps } from './machine/machine-steps.ts';
import { axisVariables, type Evaluated, layoutMatrix } from './machine/matrix-layout.ts';
import { reportSteps } from './reports/reports.ts';
import { type SecretNames, secretNames } from './secrets/secret-names.ts';
import { placeSecrets } from './secrets/secure.ts';
import { comesAsVendorUser } from './services/mysql.ts';
import { translateServices } from './services/services.ts';
import { reportTraps } from './traps.ts';
import { translateTriggers } from './triggers.ts';

export function translateShippable(
  sources: ShippableSources,
  context: TranslationContext,
): Translation {
  const documents = [...(sources.templates === undefined ? [] : [sources.templates]), sources.main];
  const nothing: Translation = {
    system: 'shippable',
    sources: documents,
    workflows: [],
    documents: [],
    texts: [],
    secrets: [],
  };
  const config = readConfig(sources, context);
  if (config === undefined) return nothing;
  const { otherwise } = context;
  settleIdle(config, otherwise);
  settleOverridden(config, otherwise);
  const secrets = secretNames(context);

  const at: Place = { file: sources.main.file, start: 0, end: 0 };
  const all = variants(config);
  const made: MadeJob[] = [];
  for (const variant of all) {
    const run = { first: made.length === 0, others: all.length > 1 };
    made.push(...translateVariant(variant, at, run, secrets, context));
  }
  const jobs = withNotifications(made, context);
  const workflow: Workflow = {
    path: '.github/workflows/shippable.yml',
    header: [],
    on: translateTriggers(config, jobs, context),
    concurrency: mixedText`shippable-${expression`github.run_id`}`,
    jobs,
  };
  const short = withoutIdleInputs(workflow, context.repository);
  const workflows = [
    context.settings.style === 'idiomatic' ? idiomaticWorkflow(short, at, context) : short,
  ];
  return { ...nothing, workflows, secrets: secrets.all() };
}

type MadeJob = {
  readonly job: Job;
  /** What is published, where that is a job of its own. */
  readonly publish?: Job;
  /** What a last job tells, where the run has several. */
  readonly last?: Notifications & { readonly prepare: readonly Step[] };
};

function withNotifications(made: readonly MadeJob[], { settings }: TranslationContext): Job[] {
  const jobs = made.flatMap(({ job, publish }) => (publish === undefined ? [job] : [job, publish]));
  const last = made[0]?.last;
  if (last === undefined || last.steps.length === 0) return jobs;
  const read = new Set(
    last.steps.flatMap((step) =>
      step.kind === 'run' ? step.run.flatMap(({ text }) => [...variablesRead(text)]) : [],
    ),
  );
  const env = (jobs[0]?.env ?? []).filter(
    ({ name, value }) => read.has(name) && !shownText(value).includes('matrix.'),
  );
  const needs = jobs.map(({ id }) => id);
  return [...jobs, notificationJob(last, needs, env, last.prepare, settings.runner)];
}

/** Whether the job is the first of the run, and whether it has others. */
type Run = { readonly first: boolean; readonly others: boolean };

/** The jobs of a variant: one for each machine that its rows need, none where the excludes leave no row. */
function translateVariant(
  variant: Variant,
  at: Place,
  run: Run,
  secrets: SecretNames,
  context: TranslationContext,
): MadeJob[] {
  const { pools, pool } = variant;
  const language = chooseLanguage(variant.config, context);
  const { config, commands } = settlePullRequests(
    { config: variant.config, commands: settleCommands(variant.config, language, context) },
    context,
  );
  const all = allCommands(config, commands);
  const read = readEnvironment(config.keys.env, context);
  // One row is no choice: its variables are those of every job.
  const declared = config.keys.matrix === undefined ? withoutOnlyRow(read) : read;
  const built = buildMatrix(config, language, declared, context);
  const whole =
    context.settings.style === 'idiomatic' ? maintainMatrix(built, language, at, context) : built;
  const matrix = pools === undefined ? whole : onPools(whole, pools);
  if (matrix.rows.length === 0) {
    for (const leaf of pool === undefined ? [] : leavesOf(pool))
      context.otherwise('shadowed-key', leaf, 'the excludes leave no job on this pool');
    return [];
  }
  const readings = all.map(({ text }) => readCalls(text, context.repository));
  const needs = {
    container: all.some(({ text }) => variablesRead(text).has('SHIPPABLE_CONTAINER_NAME')),
    nvm: all.some(({ text }) => /\bnvm\.sh\b/.test(text)),
    unused:
      !usesLanguage(languageKey(language), readings) ||
      // Nobody wrote the language: what is opaque need not be of it.
      (config.keys.language === undefined &&
        !context.repository.paths.includes('Gemfile') &&
        !readings.some(({ calls }) => calls.some(({ word }) => isOf(language, word)))),
  };
  const placements = placeRows(config, language, matrix, needs, context);
  return placements.map((placement, index) =>
    translateJob(
      {
        id: `${variant.id}${placement.suffix}`,
        config,
        language,
        commands,
        declared,
        ...(needs.unused ? {} : { called: calledBy(readings) }),
        ...placement,
      },
      at,
      { first: run.first && index === 0, others: run.others || placements.length > 1 },
      secrets,
      context,
    ),
  );
}

function withoutOnlyRow(environment: Environment): Environment {
  const [only, ...others] = environment.rows;
  return only === undefined || others.length > 0
    ? environment
    : {
        global: [...environment.global, ...only.variables],
        secure: [...environment.secure, ...only.secure],
        rows: [],
      };
}

const isOf = (language: LanguageRow, word: string): boolean =>
  languagePrograms[languageKey(language)]?.has(word) === true;

const calledBy = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(readings.flatMap(({ calls }) => calls.map(({ word }) => word)));

type JobInput = Placement & {
  readonly id: string;
  readonly config: ShippableConfig;
  readonly language: LanguageRow;
  readonly commands: readonly Command[];
  /** As the file says it. */
  readonly declared: Environment;
  /** Programs that the commands call; absent where none is of the language. */
  readonly called?: ReadonlySet<string>;
};

function translateJob(
  input: JobInput,
  at: Place,
  run: Run,
  secrets: SecretNames,
  context: TranslationContext,
): MadeJob {
  const placed =
    input.machine.kind === 'runner' ? { ...input, ...environmentOnRunner(input, context) } : input;
  const parts = jobParts(placed, at, run, secrets, context);
  const { apart, alone, notifications, config, ofLast } = parts;
  const job = jobOf(parts, context);
  return {
    job,
    ...(apart
      ? { publish: publishJob(job, publishingSteps(parts, context), config, at, context) }
      : {}),
    ...(alone ? {} : { last: { ...notifications, prepare: prepareStep([], ofLast.input()) } }),
  };
}

/** What the commands of a job are on the machine that it gets. */
function adaptJob(input: JobInput, context: TranslationContext) {
  const { id, language, declared, machine, matrix } = input;
  const boots = machine.kind !== 'runner';
  const onRunner = boots ? undefined : bootOnRunner(input.config.boot, context);
  const environment: Environment = {
    ...declared,
    global: [...(onRunner?.variables ?? []), ...declared.global],
  };
  const onOwnImage = machine.kind === 'boot' || machine.kind === 'boot-name';
  const services = translateServices({
    config: input.config,
    onOwnImage,
    boots,
    environment,
    commands: allCommands(input.config, input.commands),
    context,
  });
  const adapted = adaptCommands(
    {
      id,
      config: input.config,
      commands: input.commands,
      language,
      isSetUp: input.called !== undefined && machine.kind === 'runner',
      machine,
      labels: labelsOf(matrix, context),
      matrix,
      variables: variablesOf(environment),
      services: [
        ...services.containers.map((container) => container.id),
        ...(services.mysql ? ['mysql'] : []),
      ],
    },
    context,
  );
  return { boots, onRunner, environment, services, ...adapted };
}

type AdaptedJob = ReturnType<typeof adaptJob>;

type JobParts = ReturnType<typeof jobParts>;

/** What a job does outside of itself: registries and keys, deployments, messages. */
function outsideParts(
  { config, commands, all, boots, matrix }: JobInput & AdaptedJob,
  at: Place,
  run: Run,
  secrets: SecretNames,
  context: TranslationContext,
) {
  const patterns = (node: ScalarNode): readonly string[] => branchPatterns(node, context);
  const branches = branchConditions(patterns);
  const ofLast = branchConditions(patterns);
  const integrations = translateIntegrations(
    { config, commands: all, inContainer: boots, branches, secrets },
    context,
  );
  const apart = publishesApart(config, commands, matrix.rows.length, at, context);
  const alone = !run.others && matrix.rows.length <= 1 && !apart;
  const notifications = translateNotifications(
    run.first ? integrations.notifications : [],
    {
      place: alone ? 'only-job' : 'last-job',
      secrets,
      branches: { start: branches, end: alone ? branches : ofLast },
    },
    context,
  );
  return { branches, ofLast, integrations, apart, alone, notifications };
}

/** The passes over a job, in their order, and what each made. */
function jobParts(
  input: JobInput,
  at: Place,
  run: Run,
  secrets: SecretNames,
  context: TranslationContext,
) {
  const { language, declared, machine, matrix } = input;
  const adapted = adaptJob(input, context);
  const { boots, environment, services, config, commands, all } = adapted;
  const outside = outsideParts({ ...input, ...adapted }, at, run, secrets, context);
  const { apart, integrations, branches } = outside;
  const predefined = predefinedVariables(
    {
      config,
      commands: all,
      texts: shellTexts(config, environment, integrations.notifications),
      matrix,
      own: ownNames(environment),
      boots,
    },
    context,
  );
  const placed = placeSecrets(
    { config, environment, commands: all, predefined, matrix },
    secrets,
    context,
  );
  const layout = layoutMatrix(matrix, environment, language, input.spell, (pool) =>
    poolLabel(pool, context.settings),
  );
  const cache = translateCache(config, boots, context);
  const checkout = translateCheckout(
    config,
    all,
    predefined.computed.length > 0,
    adapted.redirectsGit,
    context,
  );
  reportImageNames(config, all, declared, context);
  reportRefusedImages(all, context);
  reportOldClients(all, context, { boot: config.boot, declared });
  reportTraps(
    {
      config,
      commands,
      integrations,
      machine,
      variables: declared.global,
      publishesPushesOnly: apart && deploys(config),
    },
    context,
  );

  const sections = sectionSteps({
    // A deployment that is a job of its own is none of pull requests.
    config: apart && deploys(config) ? config : settlePush(config, context),
    commands,
    evaluated:
      matrix.hasPools && predefined.read.has(architecture)
        ? withArchitecture(layout.evaluated)
        : layout.evaluated,
    placed,
    boots,
    context,
    hasKeys: integrations.keys.length > 0,
    goPath: needsGoPath(language, matrix, context),
    mysql: services.mysql,
    vendorUser: services.mysql && usesVendorUser(config, environment, context),
  });
  const setup = machineSteps.setup({ ...input, ...adapted }, context);
  const madeBefore = bootsLocalImage(config, context);
  const boot = machineSteps.boot(machine, services, madeBefore, config);
  return {
    ...input,
    ...adapted,
    ...outside,
    ...{ predefined, layout, cache, checkout, sections, setup, boot },
    compose: composeVariables(all, boots, context),
    node: nodeParts({ ...input, ...adapted }, context),
    prepared: prepareStep(predefined.computed, branches.input()),
  };
}

/** Variables for a Node.js that a step sets up, by its version and what the commands call. */
function nodeParts(
  { language, called, boots, matrix, all, environment, config }: JobInput & AdaptedJob,
  context: TranslationContext,
) {
  if (language !== languages.node_js || called === undefined || boots) return [];
  return nodeVariables(
    {
      versions: setUpVersions(language, { matrix, context }),
      calls: all.flatMap(({ text }) => readCalls(text, context.repository).calls),
      variables: variablesOf(environment),
      at: config.keys.language,
    },
    context,
  );
}

/** Whether a client of the older format's MySQL may come as the user that Shippable's image had. */
const usesVendorUser = (
  { oldScript }: ShippableConfig,
  environment: Environment,
  { repository }: TranslationContext,
): boolean => oldScript !== undefined && comesAsVendorUser(variablesOf(environment), repository);

/** Of the job, and of all rows of its matrix. */
const variablesOf = ({ global, rows }: Environment): readonly Variable[] => [
  ...global,
  ...rows.flatMap(({ variables }) => variables),
];

/** Conditions need nothing, and should be known if anything fails; variables may need the history. */
const preparesFirst = ({ predefined }: JobParts): boolean => predefined.computed.length === 0;

const loginOf = ({ integrations: { login } }: JobParts): Step[] =>
  login === undefined ? [] : [login];

/** The checkout, and what commands need that run on the machine itself. */
function readySteps(parts: JobParts, languages: readonly Step[]): Step[] {
  return [
    ...parts.checkout.steps,
    ...(parts.onRunner?.steps ?? []),
    ...languages,
    ...parts.forRunner,
    ...(preparesFirst(parts) ? [] : parts.prepared),
  ];
}

function jobSteps(parts: JobParts, { line }: TranslationContext): Step[] {
  const { apart, alone, boots, config, integrations, notifications, sections, cache } = parts;
  return [
    ...(preparesFirst(parts) ? parts.prepared : []),
    ...parts.services.start,
    ...readySteps(parts, parts.setup),
    ...(line?.start ?? []),
    ...notifications.start,
    // Tests that call no docker stay green without the credentials.
    ...(apart && !boots && config.sections.preCi.length === 0 ? [] : loginOf(parts)),
    ...(boots ? [] : integrations.keys),
    ...sections.environment,
    ...sections.preCi,
    ...parts.boot,
    ...parts.forImage,
    ...(boots ? integrations.keys : []),
    ...cache.restore,
    ...sections.main,
    ...sections.hooks,
    ...cache.save,
    ...reportSteps(config, parts.all, parts.environment, parts.matrix),
    ...integrations.deploys,
    ...(apart ? [] : sections.push),
    ...(alone ? notifications.steps : []),
    ...(line?.end ?? []),
  ];
}

/** The steps of a job that publishes alone, after the tests. */
function publishingSteps(parts: JobParts, context: TranslationContext): Step[] {
  const { language, config, setup, integrations, sections } = parts;
  return [
    ...(preparesFirst(parts) ? parts.prepared : []),
    ...readySteps(parts, publishesWith(language, config, context) ? setup : []),
    ...loginOf(parts),
    ...integrations.keys,
    ...sections.environment,
    ...sections.preCi,
    ...sections.push,
  ];
}

function jobEnvironment({
  predefined,
  matrix,
  machine,
  language,
  services,
  compose,
  node,
  layout,
}: JobParts): Field[] {
  return lastOfEach([
    // Pools differ in their processors, so only the machine itself can tell.
    ...predefined.job.filter(({ name }) => !(matrix.hasPools && name === architecture)),
    ...(machine.kind === 'runner' || machine.kind === 'official' ? (language.env ?? []) : []),
    ...services.client,
    ...compose,
    ...node,
    ...axisVariables(matrix),
    ...layout.env,
  ]);
}

function jobOf(parts: JobParts, context: TranslationContext): Job {
  const { language, config, matrix, checkout, alone, notifications, services } = parts;
  const { rows, title } = parts.layout;
  const env = jobEnvironment(parts);
  return {
    id: parts.id,
    name: jobName(matrix, language, rows === undefined ? undefined : title, parts.isPart),
    runsOn: runsOn(matrix, context),
    timeoutMinutes: 60,
    ...(matrix.hasAllowed
      ? { continueOnError: rows === undefined ? (true as const) : matrixValue('allow_failure') }
      : {}),
    permissions: [
      checkout.pushes
        ? { scope: 'contents', access: 'write', reason: 'A command pushes to the repository' }
        : { scope: 'contents', access: 'read' },
      ...(alone && notifications.asksPrevious ? [asksRuns] : []),
    ],
    ...defined({ matrix: rows }),
    ...defined({ services: filled(services.containers) }),
    ...(context.line?.outputs.length ? { outputs: context.line.outputs } : {}),
    ...defined({ env: filled(env) }),
    steps: jobSteps(parts, context),
    from: [...matrix.from, ...(config.keys.language === undefined ? [] : [config.keys.language])],
  };
}

/** Whether what is published needs the language. */
const publishesWith = (
  language: LanguageRow,
  { sections }: ShippableConfig,
  { repository }: TranslationContext,
): boolean =>
  usesLanguage(
    languageKey(language),
    [...sections.preCi, ...sections.push].map(({ text }) => readCalls(text, repository)),
  );

/** Shell text outside of commands that may read variables. */
function shellTexts(
  config: ShippableConfig,
  environment: Environment,
  notifications: readonly SourceNode[],
): string[] {
  const variables = [...environment.global, ...environment.rows.flatMap((row) => row.variables)];
  const boot = config.boot;
  return [
    ...variables.map(({ source }) => source),
    ...[
      boot?.image_name?.text,
      boot?.image_tag?.text,
      boot?.options?.text,
      ...(boot?.env ?? []).map(({ text }) => text),
    ].flatMap((text) => text ?? []),
    ...config.cacheFolders.map(({ text }) => text),
    ...[config.keys.integrations, config.keys.integration]
      .flatMap((family) => family?.deploy ?? [])
      .flatMap((item) => leavesOf(item).map(textOfLeaf)),
    ...notifications.flatMap((item) => {
      const payload = valueAt(item, 'payload');
      return payload === undefined ? [] : leavesOf(payload).map(textOfLeaf);
    }),
  ];
}

const textOfLeaf = (node: SourceNode): string => (node.kind === 'scalar' ? node.text : '');

const ownNames = (environment: Environment): ReadonlySet<string> =>
  new Set(
    [...environment.global, ...environment.rows.flatMap((row) => row.variables)].map(
      ({ name }) => name,
    ),
  );

function prepareStep(names: readonly string[], conditions: Traced | undefined): Step[] {
  const does = [
    ...(names.length === 0 ? [] : ['set the variables of Shippable']),
    ...(conditions === undefined ? [] : ['decide conditions']),
  ].join(' and ');
  if (does === '') return [];
  return [
    {
      kind: 'own',
      action: 'prepare',
      name: does.charAt(0).toUpperCase() + does.slice(1),
      ...(conditions === undefined ? {} : { id: prepareId }),
      with: [
        ...(names.length === 0 ? [] : [{ name: 'variables' as const, value: names.join(' ') }]),
        ...(conditions === undefined ? [] : [{ name: 'conditions' as const, value: conditions }]),
      ],
    },
  ];
}

const architecture = 'SHIPPABLE_NODE_ARCHITECTURE';

const withArchitecture = ({ lines, names }: Evaluated): Evaluated => ({
  lines: [{ text: `export ${architecture}="$(uname -m)"`, from: [] }, ...lines],
  names: [architecture, ...names],
});

/** Go found packages by their place below GOPATH until modules became the rule. */
function needsGoPath(language: LanguageRow, matrix: Matrix, context: TranslationContext): boolean {
  const { repository } = context;
  if (language !== languages.go || repository.paths.includes('go.mod')) return false;
  const versions = matrix.rows.map(
    (row) => row.cells.get('go')?.text ?? language.defaultVersion ?? '',
  );
  return versions.some((version) =>
    /^1\.(?:\d|1[0-5]|21)(?:\.\d+)?$/.test(chooseGo(version, repository).spelled),
  );
}

/** One field a name: the last of each counts, in the place of the first. */
function lastOfEach(fields: readonly Field[]): Field[] {
  const last = new Map(fields.map((field) => [field.name, field]));
  return [...last.values()];
}
