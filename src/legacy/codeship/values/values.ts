// Readers of the values that both CodeShip files have in forms of their own.

import { isNull, type KeyNode, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import {
  bySort,
  dictOf,
  listOf,
  type Reader,
  type Reading,
  reportWrongType,
  text,
} from '../../../source/readers.ts';

/** One `NAME=value`. Without `value`, a list named a variable and gave none. */
export type Assignment = {
  readonly name: string;
  readonly value?: string;
  readonly node: ScalarNode;
  /** Comment lines above it; none where it came in by a merge key. */
  readonly before: readonly string[];
};

/** Variables or build arguments, in the form in which they stood (codeship.md 2.1). */
export type Assignments = {
  readonly form: 'list' | 'mapping';
  readonly items: readonly Assignment[];
};

const fromList: Reader<Assignments> = {
  expects: 'a list of `NAME=value`',
  read: (node, reading) => {
    const items = listOf(text).read(node, reading);
    if (items === undefined) return undefined;
    return { form: 'list', items: items.map(assignmentOf) };
  },
};

function assignmentOf(node: ScalarNode): Assignment {
  const equals = node.text.indexOf('=');
  if (equals < 0) return { name: node.text, node, before: node.before };
  return {
    name: node.text.slice(0, equals),
    value: node.text.slice(equals + 1),
    node,
    before: node.before,
  };
}

const fromMapping: Reader<Assignments> = {
  expects: 'a mapping of names to strings',
  read: (node, reading) => {
    if (node.kind !== 'mapping') return reportWrongType(node, 'a mapping', reading);
    const items: Assignment[] = [];
    for (const { key, value, merged } of node.entries) {
      const scalar = text.read(value, reading);
      if (scalar === undefined) continue;
      items.push({
        name: key.text,
        // A name without a value was the empty text: CodeShip read the values as Go strings.
        value: isNull(scalar) ? '' : scalar.text,
        node: scalar,
        before: merged ? [] : scalar.before,
      });
    }
    return { form: 'mapping', items };
  },
};

export const assignments: Reader<Assignments> = bySort({
  sequence: fromList,
  mapping: fromMapping,
});

/** Words as one text, which is split, or as a list, which is not. */
export type Words =
  | { readonly kind: 'line'; readonly node: ScalarNode }
  | { readonly kind: 'list'; readonly nodes: readonly ScalarNode[]; readonly node: SourceNode };

export const words: Reader<Words> = {
  expects: 'a command, or a list of words',
  read: (node, reading): Words | undefined => {
    if (node.kind === 'scalar') return { kind: 'line', node };
    const nodes = listOf(text).read(node, reading);
    return nodes === undefined ? undefined : { kind: 'list', nodes, node };
  },
};

/** The name of a service where it is used, and the value that says it. */
export type Mention = { readonly name: string; readonly node: SourceNode };

/** Names of services: a list; a single name; or the keys of a mapping, as later Compose files have it. */
export const mentions: Reader<readonly Mention[]> = {
  expects: 'a list of services',
  read: (node, reading) => {
    if (node.kind === 'mapping') return mentionsOfMapping(node.entries, reading);
    const nodes = node.kind === 'scalar' ? [node] : listOf(text).read(node, reading);
    return nodes?.map((item) => ({ name: item.text, node: item }));
  },
};

function mentionsOfMapping(
  entries: readonly { readonly key: KeyNode; readonly value: SourceNode }[],
  { otherwise }: Reading,
): Mention[] {
  return entries.map(({ key, value }) => {
    if (value.kind === 'mapping') {
      otherwise(
        'ignored-key',
        value,
        `the keys under \`${key.text}\` are left out: CodeShip only read names, and waited for what an image's HEALTHCHECK says`,
      );
    }
    return { name: key.text, node: value };
  });
}

/** A list of texts, or a mapping of names to texts, which Compose takes alike. */
export const textsOrPairs = bySort({ sequence: listOf(text), mapping: dictOf(text) });

/** Ports, of which none was published: what other products write as mappings goes the same way as the rest. */
export const ports: Reader<readonly ScalarNode[]> = {
  expects: 'ports',
  read: (node, reading) =>
    (node.kind === 'sequence' ? node.items : [node]).flatMap((item) => {
      if (item.kind === 'scalar') return [item];
      reading.otherwise('ignored-key', item, '`ports` is left out: CodeShip published no ports');
      return [];
    }),
};
