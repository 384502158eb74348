// The docker client's own configuration, found and read as the client does.

import os from 'node:os';
import path from 'node:path';
import { parseObject } from '../ground/json.ts';
import type { Host } from '../host/host.ts';

/** The folder of the client's configuration. */
export function dockerConfigFolder(host: Host): string {
  return host.env['DOCKER_CONFIG'] || path.join(host.env['HOME'] || os.homedir(), '.docker');
}

/** The client's configuration; empty where there is none, or none that this user may read, as for the client. */
export function clientConfig(host: Host, folder: string): Readonly<Record<string, unknown>> {
  try {
    return parseObject(host.files.read(path.join(folder, 'config.json')) ?? '') ?? {};
  } catch {
    return {};
  }
}
