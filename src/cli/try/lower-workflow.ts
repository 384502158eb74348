// What GitHub's service does with a workflow before a runner sees a job, and what the real runner has and `act` does not,
// written with words that `act` knows.

import { stringify } from 'yaml';
import { defined, filled } from '../../ground/defined.ts';
import { type Leg, legsOf } from './matrix-legs.ts';
import { serviceSteps } from './service-steps.ts';
import type { Fields, Step } from './workflow-step.ts';

export type LowerOptions = {
  /** Whether jobs run that wait for a person's approval (`environment`). */
  readonly approved: boolean;
  /** How a parallel group is written; without it, its steps come one after the other. */
  readonly group?: (children: readonly Step[], name: string, shell: string) => readonly Step[];
  /** What becomes of every other step; `shell` is the job's own. */
  readonly step?: (step: Step, shell: string) => Step;
  /** Steps at the end of a job. */
  readonly after?: (job: string) => readonly Step[];
};

type LoweredJob = {
  readonly id: string;
  /** A failure of this leg does not count for the run; undefined where an expression decides. */
  readonly allowed: boolean | undefined;
};

export type LoweredWorkflow = {
  readonly text: string;
  readonly jobs: readonly LoweredJob[];
  /** Jobs that wait for an approval, or for such a job. */
  readonly waiting: readonly string[];
  /** Jobs with parallel steps. */
  readonly parallel: readonly string[];
};

/** Lowers a workflow for `act`; jobs that would not start are left out. */
export function lowerWorkflow(workflow: Fields, options: LowerOptions): LoweredWorkflow {
  const jobs: Record<string, unknown> = {};
  const lowered: LoweredJob[] = [];
  const waiting: string[] = [];
  const legIds = new Map<string, readonly string[]>();
  const given = (workflow['jobs'] ?? {}) as Readonly<Record<string, Fields>>;
  for (const [id, job] of Object.entries(given)) {
    const needs = [job['needs'] ?? []].flat() as string[];
    const waits = job['environment'] !== undefined && !options.approved;
    if (waits || needs.some((need) => !legIds.has(need))) {
      waiting.push(id);
      continue;
    }
    const legs = legsOfJob(job);
    const ids = legs.map((_, index) => (legs.length === 1 ? id : `${id}-${index + 1}`));
    legIds.set(id, ids);
    legs.forEach((leg, index) => {
      const own = ids[index] ?? id;
      const before = failsFast(job) && index > 0 ? [ids[index - 1]] : [];
      const after = [...needs.flatMap((need) => legIds.get(need) ?? []), ...before];
      jobs[own] = {
        ...lowerJob(
          readingLegs(job, needs, legIds),
          { id: own, leg, index, total: legs.length },
          workflow,
          options,
        ),
        ...defined({ needs: filled(after) }),
      };
      lowered.push({ id: own, allowed: isAllowed(job, leg) });
    });
  }
  const { concurrency: _, ...rest } = workflow;
  const text = stringify(
    { ...rest, jobs },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  const parallel = Object.entries(given).flatMap(([id, job]) =>
    stepsOf(job).some((step) => 'parallel' in step) ? [id] : [],
  );
  return { text, jobs: lowered, waiting, parallel };
}

const stepsOf = (job: Fields): readonly Step[] => (job['steps'] ?? []) as readonly Step[];

/** What all legs of a job give is read from the last. */
function readingLegs(
  job: Fields,
  needs: readonly string[],
  legIds: ReadonlyMap<string, readonly string[]>,
): Fields {
  const condition = job['if'];
  if (typeof condition !== 'string') return job;
  const read = needs.reduce(
    (text, need) => text.replaceAll(`needs.${need}.`, `needs.${legIds.get(need)?.at(-1) ?? need}.`),
    condition,
  );
  return { ...job, if: read };
}

function legsOfJob(job: Fields): readonly Leg[] {
  const matrix = (job['strategy'] as Fields | undefined)?.['matrix'];
  // One that an expression makes is left to `act`.
  return matrix === undefined || !isPlainMatrix(matrix) ? [{}] : legsOf(matrix);
}

const isPlainMatrix = (matrix: unknown): matrix is Fields =>
  typeof matrix === 'object' && matrix !== null && Object.values(matrix).every(Array.isArray);

const failsFast = (job: Fields): boolean =>
  (job['strategy'] as Fields | undefined)?.['fail-fast'] !== false;

/** `continue-on-error` of a job: a literal, or one value of the matrix. */
function isAllowed(job: Fields, leg: Leg): boolean | undefined {
  const value = job['continue-on-error'];
  if (value === undefined || typeof value === 'boolean') return value === true;
  const name = /^\$\{\{\s*matrix\.(\w+)\s*\}\}$/.exec(String(value))?.[1];
  return name === undefined ? undefined : leg[name] === true;
}

type Place = { readonly index: number; readonly total: number };

function lowerJob(
  job: Fields,
  place: Place & { readonly id: string; readonly leg: Leg },
  workflow: Fields,
  options: LowerOptions,
): Fields {
  const { id, leg } = place;
  if (job['uses'] !== undefined) {
    const { needs: _, ...call } = job;
    return withContexts(call, place) as Fields;
  }
  const {
    'continue-on-error': _1,
    'timeout-minutes': _2,
    environment: _3,
    concurrency: _4,
    needs: _5,
    services,
    strategy,
    steps: _6,
    ...rest
  } = job;
  const shell = defaultShell(job) ?? defaultShell(workflow) ?? 'bash -e {0}';
  const { group = inOrder, step: change = (step: Step): Step => step, after } = options;
  const hasContainer = job['container'] !== undefined;
  const around = serviceSteps(
    hasContainer ? {} : ((services ?? {}) as Readonly<Record<string, Fields>>),
    id,
  );
  const all = [
    ...around.before.map((step) => change(step, shell)),
    ...stepsOf(job)
      .map((step) => withJobIndex(step, place))
      .flatMap((step, index) =>
        'parallel' in step
          ? group(step['parallel'] as Step[], `group-${index}`, shell)
          : [change(step, shell)],
      ),
    ...around.after.map((step) => change(step, shell)),
    ...(after?.(id) ?? []),
  ];
  return withContexts(
    {
      ...rest,
      ...(hasContainer && services !== undefined ? { services } : {}),
      ...(Object.keys(leg).length > 0
        ? { strategy: { matrix: { include: [leg] } } }
        : strategy === undefined
          ? {}
          : { strategy }),
      steps: all,
    },
    place,
  ) as Fields;
}

const defaultShell = (of: Fields): string | undefined =>
  ((of['defaults'] as Fields | undefined)?.['run'] as Fields | undefined)?.['shell'] as
    | string
    | undefined;

/** An input's default that reads `strategy` finds nothing there with `act`. */
function withJobIndex(step: Step, { index }: Place): Step {
  if (!/^transship\/transship\/actions\/prepare@/.test(String(step['uses'] ?? ''))) return step;
  return { ...step, with: { ...(step['with'] as Fields | undefined), 'job-index': String(index) } };
}

/** Contexts that `act` leaves empty. */
function withContexts(value: unknown, place: Place, isExpression = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withContexts(item, place));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, withContexts(part, place, key === 'if')]),
    );
  }
  if (typeof value !== 'string') return value;
  const replace = (expression: string): string =>
    expression
      .replace(/\bstrategy\.job-index\b/g, String(place.index))
      .replace(/\bstrategy\.job-total\b/g, String(place.total))
      .replace(/\bgithub\.repository_id\b/g, 'github.event.repository.id')
      .replace(/\bgithub\.repository_owner_id\b/g, 'github.event.repository.owner.id');
  return isExpression ? replace(value) : value.replace(/\$\{\{.*?\}\}/gs, replace);
}

/** The steps of a group one after the other: one that fails lets the others run, and the job fails behind them. */
function inOrder(children: readonly Step[], name: string): readonly Step[] {
  const start: Step = {
    name: 'Parallel steps, one after the other',
    id: name,
    shell: 'sh',
    run: ':',
  };
  const steps = children.map((child): Step => {
    const own = child['if'];
    const asked =
      own === undefined
        ? ''
        : ` && (${String(own)
            .replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
            .trim()})`;
    return { ...child, if: `always() && steps.${name}.outcome == 'success'${asked}` };
  });
  return [start, ...steps];
}
