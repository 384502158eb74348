// The cache: one blob a project, overwritten by each successful build (shippable.md 3.7). GitHub's caches
// are never overwritten, so each run saves one of its own and restores the newest.

import { type Text, traced } from '../../output/tree.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { ShippableConfig } from './config.ts';

export type Cache = { readonly restore: readonly Step[]; readonly save: readonly Step[] };

const none: Cache = { restore: [], save: [] };

export function translateCache(
  config: ShippableConfig,
  boots: boolean,
  { report, otherwise }: TranslationContext,
): Cache {
  const { cache, cacheFolders } = config;
  if (cache === undefined || !cache.value) {
    if (cache !== undefined)
      otherwise('default-value', cache.node, 'no cache is what GitHub does anyway');
    for (const node of cacheFolders)
      otherwise('ignored-without', node, '`cache_dir_list` had no effect without `cache: true`');
    return none;
  }
  report(
    'cache-scope',
    cache.node,
    'Shippable kept one cache for the project; GitHub keeps one for each branch and run, and restores the newest that the branch may see',
    'the commit message words that reset the cache do nothing: delete caches on the Actions page, or with `gh cache delete`',
  );
  if (boots) {
    for (const node of cacheFolders.filter(
      ({ text }) => !/SHIPPABLE_(?:BUILD|REPO)_DIR/.test(text),
    )) {
      report(
        'cache-in-container',
        node,
        `\`${node.text}\` lies inside the booted image, where the cache steps cannot reach it`,
        'keep the folder below the workspace, or mount it with `options`',
      );
    }
  }
  const resolve = cacheFolders.filter((node) => staticFolder(node.text) === undefined);
  const paths: Text[] =
    cacheFolders.length === 0
      ? [traced('${{ github.workspace }}', cache.node)]
      : cacheFolders
          .filter((node) => !resolve.includes(node))
          .map((node) => traced(staticFolder(node.text) ?? '', node));
  const steps: Step[] = [];
  if (resolve.length > 0) {
    steps.push({
      kind: 'run',
      name: 'Resolve the folders of the cache',
      id: 'cache-folders',
      run: resolveLines(resolve),
    });
    paths.push('${{ steps.cache-folders.outputs.paths }}');
  }
  const path: Text =
    paths.length === 1
      ? (paths[0] ?? '')
      : {
          text: `${paths.map((part) => (typeof part === 'string' ? part : part.text)).join('\n')}\n`,
          from: paths.flatMap((part) => (typeof part === 'string' ? [] : part.from)),
        };
  const key = 'shippable-${{ github.run_id }}-${{ github.run_attempt }}-${{ strategy.job-index }}';
  return {
    restore: [
      ...steps,
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
    ],
    save: [
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

/** A folder as an input of the action; undefined where a shell has to expand it. */
function staticFolder(text: string): string | undefined {
  const folder = text
    .replace(/^"(.*)"$/, '$1')
    .replace(
      /^\$\{?(?:SHIPPABLE_(?:BUILD|REPO)_DIR|TRAVIS_BUILD_DIR)\}?(?=\/|$)/,
      '${{ github.workspace }}',
    )
    .replace(/^\$\{?HOME\}?(?=\/|$)/, '~');
  const rest = folder.replace('${{ github.workspace }}', '');
  return /[$`]/.test(rest) ? undefined : folder;
}

function resolveLines(nodes: readonly ScalarNode[]) {
  return [
    traced('{'),
    traced("  echo 'paths<<end_of_paths'"),
    ...nodes.map((node) =>
      traced(`  printf '%s\\n' ${/^["']/.test(node.text) ? node.text : `"${node.text}"`}`, node),
    ),
    traced("  echo 'end_of_paths'"),
    traced('} >> "$GITHUB_OUTPUT"'),
  ];
}
