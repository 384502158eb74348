// What GitHub's service does with a workflow before a runner sees a job, and what the real runner has and `act`
// does not, written with words that `act` knows. README.md beside this file lists every row.

import { parse, stringify } from 'yaml';
import { lowerGroup } from './lower-parallel.ts';
import { serviceSteps } from './lower-services.ts';
import { type Leg, legsOf } from './matrix.ts';
import { withoutTerminal } from './without-terminal.ts';

export type Step = Readonly<Record<string, unknown>>;

export type LowerOptions = {
  /** Whether jobs run that wait for a person's approval (`environment`). */
  readonly approved: boolean;
  /** Switched on by hand, as the report says: tags. */
  readonly enabled: readonly 'tags'[];
  /** Where this project's own actions lie, for those inside of a parallel group. */
  readonly ownActions: string;
  /** Copy the workspace to this folder when a job ends. */
  readonly keepWorkspace?: string;
};

type LoweredJob = {
  readonly id: string;
  /** A failure of this leg does not count for the run. */
  readonly allowed: boolean;
};

export type Lowered = {
  readonly text: string;
  readonly workflow: unknown;
  readonly jobs: readonly LoweredJob[];
};

type Fields = Readonly<Record<string, unknown>>;

/** Lowers a workflow for `act`; jobs that would not start are left out. */
export function lower(text: string, options: LowerOptions): Lowered {
  const workflow = parse(text) as Record<string, unknown>;
  if (options.enabled.includes('tags')) enableTags(workflow);
  const jobs: Record<string, unknown> = {};
  const lowered: LoweredJob[] = [];
  const legIds = new Map<string, readonly string[]>();
  for (const [id, job] of Object.entries(workflow['jobs'] as Record<string, Fields>)) {
    const needs = [job['needs'] ?? []].flat() as string[];
    const waits = job['environment'] !== undefined && !options.approved;
    if (waits || needs.some((need) => !legIds.has(need))) continue;
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
          leg,
          { index, total: legs.length },
          own,
          workflow,
          options,
        ),
        ...(after.length === 0 ? {} : { needs: after }),
      };
      lowered.push({ id: own, allowed: isAllowed(job, leg) });
    });
  }
  const { concurrency: _, ...rest } = workflow;
  const written = stringify(
    { ...rest, jobs },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  return { text: written, workflow, jobs: lowered };
}

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

function enableTags(workflow: Record<string, unknown>): void {
  const on = workflow['on'] as Record<string, unknown>;
  on['push'] = { ...(on['push'] as Fields | null), tags: ['**'] };
}

function legsOfJob(job: Fields): readonly Leg[] {
  const matrix = (job['strategy'] as Fields | undefined)?.['matrix'];
  return matrix === undefined ? [{}] : legsOf(matrix as Fields);
}

const failsFast = (job: Fields): boolean =>
  (job['strategy'] as Fields | undefined)?.['fail-fast'] !== false;

/** `continue-on-error` of a job: a literal, or one value of the matrix. */
function isAllowed(job: Fields, leg: Leg): boolean {
  const value = job['continue-on-error'];
  if (value === undefined || typeof value === 'boolean') return value === true;
  const name = /^\$\{\{\s*matrix\.(\w+)\s*\}\}$/.exec(String(value))?.[1];
  if (name === undefined) throw new Error(`continue-on-error: ${value} is not known here`);
  return leg[name] === true;
}

type Place = { readonly index: number; readonly total: number };

function lowerJob(
  job: Fields,
  leg: Leg,
  place: Place,
  id: string,
  workflow: Fields,
  options: LowerOptions,
): Fields {
  const {
    'continue-on-error': _1,
    'timeout-minutes': _2,
    environment: _3,
    concurrency: _4,
    needs: _5,
    services,
    strategy: _6,
    steps,
    ...rest
  } = job;
  const shell = defaultShell(job) ?? defaultShell(workflow) ?? 'bash -e {0}';
  const around = serviceSteps((services ?? {}) as Readonly<Record<string, Fields>>, id);
  const all = [
    ...around.before.map((step) => withoutTerminal(step, shell)),
    ...(steps as Step[])
      .map((step) => withJobIndex(step, place))
      .flatMap((step, index) =>
        'parallel' in step
          ? lowerGroup(step['parallel'] as Step[], `group-${index}`, shell, options.ownActions)
          : [withoutTerminal(step, shell)],
      ),
    ...around.after.map((step) => withoutTerminal(step, shell)),
    ...(options.keepWorkspace === undefined ? [] : [keepStep(`${options.keepWorkspace}/${id}`)]),
  ];
  return withContexts(
    {
      ...rest,
      ...(Object.keys(leg).length === 0 ? {} : { strategy: { matrix: { include: [leg] } } }),
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

const keepStep = (folder: string): Step => ({
  name: 'Keep the workspace for the comparison',
  if: 'always()',
  shell: 'bash -e {0}',
  run: `mkdir -p '${folder}'\ncp -a "$GITHUB_WORKSPACE/." '${folder}/'`,
});

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
