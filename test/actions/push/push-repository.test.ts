import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pushRepository } from '../../../src/actions/push/push-repository.ts';
import type { LocalSource } from '../../../src/actions/push/source.ts';
import { byRepository, planTargets } from '../../../src/actions/push/targets.ts';
import type { HttpRequest } from '../../../src/host/host.ts';
import { answer, exited, fakeHost } from '../../fake-host.ts';

const content = '{"schemaVersion":2}';
const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
const type = 'application/vnd.docker.distribution.manifest.v2+json';

/** A registry that keeps one manifest under any tag. */
const registry =
  (
    tags: Map<string, string>,
    refuse: (request: HttpRequest) => ReturnType<typeof answer> | undefined,
  ) =>
  (request: HttpRequest) => {
    if (request.socketPath !== undefined) return answer(201);
    const { pathname } = new URL(request.url);
    const refused = refuse(request);
    if (refused !== undefined) return refused;
    if (pathname === '/v2/') return answer(200);
    const tag = pathname.split('/').at(-1) ?? '';
    if (request.method === 'PUT') tags.set(tag, digest);
    const found = tag.startsWith('sha256:')
      ? [...tags.values()].find((one) => one === tag)
      : tags.get(tag);
    if (request.method === 'PUT') return answer(201);
    return found === undefined
      ? answer(404)
      : answer(200, content, { 'docker-content-digest': found, 'content-type': type });
  };

type Options = {
  readonly knownDigests?: readonly string[];
  readonly tags?: readonly string[];
  readonly present?: readonly string[];
  /** Milliseconds that the upload takes. */
  readonly takes?: number;
  readonly refuse?: (request: HttpRequest) => ReturnType<typeof answer> | undefined;
  readonly pushed?: string;
};

const run = async ({
  knownDigests = [],
  tags = ['1', '2', '3'],
  present = [],
  takes = 0,
  refuse = () => undefined,
  pushed = digest,
}: Options = {}) => {
  const there = new Map(present.map((tag) => [tag, digest]));
  let clock = 0;
  const fake = fakeHost({
    exec: ({ args }) => {
      if (args[0] !== 'push') return exited(0);
      clock += takes;
      there.set(args[1]?.split(':').at(-1) ?? '', pushed);
      return exited(0, `digest: ${pushed} size: 1\n`);
    },
    request: registry(there, refuse),
  });
  const host = { ...fake, now: () => clock };
  const source: LocalSource = {
    title: 'x',
    id: 'sha256:1',
    knownDigests,
    uploadStep: (reference) => ['push', reference],
    digestFrom: ({ stdout }) => /digest: (\S+)/.exec(stdout)?.[1],
  };
  const { targets } = planTargets(['reg.test/a/b'], tags, (tag) => ({ ok: true, value: { tag } }));
  const [group] = byRepository(targets);
  if (group === undefined) throw new Error('no target');
  const outcomes = await pushRepository(
    { host, env: {}, live: false, configFolder: '/none', source },
    group,
  );
  const asked = fake.requests
    .filter(({ socketPath }) => socketPath === undefined)
    .map(({ method = 'GET', url }) => `${method} ${new URL(url).pathname}`);
  const pushes = fake.execs.filter(({ args }) => args[0] === 'push').map(({ args }) => args[1]);
  return { fake, outcomes, asked, pushes, states: outcomes.map(({ state }) => state) };
};

test('one upload, one manifest read, a manifest for each further tag, each read back', async () => {
  const { states, pushes, asked, outcomes } = await run();
  expect(states).toEqual(['uploaded', 'tagged', 'tagged']);
  expect(pushes).toEqual(['reg.test/a/b:1']);
  expect(outcomes.every((outcome) => outcome.readBack && outcome.digest === digest)).toBe(true);
  expect([...asked].sort()).toEqual([
    'GET /v2/',
    'GET /v2/a/b/manifests/1',
    'HEAD /v2/a/b/manifests/2',
    'HEAD /v2/a/b/manifests/3',
    'PUT /v2/a/b/manifests/2',
    'PUT /v2/a/b/manifests/3',
  ]);
});

test('one tag is read back by its digest alone', async () => {
  const { states, asked } = await run({ tags: ['1'] });
  expect(states).toEqual(['uploaded']);
  expect(asked).toEqual(['GET /v2/', 'HEAD /v2/a/b/manifests/1']);
});

test('nothing is uploaded where the repository has the image', async () => {
  const { states, pushes } = await run({
    knownDigests: [`reg.test/a/b@${digest}`],
    present: ['1'],
  });
  expect(states).toEqual(['present', 'tagged', 'tagged']);
  expect(pushes).toEqual([]);
  // Known from another repository, or gone from this one: uploaded.
  expect(
    (await run({ knownDigests: [`reg.test/other@${digest}`], present: ['1'] })).pushes,
  ).toHaveLength(1);
  expect((await run({ knownDigests: [`reg.test/a/b@${digest}`] })).pushes).toHaveLength(1);
});

test('after a long upload the registry is asked for access again', async () => {
  const roots = (asked: readonly string[]) => asked.filter((line) => line === 'GET /v2/').length;
  expect(roots((await run({ takes: 20_000 })).asked)).toBe(1);
  expect(roots((await run({ takes: 600_000 })).asked)).toBe(2);
});

test('a tag that another job moved in between is a failure of all', async () => {
  const { states, outcomes } = await run({
    pushed: `sha256:${'b'.repeat(64)}`,
    refuse: ({ url, method }) =>
      url.endsWith('/manifests/1') && method !== 'PUT'
        ? answer(200, content, { 'docker-content-digest': digest, 'content-type': type })
        : undefined,
  });
  expect(states).toEqual(['failed', 'failed', 'failed']);
  expect(outcomes[0]?.failure?.message).toContain(`and the registry says ${digest}`);
});

test('a manifest that is refused is tried by the docker client', async () => {
  const { states, pushes } = await run({
    refuse: ({ method, url }) =>
      method === 'PUT' && url.endsWith('/2')
        ? answer(403, { errors: [{ code: 'DENIED', message: 'no' }] })
        : undefined,
  });
  expect(states).toEqual(['uploaded', 'uploaded', 'tagged']);
  expect(pushes).toEqual(['reg.test/a/b:1', 'reg.test/a/b:2']);
});

test('a registry that only the engine reaches gets every tag by the engine', async () => {
  const { fake, states, pushes, outcomes } = await run({ refuse: () => answer(404) });
  expect(states).toEqual(['uploaded', 'uploaded', 'uploaded']);
  expect(pushes).toHaveLength(3);
  expect(outcomes.some(({ readBack }) => readBack)).toBe(false);
  expect(fake.lines.join()).toContain(
    'warning: reg.test can be reached by the engine, but not by this step',
  );
});
