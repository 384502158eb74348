// The cache: one blob a project, overwritten by each successful build (shippable.md 3.7). GitHub's caches
// are never overwritten, so each run saves one of its own and restores the newest. What is restored never
// replaces a part of the commit that is built (shippable.md 15).

import { expression } from '../../../expression/expression.ts';
import { mixed, mixedText, type Text } from '../../../expression/text.ts';
import { type Line, traced } from '../../../output/tree.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { CacheFolder } from '../keys/cache-value.ts';
import type { ShippableConfig } from '../keys/config.ts';
import { plainLine } from '../scripts/script.ts';
import { type CachePlaces, cachePlaces } from './cache-places.ts';

export type Cache = { readonly restore: readonly Step[]; readonly save: readonly Step[] };

const none: Cache = { restore: [], save: [] };

export function translateCache(
  config: ShippableConfig,
  boots: boolean,
  { report, otherwise, repository }: TranslationContext,
): Cache {
  const { cache, cacheFolders } = config;
  if (cache === undefined || !cache.value) {
    if (cache !== undefined)
      otherwise('default-value', cache.node, 'GitHub does not cache by default');
    for (const node of cacheFolders)
      otherwise('ignored-without', node, '`cache_dir_list` had no effect without `cache: true`');
    return none;
  }
  report(
    'cache-scope',
    cache.node,
    'Shippable kept one cache for the project; GitHub keeps one per branch and run, and restores the newest one that the branch can access',
    'commit message keywords that reset the cache have no effect: delete caches on the Actions page, or with `gh cache delete`',
  );
  const hasSubmodules =
    config.keys.git?.submodules?.value !== false && repository.paths.includes('.gitmodules');
  const places = cachePlaces(cacheFolders, cache.node, boots, repository.paths);
  const archives = [...untrackedArchive(places, hasSubmodules), ...imageArchive(places.inImage)];
  const paths: Text[] = [...places.direct, ...archives.map((archive) => archive.path)];
  const resolve: Step[] = [];
  if (places.evaluated.length > 0) {
    resolve.push({
      kind: 'run',
      name: 'Resolve the folders of the cache',
      id: 'cache-folders',
      run: resolveLines(places.evaluated),
    });
    paths.push(expression`steps.cache-folders.outputs.paths`);
  }
  const path = oneALine(paths);
  const key = mixedText`shippable-${expression`github.run_id`}-${expression`github.run_attempt`}-${expression`strategy.job-index`}`;
  return {
    restore: [
      ...resolve,
      {
        kind: 'uses',
        uses: 'actions/cache/restore',
        name: 'Restore the cache',
        from: [cache.node],
        with: [
          { name: 'path', value: path },
          { name: 'key', value: key },
          { name: 'restore-keys', value: 'shippable-' },
        ],
      },
      ...archives.map(({ unpack }) => unpack),
    ],
    save: [
      ...archives.map(({ pack }) => pack),
      {
        kind: 'uses',
        uses: 'actions/cache/save',
        name: 'Save the cache',
        with: [
          { name: 'path', value: path },
          { name: 'key', value: key },
        ],
      },
    ],
  };
}

const oneALine = (paths: readonly Text[]): Text =>
  paths.length === 1 ? (paths[0] ?? '') : mixedText`${mixed(paths, '\n')}\n`;

/** What the cache action cannot keep as it is: an archive, and the steps that make and unpack it. */
type Archive = { readonly path: Text; readonly pack: Step; readonly unpack: Step };

/**
 * Files of the clone that no commit has. What a commit has never enters the archive, and unpacking leaves alone
 * what is there, so a file that was tracked, is tracked, or gets tracked is always that of the commit.
 */
function untrackedArchive({ inClone }: CachePlaces, hasSubmodules: boolean): Archive[] {
  if (inClone === undefined) return [];
  const below = inClone.map(({ path, node }) =>
    traced(path === '' ? '' : ` ${shellWord(path)}`, node),
  );
  const pathspec = below.some(({ text }) => text === '')
    ? ''
    : ` --${below.map(({ text }) => text).join('')}`;
  const list = 'git ls-files -z --others --directory';
  const own = { text: `${list}${pathspec}`, from: below.flatMap(({ from }) => from) };
  const nested = `git submodule --quiet foreach --recursive '${list} | sed -z "s|^|$displaypath/|"'`;
  const listLines: Line[] =
    hasSubmodules && pathspec === ''
      ? [
          plainLine('{'),
          { text: `  ${own.text}`, from: own.from },
          plainLine(`  ${nested}`),
          plainLine('} > "$RUNNER_TEMP/untracked"'),
        ]
      : [{ text: `${own.text} > "$RUNNER_TEMP/untracked"`, from: own.from }];
  return [
    {
      path: mixedText`${expression`runner.temp`}/untracked.tar`,
      pack: {
        kind: 'run',
        name: 'Collect the untracked files for the cache',
        run: [
          ...listLines,
          plainLine('tar -cf "$RUNNER_TEMP/untracked.tar" --null -T "$RUNNER_TEMP/untracked" || :'),
        ],
      },
      unpack: {
        kind: 'run',
        name: 'Restore untracked files, but never over files of the commit',
        run: [
          plainLine(
            '[ ! -f "$RUNNER_TEMP/untracked.tar" ] || tar -xf "$RUNNER_TEMP/untracked.tar" --skip-old-files',
          ),
        ],
      },
    },
  ];
}

/**
 * Folders inside the booted image, which the cache action on the runner does not see. The archive lies where both
 * sides see it and no command looks: RUNNER_TEMP is another folder inside.
 */
function imageArchive(folders: readonly CacheFolder[]): Archive[] {
  if (folders.length === 0) return [];
  const words = folders.map((node) => ({ text: folderWord(node.text), node }));
  return [
    {
      path: mixedText`${expression`github.workspace`}/.git/folders-of-the-image.tar`,
      pack: {
        kind: 'run',
        name: 'Copy the cached folders out of the image',
        shell: 'boot {0}',
        run: [
          traced('set --'),
          traced(
            `for folder in ${words.map(({ text }) => text).join(' ')}; do`,
            ...folders.map(originOf),
          ),
          plainLine('  [ ! -e "$folder" ] || set -- "$@" "${folder#/}"'),
          plainLine('done'),
          plainLine(
            '[ $# -eq 0 ] || tar -cf "$GITHUB_WORKSPACE/.git/folders-of-the-image.tar" -C / "$@" || :',
          ),
        ],
      },
      unpack: {
        kind: 'run',
        name: 'Copy the cached folders into the image',
        shell: 'boot {0}',
        run: [
          plainLine(
            '[ ! -f "$GITHUB_WORKSPACE/.git/folders-of-the-image.tar" ] || tar -xf "$GITHUB_WORKSPACE/.git/folders-of-the-image.tar" -C /',
          ),
        ],
      },
    },
  ];
}

const originOf = (folder: CacheFolder): ScalarNode => folder.origin ?? folder;

/** The folder as a word of a shell: `~` keeps its meaning, everything else stands in quotes. */
const folderWord = (text: string): string =>
  /^["']/.test(text) || /^[\w.~/-]+$/.test(text) ? text : `"${text}"`;

const shellWord = (text: string): string =>
  /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

function resolveLines(nodes: readonly CacheFolder[]): Line[] {
  return [
    traced('{'),
    traced("  echo 'paths<<end_of_paths'"),
    ...nodes.map((node) => traced(`  printf '%s\\n' ${folderWord(node.text)}`, originOf(node))),
    traced("  echo 'end_of_paths'"),
    traced('} >> "$GITHUB_OUTPUT"'),
  ];
}
