import { expect, test } from 'vitest';
import { readsAsSeveral } from '../../src/actions/list-entries.ts';

test.each([
  ['A=1,B=2', true],
  ['A=1, B=2', true],
  ['A=1 B=2 C=3', true],
  ['A=1', false],
  ['A=one two', false],
  ['OPTIONS=-Dx=1 -Dy=2', false],
  ['LIST=a,b,c', false],
  ['URL=https://x.test/?a=1,b=2', false],
])('%s reads as several: %s', (text, several) => {
  expect(readsAsSeveral(text)).toBe(several);
});
