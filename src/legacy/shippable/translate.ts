// Shippable CI: one file becomes one workflow with one job. The passes stand here in their order; each has
// a file of its own.

import type { ShippableSources } from '../../convert/sources.ts';
import type { Text } from '../../output/tree.ts';
import { variablesRead } from '../../shell/variables.ts';
import { leavesOf, type SourceNode, valueAt } from '../../source/node.ts';
import type { Field, Job, Step } from '../../workflow/model.ts';
import type { CompanionText, Translation, TranslationContext } from '../translation.ts';
import { translateCache } from './cache.ts';
import { translateCheckout } from './checkout.ts';
import { moveTemplates } from './companion.ts';
import { type Command, overrideSections, readConfig, type ShippableConfig } from './config.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { translateIntegrations } from './integrations.ts';
import { defaultCommands, type LanguageRow, languageName, languages } from './languages.ts';
import { chooseMachine } from './machine.ts';
import { buildMatrix, type Matrix } from './matrix.ts';
import { axisVariables, type Evaluated, layoutMatrix } from './matrix-layout.ts';
import { translateNotifications } from './notifications.ts';
import { predefinedVariables } from './predefined.ts';
import { reportSteps } from './reports.ts';
import { type SecretNames, secretNames } from './secret-names.ts';
import { placeSecrets } from './secure.ts';
import { translateServices } from './services.ts';
import { machineSteps, sectionSteps } from './steps.ts';
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
  const { report, otherwise } = context;
  settleIdle(config, otherwise);
  settleOverridden(config, otherwise);
  const secrets = secretNames(context.settings, (wanted, given, at) => {
    if (at !== undefined)
      report('secret-renamed', at, `the secret \`${wanted}\` has to be called \`${given}\``);
  });

  const jobs = variants(config).map(({ id, config: own }) =>
    translateJob(id, own, secrets, context),
  );
  const texts: CompanionText[] = [];
  const workflow = moveTemplates(
    {
      path: '.github/workflows/shippable.yml',
      header: [],
      name: 'Shippable',
      on: translateTriggers(config, context),
      concurrency: 'shippable-${{ github.run_id }}',
      shell: 'bash --noprofile --norc -e {0}',
      jobs,
    },
    texts,
  );
  return { ...nothing, workflows: [workflow], texts, secrets: secrets.all() };
}

/** One job. A node pool with a `build` of its own is a job of its own. */
function translateJob(
  id: string,
  config: ShippableConfig,
  secrets: SecretNames,
  context: TranslationContext,
): Job {
  const language = chooseLanguage(config, context);
  const commands = settleCommands(config, language, context);
  const all = allCommands(config, commands);
  const environment = readEnvironment(config.keys.env, context);
  const matrix = buildMatrix(config, language, environment, context);
  const needsContainer = all.some(({ text }) =>
    variablesRead(text).has('SHIPPABLE_CONTAINER_NAME'),
  );
  const nvm = all.some(({ text }) => /\bnvm\.sh\b/.test(text));
  const machine = chooseMachine(
    config,
    language,
    matrix,
    { container: needsContainer, nvm },
    context,
  );
  const boots = machine.kind !== 'runner';
  const onOwnImage = machine.kind === 'boot' || machine.kind === 'boot-name';
  const services = translateServices(config, onOwnImage, context);
  const integrations = translateIntegrations(config, all, boots, secrets, context);
  const notifications = translateNotifications(integrations.notifications, secrets, context);
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
  const placed = placeSecrets({ config, environment, commands: all, predefined }, secrets, context);
  const {
    rows,
    env: matrixEnv,
    evaluated,
    title,
  } = layoutMatrix(matrix, environment, language, (pool) => poolLabel(pool, context.settings));
  const cache = translateCache(config, boots, context);
  const checkout = translateCheckout(config, all, context);
  reportTraps({ config, commands, integrations, machine }, context);

  const sections = sectionSteps({
    config,
    commands,
    evaluated:
      matrix.hasPools && predefined.read.has(architecture)
        ? withArchitecture(evaluated)
        : evaluated,
    placed,
    boots,
    context,
    jobState: predefined.read.has('JOB_STATE'),
    hasKeys: integrations.keys.length > 0,
    goPath: needsGoPath(language, matrix, context),
    mysql: services.containers.some(({ id }) => id === 'mysql'),
  });
  const setup = machineSteps.setup(machine, language, matrix, config, context);
  const boot = machineSteps.boot(machine, services.containers.length > 0, config.keys.language);
  const steps: Step[] = [
    ...checkout.steps,
    ...setup,
    ...prepareStep(predefined.computed),
    ...notifications.start,
    ...(integrations.login === undefined ? [] : [integrations.login]),
    ...(boots ? [] : integrations.keys),
    ...sections.environment,
    ...sections.preCi,
    ...boot,
    ...(boots ? integrations.keys : []),
    ...cache.restore,
    ...sections.main,
    ...sections.hooks,
    ...cache.save,
    ...reportSteps(config, all, environment, matrix),
    ...sections.push,
    ...notifications.steps,
  ];
  const env: Field[] = [
    // Pools differ in their processors, so only the machine itself can tell.
    ...predefined.job.filter(({ name }) => !(matrix.hasPools && name === architecture)),
    ...(machine.kind === 'runner' || machine.kind === 'official' ? (language.env ?? []) : []),
    ...services.client,
    ...axisVariables(matrix),
    ...matrixEnv,
  ];
  return {
    id,
    name: jobName(matrix, language, rows === undefined ? undefined : title),
    runsOn: runsOn(matrix, context),
    timeoutMinutes: 60,
    ...(matrix.hasAllowed ? { continueOnError: '${{ matrix.allow_failure }}' } : {}),
    permissions: [
      checkout.pushes
        ? { scope: 'contents', access: 'write', reason: 'A command pushes to the repository' }
        : { scope: 'contents', access: 'read' },
      ...(notifications.asksPrevious
        ? [
            {
              scope: 'actions',
              access: 'read' as const,
              reason: 'To ask how the previous run ended',
            },
          ]
        : []),
    ],
    ...(rows === undefined ? {} : { matrix: rows }),
    ...(services.containers.length > 0 ? { services: services.containers } : {}),
    ...(env.length > 0 ? { env: firstOfEach(env) } : {}),
    steps,
    from: [...matrix.from, ...(config.keys.language === undefined ? [] : [config.keys.language])],
  };
}

type Variant = { readonly id: string; readonly config: ShippableConfig };

/** The pools that share `build`, and each pool that overrides it, key by key (shippable.md 2.6). */
function variants(config: ShippableConfig): Variant[] {
  const pools = config.keys.runtime ?? [];
  const own = pools.filter(({ build }) => build !== undefined);
  if (own.length === 0) return [{ id: 'ci', config }];
  const shared = pools.filter(({ build }) => build === undefined);
  const sharing = (runtime: typeof pools): ShippableConfig => ({
    ...config,
    keys: { ...config.keys, runtime },
  });
  return [
    ...(shared.length > 0 ? [{ id: 'ci', config: sharing(shared) }] : []),
    ...own.map((pool, index) => ({
      id: `ci-${(pool.nodePool?.text ?? String(index)).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      config: overrideSections(sharing([pool]), pool.build),
    })),
  ];
}

function chooseLanguage(config: ShippableConfig, { report }: TranslationContext): LanguageRow {
  const node = config.keys.language;
  if (node === undefined) {
    report(
      'missing-language',
      { file: config.root.file, start: config.root.start, end: config.root.start },
      'the file names no `language`, which meant Ruby on Shippable',
      'if the project has no Ruby, add `language: none` and convert again',
    );
    return languages.ruby;
  }
  const name = languageName(node.text);
  if (name !== undefined) return languages[name];
  report(
    'unknown-language',
    node,
    `\`${node.text}\` is no language that Shippable knew`,
    `use one of ${Object.keys(languages).join(', ')}`,
  );
  return languages.none;
}

/** Values that count only together with others, which this file may not have. */
function settleIdle({ keys }: ShippableConfig, otherwise: TranslationContext['otherwise']): void {
  if (keys.bundler_args !== undefined) {
    otherwise(
      'ignored-without',
      keys.bundler_args,
      '`bundler_args` had an effect on the default `bundle install` only',
    );
  }
  if (keys.archive !== undefined) {
    otherwise('default-value', keys.archive.node, 'nothing is kept unless a step uploads it');
  }
}

/** What every node pool replaces is read by none. */
function settleOverridden(
  { keys, sections, oldScript, boot, buildImage, cacheFolders }: ShippableConfig,
  otherwise: TranslationContext['otherwise'],
): void {
  if ((keys.runtime ?? []).every((pool) => pool.build === undefined)) return;
  const commands: Command[] = [sections, oldScript].flatMap((part) =>
    part === undefined ? [] : Object.values(part).flat(),
  );
  const nodes = [
    ...commands.flatMap(({ from }) => from),
    ...cacheFolders,
    ...(boot === undefined ? [] : [boot.node]),
    ...(buildImage === undefined ? [] : [buildImage]),
  ];
  for (const node of nodes) {
    otherwise('shadowed-key', node, 'every node pool replaces this by a `build` of its own');
  }
}

/** The commands of `ci`: as given, or joined from the older keys, or the language's own. */
function settleCommands(
  config: ShippableConfig,
  language: LanguageRow,
  context: TranslationContext,
): readonly Command[] {
  const { sections, oldScript, keys } = config;
  if (sections.ci !== undefined) return sections.ci;
  const from = keys.language === undefined ? [] : [keys.language];
  const defaults = defaultCommands(language, context.repository, from, keys.gemfile !== undefined);
  // Without a language the defaults were Ruby's; where no Gemfile is known they could only fail.
  const known = keys.language !== undefined || context.repository.paths.includes('Gemfile');
  const install = known ? withBundlerArgs(defaults.install, config) : [];
  const test = known ? defaults.test : [];
  if (oldScript === undefined) return [...install, ...test];
  return [
    ...oldScript.beforeInstall,
    ...(oldScript.install ?? install),
    ...oldScript.beforeScript,
    ...(oldScript.script ?? test),
  ];
}

function withBundlerArgs(
  commands: readonly Command[],
  { keys }: ShippableConfig,
): readonly Command[] {
  const args = keys.bundler_args;
  if (args === undefined) return commands;
  return commands.map((command) =>
    command.text.includes('bundle install')
      ? { ...command, text: `${command.text} ${args.text}`, from: [...command.from, args] }
      : command,
  );
}

function allCommands({ sections }: ShippableConfig, ci: readonly Command[]): Command[] {
  return [
    ...sections.preCi,
    ...ci,
    ...sections.postCi,
    ...sections.onSuccess,
    ...sections.onFailure,
    ...sections.always,
    ...sections.push,
  ];
}

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

function prepareStep(names: readonly string[]): Step[] {
  if (names.length === 0) return [];
  return [
    {
      kind: 'own',
      action: 'prepare',
      name: 'Set the variables of Shippable',
      with: [{ name: 'variables', value: names.join(' ') }],
    },
  ];
}

const architecture = 'SHIPPABLE_NODE_ARCHITECTURE';

const withArchitecture = ({ lines, names }: Evaluated): Evaluated => ({
  lines: [{ text: `export ${architecture}="$(uname -m)"`, from: [] }, ...lines],
  names: [architecture, ...names],
});

/** Go found packages by their place below GOPATH until modules became the rule. */
function needsGoPath(
  language: LanguageRow,
  matrix: Matrix,
  { repository }: TranslationContext,
): boolean {
  if (language !== languages.go || repository.paths.includes('go.mod')) return false;
  const versions = matrix.rows.map(
    (row) => row.cells.get('go')?.text ?? language.defaultVersion ?? '',
  );
  return versions.some((version) => /^(?:go)?1\.(?:\d|1[0-5])(?:\.|$)/.test(version));
}

function jobName(
  matrix: Matrix,
  language: LanguageRow,
  title: readonly string[] | undefined,
): Text {
  const only = matrix.rows[0];
  if (title === undefined)
    return only?.pool === undefined
      ? 'CI'
      : { text: `CI on ${only.pool.text}`, from: only.pool.from };
  const parts = [
    ...matrix.axes.map((axis) =>
      axis === language.versionKey && matrix.axes.length === 1
        ? `${language.title} \${{ matrix.${axis} }}`
        : `\${{ matrix.${axis} }}`,
    ),
    ...(matrix.hasPools ? ['${{ matrix.pool }}'] : []),
    ...title.map((column) => `\${{ matrix.${column} }}`),
  ];
  return parts.length === 0 ? 'CI' : `CI (${parts.join(', ')})`;
}

/** `runs-on`: one label for all rows, or a cell of the matrix where pools differ. */
function runsOn(matrix: Matrix, { settings, report }: TranslationContext): Text {
  const labels = new Set<string>();
  for (const row of matrix.rows) {
    const { pool } = row;
    if (pool === undefined) {
      labels.add(settings.runner);
      continue;
    }
    const label = poolLabel(pool.text, settings);
    labels.add(label);
    const [node] = pool.from;
    if (node !== undefined && settings.nodePools[pool.text] === undefined) {
      report(
        'node-pool',
        node,
        `nothing says what machines the pool \`${pool.text}\` has; the job runs on \`${label}\``,
        'name the runner in `.github/transship.yml` under `node-pools`',
      );
    }
  }
  if (labels.size <= 1) return [...labels][0] ?? settings.runner;
  return '${{ matrix.runner }}';
}

export function poolLabel(pool: string, settings: TranslationContext['settings']): string {
  const mapped = settings.nodePools[pool];
  if (mapped !== undefined) return mapped;
  if (/windows|win\d/i.test(pool)) return 'windows-latest';
  if (/mac|osx/i.test(pool)) return 'macos-latest';
  if (/aarch64|arm64/i.test(pool)) return 'ubuntu-24.04-arm';
  return settings.runner;
}

function firstOfEach(fields: readonly Field[]): Field[] {
  const last = new Map(fields.map((field) => [field.name, field]));
  return [...last.values()];
}
