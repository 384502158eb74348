// A commit as a list of files, converted in rounds: the translator asks for texts, gets them, and may ask for others.

import type { RepositoryFacts } from '../../estate/account.ts';
import { defined } from '../../ground/defined.ts';
import { convertRepository } from '../convert/convert-folder.ts';
import { accountOfResult, type ReadOptions, type ReadResult } from './read-repository.ts';
import { firstWanted, openRemoteTree, type Tree, type TreeEntry } from './remote-tree.ts';

const mostRounds = 12;

/**
 * @param fetch texts by the id of the object; or an account that says why there are none
 */
export async function convertTree(
  facts: RepositoryFacts,
  tree: Tree,
  options: ReadOptions,
  fetch: (wanted: readonly TreeEntry[]) => Promise<ReadonlyMap<string, string> | ReadResult>,
): Promise<ReadResult> {
  const texts = new Map<string, string>();
  let wanted: readonly TreeEntry[] = firstWanted(tree);
  for (let round = 0; ; round++) {
    const fetched = await fetch(wanted);
    if ('account' in fetched) return fetched;
    for (const [id, text] of fetched) texts.set(id, text);
    const missing = new Map<string, TreeEntry>();
    const opened = openRemoteTree(
      tree,
      (id) => texts.get(id),
      (entry) => void missing.set(entry[2], entry),
    );
    const result = await convertRepository(
      {
        ...defined({ config: options.config, choices: options.choices, hooks: options.hooks }),
      },
      opened,
    );
    // The account reads files of its own.
    const read = accountOfResult(facts, result, options);
    if (missing.size === 0 || round >= mostRounds) return read;
    wanted = [...missing.values()];
  }
}
