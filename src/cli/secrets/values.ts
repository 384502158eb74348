// The values of planned secrets, from encrypted files and the key.

import { parseEnvFile } from '../../format/env-file.ts';
import { failedBy, ok, type Result } from '../../ground/result.ts';
import { normalizeRegistry } from '../../image/reference.ts';
import type { SecretSource } from '../../legacy/translation.ts';
import { parseDockercfg } from '../../registry/docker-config/dockercfg.ts';
import { cleanText } from '../../secret/clean-text.ts';
import { openEncrypted } from '../../secret/encrypted-file.ts';

/** The value, or in half a sentence why there is none. */
export type FoundValue = Result<string, string>;

/** @param read the text of a file of the repository */
export function valuesByKey(
  key: string,
  read: (path: string) => string | undefined,
): (source: SecretSource) => FoundValue {
  const opened = new Map<string, FoundValue>();
  const open = (ciphertext: string): FoundValue => {
    const known = opened.get(ciphertext);
    if (known !== undefined) return known;
    const result = openEncrypted(ciphertext, key);
    const text = result.ok ? cleanText(result.value.plain) : undefined;
    const found: FoundValue =
      text === undefined
        ? failedBy(result.ok ? 'the opened file is not text' : result.failure.message)
        : ok(text);
    opened.set(ciphertext, found);
    return found;
  };
  return (source) => {
    if (source.kind === 'key') return ok(key);
    const ciphertext =
      source.kind === 'variable' && source.text !== undefined
        ? source.text
        : read(source.path ?? '');
    if (ciphertext === undefined) return failedBy(`\`${source.path}\` cannot be read`);
    const plain = open(ciphertext);
    if (!plain.ok) return plain;
    return source.kind === 'variable'
      ? variableOf(plain.value, source.name)
      : accountOf(plain.value, source.host, source.field);
  };
}

function variableOf(text: string, name: string): FoundValue {
  const entry = parseEnvFile(text).entries.find((each) => each.name === name);
  return entry === undefined || entry.value === ''
    ? failedBy('the encrypted file does not hold it')
    : ok(entry.value);
}

function accountOf(text: string, host: string, field: 'username' | 'password'): FoundValue {
  const parsed = parseDockercfg(text);
  if (!parsed.ok) return failedBy(parsed.failure.message);
  const entry = parsed.value.entries.find(
    ({ address }) => normalizeRegistry(address.host) === host,
  );
  const { credential } = entry ?? {};
  if (credential?.kind !== 'password')
    return failedBy(`the dockercfg holds no account and password for ${host}`);
  return ok(field === 'username' ? credential.username : credential.password);
}
