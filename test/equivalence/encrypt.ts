// What CodeShip's tool did to a file (codeship.md 13.2), written apart from the product, which has to read it.

import { createCipheriv, randomBytes } from 'node:crypto';

/** The key of every project here. */
export const projectKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

export function encrypt(text: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cfb', Buffer.from(projectKey, 'base64'), iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** Texts of a file that were encrypted where they stand: `ENCRYPTED(NAME=value)`. */
export const encryptInline = (text: string): string =>
  text.replace(/ENCRYPTED\(([^)]*)\)/g, (_, plain: string) => encrypt(plain));
