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
])('%s is given up', (_what, bytes) => {
  expect(() => [...openPieces(key, [bytes])]).toThrow(NotV1);
});
