import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteWord, quoteWords, splitWords } from '../../src/shell/words.ts';
import { workOf } from '../work.ts';
import { bash, HAS_BASH } from './bash.ts';

describe('splitWords', () => {
  test.each([
    ['', []],
    ['  ', []],
    ['echo on $CI_BRANCH', ['echo', 'on', '$CI_BRANCH']],
    ['make a && make b', ['make', 'a', '&&', 'make', 'b']],
    ["/bin/sh -c 'echo $CI_BRANCH && make'", ['/bin/sh', '-c', 'echo $CI_BRANCH && make']],
    ['bash -c "K="${V}" deploy -f /d"', ['bash', '-c', 'K=${V} deploy -f /d']],
    ['-o pid', ['-o', 'pid']],
    ['true', ['true']],
    ['a\'b\'"c"d', ['abcd']],
    ['"" \'\'', ['', '']],
    ['a\tb\nc\r\nd', ['a', 'b', 'c', 'd']],
    ['"a\nb"', ['a\nb']],
    ['a\\ b \\"', ['a b', '"']],
    ['"a\\"b\\\\c\\$d\\`e\\f"', ['a"b\\c$d`e\\f']],
    ["'a\\b'", ['a\\b']],
    ['a\\\nb "c\\\nd"', ['ab', 'cd']],
    ['a # b', ['a', '#', 'b']],
    ['a|b;c>d', ['a|b;c>d']],
    ['*.js ~ !', ['*.js', '~', '!']],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual({ words });
  });

  test.each([
    ["a 'b", ['a'], 2, 'single quote'],
    ['a "b\\"', ['a'], 2, 'double quote'],
    ['a b\\', ['a'], 3, 'backslash'],
    ['"', [], 0, 'double quote'],
  ])('%j stops with an error', (text, words, offset, message) => {
    const split = splitWords(text);
    expect(split.words).toEqual(words);
    expect(split.error?.offset).toBe(offset);
    expect(split.error?.message).toContain(message);
  });

  test.each([
    ['a '.repeat(50_000)],
    ['a'.repeat(100_000)],
    [`"${'\\"'.repeat(50_000)}"`],
    ["''".repeat(50_000)],
  ])('100 KB are split in work that grows with them', async (text) => {
    const work = await workOf(() => {
      splitWords(text);
      quoteWord(text);
    });
    expect(work).toBeLessThan(60 * text.length);
  });
});

describe('quoteWord', () => {
  test.each([
    ['abc', 'abc'],
    ['a/b-c_d.e:f@g%h+i,j', 'a/b-c_d.e:f@g%h+i,j'],
    ['A=b', 'A=b'],
    ['', "''"],
    ['a b', "'a b'"],
    ['$X', "'$X'"],
    ["it's", '"it\'s"'],
    ["it's $5", "'it'\\''s $5'"],
    ['a\nb', "'a\nb'"],
    ['#a', "'#a'"],
    ['a#b', 'a#b'],
    ['~', "'~'"],
    ['{a,b}', "'{a,b}'"],
    ['*', "'*'"],
  ])('%j as %s', (word, quoted) => {
    expect(quoteWord(word)).toBe(quoted);
  });
});

describe('quoteWords', () => {
  test.each([
    [['echo', 'a b'], "echo 'a b'"],
    [['if', 'if'], "'if' if"],
    [['A=b', 'A=b'], "'A=b' A=b"],
    [['time'], "'time'"],
    [['!', 'x'], "'!' x"],
    [['[', 'x', ']'], "'[' x ']'"],
    [[], ''],
  ])('%j as %s', (words, text) => {
    expect(quoteWords(words)).toBe(text);
  });

  test('split again gives the same words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        expect(splitWords(quoteWords(words))).toEqual({ words });
      }),
      { numRuns: 1_000 },
    );
  });

  test('any text splits, or says where it stops', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { error } = splitWords(text);
        return error === undefined || (error.offset >= 0 && error.offset < text.length);
      }),
    );
  });

  test.skipIf(!HAS_BASH)('bash reads the same words', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '',
        '-n',
        "it's",
        '$HOME',
        '`x`',
        '!x',
        'a\nb',
        '~',
        '\\',
        '{a,b}',
        '*',
        '#',
        'é😀',
        'A=1',
        '"',
      ),
    );
    const commands = fc.sample(fc.array(word, { minLength: 1, maxLength: 6 }), {
      numRuns: 300,
      seed: 1,
    });
    const script = commands
      .map((words) => `printf '<%s>' x ${words.map(quoteWord).join(' ')}; echo '@@'\n`)
      .join('');
    const expected = commands
      .map((words) => `<x>${words.map((each) => `<${each}>`).join('')}@@\n`)
      .join('');
    expect(bash(['-c', script])).toEqual({ status: 0, output: expected });
  });

  test.skipIf(!HAS_BASH)('bash takes the first word for a command, whatever it is', () => {
    const names = [
      'if',
      'then',
      'A=b',
      'time',
      '!',
      '{',
      '[[',
      'function',
      'select',
      'coproc',
      'a+=b',
      'do',
      'in',
    ];
    const script = names
      .map(
        (name) =>
          `command_not_found_handle() { printf '<%s>' "$@"; }\n${quoteWords([name, 'x y'])}\n`,
      )
      .join('');
    expect(bash(['-c', `PATH=/nowhere\n${script}`]).output).toBe(
      names.map((name) => `<${name}><x y>`).join(''),
    );
  });
});
