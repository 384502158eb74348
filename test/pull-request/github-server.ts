// A GitHub of a test's own: its API as far as it is needed, strict with what it is asked, and a real git server.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type AskedRequest = {
  readonly method: string;
  /** Path below `/api/v3`, with the query. */
  readonly path: string;
  readonly body: string;
};

export type Refusal = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly errors?: readonly unknown[];
  /** The connection ends without an answer. */
  readonly cut?: true;
  /** The request is carried out all the same. */
  readonly done?: true;
};

export type FakePull = {
  readonly number: number;
  readonly repository: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly head: string;
  base: string;
};

export type RepositoryOptions = {
  readonly archived?: boolean;
  readonly fork?: boolean;
  /** A former name, which the API redirects. */
  readonly was?: string;
};

export type GitHubServer = {
  readonly url: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly pulls: FakePull[];
  readonly requests: AskedRequest[];
  /** Paths of git's requests. */
  readonly gitRequests: string[];
  /** What becomes of an API request instead of its answer. */
  refuse: (request: AskedRequest, count: number) => Refusal | undefined;
  /** The same for git: text that a client sees after `remote: `. */
  refuseGit: (
    path: string,
    count: number,
  ) => { readonly status: number; readonly text: string } | undefined;
  readonly addRepository: (
    name: string,
    files: Readonly<Record<string, string>>,
    options?: RepositoryOptions,
  ) => void;
  /** Commits on a branch of a repository, as a person does; null removes a file. */
  readonly commit: (
    name: string,
    branch: string,
    files: Readonly<Record<string, string | null>>,
    person?: string,
  ) => string;
  readonly git: (name: string, ...args: readonly string[]) => string;
  /** Makes the server refuse every push to branches with GitHub's own form of a reason, and lines before it. */
  readonly refusePushes: (name: string, reason: string, lines?: readonly string[]) => void;
  readonly stop: () => Promise<void>;
};

const person = (name: string) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: 'person@example.test',
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: 'person@example.test',
});

export async function startGitHub(token = 'ghp_test-token'): Promise<GitHubServer> {
  const root = mkdtempSync(join(tmpdir(), 'transship-github-'));
  const repositories = new Map<string, RepositoryOptions>();
  const env = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    ...person('Ada Person'),
  };
  const bare = (name: string): string => join(root, `${name}.git`);
  const git = (name: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-C', bare(name), ...args], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const exists = (name: string, ref: string): boolean => {
    try {
      git(name, 'rev-parse', '--verify', '--quiet', `refs/heads/${ref}`);
      return true;
    } catch {
      return false;
    }
  };

  const commit: GitHubServer['commit'] = (name, branch, files, who = 'Ada Person') => {
    const work = mkdtempSync(join(root, 'work-'));
    const here = (...args: readonly string[]): string =>
      execFileSync('git', ['-C', work, ...args], {
        env: { ...env, ...person(who) },
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    here('clone', '--quiet', bare(name), '.');
    if (exists(name, branch)) here('checkout', '--quiet', branch);
    else here('checkout', '--quiet', '-b', branch);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      if (content === null) rmSync(join(work, path));
      else
        writeFileSync(join(work, path), content, {
          mode: content.startsWith('#!') ? 0o755 : 0o644,
        });
    }
    here('add', '--all', '--force');
    here('commit', '--quiet', '--allow-empty', '-m', `Change ${Object.keys(files).join(', ')}`);
    here('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    const id = here('rev-parse', 'HEAD');
    rmSync(work, { recursive: true });
    return id;
  };

  const addRepository: GitHubServer['addRepository'] = (name, files, options = {}) => {
    repositories.set(name, options);
    mkdirSync(bare(name), { recursive: true });
    git(name, 'init', '--quiet', '--bare', '--initial-branch=main', '.');
    git(name, 'config', 'http.receivepack', 'true');
    git(name, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    if (Object.keys(files).length > 0) commit(name, 'main', files);
  };

  const refusePushes: GitHubServer['refusePushes'] = (name, reason, lines = []) => {
    git(name, 'config', 'receive.procReceiveRefs', 'refs/heads');
    const hook = join(bare(name), 'hooks', 'proc-receive');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, procReceive(reason, lines), { mode: 0o755 });
  };

  let count = 0;
  let gitCount = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '/';
      const body = Buffer.concat(chunks);
      if (path.startsWith('/api/v3/')) answerApi(request, response, path.slice(7), body.toString());
      else answerGit(request, response, path, body);
    });
  });

  function answerApi(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: string,
  ): void {
    const asked: AskedRequest = { method: request.method ?? '', path, body };
    github.requests.push(asked);
    count += 1;
    const send = (
      status: number,
      data: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): void => {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4999',
        ...headers,
      });
      response.end(JSON.stringify(data));
    };
    const refusal = github.refuse(asked, count);
    if (refusal !== undefined) {
      if (refusal.done === true) handle(asked, () => {});
      if (refusal.cut === true) response.destroy();
      else {
        const errors = refusal.errors === undefined ? {} : { errors: refusal.errors };
        const documentation_url = 'https://docs.github.com/rest';
        send(
          refusal.status,
          { message: refusal.message ?? 'Refused', ...errors, documentation_url },
          refusal.headers,
        );
      }
      return;
    }
    const { authorization, 'user-agent': agent, accept, 'content-type': type } = request.headers;
    if (
      !/^(?:token|bearer) /i.test(authorization ?? '') ||
      authorization?.split(' ')[1] !== token
    ) {
      return send(401, { message: 'Bad credentials' });
    }
    if (!agent?.includes('transship')) return send(403, { message: 'no user agent' });
    if (!accept?.includes('application/vnd.github')) return send(415, { message: 'accept' });
    if (body !== '' && !type?.startsWith('application/json')) return send(400, { message: 'type' });
    handle(asked, send);
  }

  type Send = (status: number, data: unknown, headers?: Readonly<Record<string, string>>) => void;

  function handle({ method, path, body }: AskedRequest, send: Send): void {
    const url = new URL(path, 'http://x');
    const [, owner = '', repo = '', ...rest] = url.pathname
      .slice(1)
      .split('/')
      .map(decodeURIComponent);
    const name = `${owner}/${repo}`;
    const moved = [...repositories].find(([, { was }]) => was === name);
    if (moved !== undefined) {
      return send(
        301,
        { message: 'Moved Permanently' },
        { location: `${github.apiUrl}/repos/${moved[0]}` },
      );
    }
    const options = repositories.get(name);
    if (options === undefined) return send(404, { message: 'Not Found' });
    const [kind, detail] = rest;
    if (method === 'GET' && kind === undefined) {
      return send(200, {
        full_name: name,
        default_branch: 'main',
        archived: options.archived === true,
        fork: options.fork === true,
      });
    }
    if (kind === 'compare' && detail !== undefined) return compare(name, detail, send);
    if (kind !== 'pulls') return send(404, { message: 'Not Found' });
    if (method === 'GET' && detail === undefined) {
      const head = url.searchParams.get('head') ?? '';
      const state = url.searchParams.get('state') ?? 'open';
      if (!/^[^:]+:.+/.test(head)) return send(422, { message: 'head' });
      return send(
        200,
        github.pulls
          .filter(
            (pull) =>
              pull.repository === name && pull.state === state && `${owner}:${pull.head}` === head,
          )
          .map(shown),
      );
    }
    const given = JSON.parse(body || '{}') as Record<string, string | undefined>;
    const invalid = (message: string): void =>
      send(422, {
        message: 'Validation Failed',
        errors: [{ resource: 'PullRequest', code: 'custom', message }],
      });
    if ((given['body'] ?? '').length > 65_536) {
      return invalid('body is too long (maximum is 65536 characters)');
    }
    if (method === 'POST' && detail === undefined) {
      const { title, head, base } = given;
      if (!title || !head || !base) return invalid('missing');
      if (!exists(name, head) || !exists(name, base)) return invalid('not all refs are readable');
      if (git(name, 'rev-list', `${base}..${head}`) === '') {
        return invalid(`No commits between ${base} and ${head}`);
      }
      if (
        github.pulls.some(
          (one) =>
            one.repository === name &&
            one.state === 'open' &&
            one.head === head &&
            one.base === base,
        )
      ) {
        return invalid(`A pull request already exists for ${owner}:${head}.`);
      }
      const number = github.pulls.length + 1;
      const pull: FakePull = {
        number,
        repository: name,
        title,
        body: given['body'] ?? '',
        state: 'open',
        head,
        base,
      };
      github.pulls.push(pull);
      return send(201, shown(pull));
    }
    const pull = github.pulls.find(
      (one) => one.repository === name && one.number === Number(detail),
    );
    if (method === 'PATCH' && pull !== undefined) {
      if (given['body'] !== undefined) pull.body = given['body'];
      return send(200, shown(pull));
    }
    send(404, { message: 'Not Found' });
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

  function compare(name: string, basehead: string, send: Send): void {
    const [base = '', head = ''] = basehead.split('...');
    let parted: string;
    try {
      parted = git(name, 'merge-base', base, head);
    } catch {
      return send(404, { message: `No common ancestor between ${base} and ${head}.` });
    }
    const commits = git(name, 'log', '--reverse', '--format=%H%x09%an', `${base}..${head}`);
    const changed = git(name, 'diff', '--name-status', '-M', parted, head);
    const statuses: Readonly<Record<string, string>> = {
      A: 'added',
      M: 'modified',
      D: 'removed',
      R: 'renamed',
      T: 'changed',
    };
    send(200, {
      merge_base_commit: { sha: parted },
      commits: commits
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [sha, author] = line.split('\t');
          return { sha, commit: { author: { name: author } } };
        }),
      files: changed
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [status = '', from = '', to] = line.split('\t');
          return {
            filename: to ?? from,
            status: statuses[status.slice(0, 1)],
            ...(to === undefined ? {} : { previous_filename: from }),
          };
        }),
    });
  }

  /** git's own CGI program. */
  function answerGit(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: Buffer,
  ): void {
    github.gitRequests.push(`${request.method} ${path}`);
    gitCount += 1;
    const refusal = github.refuseGit(path, gitCount);
    if (refusal !== undefined) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' });
      response.end(refusal.text);
      return;
    }
    const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' });
      response.end('remote: Invalid username or token.');
      return;
    }
    const url = new URL(path, 'http://x');
    const child = spawn('git', ['http-backend'], {
      env: {
        ...env,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: decodeURIComponent(url.pathname),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        REMOTE_USER: 'x-access-token',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: String(body.length),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(body);
    child.on('close', () => {
      const all = Buffer.concat(chunks);
      const at = all.indexOf('\r\n\r\n');
      const headers = Object.fromEntries(
        all
          .subarray(0, at)
          .toString()
          .split('\r\n')
          .map((line) => line.split(/:\s*/, 2) as [string, string]),
      );
      const status = Number.parseInt(headers['Status'] ?? '200', 10);
      delete headers['Status'];
      response.writeHead(status, headers);
      response.end(all.subarray(at + 4));
    });
  }

  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const url = `http://127.0.0.1:${port}`;
  const github: GitHubServer = {
    url,
    apiUrl: `${url}/api/v3`,
    token,
    pulls: [],
    requests: [],
    gitRequests: [],
    refuse: () => undefined,
    refuseGit: () => undefined,
    addRepository,
    commit,
    git,
    refusePushes,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(root, { recursive: true, force: true });
          resolve();
        });
      }),
  };
  return github;
}

/** A hook that answers for every branch as GitHub does: `! [remote rejected] A -> A (REASON)`. */
function procReceive(reason: string, lines: readonly string[]): string {
  return `#!/usr/bin/env node
const send = (text) => process.stdout.write((text.length + 4).toString(16).padStart(4, '0') + text);
const flush = () => process.stdout.write('0000');
let data = Buffer.alloc(0);
let stage = 0;
const refs = [];
process.stdin.on('data', (chunk) => {
  data = Buffer.concat([data, chunk]);
  while (data.length >= 4) {
    const size = Number.parseInt(data.subarray(0, 4).toString(), 16);
    if (size === 0) {
      data = data.subarray(4);
      stage += 1;
      if (stage === 1) { send('version=1\\0'); flush(); }
      else {
        for (const line of ${JSON.stringify(lines)}) console.error(line);
        for (const ref of refs) send('ng ' + ref + ' ' + ${JSON.stringify(reason)});
        flush();
        process.exitCode = 0;
        process.stdin.pause();
      }
    } else {
      if (data.length < size) return;
      const text = data.subarray(4, size).toString().trim();
      if (stage === 1) refs.push(text.split(' ')[2]);
      data = data.subarray(size);
    }
  }
});
`;
}
