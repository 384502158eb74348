// The credential that the docker client would send to a registry, found where the client finds it.
// https://github.com/docker/cli/blob/master/cli/config/configfile/file.go

import { isObject, parseObject } from '../ground/json.ts';
import type { Host } from '../host/host.ts';
import { dockerConfigKey, normalizeRegistry } from '../image/reference.ts';
import { parseDockercfg } from '../registry/docker-config/dockercfg.ts';
import type { Credential } from '../registry/protocol/credential.ts';
import { clientConfig } from './client-config.ts';

/**
 * The credential for a registry; undefined where there is none.
 *
 * @param folder the client's configuration folder
 * @param registry host as in image names
 */
export async function clientCredential(
  host: Host,
  folder: string,
  registry: string,
): Promise<Credential | undefined> {
  const config = clientConfig(host, folder);
  const key = dockerConfigKey(registry);
  const helpers = config['credHelpers'];
  const named = isObject(helpers) ? helpers[key] : undefined;
  // An entry for the host counts even if it is empty: the file itself is meant then.
  const helper = named === undefined ? config['credsStore'] : named;
  if (typeof helper === 'string' && helper !== '') return fromHelper(host, helper, key);
  const auths = config['auths'];
  if (!isObject(auths)) return undefined;
  const entry =
    auths[key] ?? Object.entries(auths).find(([name]) => normalizeRegistry(name) === registry)?.[1];
  return entry === undefined ? undefined : fromEntry(key, entry);
}

async function fromHelper(
  host: Host,
  helper: string,
  key: string,
): Promise<Credential | undefined> {
  const result = await host.exec(`docker-credential-${helper}`, ['get'], { stdin: key });
  if (result.kind !== 'exited' || result.exitCode !== 0) return undefined;
  const answer = parseObject(result.stdout);
  const [username, secret] = [answer?.['Username'], answer?.['Secret']];
  if (typeof username !== 'string' || typeof secret !== 'string' || secret === '') return undefined;
  // The protocol's sign for an OAuth2 refresh token.
  if (username === '<token>') return { kind: 'identity-token', token: secret };
  return { kind: 'password', username, password: secret };
}

/** One member of `auths`, read as a file of its own: what is wrong in others is no matter here. */
function fromEntry(key: string, entry: unknown): Credential | undefined {
  const parsed = parseDockercfg(JSON.stringify({ auths: { [key]: entry } }));
  return parsed.ok ? parsed.value.entries[0]?.credential : undefined;
}
