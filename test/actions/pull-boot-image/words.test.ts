import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandText, expandWords } from '../../../src/actions/pull-boot-image/words.ts';
import { quoteWords } from '../../../src/shell/words.ts';

const variables: Readonly<Record<string, string>> = { A: 'a b', EMPTY: '', Q: `'"` };
const lookup = (name: string): string | undefined => variables[name];
const words = (text: string): readonly string[] => expandWords(text, lookup).words;

describe('expandWords', () => {
  test.each<[string, readonly string[]]>([
    ['A=1 B=2', ['A=1', 'B=2']],
    ['  A=1\n\tB=2\n', ['A=1', 'B=2']],
    [`A='x y' B="p q" C=r\\ s`, ['A=x y', 'B=p q', 'C=r s']],
    [`A='$A "' B="it's $A" C=$A`, ['A=$A "', "B=it's a b", 'C=a b']],
    ['${A}x $EMPTY "" \'\' "$EMPTY"', ['a bx', '', '', '']],
    ['a\\$A "\\$A \\" \\x"', ['a$A', '$A " \\x']],
    ['$5 $ $(x) $Q', ['$5', '$', '$(x)', `'"`]],
    ['a\\\nb', ['ab']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('tells what is not set, and what is never closed', () => {
    expect(expandWords('$B "${C}" $B', lookup)).toEqual({ words: [''], unset: ['B', 'C'] });
    expect(expandWords(`a 'b`, lookup).problem).toBe('a single quote is never closed');
    expect(expandWords(`a "b`, lookup).problem).toBe('a double quote is never closed');
    expect(expandWords('a \\', lookup).problem).toBe('a backslash at the end escapes nothing');
  });

  test('reads back what was quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (list) => {
        fc.pre(!list.some((word) => word.includes('\r')));
        expect(words(quoteWords(list))).toEqual(list);
      }),
    );
  });
});

test('expandText replaces variables only', () => {
  expect(expandText(`x/$A:\${EMPTY}'$NONE'`, lookup)).toEqual({
    text: `x/a b:''`,
    unset: ['NONE'],
  });
});
