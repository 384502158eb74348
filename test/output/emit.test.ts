import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { createLedger } from '../../src/convert/ledger.ts';
import { emit } from '../../src/output/emit.ts';
import { markerLine, originOf } from '../../src/output/marker.ts';
import { writeScalar } from '../../src/output/scalar.ts';
import { list, map, raw, scalar, scalarOrBlock, seq, traced } from '../../src/output/tree.ts';
import { parseSource } from '../../src/source/parse.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '~',
      'null',
      'yes',
      'on',
      '1.10',
      '0x1f',
      '1:30',
      '- a',
      'a: b',
      'a #b',
      '#',
      '%',
      '@',
      '`',
      '"',
      "'",
      '|',
      '>',
      '*a',
      '&a',
      '!t',
      '? x',
      '---',
      '...',
      'a\n',
      '\n\n',
      ' \n',
      '\ttab',
      'end ',
      '${{ x }}',
      'it\'s "both"',
      '=',
      '<<',
      '.5',
      '.',
      '+0x1f',
      '-0b1_0',
      '0o17',
      '1:30:00.5',
      '\u202Egnp',
      'a\u0085b',
      '+1',
      '1_000',
      '2001-01-01',
    ],
  ),
);

describe('scalars', () => {
  test('come back as the same text from readers of YAML 1.2 and 1.1', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = writeScalar(text);
        expect(parse(`k: ${written}\n`)).toEqual({ k: text });
        expect(parse(`k: ${written}\n`, { version: '1.1' })).toEqual({ k: text });
        expect(parse(`- ${written}\n`)).toEqual([text]);
      }),
      { numRuns: 1000 },
    );
  });

  const plain: readonly (readonly [string, string])[] = [
    ['ubuntu-24.04', 'ubuntu-24.04'],
    ['-x', '-x'],
    ['a b', 'a b'],
    ['**', "'**'"],
    ['on', "'on'"],
    ['.', "'.'"],
    ['+0x1f', "'+0x1f'"],
    ['a\u202Eb', '"a\\u202eb"'],
    ["!x == 'y'", '"!x == \'y\'"'],
    ['say "hi" \'there\'', 'say "hi" \'there\''],
  ];
  test.each(plain)('%s is written %s', (text, written) => {
    expect(writeScalar(text)).toBe(written);
  });
});

describe('documents', () => {
  test('come back as the same values, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anyText, anyText, { maxKeys: 5 }),
        fc.array(anyText, { maxLength: 5 }),
        (entries, items) => {
          const { text } = emit(
            map([
              {
                key: 'map',
                value: map(
                  Object.entries(entries).map(([key, value]) => ({
                    key,
                    value: scalarOrBlock(value),
                  })),
                ),
              },
              { key: 'list', value: list(items) },
              {
                key: 'maps',
                value: seq(
                  items.map((item) => ({
                    value: map([
                      { key: 'a', value: scalarOrBlock(item) },
                      { key: 'b', value: raw('1') },
                    ]),
                  })),
                ),
              },
            ]),
            ['a header'],
          );
          expect(parseDocument(text).errors).toEqual([]);
          expect(parse(text)).toEqual({
            map: { ...entries },
            list: items,
            maps: items.map((a) => ({ a, b: 1 })),
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a script is a block whose comments and blank lines stand as given', () => {
    const { text } = emit(
      map([
        {
          key: 'run',
          value: { kind: 'block', lines: [traced('# why'), traced('echo a\n\n  echo b')] },
        },
      ]),
    );
    expect(text).toBe('run: |\n  # why\n  echo a\n\n    echo b\n');
  });

  test('a first line with a blank says its indent', () => {
    const { text } = emit(
      map([{ key: 'run', value: { kind: 'block', lines: [traced('  echo a')] } }]),
    );
    expect(text).toBe('run: |2\n    echo a\n');
    expect(parse(text)).toEqual({ run: '  echo a\n' });
  });

  test('a comment cannot break out of its line', () => {
    const { text } = emit(map([{ key: 'a', value: scalar('b', 'x\ny: z'), before: ['p\nq: r'] }]));
    expect(parse(text)).toEqual({ a: 'b' });
  });
});

test('the target of a value is the place that it reached, or what holds all its places', () => {
  const document = parseSource('f.yml', 'a: 1\nb: 2\n', createLedger().report);
  const [a, b] = document.leaves;
  if (a === undefined || b === undefined) throw new Error('two leaves');
  const { targets } = emit(
    map([
      { key: 'one/two', value: scalar(traced('x', a)) },
      { key: 'steps', value: list([traced('y', b), 'z', traced('w', b)]) },
    ]),
  );
  expect(targets.get(a)).toBe('/one~1two');
  expect(targets.get(b)).toBe('/steps');
});

describe('the marker', () => {
  const body = 'name: x\n';
  const file = `# ${markerLine(['shippable.yml'], body)}\n${body}`;
  test('tells a file of ours from an edited and a foreign one', () => {
    expect(originOf(file)).toBe('ours');
    expect(originOf(`${file}more: y\n`)).toBe('edited');
    expect(originOf(body)).toBe('foreign');
  });
  test('stands below the first line of a script', () => {
    const script = 'echo\n';
    expect(originOf(`#!/bin/sh\n# ${markerLine(['a'], script)}\n${script}`)).toBe('ours');
  });
});
