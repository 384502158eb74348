// The branches of a repository on this disk whose legacy configuration is another one than that of the checkout.

import { failedAccount, type RepositoryAccount } from '../../estate/account.ts';
import { defined } from '../../ground/defined.ts';
import { gitHead } from '../../host/git/git-head.ts';
import { convertTree } from './convert-tree.ts';
import { branchesOf, textsOf, treeOfCommit } from './git-objects.ts';
import type { Journal } from './journal.ts';
import type { LocalRepository } from './local-repositories.ts';
import { guarded, type ReadOptions } from './read-repository.ts';
import { configurationOf } from './remote-tree.ts';

/** Each configuration once, under the first branch that has it. */
export async function readBranches(
  { name, folder }: LocalRepository,
  journal: Journal,
  options: ReadOptions,
): Promise<readonly RepositoryAccount[]> {
  const head = gitHead(folder);
  const checkedOut = head?.commit === undefined ? undefined : treeOfCommit(folder, head.commit);
  const seen = new Set(checkedOut === undefined ? [] : [configurationOf(checkedOut)]);
  const accounts: RepositoryAccount[] = [];
  for (const { name: branch, commit } of branchesOf(folder)) {
    if (commit === head?.commit) continue;
    const facts = {
      name,
      place: name,
      branch,
      commit,
      ...defined({ origin: head?.origin }),
    };
    const tree = treeOfCommit(folder, commit);
    if (tree === undefined) {
      accounts.push(
        failedAccount(
          facts,
          `git cannot list the files of the branch \`${branch}\``,
          'run `git fsck` in the clone, or clone it again',
        ),
      );
      continue;
    }
    const configuration = configurationOf(tree);
    if (configuration === '' || seen.has(configuration)) continue;
    seen.add(configuration);
    const key = ['branch', folder, branch, commit].join(' ');
    const known = journal.find(key);
    if (known !== undefined && (options.pack === undefined || known.view !== undefined)) {
      const account = { ...known.account, ...facts };
      if (known.view !== undefined) options.keepView?.(account, known.view);
      accounts.push(account);
      continue;
    }
    const { account, view } = await guarded(facts, () =>
      convertTree(facts, tree, options, async (wanted) =>
        textsOf(
          folder,
          wanted.map(([, , id]) => id),
        ),
      ),
    );
    if (view !== undefined) options.keepView?.(account, view);
    if (account.state !== 'failed') {
      journal.add({ key, account, configuration, ...defined({ view }) });
    }
    accounts.push(account);
  }
  return accounts;
}
