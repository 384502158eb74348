// Which folders below a path are repositories.

import fs from 'node:fs';
import path from 'node:path';
import { isLeftOut, isLegacyName, reasonOf } from '../../host/files/repository.ts';
import { isGitRepository } from '../../host/git/git-head.ts';
import { packageFolder } from '../../host/package.ts';

export type LocalRepository = {
  /** As the report calls it. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
};

/** Levels of folders below the path: `host/owner/group/name` and a few more. */
const deepest = 8;
const mostFolders = 200_000;

/**
 * A folder is a repository if git says so or if a legacy configuration lies in it; nothing below it is another one. A
 * path below which there is none is taken for one itself. The clone that the command runs from, with its samples, is left
 * out unless the path names it.
 *
 * @param shown the path as it was given
 * @param folder its absolute form
 */
export function findRepositories(shown: string, folder: string): readonly LocalRepository[] {
  const root = fs.realpathSync(folder);
  if (isRepository(root)) return [{ name: nameOf(shown, folder), folder }];
  const own = fs.realpathSync(packageFolder());
  const found: LocalRepository[] = [];
  let level = [''];
  let seen = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: string[] = [];
    for (const above of level) {
      for (const name of foldersIn(path.join(root, above))) {
        if (++seen > mostFolders) return found;
        const at = path.posix.join(above, name);
        if (path.join(root, at) === own) continue;
        if (isRepository(path.join(root, at)))
          found.push({ name: at, folder: path.join(root, at) });
        else next.push(at);
      }
    }
    level = next;
  }
  return found.length === 0 ? [{ name: nameOf(shown, folder), folder }] : found;
}

/** Names of several paths may be the same; then each says which path it is below. */
export function withDistinctNames(
  found: readonly { readonly shown: string; readonly repositories: readonly LocalRepository[] }[],
): readonly LocalRepository[] {
  const counts = new Map<string, number>();
  for (const { name } of found.flatMap(({ repositories }) => repositories))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const folders = new Set<string>();
  return found.flatMap(({ shown, repositories }) =>
    repositories.flatMap(({ name, folder }) => {
      // The same folder named twice is one.
      if (folders.has(folder)) return [];
      folders.add(folder);
      if (counts.get(name) === 1) return [{ name, folder }];
      const below = path.posix.normalize(shown.replaceAll('\\', '/'));
      const long = path.posix.basename(below) === name ? below : path.posix.join(below, name);
      return [{ name: long, folder }];
    }),
  );
}

/** The last part of the path; of `.` and the like, that of the folder that it means. */
const nameOf = (shown: string, folder: string): string => {
  const last = path.posix.basename(shown.replaceAll('\\', '/'));
  return ['', '.', '..'].includes(last) ? path.basename(folder) || '/' : last;
};

/** A Compose file alone is somebody's Compose file. */
const isRepository = (folder: string): boolean =>
  isGitRepository(folder) ||
  entriesOf(folder).some(
    (entry) =>
      !entry.isDirectory() && isLegacyName(entry.name) && !/^docker-compose/i.test(entry.name),
  );

const foldersIn = (folder: string): readonly string[] =>
  entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !isLeftOut(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Why a path cannot be looked at; undefined where it can. */
export function whyNoPath(folder: string): string | undefined {
  try {
    return fs.statSync(folder).isDirectory() ? undefined : 'it is a file, not a folder';
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' ? 'there is no such folder' : `it cannot be read (${reason})`;
  }
}
