// Where buildx keeps its builders and what it knows of builds.

import path from 'node:path';
import type { Host } from '../host/host.ts';
import { dockerConfigFolder } from './client-config.ts';

/**
 * The host, with a folder that buildx can write to. Without one it builds nothing: HOME is read-only, belongs to somebody
 * else, or is no folder. Then it has one of the job, for later steps, too.
 */
export function withBuildxFolder(host: Host): Host {
  if (host.env['BUILDX_CONFIG']) return host;
  if (isWritable(host, path.join(dockerConfigFolder(host), 'buildx'))) return host;
  const folder = path.join(host.temporaryFolder, 'transship-buildx');
  if (host.files.list(folder) === undefined) host.files.makeFolder(folder);
  host.exportVariable('BUILDX_CONFIG', folder);
  return {
    ...host,
    env: { ...host.env, BUILDX_CONFIG: folder },
    exec: (command, args, options) =>
      host.exec(command, args, { ...options, env: { BUILDX_CONFIG: folder, ...options?.env } }),
  };
}

function isWritable({ files }: Host, folder: string): boolean {
  const probe = path.join(folder, '.transship');
  try {
    if (files.list(folder) === undefined) files.makeFolder(folder);
    files.write(probe, '');
    files.remove(probe);
    return true;
  } catch {
    return false;
  }
}
