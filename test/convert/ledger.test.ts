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

/** The values of a text, and a ledger that nobody told anything of them. */
function ledgerOf(text: string) {
  const ledger = createLedger();
  const document = parseSource('a.yml', text, ledger.report);
  return { ...ledger, document, leaves: document.leaves };
}

test('the entries stand in the order of the file, an outer value before the first in it', () => {
  const { report, settle, document, leaves } = ledgerOf('a: [1, 2]\nb: 3\nc: 4\n');
  const [one, , three, four] = leaves;
  if (one?.parent === undefined || three === undefined || four === undefined) throw new Error();
  report('dropped-key', four, 'c');
  report('dropped-key', three, 'b');
  report('dropped-key', one.parent, 'a');
  const targets = new Map([[one, 'x#/a']]);
  expect(settle(document, targets).map(({ node, outcome }) => [node.path, outcome])).toEqual([
    ['/a', 'dropped'],
    ['/a/0', 'translated'],
    ['/b', 'dropped'],
    ['/c', 'dropped'],
  ]);
});

test('what is said of a collection is said of all in it, unless something is said of one of them', () => {
  const { report, settle, document, leaves } = ledgerOf('a: {b: 1, c: 2}\n');
  const [b] = leaves;
  if (b?.parent === undefined) throw new Error();
  report('dropped-key', b.parent, 'all');
  report('unread-value', b, 'one');
  expect(settle(document, new Map()).map(({ node, code }) => [node.path, code])).toEqual([
    ['/a', 'dropped-key'],
    ['/a/b', 'unread-value'],
  ]);
});

test('a reason for elsewhere counts only where there is no other, and is said once', () => {
  const { report, otherwise, settle, document, leaves, diagnostics } =
    ledgerOf('a: {b: 1, c: 2}\nd: 3\n');
  const [b, , d] = leaves;
  if (b?.parent === undefined || d === undefined) throw new Error();
  otherwise('line-unused', b.parent, 'nobody uses it', 'remove it');
  otherwise('dropped-key', b.parent, 'too late');
  otherwise('line-unused', d, 'not said');
  report('dropped-key', d, 'this is');
  expect(settle(document, new Map()).map(({ node, code }) => [node.path, code])).toEqual([
    ['/a', 'line-unused'],
    ['/d', 'dropped-key'],
  ]);
  expect(diagnostics().map(({ message, help }) => [message, help])).toEqual([
    ['this is', undefined],
    ['nobody uses it', 'remove it'],
  ]);
});

test('what somebody else takes over is forgotten, but not what is wrong with the file', () => {
  const { report, otherwise, release, settle, document, leaves, diagnostics } =
    ledgerOf('x: 0\na: [1, 2]\nb: 3\n');
  const [x, one, two, b] = leaves;
  const list = one?.parent;
  if (x === undefined || one === undefined || two === undefined || b === undefined)
    throw new Error();
  if (list === undefined) throw new Error();
  for (const at of [x, one, two, list, b]) report('dropped-key', at, `of ${at.path}`);
  report('open-credential', one, 'lies open');
  otherwise('line-unused', two, 'nobody uses it');
  const elsewhere = parseSource('b.yml', 'x: 0\na: [1, 2]\nb: 3\n', report).leaves[1];
  if (elsewhere !== undefined) report('dropped-key', elsewhere, 'in another file');
  release(new Set([list, one, two]), list);
  expect(diagnostics().map(({ message }) => message)).toEqual([
    'of /x',
    'of /b',
    'lies open',
    'in another file',
  ]);
  expect(settle(document, new Map()).map(({ node, code }) => [node.path, code])).toEqual([
    ['/x', 'dropped-key'],
    ['/a/0', 'unread-value'],
    ['/a/1', 'unread-value'],
    ['/b', 'dropped-key'],
  ]);
});

test('a value that reached an output is translated, or nearly, unless a person has to look at it', () => {
  const { report, settle, document, leaves } = ledgerOf('a: 1\nb: 2\nc: 3\nd: 4\n');
  const [a, b, c, d] = leaves;
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
  report('unread-value', b, 'look');
  report('dropped-key', c, 'idle');
  report('maintained-version', d, 'nearly');
  const targets = new Map(leaves.map((leaf) => [leaf, `x#${leaf.path}`]));
  expect(settle(document, targets).map(({ outcome, target }) => [outcome, target])).toEqual([
    ['translated', 'x#/a'],
    ['manual', undefined],
    ['translated', 'x#/c'],
    ['approximated', 'x#/d'],
  ]);
});
