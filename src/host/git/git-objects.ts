// Objects of a repository by their ids, many at once.

import { gitBytes } from './git.ts';

type GitObject = { readonly type: string; readonly bytes: Buffer };

type ReadObjects = {
  /** Whether git answered to the end, within the limit. */
  readonly complete: boolean;
  /** By the names that were asked for; those that are not here are left out. */
  readonly objects: ReadonlyMap<string, GitObject>;
};

/**
 * @param names ids, or what git takes for one, such as `COMMIT^{tree}`
 * @param most bytes of all of them together
 */
export function readObjects(folder: string, names: readonly string[], most: number): ReadObjects {
  const objects = new Map<string, GitObject>();
  if (names.length === 0) return { complete: true, objects };
  const input = `${names.join('\n')}\n`;
  const { complete, bytes } = gitBytes(folder, ['cat-file', '--batch'], { input, most });
  let at = 0;
  for (const name of names) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    // `ID TYPE SIZE`, or `NAME missing`.
    const [, type = '', size] = bytes.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined || !/^\d+$/.test(size)) continue;
    const length = Number(size);
    if (at + length > bytes.length) break;
    objects.set(name, { type, bytes: bytes.subarray(at, at + length) });
    at += length + 1;
  }
  return { complete, objects };
}
