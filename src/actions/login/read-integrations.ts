// The integrations that the inputs name: the list itself, or the file that holds it.

import path from 'node:path';
import type { LogPlace } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { workspaceFile } from '../workspace-file.ts';
import { type Integration, type RawEntry, readEntry } from './integration-entry.ts';
import { plainEntries } from './plain-entries.ts';

export type ReadIntegrations = {
  readonly integrations: readonly Integration[];
  /** Entries that can't be read; the others still count. */
  readonly failures: readonly { readonly message: string; readonly place: LogPlace }[];
};

export async function readIntegrations(
  host: Host,
  inputs: { readonly integrations: string; readonly config: string },
): Promise<Result<ReadIntegrations>> {
  if (inputs.integrations !== '' && inputs.config !== '') {
    return fail('wrong', '`integrations` and `config` cannot be combined.', 'Keep one of them.');
  }
  const entries =
    inputs.config === ''
      ? await entriesOf('integrations', inputs.integrations, true)
      : await entriesOfFile(host, inputs.config);
  if (!entries.ok) return entries;
  const integrations: Integration[] = [];
  const failures: { readonly message: string; readonly place: LogPlace }[] = [];
  for (const [index, entry] of entries.value.entries()) {
    const where = `entry ${index + 1}, line ${entry.line} of ${entry.file}`;
    // A line of the workflow's own text is not a line of a file in the repository.
    const place = inputs.config === '' ? {} : { file: entry.file, line: entry.line };
    const read = readEntry(host, entry, where, place);
    if (typeof read === 'string')
      failures.push({ message: `Integration (${where}): ${read}`, place });
    else if (read !== undefined) integrations.push(read);
  }
  return ok({ integrations, failures });
}

async function entriesOfFile(host: Host, given: string): Promise<Result<readonly RawEntry[]>> {
  const file = workspaceFile(host, given);
  if (!file.ok) return fail('wrong', file.failure.message, file.failure.remedy);
  const text = host.files.read(file.value.path);
  if (text === undefined) return fail('wrong', `${given} is not a file.`);
  const templates = path.join(path.dirname(file.value.path), 'shippable.templates.yml');
  return entriesOf(file.value.name, text, false, host.files.read(templates));
}

async function entriesOf(
  file: string,
  text: string,
  isList: boolean,
  templates?: string,
): Promise<Result<readonly RawEntry[]>> {
  const plain = plainEntries(file, text);
  if (plain !== undefined) return ok(plain);
  const { yamlEntries } = await import('./yaml-entries.ts');
  return yamlEntries(file, text, isList, templates);
}
