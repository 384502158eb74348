import { expect, test } from 'vitest';
import { differences, inExpectedOrder, traceOf } from './trace.ts';

test('the trace is the lines with the mark', () => {
  expect(traceOf(['noise', '> one', ' > two', '> three'])).toEqual(['one', 'three']);
});

const expected = ['first', { together: [['a1', 'a2'], ['b']] }, 'last'];

test.each([
  [['first', 'a1', 'a2', 'b', 'last'], 0],
  [['first', 'b', 'a1', 'a2', 'last'], 0],
  [['first', 'a1', 'b', 'a2', 'last'], 0],
  // A lane keeps its order, and nothing may be missing, come twice or come later.
  [['first', 'a2', 'a1', 'b', 'last'], 2],
  [['first', 'a1', 'b', 'last'], 1],
  [['first', 'a1', 'a2', 'b', 'b', 'last'], 1],
  [['first', 'a1', 'a2', 'last', 'b'], 2],
  [[], 5],
])('%j differs in %i', (actual, count) => {
  const lines = ['first', 'a1', 'a2', 'b', 'last'];
  expect(differences(inExpectedOrder(actual, expected), lines)).toBe(count);
});

test('what nobody expected is a difference', () => {
  expect(inExpectedOrder(['more'], [])).toEqual(['more']);
  expect(inExpectedOrder(['first', 'more'], ['first'])).toEqual(['first', 'more']);
  expect(differences(['more'], [])).toBe(1);
});
