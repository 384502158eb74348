/** Proxies that the machine's docker client is set up for. */

import { clientConfig, dockerConfigFolder } from '../../docker/client-config.ts';
import { objectOf } from '../../ground/json.ts';
import type { Host } from '../../host/host.ts';

/**
 * The variables that the docker client gives every container, by the `proxies` of its configuration. They are kept out of
 * the container's settings, and so out of a committed image: a proxy's address may hold a password.
 */
export function clientProxies(host: Host, engineUrl: string): Readonly<Record<string, string>> {
  // The client itself says what is wrong with its file.
  const { proxies } = clientConfig(host, dockerConfigFolder(host));
  const all = objectOf(proxies);
  const own = objectOf(all[engineUrl] ?? all['default']);
  return Object.fromEntries(
    ['http', 'https', 'ftp', 'all', 'no'].flatMap((kind) => {
      const value = own[`${kind}Proxy`];
      if (typeof value !== 'string' || value === '') return [];
      return [`${kind}_proxy`, `${kind.toUpperCase()}_PROXY`].map((name) => [name, value]);
    }),
  );
}
