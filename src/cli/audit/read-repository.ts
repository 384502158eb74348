// One repository of the disk, converted in memory, and what the audit keeps of it. Whatever is wrong with it ends here.

import type { Conversion } from '../../convert/convert.ts';
import {
  accountOf,
  failedAccount,
  type RepositoryAccount,
  type RepositoryFacts,
} from '../../estate/account.ts';
import { defined } from '../../ground/defined.ts';
import { gitHead, isBareRepository } from '../../host/git/git-head.ts';
import type { Choices } from '../../legacy/translation.ts';
import { convertFolder, type FolderResult } from '../convert/convert-folder.ts';
import type { LoadedHooks } from '../hooks.ts';
import type { LocalRepository } from './local-repositories.ts';

export type ReadOptions = {
  readonly config?: string;
  readonly choices?: Choices;
  readonly hooks?: LoadedHooks;
  /** Of this tool. */
  readonly version: string;
  /** Makes what reports show beyond the account; without it, nothing is kept of it. */
  readonly pack?: (conversion: Conversion) => string;
  readonly keepView?: (account: RepositoryAccount, view: string) => void;
};

export type ReadResult = { readonly account: RepositoryAccount; readonly view?: string };

export async function readLocal(
  { name, folder }: LocalRepository,
  options: ReadOptions,
): Promise<ReadResult> {
  return guarded({ name, place: name }, async () => {
    const head = gitHead(folder);
    if (isBareRepository(folder)) {
      return {
        account: failedAccount(
          { name, place: name },
          'the repository is bare: it has no work tree',
          'audit a clone with a work tree, or the repository on GitHub: `owner/name` in `--repos FILE`',
        ),
      };
    }
    const { config, choices, hooks } = options;
    const facts = {
      name,
      place: name,
      ...defined({ commit: head?.commit, origin: head?.origin }),
    };
    const result = await convertFolder({
      folder,
      ...defined({ config, choices, hooks }),
    });
    return accountOfResult(facts, result, options);
  });
}

export function accountOfResult(
  facts: RepositoryFacts,
  result: FolderResult,
  { version, pack }: ReadOptions,
): ReadResult {
  if (result.kind === 'refused') {
    const first = result.diagnostics[0];
    const why = first === undefined ? '' : `: ${first.message}`;
    return { account: failedAccount(facts, `${result.message}${why}`, first?.help) };
  }
  const account = accountOf(facts, result.conversion, result.repository, version);
  // Texts of findings are parts of the file that they came from, and would keep it in memory.
  const kept: RepositoryAccount = JSON.parse(JSON.stringify(account));
  // Of a repository without a configuration there is nothing to show.
  if (pack === undefined || kept.state === 'none') return { account: kept };
  return { account: kept, view: pack(result.conversion) };
}

/** An exception is a bug of ours, and of one repository: the others are looked at all the same. */
export async function guarded(
  facts: RepositoryFacts,
  read: () => Promise<ReadResult>,
): Promise<ReadResult> {
  try {
    return await read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
      return {
        account: failedAccount(
          facts,
          `the repository cannot be read (${code})`,
          'give yourself permission to read it, and check the disk',
        ),
      };
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      account: failedAccount(
        facts,
        `a bug of transship: ${text.replace(/\s+/g, ' ')}`,
        'please report it; the other repositories were still read',
      ),
    };
  }
}
