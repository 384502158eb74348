// A GitHub of a test's own over HTTP: what an audit asks, with limits that count, and whatever else can go wrong.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FakeRepository = {
  /** `owner/name`. */
  readonly name: string;
  /** By branch; the first is the default one. */
  readonly branches: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fork?: boolean;
  readonly archived?: boolean;
  /** Ids of commits that are somewhere else, too, by branch. */
  readonly commits?: Readonly<Record<string, string>>;
};

export type Refusal = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The connection ends, in the middle of the answer where `late`. */
  readonly cut?: 'early' | 'late';
};

type Asked = { readonly method: string; readonly path: string; readonly body: string };

export type FakeGitHub = {
  /** The address for GITHUB_API_URL. */
  readonly api: string;
  /** Every request that was answered as it wished, as one line. */
  readonly answered: string[];
  /** Each object that was asked for and answered. */
  readonly blobs: string[];
  readonly refused: string[];
  refuse: (asked: Asked, count: number) => Refusal | undefined;
  readonly close: () => Promise<void>;
};

const idOf = (text: string): string => createHash('sha1').update(text).digest('hex');

export const token = 'ghp_FakeTokenOfTheAuditTests000000000000';

export async function startFakeGitHub(
  repositories: readonly FakeRepository[],
  login = 'me',
): Promise<FakeGitHub> {
  const byName = new Map(repositories.map((one) => [one.name.toLowerCase(), one]));
  const texts = new Map<string, string>();
  const treeOf = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => {
      const sha = idOf(text);
      texts.set(sha, text);
      return { path, mode: '100644', type: 'blob', sha, size: Buffer.byteLength(text) };
    });
  const commits = new Map<string, ReturnType<typeof treeOf>>();
  const heads = (one: FakeRepository) =>
    Object.entries(one.branches).map(([name, files]) => {
      const oid = one.commits?.[name] ?? idOf(`${one.name} ${name} ${JSON.stringify(files)}`);
      if (!commits.has(oid)) commits.set(oid, treeOf(files));
      return { name, target: { oid } };
    });
  for (const one of repositories) heads(one);

  const fake = {
    answered: [] as string[],
    blobs: [] as string[],
    refused: [] as string[],
    refuse: (() => undefined) as FakeGitHub['refuse'],
  };
  let count = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = (request.url ?? '').replace(/^\/api(?:\/v3)?/, '');
    const method = request.method ?? '';
    const refusal = fake.refuse({ method, path, body }, ++count);
    if (refusal?.cut === 'early') {
      fake.refused.push(`${method} ${path}`);
      request.socket.destroy();
      return;
    }
    if (refusal?.status !== undefined) {
      fake.refused.push(`${method} ${path}`);
      send(response, refusal.status, refusal.body ?? { message: 'refused' }, refusal.headers);
      return;
    }
    const result: Refusal =
      request.headers.authorization === `Bearer ${token}`
        ? method === 'POST'
          ? { status: 200, body: graphql(body, refusal === undefined) }
          : get(path, request.headers['if-none-match'], request.headers.accept ?? '')
        : { status: 401, body: { message: 'Bad credentials' } };
    if (refusal?.cut === 'late') {
      fake.refused.push(`${method} ${path}`);
      response.writeHead(200, { 'content-length': '100000' });
      response.write('{"data":');
      setTimeout(() => request.socket.destroy(), 5);
      return;
    }
    fake.answered.push(`${method} ${path}${result.status === 304 ? ' 304' : ''}`);
    send(response, result.status ?? 200, result.body, result.headers);
  }

  function send(
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Refusal['headers'] = {},
  ): void {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(status === 304 ? '' : typeof body === 'string' ? body : JSON.stringify(body));
  }

  function get(path: string, tag: string | undefined, accept: string): Refusal {
    const url = new URL(path, address);
    const tree = /^\/repos\/([^/]+\/[^/]+)\/git\/trees\/(\w+)$/.exec(url.pathname);
    if (tree !== null) {
      const found = commits.get(tree[2] ?? '');
      return found === undefined
        ? { status: 404, body: { message: 'Not Found' } }
        : { status: 200, body: { sha: tree[2], tree: found, truncated: false } };
    }
    const blob = /\/git\/blobs\/(\w+)$/.exec(url.pathname);
    if (blob !== null) {
      fake.blobs.push(blob[1] ?? '');
      return { status: 200, body: accept.includes('raw') ? texts.get(blob[1] ?? '') : {} };
    }
    if (url.pathname === '/user') return { status: 200, body: { login } };
    const owner =
      /^\/(?:orgs|users)\/([^/]+)\/repos$/.exec(url.pathname)?.[1] ??
      (url.pathname === '/user/repos' ? login : undefined);
    const all = repositories.filter(({ name }) => name.split('/')[0] === owner);
    if (owner === undefined || all.length === 0) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    const page = Number(url.searchParams.get('page') ?? 1);
    const part = all.slice((page - 1) * 100, page * 100);
    const body = part.map(({ name, fork = false, archived = false }) => ({
      full_name: name,
      fork,
      archived,
    }));
    const etag = `W/"${idOf(JSON.stringify(body))}"`;
    url.searchParams.set('page', String(page + 1));
    const link =
      page * 100 < all.length
        ? { link: `<${address}/api/v3${url.pathname}${url.search}>; rel="next"` }
        : {};
    return tag === etag
      ? { status: 304, headers: { etag } }
      : { status: 200, body, headers: { etag, ...link } };
  }

  function graphql(text: string, isDelivered: boolean): object {
    const { query } = JSON.parse(text) as { query: string };
    const data: Record<string, unknown> = {};
    const errors: object[] = [];
    const parts = query.split(/(?=\br\d+: repository\()/).slice(1);
    for (const part of parts) {
      const [, key = '', owner = '', name = ''] =
        /^(r\d+): repository\(owner: "([^"]*)", name: "([^"]*)"\)/.exec(part) ?? [];
      const one = byName.get(`${owner}/${name}`.toLowerCase());
      if (one === undefined) {
        data[key] = null;
        errors.push({
          type: 'NOT_FOUND',
          path: [key],
          message: `Could not resolve to a Repository with the name '${owner}/${name}'.`,
        });
      } else if (part.includes('object(oid')) {
        data[key] = Object.fromEntries(
          [...part.matchAll(/(b\d+): object\(oid: "(\w+)"\)/g)].map(([, at = '', oid = '']) => {
            if (isDelivered) fake.blobs.push(`${one.name} ${oid}`);
            return [at, { text: texts.get(oid) ?? null, isBinary: false, isTruncated: false }];
          }),
        );
      } else {
        const nodes = heads(one);
        data[key] = {
          nameWithOwner: one.name,
          isFork: one.fork ?? false,
          isArchived: one.archived ?? false,
          defaultBranchRef: nodes[0] ?? null,
          refs: { nodes, pageInfo: { hasNextPage: false, endCursor: null } },
        };
      }
    }
    return errors.length === 0 ? { data } : { data, errors };
  }

  return Object.assign(fake, {
    api: `${address}/api/v3`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** Time that passes only when somebody sleeps. */
export function virtualClock(): {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
} {
  let time = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      const until = time + milliseconds;
      await new Promise((resolve) => setTimeout(resolve, milliseconds > 1000 ? 1 : 0));
      time = Math.max(time, until);
    },
  };
}
