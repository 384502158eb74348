/** The Docker engine by its own API: what the client's command line has no words for, and without starting a program. */

import http from 'node:http';
import type https from 'node:https';
import net from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import { objectOf, parseJson } from '../ground/json.ts';

export type EngineAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      /** PEM texts, where the engine speaks TLS. */
      readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
    };

export type EngineAnswer = {
  readonly status: number;
  readonly text: string;
  /** System of the engine's containers, `linux` or `windows`; Docker says it with every answer, others with none. */
  readonly system?: string;
};

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
  return answerOf(await send(address, request));
}

/** Sends `content` as the body, and gives the answer. */
export async function upload(
  address: EngineAddress,
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<EngineAnswer> {
  const headers = { 'content-type': 'application/x-tar' };
  const message = (await opener(address))({ method: 'PUT', path }, headers);
  const answer = new Promise<EngineAnswer>((resolve, reject) => {
    message.on('error', reject);
    message.on('response', (response) => resolve(answerOf(response)));
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
  return response.statusCode === 200
    ? { kind: 'body', body: response }
    : { kind: 'refused', answer: await answerOf(response) };
}

/** Turns the connection into a raw stream, for `attach` and `exec`. */
export async function hijack(
  address: EngineAddress,
  path: string,
  body?: unknown,
): Promise<Hijacked> {
  const upgrade = { connection: 'Upgrade', upgrade: 'tcp' };
  const message = (await opener(address))({ method: 'POST', path, body }, upgrade);
  return new Promise((resolve, reject) => {
    message.on('error', reject);
    message.on('upgrade', (_response, stream: Duplex, head: Buffer) => {
      if (head.length > 0) stream.unshift(head);
      resolve({ kind: 'stream', stream });
    });
    message.on('response', (response) => {
      answerOf(response).then((answer) => resolve({ kind: 'refused', answer }), reject);
    });
    finish(message, body);
  });
}

/** A plain connection to the engine, for what is passed on as it is. */
export async function connect(address: EngineAddress): Promise<net.Socket> {
  if (address.kind === 'socket') return net.connect({ path: address.path, allowHalfOpen: true });
  const { host, port } = address;
  if (address.tls === undefined) return net.connect({ host, port, allowHalfOpen: true });
  const tls = await import('node:tls');
  return tls.connect({ host, port, ...address.tls });
}

/** The engine's own words of an error: `{"message": "..."}`. */
export function reasonOf({ text, status }: EngineAnswer): string {
  const { message } = objectOf(parseJson(text));
  // Else it is not from the engine itself.
  return typeof message === 'string' ? message : text.trim() || `HTTP ${status}`;
}

async function send(
  address: EngineAddress,
  request: EngineRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<http.IncomingMessage> {
  const message = (await opener(address))(request, headers);
  return new Promise((resolve, reject) => {
    message.on('error', reject);
    message.on('response', resolve);
    finish(message, request.body);
  });
}

type Opener = (request: EngineRequest, headers: http.OutgoingHttpHeaders) => http.ClientRequest;

/** What begins a request. TLS, which few engines speak, takes longer to load than all else that a boot loads. */
async function opener(address: EngineAddress): Promise<Opener> {
  const { request, Agent } =
    address.kind === 'tcp' && address.tls !== undefined ? await import('node:https') : http;
  return ({ method, path, body }, headers) => {
    const options: https.RequestOptions = {
      method,
      path,
      headers: {
        // Node checks the certificate against this name.
        host: address.kind === 'socket' ? 'docker' : address.host,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      agent: headers['upgrade'] === undefined ? agentFor(address, Agent) : false,
      ...(address.kind === 'socket'
        ? // Without a name, Node looks whether the host is an address, by a pattern that takes milliseconds to compile.
          { socketPath: address.path, servername: '' }
        : { host: address.host, port: address.port, ...address.tls }),
    };
    return request(options);
  };
}

function finish(message: http.ClientRequest, body: unknown): void {
  if (body === undefined) message.end();
  else message.end(JSON.stringify(body));
}

/** One connection serves several requests of a step. */
function agentFor(
  address: EngineAddress,
  Agent: new (options: http.AgentOptions) => http.Agent,
): http.Agent {
  const key = JSON.stringify(address);
  const known = agents.get(key) ?? new Agent({ keepAlive: true });
  agents.set(key, known);
  return known;
}

async function answerOf(response: http.IncomingMessage): Promise<EngineAnswer> {
  const { ostype } = response.headers;
  return {
    status: response.statusCode ?? 0,
    text: await textOf(response),
    ...(typeof ostype === 'string' && { system: ostype }),
  };
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
