// The job's own DOCKER_CONFIG folder: mode 0700 below RUNNER_TEMP, which the runner empties when the job ends.
// The machine's folder is read and never written to.

import os from 'node:os';
import path from 'node:path';
import { parseObject } from '../../ground/json.ts';
import type { Host, HostFiles } from '../../host/host.ts';
import { containerDockerConfigVariable } from './container-docker-config.ts';
import {
  containerBase,
  type DockerConfig,
  type HostCredential,
  withCredentials,
  withPluginFolders,
} from './docker-config.ts';

export type ContainerOrHost = HostCredential & { readonly agentOnly: boolean };

/**
 * Writes both folders, exports their variables, and gives the path of the host's. A job that logs in more than once
 * keeps what came before.
 */
export function writeDockerConfig(host: Host, logins: readonly ContainerOrHost[]): string {
  const own = earlierFolders(host);
  const root = own === undefined ? host.files.makeTemporaryFolder('transship-login-') : undefined;
  const folder = own?.folder ?? path.join(root ?? '', 'docker');
  const containerFolder = own?.containerFolder ?? path.join(root ?? '', 'docker-container');
  if (own === undefined) {
    host.files.makeFolder(folder);
    host.files.makeFolder(containerFolder);
  }
  const base = own?.config ?? machineConfig(host, folder);
  const inContainer = own?.containerConfig ?? containerBase(base);
  const shared = logins.filter(({ agentOnly }) => !agentOnly);
  host.files.write(path.join(folder, 'config.json'), toJson(withCredentials(base, logins)));
  host.files.write(
    path.join(containerFolder, 'config.json'),
    toJson(withCredentials(inContainer, shared)),
  );
  host.exportVariable('DOCKER_CONFIG', folder);
  host.exportVariable(containerDockerConfigVariable, containerFolder);
  return folder;
}

/** The folders of an earlier login of this job, if DOCKER_CONFIG still names one. */
function earlierFolders({ env, files, temporaryFolder }: Host) {
  const folder = env['DOCKER_CONFIG'];
  const containerFolder = env[containerDockerConfigVariable];
  if (!folder || !containerFolder || path.dirname(folder) !== path.dirname(containerFolder))
    return undefined;
  if (path.dirname(path.dirname(folder)) !== path.resolve(temporaryFolder)) return undefined;
  const config = parseObject(files.read(path.join(folder, 'config.json')) ?? '');
  const containerConfig = parseObject(files.read(path.join(containerFolder, 'config.json')) ?? '');
  if (config === undefined || containerConfig === undefined) return undefined;
  return { folder, containerFolder, config, containerConfig };
}

/** The machine's configuration for its use from our folder: settings, plugins, contexts, TLS files of the engine. */
function machineConfig(host: Host, folder: string): DockerConfig {
  const { files, env } = host;
  const home = env['HOME'] || env['USERPROFILE'] || os.homedir();
  const machine = env['DOCKER_CONFIG'] || path.join(home, '.docker');
  const names = new Set(files.list(machine));
  const text = names.has('config.json') ? files.read(path.join(machine, 'config.json')) : undefined;
  const read = text === undefined ? {} : parseObject(text);
  if (read === undefined) {
    host.warning(
      `${path.join(machine, 'config.json')} is not a JSON object. Its settings are not used.`,
    );
  }
  if (names.has('contexts')) {
    copyFolder(files, path.join(machine, 'contexts'), path.join(folder, 'contexts'));
  }
  for (const name of ['ca.pem', 'cert.pem', 'key.pem'].filter((pem) => names.has(pem))) {
    const bytes = files.readBytes(path.join(machine, name));
    if (bytes !== undefined) files.write(path.join(folder, name), bytes);
  }
  // Builders that exist, such as one that docker/setup-buildx-action made before, live in a folder of their own.
  if (names.has('buildx') && !env['BUILDX_CONFIG']) {
    host.exportVariable('BUILDX_CONFIG', path.join(machine, 'buildx'));
  }
  const plugins = names.has('cli-plugins') ? [path.join(machine, 'cli-plugins')] : [];
  const config = withPluginFolders(read ?? {}, plugins);
  return withInherited(host, config);
}

/** Credentials in DOCKER_AUTH_CONFIG go before those of any file: they become part of the file. */
function withInherited(host: Host, config: DockerConfig): DockerConfig {
  const inherited = parseObject(host.env['DOCKER_AUTH_CONFIG'] ?? '');
  if (inherited === undefined) return config;
  host.exportVariable('DOCKER_AUTH_CONFIG', '');
  return { ...config, auths: { ...Object(config['auths']), ...Object(inherited['auths']) } };
}

export function copyFolder(files: HostFiles, from: string, to: string): void {
  const names = files.list(from);
  if (names === undefined) return;
  files.makeFolder(to);
  for (const name of names) {
    const bytes = files.readBytes(path.join(from, name));
    if (bytes === undefined) copyFolder(files, path.join(from, name), path.join(to, name));
    else files.write(path.join(to, name), bytes);
  }
}

function toJson(config: DockerConfig): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}
