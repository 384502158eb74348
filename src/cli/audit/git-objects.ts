// Commits of a repository that lies on this disk, read by git as objects: no work tree is touched.

import { isLeftOut } from '../../host/files/repository.ts';
import { gitBytes } from '../../host/git/git.ts';
import { readObjects } from '../../host/git/git-objects.ts';
import type { Tree, TreeEntry } from './remote-tree.ts';

/** As many files as GitHub's own list of a tree shows. */
const mostEntries = 100_000;
const mostBytes = 64 * 1024 * 1024;

/** The files of a commit; undefined where git cannot list them. Sizes are not known: objects may not be here yet. */
export function treeOfCommit(folder: string, commit: string): Tree | undefined {
  const { complete, bytes } = gitBytes(folder, ['ls-tree', '-r', '-z', '--full-tree', commit], {
    most: mostBytes,
  });
  if (!complete) return undefined;
  const lines = bytes.toString('utf8').split('\0');
  const entries = lines.slice(0, mostEntries).flatMap((line): TreeEntry[] => {
    const [, mode, type, id = '', at = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    return type !== 'blob' || at.split('/').some(isLeftOut)
      ? []
      : [[at, mode === '120000' ? 1 : 0, id, 0]];
  });
  return { entries, truncated: lines.length - 1 > mostEntries };
}

/** Texts by id; those that are not here are left out. */
export function textsOf(folder: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [id, { type, bytes }] of readObjects(folder, ids, mostBytes).objects)
    if (type === 'blob') texts.set(id, bytes.toString('utf8'));
  return texts;
}

export type Branch = { readonly name: string; readonly commit: string };

/** Branches of its own, and those that it knows of `origin`; of two with one name the own one. */
export function branchesOf(folder: string): readonly Branch[] {
  const format = '%(objectname) %(symref) %(refname)';
  const { complete, bytes } = gitBytes(
    folder,
    ['for-each-ref', `--format=${format}`, 'refs/heads', 'refs/remotes/origin'],
    { most: mostBytes },
  );
  if (!complete) return [];
  const found = new Map<string, Branch>();
  for (const line of bytes.toString('utf8').split('\n')) {
    const [, commit = '', symbolic, name = ''] =
      /^(\w+) (\S*) refs\/(?:heads|remotes\/origin)\/(.+)$/.exec(line) ?? [];
    if (name === '' || symbolic !== '' || found.has(name)) continue;
    found.set(name, { name, commit });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
