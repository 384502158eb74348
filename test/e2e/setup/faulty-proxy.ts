import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './authority.ts';

/** What becomes of one request instead of being passed on. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Passed on after this many milliseconds. */
  | { readonly kind: 'slow'; readonly delay: number }
  /** The connection ends after this many bytes of the upstream's answer (0: before any). */
  | { readonly kind: 'cut'; readonly after: number };

type ProxiedRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The number of this request, from 1. */
  readonly count: number;
};

export type FaultyProxyOptions = {
  /** The address of the real server, `http://host:port`. */
  readonly upstream: string;
  readonly fault: (request: ProxiedRequest) => Fault | undefined;
  readonly tls?: Certificate;
  readonly address?: string;
  readonly name?: string;
  readonly port?: number;
};

export type FaultyProxy = {
  readonly host: string;
  readonly url: string;
  readonly requests: () => readonly ProxiedRequest[];
  readonly stop: () => Promise<void>;
};

/** A server in front of a real registry (or token server) that fails as it is told to. */
export const startFaultyProxy = async (options: FaultyProxyOptions): Promise<FaultyProxy> => {
  const upstream = new URL(options.upstream);
  const requests: ProxiedRequest[] = [];

  const pass = (request: IncomingMessage, response: ServerResponse, limit: number): void => {
    // The Host header is passed on as it came: the registry puts it into the addresses that it gives for uploads.
    const outgoing = sendRequest(
      {
        host: upstream.hostname,
        port: upstream.port,
        method: request.method,
        path: request.url,
        headers: {
          ...request.headers,
          'x-forwarded-proto': options.tls === undefined ? 'http' : 'https',
        },
      },
      (answer) => {
        if (limit === 0) {
          response.destroy();
          answer.destroy();
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        let sent = 0;
        answer.on('data', (chunk: Buffer) => {
          const part = chunk.subarray(0, limit - sent);
          sent += part.length;
          response.write(part);
          if (sent >= limit) response.destroy();
        });
        answer.on('end', () => response.end());
      },
    );
    outgoing.on('error', () => response.destroy());
    request.pipe(outgoing);
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const proxied: ProxiedRequest = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: request.headers,
      count: requests.length + 1,
    };
    requests.push(proxied);
    const fault = options.fault(proxied);
    if (fault === undefined) pass(request, response, Number.POSITIVE_INFINITY);
    else if (fault.kind === 'slow') {
      setTimeout(() => pass(request, response, Number.POSITIVE_INFINITY), fault.delay);
    } else if (fault.kind === 'cut') pass(request, response, fault.after);
    else {
      request.resume();
      response.writeHead(fault.status, { ...fault.headers });
      response.end(fault.body ?? '');
    }
  };

  const server =
    options.tls === undefined
      ? createServer(listener)
      : createTlsServer(
          { cert: readFileSync(options.tls.certificate), key: readFileSync(options.tls.key) },
          listener,
        );
  const address = options.address ?? '127.0.0.1';
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, address, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
  const name = options.name ?? address;
  const host = port === 443 && options.tls !== undefined ? name : `${name}:${port}`;
  return {
    host,
    url: `${options.tls === undefined ? 'http' : 'https'}://${host}`,
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
