// Build arguments that CodeShip encrypted: files of `KEY=value` lines, or ciphertexts that stood in the yml.

import { parseEnvFile } from '../../format/env-file.ts';
import type { Failure } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import { ok } from '../../registry/protocol/result.ts';
import { masksFor } from '../../secret/masking.ts';
import { findFile, isPlainVariables, openText } from '../secret-file.ts';
import type { Pair } from './read-inputs.ts';

export type EncryptedArguments = {
  readonly items: readonly Pair[];
  readonly failures: readonly Failure[];
};

/** Opens files and inline texts, in this order; every value is masked as it is opened. */
export async function openArguments(
  host: Host,
  files: readonly string[],
  texts: readonly string[],
  key: string,
): Promise<EncryptedArguments> {
  const items: Pair[] = [];
  const failures: Failure[] = [];
  const sources = [
    ...files.map((given) => () => findFile(host, given)),
    ...texts.map((text, index) => () => ({
      ok: true as const,
      value: { name: `Ciphertext ${index + 1} of input encrypted-args`, text },
    })),
  ];
  for (const find of sources) {
    const found = find();
    const opened = found.ok ? await textOf(host, found.value, key) : found;
    if (!opened.ok) {
      const { message, remedy } = opened.failure;
      failures.push(remedy === undefined ? { message } : { message, remedy });
      continue;
    }
    const name = found.ok ? found.value.name : '';
    const { entries, warnings } = parseEnvFile(opened.value);
    for (const warning of warnings)
      host.warning(`${name}: ${warning.message}`, { title: 'transship build' });
    items.push(...entries);
  }
  return { items, failures };
}

/** A file that an earlier step wrote from secrets is open already; its values are masked all the same. */
async function textOf(
  host: Host,
  { name, text }: { readonly name: string; readonly text: string },
  key: string,
): ReturnType<typeof openText> {
  if (!isPlainVariables(text)) return openText(host, name, text, key);
  for (const hidden of masksFor(text).texts) host.mask(hidden);
  return ok(text);
}
