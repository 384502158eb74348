// Steps after inheritance and fan-out: what really runs, with everything that holds for it.

import type { Traced } from '../../../output/tree.ts';
import type { MappingNode, ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Credentials, Service } from '../services/service.ts';

/** The conditions of one step or group, decided together: `exclude` wins over `tag`. */
export type Term = {
  readonly tag?: ScalarNode;
  readonly exclude?: ScalarNode;
  /** What a condition that needs a name is called after. */
  readonly label: string;
};

type ItemBase = {
  readonly node: MappingNode;
  /** For people: the names of the groups around it, and its own. */
  readonly label: Traced;
  readonly before: readonly string[];
  /** Of the groups around it and its own, all of which must hold. */
  readonly terms: readonly Term[];
  readonly onFail: readonly Item[];
  /** Values that hold for the whole of it: its type, the service of a group. */
  readonly from: readonly SourceNode[];
};

type LeafBase = ItemBase & {
  /** The step's own name. */
  readonly name?: ScalarNode;
  readonly service: Service;
  readonly credentials?: Credentials;
};

export type RunItem = LeafBase & {
  readonly kind: 'run';
  readonly argv: readonly string[];
  readonly command: readonly SourceNode[];
};

export type PushItem = LeafBase & {
  readonly kind: 'push';
  readonly imageName: ScalarNode;
  readonly imageTag?: ScalarNode;
  readonly registry?: ScalarNode;
};

export type LoadItem = LeafBase & { readonly kind: 'load' };

export type Leaf = RunItem | PushItem | LoadItem;

export type Group = ItemBase & {
  readonly kind: 'serial' | 'parallel' | 'manual';
  readonly items: readonly Item[];
};

export type Item = Leaf | Group;

/** The same item with further comment lines above it. */
export const commented = <I extends Item>(item: I, before: readonly string[]): I =>
  before.length === 0 ? item : { ...item, before: [...before, ...item.before] };

/** Every leaf below an item, in order, without those that run on failure. */
export const leavesOf = (item: Item): readonly Leaf[] =>
  'items' in item ? item.items.flatMap(leavesOf) : [item];

/** The same, with those that run on failure. */
export const allLeavesOf = (item: Item): readonly Leaf[] => [
  ...('items' in item ? item.items.flatMap(allLeavesOf) : [item]),
  ...item.onFail.flatMap(allLeavesOf),
];
