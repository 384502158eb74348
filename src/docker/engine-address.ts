/** Where the Docker engine is that the machine's own client talks to. */

import fs from 'node:fs';
import path from 'node:path';
import { defined } from '../ground/defined.ts';
import { fail, ok, type Result } from '../ground/result.ts';
import type { Host } from '../host/host.ts';
import type { EngineAddress } from './engine-api.ts';
import { engineSocket } from './tag-image.ts';

export type FoundEngine = {
  readonly engine: EngineAddress;
  /** For DOCKER_HOST, so that the client goes to the same engine whatever its configuration says. */
  readonly url: string;
};

/** DOCKER_HOST, else the client's current context. Only an engine that can see this machine's folders is of use. */
export async function engineAddress(host: Host): Promise<Result<FoundEngine>> {
  let url = host.env['DOCKER_HOST'] ?? '';
  // A client that is set up for no other context goes there; nobody has to be asked.
  const socketPath = url === '' ? engineSocket(host) : undefined;
  if (socketPath !== undefined) url = `unix://${socketPath}`;
  if (url === '') {
    const context = await host.exec('docker', [
      'context',
      'inspect',
      '--format',
      '{{.Endpoints.docker.Host}}',
    ]);
    if (context.kind === 'not-found') {
      return fail(
        'There is no docker client on this machine.',
        'Use a runner with Docker, or install it: https://docs.docker.com/engine/install/. In a job container, the image needs the docker client and the engine’s socket.',
      );
    }
    url = context.stdout.trim() || 'unix:///var/run/docker.sock';
  }
  const socket = /^unix:\/\/(\/.*)$/.exec(url)?.[1];
  if (socket !== undefined) return ok({ url, engine: { kind: 'socket', path: socket } });
  const tcp = /^(?:tcp|https?):\/\/(\[[0-9a-f:]+\]|[^:/]+)(?::(\d+))?\/?$/i.exec(url);
  if (tcp !== null) {
    const certificates = tlsFiles(host);
    return ok({
      url,
      engine: {
        kind: 'tcp',
        host: (tcp[1] ?? '').replace(/^\[|\]$/g, ''),
        port: Number(tcp[2] ?? (certificates === undefined ? 2375 : 2376)),
        ...(certificates && { tls: certificates }),
      },
    });
  }
  return fail(
    `The Docker engine at ${url} is on another machine, or is reached in a way that a container cannot use.`,
    'The container shares the workspace with this machine, so the engine has to run here: unix:// or tcp://.',
  );
}

/** As the client does it: https://docs.docker.com/engine/security/protect-access/. */
function tlsFiles(
  host: Host,
): { readonly ca?: string; readonly cert?: string; readonly key?: string } | undefined {
  if (!host.env['DOCKER_TLS_VERIFY'] && !host.env['DOCKER_TLS']) return undefined;
  const folder =
    host.env['DOCKER_CERT_PATH'] ||
    host.env['DOCKER_CONFIG'] ||
    path.join(host.env['HOME'] ?? '/', '.docker');
  const read = (name: string): string | undefined => {
    const file = path.join(folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  };
  const [ca, cert, key] = [read('ca.pem'), read('cert.pem'), read('key.pem')];
  return {
    ...defined({ ca, cert, key }),
  };
}
