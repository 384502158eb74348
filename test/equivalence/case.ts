// A case: a legacy project of a few files, and what its vendor did with it according to the reference.
//   case.yml   what is proved, where the reference says so, the events, and the trace of each
//   machine/   programs that the machine has for this case, first on PATH
//   the rest   the repository

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What happened at the code host. */
export type EventKind =
  | { readonly kind: 'push'; readonly branch: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | {
      readonly kind: 'pull-request';
      readonly from: string;
      readonly into: string;
      readonly fork: boolean;
    };

/** A line, or sequences of lines that may come in between each other, as those of parallel steps do. */
export type Expected = string | { readonly together: readonly (readonly string[])[] };

export type Result = 'success' | 'failure' | 'cancelled';

type ExpectedJob = { readonly result: Result; readonly trace: readonly Expected[] };

export type CaseEvent = {
  readonly event: EventKind;
  /** Message of the commit that the event is about. */
  readonly message: string;
  /** Title of the pull request. */
  readonly title: string;
  /** `undefined`: the vendor built nothing. */
  readonly expected: ExpectedRun | undefined;
  /** The user stops the build, or its time is up, as soon as this line is on the console. */
  readonly stop: { readonly after: string; readonly because: 'cancelled' | 'timeout' } | undefined;
  /** Whether a person approves jobs that wait for it. */
  readonly approved: boolean;
  /** What the pushed commit changes: files and their new text, `null` for one that it removes. */
  readonly changes: Readonly<Record<string, string | null>>;
};

export type ExpectedRun = {
  readonly result: Result;
  /** The jobs of the run, in the vendor's order. */
  readonly jobs: readonly ExpectedJob[];
  /** Files that the build left in its clone, and their text; `null`: not there. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Repositories of the registry with the tags that are there afterwards, `name:tag`. */
  readonly pushed: readonly string[] | undefined;
  /** Images that are in the engine afterwards (`true`) or are not. */
  readonly images: Readonly<Record<string, boolean>>;
  /** Files that the build handed over as its artefacts, by the name of the upload. */
  readonly artifacts: Readonly<Record<string, string>> | undefined;
};

type CaseRegistry = {
  /** Whether there is another one, with the same accounts. */
  readonly second: boolean;
  /** Accounts and passwords; nobody has to log in without any. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Images that are there before, by `name:tag`: the lines of their Dockerfile. */
  readonly images: Readonly<Record<string, string>>;
};

export type EquivalenceCase = {
  readonly system: string;
  readonly name: string;
  readonly folder: string;
  readonly proves: string;
  /** Sections of the reference. */
  readonly from: string;
  readonly events: readonly CaseEvent[];
  readonly secrets: Readonly<Record<string, string>>;
  /** The translator gets CodeShip's key, to read names. */
  readonly hasKey: boolean;
  /** What was switched on in the vendor's settings, and so is in the triggers by hand. */
  readonly enabled: readonly 'tags'[];
  /** Uses something that a machine has once (a port, a folder with a fixed name). */
  readonly alone: boolean;
  readonly registry: CaseRegistry | undefined;
  /** Files that CodeShip's tool encrypted, and what they hold. */
  readonly encrypted: Readonly<Record<string, string>>;
  /** Images that are in the engine before, by name: the lines of their Dockerfile. */
  readonly images: Readonly<Record<string, string>>;
};

export const equivalenceFolder = new URL('.', import.meta.url).pathname;

/** Folders of systems; one for Assembly Lines is picked up as soon as it is there. */
const systems = ['shippable', 'assembly-lines', 'codeship'];

export function equivalenceCases(): readonly EquivalenceCase[] {
  return systems.flatMap((system) => {
    const at = join(equivalenceFolder, system);
    if (!existsSync(at)) return [];
    return readdirSync(at)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => readCase(system, name, join(at, name)));
  });
}

/** Files of a case that are not of its repository. */
export const isOfTheCase = (path: string): boolean =>
  path === 'case.yml' || path.startsWith('machine/');

type Fields = Readonly<Record<string, unknown>>;

function readCase(system: string, name: string, folder: string): EquivalenceCase {
  const at = `${system}/${name}/case.yml`;
  const fields = mapping(parse(readFileSync(join(folder, 'case.yml'), 'utf8')), at);
  onlyKeys(
    fields,
    [
      'proves',
      'from',
      'events',
      'secrets',
      'key',
      'enabled',
      'alone',
      'registry',
      'encrypted',
      'images',
    ],
    at,
  );
  const registry = fields['registry'];
  return {
    system,
    name,
    folder,
    proves: text(fields['proves'], `${at}: proves`),
    from: text(fields['from'], `${at}: from`),
    secrets: texts(fields['secrets'] ?? {}, `${at}: secrets`),
    hasKey: fields['key'] === 'given',
    enabled: fields['enabled'] === undefined ? [] : ['tags'],
    alone: fields['alone'] === true,
    images: texts(fields['images'] ?? {}, `${at}: images`),
    encrypted: texts(fields['encrypted'] ?? {}, `${at}: encrypted`),
    registry: registry === undefined ? undefined : readRegistry(registry, `${at}: registry`),
    events: list(fields['events'], `${at}: events`).map((event, index) =>
      readEvent(mapping(event, at), `${at}: event ${index + 1}`),
    ),
  };
}

function readRegistry(value: unknown, at: string): CaseRegistry {
  const fields = mapping(value, at);
  onlyKeys(fields, ['accounts', 'images', 'second'], at);
  return {
    second: fields['second'] === true,
    accounts: texts(fields['accounts'] ?? {}, at),
    images: texts(fields['images'] ?? {}, at),
  };
}

const runKeys = ['result', 'trace', 'jobs', 'files', 'pushed', 'images', 'artifacts'];

function readEvent(fields: Fields, at: string): CaseEvent {
  onlyKeys(
    fields,
    [
      ...runKeys,
      'push',
      'tag',
      'pull_request',
      'message',
      'title',
      'stop',
      'built',
      'approved',
      'changes',
    ],
    at,
  );
  const stop = fields['stop'] === undefined ? undefined : mapping(fields['stop'], at);
  return {
    event: readKind(fields, at),
    message: text(fields['message'] ?? 'Change something', at),
    title: text(fields['title'] ?? 'Please pull', at),
    approved: fields['approved'] !== false,
    changes: textsOrNull(fields['changes'] ?? {}, `${at}: changes`),
    stop:
      stop === undefined
        ? undefined
        : {
            after: text(stop['after'], `${at}: stop`),
            because: stop['because'] === 'timeout' ? 'timeout' : 'cancelled',
          },
    expected: fields['built'] === false ? undefined : readRun(fields, at),
  };
}

function readKind(fields: Fields, at: string): EventKind {
  if (fields['push'] !== undefined) return { kind: 'push', branch: text(fields['push'], at) };
  if (fields['tag'] !== undefined) return { kind: 'tag', tag: text(fields['tag'], at) };
  const request = mapping(fields['pull_request'], `${at}: pull_request`);
  return {
    kind: 'pull-request',
    from: text(request['from'], at),
    into: text(request['into'], at),
    fork: request['fork'] === true,
  };
}

function readRun(fields: Fields, at: string): ExpectedRun {
  const jobs =
    fields['jobs'] === undefined
      ? [readJob(fields, at)]
      : list(fields['jobs'], at).map((job) => {
          const own = mapping(job, at);
          onlyKeys(own, ['result', 'trace'], at);
          return readJob(own, at);
        });
  const result = fields['result'] as Result | undefined;
  return {
    jobs,
    result: result ?? jobs.find((job) => job.result !== 'success')?.result ?? 'success',
    files: textsOrNull(fields['files'] ?? {}, at),
    pushed:
      fields['pushed'] === undefined
        ? undefined
        : list(fields['pushed'], at).map((item) => text(item, at)),
    images: Object.fromEntries(
      Object.entries(mapping(fields['images'] ?? {}, at)).map(([name, value]) => [
        name,
        value === true,
      ]),
    ),
    artifacts:
      fields['artifacts'] === undefined
        ? undefined
        : texts(fields['artifacts'], `${at}: artifacts`),
  };
}

function readJob(fields: Fields, at: string): ExpectedJob {
  const result = text(fields['result'] ?? 'success', `${at}: result`);
  if (result !== 'success' && result !== 'failure' && result !== 'cancelled')
    throw new Error(`${at}: result: ${result}`);
  return {
    result,
    trace: list(fields['trace'] ?? [], at).map((item) => readLine(item, `${at}: trace`)),
  };
}

function readLine(value: unknown, at: string): Expected {
  if (typeof value === 'string') return value;
  const fields = mapping(value, at);
  onlyKeys(fields, ['together'], at);
  return {
    together: list(fields['together'], at).map((lane) =>
      (Array.isArray(lane) ? lane : [lane]).map((item) => text(item, at)),
    ),
  };
}

function mapping(value: unknown, at: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Error(`${at}: expected a mapping, found ${JSON.stringify(value)}`);
}

function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${at}: expected a list, found ${JSON.stringify(value)}`);
}

function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${at}: expected a text (in quotes?), found ${JSON.stringify(value)}`);
}

const texts = (value: unknown, at: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(mapping(value, at)).map(([key, part]) => [key, text(part, `${at}: ${key}`)]),
  );

const textsOrNull = (value: unknown, at: string): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries(mapping(value, at)).map(([key, part]) => [
      key,
      part === null ? null : text(part, `${at}: ${key}`),
    ]),
  );

function onlyKeys(fields: Fields, known: readonly string[], at: string): void {
  for (const key of Object.keys(fields)) {
    if (!known.includes(key)) throw new Error(`${at}: unknown key ${key}`);
  }
}
