// Inputs that are lists: one entry a line, or several lines in double quotes.

import { cleanPlain } from '../ground/given-text.ts';

export type Warned = { readonly warnings: readonly string[] };
export type Lines<T> = { readonly items: readonly T[]; readonly problems: readonly string[] };

/** An entry of an input, and which one it is, from 1: what it holds may be secret, and is not shown. */
export type Entry = { readonly text: string; readonly number: number; readonly broken: boolean };

/**
 * Entries of an input, one a line. One of several lines stands in double quotes as a whole, `"NAME=first` to `last"`, with
 * inner quotes doubled.
 */
export function entriesOf(text: string, clean = (plain: string) => plain): readonly Entry[] {
  const pattern = /^[ \t]*(?:"((?:[^"]|"")*)"|([^"\n][^\n]*))[ \t]*$|^[ \t]*(\S.*)$/gm;
  const matches = [...text.replaceAll('\r\n', '\n').matchAll(pattern)].filter(
    ([whole]) => whole.trim() !== '',
  );
  return matches.map(([, quoted, plain, broken], index) => ({
    text: quoted?.replaceAll('""', '"') ?? clean(plain ?? broken ?? ''),
    number: index + 1,
    broken: broken !== undefined,
  }));
}

/** For what is not a secret, blanks around an entry mean nothing. */
export const plainEntries = (text: string): readonly Entry[] => entriesOf(text, cleanPlain);

/** Whether all of a text reads `A=1,B=2` or `A=1 B=2`, which one entry cannot mean here. */
export const readsAsSeveral = (text: string): boolean =>
  /^[A-Za-z_][\w.-]*=[^,=\s]*(?:[, ] *[A-Za-z_][\w.-]*=[^,=\s]*)+$/.test(text);

export const severalInOne = (input: string, name: string): string =>
  `Input ${input}: everything after \`${name}=\` is its value, including commas, spaces and more \`NAME=\`. To set several, write one per line.`;

export const howToWrite =
  'Write one per line; put one whose value has several lines in double quotes: `"KEY=first` to `last"`.';

/** `key=value` each, for an input of that name. */
export function readKeyValues(input: string, text: string): Lines<string> & Warned {
  const entries = plainEntries(text);
  const isRight = ({ text: entry, broken }: Entry): boolean => !broken && /^[^=\s]+=/.test(entry);
  const items = entries.filter(isRight).map((entry) => entry.text);
  return {
    items,
    problems: entries
      .filter((entry) => !isRight(entry))
      .map(({ number }) => `Input ${input}: entry ${number} is not a \`key=value\`. ${howToWrite}`),
    warnings: items
      .filter(readsAsSeveral)
      .map((item) => severalInOne(input, item.slice(0, item.indexOf('=')))),
  };
}
