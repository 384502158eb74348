// A job that runs scripts: lay out, check out, run, collect.

import { anyOf, expression, property } from '../../../expression/expression.ts';
import { shownText, type Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { whenGiven } from '../../../ground/when-given.ts';
import { readCalls } from '../../../machine/calls/calls.ts';
import { type Traced, traced } from '../../../output/tree.ts';
import type { SourceNode } from '../../../source/node.ts';
import { plainShell } from '../../../workflow/default-shell.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { poolLabel } from '../../shippable/machine/job-head.ts';
import { utilityLines } from '../../shippable/scripts/utilities.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LineJob } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';
import { checkoutSteps } from './checkout-steps.ts';
import { cliConfigs, loginSteps } from './cli-logins.ts';
import { commandsOf, type JobParts } from './job-parts.ts';
import { jobSecrets } from './line-secrets.ts';
import { notices } from './notify.ts';
import { reportSecretVersions } from './pitfalls.ts';
import { powershellScript, runsPowershell } from './powershell-task.ts';
import { endStep, startStep } from './start-step.ts';
import { plainCommands, type TaskCommands, taskCommands } from './task-commands.ts';
import { taskScript } from './task-script.ts';

export function scriptSteps(node: JobNode, parts: JobParts): readonly Step[] {
  const { job } = node;
  if (job === undefined) return [];
  const { context } = parts;
  const checkouts = node.inputs.flatMap((input) =>
    input.kind === 'resource' && input.resource.type === 'gitRepo'
      ? checkoutSteps(input.resource, commandsOf(job), false, parts)
      : [],
  );
  const boots = job.tasks.some(
    ({ script, keys }) => script.length > 0 && keys?.runtime?.options?.imageName !== undefined,
  );
  const terraform = terraformSteps(job, boots, context);
  const isPowershell = runsPowershell(job, context);
  const label = shownText(runnerOf(job, context));
  const commands = isPowershell
    ? plainCommands(job)
    : taskCommands(job, label, boots, broughtBy(node, terraform, parts), context);
  const secrets = jobSecrets(node, commandsOf(job), parts);
  reportSecretVersions(
    commandsOf(job),
    secrets.env.map(({ name }) => name),
    context,
  );
  const told = notices(job, parts.resources, parts);
  const plainLogins = loginSteps(node, parts);
  // Where nothing runs after a failure, a login that fails ends the job by itself.
  const asksLogin =
    !isPowershell &&
    plainLogins.length > 0 &&
    commands.hooks.on_failure.length + commands.hooks.always.length > 0;
  const logins = asksLogin ? askedLogins(plainLogins) : { steps: plainLogins, env: [] };
  const env = [...logins.env, ...secrets.env];
  return [
    startStep(node, parts, secrets, { in: told.lines }),
    ...told.start,
    ...checkouts,
    ...terraform,
    ...commands.install,
    ...logins.steps,
    ...taskSteps(job, { commands, isPowershell, asksLogin, env }, context),
    ...told.end,
    endStep(node),
  ];
}

/** Programs that other steps of the job set up. */
const broughtBy = (
  node: JobNode,
  terraform: readonly Step[],
  { kinds }: JobParts,
): ReadonlySet<string> =>
  new Set([
    ...(terraform.length > 0 ? ['terraform'] : []),
    ...cliConfigs(node).flatMap(({ resource }) =>
      kinds.ofResource(resource)?.id === 'artifactoryKey' ? ['jfrog'] : [],
    ),
  ]);

/** Logins that do not end the job where they fail: the script of the TASK does, so that its hooks run. */
function askedLogins(steps: readonly Step[]): {
  readonly steps: readonly Step[];
  readonly env: readonly Field[];
} {
  const ids = steps.map((_, index) => (index === 0 ? 'login' : `login-${index + 1}`));
  const failed = anyOf(
    ids.map((id) => expression`${property(expression`steps`, id)}.outcome == 'failure'`),
  );
  return {
    steps: steps.map(
      (step, index): Step =>
        step.kind === 'parallel'
          ? step
          : { ...step, id: ids[index] ?? 'login', continueOnError: true },
    ),
    env: whenGiven(failed, (condition) => ({
      name: 'LINE_LOGIN',
      value: expression`(${condition}) && 'failure' || 'success'`,
    })),
  };
}

type TaskParts = {
  readonly commands: TaskCommands;
  readonly isPowershell: boolean;
  readonly asksLogin: boolean;
  /** Behind the variables of a TASK itself. */
  readonly env: readonly Field[];
};

/** One step for each TASK, behind the one that boots its image. */
function taskSteps(job: LineJob, parts: TaskParts, context: TranslationContext): readonly Step[] {
  const tasks = job.tasks.filter(({ script }) => script.length > 0);
  const { commands, isPowershell, asksLogin } = parts;
  return tasks.flatMap((task, index): readonly Step[] => {
    const options = task.keys?.runtime?.options;
    const boots = options?.imageName !== undefined;
    settleIdleOptions(task, context);
    const items = commands.tasks.get(task) ?? [];
    const isLast = index === tasks.length - 1;
    const used = [...items, ...Object.values(commands.hooks).flat()];
    const env = [...taskVariables(options?.env), ...parts.env];
    const name = task.keys?.name;
    const plainName = tasks.length > 1 ? `TASK ${index + 1}` : 'TASK';
    return [
      ...(boots ? [bootStep(options), ...commands.installInside] : []),
      {
        kind: 'run',
        name: name === undefined ? plainName : traced(name.text, name),
        shell: boots ? 'boot {0}' : isPowershell ? 'pwsh' : plainShell,
        ...defined({ before: filled(task.before) }),
        ...defined({ env: filled(env) }),
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
  });
}

type TaskOptions = NonNullable<
  NonNullable<NonNullable<LineJob['tasks'][number]['keys']>['runtime']>['options']
>;

/** The container of a TASK, with the root of the job at the same place inside. */
function bootStep(options: TaskOptions): Step {
  const { imageName, imageTag, pull, options: flags = [] } = options;
  return {
    kind: 'own',
    action: 'pull-boot-image',
    name: 'Boot the image of the TASK',
    with: [
      {
        name: 'image_name',
        value: imageName === undefined ? '' : traced(imageName.text, imageName),
      },
      ...whenGiven(imageTag, (tag) => ({ name: 'image_tag', value: traced(tag.text, tag) })),
      ...whenGiven(pull, ({ value, node }) => ({
        name: 'pull',
        value: traced(String(value), node),
        raw: true,
      })),
      ...(flags.length === 0
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
