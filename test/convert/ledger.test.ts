import { expect, test } from 'vitest';
import { inOrder } from '../../src/convert/convert.ts';
import { createLedger } from '../../src/convert/ledger.ts';
import { type Code, codeRow } from '../../src/diagnostic/codes.ts';
import { parseSource } from '../../src/source/parse.ts';

test('a value that nobody read is said to need somebody', () => {
  const ledger = createLedger();
  const document = parseSource('a.yml', 'a: 1\n', ledger.report);
  expect(ledger.settle(document, new Map())).toMatchObject([
    { outcome: 'manual', code: 'unread-value' },
  ]);
  expect(ledger.diagnostics()).toMatchObject([
    {
      code: 'unread-value',
      message: 'this value was not understood, so nothing was made from it',
      help: 'translate it by hand',
    },
  ]);
});

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

test('what is said of one place has an order of its own, and files that of their names', () => {
  const ledger = createLedger();
  const [a, b] = ['a.yml', 'b.yml'].map((path) => {
    const [first, second] = parseSource(path, 'a: 1\nb: 2\n', ledger.report).leaves;
    if (first === undefined || second === undefined) throw new Error('no values were read');
    return { first, second };
  });
  if (a === undefined || b === undefined) throw new Error('no files');
  ledger.report('unread-value', b.first, 'b1');
  ledger.report('unread-value', a.second, 'a2');
  ledger.report('unread-value', a.first, 'a1 u');
  ledger.report('dropped-key', a.first, 'a1 d');
  ledger.report('broken-file', a.first, 'a broken');
  expect(inOrder(ledger.diagnostics()).map(({ message }) => message)).toEqual([
    'a1 d',
    'a1 u',
    'a2',
    'a broken',
    'b1',
  ]);
});
