// What is asked of GitHub's API, through the toolkit's client, with patience for limits and failures.

import { type RefusedRequest, waitFor } from '../ground/rate-limit.ts';
import type { Host } from '../host/host.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import { apiFetch } from './api-fetch.ts';
import { type Purpose, refusal } from './github-failure.ts';

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

type Send = <T>(purpose: Purpose, send: () => Promise<{ readonly data: T }>) => Promise<Answer<T>>;

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
  const ask: Send = async (purpose, send) => {
    for (let attempt = 1; ; attempt++) {
      let refused: RefusedRequest;
      try {
        return answer((await send()).data);
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
  const write: Send = async (purpose, send) => {
    const left = state.lastWrite + betweenWrites - host.now();
    if (left > 0) await host.sleep(left);
    const result = await ask(purpose, send);
    state.lastWrite = host.now();
    return result;
  };
  return { ask, write };
}

async function readRepository(
  { request, ask }: Client,
  repository: string,
): Promise<Answer<RepositoryFacts>> {
  return map(
    await ask({ what: 'read the repository', repository, needs: '`contents: read`' }, () =>
      request('GET /repos/{owner}/{repo}', split(repository)),
    ),
    (data) => ({
      name: data.full_name,
      defaultBranch: data.default_branch,
      archived: data.archived,
      fork: data.fork,
    }),
  );
}

async function listPullRequests(
  { request, ask }: Client,
  repository: string,
  branch: string,
): Promise<Answer<readonly PullRequest[]>> {
  const { owner, repo } = split(repository);
  return map(
    await ask({ what: 'list the pull requests', repository, needs: '`pull-requests: read`' }, () =>
      request('GET /repos/{owner}/{repo}/pulls', {
        owner,
        repo,
        head: `${owner}:${branch}`,
        state: 'open',
        per_page: 100,
      }),
    ),
    (data) =>
      data
        // A server that does not understand the filter gives all of them.
        .filter(
          ({ head }) =>
            head.ref === branch && head.repo?.full_name?.toLowerCase() === repository.toLowerCase(),
        )
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
  const result = await ask(purpose, async () => {
    try {
      return await request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...split(repository),
        basehead: `${base}...${head}`,
      });
    } catch (error) {
      if (/no common ancestor/i.test(refusedRequest(error).message)) return { data: undefined };
      throw error;
    }
  });
  return map(result, (data) =>
    data === undefined
      ? undefined
      : {
          commits: data.commits.map(({ sha, commit }) => ({
            id: sha,
            author: commit.author?.name ?? 'unknown',
            message: commit.message,
          })),
          files: (data.files ?? []).flatMap(({ filename, status, previous_filename: from }) => [
            { path: filename, removed: status === 'removed' },
            ...(status === 'renamed' && from !== undefined ? [{ path: from, removed: true }] : []),
          ]),
        },
  );
}

async function openPullRequest(
  { request, write }: Client,
  repository: string,
  { title, body, head, base }: Parameters<GitHub['open']>[1],
): Promise<Answer<PullRequest>> {
  return map(
    await write({ what: 'open a pull request', repository, needs: '`pull-requests: write`' }, () =>
      request('POST /repos/{owner}/{repo}/pulls', {
        ...split(repository),
        title,
        body,
        head,
        base,
      }),
    ),
    pullRequest,
  );
}

async function updatePullRequest(
  { request, write }: Client,
  repository: string,
  number: number,
  body: string,
): Promise<Answer<PullRequest>> {
  return map(
    await write(
      { what: 'change the pull request', repository, needs: '`pull-requests: write`' },
      () =>
        request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
          ...split(repository),
          pull_number: number,
          body,
        }),
    ),
    pullRequest,
  );
}

function split(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = name.split('/');
  return { owner, repo };
}

const pullRequest = (data: {
  readonly number: number;
  readonly html_url: string;
  readonly body: string | null;
  readonly base: { readonly ref: string };
}): PullRequest => ({
  number: data.number,
  url: data.html_url,
  base: data.base.ref,
  body: data.body ?? '',
});

const map = <A, B>(result: Answer<A>, change: (value: A) => B): Answer<B> =>
  result.ok ? answer(change(result.value)) : result;

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
