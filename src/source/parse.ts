// YAML (or JSON) text to nodes with places. Scalars keep their source text; merge keys, duplicate keys,
// aliases, several documents and hostile files are settled here, so that no later stage meets them.

import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
} from 'yaml';
import type { Report } from './diagnostic.ts';
import type {
  CollectionNode,
  Entry,
  LeafNode,
  MappingNode,
  ScalarNode,
  SourceNode,
} from './node.ts';
import { type SourceFile, sourceFile } from './source-file.ts';

export type SourceDocument = {
  readonly file: SourceFile;
  /** The first document with content; undefined for a file that is empty or cannot be read at all. */
  readonly root?: SourceNode;
  /** Everything the report must account for, in the order of the file: each scalar and empty collection. */
  readonly leaves: readonly LeafNode[];
  /** True where the text is not what the vendors' parsers took, so that nothing may be made from it. */
  readonly broken: boolean;
};

/** Above these a file is refused: no configuration is that large, and the parser's time and memory grow. */
export const limits = { bytes: 1_000_000, nodes: 50_000, depth: 100 };

/**
 * Reads one legacy file. Total: whatever is wrong is reported with a place, and what could be read is
 * still in `leaves`, so that the report can account for it. `anchors` carries anchors from one file to
 * the next: Shippable joined the text of its templates file and its main file (shippable.md 1.1).
 */
export function parseSource(
  path: string,
  content: string,
  report: Report,
  anchors: Map<string, SourceNode> = new Map(),
): SourceDocument {
  // A byte order mark of Windows is no part of the first line, and no column of it.
  const text = content.replace(/^\uFEFF/, '');
  const file = sourceFile(path, text);
  const whole = { file, start: 0, end: 0 };
  const refuse = (code: 'file-too-large' | 'binary-file', message: string): SourceDocument => {
    report(code, whole, message);
    return { file, leaves: [], broken: true };
  };
  if (text.length > limits.bytes) {
    return refuse(
      'file-too-large',
      `the file has ${text.length} characters; at most ${limits.bytes} are read`,
    );
  }
  if (/[\u0000\uFFFD]/.test(text)) {
    return refuse('binary-file', 'the file is not UTF-8 text');
  }
  const tooLarge = countTokens(text);
  if (tooLarge !== undefined) return refuse('file-too-large', tooLarge);
  try {
    return readDocuments(file, text, report, anchors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse('file-too-large', 'the file nests its collections too deep to be read');
  }
}

/** Counts tokens before anything is built from them: 10 MB of `- a` would take the parser 2 GB. */
function countTokens(text: string): string | undefined {
  if (text.length < limits.nodes / 4) return undefined;
  let nodes = 0;
  let flow = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u001F') nodes++;
    else if (token === '[' || token === '{') {
      nodes++;
      if (++flow > limits.depth)
        return `the file nests its collections deeper than ${limits.depth}`;
    } else if (token === ']' || token === '}') flow--;
    else if (token === '-') nodes++;
    if (nodes > limits.nodes * 2) return `the file has more than ${limits.nodes} values`;
  }
  return undefined;
}

function readDocuments(
  file: SourceFile,
  text: string,
  report: Report,
  anchors: Map<string, SourceNode>,
): SourceDocument {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const leaves: LeafNode[] = [];
  const builder = nodeBuilder(file, leaves, report, anchors);
  let root: SourceNode | undefined;
  let broken = false;
  const blank: SourceNode[] = [];
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (builder.full()) break;
    broken = reportErrors(document, file, report) || broken;
    if (document.contents === null) continue;
    const node = builder.build(document.contents as ParsedNode, leadingComment(document));
    if (node === undefined) continue;
    const isBlank = node.kind === 'scalar' && node.text === '';
    if (isBlank) blank.push(node);
    else if (root === undefined) root = node;
    else {
      report('extra-document', node, 'a second YAML document in one file was never read');
    }
  }
  if (builder.full()) {
    report(
      'file-too-large',
      { file, start: 0, end: 0 },
      `the file has more than ${limits.nodes} values`,
    );
    broken = true;
  }
  if (root !== undefined) {
    for (const node of blank) report('empty-value', node, 'an empty YAML document does nothing');
  }
  broken ||= builder.refused();
  if (root !== undefined && weigh(root) > limits.nodes) {
    const message = `aliases make this file stand for more than ${limits.nodes} values`;
    report('file-too-large', { file, start: 0, end: 0 }, message);
    broken = true;
  }
  return { file, leaves, broken, ...(root === undefined ? {} : { root }) };
}

function reportErrors(document: Document.Parsed, file: SourceFile, report: Report): boolean {
  for (const error of document.errors) {
    const [start, end] = error.pos;
    report('yaml-syntax', { file, start, end }, lowerFirst(error.message.replace(/\.$/, '')));
  }
  return document.errors.length > 0;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function leadingComment(document: Document.Parsed): string[] {
  return document.commentBefore ? commentLines(document.commentBefore) : [];
}

const commentLines = (comment: string | null | undefined): string[] =>
  comment ? comment.split('\n').map((line) => line.replace(/^ /, '').trimEnd()) : [];

/** How many values a collection stands for once its aliases are followed. */
const weights = new WeakMap<SourceNode, number>();

function weigh(node: SourceNode): number {
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

/** One builder a file: the pointers, parents and anchors of its nodes. */
function nodeBuilder(
  file: SourceFile,
  leaves: LeafNode[],
  report: Report,
  anchors: Map<string, SourceNode>,
) {
  const open = new Set<string>();
  // What no YAML parser of the vendors took: the whole file was refused for it.
  let refused = false;
  let count = 0;

  function base(at: ParsedNode, origin: Origin) {
    const [start, end] = at.range;
    const behind = isScalar(at) && at.comment ? commentLines(at.comment)[0] : undefined;
    count++;
    return {
      file,
      path: origin.path,
      start,
      end,
      before: [...origin.before, ...commentLines(at.commentBefore)],
      ...(origin.parent === undefined ? {} : { parent: origin.parent }),
      ...(behind === undefined ? {} : { behind }),
    };
  }

  function scalar(at: Scalar.Parsed | undefined, origin: Origin, offset: number): ScalarNode {
    if (at === undefined) {
      count++;
      const node: ScalarNode = {
        kind: 'scalar',
        file,
        path: origin.path,
        start: offset,
        end: offset,
        before: origin.before,
        text: '',
        style: 'plain',
        ...(origin.parent === undefined ? {} : { parent: origin.parent }),
      };
      leaves.push(node);
      return node;
    }
    const style = at.type === 'PLAIN' ? 'plain' : at.type?.startsWith('QUOTE') ? 'quoted' : 'block';
    const text = typeof at.value === 'string' ? at.value : (at.source ?? '');
    const node: ScalarNode = { kind: 'scalar', ...base(at, origin), text, style };
    leaves.push(node);
    return node;
  }

  function build(at: ParsedNode | null | undefined, origin: Origin, offset: number): SourceNode {
    if (count > limits.nodes) return scalar(undefined, origin, offset);
    if (at === null || at === undefined) return scalar(undefined, origin, offset);
    if (isAlias(at)) {
      const target = anchors.get(at.source);
      if (target !== undefined && !open.has(at.source)) return target;
      const node: ScalarNode = {
        kind: 'scalar',
        ...base(at as ParsedNode, origin),
        text: `*${at.source}`,
        style: 'plain',
      };
      leaves.push(node);
      refused = true;
      report(
        'unresolved-alias',
        node,
        target === undefined
          ? `the alias \`*${at.source}\` names no anchor above it`
          : `the alias \`*${at.source}\` stands inside its own anchor`,
      );
      return node;
    }
    const anchor = (at as { anchor?: string }).anchor;
    if (anchor !== undefined) open.add(anchor);
    const node =
      origin.depth > limits.depth
        ? tooDeep(at, origin)
        : isMap(at)
          ? mapping(at as ParsedNode & { items: readonly Pairish[] }, origin)
          : isSeq(at)
            ? sequence(at as ParsedNode & { items: readonly ParsedNode[] }, origin)
            : scalar(at as Scalar.Parsed, origin, offset);
    if (anchor !== undefined) {
      open.delete(anchor);
      anchors.set(anchor, node);
    }
    if (node.kind !== 'scalar') weights.set(node, weigh(node));
    return node;
  }

  function tooDeep(at: ParsedNode, origin: Origin): ScalarNode {
    const node: ScalarNode = { kind: 'scalar', ...base(at, origin), text: '', style: 'plain' };
    leaves.push(node);
    refused = true;
    report('file-too-large', node, `the file nests its collections deeper than ${limits.depth}`);
    return node;
  }

  function sequence(at: ParsedNode & { items: readonly ParsedNode[] }, origin: Origin): SourceNode {
    const items: SourceNode[] = [];
    const node = { kind: 'sequence' as const, ...base(at, origin), items };
    // A comment above the first item is the list's comment for the parser; it belongs to the item.
    const first = node.before;
    if (at.items.length > 0) node.before = origin.before as string[];
    at.items.forEach((item, index) => {
      const before = index === 0 ? first.slice(origin.before.length) : [];
      items.push(
        build(
          item,
          { path: `${origin.path}/${index}`, parent: node, before, depth: origin.depth + 1 },
          at.range[1],
        ),
      );
    });
    if (items.length === 0) leaves.push(node);
    return node;
  }

  function mapping(at: ParsedNode & { items: readonly Pairish[] }, origin: Origin): SourceNode {
    const entries: Entry[] = [];
    const node: Mutable<MappingNode> = { kind: 'mapping', ...base(at, origin), entries };
    const first = node.before.slice(origin.before.length);
    if (at.items.length > 0) node.before = origin.before;
    const own = new Map<string, number>();
    const merges: Entry[] = [];
    at.items.forEach((pair, index) => {
      const key = keyOf(pair.key);
      const before = [...(index === 0 ? first : []), ...commentLines(pair.key?.commentBefore)];
      if (key.text === '<<' && key.plain) {
        const value = build(
          pair.value,
          { path: origin.path, parent: node, before, depth: origin.depth + 1 },
          key.end,
        );
        merges.push(...mergedEntries(value));
        return;
      }
      const path = `${origin.path}/${key.text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const value = build(
        pair.value,
        { path, parent: node, before, depth: origin.depth + 1 },
        key.end + 1,
      );
      const earlier = own.get(key.text);
      if (earlier !== undefined) {
        const lost = entries[earlier];
        if (lost !== undefined) {
          report(
            'duplicate-key',
            lost.value,
            `\`${key.text}\` is given again further down; the last one counts`,
            undefined,
          );
        }
        entries[earlier] = { key, value, merged: false };
      } else {
        own.set(key.text, entries.length);
        entries.push({ key, value, merged: false });
      }
    });
    for (const entry of merges) {
      if (own.has(entry.key.text)) continue;
      own.set(entry.key.text, entries.length);
      entries.push(entry);
    }
    if (entries.length === 0 && merges.length === 0) leaves.push(node);
    return node;
  }

  /** Looks at each node once, and counts what it copies: aliases of aliases would make it without end. */
  function mergedEntries(value: SourceNode, seen = new Set<SourceNode>()): Entry[] {
    if (seen.has(value) || count > limits.nodes) return [];
    seen.add(value);
    if (value.kind === 'mapping') {
      count += value.entries.length;
      return value.entries.map((entry) => ({ ...entry, merged: true }));
    }
    if (value.kind === 'sequence') return value.items.flatMap((item) => mergedEntries(item, seen));
    refused = true;
    report('bad-merge', value, 'a merge key `<<` takes a mapping, or a list of mappings');
    return [];
  }

  return {
    full: (): boolean => count > limits.nodes,
    refused: (): boolean => refused,
    build: (contents: ParsedNode, before: readonly string[]): SourceNode =>
      build(contents, { path: '', before, depth: 0 }, 0),
  };
}

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
