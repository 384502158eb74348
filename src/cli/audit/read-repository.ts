// One repository of the disk, converted in memory, and what the audit keeps of it. Whatever is wrong with it ends here.

import {
  accountOf,
  failedAccount,
  type RepositoryAccount,
  type RepositoryFacts,
} from '../../estate/account.ts';
import { gitHead } from '../../host/git-head.ts';
import type { Choices } from '../../legacy/translation.ts';
import { convertFolder, type FolderResult } from '../convert-folder.ts';
import type { LocalRepository } from './local-repositories.ts';

export type ReadOptions = {
  readonly config?: string;
  readonly choices?: Choices;
  /** Of this tool. */
  readonly version: string;
  /** Is told of each conversion, for reports that show more of it. */
  readonly watch?: (result: Extract<FolderResult, { kind: 'converted' }>) => void;
};

export async function readLocal(
  { name, folder }: LocalRepository,
  options: ReadOptions,
): Promise<RepositoryAccount> {
  return guarded({ name, place: name }, async () => {
    const head = gitHead(folder);
    const { config, choices } = options;
    const facts = {
      name,
      place: name,
      ...(head?.commit === undefined ? {} : { commit: head.commit }),
      ...(head?.origin === undefined ? {} : { origin: head.origin }),
    };
    const result = await convertFolder({
      folder,
      ...(config === undefined ? {} : { config }),
      ...(choices === undefined ? {} : { choices }),
    });
    return accountOfResult(facts, result, options);
  });
}

function accountOfResult(
  facts: RepositoryFacts,
  result: FolderResult,
  { version, watch }: ReadOptions,
): RepositoryAccount {
  if (result.kind === 'refused') {
    const first = result.diagnostics[0];
    const why = first === undefined ? '' : `: ${first.message}`;
    return failedAccount(facts, `${result.message}${why}`, first?.help);
  }
  watch?.(result);
  const account = accountOf(facts, result.conversion, result.repository, version);
  // Texts of findings are parts of the file that they came from, and would keep it in memory.
  return JSON.parse(JSON.stringify(account));
}

/** An exception is a bug of ours, and of one repository: the others are looked at all the same. */
async function guarded(
  facts: RepositoryFacts,
  read: () => Promise<RepositoryAccount>,
): Promise<RepositoryAccount> {
  try {
    return await read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
      return failedAccount(
        facts,
        `the repository cannot be read (${code})`,
        'give yourself the right to read it, and see whether the disk is well',
      );
    }
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return failedAccount(
      facts,
      `a bug of transship: ${text.replace(/\s+/g, ' ')}`,
      'please report it; the other repositories were looked at all the same',
    );
  }
}
