// State files under a key of the user's: AES-256-GCM, the key from the text by scrypt, the resource's name bound in.

import { fail, ok, type Result } from '../ground/result.ts';
import { cryptography } from '../host/builtin-module.ts';

const header = 'transship-state:v1:';
const sizes = { salt: 16, iv: 12, tag: 16 };

/** Shorter texts are guessed. */
export const shortestKey = 16;

const keyOf = (key: string, salt: Uint8Array): Buffer =>
  cryptography().scryptSync(key.trim(), salt, 32);

/** @param name of the resource: the sealed text opens under no other one */
export function seal(name: string, text: string, key: string): string {
  const { createCipheriv, randomBytes } = cryptography();
  const [salt, iv] = [randomBytes(sizes.salt), randomBytes(sizes.iv)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, salt), iv).setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return header + Buffer.concat([salt, iv, cipher.getAuthTag(), body]).toString('base64');
}

export function open(name: string, sealed: string, key: string): Result<string> {
  if (key.trim() === '') {
    return fail(
      `The state of ${name} is encrypted, and the input key is empty.`,
      'Pass the secret ASSEMBLY_LINE_KEY on: `key: ${{ secrets.ASSEMBLY_LINE_KEY }}`. Pull requests from forks do not get it.',
    );
  }
  const bytes = Buffer.from(sealed.slice(header.length), 'base64');
  const start = sizes.salt + sizes.iv + sizes.tag;
  if (!sealed.startsWith(header) || bytes.length < start)
    return fail(`The encrypted state of ${name} is damaged.`);
  const iv = bytes.subarray(sizes.salt, sizes.salt + sizes.iv);
  try {
    const decipher = cryptography()
      .createDecipheriv('aes-256-gcm', keyOf(key, bytes.subarray(0, sizes.salt)), iv)
      .setAAD(Buffer.from(name))
      .setAuthTag(bytes.subarray(sizes.salt + sizes.iv, start));
    return ok(
      Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString('utf8'),
    );
  } catch {
    return fail(
      `The state of ${name} does not open with this key.`,
      'It was encrypted with another ASSEMBLY_LINE_KEY, or is damaged. Give the secret its former value, or begin anew with `transship lines set`.',
    );
  }
}
