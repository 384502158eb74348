import { expect, test } from 'vitest';
import { backOff, retryAfter, secondsText } from '../../src/ground/back-off.ts';

const delays = { first: 1000, longest: 5000 };

test.each([
  [1, 0, 500],
  [1, 1, 1000],
  [2, 1, 2000],
  [3, 0, 2000],
  [4, 1, 5000],
  [50, 0, 2500],
])('after try %d with jitter %d: %d ms', (attempt, random, expected) => {
  expect(backOff(delays, attempt, random)).toBe(expected);
});

test.each([
  [undefined, undefined],
  ['7', 7000],
  [' 0 ', 0],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
  ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
  ['soon', undefined],
])('Retry-After %j: %j ms', (value, expected) => {
  expect(retryAfter(value, 10_000)).toBe(expected);
});

test('seconds for the log', () => {
  expect(secondsText(2450)).toBe('2.5 s');
});
