// Mappings that files write otherwise: as a list of mappings with one key each, as Travis CI's pages once did, or under
// the names of another key. Shippable built such files.

import type { MappingNode, SourceNode } from '../../../source/node.ts';
import type { Reader } from '../../../source/readers.ts';

/** Reads a list of mappings as the one mapping that they make together. */
export function lenientMapping<T>(mapping: Reader<T>): Reader<T> {
  return {
    expects: mapping.expects,
    read: (node, reading) => {
      if (node.kind !== 'sequence' || !isListOfMappings(node.items))
        return mapping.read(node, reading);
      reading.report(
        'mapping-as-list',
        node,
        'Shippable expected a mapping here; the list is read as one',
        'remove the dashes',
      );
      for (const item of node.items)
        if (item.entries.length === 0)
          reading.report('empty-value', item, 'an empty mapping does nothing');
      const { file, path, start, end, before } = node;
      const all = node.items.flatMap((item) => item.entries);
      const last = new Map(all.map((entry) => [entry.key.text, entry]));
      for (const { key, value } of all)
        if (last.get(key.text)?.value !== value)
          reading.report(
            'duplicate-key',
            value,
            `\`${key.text}\` is given again further down; the last one counts`,
          );
      const entries = [...last.values()];
      return mapping.read({ file, path, start, end, before, kind: 'mapping', entries }, reading);
    },
  };
}

const isListOfMappings = (items: readonly SourceNode[]): items is readonly MappingNode[] =>
  items.length > 0 && items.every((item) => item.kind === 'mapping');

/** Reads a mapping some of whose keys have other names. */
export function withOtherNames<T>(
  mapping: Reader<T>,
  names: Readonly<Record<string, string>>,
): Reader<T> {
  return {
    expects: mapping.expects,
    read: (node, reading) => {
      if (node.kind !== 'mapping') return mapping.read(node, reading);
      const entries = node.entries.map((entry) => {
        const name = Object.hasOwn(names, entry.key.text) ? names[entry.key.text] : undefined;
        return name === undefined ? entry : { ...entry, key: { ...entry.key, text: name } };
      });
      return mapping.read({ ...node, entries }, reading);
    },
  };
}
