// The nodes of a legacy file. A scalar keeps its source text: `1.10` stays `1.10`, and `true` is a word
// until a reader asks for a flag. An alias is the very node that its anchor names, so the tree is a graph.

import type { SourceFile } from './source-file.ts';

type NodeBase = {
  readonly file: SourceFile;
  /** JSON Pointer of the place where the node is written (an alias stands where its anchor does). */
  readonly path: string;
  /** UTF-16 offsets into the file. */
  readonly start: number;
  readonly end: number;
  /** The collection that the node is written in. */
  readonly parent?: CollectionNode;
  /** Comment lines above the node, without `#`. */
  readonly before: readonly string[];
  /** Comment behind the node, without `#`. */
  readonly behind?: string;
};

export type ScalarNode = NodeBase & {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
};

export type KeyNode = { readonly text: string; readonly start: number; readonly end: number };

export type Entry = {
  readonly key: KeyNode;
  readonly value: SourceNode;
  /** True where the entry came in by a merge key. */
  readonly merged: boolean;
};

export type MappingNode = NodeBase & {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
};
type SequenceNode = NodeBase & {
  readonly kind: 'sequence';
  readonly items: readonly SourceNode[];
};
export type CollectionNode = MappingNode | SequenceNode;
export type SourceNode = ScalarNode | CollectionNode;

/** What the report counts: a scalar, or a collection with nothing in it. */
export type LeafNode = SourceNode;

export const isNull = (node: SourceNode): boolean =>
  node.kind === 'scalar' &&
  node.style === 'plain' &&
  (node.text === '' || node.text === '~' || /^null$/i.test(node.text));

export const isEmpty = (node: SourceNode): boolean =>
  isNull(node) ||
  (node.kind === 'mapping' && node.entries.length === 0) ||
  (node.kind === 'sequence' && node.items.length === 0);

export function entryOf(node: SourceNode | undefined, key: string): Entry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.entries.find((entry) => entry.key.text === key);
}

export const valueAt = (node: SourceNode | undefined, key: string): SourceNode | undefined =>
  entryOf(node, key)?.value;

/** Every scalar and empty collection below a node, through aliases, each once. */
export function leavesOf(node: SourceNode): readonly LeafNode[] {
  const seen = new Set<SourceNode>();
  const leaves: LeafNode[] = [];
  const visit = (at: SourceNode): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (at.kind === 'scalar') leaves.push(at);
    else if (at.kind === 'mapping') {
      if (at.entries.length === 0) leaves.push(at);
      for (const entry of at.entries) visit(entry.value);
    } else {
      if (at.items.length === 0) leaves.push(at);
      for (const item of at.items) visit(item);
    }
  };
  visit(node);
  return leaves;
}
