// A job that runs scripts: lay out, check out, run, collect.

import { anyOf, type Expression, expression, property } from '../../../expression/expression.ts';
import { shownText, type Text } from '../../../expression/text.ts';
import { lastOfEach } from '../../../ground/each-once.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { readCalls } from '../../../machine/calls.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { type Line, type Traced, traced } from '../../../output/tree.ts';
import { commandWords } from '../../../shell/commands.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { plainShell } from '../../../workflow/default-shell.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { mayReadHistory } from '../../shippable/checkout/history.ts';
import { poolLabel } from '../../shippable/machine/job-head.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import { utilityLines } from '../../shippable/scripts/utilities.ts';
import { secret } from '../../shippable/secrets/secret-names.ts';
import type { TranslationContext } from '../../translation.ts';
import { fieldOf, sourceName, textField } from '../files/definition.ts';
import type { LineJob, LineResource } from '../files/model.ts';
import type { OwnRepository } from '../files/own-repository.ts';
import type { JobNode } from '../graph/graph.ts';
import { cliConfigs, loginSteps } from './cli-logins.ts';
import { block, inEntry, outEntry } from './entries.ts';
import { type JobSecrets, jobSecrets, secretOf, taskVariableValues } from './line-secrets.ts';
import { type NoticeParts, notices } from './notify.ts';
import { reportSecretVersions } from './pitfalls.ts';
import { powershellScript, runsPowershell } from './powershell-task.ts';
import { plainCommands, taskCommands } from './task-commands.ts';
import { taskScript } from './task-script.ts';

const startId = 'start';
const endId = 'end';

/** The word that tells later jobs of a new version: job outputs that hold a part of a secret are dropped. */
export const newVersion = 'line-new-version';

/** All commands of a job. */
const commandsOf = (job: LineJob | undefined) =>
  job === undefined
    ? []
    : [
        ...job.tasks.flatMap(({ script }) => script),
        ...Object.values(job.hooks).flatMap((hook) => hook?.script ?? []),
      ];

export type JobParts = NoticeParts & {
  readonly own: OwnRepository;
  readonly resources: readonly LineResource[];
  /** Whether people can pin versions. */
  readonly pins: boolean;
  /** Whether a job before it looked for commits of other repositories. */
  readonly watches?: boolean;
};

const lines = (parts: readonly (readonly Line[])[]): Traced | undefined => {
  const all = parts.flat();
  return all.length === 0 ? undefined : block(all);
};

/** Whether files of the job's state, or of a `state`, are read or written: they may be encrypted. */
function keepsState(node: JobNode, commands: readonly ScalarNode[]): boolean {
  const hasState = [...node.inputs, ...node.outputs].some(
    (one) => one.kind === 'resource' && one.resource.type === 'state',
  );
  return (
    hasState ||
    commands.some(({ text }) =>
      /copy_file_(?:to_state|from_prev_state)|refresh_file_to_state|JOB_(?:PREVIOUS_)?STATE\}?(?!["']?\/[^/\s]*\.env)|\/build\/(?:state|previousState)\/(?!\S*\.env)/.test(
        text,
      ),
    )
  );
}

const keyInput = (node: JobNode, commands: readonly ScalarNode[]) =>
  keepsState(node, commands)
    ? [{ name: 'key' as const, value: expression`secrets.ASSEMBLY_LINE_KEY` }]
    : [];

/** What the job `watch` found, in the form of pins. */
const foundCommits = expression`needs.watch.outputs.commits`;

const noSecrets: JobSecrets = { env: [], lines: () => [] };

/** A name that stands twice is one folder: the last one counts, as it did in the old list of dependencies. */
const eachNameOnce = <T extends { readonly step: { readonly name: string } }>(
  steps: readonly T[],
): readonly T[] => lastOfEach(steps, ({ step }) => step.name);

/** The step that lays out what the job takes in. */
export function startStep(
  node: JobNode,
  { own, pins, watches, context }: JobParts,
  { lines: of }: JobSecrets = noSecrets,
  more: {
    readonly in?: readonly Line[];
    readonly out?: readonly Line[];
    /** Commands of CI, which no job of these files holds. */
    readonly commands?: readonly ScalarNode[];
  } = {},
): Step {
  const { job } = node;
  const commands = more.commands ?? commandsOf(job);
  const seen = new Set<string>();
  /** Fields are said where the name stands first. */
  const once = (name: string): readonly Line[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    return of(name);
  };
  // Where it is only guessed, the checkout names the repository, and the run looks whether it is its own.
  const ownLine = (input: JobNode['inputs'][number]): readonly Line[] =>
    input.kind === 'resource' &&
    input.resource.type === 'gitRepo' &&
    isSurelyOwn(input.resource, own)
      ? [traced('  own: true')]
      : [];
  const ofLine = (input: JobNode['inputs'][number]): readonly Line[] =>
    input.kind === 'resource' && input.of !== undefined
      ? [traced(`  of: ${writeScalar(input.of)}`)]
      : [];
  const readsVersion = versionReader(job, commands);
  const versionedLine = (input: JobNode['inputs'][number]): readonly Line[] =>
    input.kind === 'elsewhere' && readsVersion(input.name) ? [traced('  versioned: true')] : [];
  const ins = lines([
    ...eachNameOnce(node.inputs).map((input) =>
      inEntry(input, (name) => [
        ...ownLine(input),
        ...ofLine(input),
        ...versionedLine(input),
        ...once(name),
      ]),
    ),
    more.in ?? [],
  ]);
  const outs = lines([
    ...eachNameOnce(node.outputs).map((output) => outEntry(output, once)),
    more.out ?? [],
  ]);
  const names = job?.keys.integrations ?? [];
  const integrations = lines(
    names.map((name) => [traced(`- name: ${writeScalar(name.text)}`, name), ...of(name.text)]),
  );
  // The folder of the state has a variable, which takes its place.
  const usesBuild = commands.some(({ text }) => /(?<![\w.$}/-])\/build\b(?!\/state\b)/.test(text));
  return {
    kind: 'own',
    action: 'line-start',
    name: 'Resources of the job',
    id: startId,
    with: [
      { name: 'job', value: job === undefined ? node.name : traced(job.name, job.named) },
      { name: 'type', value: typeText(node) },
      ...(ins === undefined ? [] : [{ name: 'in' as const, value: ins }]),
      ...(outs === undefined ? [] : [{ name: 'out' as const, value: outs }]),
      ...(integrations === undefined
        ? []
        : [{ name: 'integrations' as const, value: integrations }]),
      ...(pins
        ? [
            {
              name: 'pin' as const,
              value: watches ? expression`inputs.pin || ${foundCommits}` : expression`inputs.pin`,
            },
          ]
        : []),
      ...(countsBuilds(node, commands, context)
        ? [
            {
              name: 'build-number-offset' as const,
              value: expression`vars.BUILD_NUMBER_OFFSET`,
            },
          ]
        : []),
      ...(node.inputs.some((one) => one.kind === 'resource' && one.resource.type === 'params')
        ? [{ name: 'variables' as const, value: expression`toJSON(vars)` }]
        : []),
      ...(usesBuild ? [{ name: 'build-link' as const, value: 'true', raw: true as const }] : []),
      ...keyInput(node, commands),
    ],
  };
}

/** Whether commands read the version of a resource: by its variable, or by `shipctl` with its name or a variable that holds it. */
function versionReader(
  job: LineJob | undefined,
  commands: readonly ScalarNode[],
): (name: string) => boolean {
  const values = taskVariableValues(job);
  const names = new Set(
    commands.flatMap(({ text }) =>
      text.includes('get_resource_version_')
        ? commandWords(text).flatMap(({ word, rest }) => {
            const [call = '', target = '', key = ''] = rest.map((one) => one.replace(/["']/g, ''));
            if (word !== 'shipctl' || !/^get_resource_version_(?:name|number|key)$/.test(call))
              return [];
            if (call.endsWith('_key') && key !== 'versionName') return [];
            const variable = /^\$\{?(\w+)\}?$/.exec(target)?.[1];
            return variable === undefined ? [target] : (values.get(variable) ?? []);
          })
        : [],
    ),
  );
  return (name) =>
    names.has(name) ||
    commands.some(({ text }) =>
      new RegExp(`\\$\\{?${integrationPrefix(name)}_VERSIONNAME\\b`).test(text),
    );
}

/** Whether numbers of builds may become versions, which then must not begin again. */
function countsBuilds(
  { role, outputs, alsoWrites }: JobNode,
  commands: readonly ScalarNode[],
  { report }: TranslationContext,
): boolean {
  if (role !== 'script' && role !== 'ci') return false;
  const reader = commands.find(({ text }) => /\bBUILD_NUMBER\b/.test(text));
  if (reader !== undefined)
    report(
      'line-build-number',
      reader,
      '`BUILD_NUMBER` counts from 1 again: a tag that repeats an old one is not a new version',
      '`gh variable set BUILD_NUMBER_OFFSET --body NUMBER`, with the number of the last build on Shippable',
    );
  return (
    reader !== undefined ||
    alsoWrites !== undefined ||
    outputs.some((output) => output.kind === 'resource' && output.resource.type !== 'state')
  );
}

function typeText({ job }: JobNode): Text {
  if (job === undefined) return 'runCI';
  return job.keys.type === undefined ? job.type : traced(job.type, job.keys.type);
}

/** Runs after a failure, too: what a job made is looked at either way. */
export const endStep = (
  node: JobNode,
  commands: readonly ScalarNode[] = commandsOf(node.job),
): Step => ({
  kind: 'own',
  action: 'line-end',
  name: 'New versions',
  id: endId,
  if: expression`!cancelled()`,
  with: keyInput(node, commands),
});

/** Outputs for the resources that some job waits for. */
export const versionOutputs = (keys: ReadonlyMap<string, string>, step = endId): readonly Field[] =>
  [...keys].map(([resource, key]) => ({
    name: key,
    value: expression`contains(${property(expression`steps`, step)}.outputs.new, ${`"${resource}"`}) && ${newVersion} || ''`,
  }));

export function scriptSteps(node: JobNode, parts: JobParts): readonly Step[] {
  const { job } = node;
  if (job === undefined) return [];
  const { context } = parts;
  const checkouts = node.inputs.flatMap((input) =>
    input.kind === 'resource' && input.resource.type === 'gitRepo'
      ? checkoutSteps(input.resource, commandsOf(job), false, parts)
      : [],
  );
  const tasks = job.tasks.filter(({ script }) => script.length > 0);
  const image = tasks.map((task) => task.keys?.runtime?.options?.imageName).find(isGiven);
  const terraform = terraformSteps(job, image !== undefined, context);
  const isPowershell = runsPowershell(job, context);
  const label = shownText(runnerOf(job, context));
  const commands = isPowershell
    ? plainCommands(job)
    : taskCommands(
        job,
        label,
        image !== undefined,
        new Set([
          ...(terraform.length > 0 ? ['terraform'] : []),
          ...cliConfigs(node).flatMap(({ resource }) =>
            parts.kinds.ofResource(resource)?.id === 'artifactoryKey' ? ['jfrog'] : [],
          ),
        ]),
        context,
      );
  const secrets = jobSecrets(node, job, commandsOf(job), parts);
  reportSecretVersions(
    commandsOf(job),
    secrets.env.map(({ name }) => name),
    context,
  );
  const told = notices(job, parts.resources, parts);
  const logins = loginSteps(node, parts);
  // Where nothing runs after a failure, a login that fails ends the job by itself.
  const asksLogin =
    !isPowershell &&
    logins.length > 0 &&
    commands.hooks.on_failure.length + commands.hooks.always.length > 0;
  const loginIds = logins.map((_, index) => (index === 0 ? 'login' : `login-${index + 1}`));
  const failed = anyOf(
    loginIds.map((id) => expression`${property(expression`steps`, id)}.outcome == 'failure'`),
  );
  const login: readonly Field[] =
    asksLogin && failed !== undefined
      ? [{ name: 'LINE_LOGIN', value: expression`(${failed}) && 'failure' || 'success'` }]
      : [];
  return [
    startStep(node, parts, secrets, { in: told.lines }),
    ...told.start,
    ...checkouts,
    ...terraform,
    ...commands.install,
    ...(asksLogin
      ? logins.map(
          (step, index): Step =>
            step.kind === 'parallel'
              ? step
              : { ...step, id: loginIds[index] ?? 'login', continueOnError: true },
        )
      : logins),
    ...tasks.flatMap((task, index): readonly Step[] => {
      const options = task.keys?.runtime?.options;
      const boots = options?.imageName !== undefined;
      settleIdleOptions(task, context);
      const items = commands.tasks.get(task) ?? [];
      const isLast = index === tasks.length - 1;
      const used = [...items, ...Object.values(commands.hooks).flat()];
      const env = [...taskVariables(options?.env), ...login, ...secrets.env];
      return [
        ...(boots ? [bootStep(options), ...commands.installInside] : []),
        {
          kind: 'run',
          name:
            task.keys?.name === undefined
              ? tasks.length > 1
                ? `TASK ${index + 1}`
                : 'TASK'
              : traced(task.keys.name.text, task.keys.name),
          shell: boots ? 'boot {0}' : isPowershell ? 'pwsh' : plainShell,
          ...(task.before.length > 0 ? { before: task.before } : {}),
          ...(env.length > 0 ? { env } : {}),
          run: isPowershell
            ? powershellScript(items, commands.hooks, isLast)
            : taskScript({
                items,
                hooks: commands.hooks,
                isLast,
                isInside: boots,
                asksLogin,
                utilities: utilityLines(used, boots, {
                  ...context,
                  line: { start: [], end: [], outputs: [] },
                }),
              }),
          from: placesOf(task),
        },
      ];
    }),
    ...told.end,
    endStep(node),
  ];
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

type TaskOptions = NonNullable<
  NonNullable<NonNullable<LineJob['tasks'][number]['keys']>['runtime']>['options']
>;

/** The container of a TASK, with the root of the job at the same place inside. */
function bootStep(options: TaskOptions): Step {
  const { imageName, imageTag, pull, options: flags } = options;
  return {
    kind: 'own',
    action: 'pull-boot-image',
    name: 'Boot the image of the TASK',
    with: [
      {
        name: 'image_name',
        value: imageName === undefined ? '' : traced(imageName.text, imageName),
      },
      ...(imageTag === undefined
        ? []
        : [{ name: 'image_tag' as const, value: traced(imageTag.text, imageTag) }]),
      ...(pull === undefined
        ? []
        : [
            {
              name: 'pull' as const,
              value: traced(String(pull.value), pull.node),
              raw: true as const,
            },
          ]),
      ...(flags === undefined || flags.length === 0
        ? []
        : [
            {
              name: 'options' as const,
              value: traced(flags.map(({ text }) => text).join(' '), ...flags),
            },
          ]),
    ],
  };
}

/** What chooses a container, where the runner is the machine. */
function settleIdleOptions(task: LineJob['tasks'][number], { report }: TranslationContext): void {
  const options = task.keys?.runtime?.options;
  if (options === undefined || options.imageName !== undefined) return;
  if (options.imageTag !== undefined)
    report(
      'dropped-key',
      options.imageTag,
      '`imageTag` is left out: Shippable ignored it without `imageName`',
    );
  const idle = [
    ...(options.options ?? []),
    ...(options.pull === undefined ? [] : [options.pull.node]),
  ];
  for (const node of idle)
    report(
      'dropped-key',
      node,
      "this container option is left out: Shippable's own image is gone, and the TASK runs on the runner",
      'set an image with `imageName` if the TASK needs a container',
    );
}

/** Values that say where a TASK runs, which is here the same either way. */
function placesOf({ keys }: LineJob['tasks'][number]): readonly SourceNode[] {
  const runtime = keys?.runtime;
  return runtime?.container === undefined ? [] : [runtime.container.node];
}

/** Terraform stood on every machine; what wrote its state then reads it now (shippable.md 8.7). */
function terraformSteps(
  job: LineJob,
  boots: boolean,
  { repository, report }: TranslationContext,
): readonly Step[] {
  if (boots) return [];
  const caller = commandsOf(job).find(({ text }) =>
    readCalls(text, repository).calls.some(({ word }) => word === 'terraform'),
  );
  if (caller === undefined) return [];
  report(
    'line-terraform',
    caller,
    `terraform ${oldTerraform} is set up: the last version that reads files and state of that time unchanged`,
    'upgrade `terraform_version` when your files are ready',
  );
  return [
    {
      kind: 'uses',
      uses: 'hashicorp/setup-terraform',
      name: 'Set up Terraform',
      with: [
        { name: 'terraform_version', value: oldTerraform },
        // Its outputs are read by scripts.
        { name: 'terraform_wrapper', value: 'false', raw: true },
      ],
    },
  ];
}

const oldTerraform = '0.11.15';

type EnvItems = NonNullable<
  NonNullable<
    NonNullable<NonNullable<LineJob['tasks'][number]['keys']>['runtime']>['options']
  >['env']
>;

/** Odd signs in a name were left out (shippable.md 8.5). */
function taskVariables(items: EnvItems | undefined): readonly Field[] {
  return (items ?? []).flatMap((item): readonly Field[] => {
    if ('kind' in item) {
      const [name = '', ...rest] = item.text.split('=');
      return [{ name: name.replace(/\W/g, ''), value: traced(rest.join('='), item) }];
    }
    return item.map(({ key, value }) => ({
      name: key.text.replace(/\W/g, ''),
      value: traced(value.text, value),
    }));
  });
}

const isSurelyOwn = (resource: LineResource, own: OwnRepository): boolean =>
  own.is(resource) && (own.known || sourceName(resource) === undefined);

/**
 * Settings of git held for the clone alone (shippable.md 14.3). `isApart`: the root of the job is not the workspace, below
 * which the action checks out.
 */
export function checkoutSteps(
  resource: LineResource,
  commands: readonly ScalarNode[],
  isApart: boolean,
  parts: JobParts,
): readonly Step[] {
  const place = isApart ? '.line-clone' : `IN/${resource.name}/gitRepo`;
  const clone = checkoutStep(resource, commands, place, parts);
  const target = `"$BUILD_DIR"/IN/${quoteWord(resource.name)}`;
  const moved: readonly Step[] = isApart
    ? [
        {
          kind: 'run',
          name: `Move ${resource.name} to the inputs`,
          run: [
            plainLine(
              `rm -rf ${target}/gitRepo && mv "$GITHUB_WORKSPACE/${place}" ${target}/gitRepo`,
            ),
          ],
        },
      ]
    : [];
  const settings = fieldOf(resource, 'gitConfig');
  const nodes =
    settings === undefined ? [] : settings.kind === 'sequence' ? settings.items : [settings];
  const texts = nodes.filter((node): node is ScalarNode => node.kind === 'scalar');
  if (texts.length === 0) return [clone, ...moved];
  const name = (text: string): string => text.trim().split(/[\s=]/)[0] ?? '';
  // `key value` is what git takes; `key=value` is what some wrote.
  const setting = (text: string): string => text.trim().replace(/^([\w.-]+)=/, '$1 ');
  return [
    {
      kind: 'run',
      name: 'Configure git',
      run: texts.map((node) => traced(`git config --global ${setting(node.text)}`, node)),
    },
    clone,
    ...moved,
    {
      kind: 'run',
      name: 'Reset the git configuration',
      run: texts.map((node) => plainLine(`git config --global --unset ${name(node.text)}`)),
    },
  ];
}

function checkoutStep(
  resource: LineResource,
  texts: readonly ScalarNode[],
  place: string,
  { own, context, secrets }: JobParts,
): Step {
  const slug = sourceName(resource);
  const isOwn = own.is(resource);
  const commit = property(expression`fromJSON(${stepOutput('commits')})`, resource.name);
  const depth = textField(resource, 'depth');
  const commands = texts.map((node) => ({ text: node.text, from: [node], before: [] }));
  const reads = mayReadHistory(commands, context.repository);
  const fields: Field[] = [
    ...(slug === undefined || isSurelyOwn(resource, own)
      ? []
      : [{ name: 'repository', value: traced(slug.text, slug) }]),
    { name: 'ref', value: commit },
    // Another repository that is private: the token of its integration.
    ...(isOwn || resource.integration === undefined
      ? []
      : [
          {
            name: 'token',
            value: expression`${secret(
              secretOf(
                resource.integration.text,
                undefined,
                'TOKEN',
                resource.integration,
                secrets,
              ),
            )} || github.token`,
          },
        ]),
    { name: 'path', value: place },
    ...(depth !== undefined && /^[1-9]\d*$/.test(depth.text)
      ? [{ name: 'fetch-depth', value: traced(depth.text, depth), raw: true as const }]
      : reads
        ? [{ name: 'fetch-depth', value: '0', raw: true as const }]
        : []),
    { name: 'persist-credentials', value: 'false', raw: true },
  ];
  return {
    kind: 'uses',
    uses: 'actions/checkout',
    name: `Check out ${resource.name}`,
    with: fields,
  };
}

const stepOutput = (name: string): Expression => property(expression`steps.start.outputs`, name);

/** `runs-on` of a job. */
export function runnerOf(job: LineJob | undefined, context: TranslationContext): Text {
  const pool = job?.keys.runtime?.nodePool;
  if (pool === undefined) return context.settings.runner;
  const label = poolLabel(pool.text, context.settings);
  if (context.settings.nodePools[pool.text] === undefined)
    context.report(
      'node-pool',
      pool,
      `the machines of the pool \`${pool.text}\` are unknown; the job runs on \`${label}\``,
      'set the runner in `.github/transship.yml` under `node-pools`',
    );
  return label;
}

export function timeoutOf(job: LineJob | undefined): number | Traced {
  const minutes = job?.keys.runtime?.timeoutMinutes;
  if (minutes === undefined || !/^[1-9]\d{0,4}$/.test(minutes.text)) return 60;
  return traced(minutes.text, minutes);
}
