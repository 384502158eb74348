// The nodes of a document, made from what the YAML library read: their paths, parents, places and comments; anchors, merge
// keys and keys that come twice are settled here.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { defined } from '../ground/defined.ts';
import type { Report } from './diagnostic.ts';
import type {
  CollectionNode,
  Entry,
  LeafNode,
  MappingNode,
  ScalarNode,
  SourceNode,
} from './node.ts';
import type { SourceFile } from './source-file.ts';

/** Above these a file is refused: no configuration is that large, and the parser's time and memory grow. */
export const limits = { bytes: 1_000_000, nodes: 50_000, depth: 100 };

/** What the nodes of one file are made with, and what became of it so far. */
export type Building = {
  readonly file: SourceFile;
  readonly report: Report;
  /** Carried from one file to the next. */
  readonly anchors: Map<string, SourceNode>;
  /** Each scalar and empty collection, in the order of the file. */
  readonly leaves: LeafNode[];
  /** Anchors whose nodes are being made. */
  readonly open: Set<string>;
  /** Nodes, those that merge keys copy among them. */
  count: number;
  /** Whether there was something that no YAML parser of the vendors took: the whole file was refused for it. */
  refused: boolean;
};

/** Whether the file has more values than are read; the others are empty then. */
export const isFull = ({ count }: Building): boolean => count > limits.nodes;

/** @param before the comment in front of the document */
export const buildNode = (
  to: Building,
  contents: ParsedNode,
  before: readonly string[],
): SourceNode => build(to, contents, { path: '', before, depth: 0 }, 0);

/** How many values a collection stands for once its aliases are followed. */
const weights = new WeakMap<SourceNode, number>();

export function weigh(node: SourceNode): number {
  const known = weights.get(node);
  if (known !== undefined || node.kind === 'scalar') return known ?? 1;
  const children = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items;
  return children.reduce((sum, child) => sum + (weights.get(child) ?? 1), 1);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Origin = {
  readonly path: string;
  readonly parent?: CollectionNode;
  readonly before: readonly string[];
  readonly depth: number;
};

function base(to: Building, at: ParsedNode, origin: Origin) {
  const [start, end] = at.range;
  const behind = isScalar(at) ? trailing(to, at).behind : undefined;
  to.count++;
  return {
    file: to.file,
    path: origin.path,
    start,
    end,
    before: [...origin.before, ...commentLines(at.commentBefore)],
    ...defined({ parent: origin.parent, behind }),
  };
}

/**
 * The comment behind a node in its own line, and those in lines below it that are indented deeper: for the parser they
 * are the node's as well, for a person the next one's.
 */
function trailing(
  to: Building,
  at: Scalar.Parsed,
): { readonly behind?: string; readonly below: readonly string[] } {
  const lines = at.comment ? commentLines(at.comment) : [];
  const [, end, rest] = at.range;
  if (/^[^#\n]*\n/.test(to.file.text.slice(end, rest))) return { below: lines };
  const [behind, ...below] = lines;
  return { ...defined({ behind }), below: below.filter((line, at) => line !== '' || at > 0) };
}

function scalar(
  to: Building,
  at: Scalar.Parsed | undefined,
  origin: Origin,
  offset: number,
): ScalarNode {
  if (at === undefined) {
    to.count++;
    const node: ScalarNode = {
      kind: 'scalar',
      file: to.file,
      path: origin.path,
      start: offset,
      end: offset,
      before: origin.before,
      text: '',
      style: 'plain',
      ...defined({ parent: origin.parent }),
    };
    to.leaves.push(node);
    return node;
  }
  const style = at.type === 'PLAIN' ? 'plain' : at.type?.startsWith('QUOTE') ? 'quoted' : 'block';
  const text = typeof at.value === 'string' ? at.value : (at.source ?? '');
  const node: ScalarNode = { kind: 'scalar', ...base(to, at, origin), text, style };
  to.leaves.push(node);
  return node;
}

function build(
  to: Building,
  at: ParsedNode | null | undefined,
  origin: Origin,
  offset: number,
): SourceNode {
  if (to.count > limits.nodes) return scalar(to, undefined, origin, offset);
  if (at === null || at === undefined) return scalar(to, undefined, origin, offset);
  if (isAlias(at)) return alias(to, at as ParsedNode & { source: string }, origin);
  const anchor = (at as { anchor?: string }).anchor;
  if (anchor !== undefined) to.open.add(anchor);
  const node =
    origin.depth > limits.depth
      ? tooDeep(to, at, origin)
      : isMap(at)
        ? mapping(to, at as ParsedNode & { items: readonly Pairish[] }, origin)
        : isSeq(at)
          ? sequence(to, at as ParsedNode & { items: readonly ParsedNode[] }, origin)
          : scalar(to, at as Scalar.Parsed, origin, offset);
  if (anchor !== undefined) {
    to.open.delete(anchor);
    to.anchors.set(anchor, node);
  }
  if (node.kind !== 'scalar') weights.set(node, weigh(node));
  return node;
}

/** The node that an alias names; where there is none, its text, for the file is refused then. */
function alias(
  to: Building,
  at: ParsedNode & { readonly source: string },
  origin: Origin,
): SourceNode {
  const target = to.anchors.get(at.source);
  if (target !== undefined && !to.open.has(at.source)) return target;
  const text = `*${at.source}`;
  const node: ScalarNode = { kind: 'scalar', ...base(to, at, origin), text, style: 'plain' };
  to.leaves.push(node);
  to.refused = true;
  to.report(
    'unresolved-alias',
    node,
    target === undefined
      ? `the alias \`*${at.source}\` names no anchor above it`
      : `the alias \`*${at.source}\` stands inside its own anchor`,
  );
  return node;
}

function tooDeep(to: Building, at: ParsedNode, origin: Origin): ScalarNode {
  const node: ScalarNode = { kind: 'scalar', ...base(to, at, origin), text: '', style: 'plain' };
  to.leaves.push(node);
  to.refused = true;
  to.report('file-too-large', node, `the file nests its collections deeper than ${limits.depth}`);
  return node;
}

function sequence(
  to: Building,
  at: ParsedNode & { items: readonly ParsedNode[] },
  origin: Origin,
): SourceNode {
  const items: SourceNode[] = [];
  const node = { kind: 'sequence' as const, ...base(to, at, origin), items };
  // A comment above the first item is the list's comment for the parser; it belongs to the item.
  const first = node.before;
  if (at.items.length > 0) node.before = origin.before as string[];
  at.items.forEach((item, index) => {
    const last = at.items[index - 1];
    const before =
      last === undefined
        ? first.slice(origin.before.length)
        : isScalar(last)
          ? [...trailing(to, last).below]
          : [];
    items.push(
      build(
        to,
        item,
        { path: `${origin.path}/${index}`, parent: node, before, depth: origin.depth + 1 },
        at.range[1],
      ),
    );
  });
  if (items.length === 0) to.leaves.push(node);
  return node;
}

function mapping(
  to: Building,
  at: ParsedNode & { items: readonly Pairish[] },
  origin: Origin,
): SourceNode {
  const entries: Entry[] = [];
  const node: Mutable<MappingNode> = { kind: 'mapping', ...base(to, at, origin), entries };
  const first = node.before.slice(origin.before.length);
  if (at.items.length > 0) node.before = origin.before;
  const own = new Map<string, number>();
  const merges: Entry[] = [];
  at.items.forEach((pair, index) => {
    const key = keyOf(pair.key);
    const before = [...(index === 0 ? first : []), ...commentLines(pair.key?.commentBefore)];
    if (key.text === '<<' && key.plain) {
      const value = build(
        to,
        pair.value,
        { path: origin.path, parent: node, before, depth: origin.depth + 1 },
        key.end,
      );
      merges.push(...mergedEntries(to, value));
      return;
    }
    const path = `${origin.path}/${key.text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const value = build(
      to,
      pair.value,
      { path, parent: node, before, depth: origin.depth + 1 },
      key.end + 1,
    );
    const earlier = own.get(key.text);
    const lost = earlier === undefined ? undefined : entries[earlier];
    if (lost !== undefined)
      to.report(
        'duplicate-key',
        lost.value,
        `\`${key.text}\` is given again further down; the last one counts`,
      );
    // The last one takes the place of the first.
    const place = earlier ?? entries.length;
    own.set(key.text, place);
    entries[place] = { key, value, merged: false };
  });
  for (const entry of merges) {
    if (own.has(entry.key.text)) continue;
    own.set(entry.key.text, entries.length);
    entries.push(entry);
  }
  if (entries.length === 0 && merges.length === 0) to.leaves.push(node);
  return node;
}

/** Looks at each node once, and counts what it copies: aliases of aliases would make it without end. */
function mergedEntries(to: Building, value: SourceNode, seen = new Set<SourceNode>()): Entry[] {
  if (seen.has(value) || to.count > limits.nodes) return [];
  seen.add(value);
  if (value.kind === 'mapping') {
    to.count += value.entries.length;
    return value.entries.map((entry) => ({ ...entry, merged: true }));
  }
  if (value.kind === 'sequence')
    return value.items.flatMap((item) => mergedEntries(to, item, seen));
  to.refused = true;
  to.report('bad-merge', value, 'a merge key `<<` takes a mapping, or a list of mappings');
  return [];
}

export const commentLines = (comment: string | null | undefined): string[] =>
  comment ? comment.split('\n').map((line) => line.replace(/^ /, '').trimEnd()) : [];

type Pairish = {
  readonly key: (ParsedNode & { source?: string }) | null;
  readonly value: ParsedNode | null;
};

function keyOf(key: Pairish['key']): { text: string; start: number; end: number; plain: boolean } {
  if (key === null) return { text: '', start: 0, end: 0, plain: false };
  const [start, end] = key.range;
  if (isScalar(key)) {
    const text = typeof key.value === 'string' ? key.value : String(key.source ?? '');
    return { text, start, end, plain: (key as Scalar).type === 'PLAIN' };
  }
  return { text: isAlias(key) ? `*${key.source}` : '?', start, end, plain: false };
}
