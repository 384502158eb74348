// Where the folders of the cache lie, which decides how each can be kept without harm to the clone.

import { type Text, traced } from '../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import type { CacheFolder } from './cache-value.ts';

/** A folder of the clone, relative to it; '' is the clone. */
export type CloneFolder = { readonly path: string; readonly node: SourceNode };

export type CachePlaces = {
  /** Paths that the cache action keeps as they are. */
  readonly direct: readonly Text[];
  /** Folders that a shell has to expand first. */
  readonly evaluated: readonly CacheFolder[];
  /** Folders of the clone that hold files of the commit too: only their untracked files may be kept. */
  readonly inClone?: readonly CloneFolder[];
  /** Folders inside the booted image. */
  readonly inImage: readonly CacheFolder[];
};

const workspace = '${{ github.workspace }}';

/**
 * What lies below a home folder on the runner and is no business of a cache: the runner with the clones of all
 * jobs, and credentials.
 */
const notInHome = [
  'work',
  'actions-runner',
  '.docker',
  '.ssh',
  '.aws',
  '.azure',
  '.kube',
  '.config',
];

/** `tracked`: the files of the repository. `cacheNode`: `cache: true`, which alone means the clone. */
export function cachePlaces(
  folders: readonly CacheFolder[],
  cacheNode: ScalarNode,
  boots: boolean,
  tracked: readonly string[],
): CachePlaces {
  if (folders.length === 0)
    return { direct: [], evaluated: [], inImage: [], inClone: [{ path: '', node: cacheNode }] };
  const direct: Text[] = [];
  const evaluated: CacheFolder[] = [];
  const inImage: CacheFolder[] = [];
  const inClone: CloneFolder[] = [];
  for (const node of folders) {
    const at = node.origin ?? node;
    const folder = knownFolder(node.text, boots);
    const below = folder === undefined ? undefined : folderOfClone(folder);
    if (below !== undefined) {
      if (holdsTracked(below, tracked)) inClone.push({ path: below, node: at });
      else direct.push(traced(folder ?? '', at));
    } else if (boots) inImage.push(node);
    else if (folder === undefined) evaluated.push(node);
    else if (/^(?:~|\/|\/home|\/home\/runner)\/*$/.test(folder)) {
      direct.push(traced('~/*', at), ...notInHome.map((name) => `!~/${name}`));
    } else direct.push(traced(folder, at));
  }
  return { direct, evaluated, inImage, ...(inClone.length === 0 ? {} : { inClone }) };
}

/** The folder as the runner has it; undefined where a shell has to expand it. */
function knownFolder(text: string, boots: boolean): string | undefined {
  const folder = text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^(?:\$\(pwd\)|`pwd`|\.(?=\/|$))/, '$PWD')
    .replace(/^\$\{?(?:SHIPPABLE_(?:BUILD|REPO)_DIR|TRAVIS_BUILD_DIR|PWD)\}?(?=\/|$)/, workspace)
    // The clone's place on Shippable's machines.
    .replace(
      /^(?:\/root|~|\$\{?HOME\}?)\/src\/(?:github\.com|bitbucket\.org|gitlab\.com)\/[^/]+\/[^/]+(?=\/|$)/,
      workspace,
    )
    .replace(/^\$\{?HOME\}?(?=\/|$)/, '~')
    .replace(/^\/root(?=\/|$)/, boots ? '/root' : '~');
  const rest = folder.replace(workspace, '');
  return /[$`]/.test(rest) ? undefined : folder;
}

/** The part below the clone; undefined where the folder is elsewhere. */
function folderOfClone(folder: string): string | undefined {
  const relative = /^[~/]/.test(folder)
    ? undefined
    : folder === workspace || folder.startsWith(`${workspace}/`)
      ? folder.slice(workspace.length)
      : folder.startsWith('${{')
        ? undefined
        : folder;
  if (relative === undefined) return undefined;
  const parts = relative.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** Whether the folder, or one that a pattern finds, has files of the commit, or is git's own. */
const holdsTracked = (folder: string, tracked: readonly string[]): boolean =>
  folder === '' ||
  /[*?[]/.test(folder) ||
  /^\.git(?:\/|$)/.test(folder) ||
  tracked.some((path) => path === folder || path.startsWith(`${folder}/`));
