// Repositories on GitHub, read by its API: a list, their heads, a tree for each commit, and the files that the translator
// asks for. Every answer goes into the journal at once.

import {
  emptyAccount,
  failedAccount,
  type RepositoryAccount,
  type RepositoryFacts,
} from '../../estate/account.ts';
import type { ApiHost, GitHubReader, Read } from '../../github/client.ts';
import { type ReadingFailure, unreadableAnswer } from '../../github/reading-failure.ts';
import { defined } from '../../ground/defined.ts';
import type { Clone } from './clone.ts';
import { convertTree } from './convert-tree.ts';
import type { Journal } from './journal.ts';
import { guarded, type ReadOptions, type ReadResult } from './read-repository.ts';
import { createBlobReader, type Wanted } from './remote-blobs.ts';
import {
  type Head,
  type Listed,
  listOwner,
  type Owner,
  type RemoteChoice,
  readHeads,
} from './remote-list.ts';
import { configurationOf, type Tree, type TreeEntry, treeOf } from './remote-tree.ts';

export type RemoteWork = {
  readonly owners: readonly Owner[];
  /** `owner/name`, whatever they are: a fork that is named is wanted. */
  readonly repositories: readonly string[];
  readonly choice: RemoteChoice;
  /** Only this part of all, from 1. */
  readonly shard?: { readonly part: number; readonly of: number };
};

export type RemoteResult = {
  readonly accounts: readonly RepositoryAccount[];
  readonly stopped?: { readonly message: string; readonly help?: string };
};

type Failure = ReadingFailure['failure'];

/** Repositories that are read at the same time. */
const atOnce = 16;
/** Clones at the same time: each is a program of its own. */
const clonesAtOnce = 6;
/** After so many in a row that could not be reached, none can. */
const mostInARow = 8;

/** Ends everything: no further request makes sense. */
class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export type RemoteReading = {
  readonly host: ApiHost;
  readonly reader: GitHubReader;
  readonly journal: Journal;
  readonly options: ReadOptions;
  readonly progress: {
    readonly start: (total: number) => void;
    readonly step: (name: string) => void;
  };
  /** Undefined where files are asked for one by one. */
  readonly clone: ((name: string) => Clone) | undefined;
};

export async function readRemote(
  work: RemoteWork,
  { host, reader, journal, options, progress, clone }: RemoteReading,
): Promise<RemoteResult> {
  const accounts: RepositoryAccount[] = [];
  try {
    const { names, hidden } = await listAll(reader, work, journal);
    if (hidden !== undefined) {
      host.log(`single sign-on hides organizations from the token: ${hidden}`);
    }
    progress.start(names.length);
    const heads = need(await readHeads(reader, names, work.choice.branches, journal));
    const readBlob = createBlobReader(host, reader);
    const outside: Outside = {
      host,
      reader,
      journal,
      options,
      readBlob,
      failed: { inARow: 0 },
      ...defined({ clone }),
    };
    let next = 0;
    const worker = async (): Promise<void> => {
      for (;;) {
        const name = names[next++];
        if (name === undefined) return;
        accounts.push(...(await readOne(outside, name, heads.get(name))));
        progress.step(name);
      }
    };
    const ended = await Promise.allSettled(
      Array.from({ length: clone === undefined ? atOnce : clonesAtOnce }, worker),
    );
    const first = ended.find(({ status }) => status === 'rejected');
    if (first?.status === 'rejected') throw first.reason;
    return { accounts };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { message, remedy } = error.failure;
    const again = 'with `--journal FILE` the next audit continues here';
    return {
      accounts,
      stopped: { message, help: remedy === undefined ? again : `${remedy}; ${again}` },
    };
  }
}

/** The names alone; also the question whether the token may see them. */
export async function listRemote(
  host: ApiHost,
  reader: GitHubReader,
  work: RemoteWork,
  journal: Journal,
): Promise<
  { readonly names: readonly string[] } | { readonly stopped: NonNullable<RemoteResult['stopped']> }
> {
  try {
    const { names, hidden } = await listAll(reader, work, journal);
    if (hidden !== undefined) {
      host.log(`single sign-on hides organizations from the token: ${hidden}`);
    }
    // One that cannot be read at all says so before the work is handed out.
    const first = need(await readHeads(reader, names.slice(0, 1), false, journal));
    const [head] = first.values();
    if (head?.ok === true && head.value.commit !== undefined) {
      need(
        await readTree({ reader, journal }, '', {
          name: head.value.name,
          commit: head.value.commit,
        }),
      );
    }
    return { names };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { message, remedy = 'see the documentation of `transship audit`' } = error.failure;
    return { stopped: { message, help: remedy } };
  }
}

const need = <T>(answer: Read<T>): T => {
  if (answer.ok) return answer.value;
  throw new Stop(answer.failure);
};

async function listAll(
  reader: GitHubReader,
  { owners, repositories, choice, shard }: RemoteWork,
  journal: Journal,
): Promise<{ readonly names: readonly string[]; readonly hidden?: string }> {
  const names = new Map(repositories.map((name) => [name.toLowerCase(), name]));
  let hidden: string | undefined;
  const isWanted = ({ fork, archived }: Listed): boolean =>
    (!fork || choice.forks) && (!archived || choice.archived);
  for (const owner of owners) {
    const found = need(await listOwner(reader, owner, journal));
    hidden ??= found.hidden;
    for (const { name } of found.listed.filter(isWanted)) names.set(name.toLowerCase(), name);
  }
  const all = [...names.values()].sort();
  const part =
    shard === undefined ? all : all.filter((_name, index) => index % shard.of === shard.part - 1);
  return { names: part, ...defined({ hidden }) };
}

type Outside = {
  readonly host: ApiHost;
  readonly reader: GitHubReader;
  readonly journal: Journal;
  readonly options: ReadOptions;
  readonly readBlob: (wanted: Wanted) => Promise<Read<string>>;
  readonly failed: { inARow: number };
  /** Without it, the API shows trees and texts. */
  readonly clone?: (name: string) => Clone;
};

async function readOne(
  outside: Outside,
  name: string,
  head: Read<Head> | undefined,
): Promise<readonly RepositoryAccount[]> {
  const place = `https://${outside.reader.place.host}/${name}`;
  if (head === undefined || !head.ok) {
    return [failedBy(outside, { name, place }, head?.failure)];
  }
  const { commit, branch, branches = [], fork, archived } = head.value;
  const facts: RepositoryFacts = {
    name: head.value.name,
    place: `https://${outside.reader.place.host}/${head.value.name}`,
    ...(archived ? { archived } : {}),
    ...(fork ? { fork } : {}),
  };
  // An empty repository has nothing to move.
  if (commit === undefined) {
    return [emptyAccount(facts)];
  }
  const clone = outside.clone?.(head.value.name);
  const source = clone === undefined ? apiSource(outside) : cloneSource(clone);
  try {
    const main = await readCommit(outside, { ...facts, commit }, undefined, source);
    const accounts = [main.account];
    for (const other of branches) {
      if (other.name === branch) continue;
      const read = await readCommit(
        outside,
        { ...facts, commit: other.commit, branch: other.name },
        main.configuration,
        source,
      );
      // A branch with the same configuration, or with none, says nothing new.
      if (read.isOwn) accounts.push(read.account);
    }
    return accounts;
  } finally {
    source.remove();
  }
}

type CommitFacts = RepositoryFacts & { readonly commit: string };

type CommitResult = {
  readonly account: RepositoryAccount;
  readonly configuration: string;
  readonly isOwn: boolean;
};

async function readCommit(
  outside: Outside,
  facts: CommitFacts,
  otherThan: string | undefined,
  source: Source,
): Promise<CommitResult> {
  const { journal, options, reader } = outside;
  const key = ['api', reader.place.host, facts.name, facts.commit, facts.branch ?? ''].join(' ');
  const known = journal.find(key);
  if (known !== undefined && (options.pack === undefined || known.view !== undefined)) {
    const account = { ...known.account, ...facts };
    if (known.view !== undefined) options.keepView?.(account, known.view);
    const configuration = known.configuration ?? '';
    return { account, configuration, isOwn: isOther(account, configuration, otherThan) };
  }
  const tree = await source.tree(key, facts);
  if (!tree.ok) {
    return { account: failedBy(outside, facts, tree.failure), configuration: '', isOwn: true };
  }
  outside.failed.inARow = 0;
  const configuration = configurationOf(tree.value);
  const read = await convertCommit(outside, key, facts, tree.value, source);
  const { account, view } = read;
  const isOwn = isOther(account, configuration, otherThan);
  if (view !== undefined && isOwn) options.keepView?.(account, view);
  if (isKnown(read)) {
    journal.add({ key, account, configuration, ...defined({ view }) });
  }
  return { account, configuration, isOwn };
}

/** A repository that could not be read may be readable next time. */
const isKnown = ({ account }: ReadResult): boolean =>
  account.state !== 'failed' || account.findings.length > 0;

const isOther = (
  { state }: RepositoryAccount,
  configuration: string,
  otherThan: string | undefined,
): boolean => otherThan === undefined || (state !== 'none' && configuration !== otherThan);

async function readTree(
  { reader, journal }: Pick<Outside, 'reader' | 'journal'>,
  key: string,
  { name, commit }: Pick<RepositoryFacts, 'name' | 'commit'>,
): Promise<Read<Tree>> {
  const known = journal.answer(key, 'tree') as Tree | undefined;
  if (known !== undefined) return { ok: true, value: known };
  const what = `\`${name}\``;
  const answer = await reader.get(`/repos/${name}/git/trees/${commit}?recursive=1`, what);
  if (!answer.ok) return answer;
  const tree = treeOf(answer.value.body);
  if (!tree.ok) return unreadableAnswer(tree.failure, what);
  journal.keepAnswer(key, 'tree', tree.value);
  return tree;
}

function convertCommit(
  outside: Outside,
  key: string,
  facts: RepositoryFacts,
  tree: Tree,
  source: Source,
): Promise<ReadResult> {
  return guarded(facts, () =>
    convertTree(facts, tree, outside.options, async (wanted) => {
      const texts = await source.texts(key, facts, wanted);
      return texts.ok ? texts.value : { account: failedBy(outside, facts, texts.failure) };
    }),
  );
}

/** Where trees and texts come from. */
type Source = {
  readonly tree: (key: string, facts: CommitFacts) => Promise<Read<Tree>>;
  readonly texts: (
    key: string,
    facts: RepositoryFacts,
    wanted: readonly TreeEntry[],
  ) => Promise<Read<ReadonlyMap<string, string>>>;
  readonly remove: () => void;
};

const apiSource = (outside: Outside): Source => ({
  tree: (key, facts) => readTree(outside, key, facts),
  texts: async (key, facts, wanted) => {
    const texts = new Map<string, string>();
    for (const text of await Promise.all(
      wanted.map((entry) => fetchText(outside, key, facts, entry)),
    )) {
      if (!text.ok) return text;
      texts.set(text.value.id, text.value.text);
    }
    return { ok: true, value: texts };
  },
  remove: () => {},
});

/** Nothing goes into the journal before the repository is done: a clone is quickly made again. */
function cloneSource(clone: Clone): Source {
  const asRead = <T extends object>(value: T | ReadingFailure): Read<T> =>
    'ok' in value ? (value as ReadingFailure) : { ok: true, value };
  return {
    tree: async (_key, { commit }) => asRead(await clone.tree(commit)),
    texts: async (_key, _facts, wanted) => asRead(await clone.texts(wanted.map(([, , id]) => id))),
    remove: clone.remove,
  };
}

async function fetchText(
  { journal, readBlob }: Outside,
  key: string,
  { name }: RepositoryFacts,
  [, , id, size]: TreeEntry,
): Promise<Read<{ readonly id: string; readonly text: string }>> {
  const known = journal.answer(key, id);
  if (typeof known === 'string') return { ok: true, value: { id, text: known } };
  const text = await readBlob({ repository: name, id, size });
  if (!text.ok) return text;
  journal.keepAnswer(key, id, text.value);
  return { ok: true, value: { id, text: text.value } };
}

/** One that could not be read; where that holds for all, everything ends. */
function failedBy(
  { failed }: Outside,
  facts: RepositoryFacts,
  failure: Failure | undefined,
): RepositoryAccount {
  if (failure === undefined) return failedAccount(facts, 'GitHub did not list it');
  if (failure.isFinal) throw new Stop(failure);
  if (/could not be reached/.test(failure.message) && ++failed.inARow >= mostInARow) {
    throw new Stop(failure);
  }
  return failedAccount(facts, failure.message, failure.remedy);
}
