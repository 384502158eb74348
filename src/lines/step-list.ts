// The inputs `in`, `out` and `integrations`: YAML lists of what the steps of a job name.

import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, objectOf, textOf } from '../ground/json.ts';
import { fail, ok, type Result } from '../ground/result.ts';
import { isTrue, without } from './json.ts';
import { badName } from './names.ts';

export type Operation = 'IN' | 'OUT';

/** A resource or a job that a step names. */
export type LineStep = {
  readonly operation: Operation;
  readonly name: string;
  readonly type: string;
  readonly isJob: boolean;
  /** The definition as written. */
  readonly definition: JsonObject;
  /** What stood beside `IN:` or `OUT:`. */
  readonly attributes: JsonObject;
  /** Fields of its integration that steps get as variables. */
  readonly secrets: readonly string[];
  /** Type of that integration; empty where nobody could tell. */
  readonly kind: string;
  /** Whether a gitRepo is said to be this repository. */
  readonly own: boolean | undefined;
  /** Of something of another repository: its version is read, so nothing goes without one. */
  readonly versioned?: true;
  /** Of an image: the release or deployment whose version says which one. */
  readonly of?: string;
};

const ours = ['step', 'job', 'secrets', 'kind', 'own', 'of', 'versioned'];

/** Reads `in` or `out`. The failure says what is wrong, without the input's name. */
export function readSteps(text: string, operation: Operation): Result<readonly LineStep[]> {
  const list = readList(text);
  if (!list.ok) return list;
  const steps: LineStep[] = [];
  for (const [index, value] of list.value.entries()) {
    const name = isObject(value) ? textOf(value['name']) : undefined;
    if (!isObject(value) || name === undefined)
      return fail(`item ${index + 1} is not a mapping with a \`name\``);
    const bad = badName(name);
    if (bad !== undefined) return fail(`the name of item ${index + 1} can't be a folder: ${bad}`);
    if (steps.some((step) => step.name === name)) return fail(`\`${name}\` stands there twice`);
    const of = textOf(value['of']);
    const type = textOf(value['type']) ?? 'external';
    if (badName(type) !== undefined) return fail(`the type of \`${name}\` can't be a folder`);
    steps.push({
      operation,
      name,
      type,
      isJob: isTrue(value['job']),
      definition: without(value, ...ours),
      attributes: objectOf(value['step']),
      secrets: names(value['secrets']),
      kind: textOf(value['kind']) ?? '',
      own: value['own'] === undefined ? undefined : isTrue(value['own']),
      ...(isTrue(value['versioned']) ? { versioned: true as const } : {}),
      ...defined({ of }),
    });
  }
  return ok(steps);
}

export type JobIntegration = {
  readonly name: string;
  readonly kind: string;
  readonly secrets: readonly string[];
};

/** Reads `integrations`. */
export function readIntegrations(text: string): Result<readonly JobIntegration[]> {
  const list = readList(text);
  if (!list.ok) return list;
  const found: JobIntegration[] = [];
  for (const [index, value] of list.value.entries()) {
    const name = textOf(isObject(value) ? value['name'] : value);
    if (name === undefined || badName(name) !== undefined)
      return fail(`item ${index + 1} has no good \`name\``);
    const rest = objectOf(value);
    found.push({ name, kind: textOf(rest['kind']) ?? '', secrets: names(rest['secrets']) });
  }
  return ok(found);
}

export type RecordedJob = {
  readonly name: string;
  readonly out: readonly string[];
  readonly repos: readonly string[];
};

/** Reads the input `jobs` of line-record. */
export function readJobs(text: string): Result<readonly RecordedJob[]> {
  const list = readList(text);
  if (!list.ok) return list;
  const jobs: RecordedJob[] = [];
  for (const [index, value] of list.value.entries()) {
    const name = isObject(value) ? textOf(value['name']) : undefined;
    if (!isObject(value) || name === undefined)
      return fail(`item ${index + 1} is not a mapping with a \`name\``);
    jobs.push({ name, out: names(value['out']), repos: names(value['repos']) });
  }
  return ok(jobs);
}

const names = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap(
    (item) => textOf(item) ?? [],
  );

function readList(text: string): Result<readonly Json[]> {
  if (text.trim() === '') return ok([]);
  const document = parseDocument(text, { logLevel: 'silent', merge: true });
  const [error] = document.errors;
  if (error !== undefined) return fail(`it is not YAML: ${error.message.split('\n')[0]}`);
  try {
    const value = plain(document.contents, document.toJS({ maxAliasCount: 100 }) as Json);
    if (value === null) return ok([]);
    return Array.isArray(value) ? ok(value) : fail('it is not a list');
  } catch (failure) {
    return fail(`it is not YAML: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

/** The value of a node, with the source text of numbers that another number would not show: `1.10` is a tag. */
function plain(node: Node | null, value: Json): Json {
  if (isSeq(node) && Array.isArray(value))
    return node.items.map((item, index) => plain(item as Node, value[index] ?? null));
  if (isMap(node) && isObject(value)) {
    const result: Record<string, Json> = { ...value };
    for (const { key, value: inner } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (Object.hasOwn(result, name)) result[name] = plain(inner as Node, value[name] ?? null);
    }
    return result;
  }
  if (isScalar(node) && typeof value === 'number') {
    const { source } = node as Scalar;
    if (source !== undefined && source !== String(value)) return source;
  }
  return value;
}
