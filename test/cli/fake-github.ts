// GitHub's API for secrets over HTTP, as far as a client sees it: it opens the boxes with the real private key.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sodium from 'libsodium-wrappers';
import { onTestFinished } from 'vitest';

export type FakeGitHub = {
  readonly url: string;
  /** Path of the secret below the API to its opened value. */
  readonly values: Map<string, string>;
  /** `METHOD path`, in order. */
  readonly requests: string[];
  readonly bodies: string[];
  readonly tokens: Set<string>;
  /** Answers in place of the usual one, once each: status, headers, message. */
  readonly answers: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly message?: string;
    readonly for?: RegExp;
  }[];
  readonly organization: string[];
};

export async function fakeGitHub(): Promise<FakeGitHub> {
  await sodium.ready;
  const keys = sodium.crypto_box_keypair();
  const fake: FakeGitHub = {
    url: '',
    values: new Map(),
    requests: [],
    bodies: [],
    tokens: new Set(),
    answers: [],
    organization: [],
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://x');
      const body = Buffer.concat(chunks).toString();
      fake.requests.push(`${request.method} ${url.pathname}`);
      fake.bodies.push(body);
      fake.tokens.add(request.headers.authorization ?? '');
      const reply = (
        status: number,
        data?: unknown,
        headers: Record<string, string> = {},
      ): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(data === undefined ? '' : JSON.stringify(data));
      };
      const planned = fake.answers.findIndex(
        ({ for: of }) => of?.test(`${request.method} ${url.pathname}`) ?? true,
      );
      if (planned >= 0) {
        const [answer] = fake.answers.splice(planned, 1);
        return reply(answer?.status ?? 500, { message: answer?.message ?? '' }, answer?.headers);
      }
      if (url.pathname.endsWith('/public-key'))
        return reply(200, { key_id: 'k1', key: Buffer.from(keys.publicKey).toString('base64') });
      if (request.method === 'PUT') {
        const { encrypted_value: sealed, key_id: id } = JSON.parse(body);
        if (id !== 'k1') return reply(422, { message: 'wrong key' });
        const opened = sodium.crypto_box_seal_open(
          Buffer.from(sealed, 'base64'),
          keys.publicKey,
          keys.privateKey,
        );
        const isNew = !fake.values.has(url.pathname);
        fake.values.set(url.pathname, Buffer.from(opened).toString());
        return reply(isNew ? 201 : 204);
      }
      if (/\/actions\/organization-secrets$/.test(url.pathname))
        return reply(200, { secrets: fake.organization.map((name) => ({ name })) });
      if (/\/secrets$/.test(url.pathname)) {
        const names = [...fake.values.keys()].filter((at) => at.startsWith(`${url.pathname}/`));
        const page = Number(url.searchParams.get('page') ?? 1);
        const shown = names.slice((page - 1) * 100, page * 100);
        return reply(200, {
          secrets: shown.map((at) => ({ name: at.slice(at.lastIndexOf('/') + 1) })),
        });
      }
      if (/^\/(?:api\/v3\/)?repos\/[^/]+\/[^/]+$/.test(url.pathname)) return reply(200, { id: 77 });
      return reply(404, { message: 'Not Found' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { ...fake, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
