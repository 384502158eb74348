// The certificates that the machine trusts for a registry, found where the Docker engine finds them.
// Loaded only after a certificate that Node does not know.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { defined } from '../../ground/defined.ts';
import type { Environment } from '../host.ts';
import type { Trust } from './trust.ts';

/** Go's list of bundles (crypto/x509/root_linux.go, root_bsd.go). */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Undefined where the machine knows nothing that Node does not. */
export function machineTrust(host: string, env: Environment): Trust | undefined {
  const ca: string[] = [];
  let cert: string | undefined;
  let key: string | undefined;
  // https://docs.docker.com/engine/security/certificates/
  for (const folder of certificateFolders(env)) {
    const registryFolder = path.join(folder, host);
    for (const name of list(registryFolder)) {
      const text = read(path.join(registryFolder, name));
      if (text === undefined) continue;
      if (name.endsWith('.crt')) ca.push(text);
      const keyText = read(path.join(registryFolder, name.replace(/\.cert$/, '.key')));
      if (name.endsWith('.cert') && keyText !== undefined) [cert, key] = [text, keyText];
    }
  }
  const bundle = [env['SSL_CERT_FILE'], ...systemBundles]
    .filter((file) => file !== undefined && file !== '')
    .map(read)
    .find((text) => text !== undefined);
  if (bundle !== undefined) ca.push(bundle);
  ca.push(...systemStore());
  if (ca.length === 0 && cert === undefined) return undefined;
  return {
    ...(ca.length > 0 && { ca: [...tls.rootCertificates, ...ca] }),
    ...defined({ cert, key }),
  };
}

function certificateFolders(env: Environment): readonly string[] {
  const home = env['HOME'] || os.homedir();
  const config = env['DOCKER_CONFIG'] || path.join(home, '.docker');
  return [
    '/etc/docker/certs.d',
    path.join(home, '.config/docker/certs.d'),
    path.join(config, 'certs.d'),
  ];
}

/** The store of Windows and macOS, by a function that newer Node versions have. */
function systemStore(): readonly string[] {
  const getCACertificates: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof getCACertificates === 'function' ? (getCACertificates('system') as string[]) : [];
}

function read(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function list(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).sort();
  } catch {
    return [];
  }
}
