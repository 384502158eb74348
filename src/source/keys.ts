// A legacy key is one row: what it takes, what becomes of it, and where that is known from. One generic
// reader walks a mapping against a table of rows, so that no section repeats the checks and no key can
// vanish; the key reference and `transship explain` print the same rows.

import type { Outcome } from '../diagnostic/code-row.ts';
import { isEmpty, type MappingNode, type SourceNode } from './node.ts';
import { type Reader, type Reading, reportWrongType } from './readers.ts';
import { nearestWord } from './spelling.ts';

export type KeyRow<T = unknown> = {
  readonly accepts: Reader<T>;
  /** What the key meant; a full sentence. */
  readonly summary: string;
  /** What becomes of it on GitHub; a full sentence. */
  readonly becomes: string;
  readonly outcome: Exclude<Outcome, 'invalid'>;
  /** Section of the reference that the row follows. */
  readonly source: string;
  /** The key's own table, where it takes a mapping of known keys. */
  readonly keys?: KeyTable;
  /** An empty value means something of its own and reaches `accepts`. */
  readonly nullable?: true;
};

export type KeyTable = Readonly<Record<string, KeyRow>>;

type About = { readonly summary: string; readonly becomes: string; readonly source: string };

/** A key whose value has the same effect on GitHub. */
export const translated = <T>(
  accepts: Reader<T>,
  about: About & { nullable?: true; keys?: KeyTable },
): KeyRow<T> => ({ accepts, outcome: 'translated', ...about });

/** A key whose value has nearly the same effect; the translator reports how it differs. */
export const approximated = <T>(
  accepts: Reader<T>,
  about: About & { nullable?: true; keys?: KeyTable },
): KeyRow<T> => ({ accepts, outcome: 'approximated', ...about });

/** A key with nothing to make from it. `why` follows "`key` is left out: ". */
export const dropped = (about: {
  summary: string;
  source: string;
  why: string;
  help?: string;
  /** `ignored-key`: it had no effect on the old service either. */
  code?: 'dropped-key' | 'ignored-key';
}): KeyRow<never> => ({
  accepts: {
    expects: 'any value',
    read: (node, { report }) => {
      report(
        about.code ?? 'dropped-key',
        node,
        `\`${lastKey(node)}\` is left out: ${about.why}`,
        about.help,
      );
      return undefined;
    },
  },
  outcome: 'dropped',
  summary: about.summary,
  becomes: `Left out: ${about.why}.`,
  source: about.source,
});

/** A key that a person has to translate. `todo` is the help. */
export const manual = (about: {
  summary: string;
  source: string;
  why: string;
  todo: string;
}): KeyRow<never> => ({
  accepts: {
    expects: 'any value',
    read: (node, { report }) => {
      report(
        'manual-key',
        node,
        `\`${lastKey(node)}\` is not translated: ${about.why}`,
        about.todo,
      );
      return undefined;
    },
  },
  outcome: 'manual',
  summary: about.summary,
  becomes: `Left to you: ${about.todo}.`,
  source: about.source,
});

function lastKey(node: SourceNode): string {
  const parts = node.path.split('/');
  while (parts.length > 1 && /^\d+$/.test(parts.at(-1) ?? '')) parts.pop();
  return (parts.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A key whose value a person has to translate, which the translator itself reports. */
export const leftToPerson = <T>(accepts: Reader<T>, about: About): KeyRow<T> => ({
  accepts,
  outcome: 'manual',
  ...about,
});

type ValueOf<R> = R extends KeyRow<infer T> ? T : never;

/** What a mapping holds after it was read against its table. */
export type Section<T extends KeyTable> = { readonly [K in keyof T]?: ValueOf<T[K]> } & {
  readonly node: MappingNode;
};

/** Reads a mapping of known keys. `ignored` says why an unknown key has no effect in this place. */
export function section<T extends KeyTable>(
  table: T,
  options: { readonly ignored?: string } = {},
): Reader<Section<T>> {
  return {
    expects: 'a mapping',
    read: (node, reading) => {
      if (node.kind !== 'mapping') return reportWrongType(node, 'a mapping', reading);
      return readSection(node, table, options.ignored, reading);
    },
  };
}

/** Reads a mapping against its table, where it is known to be one. */
export const readKeys = <T extends KeyTable>(
  node: MappingNode,
  table: T,
  reading: Reading,
): Section<T> => readSection(node, table, undefined, reading);

function readSection<T extends KeyTable>(
  node: MappingNode,
  table: T,
  ignored: string | undefined,
  reading: Reading,
): Section<T> {
  const values: Record<string, unknown> = { node };
  for (const { key, value } of node.entries) {
    const row = Object.hasOwn(table, key.text) ? table[key.text] : undefined;
    if (row === undefined) {
      const near = nearestWord(key.text, Object.keys(table));
      reading.otherwise(
        'unknown-key',
        value,
        `unknown key \`${key.text}\`${ignored === undefined ? '' : `: ${ignored}`}`,
        near === undefined ? undefined : `did you mean \`${near}\`?`,
        { file: value.file, start: key.start, end: key.end },
      );
    } else if (isEmpty(value) && !row.nullable) {
      reading.otherwise(
        'empty-value',
        value,
        `\`${key.text}\` has no value, which is the same as no key`,
      );
    } else {
      values[key.text] = row.accepts.read(value, reading);
    }
  }
  return values as Section<T>;
}
