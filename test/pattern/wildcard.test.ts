import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesWildcard, toGithubFilter } from '../../src/pattern/wildcard.ts';
import { refs } from './refs.ts';

describe('matchesWildcard', () => {
  test.each([
    ['master', 'master', true],
    ['master', 'Master', false],
    ['master', 'master2', false],
    ['feature/*', 'feature/a', true],
    ['feature/*', 'feature/a/b', true],
    ['feature/*', 'feature', false],
    ['feat*', 'feature/x', true],
    ['*-wip', 'a-wip', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'acb', false],
    ['aba*aba', 'aba', false],
    ['aba*aba', 'abaaba', true],
    ['*', 'anything', true],
    ['v1.*', 'v1x', false],
    ['a+', 'aa', false],
  ])('%j on %j: %j', (pattern, ref, expected) => {
    expect(matchesWildcard(pattern, ref)).toBe(expected);
  });

  test('agrees with a regular expression', () => {
    const patterns = fc.array(fc.constantFrom('*', 'a', 'b', 'main', '/', '.', '-', '(', '+'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(patterns, refs, (pieces, ref) => {
        const pattern = pieces.join('');
        const source = pattern.replace(/[.+()|/$-]/g, '\\$&').replace(/\*/g, '.*');
        return matchesWildcard(pattern, ref) === new RegExp(`^${source}$`, 's').test(ref);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([
  ['master', 'master'],
  ['feature/*', 'feature/**'],
  ['feat*', 'feat**'],
  ['*', '**'],
  ['**', '**'],
  ['a+b', 'a\\+b'],
  ['!x', '\\!x'],
  ['x!', 'x!'],
  ['[a]?\\', '\\[a\\]\\?\\\\'],
])('%j is %j as a filter of GitHub', (pattern, expected) => {
  expect(toGithubFilter(pattern)).toBe(expected);
});
