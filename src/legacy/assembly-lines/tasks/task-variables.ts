// Variables of a job's TASKs.

import type { LineJob } from '../files/model.ts';

/** Values that variables of a TASK can have: names of resources are handed on so. */
export function taskVariableValues(
  job: LineJob | undefined,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const add = (name: string, value: string): void => {
    values.set(name, [...(values.get(name) ?? []), value]);
  };
  for (const { keys, script } of job?.tasks ?? []) {
    for (const item of keys?.runtime?.options?.env ?? []) {
      if ('kind' in item) {
        const [name = '', ...rest] = item.text.split('=');
        add(name, rest.join('='));
      } else for (const { key, value } of item) add(key.text, value.text);
    }
    for (const { text } of script) {
      for (const [, name, value] of text.matchAll(
        /(?:^|[\s;&(])(?:export\s+)?(\w+)=["']?([\w.-]+)["']?(?=\s|;|$)/gm,
      ))
        if (name !== undefined && value !== undefined) add(name, value);
    }
  }
  return values;
}
