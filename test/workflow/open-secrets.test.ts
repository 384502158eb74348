// Marks in scripts become variables, in whatever quotes they stand: bash itself says what arrives.

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { markOf, marksIn, withoutMarks } from '../../src/ground/open-mark.ts';
import { traced } from '../../src/output/tree.ts';
import { linesWithSecrets } from '../../src/workflow/open-secrets.ts';

const mark = markOf('TOKEN');
const value = `a b"c'd$e\\f*`;

const run = (lines: readonly string[]): string =>
  execFileSync(
    'bash',
    [
      '-e',
      '-c',
      linesWithSecrets(lines.map((line) => traced(line)))
        .map(({ text }) => text)
        .join('\n'),
    ],
    {
      env: { PATH: process.env['PATH'], TOKEN: value },
      encoding: 'utf8',
    },
  );

test.each([
  [[`printf %s ${mark}`], value],
  [[`printf %s x${mark}y`], `x${value}y`],
  [[`printf %s "x ${mark} y"`], `x ${value} y`],
  [[`printf %s 'x ${mark} $HOME'`], `x ${value} $HOME`],
  [[`printf %s 'it'\\''s ${mark}'`], `it's ${value}`],
  [[`printf %s "a \\" ${mark}"`], `a " ${value}`],
  [[`printf %s 'first`, `${mark} last'`], `first\n${value} last`],
  [[`# don't ${mark}`, `printf %s ${mark}`], value],
  [[`printf %s "$(printf %s '${mark}')"`], value],
  [[`X=${mark}; printf %s "$X"`], value],
])('%j', (lines, expected) => {
  expect(run(lines)).toBe(expected);
});

test('a mark is nothing that people write', () => {
  expect(marksIn(`a ${mark} b ${mark} ${markOf('B')}`)).toEqual(['TOKEN', 'B']);
  expect(withoutMarks(`a${mark}b\uF8F1`)).toBe('a***b');
});
