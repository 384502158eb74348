// A reader for lists as nearly everyone writes them: `- key: word` and the two levels of `branches`. Loading a YAML parser
// takes longer than four logins, so that whatever this reader does not know for certain it leaves to the parser.

import type { RawEntry, RawValue } from './integration-entry.ts';

const key = '([A-Za-z_]+)';
/** Nothing that YAML could take for anything else: no indicator in front, no `: `, no ` #`, quotes around all or none. */
const piece = '[A-Za-z0-9_/.][A-Za-z0-9_/.*+@-]*';
const inQuotes = '[A-Za-z0-9_/.*+@ -]+';
const word = `(?!null$|Null$|NULL$)(${piece}(?: ${piece})*|"${inQuotes}"|'${inQuotes}')`;
const firstKey = new RegExp(`^- ${key}: ${word}$`);
const nextKey = new RegExp(`^  ${key}: ${word}$`);
const branchesKey = /^ {2}branches:$/;
const listKey = /^ {4}(only|except):$/;
const listItem = new RegExp(`^ {6}- ${word}$`);

/** The entries of a list; undefined where the text has anything else in it. */
export function plainEntries(file: string, text: string): readonly RawEntry[] | undefined {
  const entries: {
    readonly file: string;
    readonly line: number;
    readonly keys: Map<string, RawValue>;
  }[] = [];
  let lists: { readonly only: string[]; readonly except: string[] } | undefined;
  let list: string[] | undefined;
  for (const [index, full] of text.split('\n').entries()) {
    const line = full.trimEnd();
    if (line === '') continue;
    const keys = entries.at(-1)?.keys;
    const item = listItem.exec(line);
    if (item !== null) {
      if (list === undefined) return undefined;
      list.push(unquoted(item[1]));
      continue;
    }
    const name = listKey.exec(line)?.[1];
    if (name === 'only' || name === 'except') {
      // A list without an item, or a key twice, is the parser's to judge.
      if (lists === undefined || lists[name].length > 0 || list?.length === 0) return undefined;
      list = lists[name];
      continue;
    }
    if (list?.length === 0 || (lists !== undefined && list === undefined)) return undefined;
    [lists, list] = [undefined, undefined];
    if (branchesKey.test(line)) {
      if (keys === undefined || keys.has('branches')) return undefined;
      lists = { only: [], except: [] };
      keys.set('branches', { kind: 'branches', ...lists });
      continue;
    }
    const [, firstName, firstValue] = firstKey.exec(line) ?? [];
    if (firstName !== undefined) {
      entries.push({ file, line: index + 1, keys: new Map([[firstName, textValue(firstValue)]]) });
      continue;
    }
    const [, nextName, nextValue] = nextKey.exec(line) ?? [];
    if (nextName === undefined || keys === undefined || keys.has(nextName)) return undefined;
    keys.set(nextName, textValue(nextValue));
  }
  if (list?.length === 0 || (lists !== undefined && list === undefined)) return undefined;
  return entries;
}

function textValue(text: string | undefined): RawValue {
  return { kind: 'text', text: unquoted(text) };
}

function unquoted(text = ''): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}
