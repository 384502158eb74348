// The graph of the generated workflows, from `on`, `needs` and `if` alone: each condition is evaluated by GitHub's own
// evaluator with one thing changed.

import { parse } from 'yaml';
import { evaluateCode } from '../../judges/read-workflow.ts';

type YamlStep = { readonly uses?: string; readonly with?: Readonly<Record<string, string>> };
type YamlJob = {
  readonly if?: string;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly YamlStep[];
};
type YamlWorkflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, YamlJob>>;
};

export type ReadJob = {
  /** The name in the source. */
  readonly name: string;
  readonly path: string;
  /** `JOB` or `JOB:RESOURCE`. */
  readonly startedBy: readonly string[];
  readonly needs: readonly string[];
  /** Jobs before it whose failure keeps it from starting. */
  readonly blockedBy: readonly string[];
  readonly startsByHand: boolean;
  /** Nothing of all this: the job must not run. */
  readonly startsByItself: boolean;
  readonly events: readonly string[];
};

/** By the frame around its commands; a CI job without one is named where it is started by hand. */
const lineName = ({ steps = [], if: condition = '' }: YamlJob): string | undefined =>
  steps.find(({ uses }) => uses?.includes('/actions/line-start@'))?.with?.['job'] ??
  /inputs\.start == '([^']*runCI)'/.exec(condition)?.[1];

type File = { readonly path: string; readonly content: string };

/** All workflows of a repository; those that others call are read with them. */
export const readAll = (files: readonly File[]): readonly ReadJob[] =>
  files
    .filter(({ path }) => path.startsWith('.github/workflows/'))
    .flatMap(({ path, content }) => readBack(path, content, files));

/** A job that is another file, with the steps of that file's only job, and its outputs as the caller sees them. */
function withCalled(job: YamlJob, files: readonly File[]): YamlJob {
  if (job.uses === undefined) return job;
  const called = files.find(({ path }) => `./${path}` === job.uses);
  if (called === undefined) throw new Error(`${job.uses} is not there`);
  const { on, jobs } = parse(called.content) as YamlWorkflow;
  const [[id, inside], ...others] = Object.entries(jobs) as [[string, YamlJob]];
  if (others.length > 0 || inside.if !== undefined || inside.needs !== undefined)
    throw new Error(`${job.uses} has conditions of its own`);
  const given = (on['workflow_call'] as { outputs?: Record<string, { value: string }> } | null)
    ?.outputs;
  const outputs = Object.entries(given ?? {}).map(([name, { value }]) => {
    if (value !== `\${{ jobs.${id}.outputs.${name} }}`) throw new Error(`${name} is ${value}`);
    return [name, inside.outputs?.[name] ?? ''];
  });
  return {
    ...job,
    ...(inside.steps === undefined ? {} : { steps: inside.steps }),
    outputs: Object.fromEntries(outputs),
  };
}

export function readBack(
  path: string,
  text: string,
  files: readonly File[] = [],
): readonly ReadJob[] {
  const read = parse(text) as YamlWorkflow;
  if ('workflow_call' in read.on) return [];
  const jobs = Object.entries(read.jobs).map(([id, job]) => [id, withCalled(job, files)] as const);
  const workflow: YamlWorkflow = { ...read, jobs: Object.fromEntries(jobs) };
  const names = new Map(jobs.map(([id, job]) => [id, lineName(job)]));
  const idle = { result: 'skipped', outputs: {} };
  type Need = { readonly result: string; readonly outputs: Readonly<Record<string, string>> };
  const runs = (
    job: YamlJob,
    known: {
      readonly needs?: Readonly<Record<string, Need>>;
      readonly start?: string;
      readonly github?: object;
    },
  ): boolean => {
    if (job.if === undefined) return true;
    const code = job.if.replaceAll('!cancelled()', 'true');
    const needs = Object.fromEntries(jobs.map(([id]) => [id, known.needs?.[id] ?? idle]));
    const github = {
      event_name: known.start === undefined ? 'nothing' : 'workflow_dispatch',
      ref_name: 'some-branch',
      ref_type: 'branch',
      repository: 'o/r',
      event: { action: '' },
      ...known.github,
    };
    return evaluateCode(code, { needs, github, inputs: { start: known.start ?? '' } }) === 'true';
  };
  return jobs.flatMap(([, job]): ReadJob[] => {
    const name = lineName(job);
    if (name === undefined) return [];
    const ids = [job.needs ?? []].flat();
    const startedBy = ids.flatMap((id): string[] => {
      const before = workflow.jobs[id];
      const from = names.get(id);
      if (before === undefined || from === undefined) return [];
      const success = { result: 'success', outputs: {} };
      if (runs(job, { needs: { [id]: success } })) return [from];
      return Object.entries(before.outputs ?? {}).flatMap(([key, value]) => {
        const resource = /'"([^']*)"'\)/.exec(value)?.[1] ?? key;
        const made = { result: 'success', outputs: { [key]: 'line-new-version' } };
        return runs(job, { needs: { [id]: made } }) ? [`${from}:${resource}`] : [];
      });
    });
    const { on } = workflow;
    const types = (on['repository_dispatch'] as { types?: string[] } | undefined)?.types ?? [];
    const crons = (on['schedule'] as { cron: string }[] | undefined) ?? [];
    const whole = (id: string): Need => ({
      result: 'success',
      outputs: Object.fromEntries(
        Object.keys(workflow.jobs[id]?.outputs ?? {}).map((key) => [key, 'line-new-version']),
      ),
    });
    const outside = [
      ...types.map((action) => ({ event_name: 'repository_dispatch', event: { action } })),
      ...crons.map(({ cron }) => ({ event_name: 'schedule', event: { schedule: cron } })),
      ...('push' in on ? pushes(on['push']) : []),
    ];
    const events = [
      ...types
        .filter((action) =>
          runs(job, { github: { event_name: 'repository_dispatch', event: { action } } }),
        )
        .map((action) => `dispatch ${action}`),
      ...crons
        .filter(({ cron }) =>
          runs(job, { github: { event_name: 'schedule', event: { schedule: cron } } }),
        )
        .map(() => 'time'),
      ...('push' in on && pushes(on['push']).some((github) => runs(job, { github }))
        ? ['push']
        : []),
      // A job that looks for commits finds what another repository would send.
      ...ids
        .filter((id) => id === 'watch')
        .flatMap((id) => Object.keys(workflow.jobs[id]?.outputs ?? {}))
        .filter((key) =>
          runs(job, {
            needs: { watch: { result: 'success', outputs: { [key]: 'line-new-version' } } },
          }),
        )
        .map((key) => `dispatch line-${key}`),
    ];
    return [
      {
        name,
        path,
        startedBy,
        needs: ids.flatMap((id) => names.get(id) ?? []),
        blockedBy: ids
          .filter((id) => {
            const needs = { [id]: { result: 'failure', outputs: {} } };
            // Who starts a job by hand starts none before it.
            const others = ids
              .filter((other) => other !== id)
              .map((other) => ({ [other]: whole(other) }));
            const started = [
              ...others.map((other) => ({ needs: { ...other, ...needs } })),
              ...outside.map((github) => ({ needs, github })),
            ];
            return !started.some((known) => runs(job, known));
          })
          .flatMap((id) => names.get(id) ?? []),
        startsByHand: runs(job, { start: name }) && choices(on).includes(name),
        startsByItself: runs(job, {}),
        events,
      },
    ];
  });
}

/** A push to each branch of the filter, with `*` filled in. */
function pushes(push: unknown): readonly object[] {
  const { branches = ['**'], tags = [] } = (push ?? {}) as { branches?: string[]; tags?: string[] };
  const fill = (pattern: string): string => pattern.replace(/\*+/g, 'x');
  return [
    ...branches.map((one) => ({ event_name: 'push', ref_type: 'branch', ref_name: fill(one) })),
    // Conditions name branches that a filter of all lets through.
    ...['master', 'main', 'develop', 'release/x'].map((ref_name) => ({
      event_name: 'push',
      ref_type: 'branch',
      ref_name,
    })),
    ...tags.map((one) => ({ event_name: 'push', ref_type: 'tag', ref_name: fill(one) })),
  ];
}

function choices(on: YamlWorkflow['on']): readonly string[] {
  const dispatch = on['workflow_dispatch'] as
    | { inputs?: { start?: { options?: string[] } } }
    | null
    | undefined;
  return dispatch?.inputs?.start?.options ?? [];
}
