// A stand-in for GitHub's cache service, version 2: the calls that BuildKit makes, and storage behind signed addresses.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type GithubCache = {
  /** What the runner gives to actions of JavaScript. */
  readonly runtime: Readonly<Record<string, string>>;
  readonly token: string;
  /** Keys of the finished entries. */
  readonly keys: () => readonly string[];
  /** Calls that found an entry. */
  readonly hits: () => number;
  /** Calls without the right token. */
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const startGithubCache = async (): Promise<GithubCache> => {
  const scopes = JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }]);
  const claims = { ac: scopes, exp: Math.floor(Date.now() / 1000) + 3600, nbf: 0, iat: 0 };
  const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
  const blobs = new Map<string, Buffer>();
  const blocks = new Map<string, Map<string, Buffer>>();
  const entries = new Map<string, string>();
  let [hits, refused, uploads] = [0, 0, 0];

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const url = new URL(request.url ?? '/', 'http://cache');
      const answer = (status: number, content: object | Buffer | string, headers = {}): void => {
        const bytes = Buffer.isBuffer(content)
          ? content
          : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
        response.writeHead(status, {
          'content-type': Buffer.isBuffer(content)
            ? 'application/octet-stream'
            : 'application/json',
          'content-length': bytes.length,
          ...headers,
        });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      };
      const call = /\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(
        url.pathname,
      )?.[1];
      if (call !== undefined) {
        if (request.headers.authorization !== `Bearer ${token}`) {
          refused += 1;
          answer(401, { code: 'unauthenticated' });
          return;
        }
        const asked = JSON.parse(body.toString()) as {
          key: string;
          version: string;
          restore_keys?: string[];
        };
        const origin = `http://${request.headers.host}`;
        if (call === 'GetCacheEntryDownloadURL') {
          const wanted = [asked.key, ...(asked.restore_keys ?? [])];
          const found = [...entries.keys()]
            .reverse()
            .find((key) => wanted.some((prefix) => key.startsWith(prefix)));
          if (found !== undefined) hits += 1;
          answer(
            200,
            found === undefined
              ? { ok: false }
              : {
                  ok: true,
                  signed_download_url: `${origin}/blob/${entries.get(found)}`,
                  matched_key: found,
                },
          );
        } else if (call === 'CreateCacheEntry') {
          if (entries.has(asked.key)) {
            answer(409, { code: 'already_exists' });
            return;
          }
          uploads += 1;
          entries.set(asked.key, String(uploads));
          answer(200, { ok: true, signed_upload_url: `${origin}/blob/${uploads}` });
        } else answer(200, { ok: true, entry_id: '1' });
        return;
      }
      const name = /^\/blob\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
      if (request.method === 'PUT') {
        const id = url.searchParams.get('blockid');
        const own = blocks.get(name) ?? new Map<string, Buffer>();
        blocks.set(name, own);
        if (url.searchParams.get('comp') === 'block') own.set(id ?? '', body);
        else if (url.searchParams.get('comp') === 'blocklist') {
          const list = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(
            ([, block = '']) => own.get(block) ?? Buffer.alloc(0),
          );
          blobs.set(name, Buffer.concat(list));
        } else blobs.set(name, body);
        answer(201, '', {
          etag: '"1"',
          'last-modified': new Date(0).toUTCString(),
          'x-ms-request-id': '1',
          'x-ms-version': '2020-10-02',
        });
        return;
      }
      const blob = blobs.get(name);
      if (blob === undefined) {
        answer(404, '');
        return;
      }
      const range = /bytes=(\d+)-(\d*)/.exec(
        String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
      );
      const from = Number(range?.[1] ?? 0);
      const to = range?.[2] ? Number(range[2]) : blob.length - 1;
      const common = {
        etag: '"1"',
        'last-modified': new Date(0).toUTCString(),
        'x-ms-blob-type': 'BlockBlob',
        'accept-ranges': 'bytes',
      };
      if (range === null) answer(200, blob, common);
      else
        answer(206, blob.subarray(from, to + 1), {
          ...common,
          'content-range': `bytes ${from}-${to}/${blob.length}`,
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    runtime: {
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_RESULTS_URL: url,
      ACTIONS_CACHE_SERVICE_V2: 'True',
    },
    token,
    keys: () => [...entries.keys()],
    hits: () => hits,
    refused: () => refused,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
