// The root of the git work tree that a folder lies in.

import fs from 'node:fs';
import path from 'node:path';

/** Absolute path of the nearest folder, from this one up, that holds `.git`; undefined where none does. */
export function gitRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** A folder as seen from the root of its work tree, with `/`; '' for the root, and where there is no work tree. */
export function folderInRepository(folder: string): string {
  const root = gitRoot(folder);
  return root === undefined ? '' : path.relative(root, folder).replaceAll(path.sep, '/');
}
