// A socket between the docker client and its engine that adds build arguments to the request of a build: the engine takes
// them in the request, and clients without buildx only from their words or their environment.
// https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageBuild

import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseObject } from '../ground/json.ts';
import { ok, type Result } from '../ground/result.ts';
import type { Environment, Host } from '../host/host.ts';
import { engineAddress } from './engine-address.ts';
import { passOn, singleRequest, takeHead } from './request-head.ts';

export type BuildRelay = {
  /** For the client, so that it goes to the relay. */
  readonly environment: Environment;
  readonly close: () => void;
};

const buildTarget = /^(POST (?:\/v[0-9.]+)?\/build\?)(\S*)( HTTP\/1\.[01]\r\n)/;

/** The head of a request, with the arguments in it where it is that of a build. */
export function withBuildArguments(head: string, values: Readonly<Record<string, string>>): string {
  return head.replace(buildTarget, (_all, before: string, query: string, after: string) => {
    const fields = new URLSearchParams(query);
    // What the client adds of itself: proxies of its configuration, and notes for the cache.
    const own = parseObject(fields.get('buildargs') ?? '');
    fields.set('buildargs', JSON.stringify({ ...own, ...values }));
    return `${before}${fields}${after}`;
  });
}

/** Listens on a socket that only this user can reach, until it is closed. */
export async function openBuildRelay(
  host: Host,
  folder: string,
  values: Readonly<Record<string, string>>,
): Promise<Result<BuildRelay>> {
  const engine = await engineAddress(host);
  if (!engine.ok) return engine;
  // The name of a socket has 107 bytes at most.
  const isShort = Buffer.byteLength(folder) < 90;
  const own = isShort ? folder : fs.mkdtempSync(path.join(os.tmpdir(), 'transship-'));
  const socket = path.join(own, 'engine.sock');
  const open = new Set<net.Socket>();
  const server = net.createServer({ allowHalfOpen: true }, (client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    takeHead(client, (head, rest) => {
      const changed = singleRequest(withBuildArguments(head, values));
      return passOn(client, engine.value.engine, changed, rest);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  fs.chmodSync(socket, 0o600);
  return ok({
    environment: {
      DOCKER_HOST: `unix://${socket}`,
      DOCKER_CONTEXT: undefined,
      DOCKER_TLS: undefined,
      DOCKER_TLS_VERIFY: undefined,
    },
    close: () => {
      server.close();
      for (const client of open) client.destroy();
      if (own !== folder) fs.rmSync(own, { recursive: true, force: true });
    },
  });
}
