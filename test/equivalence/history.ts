// The repository of a case on its code host, as it is when an event is built, and the event's payload.

import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../e2e/setup/command.ts';
import type { CaseEvent } from './case.ts';

export type History = {
  /** A bare repository: what the checkout fetches from, and what pushes of the job reach. */
  readonly origin: string;
  /** A clone at the commit that GitHub builds. */
  readonly clone: string;
  /** The name of GitHub's event. */
  readonly eventName: 'push' | 'pull_request';
  readonly payload: unknown;
  /** `GITHUB_REF`. */
  readonly ref: string;
  /** Names that the expectation may use in braces. */
  readonly names: Readonly<Record<string, string>>;
};

export const repositoryName = 'acme/shop';
const pullRequestNumber = 7;

/** People and times that stand in every commit. */
const gitEnvironment = {
  GIT_AUTHOR_NAME: 'Grace Hopper',
  GIT_AUTHOR_EMAIL: 'grace@example.test',
  GIT_COMMITTER_NAME: 'Ada Lovelace',
  GIT_COMMITTER_EMAIL: 'ada@example.test',
  GIT_AUTHOR_DATE: '2024-05-01T10:00:00Z',
  GIT_COMMITTER_DATE: '2024-05-01T10:00:00Z',
};

/**
 * Three commits on `main` (the first one tagged `v0.9.0`, the second one with the files) or on the branch of
 * the event; a pull request has a commit of its own and one that came into its base in the meantime.
 */
export async function createHistory(
  folder: string,
  files: string,
  event: CaseEvent,
  env: Readonly<Record<string, string | undefined>>,
): Promise<History> {
  const [origin, clone] = [join(folder, 'origin.git'), join(folder, 'shop')];
  const all = { ...env, ...gitEnvironment };
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', clone, ...args], { env: all })).stdout.trim();
  const commit = (message: string) => git('commit', '-q', '--allow-empty', '-m', message);
  mkdirSync(clone, { recursive: true });
  await git('init', '-q', '-b', 'main');
  await commit('Start');
  await git('tag', 'v0.9.0');
  for (const name of readdirSync(files))
    cpSync(join(files, name), join(clone, name), { recursive: true });
  await git('add', '--all', '--force');
  await commit('Add the project');
  const before = await git('rev-parse', 'HEAD');

  const change = async (message: string): Promise<string> => {
    for (const [path, text] of Object.entries(event.changes)) {
      const at = join(clone, path);
      if (text === null) rmSync(at);
      else {
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, text);
      }
    }
    await git('add', '--all', '--force');
    return commit(message);
  };
  const built = await happen(event, git, change);
  await run('git', ['clone', '-q', '--bare', clone, origin], { env: all });
  for (const [key, value] of Object.entries({
    'uploadpack.allowAnySHA1InWant': 'true',
    'uploadpack.allowFilter': 'true',
  }))
    await run('git', ['-C', origin, 'config', key, value], { env: all });
  for (const [ref, sha] of Object.entries(built.refs))
    await run('git', ['-C', origin, 'fetch', '-q', clone, `+${sha}:${ref}`], { env: all });
  const sha = await git('rev-parse', 'HEAD');
  return {
    origin,
    clone,
    eventName: event.event.kind === 'pull-request' ? 'pull_request' : 'push',
    ref: built.ref,
    names: { before, ...built.names, sha },
    payload: built.payload(before, sha),
  };
}

type Built = {
  readonly ref: string;
  /** Further references of the code host. */
  readonly refs: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly payload: (before: string, sha: string) => unknown;
};

async function happen(
  { event, message, title }: CaseEvent,
  git: (...args: readonly string[]) => Promise<string>,
  commit: (message: string) => Promise<string>,
): Promise<Built> {
  if (event.kind !== 'pull-request') {
    if (event.kind === 'push' && event.branch !== 'main')
      await git('checkout', '-q', '-b', event.branch);
    await commit(message);
    if (event.kind === 'tag') await git('tag', event.tag);
    const ref = event.kind === 'tag' ? `refs/tags/${event.tag}` : `refs/heads/${event.branch}`;
    return {
      ref,
      refs: {},
      names: {},
      payload: (before, sha) => pushPayload(ref, before, sha, message),
    };
  }
  if (event.into !== 'main') await git('checkout', '-q', '-b', event.into);
  await git('checkout', '-q', '-b', event.from);
  await commit(message);
  const head = await git('rev-parse', 'HEAD');
  await git('checkout', '-q', event.into);
  await commit('Another change came first');
  const base = await git('rev-parse', 'HEAD');
  await git('checkout', '-q', '--detach');
  await git('merge', '-q', '--no-ff', '-m', `Merge ${head} into ${base}`, event.from);
  const merge = await git('rev-parse', 'HEAD');
  return {
    ref: `refs/pull/${pullRequestNumber}/merge`,
    refs: {
      [`refs/pull/${pullRequestNumber}/merge`]: merge,
      [`refs/pull/${pullRequestNumber}/head`]: head,
    },
    names: { head, base },
    payload: () => ({
      action: 'synchronize',
      number: pullRequestNumber,
      repository,
      sender: { login: 'grace' },
      pull_request: {
        number: pullRequestNumber,
        title,
        html_url: `https://github.com/${repositoryName}/pull/${pullRequestNumber}`,
        head: {
          ref: event.from,
          sha: head,
          repo: event.fork
            ? { full_name: 'visitor/shop', fork: true }
            : { full_name: repositoryName, fork: false },
        },
        base: { ref: event.into, sha: base, repo: { full_name: repositoryName, fork: false } },
      },
    }),
  };
}

const repository = {
  id: 4242,
  name: 'shop',
  full_name: repositoryName,
  owner: { id: 77, login: 'acme' },
  default_branch: 'main',
  fork: false,
  private: true,
  html_url: `https://github.com/${repositoryName}`,
};

const pushPayload = (ref: string, before: string, sha: string, message: string): unknown => {
  const commit = {
    id: sha,
    message,
    timestamp: gitEnvironment.GIT_COMMITTER_DATE,
    author: { name: 'Grace Hopper', email: 'grace@example.test', username: 'grace' },
    committer: { name: 'Ada Lovelace', email: 'ada@example.test', username: 'ada' },
  };
  return {
    ref,
    before,
    after: sha,
    created: false,
    deleted: false,
    forced: false,
    compare: `https://github.com/${repositoryName}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`,
    head_commit: commit,
    commits: [commit],
    repository,
    pusher: { name: 'ada', email: 'ada@example.test' },
    sender: { login: 'ada' },
  };
};
