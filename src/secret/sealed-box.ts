// The sealed box in which GitHub's API takes a secret: libsodium's crypto_box_seal. The whole of libsodium is 135 kB
// compressed, a tenth of everything that a job downloads, so the parts come from Node (X25519) and the noble libraries
// (BLAKE2b, XSalsa20-Poly1305; audited, kept, 9 kB compressed); tests open the boxes with libsodium itself.

import { createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { hsalsa, secretbox } from '@noble/ciphers/salsa.js';
import { blake2b } from '@noble/hashes/blake2.js';

/** `expand 32-byte k`, the constant of Salsa20. */
const sigma = new Uint32Array([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);

/**
 * Seals bytes for the owner of a key pair; a new key pair of the sender is made and forgotten each time.
 *
 * @param publicKey 32 bytes, X25519
 */
export function sealBox(plain: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const theirs = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  const own = generateKeyPairSync('x25519');
  const ownPublic = Buffer.from(own.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: theirs });
  const key = new Uint32Array(8);
  hsalsa(sigma, words(shared), new Uint32Array(4), key);
  const nonce = blake2b(Buffer.concat([ownPublic, publicKey]), { dkLen: 24 });
  return Buffer.concat([ownPublic, secretbox(bytesOf(key), nonce).seal(plain)]);
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) =>
    view.getUint32(4 * index, true),
  );
}

function bytesOf(from: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * from.length);
  const view = new DataView(bytes.buffer);
  from.forEach((word, index) => {
    view.setUint32(4 * index, word, true);
  });
  return bytes;
}
