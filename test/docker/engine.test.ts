import { expect, test } from 'vitest';
import { findEngine, majorVersion, missingEngine } from '../../src/docker/engine.ts';
import { exited, fakeHost } from '../fake-host.ts';

const info = (change: object): string =>
  JSON.stringify({
    OSType: 'linux',
    ServerVersion: '28.2.2',
    DriverStatus: [['Backing Filesystem', 'extfs']],
    RegistryConfig: {
      IndexConfigs: { 'docker.io': { Secure: true }, 'reg.test': { Secure: false } },
      Mirrors: [],
    },
    ClientInfo: {
      Version: '28.2.2',
      Context: 'default',
      Plugins: [{ Name: 'buildx' }, { Name: 'compose', Err: 'broken' }],
    },
    ...change,
  });

const find = (result: ReturnType<typeof exited>, platform: NodeJS.Platform = 'linux') =>
  findEngine(
    fakeHost({
      platform,
      exec: ({ args }) => (args[0] === 'info' ? result : exited(0, '20.10.24\n')),
    }),
  );

test('what an engine and its client can do', async () => {
  expect(await find(exited(0, info({})))).toEqual({
    ok: true,
    value: {
      clientVersion: '28.2.2',
      serverVersion: '28.2.2',
      containerdStore: false,
      plugins: new Set(['buildx']),
      context: 'default',
      insecureHosts: new Set(['reg.test']),
      hasMirrors: false,
    },
  });
  const store = info({
    DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
    RegistryConfig: { Mirrors: ['https://m.test'] },
  });
  expect(await find(exited(0, store))).toMatchObject({
    value: { containerdStore: true, hasMirrors: true },
  });
});

test('an old client that says less', async () => {
  const old = info({ DriverStatus: null, RegistryConfig: null, ClientInfo: { Plugins: null } });
  expect(await find(exited(0, old))).toMatchObject({
    value: { clientVersion: '20.10.24', context: 'default', containerdStore: false },
  });
});

test.each([
  [exited(0, info({ OSType: 'windows' })), 'linux', 'runs windows containers'],
  [
    exited(1, info({ ServerVersion: '' }), 'Cannot connect to the Docker daemon at unix:///x.'),
    'linux',
    'does not answer: Cannot connect',
  ],
  [exited(0, 'podman'), 'linux', 'does not answer'],
  [{ kind: 'not-found', command: 'docker' } as const, 'linux', 'no `docker` on PATH'],
  [{ kind: 'not-found', command: 'docker' } as const, 'darwin', 'no `docker` on PATH'],
] as const)('no Linux engine is one error', async (result, platform, message) => {
  const found = await find(result as ReturnType<typeof exited>, platform);
  expect(found).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining(message), remedy: expect.any(String) },
  });
});

test('a command that failed for another reason does not miss the engine', () => {
  const host = fakeHost();
  expect(missingEngine(host, exited(1, '', 'no such image'))).toBeUndefined();
  expect(missingEngine(host, exited(1, '', 'error during connect: x'))?.message).toContain(
    'does not answer',
  );
  expect([majorVersion('20.10.24+dfsg1'), majorVersion('v28'), majorVersion('')]).toEqual([
    20, 28, 0,
  ]);
});
