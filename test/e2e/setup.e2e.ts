import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuthority } from './setup/authority.ts';
import { startBuildkit } from './setup/buildkit.ts';
import { type CommandResult, run } from './setup/command.ts';
import { createDockerConfig } from './setup/docker-config.ts';
import { startFaultyProxy } from './setup/faulty-proxy.ts';
import { nameAddress, ownAddress, trustForEngine } from './setup/hosts.ts';
import { startRegistry } from './setup/registry.ts';
import { startTokenServer } from './setup/token-server.ts';

// What the other end-to-end tests stand on: each part is tried with Docker's own client.

const cleanups: (() => unknown)[] = [];
const later = (cleanup: () => unknown): void => {
  cleanups.push(cleanup);
};
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const client = () => {
  const config = createDockerConfig();
  later(config.remove);
  const docker = (args: readonly string[], input = ''): Promise<CommandResult> =>
    run('docker', args, { env: config.env, input, check: false });
  const login = (host: string, user: string, password: string) =>
    docker(['login', '--username', user, '--password-stdin', host], password);
  /** Tags the small image for a registry and pushes it. */
  const push = async (image: string): Promise<CommandResult> => {
    await docker(['tag', 'transship.test/busybox:1', image]);
    later(() => docker(['rmi', '--force', image]));
    return docker(['push', image]);
  };
  return { docker, login, push, env: config.env };
};

const statusOf = (url: string, ca: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { ca: readFileSync(ca) }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });

describe('base images', () => {
  it('run: busybox with sh, Debian with bash and apt', async () => {
    const { docker } = client();
    const small = await docker([
      'run',
      '--rm',
      'transship.test/busybox:1',
      'sh',
      '-c',
      'echo $PATH; id -u',
    ]);
    expect(small.output).toBe('/bin\n0\n');
    const command =
      'echo "${BASH_VERSINFO[0]}"; . /etc/os-release; echo "$VERSION_ID"; command -v apt-get';
    const large = await docker(['run', '--rm', 'transship.test/debian:12', 'bash', '-c', command]);
    expect(large.output).toBe('5\n12\n/usr/bin/apt-get\n');
  });
});

describe('startRegistry', () => {
  it('serves without protection, several side by side', async () => {
    const [one, two] = await Promise.all([startRegistry(), startRegistry()]);
    later(one.stop);
    later(two.stop);
    const { docker, push } = client();
    expect((await push(`${one.host}/team/app:1`)).code).toBe(0);
    expect((await docker(['pull', `${one.host}/team/app:1`])).code).toBe(0);
    const other = await docker(['pull', `${two.host}/team/app:1`]);
    expect(other.output).toContain('manifest unknown');
    expect(one.log()).toContain('PUT /v2/team/app/manifests/1');
  });

  it('asks for a password', async () => {
    const registry = await startRegistry({ htpasswd: { amy: 'right one' } });
    later(registry.stop);
    const { login, push } = client();
    expect((await push(`${registry.host}/app:1`)).output).toContain('no basic auth credentials');
    expect((await login(registry.host, 'amy', 'wrong one')).output).toContain('401 Unauthorized');
    expect((await login(registry.host, 'amy', 'right one')).code).toBe(0);
    expect((await push(`${registry.host}/app:1`)).code).toBe(0);
  });

  it('refuses pushes when it is read-only, and keeps its images over a restart', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'transship-storage-'));
    later(() => rmSync(storage, { recursive: true, force: true }));
    const { docker, push } = client();
    const first = await startRegistry({ storage });
    expect((await push(`${first.host}/app:1`)).code).toBe(0);
    await first.stop();
    const second = await startRegistry({ storage, port: first.port, readOnly: true });
    later(second.stop);
    expect((await docker(['pull', `${second.host}/app:1`])).code).toBe(0);
    expect((await push(`${second.host}/app:2`)).code).not.toBe(0);
  });
});

describe('startTokenServer', () => {
  it('gives tokens that the registry checks, for what a user may do', async () => {
    const token = await startTokenServer({
      users: { amy: 'a', bob: 'b' },
      grant: (user, access) =>
        access.actions.filter((action) => user === 'amy' || (user === 'bob' && action === 'pull')),
    });
    later(token.stop);
    const registry = await startRegistry({ token });
    later(registry.stop);
    const [amy, bob, nobody] = [client(), client(), client()];
    expect((await amy.login(registry.host, 'amy', 'wrong')).output).toContain('unauthorized');
    expect((await amy.login(registry.host, 'amy', 'a')).code).toBe(0);
    expect((await bob.login(registry.host, 'bob', 'b')).code).toBe(0);
    expect((await amy.push(`${registry.host}/team/app:1`)).code).toBe(0);
    expect((await bob.push(`${registry.host}/team/app:2`)).output).toContain('denied');
    expect((await bob.docker(['pull', `${registry.host}/team/app:1`])).code).toBe(0);
    expect((await nobody.docker(['pull', `${registry.host}/team/app:1`])).code).not.toBe(0);
    const access = token.requests().flatMap((request) => request.access.map((one) => one.name));
    expect(access).toContain('team/app');
  });

  it('gives expired tokens, and plays failures', async () => {
    const expired = await startTokenServer({ users: { amy: 'a' }, lifetime: -60 });
    later(expired.stop);
    const busy = await startTokenServer({
      users: { amy: 'a' },
      answer: (_, count) => (count === 1 ? { status: 503 } : undefined),
    });
    later(busy.stop);
    const [one, two] = [
      await startRegistry({ token: expired }),
      await startRegistry({ token: busy }),
    ];
    later(one.stop);
    later(two.stop);
    const { login } = client();
    expect((await login(one.host, 'amy', 'a')).code).not.toBe(0);
    expect((await login(two.host, 'amy', 'a')).output).toContain('503');
    expect((await login(two.host, 'amy', 'a')).code).toBe(0);
  });
});

describe('TLS', () => {
  it('serves a real name on port 443 under an authority of our own', async () => {
    const [name, address] = [`registry-${process.pid}.transship.test`, ownAddress()];
    later(await nameAddress(name, address));
    const authority = await createAuthority();
    later(authority.remove);
    const tls = await authority.issue([name]);
    const registry = await startRegistry({ tls, name, address, port: 443, htpasswd: { amy: 'a' } });
    later(registry.stop);
    expect(registry.host).toBe(name);
    later(trustForEngine(name, authority.ca));
    const other = await createAuthority('another authority');
    later(other.remove);
    expect(await statusOf(`${registry.url}/v2/`, authority.ca)).toBe(401);
    await expect(statusOf(`${registry.url}/v2/`, other.ca)).rejects.toThrow('certificate');
    const { login, push } = client();
    expect((await login(name, 'amy', 'a')).code).toBe(0);
    expect((await push(`${name}/app:1`)).code).toBe(0);
  });
});

describe('startBuildkit', () => {
  it('builds from and to a registry, with a cache there and a digest that is true', async () => {
    const registry = await startRegistry();
    later(registry.stop);
    const { docker, push, env } = client();
    const buildkit = await startBuildkit({ plainHttp: [registry.host], env });
    later(buildkit.stop);
    const folder = mkdtempSync(join(tmpdir(), 'transship-context-'));
    later(() => rmSync(folder, { recursive: true, force: true }));
    await push(`${registry.host}/busybox:1`);
    writeFileSync(
      join(folder, 'Dockerfile'),
      `FROM ${registry.host}/busybox:1\nRUN echo built > /made\n`,
    );
    const metadata = join(folder, 'metadata.json');
    const cache = `type=registry,ref=${registry.host}/cache:1`;
    const build = () =>
      docker([
        ...[
          'buildx',
          'build',
          '--builder',
          buildkit.builder,
          '--push',
          '--tag',
          `${registry.host}/app:1`,
        ],
        ...[
          '--cache-to',
          `${cache},mode=max`,
          '--cache-from',
          cache,
          '--metadata-file',
          metadata,
          folder,
        ],
      ]);
    const first = await build();
    expect(first.output).toContain('exporting cache');
    const digest = JSON.parse(readFileSync(metadata, 'utf8'))['containerimage.digest'];
    const made = await docker(['run', '--rm', `${registry.host}/app@${digest}`, 'cat', '/made']);
    later(() => docker(['rmi', '--force', `${registry.host}/app@${digest}`]));
    expect(made.stdout).toBe('built\n');
    expect((await build()).output).toContain('CACHED');
  });
});

describe('startFaultyProxy', () => {
  it('answers, delays, cuts, and passes the rest on', async () => {
    const registry = await startRegistry();
    later(registry.stop);
    const proxy = await startFaultyProxy({
      upstream: registry.url,
      fault: ({ path, count }) =>
        path.endsWith('/tags/list') && count === 1
          ? { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }
          : path.endsWith('/tags/list') && count === 2
            ? { kind: 'cut', after: 0 }
            : path.endsWith('/tags/list')
              ? { kind: 'slow', delay: 200 }
              : undefined,
    });
    later(proxy.stop);
    const list = `${proxy.url}/v2/app/tags/list`;
    const answer = await fetch(list);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    await expect(fetch(list)).rejects.toThrow();
    const before = Date.now();
    expect((await fetch(list)).status).toBe(404);
    expect(Date.now() - before).toBeGreaterThanOrEqual(190);
    expect(proxy.requests().map((request) => request.count)).toEqual([1, 2, 3]);
    const { push } = client();
    expect((await push(`${proxy.host}/app:1`)).code).toBe(0);
    expect((await (await fetch(list)).json()) as unknown).toEqual({ name: 'app', tags: ['1'] });
  });
});
