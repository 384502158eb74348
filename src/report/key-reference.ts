// Every legacy key as one flat list, from the tables that the translators read with.

import { rootKeys } from '../legacy/shippable/keys.ts';
import type { KeyRow, KeyTable } from '../source/keys.ts';

export type KeyEntry = {
  /** The file that the key belongs to. */
  readonly file: string;
  /** The keys from the root, joined by dots. */
  readonly path: string;
  readonly row: KeyRow;
};

type Format = { readonly file: string; readonly title: string; readonly keys: KeyTable };

export const formats: readonly Format[] = [
  { file: 'shippable.yml', title: 'Shippable: `shippable.yml`', keys: rootKeys },
];

/** All keys in the order of their tables, each table below the key that takes it. */
export function keyReference(): readonly KeyEntry[] {
  return formats.flatMap(({ file, keys }) => entriesOf(file, keys, '', []));
}

function entriesOf(
  file: string,
  keys: KeyTable,
  above: string,
  open: readonly KeyTable[],
): KeyEntry[] {
  return Object.entries(keys).flatMap(([key, row]) => {
    const path = above === '' ? key : `${above}.${key}`;
    // A table may hold itself: groups in groups.
    const nested =
      row.keys === undefined || open.includes(row.keys)
        ? []
        : entriesOf(file, row.keys, path, [...open, row.keys]);
    return [{ file, path, row }, ...nested];
  });
}
