// The value of `cache`. Shippable asked for `true`; files that were written for Travis CI name a kind of packages, or
// folders, and their builds ran all the same (shippable.md 2.1, 3.7).

import { isEmpty, leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import { type Flag, flag, type Reader } from '../../../source/readers.ts';

/** A folder, and the value that it stands for where the value is another text. */
export type CacheFolder = ScalarNode & { readonly origin?: ScalarNode };

export type CacheValue = Flag & {
  /** Folders that the value itself names; the text as one of `cache_dir_list`. */
  readonly folders: readonly CacheFolder[];
};

/** Where package managers keep what they download, as Travis CI's words mean it. */
const foldersOf: Readonly<Record<string, readonly string[]>> = {
  pip: ['$HOME/.cache/pip'],
  npm: ['$HOME/.npm'],
  yarn: ['$HOME/.cache/yarn'],
  bundler: ['$SHIPPABLE_BUILD_DIR/vendor/bundle'],
  cocoapods: ['$SHIPPABLE_BUILD_DIR/Pods'],
  composer: ['$HOME/.composer/cache'],
  gradle: ['$HOME/.gradle/caches', '$HOME/.gradle/wrapper'],
  maven: ['$HOME/.m2'],
  cargo: ['$HOME/.cargo', '$SHIPPABLE_BUILD_DIR/target'],
  ccache: ['$HOME/.ccache'],
  apt: [],
};

export const cacheValue: Reader<CacheValue> = {
  expects: '`true` or `false`',
  read: (node, reading) => {
    const words: Readonly<Record<string, true>> = {
      true: true,
      false: true,
      yes: true,
      no: true,
      on: true,
      off: true,
    };
    if (node.kind === 'scalar' && words[node.text.toLowerCase()] === true) {
      const plain = flag.read(node, reading);
      return plain === undefined ? undefined : { ...plain, folders: [] };
    }
    const found = meant(node);
    const [first] = leavesOf(node).filter((leaf) => leaf.kind === 'scalar' && !isEmpty(leaf));
    if (found === undefined || first?.kind !== 'scalar') {
      flag.read(node, reading);
      return undefined;
    }
    for (const leaf of leavesOf(node)) {
      reading.report(
        'cache-of-travis',
        leaf,
        found.length === 0
          ? 'Shippable expected `true` here; nothing is cached for this word'
          : `Shippable expected \`true\` here; what the value stands for is cached: ${found.map(({ text }) => `\`${text}\``).join(', ')}`,
        'write `cache: true` with a `cache_dir_list`',
      );
    }
    return { value: found.length > 0, node: first, folders: found };
  },
};

/** The folders that a value means; undefined where it means none that is known. */
function meant(node: SourceNode): readonly CacheFolder[] | undefined {
  if (node.kind === 'scalar') return Object.hasOwn(foldersOf, node.text) ? named(node) : undefined;
  if (node.kind === 'sequence') {
    const parts = node.items.map(meant);
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const parts = node.entries.map(({ key, value }) => {
    if (key.text === 'directories') return foldersBelow(value);
    if (key.text === 'timeout') return [];
    if (!Object.hasOwn(foldersOf, key.text) || value.kind !== 'scalar') return undefined;
    return /^(?:true|yes|on)$/i.test(value.text) ? named(value, key.text) : [];
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

const named = (node: ScalarNode, word = node.text): readonly CacheFolder[] =>
  (foldersOf[word] ?? []).map((text) => ({ ...node, text, origin: node }));

/** A relative folder is one of the clone, for Travis CI and for the cache action. */
const foldersBelow = (node: SourceNode): readonly CacheFolder[] =>
  leavesOf(node).flatMap((leaf) => (leaf.kind !== 'scalar' || isEmpty(leaf) ? [] : [leaf]));
