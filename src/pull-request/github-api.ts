// What is asked of GitHub's API, through the toolkit's client, with patience for limits and failures.

import { type Part, readAnswer } from '../ground/answer.ts';
import { type RefusedRequest, waitFor } from '../ground/rate-limit.ts';
import { whenGiven } from '../ground/when-given.ts';
import type { Host } from '../host/host.ts';
import { type Answer, noAnswer } from './answer.ts';
import { apiFetch } from './api-fetch.ts';
import { type Purpose, refusal, unreadable } from './github-failure.ts';

export type RepositoryFacts = {
  /** As it is called now, after any renaming. */
  readonly name: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  readonly fork: boolean;
};

export type PullRequest = {
  readonly number: number;
  readonly url: string;
  readonly base: string;
  readonly body: string;
};

/** What a branch has that another one has not, since they parted. */
export type Comparison = {
  readonly commits: readonly {
    readonly id: string;
    readonly author: string;
    readonly message: string;
  }[];
  /** At most 300: then there may be more. */
  readonly files: readonly { readonly path: string; readonly removed: boolean }[];
};

export type GitHub = {
  readonly repository: (name: string) => Promise<Answer<RepositoryFacts>>;
  /** Open pull requests from a branch of the repository itself. */
  readonly openPullRequests: (
    name: string,
    branch: string,
  ) => Promise<Answer<readonly PullRequest[]>>;
  /** Undefined where the two have nothing in common. */
  readonly compare: (
    name: string,
    base: string,
    head: string,
  ) => Promise<Answer<Comparison | undefined>>;
  readonly open: (
    name: string,
    request: {
      readonly title: string;
      readonly body: string;
      readonly head: string;
      readonly base: string;
    },
  ) => Promise<Answer<PullRequest>>;
  readonly update: (name: string, number: number, body: string) => Promise<Answer<PullRequest>>;
};

/** Milliseconds that one run waits at most for limits and failing servers, all requests together. */
const patienceMs = 15 * 60_000;
/** GitHub asks for a second between two requests that create something. */
const betweenWrites = 1000;
const requestTimeout = 60_000;

const defaultApi = 'https://api.github.com';

/** @param token sent to the API of the environment and nowhere else */
export async function connect(host: Host, token: string): Promise<GitHub> {
  // Loaded here and nowhere else: it takes longer to load than a whole conversion.
  const { getOctokit } = await import('@actions/github');
  const baseUrl = (host.env['GITHUB_API_URL'] || defaultApi).replace(/\/+$/, '');
  const quiet = (): void => {};
  const { request } = getOctokit(token, {
    baseUrl,
    userAgent: 'transship',
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    request: { fetch: apiFetch(host, requestTimeout) },
  });
  const client: Client = { request, ...patientSender(host) };
  return {
    repository: (name) => readRepository(client, name),
    openPullRequests: (name, branch) => listPullRequests(client, name, branch),
    compare: (name, base, head) => compareBranches(client, name, base, head),
    open: (name, wanted) => openPullRequest(client, name, wanted),
    update: (name, number, body) => updatePullRequest(client, name, number, body),
  };
}

/** @param read what is wanted of the answer */
type Send = <T>(
  purpose: Purpose,
  send: () => Promise<{ readonly data: unknown }>,
  read: (data: Part) => T,
) => Promise<Answer<T>>;

/** The toolkit's client, and the two ways to send by it. */
type Client = {
  readonly request: ReturnType<typeof import('@actions/github').getOctokit>['request'];
  readonly ask: Send;
  /** For what creates or changes something. */
  readonly write: Send;
};

/** Sends again after limits and failures, within one patience for all requests. */
function patientSender(host: Host): { readonly ask: Send; readonly write: Send } {
  const state = { waited: 0, lastWrite: 0 };
  const ask: Send = async (purpose, send, read) => {
    for (let attempt = 1; ; attempt++) {
      let refused: RefusedRequest;
      try {
        const found = readAnswer((await send()).data, read);
        return found.ok ? found : unreadable(found.failure, purpose);
      } catch (error) {
        refused = refusedRequest(error);
      }
      const wait = waitFor(refused, attempt, host.now(), host.random());
      if (wait === undefined) return refusal(refused, purpose);
      if (state.waited + wait.milliseconds > patienceMs) {
        return wait.limited ? limitReached(wait.milliseconds, host) : refusal(refused, purpose);
      }
      state.waited += wait.milliseconds;
      host.log(`${wait.because}; trying again in ${Math.ceil(wait.milliseconds / 1000)} s`);
      await host.sleep(wait.milliseconds);
    }
  };
  const write: Send = async (purpose, send, read) => {
    const left = state.lastWrite + betweenWrites - host.now();
    if (left > 0) await host.sleep(left);
    const result = await ask(purpose, send, read);
    state.lastWrite = host.now();
    return result;
  };
  return { ask, write };
}

async function readRepository(
  { request, ask }: Client,
  repository: string,
): Promise<Answer<RepositoryFacts>> {
  return ask(
    { what: 'read the repository', repository, needs: '`contents: read`' },
    () => request('GET /repos/{owner}/{repo}', split(repository)),
    (data) => ({
      name: data.field('full_name').text(),
      defaultBranch: data.field('default_branch').text(),
      archived: data.field('archived').flag(),
      fork: data.field('fork').flag(),
    }),
  );
}

async function listPullRequests(
  { request, ask }: Client,
  repository: string,
  branch: string,
): Promise<Answer<readonly PullRequest[]>> {
  const { owner, repo } = split(repository);
  return ask(
    { what: 'list the pull requests', repository, needs: '`pull-requests: read`' },
    () =>
      request('GET /repos/{owner}/{repo}/pulls', {
        owner,
        repo,
        head: `${owner}:${branch}`,
        state: 'open',
        per_page: 100,
      }),
    (data) =>
      data
        .list()
        // A server that does not understand the filter gives all of them.
        .filter((one) => {
          const from = one.field('head');
          // The repository of the branch may be gone.
          const name = from.field('repo').maybe((repo) => repo.field('full_name').text());
          return (
            from.field('ref').text() === branch && name?.toLowerCase() === repository.toLowerCase()
          );
        })
        .map(pullRequest),
  );
}

async function compareBranches(
  { request, ask }: Client,
  repository: string,
  base: string,
  head: string,
): Promise<Answer<Comparison | undefined>> {
  const purpose = { what: 'compare two branches', repository, needs: '`contents: read`' };
  const send = async () => {
    try {
      return await request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...split(repository),
        basehead: `${base}...${head}`,
      });
    } catch (error) {
      if (/no common ancestor/i.test(refusedRequest(error).message)) return { data: null };
      throw error;
    }
  };
  return ask(purpose, send, (data) => data.maybe(comparison));
}

const comparison = (data: Part): Comparison => ({
  commits: data
    .field('commits')
    .list()
    .map((one) => {
      const commit = one.field('commit');
      const author = commit.field('author').maybe((who) => who.field('name').maybe(textOf));
      return {
        id: one.field('sha').text(),
        author: author ?? 'unknown',
        message: commit.field('message').text(),
      };
    }),
  files: (data.field('files').maybe((files) => files.list()) ?? []).flatMap((file) => {
    const status = file.field('status').text();
    const from = status === 'renamed' ? file.field('previous_filename').maybe(textOf) : undefined;
    return [
      { path: file.field('filename').text(), removed: status === 'removed' },
      ...whenGiven(from, (path) => ({ path, removed: true })),
    ];
  }),
});

async function openPullRequest(
  { request, write }: Client,
  repository: string,
  { title, body, head, base }: Parameters<GitHub['open']>[1],
): Promise<Answer<PullRequest>> {
  return write(
    { what: 'open a pull request', repository, needs: '`pull-requests: write`' },
    () =>
      request('POST /repos/{owner}/{repo}/pulls', {
        ...split(repository),
        title,
        body,
        head,
        base,
      }),
    pullRequest,
  );
}

async function updatePullRequest(
  { request, write }: Client,
  repository: string,
  number: number,
  body: string,
): Promise<Answer<PullRequest>> {
  return write(
    { what: 'change the pull request', repository, needs: '`pull-requests: write`' },
    () =>
      request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...split(repository),
        pull_number: number,
        body,
      }),
    pullRequest,
  );
}

const textOf = (part: Part): string => part.text();

function split(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = name.split('/');
  return { owner, repo };
}

const pullRequest = (data: Part): PullRequest => ({
  number: data.field('number').number(),
  url: data.field('html_url').text(),
  base: data.field('base').field('ref').text(),
  body: data.field('body').maybe(textOf) ?? '',
});

/** The client throws what GitHub answered; without an answer, what the network said. */
function refusedRequest(error: unknown): RefusedRequest {
  const { status, response, message } = error as {
    readonly status?: unknown;
    readonly response?: { readonly headers?: RefusedRequest['headers'] };
    readonly message?: unknown;
  };
  // A bug of ours must not look like a network that is down.
  if (typeof status !== 'number') throw error;
  const text = String(message ?? error);
  if (response === undefined) return { status: 0, headers: {}, message: text };
  return { status, headers: response.headers ?? {}, message: text };
}

function limitReached(milliseconds: number, host: Host): Answer<never> {
  const until = new Date(host.now() + milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
  return noAnswer(
    `The rate limit of the token is reached; GitHub takes requests again at ${until}.`,
    'Run the workflow again after that time: what is done stays as it is. A token of a GitHub App has a limit of its own.',
    'rate-limit',
  );
}
