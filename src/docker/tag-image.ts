// Gives a local image further names. By the engine's socket where it can be: a client process for each name takes
// longer than the push of a tag.

import type { Environment, Host } from '../host/host.ts';
import { parseReference } from '../image/reference.ts';
import { clientConfig, dockerConfigFolder } from './client-config.ts';

/** @returns whether the image has the name now */
export async function tagImage(
  host: Host,
  env: Environment,
  image: string,
  name: string,
): Promise<boolean> {
  if (await tagBySocket(host, image, name)) return true;
  const result = await host.exec('docker', ['tag', image, name], { env });
  return result.kind === 'exited' && result.exitCode === 0;
}

/** https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageTag */
async function tagBySocket(host: Host, image: string, name: string): Promise<boolean> {
  const socketPath = engineSocket(host);
  const parsed = parseReference(name);
  if (socketPath === undefined || !parsed.ok) return false;
  const query = new URLSearchParams({
    repo: parsed.value.name,
    tag: parsed.value.tag ?? 'latest',
  });
  const url = `http://engine/images/${encodeURIComponent(image)}/tag?${query}`;
  const result = await host.request({ url, socketPath, method: 'POST', timeoutMs: 10_000 });
  return result.kind === 'response' && result.status === 201;
}

/** The engine's Unix socket, where the client would use one: by DOCKER_HOST, or by the default without another context. */
export function engineSocket(host: Host): string | undefined {
  const { DOCKER_HOST: named, DOCKER_CONTEXT: context } = host.env;
  if (named) return named.startsWith('unix://') ? named.slice('unix://'.length) : undefined;
  if (host.platform === 'win32' || (context && context !== 'default')) return undefined;
  const current = clientConfig(host, dockerConfigFolder(host))['currentContext'];
  return current === undefined || current === '' || current === 'default'
    ? '/var/run/docker.sock'
    : undefined;
}
