/** The engine's socket for the container: everything passes as it is, but a commit of the container itself. */

import http from 'node:http';
import net from 'node:net';
import type { EngineAddress, EngineAnswer } from '../../docker/engine-api.ts';
import { passOn, singleRequest, takeHead } from '../../docker/request-head.ts';

type CommitHandler = (
  query: URLSearchParams,
  wanted: Readonly<Record<string, unknown>>,
) => Promise<EngineAnswer>;

export type RelayOptions = {
  readonly engine: EngineAddress;
  /** Whether a name or id that a client gave means the booted container. */
  readonly isBooted: (name: string) => Promise<boolean>;
  readonly commit: CommitHandler;
};

const commitTarget = /^POST (?:\/v[0-9.]+)?\/commit\?(\S*) HTTP\/1\.[01]\r\n/;

/**
 * A server that reads the head of a connection's first request and asks for `Connection: close`, so that there is no
 * second one; connections that become something else (`attach`, `exec`, BuildKit's sessions) are passed on untouched.
 */
export function socketRelay(options: RelayOptions): net.Server {
  const commits = http.createServer((request, response) => {
    answerCommit(options, request, response).catch((error: Error) => {
      response.writeHead(500, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ message: `transship boot: ${error.message}` }));
    });
  });
  return net.createServer({ allowHalfOpen: true }, (client) => {
    client.on('error', () => client.destroy());
    takeHead(client, async (head, rest) => {
      const query = commitTarget.exec(head)?.[1];
      const container = query === undefined ? null : new URLSearchParams(query).get('container');
      if (container !== null && (await options.isBooted(container).catch(() => false))) {
        client.unshift(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        commits.emit('connection', client);
        client.resume();
        return;
      }
      await passOn(client, options.engine, singleRequest(head), rest);
    });
  });
}

async function answerCommit(
  { commit }: RelayOptions,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8').trim() || 'null');
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const wanted = Object.entries(body ?? {}).filter(([, value]) => value !== null && value !== '');
  const answer = await commit(query, Object.fromEntries(wanted));
  response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
  response.end(answer.text);
}
