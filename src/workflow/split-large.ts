// A workflow that is larger than GitHub takes: jobs move into workflows of their own, which it calls. They stay jobs of the
// same run, so what they wait for, when they run, what they hand on and what is run again stays as it was.
// https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations

import { type Expression, expression, isExpression, property } from '../expression/expression.ts';
import { mixedText, shownText } from '../expression/text.ts';
import { defined, filled } from '../ground/defined.ts';
import type { Field, Job, Step, Workflow } from './model.ts';

export type Bounds = {
  /** Bytes of one file. */
  readonly most: number;
  /** Workflows that one calls. */
  readonly calls: number;
};

/**
 * The workflow, its largest jobs moved out until it is small enough, and the workflows that it calls. Where that does not
 * suffice it stays too large.
 *
 * @param sizeOf bytes of a workflow as a file
 * @param taken paths of other workflows
 */
export function splitLarge(
  workflow: Workflow,
  sizeOf: (workflow: Workflow) => number,
  { most, calls }: Bounds,
  taken: ReadonlySet<string>,
): readonly [Workflow, ...(readonly Workflow[])] {
  let size = sizeOf(workflow);
  if (size <= most) return [workflow];
  const frame = sizeOf({ ...workflow, jobs: [] });
  const sizeOfJob = (job: Job): number => sizeOf({ ...workflow, jobs: [job] }) - frame;
  const paths = new Set(taken);
  const moves = workflow.jobs
    .flatMap((job) => {
      const move = moved(job, workflow, paths);
      if (move === undefined) return [];
      paths.add(move.called.path);
      return [{ ...move, job, gain: sizeOfJob(job) - sizeOfJob(move.caller) }];
    })
    .sort((a, b) => b.gain - a.gain)
    .slice(0, calls);
  const chosen = new Map<Job, (typeof moves)[number]>();
  for (const move of moves) {
    if (size <= most || move.gain <= 0) break;
    chosen.set(move.job, move);
    size -= move.gain;
  }
  const jobs = workflow.jobs.map((job) => chosen.get(job)?.caller ?? job);
  const called = workflow.jobs.flatMap((job) => chosen.get(job)?.called ?? []);
  return [{ ...workflow, jobs }, ...called];
}

type Move = { readonly caller: Job; readonly called: Workflow };

/** Undefined for a job that says something of itself, or of its run, that only the first workflow knows. */
function moved(job: Job, workflow: Workflow, taken: ReadonlySet<string>): Move | undefined {
  if (job.matrix !== undefined || job.continueOnError !== undefined) return undefined;
  if (job.steps.some((step) => step.kind === 'given' || step.kind === 'parallel')) return undefined;
  const passed = new Map<string, Field>();
  const steps = job.steps.map((step) => withInputs(step, passed));
  const { if: condition, needs, before = [], from = [], outputs = [], ...body } = job;
  const inside: Job = { ...body, ...defined({ outputs: filled(outputs) }), steps };
  const codes = expressionsIn(inside);
  if (codes.some((code) => code.replaceAll('inputs.pin', '').match(ofTheRun))) return undefined;
  const secrets = [...new Set(codes.flatMap(secretsIn))].sort();
  const path = freePath(`${workflow.path.replace(/\.yml$/, '')}-${job.id}`, taken);
  const fields = [...passed.values()];
  return {
    caller: {
      id: job.id,
      name: job.name,
      ...defined({ if: condition }),
      ...defined({ needs }),
      runsOn: '',
      timeoutMinutes: job.timeoutMinutes,
      permissions: job.permissions,
      calls: { path, with: fields, secrets },
      steps: [],
      before,
      from,
    },
    called: {
      path,
      header: workflow.header,
      title: shownText(job.name),
      on: {
        call: {
          inputs: fields.map(({ name }) => name),
          secrets,
          outputs: outputs.map(({ name }) => ({
            name,
            value: property(expression`${property(expression`jobs`, job.id)}.outputs`, name),
          })),
        },
      },
      concurrency: mixedText`${`${path.replace(/^.*\/|\.yml$/g, '')}-`}${expression`github.run_id`}`,
      jobs: [inside],
    },
  };
}

const ofTheRun = /\b(?:inputs|needs|matrix|strategy)\b/;

/** What a person or another job gave becomes an input of the called workflow, under the name of the input that takes it. */
function withInputs(step: Step, passed: Map<string, Field>): Step {
  if (step.kind !== 'own' && step.kind !== 'uses') return step;
  const fields = step.with.map((field) => {
    const { name, value } = field;
    if (name !== 'pin' || !isExpression(value) || !ofTheRun.test(value.code)) return field;
    passed.set(name, { name, value });
    return { ...field, value: expression`inputs.pin` };
  });
  return { ...step, with: fields } as Step;
}

/** The code of all expressions in a part of the model. */
function expressionsIn(part: unknown): readonly string[] {
  if (isExpression(part)) return [(part as Expression).code];
  if (Array.isArray(part)) return part.flatMap(expressionsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'from' ? [] : expressionsIn(value),
  );
}

const secretsIn = (code: string): readonly string[] =>
  [...code.matchAll(/\bsecrets\.([A-Za-z_]\w*)/g)].flatMap(([, name]) => name ?? []);

function freePath(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const path = `${base}${number === 1 ? '' : `-${number}`}.yml`;
    if (!taken.has(path)) return path;
  }
}
