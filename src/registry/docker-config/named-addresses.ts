// What a user said about a registry at login and a later step has to know, too: that it has no TLS, that its token server
// is elsewhere. An image name can't say it.

import { defined, filled } from '../../ground/defined.ts';
import { isObject, parseObject } from '../../ground/json.ts';
import type { Environment, Host } from '../../host/host.ts';
import { parseAddress, type RegistryAddress } from '../protocol/address.ts';

/** JSON, `{"host": {"scheme": "http", "realms": ["auth.example.com"]}}`; no secrets. */
const variable = 'TRANSSHIP_REGISTRIES';

/** Tells later steps of the job about addresses that need more than their host. */
export function exportAddresses(host: Host, addresses: readonly RegistryAddress[]): void {
  const special = addresses.filter(
    ({ scheme, realms }) => scheme === 'http' || realms !== undefined,
  );
  if (special.length === 0) return;
  const all = { ...parseObject(host.env[variable] ?? '') };
  for (const { host: name, ...rest } of special) all[name] = rest;
  host.exportVariable(variable, JSON.stringify(all));
}

/** The same outside for somebody who names the token server of a registry. */
export const withRealm = (host: Host, registry: string, realm: string): Host => ({
  ...host,
  env: { ...host.env, [variable]: JSON.stringify({ [registry]: { realms: [realm] } }) },
});

/** The address of a registry as it stands in an image name, with what an earlier login said about it. */
export function addressOf(env: Environment, registry: string): RegistryAddress | undefined {
  const address = parseAddress(registry);
  const known = address && parseObject(env[variable] ?? '')?.[address.host];
  if (address === undefined || !isObject(known)) return address;
  const { scheme, realms } = known;
  const hosts = Array.isArray(realms) ? realms.filter((realm) => typeof realm === 'string') : [];
  return {
    ...address,
    ...(scheme === 'http' && { scheme }),
    ...defined({ realms: filled(hosts) }),
  };
}
