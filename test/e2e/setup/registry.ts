import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Certificate } from './authority.ts';
import { run } from './command.ts';
import { startService } from './service.ts';
import type { TokenServer } from './token-server.ts';

export type RegistryOptions = {
  /** Of the registry software: Debian's 2, unless told, or today's 3. */
  readonly version?: 2 | 3;
  /** Basic authentication: user names and passwords. */
  readonly htpasswd?: Readonly<Record<string, string>>;
  /** Token authentication by this server. */
  readonly token?: TokenServer;
  readonly tls?: Certificate;
  /** Address to listen on, 127.0.0.1 unless told (any 127.x.y.z will do), and the name that clients use for it. */
  readonly address?: string;
  readonly name?: string;
  /** Port; a free one unless told. */
  readonly port?: number;
  /** A folder to keep the images in, for a registry that comes back; a new one, removed by `stop`, unless told. */
  readonly storage?: string;
  /** Refuse pushes, as a registry in maintenance does. */
  readonly readOnly?: boolean;
};

export type Registry = {
  /** Name (or address) and port, as the first part of an image's name. The port is left out where it is 443. */
  readonly host: string;
  readonly url: string;
  readonly port: number;
  /** The registry's log so far, its access log included. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

const authentication = async (folder: string, options: RegistryOptions): Promise<object> => {
  if (options.token !== undefined) {
    const { realm, service, issuer, certificate } = options.token;
    return { auth: { token: { realm, service, issuer, rootcertbundle: certificate } } };
  }
  if (options.htpasswd === undefined) return {};
  const path = join(folder, 'htpasswd');
  const lines: string[] = [];
  for (const [user, password] of Object.entries(options.htpasswd)) {
    // Cost 5: the least that bcrypt has; every request of a test pays for it.
    const { stdout } = await run('htpasswd', ['-niB', '-C', '5', user], { input: `${password}\n` });
    lines.push(stdout.trim());
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
  return { auth: { htpasswd: { realm: 'transship-test', path } } };
};

/** Starts a registry on loopback, with the protection that the options say; none unless told. */
export const startRegistry = async (options: RegistryOptions = {}): Promise<Registry> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-registry-'));
  const address = options.address ?? '127.0.0.1';
  const tls =
    options.tls === undefined
      ? {}
      : { tls: { certificate: options.tls.certificate, key: options.tls.key } };
  const maintenance =
    options.readOnly === true ? { maintenance: { readonly: { enabled: true } } } : {};
  const configuration = {
    version: '0.1',
    log: { level: 'info', formatter: 'text' },
    storage: {
      filesystem: { rootdirectory: options.storage ?? join(folder, 'data') },
      delete: { enabled: true },
      ...maintenance,
    },
    http: {
      addr: `${address}:${options.port ?? 0}`,
      secret: 'transship-test',
      headers: { 'X-Content-Type-Options': ['nosniff'] },
      ...tls,
    },
    ...(await authentication(folder, options)),
  };
  const path = join(folder, 'config.yml');
  writeFileSync(path, stringify(configuration));
  const program = options.version === 3 ? 'registry3' : 'docker-registry';
  const service = await startService(program, ['serve', path], {
    ready: /listening on [^"]*?:(\d+)(?:, tls)?"/,
  });
  const port = Number(service.match[1]);
  const name = options.name ?? address;
  const host = port === 443 && options.tls !== undefined ? name : `${name}:${port}`;
  return {
    host,
    url: `${options.tls === undefined ? 'http' : 'https'}://${host}`,
    port,
    log: service.log,
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
