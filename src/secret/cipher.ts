// AES-256-CFB128 without padding, the one cipher of CodeShip's formats (codeship.md 13.2).
// node:crypto is the only node module in this folder: it computes, and touches nothing outside.

import { createCipheriv, createDecipheriv } from 'node:crypto';

export const ivLength = 16;

export function decipher(key: Uint8Array, iv: Uint8Array, body: Uint8Array): Uint8Array {
  const stream = createDecipheriv('aes-256-cfb', key, iv);
  return Buffer.concat([stream.update(body), stream.final()]);
}

export function encipher(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array {
  const stream = createCipheriv('aes-256-cfb', key, iv);
  return Buffer.concat([stream.update(plain), stream.final()]);
}
