// Reads the dockercfg of a push, plain or encrypted by CodeShip.

import path from 'node:path';
import type { Host } from '../../host/host.ts';
import { parseDockercfg } from '../../registry/dockercfg.ts';
import { openEncrypted } from '../../secret/encrypted-file.ts';
import { masksFor } from '../../secret/masking.ts';
import type { ActionFailure, Inputs } from '../program.ts';
import { workspaceFile } from '../workspace-file.ts';
import type { pushInterface } from './interface.ts';
import { type ClientConfig, chooseCredentials, temporaryConfig } from './own-credentials.ts';

type Configured =
  | { readonly ok: true; readonly value: ClientConfig }
  | { readonly ok: false; readonly failures: readonly ActionFailure[] };

/** A client configuration with the credentials of the file, for the hosts that are pushed to. */
export function configFromDockercfg(
  host: Host,
  inputs: Inputs<typeof pushInterface>,
  hosts: readonly string[],
): Configured {
  const read = readFile(host, inputs.dockercfg);
  if (!read.ok) return read;
  const opened = openText(read.text, inputs['aes-key']);
  if (!opened.ok) return fail(`${inputs.dockercfg}: ${opened.message}`, opened.remedy);
  for (const text of masksFor(opened.text).texts) host.mask(text);
  const parsed = parseDockercfg(opened.text);
  if (!parsed.ok)
    return fail(`${inputs.dockercfg}: ${parsed.failure.message}`, parsed.failure.remedy);
  const chosen = chooseCredentials(parsed.value.entries, inputs.registry, hosts);
  if (chosen.failures.length > 0) return { ok: false, failures: chosen.failures };
  for (const warning of chosen.warnings) host.warning(warning, { title: 'transship push' });
  return { ok: true, value: temporaryConfig(host, chosen.logins) };
}

type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failures: readonly ActionFailure[] };

/** From the workspace, or from the job's temporary folder, where `prepare` opens encrypted files. */
function readFile(host: Host, given: string): Text {
  const temporary = host.files.realPath(host.temporaryFolder) ?? host.temporaryFolder;
  const real = path.isAbsolute(given) ? host.files.realPath(given) : undefined;
  if (real?.startsWith(temporary + path.sep)) {
    const text = host.files.read(real);
    if (text !== undefined) return { ok: true, text };
  }
  const file = workspaceFile(host, given);
  if (!file.ok) return fail(file.message, file.remedy);
  const text = host.files.read(file.path);
  return text === undefined ? fail(`${given} is a folder, not a file.`) : { ok: true, text };
}

function openText(
  text: string,
  key: string,
):
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly remedy?: string } {
  if (/^\uFEFF?\s*\{/.test(text)) return { ok: true, text };
  if (key.trim() === '') {
    return {
      ok: false,
      message: 'The file is encrypted, and no AES key was provided.',
      remedy:
        'Pass the secret on: `aes-key: ${{ secrets.CODESHIP_AES_KEY }}`. Pull requests from forks get no secrets.',
    };
  }
  const opened = openEncrypted(text, key);
  if (!opened.ok) return opened;
  return { ok: true, text: new TextDecoder().decode(opened.plain) };
}

function fail(
  message: string,
  remedy?: string,
): { readonly ok: false; readonly failures: readonly ActionFailure[] } {
  return { ok: false, failures: [remedy === undefined ? { message } : { message, remedy }] };
}
