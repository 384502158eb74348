// What the files of lines ask of JSON values.

import { isObject, type JsonObject, textOf } from '../ground/json.ts';

/** `on`, `yes` and their like are true, as in YAML 1.1. */
export function isTrue(value: unknown): boolean {
  return /^(?:true|on|yes)$/i.test(textOf(value) ?? '');
}

/** Whether two values are the same, whatever the order of their keys. A number and its text differ. */
export function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON with its keys in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(',')}}`;
}

/** An object without what is undefined, and with its own keys alone. */
export function without(value: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
