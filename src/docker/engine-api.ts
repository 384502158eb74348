/** The Docker engine by its own API: what the client's command line has no words for, and without starting a program. */

import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import tls from 'node:tls';

export type EngineAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      /** PEM texts, where the engine speaks TLS. */
      readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
    };

export type EngineAnswer = { readonly status: number; readonly text: string };

/** A raw connection in both directions, after the answer's head. */
export type Hijacked =
  | { readonly kind: 'stream'; readonly stream: Duplex }
  | { readonly kind: 'refused'; readonly answer: EngineAnswer };

export type EngineRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** With the query, without a version: the engine's newest is meant. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
};

const agents = new Map<string, http.Agent>();

/** One exchange. Rejects where there is no engine; an engine's "no" is an answer. */
export async function ask(address: EngineAddress, request: EngineRequest): Promise<EngineAnswer> {
  const response = await send(address, request);
  return { status: response.statusCode ?? 0, text: await textOf(response) };
}

/**
 * System of the engine's containers, `linux` or `windows`; undefined where it says none. What the client asks first, too:
 * `/version` starts programs.
 * https://docs.docker.com/reference/api/engine/version/v1.51/#tag/System/operation/SystemPing
 */
export async function systemOf(address: EngineAddress): Promise<string | undefined> {
  const response = await send(address, { method: 'GET', path: '/_ping' });
  await textOf(response);
  const { ostype } = response.headers;
  return typeof ostype === 'string' ? ostype : undefined;
}

/** Sends `content` as the body, and gives the answer. */
export async function upload(
  address: EngineAddress,
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<EngineAnswer> {
  const message = start(address, { method: 'PUT', path }, { 'content-type': 'application/x-tar' });
  const answer = new Promise<EngineAnswer>((resolve, reject) => {
    message.on('error', reject);
    message.on('response', (response) =>
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject),
    );
  });
  const sending = (async () => {
    for await (const chunk of content) {
      if (!message.write(chunk)) await drained(message);
    }
    message.end();
  })();
  // The engine may answer, with an error, before it has read everything.
  sending.catch((error: Error) => message.destroy(error));
  return answer;
}

export type Opened =
  | { readonly kind: 'body'; readonly body: Readable }
  | { readonly kind: 'refused'; readonly answer: EngineAnswer };

/** The body as it comes, or the engine's refusal. */
export const download = (address: EngineAddress, path: string): Promise<Opened> =>
  open(address, { method: 'GET', path });

/** The same for any request, with headers of its own. */
export async function open(
  address: EngineAddress,
  request: EngineRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const response = await send(address, request, headers);
  const status = response.statusCode ?? 0;
  return status === 200
    ? { kind: 'body', body: response }
    : { kind: 'refused', answer: { status, text: await textOf(response) } };
}

/** Turns the connection into a raw stream, for `attach` and `exec`. */
export function hijack(address: EngineAddress, path: string, body?: unknown): Promise<Hijacked> {
  return new Promise((resolve, reject) => {
    const message = start(
      address,
      { method: 'POST', path, body },
      { connection: 'Upgrade', upgrade: 'tcp' },
    );
    message.on('error', reject);
    message.on('upgrade', (_response, stream: Duplex, head: Buffer) => {
      if (head.length > 0) stream.unshift(head);
      resolve({ kind: 'stream', stream });
    });
    message.on('response', (response) => {
      textOf(response).then(
        (text) => resolve({ kind: 'refused', answer: { status: response.statusCode ?? 0, text } }),
        reject,
      );
    });
    finish(message, body);
  });
}

/** A plain connection to the engine, for what is passed on as it is. */
export function connect(address: EngineAddress): net.Socket {
  if (address.kind === 'socket') return net.connect({ path: address.path, allowHalfOpen: true });
  const { host, port } = address;
  return address.tls === undefined
    ? net.connect({ host, port, allowHalfOpen: true })
    : tls.connect({ host, port, ...address.tls });
}

/** The engine's own words of an error: `{"message": "..."}`. */
export function reasonOf({ text, status }: EngineAnswer): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    if (typeof message === 'string') return message;
  } catch {
    // Not from the engine itself.
  }
  return text.trim() || `HTTP ${status}`;
}

function send(
  address: EngineAddress,
  request: EngineRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const message = start(address, request, headers);
    message.on('error', reject);
    message.on('response', resolve);
    finish(message, request.body);
  });
}

function start(
  address: EngineAddress,
  { method, path, body }: EngineRequest,
  headers: http.OutgoingHttpHeaders,
): http.ClientRequest {
  const secure = address.kind === 'tcp' && address.tls !== undefined;
  const options: https.RequestOptions = {
    method,
    path,
    headers: {
      // Node checks the certificate against this name.
      host: address.kind === 'socket' ? 'docker' : address.host,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    agent: headers['upgrade'] === undefined ? agentFor(address, secure) : false,
    ...(address.kind === 'socket'
      ? { socketPath: address.path }
      : { host: address.host, port: address.port, ...address.tls }),
  };
  return secure ? https.request(options) : http.request(options);
}

function finish(message: http.ClientRequest, body: unknown): void {
  if (body === undefined) message.end();
  else message.end(JSON.stringify(body));
}

/** One connection serves several requests of a step. */
function agentFor(address: EngineAddress, secure: boolean): http.Agent {
  const key = JSON.stringify(address);
  const known = agents.get(key);
  if (known !== undefined) return known;
  const agent = secure ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  agents.set(key, agent);
  return agent;
}

async function textOf(response: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function drained(message: http.ClientRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    message.once('drain', resolve);
    message.once('error', reject);
    message.once('close', resolve);
  });
}
