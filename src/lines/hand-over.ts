// What a job leaves for those that follow in the same run: one file, the artifact `line-JOB`.

import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, parseObject, textOf } from '../ground/json.ts';
import { packOfJson, packToJson, type StatePack } from './state-pack.ts';
import { readVersion, type Version } from './version.ts';

/** The version of a resource, or of the job itself, after a job. */
export type MadeVersion = {
  readonly name: string;
  readonly type: string;
  readonly version: Version;
  /** Mark of the definition that it began from, of params (template.ts of the store compares it). */
  readonly template?: string;
  readonly state?: StatePack;
};

/** A version that a job was given, for the record of the run. */
export type UsedVersion = {
  readonly name: string;
  readonly type: string;
  readonly version: Version;
};

export type HandOver = {
  readonly job: string;
  readonly type: string;
  /** Place in the matrix; undefined without one. */
  readonly leg?: string;
  readonly status: 'success' | 'failure';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** New versions alone; the job's own is one of them. */
  readonly made: readonly MadeVersion[];
  readonly used: readonly UsedVersion[];
};

const format = 1;

export function handOverText(handOver: HandOver): string {
  const { made, ...rest } = handOver;
  return JSON.stringify({
    format,
    ...rest,
    made: made.map(({ state, ...version }) => ({
      ...version,
      ...(state !== undefined && { state: packToJson(state) }),
    })),
  });
}

/** Reads what a job left; undefined where it is something else. State that is bad is left out, and said. */
export function readHandOver(
  text: string,
  complain: (message: string) => void,
): HandOver | undefined {
  const value = parseObject(text);
  const job = textOf(value?.['job']);
  if (value?.['format'] !== format || job === undefined) return undefined;
  const leg = textOf(value['leg']);
  return {
    job,
    type: textOf(value['type']) ?? '',
    ...defined({ leg }),
    status: value['status'] === 'failure' ? 'failure' : 'success',
    at: typeof value['at'] === 'number' ? value['at'] : 0,
    made: listOf(value['made']).flatMap((item) => madeOf(item, job, complain)),
    used: listOf(value['used']).flatMap((item) => namedOf(item)),
  };
}

/** Jobs of one run in the order in which they ended: the last one of a matrix wins, as it always did. */
export function inOrder(handOvers: readonly HandOver[]): readonly HandOver[] {
  return [...handOvers].sort(
    (a, b) => a.at - b.at || Number(a.leg ?? 0) - Number(b.leg ?? 0) || (a.job < b.job ? -1 : 1),
  );
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

function namedOf(item: Json): readonly UsedVersion[] {
  if (!isObject(item)) return [];
  const [name, version] = [textOf(item['name']), readVersion(item['version'])];
  return name === undefined || version === undefined
    ? []
    : [{ name, type: textOf(item['type']) ?? '', version }];
}

function madeOf(
  item: Json,
  job: string,
  complain: (message: string) => void,
): readonly MadeVersion[] {
  const object: JsonObject = isObject(item) ? item : {};
  const template = textOf(object['template']);
  return namedOf(item).map((named) => {
    const pack = object['state'] === undefined ? undefined : packOfJson(object['state']);
    if (pack?.ok === false)
      complain(`${job} left no usable state for ${named.name}: ${pack.failure.message}.`);
    return {
      ...named,
      ...defined({ template }),
      ...(pack?.ok === true && { state: pack.value }),
    };
  });
}
