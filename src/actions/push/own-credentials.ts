// A dockercfg for one push: a configuration folder of its own that lives as long as the step.

import path from 'node:path';
import { dockerConfigFolder } from '../../docker/client-config.ts';
import type { Failure } from '../../ground/failure.ts';
import { parseObject } from '../../ground/json.ts';
import type { Environment, Host } from '../../host/host.ts';
import { dockerHub, normalizeRegistry } from '../../image/reference.ts';
import {
  type HostCredential,
  withCredentials,
  withPluginFolders,
} from '../../registry/docker-config/docker-config.ts';
import { copyFolder } from '../../registry/docker-config/docker-config-folder.ts';
import type { DockercfgEntry } from '../../registry/docker-config/dockercfg.ts';
import { secretsOf } from '../../registry/protocol/credential.ts';

export type ClientConfig = {
  /** What the docker client gets on top of the step's environment. */
  readonly env: Environment;
  readonly folder: string;
  readonly remove: () => void;
};

/** The configuration that the job has. */
export function jobConfig(host: Host): ClientConfig {
  return { env: {}, folder: dockerConfigFolder(host), remove: () => {} };
}

/**
 * Which credentials of a dockercfg serve which hosts.
 *
 * @param registry CodeShip's `registry` of the push step, as written; empty where it names none
 * @param targets hosts that images are pushed to
 */
export function chooseCredentials(
  entries: readonly DockercfgEntry[],
  registry: string,
  targets: readonly string[],
): {
  readonly logins: readonly HostCredential[];
  readonly warnings: readonly string[];
  readonly failures: readonly Failure[];
} {
  const logins: HostCredential[] = [];
  for (const { address, credential } of entries) {
    if (credential !== undefined) logins.push({ host: address.host, credential });
  }
  const warnings: string[] = [];
  const failures: Failure[] = [];
  const wanted = registry === '' ? undefined : normalizeRegistry(registry);
  for (const target of new Set(targets)) {
    if (logins.some(({ host }) => host === target)) continue;
    const named = logins.find(({ host }) => host === wanted);
    if (named !== undefined && isSameOwner(named.host, target)) {
      warnings.push(
        `The credential of \`${named.host}\` is used for \`${target}\`, as \`registry\` says.`,
      );
      logins.push({ host: target, credential: named.credential });
    } else if (entries.some(({ address }) => address.host === target)) {
      failures.push({
        message: `The dockercfg has an entry for ${target} without a credential.`,
        remedy:
          'It was written on a machine that keeps credentials in a keychain: log in on a machine without one, and encrypt that file.',
      });
    } else {
      const known = logins.map(({ host }) => host).join(', ') || 'none';
      warnings.push(
        `The dockercfg has no credential for \`${target}\`; it has: ${known}. The credential of an earlier login is used.`,
      );
    }
  }
  return { logins, warnings, failures };
}

/** Google's hosts take the same credentials. Names of other domains may belong to anybody. */
const google = /(^|\.)gcr\.io$|-docker\.pkg\.dev$/;
const isSameOwner = (one: string, other: string): boolean => google.test(one) && google.test(other);

/** A folder like the job's, with other credentials. */
export function temporaryConfig(host: Host, logins: readonly HostCredential[]): ClientConfig {
  for (const { credential } of logins)
    for (const secret of secretsOf(credential)) host.mask(secret);
  const job = dockerConfigFolder(host);
  const folder = host.files.makeTemporaryFolder('transship-push-');
  const config = parseObject(host.files.read(path.join(job, 'config.json')) ?? '') ?? {};
  const plugins = path.join(job, 'cli-plugins');
  const own = withPluginFolders(
    withCredentials(config, logins),
    host.files.list(plugins) === undefined ? [] : [plugins],
  );
  copyFolder(host.files, path.join(job, 'contexts'), path.join(folder, 'contexts'));
  host.files.write(path.join(folder, 'config.json'), `${JSON.stringify(own)}\n`);
  const usesTls = Boolean(host.env['DOCKER_TLS_VERIFY'] || host.env['DOCKER_TLS']);
  return {
    env: {
      DOCKER_CONFIG: folder,
      // Would go before every file.
      DOCKER_AUTH_CONFIG: undefined,
      ...(usesTls && { DOCKER_CERT_PATH: host.env['DOCKER_CERT_PATH'] || job }),
      BUILDX_CONFIG: host.env['BUILDX_CONFIG'] || path.join(job, 'buildx'),
    },
    folder,
    remove: () => host.files.remove(folder),
  };
}

/** CodeShip's `registry` chose the credential; the push goes where the image's name says (codeship.md 4.2). */
export function registryMismatch(registry: string, targets: readonly string[]): string | undefined {
  const named = normalizeRegistry(registry);
  if (registry === '' || targets.every((host) => host === named)) return undefined;
  const other = targets.find((host) => host !== named) ?? dockerHub;
  return `\`registry\` is \`${named}\`, but the image is pushed to \`${other}\`, the registry in its name.`;
}
