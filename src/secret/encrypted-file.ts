// CodeShip's encrypted files, as `jet encrypt` wrote them (codeship.md 13). Text in, bytes out.

import { failedBy, ok, type Result } from '../ground/result.ts';
import { decipher, encipher, ivLength } from './cipher.ts';
import { cleanText } from './clean-text.ts';
import { decodeBase64, type KeyFailure, readProjectKey } from './project-key.ts';
import { guessSigned, openSigned } from './signed-format.ts';

export type OpenFailure = {
  /**
   * `not-encrypted`: no base64 or too short for any format. `wrong-key`: v1 gave noise.
   * `unconfirmed`: a signed format whose digest no known layout explains.
   */
  readonly code: KeyFailure['code'] | 'not-encrypted' | 'wrong-key' | 'unconfirmed';
  readonly message: string;
};

export type Opened = {
  readonly plain: Uint8Array;
  /** `v1`, or the header that the file began with (`codeship:v2`, `cloudbees:v1`), or `signed` where it was lost. */
  readonly format: string;
  /** How a signed file was laid out, such as `L1 sha256`; absent for v1. */
  readonly layout?: string;
};

export type OpenOptions = {
  /** Accept what v1 gives although it is not text. v1 has no checksum: a wrong key is then not noticed. */
  readonly allowBinary?: boolean;
};

/** A header line may be folded into the line of the base64 text, as values inside a yml are (codeship.md 13.5). */
function takeApart(
  text: string,
): Result<{ readonly header: string; readonly raw: Uint8Array }, OpenFailure> {
  const match = /^([a-z]+:v[0-9]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  const body = (match === null ? text : (match[2] ?? '')).replace(/\s+/g, '');
  const raw = decodeBase64(body);
  if (raw !== undefined && raw.length >= ivLength) return ok({ header: match?.[1] ?? '', raw });
  const seen =
    raw === undefined
      ? 'the text is not base64'
      : `it has ${raw.length} bytes, fewer than ${ivLength}`;
  return failedBy({
    code: 'not-encrypted',
    message: `This is not a file that CodeShip encrypted: ${seen}. An unencrypted file can be used as it is; restore a damaged file from git.`,
  });
}

const jetRemedy =
  'If you still have the `jet` program, `jet decrypt` on your own machine can decrypt the file';
const keyRemedy =
  'Use the key of the project that encrypted the file. After a key reset, older files cannot be decrypted, and must be encrypted again';

/**
 * Opens an encrypted file, or an encrypted value that stood in a yml.
 *
 * @param text what `jet encrypt` wrote, with or without its header
 * @param keyText the text of `codeship.aes`
 * @returns the plain bytes; or why not, in a message that holds neither key nor content
 */
export function openEncrypted(
  text: string,
  keyText: string,
  options: OpenOptions = {},
): Result<Opened, OpenFailure> {
  const key = readProjectKey(keyText);
  if (!key.ok) return key;
  const parts = takeApart(text);
  if (!parts.ok) return parts;
  const { header, raw } = parts.value;
  if (header === '') {
    const plain = decipher(key.value.bytes, raw.subarray(0, ivLength), raw.subarray(ivLength));
    if (cleanText(plain) !== undefined) return ok({ plain, format: 'v1' });
    const signed = openSigned(key.value, raw);
    if (signed !== undefined) return ok({ ...signed, format: 'signed' });
    if (options.allowBinary === true) return ok({ plain, format: 'v1' });
    return failedBy({
      code: 'wrong-key',
      message: `The AES key does not fit: the result is not text. ${keyRemedy}.`,
    });
  }
  const signed = openSigned(key.value, raw);
  if (signed !== undefined) return ok({ ...signed, format: header });
  return failedBy({
    code: 'unconfirmed',
    message: `checksum for decrypted data is invalid, corrupt AES key or data; the format ${header} could not be confirmed. ${keyRemedy}. ${jetRemedy}; encrypt the result again with \`transship encrypt\`.`,
  });
}

/**
 * Writes the v1 format, the one whose reading is proven: one line of base64, no newline at its end.
 *
 * @param iv 16 bytes, never used twice with one key: take them from a random source
 */
export function seal(
  plain: Uint8Array,
  keyText: string,
  iv: Uint8Array,
): Result<string, KeyFailure> {
  const key = readProjectKey(keyText);
  if (!key.ok) return key;
  const sealed = Buffer.concat([iv, encipher(key.value.bytes, iv, plain)]);
  return ok(sealed.toString('base64'));
}

/**
 * What a signed file may hold where no digest confirms it: the layouts whose result reads as `KEY=value` lines or JSON.
 * For a person to judge, on request, with a warning; never for a workflow.
 */
export function guessUnconfirmed(
  text: string,
  keyText: string,
): Result<readonly { readonly plain: Uint8Array; readonly layout: string }[], OpenFailure> {
  const key = readProjectKey(keyText);
  if (!key.ok) return key;
  const parts = takeApart(text);
  return parts.ok ? ok(guessSigned(key.value, parts.value.raw)) : parts;
}
