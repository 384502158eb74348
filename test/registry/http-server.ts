// A real HTTP server on loopback that answers as a test says.

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from '../../src/host/network/http.ts';
import { type FakeHost, type FakeHostOptions, fakeHost } from '../fake-host.ts';

export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type TestServer = {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  readonly url: string;
  readonly seen: Seen[];
  readonly close: () => Promise<void>;
};

/** @param answer `cut` ends the connection without an answer, `hang` never answers */
export async function startServer(
  answer: (seen: Seen, server: TestServer) => Answer | 'cut' | 'hang',
): Promise<TestServer> {
  const seen: Seen[] = [];
  const server = http.createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const { method = '', url = '', headers } = message;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      const given = answer(one, self);
      if (given === 'hang') return;
      if (given === 'cut') {
        message.socket.destroy();
        return;
      }
      const { status, headers: extra = {}, body = '' } = given;
      response.writeHead(status, extra);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const self: TestServer = {
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** A fake host whose requests are real. Its clock stands still but for `sleep`, which takes no time. */
export function networkHost(options: FakeHostOptions = {}): FakeHost {
  const env = options.env ?? {};
  return fakeHost({ ...options, request: (wanted) => request(wanted, env) });
}

export const basic = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
