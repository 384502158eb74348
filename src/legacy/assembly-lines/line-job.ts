// A job that runs scripts: lay out, check out, run, collect.

import { type Expression, expression, property } from '../../expression/expression.ts';
import type { Text } from '../../expression/text.ts';
import { type Line, type Traced, traced } from '../../output/tree.ts';
import { plainShell } from '../../workflow/default-shell.ts';
import type { Field, Step } from '../../workflow/model.ts';
import { mayReadHistory } from '../shippable/history.ts';
import { poolLabel } from '../shippable/job-head.ts';
import type { TranslationContext } from '../translation.ts';
import { fieldOf, sourceName, textField } from './definition.ts';
import { block, inEntry, outEntry } from './entries.ts';
import type { JobNode } from './graph.ts';
import type { LineJob, LineResource } from './model.ts';
import type { OwnRepository } from './own-repository.ts';
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

export type JobParts = {
  readonly own: OwnRepository;
  readonly context: TranslationContext;
  /** Whether people can pin versions. */
  readonly pins: boolean;
};

const lines = (parts: readonly (readonly Line[])[]): Traced | undefined => {
  const all = parts.flat();
  return all.length === 0 ? undefined : block(all);
};

/** The step that lays out what the job takes in. */
export function startStep(node: JobNode, { pins }: JobParts, more: readonly Line[] = []): Step {
  const ins = lines(node.inputs.map((input) => inEntry(input)));
  const outs = lines([...node.outputs.map((output) => outEntry(output)), more]);
  const { job } = node;
  const names = job?.keys.integrations ?? [];
  const integrations = lines(names.map((name) => [traced(`- name: ${name.text}`, name)]));
  const usesBuild = commandsOf(job).some(({ text }) => /(?<![\w.$}/-])\/build\b/.test(text));
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
      ...(pins ? [{ name: 'pin' as const, value: expression`inputs.pin` }] : []),
      ...(usesBuild ? [{ name: 'build-link' as const, value: 'true', raw: true as const }] : []),
    ],
  };
}

function typeText({ job }: JobNode): Text {
  if (job === undefined) return 'runCI';
  return job.keys.type === undefined ? job.type : traced(job.type, job.keys.type);
}

/** Runs after a failure, too: what a job made is looked at either way. */
export const endStep: Step = {
  kind: 'own',
  action: 'line-end',
  name: 'New versions',
  id: endId,
  if: expression`!cancelled()`,
  with: [],
};

/** Outputs for the resources that some job waits for. */
export const versionOutputs = (keys: ReadonlyMap<string, string>): readonly Field[] =>
  [...keys].map(([resource, key]) => ({
    name: key,
    value: expression`contains(steps.end.outputs.new, ${`"${resource}"`}) && ${newVersion} || ''`,
  }));

export function scriptSteps(node: JobNode, parts: JobParts): readonly Step[] {
  const { job } = node;
  if (job === undefined) return [];
  const checkouts = node.inputs.flatMap((input) =>
    input.kind === 'resource' && input.resource.type === 'gitRepo'
      ? [checkoutStep(input.resource, job, parts)]
      : [],
  );
  const tasks = job.tasks.filter(({ script }) => script.length > 0);
  return [
    startStep(node, parts),
    ...checkouts,
    ...tasks.map((task, index): Step => {
      const env = taskVariables(task.keys?.runtime?.options?.env);
      return {
        kind: 'run',
        name:
          task.keys?.name === undefined
            ? tasks.length > 1
              ? `TASK ${index + 1}`
              : 'TASK'
            : traced(task.keys.name.text, task.keys.name),
        shell: plainShell,
        ...(task.before.length > 0 ? { before: task.before } : {}),
        ...(env.length > 0 ? { env } : {}),
        run: taskScript(job, task, index === tasks.length - 1),
      };
    }),
    endStep,
  ];
}

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

function checkoutStep(resource: LineResource, job: LineJob, { own, context }: JobParts): Step {
  const slug = sourceName(resource);
  const isOwn = own.is(resource);
  const commit = property(expression`fromJSON(${stepOutput('commits')})`, resource.name);
  const depth = textField(resource, 'depth');
  const commands = commandsOf(job).map((node) => ({ text: node.text, from: [node], before: [] }));
  const reads = mayReadHistory(commands, context.repository);
  const fields: Field[] = [
    ...(slug === undefined || (isOwn && own.known)
      ? []
      : [{ name: 'repository', value: traced(slug.text, slug) }]),
    { name: 'ref', value: commit },
    { name: 'path', value: `IN/${resource.name}/gitRepo` },
    ...(depth !== undefined && /^[1-9]\d*$/.test(depth.text)
      ? [{ name: 'fetch-depth', value: traced(depth.text, depth), raw: true as const }]
      : reads
        ? [{ name: 'fetch-depth', value: '0', raw: true as const }]
        : []),
    { name: 'persist-credentials', value: 'false', raw: true },
  ];
  const settings = fieldOf(resource, 'gitConfig');
  return {
    kind: 'uses',
    uses: 'actions/checkout',
    name: `Check out ${resource.name}`,
    with: fields,
    ...(settings === undefined ? {} : {}),
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
      `nothing says what machines the pool \`${pool.text}\` has; the job runs on \`${label}\``,
      'name the runner in `.github/transship.yml` under `node-pools`',
    );
  return traced(label, pool);
}

export function timeoutOf(job: LineJob | undefined): number | Traced {
  const minutes = job?.keys.runtime?.timeoutMinutes;
  if (minutes === undefined || !/^[1-9]\d{0,4}$/.test(minutes.text)) return 60;
  return traced(minutes.text, minutes);
}
