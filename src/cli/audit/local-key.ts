// What a folder is known by in a journal: its commit, where git says that nothing differs from it.

import { gitBytes } from '../../host/git/git.ts';
import { gitHead } from '../../host/git/git-head.ts';

/** Undefined where the files may be others than those of a commit: then they are read again. */
export function localKey(folder: string): string | undefined {
  const commit = gitHead(folder)?.commit;
  if (commit === undefined) return undefined;
  const { complete, bytes } = gitBytes(
    folder,
    ['status', '--porcelain', '--untracked-files=normal'],
    { most: 1 },
  );
  return complete && bytes.length === 0 ? `folder ${folder} ${commit}` : undefined;
}
