// How a mapping is read against the table of its keys, and what is said of each value.

import { expect, test } from 'vitest';
import type { Place } from '../../src/source/diagnostic.ts';
import { approximated, dropped, manual, section, translated } from '../../src/source/keys.ts';
import { valueAt } from '../../src/source/node.ts';
import { parseSource } from '../../src/source/parse.ts';
import { anything, oneOf, type Reading } from '../../src/source/readers.ts';

const about = { summary: 'A key.', becomes: 'Another one.', source: '1' };
const table = {
  mode: translated(oneOf(['fast', 'slow']), about),
  fold: translated(oneOf(['fast', 'slow'], true), about),
  any: approximated(anything, about),
  empty: translated(anything, { ...about, nullable: true }),
  'odd~key/name': dropped({ ...about, why: 'nobody reads it', help: 'remove it' }),
  byHand: manual({ ...about, why: 'nobody knows it', todo: 'write it by hand' }),
};

function read(text: string, ignored?: string) {
  const said: string[] = [];
  const tell = (code: string, { start, end }: Place, message: string, help?: string) => {
    said.push(`${code} ${start}-${end} ${message}${help === undefined ? '' : `; ${help}`}`);
  };
  const { root } = parseSource('file.yml', text, tell);
  const reading: Reading = {
    report: tell,
    otherwise: (code, node, message, help, place = node) => tell(code, place, message, help),
  };
  const reader = section(table, ignored === undefined ? {} : { ignored });
  return { root, found: root === undefined ? undefined : reader.read(root, reading), said };
}

test.each<[text: string, said: string[], ignored?: string]>([
  ['mode: fast\n', []],
  [
    'mode: Fast\n',
    ['wrong-type 6-10 found `Fast`, expected one of `fast`, `slow`; write one of `fast`, `slow`'],
  ],
  ['fold: Fast\n', []],
  [
    'fold: none\n',
    ['wrong-type 6-10 found `none`, expected one of `fast`, `slow`; write one of `fast`, `slow`'],
  ],
  ['moed: fast\n', ['unknown-key 0-4 unknown key `moed`']],
  ['foldd: fast\n', ['unknown-key 0-5 unknown key `foldd`; did you mean `fold`?']],
  ['x: y\n', ['unknown-key 0-1 unknown key `x`: it had no effect'], 'it had no effect'],
  ['toString: y\n', ['unknown-key 0-8 unknown key `toString`']],
  ['any:\n', ['empty-value 4-4 `any` has no value, which is the same as no key']],
  ['empty:\n', []],
  [
    'odd~key/name: x\n',
    ['dropped-key 14-15 `odd~key/name` is left out: nobody reads it; remove it'],
  ],
  ['byHand: x\n', ['manual-key 8-9 `byHand` is not translated: nobody knows it; write it by hand']],
  ['- x\n', ['wrong-type 0-4 found a list, expected a mapping; write a mapping']],
])('%j', (text, said, ignored) => {
  expect(read(text, ignored).said).toEqual(said);
});

test('what is read has the values of known keys', () => {
  const { root, found } = read('mode: slow\nany: [1]\nempty:\nother: x\n');
  expect(found).toEqual({
    node: root,
    mode: valueAt(root, 'mode'),
    any: valueAt(root, 'any'),
    empty: valueAt(root, 'empty'),
  });
});

test('each row says what becomes of its key', () => {
  expect(
    Object.entries(table).map(([key, row]) => `${key}: ${row.outcome}, ${row.becomes}`),
  ).toEqual([
    'mode: translated, Another one.',
    'fold: translated, Another one.',
    'any: approximated, Another one.',
    'empty: translated, Another one.',
    'odd~key/name: dropped, Left out: nobody reads it.',
    'byHand: manual, Left to you: write it by hand.',
  ]);
});
