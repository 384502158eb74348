// The v1 format piece by piece, so that a file of any size passes through little memory. The formats with a digest are
// opened whole (encrypted-file.ts): nothing of them may leave before the digest is known.

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { ivLength } from './cipher.ts';
import { hasControl } from './clean-text.ts';
import type { ProjectKey } from './project-key.ts';

type Pieces = Iterable<Uint8Array>;

/** The base64 text of v1 for pieces of plain bytes. @param iv 16 bytes, never used twice with one key */
export function* sealPieces(key: ProjectKey, iv: Uint8Array, plain: Pieces): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-cfb', key.bytes, iv);
  let rest = Buffer.from(iv);
  for (const piece of plain) {
    const sealed = Buffer.concat([rest, cipher.update(piece)]);
    // Three bytes are four characters: what is over waits for the next piece.
    const whole = sealed.length - (sealed.length % 3);
    rest = Buffer.from(sealed.subarray(whole));
    yield Buffer.from(sealed.subarray(0, whole).toString('base64'));
  }
  yield Buffer.from(Buffer.concat([rest, cipher.final()]).toString('base64'));
}

/** Why `openPieces` gave up: the text is not base64, or what came out is not text, as with a wrong key. */
export class NotV1 extends Error {}

/** The plain bytes of a v1 text, piece by piece. Throws `NotV1` as soon as it cannot be one with this key. */
export function* openPieces(key: ProjectKey, sealed: Pieces): Generator<Buffer> {
  let text = '';
  let head = Buffer.alloc(0);
  let decipher: ReturnType<typeof createDecipheriv> | undefined;
  const clean = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const checked = (plain: Buffer): Buffer => {
    if (hasControl(decoded(clean, plain))) throw new NotV1();
    return plain;
  };
  const open = (characters: string): Buffer => {
    head = Buffer.concat([head, Buffer.from(characters, 'base64')]);
    if (decipher === undefined) {
      if (head.length < ivLength) return Buffer.alloc(0);
      decipher = createDecipheriv('aes-256-cfb', key.bytes, head.subarray(0, ivLength));
      head = head.subarray(ivLength);
    }
    const plain = decipher.update(head);
    head = Buffer.alloc(0);
    return checked(plain);
  };
  for (const piece of sealed) {
    text += Buffer.from(piece).toString('latin1').replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/]*=*$/.test(text)) throw new NotV1();
    // The end may be padding, or lack it: it waits.
    const whole = Math.max(0, text.length - (text.length % 4) - 4);
    if (text.slice(0, whole).includes('=')) throw new NotV1();
    yield open(text.slice(0, whole));
    text = text.slice(whole);
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new NotV1();
  yield open(text);
  if (decipher === undefined) throw new NotV1();
  checked(Buffer.concat([decipher.final()]));
  decoded(clean, undefined);
}

function decoded(clean: InstanceType<typeof TextDecoder>, plain: Buffer | undefined): string {
  try {
    return plain === undefined ? clean.decode() : clean.decode(plain, { stream: true });
  } catch {
    throw new NotV1();
  }
}
