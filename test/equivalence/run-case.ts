// One case: its files are converted, become a repository, and every event is built and compared.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { type ActRun, runAct } from './act.ts';
import { actionsOf } from './actions.ts';
import {
  type CaseEvent,
  type EquivalenceCase,
  type ExpectedRun,
  equivalenceFolder,
  isOfTheCase,
} from './case.ts';
import { createHistory, repositoryName } from './history.ts';
import { type Lowered, lower } from './lower.ts';
import { type Machine, prepareMachine } from './machine.ts';
import { differences, inExpectedOrder, linesOf, traceOf } from './trace.ts';
import type { Translator } from './translator.ts';
import { starts } from './triggers.ts';

export type Tools = { readonly translator: Translator; readonly ownActions: string };

/** What an event came to, in the same form for the vendor and for us. */
export type Outcome = Readonly<Record<string, unknown>>;

export type Comparison = {
  readonly event: string;
  readonly expected: Outcome;
  readonly actual: Outcome;
  /** Lines of traces, results, files, tags and images that were compared. */
  readonly compared: number;
  readonly differences: number;
  readonly log: string;
};

/** Runs the events of a case in their order, on one machine: caches and registries outlive a build. */
export async function runCase(of: EquivalenceCase, tools: Tools): Promise<readonly Comparison[]> {
  const root = mkdtempSync(join(tmpdir(), `transship-equivalence-${of.name.slice(0, 30)}-`));
  const machine = await prepareMachine(of);
  try {
    const files = join(root, 'files');
    const source = copyRepository(of, files, machine);
    await tools.translator.convert(files);
    const state = join(root, 'state');
    mkdirSync(state);
    const comparisons: Comparison[] = [];
    for (const [index, event] of of.events.entries()) {
      const folder = join(root, `event-${index + 1}`);
      mkdirSync(folder);
      const place = { folder, files, state, source, number: index + 1 };
      comparisons.push(await runEvent(of, event, place, machine, tools));
    }
    return comparisons;
  } finally {
    await machine.remove();
    rmSync(root, { recursive: true, force: true });
  }
}

type Place = {
  readonly folder: string;
  readonly files: string;
  readonly state: string;
  readonly source: string;
  readonly number: number;
};

/** The files of the project with the real address of the registry; gives the folder of the machine's programs. */
function copyRepository(of: EquivalenceCase, to: string, machine: Machine): string {
  for (const path of filesBelow(of.folder)) {
    if (isOfTheCase(path)) continue;
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(of.folder, path), target);
    const text = readFileSync(target, 'latin1');
    const mode = statSync(target).mode;
    writeFileSync(target, machine.real(text), { encoding: 'latin1', mode });
  }
  return join(of.folder, 'machine');
}

async function runEvent(
  of: EquivalenceCase,
  event: CaseEvent,
  place: Place,
  machine: Machine,
  tools: Tools,
): Promise<Comparison> {
  const workflows = startedWorkflows(of, event, place.files);
  // Always at the same place, and empty each time, as on the machines of GitHub.
  const home = join(dirname(place.folder), 'home');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const env = {
    PATH: `${place.source}:${join(equivalenceFolder, 'runner')}:${process.env['PATH']}`,
    HOME: home,
    LANG: 'C.UTF-8',
    EQUIVALENCE_STATE: place.state,
    EQUIVALENCE_EVENT: place.folder,
  };
  const history = await createHistory(place.folder, place.files, event, env);
  const runId = String(Date.now() * 1000 + Math.floor(Math.random() * 1000));
  const names = { ...history.names, run_id: runId, run_number: String(place.number) };
  const runs: { readonly lowered: Lowered; readonly run: ActRun }[] = [];
  for (const workflow of workflows) {
    const lowered = lower(workflow, {
      approved: event.approved,
      enabled: of.enabled,
      ownActions: tools.ownActions,
      ...(needsWorkspace(event.expected) ? { keepWorkspace: join(place.folder, 'kept') } : {}),
    });
    const [file, payload] = [join(place.folder, 'workflow.yml'), join(place.folder, 'event.json')];
    writeFileSync(file, lowered.text);
    writeFileSync(payload, JSON.stringify(history.payload));
    const run = await runAct({
      cwd: history.clone,
      workflow: file,
      eventName: history.eventName,
      payload,
      actions: actionsOf(workflow, tools.ownActions),
      env: { ...env, EQUIVALENCE_ORIGIN: history.origin },
      contexts: {
        GITHUB_REPOSITORY: repositoryName,
        GITHUB_REF: history.ref,
        // Of a pull request too, which `act` says nothing of.
        GITHUB_REF_TYPE: history.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_RUN_ID: runId,
        GITHUB_RUN_NUMBER: String(place.number),
      },
      secrets: secretsFor(of, event, machine),
      stopAfter: event.stop?.after,
    });
    runs.push({ lowered, run });
  }
  return compare(event, runs, names, place, machine);
}

/** Workflows of the repository that GitHub starts for the event. */
function startedWorkflows(of: EquivalenceCase, event: CaseEvent, files: string): readonly string[] {
  const folder = join(files, '.github/workflows');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => {
      const workflow = parse(text) as Record<string, Record<string, Record<string, unknown>>>;
      if (of.enabled.includes('tags') && workflow['on']?.['push'] !== undefined)
        workflow['on']['push']['tags'] ??= ['**'];
      return starts(workflow, event.event, event.message);
    });
}

/** A pull request from a fork gets none. */
function secretsFor(
  of: EquivalenceCase,
  { event }: CaseEvent,
  machine: Machine,
): Readonly<Record<string, string>> {
  if (event.kind === 'pull-request' && event.fork) return {};
  return Object.fromEntries(
    Object.entries(of.secrets).map(([name, value]) => [
      name,
      value === '(a new SSH key)' ? newSshKey() : machine.real(value),
    ]),
  );
}

function newSshKey(): string {
  const folder = mkdtempSync(join(tmpdir(), 'transship-key-'));
  const file = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return text;
}

const needsWorkspace = (expected: ExpectedRun | undefined): boolean =>
  Object.keys(expected?.files ?? {}).length > 0;

const describeEvent = ({ event, message, stop, approved }: CaseEvent): string => {
  const skipped = /skip|ci\]/.test(message) ? ` (${message})` : '';
  const stopped = stop === undefined ? '' : `, ${stop.because}`;
  const waits = approved ? '' : ', not approved';
  if (event.kind === 'push') return `push ${event.branch}${skipped}${stopped}${waits}`;
  if (event.kind === 'tag') return `tag ${event.tag}${skipped}${stopped}${waits}`;
  const fork = event.fork ? ' (fork)' : '';
  return `pull request ${event.from}${fork} > ${event.into}${skipped}${stopped}${waits}`;
};

async function compare(
  event: CaseEvent,
  runs: readonly { readonly lowered: Lowered; readonly run: ActRun }[],
  names: Readonly<Record<string, string>>,
  place: Place,
  machine: Machine,
): Promise<Comparison> {
  const { expected: wanted } = event;
  const log = runs.map(({ run }) => run.log).join('\n');
  const base = { event: describeEvent(event), log };
  if (wanted === undefined || runs.length === 0) {
    const expected = { built: wanted !== undefined };
    const actual = { built: runs.length > 0 };
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
    files: mapValues(wanted.files, (_, path) => keptFile(place.folder, path)),
    ...(wanted.pushed === undefined ? {} : { pushed: await machine.pushed() }),
    images: Object.fromEntries(
      await Promise.all(
        Object.keys(wanted.images).map(async (name) => [name, await machine.hasImage(name)]),
      ),
    ),
    ...(wanted.artifacts === undefined ? {} : { artifacts: artifactsOf(place.folder) }),
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
  runs: readonly { readonly lowered: Lowered; readonly run: ActRun }[],
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

function resultOf(runs: readonly { readonly lowered: Lowered; readonly run: ActRun }[]): string {
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

const filesBelow = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort();

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, key: string) => B,
): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
