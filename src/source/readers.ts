// Readers turn a node into the value that a key takes, or say what is wrong with it. They are data with a
// phrase of what they expect, which serves the message and the documentation alike.

import type { Report } from './diagnostic.ts';
import { isEmpty, type KeyNode, type ScalarNode, type SourceNode } from './node.ts';

export type Reading = {
  readonly report: Report;
  /** Reports only if nothing else accounts for the value. */
  readonly otherwise: Report;
};

export type Reader<T> = {
  /** Completes "expected ...". */
  readonly expects: string;
  /** Undefined where the node is not what is expected; that is then reported. */
  readonly read: (node: SourceNode, reading: Reading) => T | undefined;
};

export function reportWrongType(node: SourceNode, expects: string, { report }: Reading): undefined {
  const found =
    node.kind === 'scalar' ? 'a single value' : node.kind === 'mapping' ? 'a mapping' : 'a list';
  report('wrong-type', node, `found ${found}, expected ${expects}`, `write ${expects}`);
  return undefined;
}

/** Any scalar, as its source text. */
export const text: Reader<ScalarNode> = {
  expects: 'a single value',
  read: (node, reading) =>
    node.kind === 'scalar' ? node : reportWrongType(node, 'a single value', reading),
};

/** A text, or a list that has nothing but one. */
export const textOrOnly: Reader<ScalarNode> = {
  expects: 'a single value',
  read: (node, reading) => {
    const [only, ...others] = node.kind === 'sequence' ? node.items : [node];
    return only === undefined || others.length > 0
      ? reportWrongType(node, 'a single value', reading)
      : text.read(only, reading);
  },
};

export type Flag = { readonly value: boolean; readonly node: ScalarNode };

const words: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/** A boolean, in the words of YAML 1.1 too (shippable.md 1.2). */
export const flag: Reader<Flag> = {
  expects: '`true` or `false`',
  read: (node, reading) => {
    const value = node.kind === 'scalar' ? words[node.text.toLowerCase()] : undefined;
    if (node.kind !== 'scalar' || value === undefined) {
      return reportWrongType(node, '`true` or `false`', reading);
    }
    return { value, node };
  },
};

/** Anything at all; the translator looks at the node itself. */
export const anything: Reader<SourceNode> = { expects: 'any value', read: (node) => node };

/** One text of a few. Letter case does not matter where `fold` is set. */
export function oneOf(allowed: readonly string[], fold = false): Reader<ScalarNode> {
  const expects = `one of ${allowed.map((word) => `\`${word}\``).join(', ')}`;
  return {
    expects,
    read: (node, reading) => {
      if (node.kind !== 'scalar') return reportWrongType(node, expects, reading);
      const word = fold ? node.text.toLowerCase() : node.text;
      if (allowed.includes(word)) return node;
      reading.report(
        'wrong-type',
        node,
        `found \`${node.text}\`, expected ${expects}`,
        `write ${expects}`,
      );
      return undefined;
    },
  };
}

/** A list; items that are nothing are left out. */
export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  const expects = `a list, each item ${item.expects}`;
  return {
    expects,
    read: (node, reading) =>
      node.kind === 'sequence'
        ? readItems(node.items, item, reading)
        : reportWrongType(node, expects, reading),
  };
}

/** A list, or one item without it. */
export function oneOrMany<T>(item: Reader<T>): Reader<readonly T[]> {
  const expects = `${item.expects}, or a list of them`;
  return {
    expects,
    read: (node, reading) =>
      readItems(node.kind === 'sequence' ? node.items : [node], item, reading),
  };
}

/** A list, or one item; lists inside lists are laid flat, as the vendor did with aliases (shippable.md 1.1). */
export function flatList<T>(item: Reader<T>): Reader<readonly T[]> {
  const flatten = (node: SourceNode): readonly SourceNode[] =>
    node.kind === 'sequence' && node.items.length > 0 ? node.items.flatMap(flatten) : [node];
  return {
    expects: `${item.expects}, or a list of them`,
    read: (node, reading) => readItems(flatten(node), item, reading),
  };
}

function readItems<T>(
  nodes: readonly SourceNode[],
  item: Reader<T>,
  reading: Reading,
): readonly T[] {
  const values: T[] = [];
  for (const node of nodes) {
    if (isEmpty(node)) {
      reading.otherwise('empty-value', node, 'an item without a value does nothing');
      continue;
    }
    const value = item.read(node, reading);
    if (value !== undefined) values.push(value);
  }
  return values;
}

export type Pair<T> = { readonly key: KeyNode; readonly value: T; readonly node: SourceNode };

/** A mapping whose keys are the user's own. */
export function dictOf<T>(item: Reader<T>): Reader<readonly Pair<T>[]> {
  const expects = `a mapping, each value ${item.expects}`;
  return {
    expects,
    read: (node, reading) => {
      if (node.kind !== 'mapping') return reportWrongType(node, expects, reading);
      const pairs: Pair<T>[] = [];
      for (const entry of node.entries) {
        const value = item.read(entry.value, reading);
        if (value !== undefined) pairs.push({ key: entry.key, value, node: entry.value });
      }
      return pairs;
    },
  };
}

/** The first reader whose kind of node it is: `bySort({ scalar: text, sequence: listOf(text) })`. */
export function bySort<A = never, B = never, C = never>(of: {
  readonly scalar?: Reader<A>;
  readonly sequence?: Reader<B>;
  readonly mapping?: Reader<C>;
}): Reader<A | B | C> {
  const expects = [of.scalar, of.sequence, of.mapping]
    .flatMap((reader) => (reader === undefined ? [] : [reader.expects]))
    .join(', or ');
  return {
    expects,
    read: (node, reading): A | B | C | undefined => {
      const reader = of[node.kind];
      return reader === undefined
        ? reportWrongType(node, expects, reading)
        : reader.read(node, reading);
    },
  };
}
