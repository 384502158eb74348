// `integrations` as a list: of families, or of integrations without one. Shippable's page shows a mapping of families;
// files with a list were built all the same.

import type { MappingNode, SourceNode } from '../../../source/node.ts';
import { valueAt } from '../../../source/node.ts';
import { type Reader, type Reading, reportWrongType } from '../../../source/readers.ts';

const families = ['hub', 'notifications', 'key', 'keys', 'generic', 'deploy'];

/** Reads a list as the mapping that it stands for. */
export function lenientIntegrations<T>(mapping: Reader<T>): Reader<T> {
  return {
    expects: mapping.expects,
    read: (node, reading) => {
      if (node.kind !== 'sequence' || node.items.length === 0) return mapping.read(node, reading);
      const joined = joinFamilies(node.items, node, reading);
      reading.report(
        'integrations-as-list',
        node,
        'Shippable expected a mapping of families here; the list is read as one',
        'write `integrations:` with `hub:`, `notifications:` and so on, each with a list',
      );
      return mapping.read(joined, reading);
    },
  };
}

function joinFamilies(
  items: readonly SourceNode[],
  list: SourceNode,
  reading: Reading,
): MappingNode {
  const lists = new Map<string, SourceNode[]>();
  const add = (family: string, node: SourceNode): void => {
    lists.set(family, [...(lists.get(family) ?? []), node]);
  };
  for (const item of items) {
    if (item.kind !== 'mapping') {
      reportWrongType(item, 'a mapping', reading);
      continue;
    }
    const named = item.entries.filter(({ key }) => families.includes(key.text));
    for (const { key, value } of named) add(key.text, value);
    if (named.length === 0) add(familyOf(item), item);
    else
      for (const { key, value } of item.entries)
        if (!families.includes(key.text))
          reportWrongType(value, 'a family of integrations', reading);
  }
  const { file, path, start, end, before } = list;
  const base = { file, path, start, end, before };
  return {
    ...base,
    kind: 'mapping',
    entries: [...lists].map(([family, nodes]) => ({
      key: { text: family, start, end: start },
      merged: false,
      value: oneList(nodes, { ...base, path: `${path}/${family}`, before: [] }),
    })),
  };
}

/** The list of a family: as it stands where there is one, else of the items of all. */
function oneList(
  nodes: readonly SourceNode[],
  base: Pick<MappingNode, 'file' | 'path' | 'start' | 'end' | 'before'>,
): SourceNode {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && only.kind !== 'mapping') return only;
  const items = nodes.flatMap((node) =>
    node.kind === 'sequence' && node.items.length > 0 ? node.items : [node],
  );
  return { ...base, kind: 'sequence', items };
}

/** The family of an integration that stands without one, by its type. */
function familyOf(item: MappingNode): string {
  const node = valueAt(item, 'type') ?? valueAt(item, 'integrationName');
  const type = node?.kind === 'scalar' ? node.text.toLowerCase() : '';
  if (/^(?:slack|hipchat|irc|email|webhook)$/.test(type)) return 'notifications';
  if (/^(?:ssh|pem)-?key$/.test(type)) return 'key';
  if (type === 'aws') return 'deploy';
  return 'hub';
}
