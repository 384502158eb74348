// The key of a CodeShip project, `codeship.aes`: base64 of 32 bytes (codeship.md 13.1).

import { failedBy, ok, type Result } from '../ground/result.ts';

export type ProjectKey = {
  readonly bytes: Uint8Array;
  /** The base64 text itself: one candidate of the signed formats keys its digest with it. */
  readonly text: string;
};

export type KeyFailure = {
  readonly code: 'key-missing' | 'key-invalid';
  readonly message: string;
};

const whereTheKeyIs =
  'It is the content of `codeship.aes`, 44 characters of base64, a file that people kept in their clones; CodeShip can no longer show it. With it, create the secret CODESHIP_AES_KEY; without it, convert with `--secrets each`';

/** Decodes strict standard base64; padding may be missing. `undefined`: the text is something else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const body = text.replace(/=+$/, '');
  const padding = text.length - body.length;
  const needed = (4 - (body.length % 4)) % 4;
  if (needed === 3 || (padding !== 0 && padding !== needed) || !/^[A-Za-z0-9+/]*$/.test(body))
    return undefined;
  const bytes = Buffer.from(body, 'base64');
  // Buffer forgives stray bits in the last character; a damaged text should not pass for a whole one.
  return bytes.toString('base64').replace(/=+$/, '') === body ? bytes : undefined;
}

/** Reads the text of `codeship.aes`. White space around and inside it means nothing. */
export function readProjectKey(text: string): Result<ProjectKey, KeyFailure> {
  const bare = text.replace(/\s+/g, '');
  if (bare === '') {
    return failedBy({ code: 'key-missing', message: `No AES key provided. ${whereTheKeyIs}.` });
  }
  if (bare.startsWith('-----BEGIN')) {
    return failedBy({
      code: 'key-invalid',
      message: `This is a PEM key. RSA was only used for a few weeks in 2015 and is not supported. ${whereTheKeyIs}.`,
    });
  }
  const bytes = decodeBase64(bare);
  if (bytes === undefined || bytes.length !== 32) {
    const seen = bytes === undefined ? 'it is not base64' : `it decodes to ${bytes.length} bytes`;
    return failedBy({
      code: 'key-invalid',
      message: `The AES key must be 32 bytes in base64; ${seen}. ${whereTheKeyIs}.`,
    });
  }
  return ok({ bytes, text: Buffer.from(bytes).toString('base64') });
}
