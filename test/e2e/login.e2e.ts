import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newImage, removeImages } from './image-job.ts';
import { createLoginJob, type LoginJob, modesBelow } from './login-step.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { createAuthority } from './setup/authority.ts';
import { run } from './setup/command.ts';
import { type Fault, startFaultyProxy } from './setup/faulty-proxy.ts';
import { nameAddress, ownAddress } from './setup/hosts.ts';
import { startRegistry } from './setup/registry.ts';
import { startTokenServer } from './setup/token-server.ts';

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['login']);
});
afterAll(() => actions.remove());

const cleanups: (() => unknown)[] = [];
const later = <T>(cleanup: T & (() => unknown)): void => {
  cleanups.push(cleanup);
};
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const newJob = (files?: Readonly<Record<string, string>>): LoginJob => {
  const job = createLoginJob(actions.folder, files);
  later(job.remove);
  return job;
};
const users = { bob: 'pass:word 1' };
const bob = { username: 'bob', password: 'pass:word 1' };
const registry = async (options: Parameters<typeof startRegistry>[0] = { htpasswd: users }) => {
  const started = await startRegistry(options);
  later(started.stop);
  return started;
};
const nodeOnly = (job: LoginJob): { readonly PATH: string } => {
  const bin = join(job.home, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec ${process.execPath} "$@"\n`, { mode: 0o755 });
  return { PATH: `${bin}:/nowhere` };
};

describe('a registry with passwords', () => {
  test('after the login Docker pushes, pulls and builds from it; nothing secret is left or shown', async () => {
    const { host } = await registry();
    const image = await newImage();
    const name = `${host}/team/app:1`;
    later(() => removeImages(image, name));
    const job = newJob({ Dockerfile: `FROM ${name}\nLABEL a=b\n` });
    expect((await job.docker('tag', image, name)).code).toBe(0);
    expect((await job.docker('push', name)).output).toContain('no basic auth credentials');

    const watch = watchArguments();
    const { code, log, last, registries, outputs, output } = await job.login({
      registry: host,
      ...bob,
    });
    const seen = watch.stop();
    expect(last).toBe(`Logged in to ${host} as bob.`);
    expect(code).toBe(0);
    expect(registries).toEqual([{ host, account: 'bob', state: 'logged-in' }]);
    expect(outputs['docker-config']).toBe(job.env()['DOCKER_CONFIG']);
    const secret = Buffer.from('bob:pass:word 1').toString('base64');
    expect(output).toContain('::add-mask::pass:word 1\n');
    expect(output).toContain(`::add-mask::${secret}\n`);
    for (const text of ['pass:word 1', secret]) {
      expect(log).not.toContain(text);
      expect(seen).not.toContain(text);
    }
    expect(modesBelow(job.workspace)).toEqual({ Dockerfile: '644' });
    expect(modesBelow(job.home)).toEqual({});
    const [folder = ''] = Object.keys(modesBelow(job.temp));
    expect(modesBelow(job.temp)).toEqual({
      [folder]: '700',
      [`${folder}docker/`]: '700',
      [`${folder}docker/config.json`]: '600',
      [`${folder}docker-container/`]: '700',
      [`${folder}docker-container/config.json`]: '600',
    });

    const pushed = await job.docker('push', name);
    expect(pushed.code, pushed.output).toBe(0);
    const digest = /digest: (sha256:[0-9a-f]+)/.exec(pushed.output)?.[1];
    const pulled = await job.docker('pull', `${host}/team/app@${digest}`);
    expect(pulled.code, pulled.output).toBe(0);
    await removeImages(name);
    const built = await job.docker('build', '-q', '.');
    expect(built.code, built.output).toBe(0);
    later(() => removeImages(built.output.trim()));
  });

  test('a wrong password', async () => {
    const { host } = await registry();
    const { code, log } = await newJob().login({
      registry: host,
      username: 'bob',
      password: 'wrong',
    });
    expect(code).toBe(1);
    expect(log).toBe(
      `::error title=transship login::Login as bob to ${host} failed. ${host} returned HTTP 401 (authentication required).%0ACheck user name and password in the registry itself, and that the account can log in there.`,
    );
  });

  test('two logins in two steps are both there for the third', async () => {
    const [one, two] = [await registry(), await registry()];
    const job = newJob();
    await job.login({ registry: one.host, ...bob });
    const folder = job.env()['DOCKER_CONFIG'];
    await job.login({ registry: two.host, ...bob });
    expect(job.env()['DOCKER_CONFIG']).toBe(folder);
    const config = JSON.parse(readFileSync(join(folder ?? '', 'config.json'), 'utf8'));
    expect(Object.keys(config.auths)).toEqual([one.host, two.host]);
  });
});

describe('a registry with a token server', () => {
  test('at another port of this machine, once it is named: login, push and pull', async () => {
    const token = await startTokenServer({ users });
    later(token.stop);
    const { host } = await registry({ token });
    const image = await newImage();
    const name = `${host}/team/app:1`;
    later(() => removeImages(image, name));
    const job = newJob();
    const refused = await newJob().login({ registry: host, ...bob });
    expect(refused.code).toBe(1);
    expect(refused.log).toContain('asks for the credential at');
    const realm = new URL(token.realm).host;
    const { last } = await job.login({ registry: host, realm, ...bob });
    expect(last).toBe(`Logged in to ${host} as bob.`);
    await job.docker('tag', image, name);
    const pushed = await job.docker('push', name);
    expect(pushed.code, pushed.output).toBe(0);
  });

  test('whose tokens have expired when they come', async () => {
    const token = await startTokenServer({ users, lifetime: -60 });
    later(token.stop);
    const { host } = await registry({ token });
    const realm = new URL(token.realm).host;
    const { code, log } = await newJob().login({ registry: host, realm, ...bob });
    expect(code).toBe(1);
    expect(log).toContain(`Login as bob to ${host} failed. ${host} returned HTTP 401`);
  });

  test('in another domain gets nothing until the user names it', async () => {
    const authority = await createAuthority();
    later(authority.remove);
    const addresses = [ownAddress(), ownAddress()] as const;
    later(await nameAddress('registry.login-a.test', addresses[0]));
    later(await nameAddress('tokens.login-b.test', addresses[1]));
    const token = await startTokenServer({
      users,
      tls: await authority.issue(['tokens.login-b.test']),
      address: addresses[1],
      name: 'tokens.login-b.test',
    });
    later(token.stop);
    const { host } = await registry({
      token,
      tls: await authority.issue(['registry.login-a.test']),
      address: addresses[0],
      name: 'registry.login-a.test',
    });
    const realm = new URL(token.realm).host;
    const env = { NODE_EXTRA_CA_CERTS: authority.ca };
    const refused = await newJob().login({ registry: host, ...bob }, env);
    expect(refused.code).toBe(1);
    expect(refused.log).toContain(
      `${host} asks for the credential at https://${realm}, which is another host. It was not sent.%0AIf ${realm} is the token server of your registry, allow it: \`realm: ${realm}\``,
    );
    expect(token.requests()).toEqual([]);
    const named = await newJob().login({ registry: host, ...bob, realm }, env);
    expect(named.last).toBe(`Logged in to ${host} as bob.`);
    expect(token.requests()).toHaveLength(1);
  });
});

describe('TLS', () => {
  test('with an own authority: unknown, known to Docker, known to Node', async () => {
    const authority = await createAuthority();
    later(authority.remove);
    const address = ownAddress();
    later(await nameAddress('registry.login-c.test', address));
    const { host } = await registry({
      htpasswd: users,
      tls: await authority.issue(['registry.login-c.test']),
      address,
      name: 'registry.login-c.test',
    });
    const job = newJob();
    const unknown = await job.login({ registry: host, ...bob }, nodeOnly(job));
    expect(unknown.code).toBe(1);
    expect(unknown.log).toContain(
      `Login as bob to ${host} failed. The certificate of ${host} is not trusted (`,
    );
    expect(unknown.log).toContain('NODE_EXTRA_CA_CERTS');

    // The engine treats a name of this machine as it treats any insecure registry; it is asked, not second-guessed.
    const byEngine = newJob();
    const asked = await byEngine.login({ registry: host, ...bob });
    expect(asked.last).toBe(`Logged in to ${host} as bob.`);
    expect(Object.keys(modesBelow(byEngine.temp)).some((path) => path.includes('verify'))).toBe(
      false,
    );

    const byNode = await newJob().login(
      { registry: host, ...bob },
      { NODE_EXTRA_CA_CERTS: authority.ca },
    );
    expect(byNode.last).toBe(`Logged in to ${host} as bob.`);

    const other = newJob();
    const folder = join(other.home, '.docker/certs.d', host);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'ca.crt'), readFileSync(authority.ca));
    const byDocker = await other.login({ registry: host, ...bob }, nodeOnly(other));
    expect(byDocker.last).toBe(`Logged in to ${host} as bob.`);
  });

  test('on this machine is found without a scheme, too', async () => {
    const authority = await createAuthority();
    later(authority.remove);
    const { host } = await registry({ htpasswd: users, tls: await authority.issue(['127.0.0.1']) });
    const { last } = await newJob().login(
      { registry: host, ...bob },
      { NODE_EXTRA_CA_CERTS: authority.ca },
    );
    expect(last).toBe(`Logged in to ${host} as bob.`);
  });

  test('that is missing is not replaced by plain http, unless the user wrote that', async () => {
    const address = ownAddress();
    later(await nameAddress('registry.login-d.test', address));
    const { host, log: seen } = await registry({
      htpasswd: users,
      address,
      name: 'registry.login-d.test',
    });
    const refused = await newJob().login({ registry: host, ...bob });
    expect(refused.code).toBe(1);
    expect(refused.log).toContain(
      `${host} does not speak TLS (EPROTO).%0AA registry without TLS is only used if its address begins with \`http://\`.`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
    );
    expect(seen()).not.toContain('Authorization');
    const named = await newJob().login({ registry: `http://${host}`, ...bob });
    expect(named.last).toBe(`Logged in to ${host} as bob.`);
  });
});

describe('a registry in trouble', () => {
  const inFront = async (fault: Parameters<typeof startFaultyProxy>[0]['fault']) => {
    const { url } = await registry();
    const proxy = await startFaultyProxy({ upstream: url, fault });
    later(proxy.stop);
    return proxy;
  };

  const passing: readonly (readonly [string, (count: number) => Fault | undefined])[] = [
    ['503, twice', (count: number) => (count < 3 ? { kind: 'answer', status: 503 } : undefined)],
    [
      '429 with Retry-After',
      (count: number) =>
        count === 2 ? { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } : undefined,
    ],
    [
      'cut connections',
      (count: number) => (count === 2 || count === 3 ? { kind: 'cut', after: 0 } : undefined),
    ],
    ['slow answers', () => ({ kind: 'slow', delay: 300 })],
  ];
  test.each(passing)('%s: is logged in to', async (_what, fault) => {
    const proxy = await inFront(({ count }) => fault(count));
    const { last, code } = await newJob().login({ registry: proxy.host, ...bob });
    expect(last).toBe(`Logged in to ${proxy.host} as bob.`);
    expect(code).toBe(0);
  });

  test.each([
    [
      'a storm of 503',
      { kind: 'answer', status: 503 },
      'has a server error (HTTP 503); it did not end within `timeout`.',
    ],
    [
      'a storm of 429',
      { kind: 'answer', status: 429, headers: { 'retry-after': '30' } },
      'limits the rate (HTTP 429) and asks to wait (Retry-After: 30), longer than this step may take.',
    ],
    ['cut connections without end', { kind: 'cut', after: 0 }, 'cut the connection (ECONNRESET).'],
    ['answers that never come', { kind: 'slow', delay: 60_000 }, 'no answer from'],
  ] as const)('%s: ends within its budget, with the reason', async (_what, fault, message) => {
    const proxy = await inFront(({ headers }) =>
      headers.authorization === undefined ? undefined : fault,
    );
    const start = Date.now();
    const { log, code } = await newJob().login({ registry: proxy.host, ...bob, timeout: '3' });
    expect(code).toBe(1);
    expect(log.toLowerCase()).toContain(message.toLowerCase());
    expect(Date.now() - start).toBeLessThan(20_000);
  });

  test('401 and 403 are asked once', async () => {
    for (const status of [401, 403]) {
      const proxy = await inFront(({ headers }) =>
        headers.authorization === undefined ? undefined : { kind: 'answer', status },
      );
      const { code, log } = await newJob().login({ registry: proxy.host, ...bob });
      expect(code).toBe(1);
      expect(log).toContain(`returned HTTP ${status}.`);
      expect(
        proxy.requests().filter(({ headers }) => headers.authorization !== undefined),
      ).toHaveLength(1);
    }
  });

  test('a redirect to another host gets no credential', async () => {
    const evil = await startFaultyProxy({
      upstream: 'http://127.0.0.1:1',
      fault: () => ({ kind: 'answer', status: 200 }),
    });
    later(evil.stop);
    const proxy = await inFront(() => ({
      kind: 'answer',
      status: 307,
      headers: { location: `${evil.url.replace('127.0.0.1', 'localhost')}/v2/` },
    }));
    const { code, log } = await newJob().login({ registry: proxy.host, ...bob });
    expect(code).toBe(1);
    expect(log).toContain('The credential was not sent there.');
    expect(evil.requests()).toEqual([]);
  });
});

describe("the machine's own configuration", () => {
  const helper = `#!/bin/sh
case $1 in
  get) read -r host; [ "$host" = other.login.test ] && echo '{"ServerURL":"other.login.test","Username":"kept","Secret":"kept-secret"}' && exit 0
       echo '{"ServerURL":"x","Username":"stale","Secret":"stale"}' ;;
  list) echo '{"other.login.test":"kept"}' ;;
esac
`;
  const withMachineConfig = async (config: (host: string) => object) => {
    const { host } = await registry();
    const job = newJob();
    const write = (path: string, text: string, mode = 0o644): void => {
      mkdirSync(dirname(join(job.home, path)), { recursive: true });
      writeFileSync(join(job.home, path), text);
      chmodSync(join(job.home, path), mode);
    };
    write('bin/docker-credential-login-test', helper, 0o755);
    write('.docker/config.json', JSON.stringify(config(host)));
    write(
      '.docker/cli-plugins/docker-logintest',
      `#!/bin/sh\n[ "$1" = docker-cli-plugin-metadata ] && echo '{"SchemaVersion":"0.1.0","Vendor":"x"}' && exit\necho the plugin\n`,
      0o755,
    );
    const before = modesBelow(job.home);
    const PATH = `${job.home}/bin:${process.env['PATH']}`;
    const { last } = await job.login({ registry: host, ...bob }, { PATH });
    const docker = (client: string, ...args: readonly string[]) =>
      run(client, args, { env: { ...job.env(), PATH }, check: false, cwd: job.workspace });
    return { host, job, last, docker, before };
  };
  const clients = ['/usr/bin/docker', '/usr/local/bin/docker'];

  test.each([
    ['a store', () => ({ credsStore: 'login-test' })],
    [
      'a helper for the host',
      (host: string) => ({
        credHelpers: { [host]: 'login-test', 'other.login.test': 'login-test' },
      }),
    ],
    [
      'a stale entry',
      (host: string) => ({
        auths: {
          [`http://${host}/v1/`]: { auth: 'c3RhbGU6c3RhbGU=' },
          [host]: { auth: 'c3RhbGU6c3RhbGU=' },
        },
      }),
    ],
  ])(
    '%s does not hide our credential, from any client; it is not touched',
    async (_what, config) => {
      const { host, job, last, docker, before } = await withMachineConfig(config);
      expect(last).toBe(`Logged in to ${host} as bob.`);
      expect(modesBelow(job.home)).toEqual(before);
      expect(JSON.parse(readFileSync(join(job.home, '.docker/config.json'), 'utf8'))).toEqual(
        config(host),
      );
      const image = await newImage();
      later(() => removeImages(image));
      for (const [index, client] of clients.entries()) {
        const name = `${host}/team/app:${index}`;
        later(() => removeImages(name));
        await docker(client, 'tag', image, name);
        const pushed = await docker(client, 'push', name);
        expect(pushed.code, pushed.output).toBe(0);
        await removeImages(name);
        writeFileSync(join(job.workspace, 'Dockerfile'), `FROM ${name}\nLABEL a=b\n`);
        const built = await docker(client, 'build', '-q', '.');
        expect(built.code, `${client} build: ${built.output}`).toBe(0);
        later(() => removeImages(built.stdout.trim()));
        const plugin = await docker(client, 'logintest');
        expect(plugin.output, client).toContain('the plugin');
      }
    },
  );
});

describe('on the machine', () => {
  test('a plain login loads none of the large files of the bundle, where the libraries of Amazon and Google are', async () => {
    const project = new URL('../..', import.meta.url).pathname;
    const folder = mkdtempSync(join(tmpdir(), 'transship-bundle-'));
    later(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(project, 'actions'), join(folder, 'actions'), { recursive: true });
    cpSync(join(project, 'dist'), join(folder, 'dist'), { recursive: true });
    const shared = join(folder, 'dist/shared');
    const large = readdirSync(shared).filter((file) => statSync(join(shared, file)).size > 100_000);
    expect(large.length).toBeGreaterThan(3);
    for (const file of large) rmSync(join(shared, file));
    const { host } = await registry();
    const job = createLoginJob(folder);
    later(job.remove);
    const { last } = await job.login({
      integrations: '- integrationName: a\n  type: private docker registry\n',
      credentials: `A_INTEGRATION_URL=${host}\nA_INTEGRATION_USERNAME=bob\nA_INTEGRATION_PASSWORD=pass:word 1`,
    });
    expect(last).toBe(`Logged in to ${host} as bob (a).`);
  });

  test('a full disk', async () => {
    const { host } = await registry();
    const job = newJob();
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', job.temp]);
    later(() => run('umount', [job.temp]));
    writeFileSync(join(job.temp, 'full'), 'x'.repeat(4096));
    const { code, log } = await job.login({ registry: host, ...bob });
    expect(code).toBe(1);
    expect(log).toMatch(
      /^::error title=transship login::There is no space left on the disk: .*\(ENOSPC\)\.%0AFree up space before this step/,
    );
    expect(log).not.toContain('bug in transship');
  });

  test('a login needs no Docker', async () => {
    const { host } = await registry();
    const job = newJob();
    const { last } = await job.login({ registry: host, ...bob }, nodeOnly(job));
    expect(last).toBe(`Logged in to ${host} as bob.`);
  });

  test('in a job container, the Node that the runner brings along', async () => {
    const { host } = await registry();
    const { output } = await run('docker', [
      'run',
      '--rm',
      ...['--network', 'host'],
      ...[
        '-v',
        `${actions.folder}:/action:ro`,
        '-v',
        `${process.execPath}:/__e/node20/bin/node:ro`,
      ],
      ...['-e', 'RUNNER_TEMP=/tmp', '-e', `INPUT_REGISTRY=${host}`, '-e', 'INPUT_USERNAME=bob'],
      ...['-e', 'INPUT_PASSWORD=pass:word 1', 'transship.test/debian:12'],
      ...['sh', '/action/actions/login/../launch.sh', 'login'],
    ]);
    expect(output.trim().split('\n').at(-1)).toBe(`Logged in to ${host} as bob.`);
  });

  test('a small container without Node is told how to get one', async () => {
    const { output } = await run(
      'docker',
      [
        'run',
        '--rm',
        '-v',
        `${actions.folder}:/action:ro`,
        'transship.test/busybox:1',
        'sh',
        '/action/actions/login/../launch.sh',
        'login',
      ],
      { check: false },
    );
    expect(output).toContain(
      '::error title=transship login::No Node.js of version 20.12 or newer was found',
    );
  });
});

test('a pull request that changes shippable.yml moves no credential to another host', async () => {
  const { host } = await registry();
  const evil = await startFaultyProxy({
    upstream: 'http://127.0.0.1:1',
    fault: () => ({ kind: 'answer', status: 200 }),
  });
  later(evil.stop);
  const job = newJob({
    'shippable.yml': `integrations:
  hub:
    - integrationName: corp
      type: private docker registry
      url: ${evil.url}
      registry: ${evil.host}
      region: ${evil.host}
`,
  });
  const { last } = await job.login(
    { config: 'shippable.yml' },
    {
      CORP_INTEGRATION_URL: host,
      CORP_INTEGRATION_USERNAME: 'bob',
      CORP_INTEGRATION_PASSWORD: 'pass:word 1',
    },
  );
  expect(last).toBe(`Logged in to ${host} as bob (corp).`);
  expect(evil.requests()).toEqual([]);
});
