// What a job's own `config.json` holds: the machine's settings, and our credentials, which win for their hosts.

import { defined } from '../../ground/defined.ts';
import { objectOf } from '../../ground/json.ts';
import { dockerConfigKey, dockerHub, normalizeRegistry } from '../../image/reference.ts';
import { basicValue, type Credential } from '../protocol/credential.ts';

export type DockerConfig = Readonly<Record<string, unknown>>;

/** A credential for a host, as `normalizeRegistry` gives it. */
export type HostCredential = { readonly host: string; readonly credential: Credential };

/** Names by which clients ask for Docker Hub. */
const hubNames = ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io'];

/** Puts credentials into a configuration; later ones of the same host replace earlier ones. */
export function withCredentials(
  config: DockerConfig,
  logins: readonly HostCredential[],
): DockerConfig {
  const ours = new Set(logins.map(({ host }) => host));
  const isOurs = (key: string): boolean => ours.has(normalizeRegistry(key));
  const auths = Object.entries(objectOf(config['auths'])).filter(([key]) => !isOurs(key));
  for (const { host, credential } of logins)
    auths.push([dockerConfigKey(host), authEntry(credential)]);
  const helpers = Object.entries(objectOf(config['credHelpers'])).filter(([key]) => !isOurs(key));
  const store = config['credsStore'];
  if (typeof store === 'string' && store !== '') {
    // A store answers for every host, so that `auths` would not be read; an empty helper for a host turns it off there.
    for (const host of ours) {
      for (const name of host === dockerHub ? hubNames : [host]) helpers.push([name, '']);
    }
  }
  const { auths: _auths, credHelpers: _helpers, ...others } = config;
  return {
    ...others,
    auths: Object.fromEntries(auths),
    ...(helpers.length > 0 && { credHelpers: Object.fromEntries(helpers) }),
  };
}

/** Adds folders where the client looks for plugins, so that none needs to be copied. */
export function withPluginFolders(config: DockerConfig, folders: readonly string[]): DockerConfig {
  const known = config['cliPluginsExtraDirs'];
  const all = new Set([...(Array.isArray(known) ? known : []), ...folders]);
  return all.size === 0 ? config : { ...config, cliPluginsExtraDirs: [...all] };
}

/** What of the machine's configuration makes sense inside a container: proxies, not programs and folders. */
export function containerBase(config: DockerConfig): DockerConfig {
  const { proxies, HttpHeaders } = config;
  return {
    ...defined({ proxies, HttpHeaders }),
  };
}

function authEntry(credential: Credential): Readonly<Record<string, string>> {
  switch (credential.kind) {
    case 'password':
      return { auth: basicValue(credential.username, credential.password) };
    case 'identity-token':
      return {
        auth: basicValue('00000000-0000-0000-0000-000000000000', ''),
        identitytoken: credential.token,
      };
    case 'registry-token':
      return { registrytoken: credential.token };
  }
}
