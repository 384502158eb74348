import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expression } from '../../src/expression/expression.ts';
import { combinedRefExpression } from '../../src/pattern/ref-expression.ts';
import { classifyRefPattern, refMatches } from '../../src/pattern/ref-pattern.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { REFS, refs } from './refs.ts';

describe('combinedRefExpression of a tag alone', () => {
  test.each([
    ['main', "github.ref_name == 'main'"],
    ["it's", "github.ref_name == 'it''s'"],
    ['^(main|dev)$', "github.ref_name == 'main' || github.ref_name == 'dev'"],
    ['^v', "startsWith(github.ref_name, 'v')"],
    ['^v.+$', "startsWith(github.ref_name, 'v') && github.ref_name != 'v'"],
    ['-rc$', "endsWith(github.ref_name, '-rc')"],
    ['^.*wip.*$', "contains(github.ref_name, 'wip')"],
    [
      '^(main|v.+)$',
      "github.ref_name == 'main' || (startsWith(github.ref_name, 'v') && github.ref_name != 'v')",
    ],
    ['^v1.*-rc$', "startsWith(github.ref_name, 'v1') && endsWith(github.ref_name, '-rc')"],
    ['', 'true'],
    ['^', 'true'],
    ['(\\d+)', 'false'],
    ['^\\d', undefined],
    ['^(a', undefined],
  ])('%j is %s', (text, expected) => {
    expect(combinedRefExpression(classifyRefPattern(text), undefined)?.code).toBe(expected);
  });

  test('asks another subject when told to', () => {
    const asked = combinedRefExpression(classifyRefPattern('main'), undefined, expression`env.REF`);
    expect(asked?.code).toBe("env.REF == 'main'");
  });
});

describe('combinedRefExpression', () => {
  const combined = (tag?: string, exclude?: string): string | undefined =>
    combinedRefExpression(
      tag === undefined ? undefined : classifyRefPattern(tag),
      exclude === undefined ? undefined : classifyRefPattern(exclude),
    )?.code;

  test.each([
    [undefined, undefined, 'true'],
    ['', '', 'true'],
    ['main', undefined, "github.ref_name == 'main'"],
    [undefined, 'main', "github.ref_name != 'main'"],
    [undefined, '^(a|b)$', "github.ref_name != 'a' && github.ref_name != 'b'"],
    [undefined, '^(a|b.*)$', "github.ref_name != 'a' && !startsWith(github.ref_name, 'b')"],
    [undefined, '^v.+$', "!(startsWith(github.ref_name, 'v') && github.ref_name != 'v')"],
    ['^v', '-rc$', "startsWith(github.ref_name, 'v') && !endsWith(github.ref_name, '-rc')"],
    [
      '^(a|b)$',
      'c',
      "(github.ref_name == 'a' || github.ref_name == 'b') && github.ref_name != 'c'",
    ],
    ['^\\d', '.*$', 'false'],
    ['(\\d)', '^\\d', 'false'],
    ['^\\d', 'main', undefined],
    ['main', '^\\d', undefined],
  ])('tag %j, exclude %j: %s', (tag, exclude, expected) => {
    expect(combined(tag, exclude)).toBe(expected);
  });

  test('says what the patterns say', () => {
    const pattern = fc.constantFrom(
      ...[
        '',
        'main',
        '^main$',
        '^(a|b)$',
        '^v',
        '^v.+$',
        '-rc$',
        '^.+-rc$',
        '^.*a.*$',
        '^(main|release/.*)$',
      ],
      ...['^', '^v1.*-rc$', '^a|b$', '(\\d)', "^it's", '^(v.+|a.+)$'],
    );
    fc.assert(
      fc.property(pattern, pattern, refs, (tag, exclude, ref) => {
        const code = combined(tag, exclude);
        if (code === undefined) throw new Error('every pattern here can be said');
        for (const each of [ref, ...REFS]) {
          const wanted = tag === '' || refMatches(classifyRefPattern(tag), each) === true;
          const excluded = exclude !== '' && refMatches(classifyRefPattern(exclude), each) === true;
          expect([code, each, evaluateExpression(code, each)]).toEqual([
            code,
            each,
            wanted && !excluded,
          ]);
        }
      }),
    );
  });
});
