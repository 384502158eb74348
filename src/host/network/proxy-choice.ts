// Which proxy a request goes through, as curl, Go and Docker read the environment.

import type { Environment } from '../host.ts';

/** The proxy's URL, or undefined for a direct connection. */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const value = (name: string): string => env[name.toLowerCase()] || env[name.toUpperCase()] || '';
  const proxy =
    value(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') || value('all_proxy');
  if (proxy === '' || bypasses(url, value('no_proxy'))) return undefined;
  try {
    return new URL(proxy.includes('://') ? proxy : `http://${proxy}`);
  } catch {
    return undefined;
  }
}

/** NO_PROXY: names with their subdomains (`.x` and `*.x` alike), addresses, IPv4 ranges, each with an optional port; `*` is all. */
function bypasses(url: URL, noProxy: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || host === '::1' || /^127\./.test(host)) return true;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', wantedPort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      if (wantedPort !== undefined && /^[^:]*$/.test(name) && wantedPort !== port) return false;
      if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(name)) return inRange(host, name);
      const domain = name.replace(/^\*?\./, '');
      return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(domain));
    });
}

function inRange(host: string, range: string): boolean {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(host)) return false;
  const [network = '', bits = '32'] = range.split('/');
  const shift = 2 ** (32 - Number(bits));
  return Math.floor(toNumber(host) / shift) === Math.floor(toNumber(network) / shift);
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
