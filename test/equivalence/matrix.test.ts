import { expect, test } from 'vitest';
import { legsOf } from '../../src/cli/try/matrix-legs.ts';

test('every combination, without the excluded ones', () => {
  expect(legsOf({ a: [1, 2], b: ['x', 'y'], exclude: [{ a: 1, b: 'y' }] })).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('an include extends what it agrees with, and is a leg of its own otherwise', () => {
  expect(legsOf({ a: [1, 2], include: [{ a: 1, c: 'more' }, { a: 3 }, { d: 'all' }] })).toEqual([
    { a: 1, c: 'more', d: 'all' },
    { a: 2, d: 'all' },
    { a: 3 },
  ]);
});

test('without axes each include is a leg, also an equal one', () => {
  expect(legsOf({ include: [{ a: 1 }, { a: 1 }] })).toEqual([{ a: 1 }, { a: 1 }]);
});
