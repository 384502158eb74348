// Where a registry is reached, and to whom a credential for it may be sent.

import { defined, filled } from '../../ground/defined.ts';
import { dockerHub, normalizeRegistry } from '../../image/reference.ts';
import { registryOfHost } from '../../integration/registries.ts';

export type RegistryAddress = {
  /** As in image names: `docker.io`, `quay.io`, `localhost:5000`. */
  readonly host: string;
  /** Only where the user wrote it. */
  readonly scheme?: 'http' | 'https';
  /** Other hosts that the user trusts with the credential, as token servers. */
  readonly realms?: readonly string[];
};

/** From any way in which a registry is written. Undefined: no host. */
export function parseAddress(
  text: string,
  realms: readonly string[] = [],
): RegistryAddress | undefined {
  const host = normalizeRegistry(text);
  const scheme = /^\s*(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (!isHost(host)) return undefined;
  return {
    host,
    // `http` and `https` are all that the pattern lets through.
    ...(scheme !== undefined && { scheme: scheme as 'http' | 'https' }),
    ...defined({ realms: filled(realms) }),
  };
}

/** A name, IPv4 or bracketed IPv6 address with an optional port, and nothing that would change what a URL means. */
function isHost(host: string): boolean {
  const match = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/.exec(host);
  if (match === null) return false;
  const port = Number(match[1] ?? 443);
  // `1.2.3.999` has the characters of a host and is none.
  return port >= 1 && port <= 65_535 && URL.canParse(`https://${host}`);
}

/**
 * Base URLs to try, the first that answers counts. Plain http only where the user wrote it, or on this very machine,
 * where Docker uses it too.
 */
export function baseUrls({ host, scheme }: RegistryAddress): readonly string[] {
  if (host === dockerHub) return ['https://registry-1.docker.io'];
  if (scheme !== undefined) return [`${scheme}://${host}`];
  return isLoopback(host) ? [`http://${host}`, `https://${host}`] : [`https://${host}`];
}

/**
 * Whether a credential for the registry may go to a token server: the registry's own host and port, another port of it or
 * a host above or below it in the same domain by TLS (who owns `example.com` owns `registry.example.com` anyway), the
 * vendor's, or one that the user named. On this machine every port may be anybody's, so that another one has to be named.
 * Never to plain http, unless the user named that for the registry, or it is this machine.
 */
export function mayReceiveCredential(address: RegistryAddress, realm: URL): boolean {
  const registry = hostName(address.host);
  const server = realm.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const samePlace = registry === server && mayBeAtPort(address, realm);
  const named = (address.realms ?? []).some((text) => {
    const host = text
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, '');
    return host === realm.host.toLowerCase() || host === server;
  });
  if (realm.protocol === 'http:') {
    const plainAllowed = address.scheme === 'http' || isLoopback(registry);
    return plainAllowed && (samePlace || named);
  }
  if (realm.protocol !== 'https:') return false;
  if (samePlace || named) return true;
  if (isLoopback(server)) return false;
  if (registry === server) return true;
  const { pattern, tokenServer } = registryOfHost(registry);
  if (pattern !== undefined && tokenServer !== undefined) {
    if (registry.replace(pattern, tokenServer) === server) return true;
  }
  return isWithin(registry, server) || isWithin(server, registry);
}

/** Whether the realm's port is the registry's own: the one that is written, or that of a scheme by which it is reached. */
function mayBeAtPort({ host, scheme }: RegistryAddress, realm: URL): boolean {
  const written = /:(\d+)$/.exec(host)?.[1];
  const port = realm.port || defaultPort(realm.protocol);
  if (written !== undefined) return Number(written) === Number(port);
  return (scheme === undefined ? ['http:', 'https:'] : [`${scheme}:`])
    .map(defaultPort)
    .includes(port);
}

const defaultPort = (protocol: string): string => (protocol === 'http:' ? '80' : '443');

/** `a.example.com` is within `example.com`; nothing is within a name of one label, or an address. */
function isWithin(name: string, domain: string): boolean {
  return domain.includes('.') && !/^[\d.]+$/.test(domain) && name.endsWith(`.${domain}`);
}

export function isLoopback(host: string): boolean {
  const name = hostName(host);
  return name === 'localhost' || name === '::1' || /^127(\.\d+){3}$/.test(name);
}

function hostName(host: string): string {
  return (
    host
      // An address of IPv6 has a port only behind its brackets.
      .replace(/^([^:]*|\[.*\]):\d+$/, '$1')
      .replace(/^\[|\]$/g, '')
      .toLowerCase()
  );
}
