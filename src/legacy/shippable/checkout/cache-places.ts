// Where the folders of the cache lie, which decides how each can be kept without harm to the clone.

import { expression } from '../../../expression/expression.ts';
import { alsoFrom, mixedText, type Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { traced } from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { CacheFolder } from '../keys/cache-value.ts';

/** A folder of the clone, relative to it; '' is the clone. */
type CloneFolder = { readonly path: string; readonly node: SourceNode };

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

/** A folder of the runner; one of the clone is named from there. */
type Known = { readonly inClone: boolean; readonly path: string };

const written = ({ inClone, path }: Known): Text =>
  inClone ? mixedText`${expression`github.workspace`}${path}` : path;

/**
 * What lies below a home folder on the runner and is not a business of a cache: the runner with the clones of all
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
      else if (folder !== undefined) direct.push(alsoFrom(written(folder), at));
    } else if (boots) inImage.push(node);
    else if (folder === undefined) evaluated.push(node);
    else if (!folder.inClone && /^(?:~|\/|\/home|\/home\/runner)\/*$/.test(folder.path)) {
      direct.push(traced('~/*', at), ...notInHome.map((name) => `!~/${name}`));
    } else direct.push(alsoFrom(written(folder), at));
  }
  return { direct, evaluated, inImage, ...defined({ inClone: filled(inClone) }) };
}

const cloneNames = [
  /^\$\{?(?:SHIPPABLE_(?:BUILD|REPO)_DIR|TRAVIS_BUILD_DIR|PWD)\}?(?=\/|$)(.*)$/s,
  // The clone's place on Shippable's machines.
  /^(?:\/root|~|\$\{?HOME\}?)\/src\/(?:github\.com|bitbucket\.org|gitlab\.com)\/[^/]+\/[^/]+(?=\/|$)(.*)$/s,
];

/** The folder as the runner has it; undefined where a shell has to expand it. */
function knownFolder(text: string, boots: boolean): Known | undefined {
  const spelled = text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^(?:\$\(pwd\)|`pwd`|\.(?=\/|$))/, '$PWD');
  const [below] = cloneNames.flatMap((name) => name.exec(spelled)?.[1] ?? []);
  const path =
    below ??
    spelled.replace(/^\$\{?HOME\}?(?=\/|$)/, '~').replace(/^\/root(?=\/|$)/, boots ? '/root' : '~');
  return /[$`]/.test(path) ? undefined : { inClone: below !== undefined, path };
}

/** The part below the clone; undefined where the folder is elsewhere. */
function folderOfClone({ inClone, path }: Known): string | undefined {
  if (!inClone && /^[~/]/.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** Whether the folder, or one that a pattern finds, has files of the commit, or is git's own. */
const holdsTracked = (folder: string, tracked: readonly string[]): boolean =>
  folder === '' ||
  /[*?[]/.test(folder) ||
  /^\.git(?:\/|$)/.test(folder) ||
  tracked.some((path) => path === folder || path.startsWith(`${folder}/`));
