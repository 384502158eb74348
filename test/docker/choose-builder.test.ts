import { expect, test } from 'vitest';
import { type BuilderNeeds, chooseBuilder } from '../../src/docker/choose-builder.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { exited, type FakeHostOptions, fakeHost } from '../fake-host.ts';

const engine: Engine = {
  clientVersion: '28.2.2',
  serverVersion: '28.2.2',
  containerdStore: false,
  plugins: new Set(['buildx']),
  context: 'default',
  insecureHosts: new Set(),
  hasMirrors: false,
};
const needs: BuilderNeeds = {
  cache: { kind: 'none' },
  platforms: [],
  buildKitOnly: [],
  baseImages: [],
  registryHosts: [],
};
const registryCache = { kind: 'registry', reference: 'ghcr.io/acme/cache', exact: false } as const;
const inspected = (name: string, driver: string) =>
  exited(0, `Name:   ${name}\nDriver: ${driver}\n`);

type Docker = Readonly<Record<string, ReturnType<typeof exited>>>;

/** A docker client that answers these command lines; the first that begins so counts. */
const choose = async (
  docker: Docker,
  change: Partial<BuilderNeeds> = {},
  engineChange: Partial<Engine> = {},
  options: FakeHostOptions = {},
) => {
  const host = fakeHost({
    env: { HOME: '/home/me', BUILDX_BUILDER: 'set-up' },
    ...options,
    exec: ({ args }) =>
      Object.entries(docker).find(([line]) => args.join(' ').startsWith(line))?.[1] ??
      exited(1, '', 'no such thing'),
  });
  const choice = await chooseBuilder(host, { ...engine, ...engineChange }, { ...needs, ...change });
  return { host, choice, lines: host.execs.map(({ args }) => args.join(' ')) };
};

const own = { 'buildx inspect': inspected('default', 'docker') };
const container = { 'buildx inspect': inspected('mine', 'docker-container') };

test("the engine's own builder where nothing asks for more", async () => {
  const { choice, lines } = await choose(own);
  expect(choice).toMatchObject({
    ok: true,
    value: { builder: { name: 'default', ownEngine: true, full: false }, notes: [] },
  });
  expect(lines).toEqual(['buildx inspect']);
});

test.each([
  ['nothing', {}, {}, 0],
  ['the choice of a builder that is gone', {}, { '/home/me/.docker/buildx/current': '{}' }, 0],
  ['a builder', {}, { '/home/me/.docker/buildx/instances/mine': '{}' }, 1],
  ['one elsewhere', { BUILDX_CONFIG: '/x' }, { '/x/instances/mine': '{}' }, 1],
  ['one beside the logins', { DOCKER_CONFIG: '/y' }, { '/y/buildx/instances/mine': '{}' }, 1],
])('buildx is asked for its builder only where one may be: %s', async (_, env, files, asked) => {
  const { choice, lines } = await choose(own, {}, {}, { env: { HOME: '/home/me', ...env }, files });
  expect(choice).toMatchObject({ value: { builder: { name: 'default', ownEngine: true } } });
  expect(lines).toHaveLength(asked);
});

test('a builder that is set up and does not exist is told of', async () => {
  const { choice } = await choose({
    'buildx inspect': exited(1, '', 'ERROR: no builder "x" found\n'),
  });
  expect(choice).toMatchObject({
    value: {
      builder: { name: 'default' },
      notes: [expect.stringContaining('(no builder "x" found)')],
    },
  });
});

test('the builder that is set up', async () => {
  const { choice } = await choose(container, { cache: registryCache });
  expect(choice).toMatchObject({
    value: { builder: { name: 'mine', ownEngine: false, full: true } },
  });
});

test("containerd's store makes the engine's own builder enough", async () => {
  const { choice, lines } = await choose(
    own,
    { cache: registryCache, platforms: ['linux/amd64', 'linux/arm64'] },
    { containerdStore: true },
  );
  expect(choice).toMatchObject({ value: { builder: { ownEngine: true, full: true } } });
  expect(lines).toEqual(['buildx inspect']);
});

test('a builder is made for a cache, once in a job', async () => {
  const made = await choose(
    { 'buildx inspect transship': exited(1), ...own, 'buildx create': exited(0, 'transship\n') },
    { cache: registryCache, registryHosts: ['ghcr.io'] },
  );
  expect(made.choice).toMatchObject({
    value: { builder: { name: 'transship', ownEngine: false, full: true }, notes: [] },
  });
  expect(made.lines).toContain(
    'buildx create --name transship --driver docker-container --bootstrap',
  );
  const again = await choose(
    { 'buildx inspect transship': inspected('transship', 'docker-container'), ...own },
    { cache: { kind: 'gha' } },
  );
  expect(again.choice).toMatchObject({ value: { builder: { name: 'transship' } } });
  expect(again.lines.join()).not.toContain('create');
});

test.each([
  ['no network for its image', {}, {}, {}, 'could not be started (no such thing)'],
  ['a mirror', {}, { hasMirrors: true }, {}, 'mirrors'],
  [
    'an insecure registry',
    { registryHosts: ['reg.test'] },
    { insecureHosts: new Set(['reg.test']) },
    {},
    '`reg.test` is only reachable with settings of this engine',
  ],
  ['a registry on this machine', { registryHosts: ['localhost:5000'] }, {}, {}, '`localhost:5000`'],
  [
    'certificates of its own',
    { registryHosts: ['reg.test'] },
    {},
    { files: { '/etc/docker/certs.d/reg.test/ca.crt': 'x' } },
    '`reg.test`',
  ],
])(
  'no builder is made where the engine alone knows the way: %s',
  async (_why, change, engineChange, options, note) => {
    const { choice } = await choose(
      { 'buildx inspect transship': exited(1), ...own },
      { cache: registryCache, ...change },
      engineChange,
      options,
    );
    expect(choice).toMatchObject({ value: { builder: { ownEngine: true } } });
    expect(choice.ok ? choice.value.notes.join() : '').toContain(note);
  },
);

test.each([
  ['sha256:1 []', true],
  ['sha256:1 ["acme/base@sha256:00000000000000000000000000000000"]', false],
  ['sha256:1 ["reg.test/other@sha256:00000000000000000000000000000000"]', true],
])(
  'a base image that is only here (%j) keeps the build in the engine: %j',
  async (image, stays) => {
    const { choice } = await choose(
      { ...container, 'image inspect': exited(0, image) },
      { baseImages: ['acme/base'] },
    );
    expect(choice).toMatchObject({ value: { builder: { ownEngine: stays } } });
  },
);

test('several platforms on a base that is only here fail with what to do', async () => {
  const { choice } = await choose(
    { ...container, 'image inspect': exited(0, 'sha256:1 []') },
    { baseImages: ['acme/base'], platforms: ['linux/amd64', 'linux/arm64'] },
  );
  expect(choice).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('`acme/base` only exists in this engine') },
  });
});

test.each([
  ['28.0.0', '28.0.0', 'engine-classic'],
  ['20.10.24+dfsg1', '20.10.24', 'engine-buildkit'],
  ['20.10.24', '17.03.0', 'engine-classic'],
  ['', '20.10.0', 'engine-classic'],
])(
  'without buildx the client %s with the engine %s is %s',
  async (clientVersion, serverVersion, kind) => {
    const { choice, lines } = await choose(
      {},
      { cache: registryCache },
      { plugins: new Set(), clientVersion, serverVersion },
    );
    expect(choice).toMatchObject({ value: { builder: { kind } } });
    expect(lines).toEqual([]);
  },
);

test('without buildx, and none to be brought, what needs it fails or is told of', async () => {
  const plugins = new Set<string>();
  const secrets = await choose({}, { buildKitOnly: ['secrets'] }, { plugins });
  expect(secrets.choice).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('BuildKit (secrets)') },
  });
  const old = await choose(
    {},
    { buildKitOnly: ['secrets'] },
    { plugins, clientVersion: '20.10.0', serverVersion: '20.10.0' },
  );
  expect(old.choice).toMatchObject({
    value: {
      builder: { kind: 'engine-buildkit' },
      notes: [expect.stringContaining('could not be installed')],
    },
  });
  const platforms = await choose({}, { platforms: ['linux/amd64', 'linux/arm64'] }, { plugins });
  expect(platforms.choice).toMatchObject({ ok: false });
});
