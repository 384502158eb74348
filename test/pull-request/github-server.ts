// A GitHub of a test's own: its API as far as it is needed, strict with what it is asked, and a real git server.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRepositories, type GitRepositories } from './git-repositories.ts';

type AskedRequest = {
  readonly method: string;
  /** Path below `/api/v3`, with the query. */
  readonly path: string;
  readonly body: string;
};

type Refusal = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** What the message is about, as the API lists it. */
  readonly errors?: readonly object[];
  /** The connection ends without an answer. */
  readonly cut?: true;
  /** The request is carried out all the same, and only its answer is lost. */
  readonly done?: true;
};

export type FakePull = {
  readonly number: number;
  readonly repository: string;
  readonly title: string;
  body: string;
  state: 'open' | 'closed';
  readonly head: string;
  base: string;
};

type RepositoryOptions = {
  readonly archived?: boolean;
  readonly fork?: boolean;
  readonly defaultBranch?: string;
  /** A former name, which the API redirects. */
  readonly was?: string;
};

export type GitHubServer = Omit<GitRepositories, 'add' | 'serve' | 'remove'> & {
  readonly url: string;
  readonly apiUrl: string;
  /** The only one that is accepted. */
  readonly token: string;
  readonly pulls: FakePull[];
  readonly requests: AskedRequest[];
  /** What becomes of an API request instead of its answer. */
  refuse: (request: AskedRequest, count: number) => Refusal | undefined;
  /** What becomes of a request of git instead of its answer. */
  refuseGit: (
    path: string,
    count: number,
  ) => { readonly status: number; readonly text: string } | undefined;
  readonly addRepository: (
    name: string,
    files: Readonly<Record<string, string>>,
    options?: RepositoryOptions,
  ) => void;
  readonly stop: () => Promise<void>;
};

type Answer = {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

const refused = (status: number, message: string): Answer => ({ status, data: { message } });

const invalid = (message: string): Answer => ({
  status: 422,
  data: {
    message: 'Validation Failed',
    errors: [{ resource: 'PullRequest', code: 'custom', message }],
    documentation_url: 'https://docs.github.com/rest/pulls/pulls#create-a-pull-request',
  },
});

export async function startGitHub(token = 'ghp_test-token'): Promise<GitHubServer> {
  const { add, serve, remove, ...repositories } = createRepositories();
  const known = new Map<string, RepositoryOptions>();
  const counts = { api: 0, git: 0 };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (request.url?.startsWith('/api/v3/')) receiveApi(request, response, body.toString());
      else receiveGit(request, response, body);
    });
  });

  function receiveApi(request: IncomingMessage, response: ServerResponse, body: string): void {
    const asked = { method: request.method ?? '', path: request.url?.slice(7) ?? '', body };
    github.requests.push(asked);
    counts.api += 1;
    const refusal = github.refuse(asked, counts.api);
    if (refusal?.done === true) answerTo(asked);
    if (refusal?.cut === true) {
      response.destroy();
      return;
    }
    const given: Answer =
      refusal === undefined
        ? (headerProblem(request, body) ?? answerTo(asked))
        : {
            status: refusal.status,
            data: {
              message: refusal.message ?? 'Refused',
              documentation_url: 'https://docs.github.com/rest',
              ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
            },
            ...(refusal.headers === undefined ? {} : { headers: refusal.headers }),
          };
    response.writeHead(given.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '4999',
      ...given.headers,
    });
    response.end(JSON.stringify(given.data));
  }

  function headerProblem({ headers }: IncomingMessage, body: string): Answer | undefined {
    const [scheme = '', given] = headers.authorization?.split(' ') ?? [];
    if (!/^(?:token|bearer)$/i.test(scheme) || given !== token)
      return refused(401, 'Bad credentials');
    if (!headers['user-agent']?.includes('transship')) return refused(403, 'no user agent');
    if (!headers.accept?.includes('application/vnd.github')) return refused(415, 'accept');
    const isJson = headers['content-type']?.startsWith('application/json') === true;
    return body !== '' && !isJson ? refused(400, 'content type') : undefined;
  }

  function answerTo({ method, path, body }: AskedRequest): Answer {
    const url = new URL(path, 'http://server');
    const [, owner = '', repo = '', kind, detail] = url.pathname
      .slice(1)
      .split('/')
      .map(decodeURIComponent);
    const name = `${owner}/${repo}`;
    const moved = [...known].find(([, { was }]) => was === name)?.[0];
    if (moved !== undefined) {
      const location = `${github.apiUrl}/repos/${moved}`;
      return { ...refused(301, 'Moved Permanently'), headers: { location } };
    }
    const options = known.get(name);
    if (options === undefined) return refused(404, 'Not Found');
    if (kind === undefined) {
      const { archived = false, fork = false, defaultBranch = 'main' } = options;
      return {
        status: 200,
        data: { full_name: name, default_branch: defaultBranch, archived, fork },
      };
    }
    if (kind === 'compare' && detail !== undefined) return compare(name, detail);
    if (kind !== 'pulls') return refused(404, 'Not Found');
    if (method === 'GET') return listPulls(name, url.searchParams);
    const given = JSON.parse(body) as Readonly<Record<string, string | undefined>>;
    if ((given['body'] ?? '').length > 65_536) {
      return invalid('body is too long (maximum is 65536 characters)');
    }
    return method === 'POST' ? openPull(name, given) : changePull(name, Number(detail), given);
  }

  function listPulls(name: string, query: URLSearchParams): Answer {
    const [owner, branch] = query.get('head')?.split(':') ?? [];
    if (branch === undefined || query.get('state') !== 'open') return invalid('head and state');
    const data = github.pulls
      .filter(({ repository, state, head }) => {
        return (
          repository === name && state === 'open' && head === branch && name.startsWith(`${owner}/`)
        );
      })
      .map(shown);
    return { status: 200, data };
  }

  function openPull(name: string, given: Readonly<Record<string, string | undefined>>): Answer {
    const { title, head, base, body = '' } = given;
    if (!title || !head || !base) return invalid('missing');
    if (!repositories.hasBranch(name, head) || !repositories.hasBranch(name, base)) {
      return invalid('not all refs are readable');
    }
    if (repositories.git(name, 'rev-list', `${base}..${head}`) === '') {
      return invalid(`No commits between ${base} and ${head}`);
    }
    const isThere = github.pulls.some(
      (pull) =>
        pull.repository === name &&
        pull.state === 'open' &&
        pull.head === head &&
        pull.base === base,
    );
    if (isThere) return invalid(`A pull request already exists for ${name.split('/')[0]}:${head}.`);
    const number = github.pulls.length + 1;
    const pull: FakePull = { number, repository: name, title, body, state: 'open', head, base };
    github.pulls.push(pull);
    return { status: 201, data: shown(pull) };
  }

  function changePull(
    name: string,
    number: number,
    given: Readonly<Record<string, string | undefined>>,
  ): Answer {
    const pull = github.pulls.find((one) => one.repository === name && one.number === number);
    if (pull === undefined) return refused(404, 'Not Found');
    pull.body = given['body'] ?? pull.body;
    return { status: 200, data: shown(pull) };
  }

  const shown = (pull: FakePull): object => ({
    number: pull.number,
    html_url: `${github.url}/${pull.repository}/pull/${pull.number}`,
    title: pull.title,
    body: pull.body === '' ? null : pull.body,
    state: pull.state,
    base: { ref: pull.base },
    head: { ref: pull.head, repo: { full_name: pull.repository } },
  });

  function compare(name: string, basehead: string): Answer {
    const [base = '', head = ''] = basehead.split('...');
    let parted: string;
    try {
      parted = repositories.git(name, 'merge-base', base, head);
    } catch {
      return refused(404, `No common ancestor between ${base} and ${head}.`);
    }
    const lines = (...args: readonly string[]): readonly string[] =>
      repositories
        .git(name, ...args)
        .split('\n')
        .filter((line) => line !== '');
    return {
      status: 200,
      data: {
        merge_base_commit: { sha: parted },
        commits: lines('log', '--reverse', '--format=%H%x09%an', `${base}..${head}`).map((line) => {
          const [sha = '', author] = line.split('\t');
          const message = repositories.git(name, 'log', '-1', '--format=%B', sha);
          return { sha, commit: { author: { name: author }, message } };
        }),
        files: lines('diff', '--name-status', '-M', parted, head).map((line) => {
          const [status = '', from = '', to] = line.split('\t');
          return {
            filename: to ?? from,
            status: statuses[status.slice(0, 1)],
            ...(to === undefined ? {} : { previous_filename: from }),
          };
        }),
      },
    };
  }

  function receiveGit(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    counts.git += 1;
    const refusal = github.refuseGit(request.url ?? '', counts.git);
    const credential = Buffer.from(`x-access-token:${token}`).toString('base64');
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' });
      response.end(refusal.text);
    } else if (request.headers.authorization !== `Basic ${credential}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' });
      response.end('Invalid username or token.');
    } else serve(request, response, body);
  }

  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const url = `http://127.0.0.1:${port}`;
  const github: GitHubServer = {
    ...repositories,
    url,
    apiUrl: `${url}/api/v3`,
    token,
    pulls: [],
    requests: [],
    refuse: () => undefined,
    refuseGit: () => undefined,
    addRepository: (name, files, options = {}) => {
      known.set(name, options);
      add(name, files, options.defaultBranch);
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          remove();
          resolve();
        });
      }),
  };
  return github;
}

const statuses: Readonly<Record<string, string>> = {
  A: 'added',
  M: 'modified',
  D: 'removed',
  R: 'renamed',
  T: 'changed',
};
