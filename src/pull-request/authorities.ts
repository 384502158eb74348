// Whom git trusts where the program has been told of more than the machine knows: one setting is enough for both.

import { rootCertificates } from 'node:tls';
import type { Host } from '../host/host.ts';
import { machineTrust } from '../host/network/machine-trust.ts';

/**
 * Writes what Node, the machine and NODE_EXTRA_CA_CERTS trust to one file for git. Undefined where there is no such variable,
 * or where GIT_SSL_CAINFO decides.
 * @param file absolute path of the file to write
 */
export function writeAuthorities(host: Host, url: string, file: string): string | undefined {
  const { NODE_EXTRA_CA_CERTS: named, GIT_SSL_CAINFO: own } = host.env;
  const extra = named && !own ? host.files.read(named) : undefined;
  if (extra === undefined) return undefined;
  const known = machineTrust(new URL(url).host, host.env)?.ca ?? rootCertificates;
  host.files.write(file, `${[...known, extra].join('\n')}\n`);
  return file;
}
