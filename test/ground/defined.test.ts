import { expect, test } from 'vitest';
import { defined } from '../../src/ground/defined.ts';

test('members without a value are absent; false, nothing and the empty text are values', () => {
  expect(Object.keys(defined({ a: undefined, b: undefined }))).toEqual([]);
  expect(defined({ a: 1, b: undefined, c: false, d: '', e: null })).toStrictEqual({
    a: 1,
    c: false,
    d: '',
    e: null,
  });
});
