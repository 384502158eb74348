// Images of several platforms, which an engine without containerd's store cannot hold. `build` leaves them as OCI
// layouts in the job's temporary folder, `push` finds them there by name.

import { createHash } from 'node:crypto';
import path from 'node:path';
import { isObject, parseObject } from '../ground/json.ts';
import type { Host } from '../host/host.ts';

export type StoredLayout = {
  /** The folder with `index.json`. */
  readonly folder: string;
  /** Digest of the index of all platforms. */
  readonly digest: string;
  readonly platforms: readonly string[];
  /** The builder that made it and can push it. */
  readonly builder: string;
};

/** The folder for the layout of an image; names may hold what file names may not. */
function placeOf(host: Host, reference: string): string {
  const name = createHash('sha256').update(reference).digest('hex').slice(0, 32);
  return path.join(host.temporaryFolder, 'transship-layouts', name);
}

/** An empty folder for the layout of an image that gets these names. */
export function newLayoutFolder(host: Host, references: readonly string[]): string {
  const folder = path.join(placeOf(host, references.join('\n')), 'layout');
  host.files.remove(folder);
  host.files.makeFolder(folder);
  return folder;
}

/** Remembers under which names a layout is found. */
export function recordLayout(
  host: Host,
  references: readonly string[],
  layout: StoredLayout,
): void {
  for (const reference of references) {
    const place = placeOf(host, reference);
    host.files.makeFolder(place);
    host.files.write(path.join(place, 'record.json'), JSON.stringify(layout));
  }
}

/** Forgets what an image of that name was before: a later build put it into the engine. */
export function forgetLayouts(host: Host, references: readonly string[]): void {
  for (const reference of references)
    host.files.remove(path.join(placeOf(host, reference), 'record.json'));
}

export function findLayout(host: Host, reference: string): StoredLayout | undefined {
  const record = parseObject(
    host.files.read(path.join(placeOf(host, reference), 'record.json')) ?? '',
  );
  if (record === undefined) return undefined;
  const { folder, digest, platforms, builder } = record;
  if (typeof folder !== 'string' || typeof digest !== 'string' || typeof builder !== 'string')
    return undefined;
  if (!Array.isArray(platforms) || isObject(platforms)) return undefined;
  return { folder, digest, platforms: platforms.map(String), builder };
}
