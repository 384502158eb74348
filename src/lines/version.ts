// A version of a resource or job, and the first one that its definition makes.

import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, objectOf, textOf } from '../ground/json.ts';
import { without } from './json.ts';
import type { LineStep } from './step-list.ts';

export type Version = {
  readonly versionNumber: number;
  /** Undefined where there is none yet. */
  readonly versionName?: string;
  readonly propertyBag: JsonObject;
};

/** Reads a version of the store, an artifact or a file; undefined where it is none. */
export function readVersion(value: unknown): Version | undefined {
  if (!isObject(value)) return undefined;
  const { versionNumber, versionName, propertyBag } = value;
  const name = textOf(versionName);
  return {
    versionNumber:
      typeof versionNumber === 'number' && Number.isSafeInteger(versionNumber) && versionNumber >= 0
        ? versionNumber
        : 0,
    ...defined({ versionName: name }),
    propertyBag: objectOf(propertyBag),
  };
}

/**
 * What stands in the definition, in both of its forms (shippable.md 8.6): `versionTemplate`, or `pointer`, `seed` and
 * `version`; the oldest had `source`.
 */
export function firstVersion({ type, definition }: Pick<LineStep, 'type' | 'definition'>): Version {
  const [template, seed, version, pointer, source] = [
    'versionTemplate',
    'seed',
    'version',
    'pointer',
    'source',
  ].map((key) => objectOf(definition[key])) as [
    JsonObject,
    JsonObject,
    JsonObject,
    JsonObject,
    JsonObject,
  ];
  const name = textOf(
    template['versionName'] ?? seed['versionName'] ?? version['versionName'] ?? source['tag'],
  );
  const bag: Record<string, Json> = {
    ...defined({ sourceName: source['name'] }),
    ...without(source, 'name', 'tag'),
    ...pointer,
    ...without(seed, 'versionName'),
    ...without(version, 'versionName'),
    ...without(template, 'versionName'),
  };
  // The oldest params have their pairs in `version` itself.
  if (type === 'params' && !isObject(bag['params'])) {
    const params = { ...bag };
    for (const key of Object.keys(bag)) delete bag[key];
    bag['params'] = params;
  }
  return { versionNumber: 1, ...defined({ versionName: name }), propertyBag: bag };
}
