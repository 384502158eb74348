import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEnvFile } from '../../src/format/env-file.ts';

const read = (text: string) => {
  const { entries, warnings } = parseEnvFile(text);
  return {
    values: Object.fromEntries(entries.map(({ name, value }) => [name, value])),
    warnings: warnings.map(({ kind, line }) => `${kind}@${line}`),
  };
};

describe('the grammar', () => {
  test.each([
    ['one pair', 'A=1', { A: '1' }, []],
    ['comments and empty lines', '# jet encrypt\n\nA=1\n  # more\nB=2\n', { A: '1', B: '2' }, []],
    [
      'the value keeps spaces, signs and further =',
      'A= x = $HOME # no comment ',
      { A: ' x = $HOME # no comment ' },
      [],
    ],
    ['backslash n stays two characters', 'KEY=a\\nb', { KEY: 'a\\nb' }, []],
    ['quotes are part of the value', 'A="x y"', { A: '"x y"' }, ['quoted@1']],
    ['an empty value', 'A=', { A: '' }, []],
    ['the last one wins', 'A=1\nB=2\nA=3', { A: '3', B: '2' }, ['overridden@1']],
    ['line ends of Windows', 'A=1\r\nB=2\r\n', { A: '1', B: '2' }, []],
    ['a byte order mark', '\uFEFFA=1', { A: '1' }, []],
    ['a name alone', 'A\nB=1', { B: '1' }, ['no-value@1']],
    ['the shell word export', 'export A=1\nB=2', { B: '2' }, ['bad-name@1']],
    ['no name', '=1\nB=2', { B: '2' }, ['bad-name@1']],
    [
      'the old YAML form',
      '# old\nA: 1\nB: "x y"\nC:',
      { A: '1', B: 'x y', C: '' },
      ['colon-form@2'],
    ],
    ['a colon among pairs is not YAML', 'A=1\nB: 2', { A: '1' }, ['bad-name@2']],
    ['a colon inside a value', 'A=b: c', { A: 'b: c' }, []],
    ['nothing', '', {}, []],
    ['only comments', '# a\n#b', {}, []],
  ])('%s', (_, text, values, warnings) => {
    expect(read(text)).toEqual({ values, warnings });
  });
});

test('any pairs come back as they were written', () => {
  const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/);
  const value = fc.string().map((text) => text.replace(/[\r\n]/g, ''));
  fc.assert(
    fc.property(fc.dictionary(name, value, { minKeys: 1 }), (pairs) => {
      const text = Object.entries(pairs)
        .map(([key, content]) => `${key}=${content}\n`)
        .join('');
      expect(read(text).values).toEqual({ ...pairs });
    }),
  );
});

test('no warning holds a value or a name', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/]{12,40}={0,2}$/);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(secret, fc.constantFrom('', '=', '="', ': ', ' '), secret)),
      (lines) => {
        const { warnings } = parseEnvFile(lines.map((parts) => parts.join('')).join('\n'));
        const all = warnings.map(({ message }) => message).join('\n');
        for (const [left, , right] of lines) {
          expect(all).not.toContain(left);
          expect(all).not.toContain(right);
        }
      },
    ),
  );
});
