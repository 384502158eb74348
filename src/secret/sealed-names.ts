// What stands in an encrypted file, by name: the variables of an environment file, the registries and accounts of a
// dockercfg. Values are compared here and leave in no form.

import { createHmac, randomBytes } from 'node:crypto';
import { parseEnvFile } from '../format/env-file.ts';
import { cleanText } from './clean-text.ts';
import { openEncrypted } from './encrypted-file.ts';
import type { SealedAccount, SealedContent } from './sealed-content.ts';

/** Opens ciphertexts with one key, for their names. */
export function sealedNames(keyText: string): (ciphertext: string) => SealedContent {
  const salt = randomBytes(32);
  const same = (value: string): string =>
    createHmac('sha256', salt).update(value).digest('base64').slice(0, 16);
  const known = new Map<string, SealedContent>();
  return (ciphertext) => {
    const found = known.get(ciphertext) ?? open(ciphertext, keyText, same);
    known.set(ciphertext, found);
    return found;
  };
}

function open(ciphertext: string, keyText: string, same: (value: string) => string): SealedContent {
  const opened = openEncrypted(ciphertext, keyText);
  if (!opened.ok) return { kind: 'closed', why: opened.failure.message };
  const text = cleanText(opened.value.plain);
  if (text === undefined) return { kind: 'other' };
  if (/^\s*\{/.test(text)) return accountsOf(text, same);
  const { entries } = parseEnvFile(text);
  if (!entries.some(({ value }) => !/^=?$/.test(value))) return { kind: 'other' };
  return {
    kind: 'variables',
    variables: entries.map(({ name, value }) => ({
      name,
      isEmpty: value === '',
      same: same(value),
    })),
  };
}

/** Both formats of a dockercfg (codeship.md 5.1): registries at the top, or below `auths`. */
function accountsOf(text: string, same: (value: string) => string): SealedContent {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return { kind: 'other' };
  }
  const top = (root ?? {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries((top['auths'] ?? top) as Readonly<Record<string, unknown>>);
  const accounts = entries.flatMap(([host, entry]): SealedAccount[] => {
    if (typeof entry !== 'object' || entry === null || /\/(?:access|refresh)-token$/.test(host))
      return [];
    const { auth, username, identitytoken } = entry as Readonly<Record<string, unknown>>;
    const pair = typeof auth === 'string' ? Buffer.from(auth, 'base64').toString('utf8') : '';
    const user = typeof username === 'string' ? username : pair.replace(/:[\s\S]*$/, '');
    if (pair === '' && typeof username !== 'string' && typeof identitytoken !== 'string') return [];
    return [{ host, user, same: same(JSON.stringify(entry)) }];
  });
  return { kind: 'accounts', accounts };
}
