import { expect, test } from 'vitest';
import { createLedger } from '../../src/convert/ledger.ts';
import { type Code, codeRow } from '../../src/diagnostic/codes.ts';
import { parseSource } from '../../src/source/parse.ts';

/** What settles the one value of a file once these codes were reported of it, in this order. */
function settled(...codes: readonly Code[]) {
  const ledger = createLedger();
  const document = parseSource('a.yml', 'a: 1\n', ledger.report);
  const leaf = document.leaves[0];
  if (leaf === undefined) throw new Error('no value was read');
  for (const code of codes) ledger.report(code, leaf, 'a reason');
  return ledger.settle(document, new Map()).map(({ outcome, code }) => [outcome, code]);
}

test('of two reasons of one rank the first is the value’s', () => {
  const [first, second] = ['unknown-key', 'dropped-key'] as const;
  expect(settled(first, second)).toEqual([[codeRow(first).outcome, first]]);
  expect(settled(second, first)).toEqual([[codeRow(second).outcome, second]]);
});

test('a stronger reason takes the place of a weaker one, whichever came first', () => {
  expect(settled('unread-value', 'dropped-key')).toEqual([['manual', 'unread-value']]);
  expect(settled('dropped-key', 'unread-value')).toEqual([['manual', 'unread-value']]);
});
