// What was set before, so that an equal value is not sent again and a run that was cut goes on where it stopped. A
// fingerprint is an HMAC with a key of this machine; values are in neither file.

import { createHmac, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Host } from '../../host/host.ts';

export type Fingerprints = {
  readonly isEqual: (place: string, value: string) => boolean;
  /** Written at once, so that nothing that was done is forgotten. */
  readonly remember: (place: string, value: string) => void;
};

/** Below XDG_STATE_HOME, as https://specifications.freedesktop.org/basedir-spec has it. */
export function openFingerprints({ env, files }: Host): Fingerprints {
  const state =
    env['XDG_STATE_HOME'] || path.join(env['HOME'] || env['USERPROFILE'] || '.', '.local', 'state');
  const folder = path.join(state, 'transship');
  const keyFile = path.join(folder, 'fingerprint.key');
  const listFile = path.join(folder, 'fingerprints.json');
  files.makeFolder(folder);
  let key = Buffer.from(files.read(keyFile)?.trim() ?? '', 'base64');
  if (key.length !== 32) {
    key = randomBytes(32);
    files.write(keyFile, `${key.toString('base64')}\n`);
  }
  const known = new Map(Object.entries(readList(files.read(listFile))));
  const of = (place: string, value: string): string =>
    createHmac('sha256', key).update(`${place}\n`).update(value).digest('base64');
  return {
    isEqual: (place, value) => known.get(place) === of(place, value),
    remember: (place, value) => {
      known.set(place, of(place, value));
      files.write(
        listFile,
        `${JSON.stringify(Object.fromEntries([...known].sort()), undefined, 1)}\n`,
      );
    },
  };
}

function readList(text: string | undefined): Readonly<Record<string, string>> {
  try {
    const list: unknown = JSON.parse(text ?? '{}');
    return typeof list === 'object' && list !== null ? (list as Record<string, string>) : {};
  } catch {
    return {};
  }
}
