// What an event came to, for the vendor and for us, side by side.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActRun } from './act.ts';
import type { CaseEvent, ExpectedRun } from './case.ts';
import { filesBelow } from './files.ts';
import type { Lowered } from './lower.ts';
import type { Machine } from './machine.ts';
import { differences, inExpectedOrder, linesOf, traceOf } from './trace.ts';

/** What an event came to, in the same form for the vendor and for us. */
type Outcome = Readonly<Record<string, unknown>>;

export type Comparison = {
  readonly event: string;
  readonly expected: Outcome;
  readonly actual: Outcome;
  /** Lines of traces, results, files, tags and images that were compared. */
  readonly compared: number;
  readonly differences: number;
  readonly log: string;
};

/** One workflow that the event started. */
export type WorkflowRun = { readonly lowered: Lowered; readonly run: ActRun };

const describeEvent = ({ event, message, stop, approved }: CaseEvent): string => {
  const skipped = /skip|ci\]/.test(message) ? ` (${message})` : '';
  const stopped = stop === undefined ? '' : `, ${stop.because}`;
  const waits = approved ? '' : ', not approved';
  if (event.kind === 'push') return `push ${event.branch}${skipped}${stopped}${waits}`;
  if (event.kind === 'tag') return `tag ${event.tag}${skipped}${stopped}${waits}`;
  const fork = event.fork ? ' (fork)' : '';
  return `pull request ${event.from}${fork} > ${event.into}${skipped}${stopped}${waits}`;
};

/** `names`: what stands in braces in the expectation; `folder`: where the event left its files. */
export async function compare(
  event: CaseEvent,
  runs: readonly WorkflowRun[],
  names: Readonly<Record<string, string>>,
  folder: string,
  machine: Machine,
): Promise<Comparison> {
  const { expected: wanted } = event;
  const log = runs.map(({ run }) => run.log).join('\n');
  const base = { event: describeEvent(event), log };
  // A job whose condition says no leaves nothing.
  const built = runs.some(({ run }) => run.jobs.length > 0);
  if (wanted === undefined || !built) {
    const expected = { built: wanted !== undefined };
    const actual = { built };
    return {
      ...base,
      expected,
      actual,
      compared: 1,
      differences: Number(expected.built !== actual.built),
    };
  }
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  const jobs = jobsOf(runs, wanted.jobs.length === 1).map((job, index) => ({
    result: job.result,
    trace: inExpectedOrder(
      traceOf(job.console).map(machine.named),
      fillAll(wanted.jobs[index]?.trace ?? [], fill),
    ),
  }));
  const expected = {
    built: true,
    result: wanted.result,
    jobs: wanted.jobs.map(({ result, trace }) => ({ result, trace: linesOf(trace).map(fill) })),
    files: mapValues(wanted.files, (text) => (text === null ? null : fill(text))),
    ...(wanted.pushed === undefined ? {} : { pushed: wanted.pushed.map(fill).toSorted() }),
    images: wanted.images,
    ...(wanted.artifacts === undefined ? {} : { artifacts: wanted.artifacts }),
  };
  const actual = {
    built: true,
    result: resultOf(runs),
    jobs,
    files: mapValues(wanted.files, (_, path) => keptFile(folder, path)),
    ...(wanted.pushed === undefined ? {} : { pushed: await machine.pushed() }),
    images: Object.fromEntries(
      await Promise.all(
        Object.keys(wanted.images).map(async (name) => [name, await machine.hasImage(name)]),
      ),
    ),
    ...(wanted.artifacts === undefined ? {} : { artifacts: artifactsOf(folder) }),
  };
  const [ours, theirs] = [flat(actual), flat(expected)];
  return {
    ...base,
    expected,
    actual,
    compared: theirs.length,
    differences: differences(ours, theirs),
  };
}

const fillAll = (
  trace: ExpectedRun['jobs'][number]['trace'],
  fill: (text: string) => string,
): ExpectedRun['jobs'][number]['trace'] =>
  trace.map((item) =>
    typeof item === 'string'
      ? fill(item)
      : { together: item.together.map((lane) => lane.map(fill)) },
  );

/** The jobs as the vendor counted them: one for everything, or one for each row of the matrix. */
function jobsOf(
  runs: readonly WorkflowRun[],
  asOne: boolean,
): readonly { readonly result: string; readonly console: readonly string[] }[] {
  const all = runs.flatMap(({ lowered, run }) =>
    lowered.jobs.map(({ id }) => {
      const job = run.jobs.find((candidate) => candidate.id === id);
      return { result: job?.result ?? 'not run', console: job?.console ?? [] };
    }),
  );
  if (!asOne || all.length <= 1) return all;
  return [{ result: resultOf(runs), console: all.flatMap(({ console }) => console) }];
}

function resultOf(runs: readonly WorkflowRun[]): string {
  const counted = runs.flatMap(({ lowered, run }) =>
    run.jobs.filter(({ id }) => lowered.jobs.find((job) => job.id === id)?.allowed === false),
  );
  return (
    counted.find(({ result }) => result === 'failure' || result === 'cancelled')?.result ??
    'success'
  );
}

/** Every compared thing as one line. */
function flat(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => flat(item, at));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, part]) => flat(part, `${at}/${key}`));
  return [`${at}: ${value}`];
}

function keptFile(folder: string, path: string): string | null {
  const kept = join(folder, 'kept');
  const job = existsSync(kept) ? readdirSync(kept)[0] : undefined;
  const file = join(kept, job ?? '', path);
  return job !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function artifactsOf(folder: string): Readonly<Record<string, string>> {
  const at = join(folder, 'artifacts');
  return Object.fromEntries(
    filesBelow(at).map((path) => [path, readFileSync(join(at, path), 'utf8')]),
  );
}

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, key: string) => B,
): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
