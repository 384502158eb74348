// Every legacy key as one flat list, from the tables that the translators read with.

import { lineRootKeys } from '../legacy/assembly-lines/files/keys.ts';
import { servicesKeys } from '../legacy/codeship/services/services-keys.ts';
import { stepsKeys } from '../legacy/codeship/steps/steps-keys.ts';
import { basicKeys } from '../legacy/codeship-basic/keys.ts';
import { rootKeys } from '../legacy/shippable/keys/keys.ts';
import type { KeyRow, KeyTable } from '../source/keys.ts';

export type KeyEntry = {
  /** The file that the key belongs to. */
  readonly file: string;
  /** The keys from the root, joined by dots. */
  readonly path: string;
  readonly row: KeyRow;
  /** The path above whose keys this one takes too, where they were listed before. */
  readonly sameAs?: string;
};

type Format = { readonly file: string; readonly title: string; readonly keys: KeyTable };

export const formats: readonly Format[] = [
  { file: 'shippable.yml', title: 'Shippable: `shippable.yml`', keys: rootKeys },
  {
    file: 'shippable.jobs.yml',
    title:
      'Assembly Lines: `shippable.resources.yml`, `shippable.jobs.yml`, and the same keys in any `*shippable.yml`',
    keys: lineRootKeys,
  },
  {
    file: 'codeship-services.yml',
    title: 'CodeShip: each service of `codeship-services.yml`',
    keys: servicesKeys,
  },
  {
    file: 'codeship-steps.yml',
    title: 'CodeShip: each step of `codeship-steps.yml`',
    keys: stepsKeys,
  },
  {
    file: 'codeship-basic.yml',
    title: 'CodeShip Basic: `codeship-basic.yml`, or the project object of the API',
    keys: basicKeys,
  },
];

/** All keys in the order of their tables, each table below the first key that takes it. */
export function keyReference(): readonly KeyEntry[] {
  return formats.flatMap(({ file, keys }) => entriesOf(file, keys, '', new Map()));
}

function entriesOf(
  file: string,
  keys: KeyTable,
  above: string,
  listed: Map<KeyTable, string>,
): KeyEntry[] {
  return Object.entries(keys).flatMap(([key, row]) => {
    const path = above === '' ? key : `${above}.${key}`;
    if (row.keys === undefined) return [{ file, path, row }];
    const sameAs = listed.get(row.keys);
    if (sameAs !== undefined) return [{ file, path, row, sameAs }];
    listed.set(row.keys, path);
    return [{ file, path, row }, ...entriesOf(file, row.keys, path, listed)];
  });
}
