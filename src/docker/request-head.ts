/** The first request of a connection to an engine, for those who stand between a client and it. */

import type net from 'node:net';
import { connect, type EngineAddress } from './engine-api.ts';

/** More than this of a request's head is nobody's request. */
const longestHead = 64 * 1024;

/** The head of the first request of a connection, once it is there. */
export function takeHead(
  client: net.Socket,
  done: (head: string, rest: Buffer) => Promise<void>,
): void {
  let seen = Buffer.alloc(0);
  const take = (chunk: Buffer): void => {
    seen = Buffer.concat([seen, chunk]);
    const end = seen.indexOf('\r\n\r\n');
    if (end < 0 && seen.length < longestHead) return;
    client.off('data', take);
    client.pause();
    if (end < 0) client.destroy();
    else {
      const head = seen.toString('latin1', 0, end + 4);
      done(head, seen.subarray(end + 4)).catch(() => client.destroy());
    }
  };
  client.on('data', take);
}

/** The head with `Connection: close`, unless the connection is to become something else. */
export function singleRequest(head: string): string {
  if (/^Upgrade:/im.test(head)) return head;
  const [first, ...lines] = head.slice(0, -4).split('\r\n');
  const others = lines.filter((line) => !/^(?:Connection|Keep-Alive):/i.test(line));
  return `${[first, ...others, 'Connection: close'].join('\r\n')}\r\n\r\n`;
}

/** Sends the engine what a client began, and then everything both ways, as it is. */
export async function passOn(
  client: net.Socket,
  engine: EngineAddress,
  head: string,
  rest: Buffer,
): Promise<void> {
  const upstream = await connect(engine);
  upstream.on('error', () => client.destroy());
  client.on('close', () => upstream.destroy());
  if (client.destroyed) upstream.destroy();
  upstream.on('close', () => client.destroySoon());
  upstream.write(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
  client.pipe(upstream);
  upstream.pipe(client);
}
