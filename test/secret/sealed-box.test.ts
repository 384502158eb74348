import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { beforeAll, expect, test } from 'vitest';
import { sealBox } from '../../src/secret/sealed-box.ts';

beforeAll(async () => {
  await sodium.ready;
});

test('libsodium opens what was sealed', () => {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      const box = sealBox(plain, publicKey);
      expect(box.length).toBe(plain.length + 48);
      expect([...sodium.crypto_box_seal_open(box, publicKey, privateKey)]).toEqual([...plain]);
    }),
  );
});

test('another key does not, and no two boxes are alike', () => {
  const { publicKey } = sodium.crypto_box_keypair();
  const other = sodium.crypto_box_keypair();
  const plain = Buffer.from('secret');
  const box = sealBox(plain, publicKey);
  expect(() => sodium.crypto_box_seal_open(box, other.publicKey, other.privateKey)).toThrow();
  expect(Buffer.from(sealBox(plain, publicKey)).equals(Buffer.from(box))).toBe(false);
  expect(Buffer.from(box).includes(plain)).toBe(false);
});
