// The legacy files that each translator is given.

import type { SourceDocument } from '../source/parse.ts';

export type ShippableSources = {
  readonly main: SourceDocument;
  readonly templates?: SourceDocument;
};
export type CodeshipSources = {
  readonly folder: string;
  readonly services?: SourceDocument;
  readonly steps?: SourceDocument;
};

/**
 * What the file of Shippable CI may be called, the name that counts first. The pages say `shippable.yml`; staff confirmed
 * the dotted name, and public repositories were built from `shippable.yaml`.
 */
const mainNames: readonly string[] = [
  'shippable.yml',
  '.shippable.yml',
  'shippable.yaml',
  '.shippable.yaml',
];

/** Whether a path is one that Shippable CI read, in whatever letter case. */
export const isMainName = (path: string): boolean => mainNames.includes(path.toLowerCase());

/** The file that counts, of those in the root. */
export const mainOf = (root: readonly string[]): string | undefined =>
  root.find((path) => path === mainNames[0]) ??
  mainNames.flatMap((name) => root.find((path) => path.toLowerCase() === name) ?? [])[0];

/** Root keys of the Assembly Lines engine (shippable.md 1). */
export const lineKeys: readonly string[] = ['resources', 'jobs', 'triggers'];
