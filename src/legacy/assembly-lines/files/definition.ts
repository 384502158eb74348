// What a resource's definition says, in all of its syntaxes (shippable.md 8.6): `versionTemplate`; `pointer`, `seed`
// and `version`; the oldest `source`.

import { type ScalarNode, type SourceNode, valueAt } from '../../../source/node.ts';
import type { LineResource } from './model.ts';

const places = ['versionTemplate', 'version', 'seed', 'pointer', 'source'] as const;

/** A field of the definition; undefined without it. */
export function fieldOf({ node }: LineResource, name: string): SourceNode | undefined {
  for (const place of places) {
    const value = valueAt(valueAt(node, place), name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function textField(resource: LineResource, name: string): ScalarNode | undefined {
  const value = fieldOf(resource, name);
  return value?.kind === 'scalar' ? value : undefined;
}

/** OWNER/NAME, name of an image, of a cluster; the oldest files say `name`. */
export const sourceName = (resource: LineResource): ScalarNode | undefined =>
  textField(resource, 'sourceName') ?? textField(resource, 'name');
