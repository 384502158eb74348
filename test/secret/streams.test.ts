import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEncrypted, seal } from '../../src/secret/encrypted-file.ts';
import { readProjectKey } from '../../src/secret/project-key.ts';
import { NotV1, openPieces, sealPieces } from '../../src/secret/streams.ts';
import { given } from '../given.ts';

const keyText = Buffer.alloc(32, 7).toString('base64');
const read = given(readProjectKey(keyText));
const key = read;
const iv = Buffer.alloc(16, 1);

/** The bytes in pieces of the given sizes, the last one as large as it has to be. */
function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...pieces, bytes.subarray(at)];
}

test('in pieces of any size a file is sealed and opened as in one piece', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', maxLength: 200 })
        .filter((text) => !/[\p{Cc}\ud800-\udfff]/u.test(text)),
      fc.array(fc.nat(40)),
      fc.array(fc.nat(40)),
      (text, sizes, others) => {
        const plain = Buffer.from(text);
        const sealed = Buffer.concat([...sealPieces(key, iv, cut(plain, sizes))]);
        expect(seal(plain, keyText, iv)).toEqual({ ok: true, value: sealed.toString() });
        const opened = Buffer.concat([...openPieces(key, cut(sealed, others))]);
        expect(opened.toString()).toBe(text);
        expect(openEncrypted(sealed.toString(), keyText)).toMatchObject({ ok: true });
      },
    ),
  );
});

const sealedOf = (plain: Uint8Array): Buffer => Buffer.concat([...sealPieces(key, iv, [plain])]);
// Without padding of its own.
const sealedText = sealedOf(Buffer.alloc(200, 'a')).toString();

test.each([
  [
    'a wrong key',
    Buffer.concat([
      ...sealPieces({ ...key, bytes: randomBytes(32) }, iv, [Buffer.alloc(4000, 'a')]),
    ]),
  ],
  ['no base64', Buffer.from('FOO=bar_baz')],
  ['padding in the middle', Buffer.from(`${'AAAA'.repeat(20)}A===${'AAAA'.repeat(20)}`)],
  ['fewer bytes than an IV', Buffer.from('AAAA')],
  ['nothing', Buffer.from('')],
  ['a text with a foreign sign in front', Buffer.from(`_${sealedText}`)],
  ['a text with a foreign sign in the middle', Buffer.from(sealedText.replace(/.{40}/, '$&_'))],
  ['a text with foreign signs at its end', Buffer.from(`${sealedText}____`)],
  ['a text with three signs of padding', Buffer.from(`${sealedText}A===`)],
  ['a text that ends within a character', sealedOf(Buffer.from('price in \u20ac').subarray(0, -1))],
  ['a text with a control', sealedOf(Buffer.from('a\0b'))],
])('%s is given up', (_what, bytes) => {
  expect(() => [...openPieces(key, [bytes])]).toThrow(NotV1);
});

test('a text in lines, with blanks at its ends, is opened', () => {
  const wrapped = ` ${sealedText.replace(/.{40}/g, '$&\r\n\t')}\n\n`;
  expect(Buffer.concat([...openPieces(key, [Buffer.from(wrapped)])])).toEqual(
    Buffer.alloc(200, 'a'),
  );
});

test('an empty file is its IV alone, in both directions', () => {
  const sealed = Buffer.concat([...sealPieces(key, iv, [])]);
  expect(sealed.toString()).toBe(iv.toString('base64'));
  expect(Buffer.concat([...openPieces(key, [sealed])])).toEqual(Buffer.alloc(0));
});

test('what was read leaves before more is read, so that a large file passes through little memory', () => {
  const size = 3000;
  const plain = Buffer.alloc(size, 'a');
  const sealing = sealPieces(key, iv, [plain, plain]);
  const first = sealing.next().value;
  // All of it but what waits for two more bytes.
  expect(first?.length).toBeGreaterThanOrEqual((size / 3) * 4);
  const opening = openPieces(key, [sealedOf(plain), Buffer.from('AAAA')]);
  expect(opening.next().value?.length).toBeGreaterThanOrEqual(size - 6);
});

test('of a text whose padding is too long nothing leaves', () => {
  const opening = openPieces(key, [Buffer.from(`${sealedText}========`)]);
  expect(() => opening.next()).toThrow(NotV1);
});
