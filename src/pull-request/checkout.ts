// A copy of one repository of its own: the base to convert, the branch as it stands, and the commit to put there.

import path from 'node:path';
import { defined } from '../ground/defined.ts';
import type { FileToWrite } from '../host/files/write-files.ts';
import type { Host } from '../host/host.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import { writeAuthorities } from './authorities.ts';
import { type Git, gitIn } from './git.ts';

export type Checkout = {
  /** Absolute path of the bare repository: there is no work tree. */
  readonly folder: string;
  readonly git: Git;
  /** The commit of the base. */
  readonly base: string;
  /** The commit that the branch points to; undefined where there is no such branch. */
  readonly head: string | undefined;
  readonly remove: () => void;
};

export type CheckoutRequest = {
  readonly server: string;
  readonly token: string;
  readonly repository: string;
  readonly base: string;
  readonly branch: string;
};

/** Fetches the last commit of the base, and that of the branch if there is one; nothing of the repository is run. */
export async function checkOut(host: Host, request: CheckoutRequest): Promise<Answer<Checkout>> {
  const { server, token, repository, base, branch } = request;
  const folder = host.files.makeTemporaryFolder('transship-convert-');
  const certificates = `${folder}.pem`;
  const remove = (): void => {
    host.files.remove(folder);
    host.files.remove(certificates);
  };
  const checkout = await fetchInto(host, folder, request);
  if (!checkout.ok) remove();
  return checkout;

  async function fetchInto(
    on: Host,
    into: string,
    { base: from }: CheckoutRequest,
  ): Promise<Answer<Checkout>> {
    const authorities = writeAuthorities(on, server, certificates);
    const opened = await gitIn(on, into, {
      url: server,
      token,
      repository,
      branch,
      ...defined({ authorities }),
    });
    if (!opened.ok) return opened;
    const git = opened.value;
    const url = `${server}/${repository}.git`;
    const [baseRef, headRef] = [`refs/heads/${from}`, `refs/heads/${branch}`];
    const listed = await git.remote(['ls-remote', url, baseRef, headRef]);
    if (!listed.ok) return listed;
    const refs = new Map(
      listed.value.split('\n').map((line) => {
        const [commit = '', ref = ''] = line.split('\t');
        return [ref, commit] as const;
      }),
    );
    const baseCommit = refs.get(baseRef);
    if (baseCommit === undefined) {
      return noAnswer(
        `${repository} has no branch \`${base}\`.`,
        'Name the branch to convert in `base`. An empty repository has none: push a first commit.',
      );
    }
    const head = refs.get(headRef);
    const created = await git.run(['init', '--quiet', '--bare', '--template=', '.']);
    if (!created.ok) return created;
    const added = await git.run(['remote', 'add', 'origin', url]);
    if (!added.ok) return added;
    const wanted = [
      `+${baseRef}:refs/transship/base`,
      ...(head === undefined ? [] : [`+${headRef}:refs/transship/head`]),
    ];
    const fetched = await git.remote([
      'fetch',
      '--quiet',
      '--no-tags',
      '--depth=1',
      'origin',
      ...wanted,
    ]);
    if (!fetched.ok) return fetched;
    // What the list named may have moved on meanwhile.
    const ids = await git.run([
      'rev-parse',
      ...wanted.map((ref) => ref.slice(ref.indexOf(':') + 1)),
    ]);
    if (!ids.ok) return ids;
    const [baseId = baseCommit, headId] = ids.value.trim().split('\n');
    return answer({ folder: into, git, base: baseId, head: headId, remove });
  }
}

type Identity = { readonly name: string; readonly email: string };

/** The account that GitHub shows for what workflows do. */
const author: Identity = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** Under this line the message of our commit lists its files, so that a later run sees which of them people took back. */
const listHead = 'Files:';

const listFiles = (text: string, paths: readonly string[]): string =>
  `${text}\n\n${listHead}\n${paths.map((at) => `- ${at}\n`).join('')}`;

/** The files that a message of ours lists; none where it is not ours. */
export function listedFiles(message: string): readonly string[] {
  const list = message.replaceAll('\r\n', '\n').split(`\n\n${listHead}\n`)[1] ?? '';
  return list.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
}

export type Commit = {
  readonly id: string;
  /** Whether its files differ from those of the base. */
  readonly changes: boolean;
  /** Path of each file that differs from the base, with the id of its content. */
  readonly files: ReadonlyMap<string, string>;
};

/**
 * Puts files on top of the base as one commit, without touching the work tree, a hook or a filter.
 * @param files paths from the root of the repository; the whole content of each
 * @param message without a line break at its end; the list of the files follows it
 */
export async function commitFiles(
  { git, base, folder }: Checkout,
  files: readonly FileToWrite[],
  message: string,
): Promise<Answer<Commit>> {
  const env = { GIT_INDEX_FILE: path.join(folder, 'transship-index') };
  const read = await git.run(['read-tree', base], { env });
  if (!read.ok) return read;
  for (const { path: at, content } of files) {
    const blob = await git.run(['hash-object', '-w', '--stdin'], { stdin: content });
    if (!blob.ok) return blob;
    const entry = `${modeOf(content)},${blob.value.trim()},${at}`;
    const added = await git.run(['update-index', '--add', '--cacheinfo', entry], { env });
    if (!added.ok) return added;
  }
  const tree = await git.run(['write-tree'], { env });
  if (!tree.ok) return tree;
  const commit = await git.run(['commit-tree', tree.value.trim(), '-p', base, '-F', '-'], {
    stdin: listFiles(
      message,
      files.map(({ path: at }) => at),
    ),
    env: {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_COMMITTER_NAME: author.name,
      GIT_COMMITTER_EMAIL: author.email,
    },
  });
  if (!commit.ok) return commit;
  const id = commit.value.trim();
  const differing = await git.run(['diff-tree', '-r', '-z', '--no-renames', base, id]);
  if (!differing.ok) return differing;
  const found = changedFiles(differing.value);
  return answer({ id, changes: found.size > 0, files: found });
}

/** What a file's mode is in git: scripts may be run. */
export const modeOf = (content: string): '100755' | '100644' =>
  content.startsWith('#!') ? '100755' : '100644';

/** `:MODE MODE ID ID STATUS\0PATH\0`, again and again. */
function changedFiles(raw: string): ReadonlyMap<string, string> {
  const parts = raw.split('\0');
  const files = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const id = parts[index]?.split(' ')[3];
    const at = parts[index + 1];
    if (id !== undefined && at !== undefined) files.set(at, id);
  }
  return files;
}

/** A patch that `git apply` takes on top of the base. */
export async function writePatch(
  { git, base }: Checkout,
  commit: string,
  file: string,
): Promise<Answer<string>> {
  return git.run([
    'diff',
    '--binary',
    '--no-color',
    '--no-ext-diff',
    `--output=${file}`,
    base,
    commit,
  ]);
}

/** Replaces the branch, but only if it still is what it was when it was fetched. */
export async function pushCommit(
  { git, head }: Checkout,
  branch: string,
  commit: string,
): Promise<Answer<string>> {
  const ref = `refs/heads/${branch}`;
  return git.remote([
    'push',
    '--no-verify',
    `--force-with-lease=${ref}:${head ?? ''}`,
    'origin',
    `${commit}:${ref}`,
  ]);
}
