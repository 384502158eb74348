import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAssignments } from '../../src/shell/assignments.ts';
import { workOf } from '../work.ts';
import { bash, HAS_BASH } from './bash.ts';
import { shellText } from './shell-text.ts';

/** Name, source and value of each assignment; `undefined` for a value that isn't static. */
function read(text: string): readonly (readonly (string | undefined)[])[] {
  return parseAssignments(text).assignments.map(({ name, source, value }) => [name, source, value]);
}

const STATIC: readonly (readonly [string, readonly (readonly [string, string, string])[]])[] = [
  ['A=1', [['A', '1', '1']]],
  [
    'A=1 B=2',
    [
      ['A', '1', '1'],
      ['B', '2', '2'],
    ],
  ],
  [
    'A="x y" B=z',
    [
      ['A', '"x y"', 'x y'],
      ['B', 'z', 'z'],
    ],
  ],
  [
    "A='$x' B=a\\ b",
    [
      ['A', "'$x'", '$x'],
      ['B', 'a\\ b', 'a b'],
    ],
  ],
  ['A=', [['A', '', '']]],
  [
    'A="" B=\'\'',
    [
      ['A', '""', ''],
      ['B', "''", ''],
    ],
  ],
  ['A=x"y"\'z\'', [['A', 'x"y"\'z\'', 'xyz']]],
  [
    'A=* B={ab} C=a=b',
    [
      ['A', '*', '*'],
      ['B', '{ab}', '{ab}'],
      ['C', 'a=b', 'a=b'],
    ],
  ],
  ['A=1 # B=2', [['A', '1', '1']]],
  ['A=a#b', [['A', 'a#b', 'a#b']]],
  ['A="\\$x\\`y\\"z\\\\w\\n"', [['A', '"\\$x\\`y\\"z\\\\w\\n"', '$x`y"z\\w\\n']]],
  ["A=$'a\\tb\\x41\\'\\u00e9'", [['A', "$'a\\tb\\x41\\'\\u00e9'", "a\tbA'é"]]],
  [
    'A=$"x" B=$ C=a$',
    [
      ['A', '$"x"', 'x'],
      ['B', '$', '$'],
      ['C', 'a$', 'a$'],
    ],
  ],
  [
    'A=a~b B="~/x"',
    [
      ['A', 'a~b', 'a~b'],
      ['B', '"~/x"', '~/x'],
    ],
  ],
  [
    '  A=1\t B=2  ',
    [
      ['A', '1', '1'],
      ['B', '2', '2'],
    ],
  ],
  ['A="x\ny"', [['A', '"x\ny"', 'x\ny']]],
  ['A=1\\\nB', [['A', '1\\\nB', '1B']]],
];

describe('parseAssignments', () => {
  test.each(STATIC)('%j', (text, expected) => {
    expect(parseAssignments(text).error).toBeUndefined();
    expect(read(text)).toEqual(expected);
  });

  test.skipIf(!HAS_BASH)('static values are what bash exports', () => {
    const script = STATIC.map(([text, expected]) => {
      const print = expected.map(([name]) => `printf '%s\\0' "$${name}"`).join('; ');
      return `export ${text}\n${print}\n`;
    });
    const values = STATIC.flatMap(([, expected]) => expected.map(([, , value]) => value));
    expect(
      bash(['-c', script.join('')])
        .output.split('\0')
        .slice(0, -1),
    ).toEqual(values);
  });

  test.each([
    ['A=$B', '$B'],
    ['A="x $B"', '"x $B"'],
    ['A=$(date +%F)', '$(date +%F)'],
    ['A="$(echo "a b")"', '"$(echo "a b")"'],
    ['A=`date`', '`date`'],
    ['A=${B:-c d}', '${B:-c d}'],
    ['A=$((1 + 2))', '$((1 + 2))'],
    ['A=~', '~'],
    ['A=~/bin', '~/bin'],
    ['A=/x:~/bin', '/x:~/bin'],
    ['A=(1 2)', '(1 2)'],
    ['A={a,b}', '{a,b}'],
    ['A={1..3}', '{1..3}'],
    ['A={"a":1,"b":2}', '{"a":1,"b":2}'],
  ])('%j is not static', (text, source) => {
    expect(read(text)).toEqual([['A', source, undefined]]);
    expect(parseAssignments(text).error).toBeUndefined();
  });

  test('says where each assignment stands', () => {
    const text = ' A=1  B="x y"';
    const slices = parseAssignments(text).assignments.map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(slices).toEqual(['A=1', 'B="x y"']);
  });

  test('a line of its own is read like a blank', () => {
    expect(read('A=1\nB=2\n')).toEqual([
      ['A', '1', '1'],
      ['B', '2', '2'],
    ]);
  });

  test.each([
    ['A=x y B=2', ['A', 'B'], 4, 'not NAME=value'],
    ['A', [], 0, 'not NAME=value'],
    ['1A=2', [], 0, 'not NAME=value'],
    ['A+=2', [], 0, 'not NAME=value'],
    ['A=1; B=2', ['A'], 3, 'ends the assignments'],
    ['A=1 && B=2', ['A'], 4, 'ends the assignments'],
    ['A=1 B="x', ['A'], 6, 'double quote is never closed'],
    ['A=$(x', [], 3, 'never closed'],
  ])('%j is an error', (text, names, offset, message) => {
    const { assignments, error } = parseAssignments(text);
    expect(assignments.map(({ name }) => name)).toEqual(names);
    expect(error?.offset).toBe(offset);
    expect(error?.message).toContain(message);
  });

  test('nothing throws, and sources are slices of the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          shellText,
          shellText.map((text) => `A=${text}`),
        ),
        (text) => {
          const { assignments, error } = parseAssignments(text);
          for (const { name, source, start, end } of assignments) {
            expect(text.slice(start, end)).toBe(`${name}=${source}`);
          }
          return error === undefined || (error.offset >= 0 && error.offset <= text.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    'A=1 '.repeat(25_000),
    `A=${'x'.repeat(100_000)}`,
    `A="${'$B'.repeat(50_000)}"`,
    'x '.repeat(50_000),
    `A=${'a:'.repeat(50_000)}~`,
  ])('100 KB are read in work that grows with them', async (text) => {
    const work = await workOf(() => {
      parseAssignments(text);
    });
    expect(work).toBeLessThan(200 * text.length);
  });
});
