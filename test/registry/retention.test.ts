import { expect, test } from 'vitest';
import type { HttpRequest, HttpResult } from '../../src/host/host.ts';
import {
  type AgedTag,
  ecrLifecyclePolicy,
  oldTags,
  tagStore,
} from '../../src/registry/images/retention.ts';
import { patience } from '../../src/registry/protocol/patience.ts';
import { answer, type FakeHost, fakeHost } from '../fake-host.ts';

const tag = (name: string, digest: string, pushed: number): AgedTag => ({ name, digest, pushed });
const names = (tags: readonly AgedTag[]): readonly string[] => tags.map(({ name }) => name);
const any = (): boolean => true;

test('the newest stay, and every image that a tag that stays names', () => {
  const tags = [
    tag('1', 'a', 1),
    tag('2', 'b', 2),
    tag('3', 'c', 3),
    tag('latest', 'a', 9),
    tag('4', 'd', 4),
  ];
  expect(names(oldTags(tags, (name) => /^\d/.test(name), 2))).toEqual(['2']);
  expect(names(oldTags(tags, any, 5))).toEqual([]);
  expect(names(oldTags(tags, () => false, 1))).toEqual([]);
  expect([...names(oldTags(tags, any, 1))].sort()).toEqual(['2', '3', '4']);
  // One whose age nobody knows is not old, and takes no place of another.
  const unknown = [tag('x', 'x', Number.NaN), ...tags, tag('y', 'y', Number.NaN)];
  expect([...names(oldTags(unknown, any, 1))].sort()).toEqual(['2', '3', '4']);
});

const asked = ({ requests }: FakeHost): readonly string[] =>
  requests.map(({ method = 'GET', url }) => `${method} ${url.replace(/^https:\/\//, '')}`);

const storeOn = (host: string, path: string, answers: (request: HttpRequest) => HttpResult) => {
  const fake = fakeHost({ request: answers });
  const store = tagStore(host, {
    patience: patience(fake, 60),
    path,
    credential: { kind: 'password', username: 'bob', password: 'word' },
    token: host === 'docker.io' ? '' : 'oauth',
  });
  if (store === undefined) throw new Error('no store');
  return { fake, store };
};

// As the vendors' own pages describe the answers.
test('Docker Hub: by a session, page by page, tag by tag', async () => {
  const { fake, store } = storeOn('docker.io', 'acme/web', ({ url, method }) => {
    if (url.endsWith('/users/login')) return answer(200, { token: 'session' });
    if (method === 'DELETE') return answer(204);
    const isFirst = url.endsWith('page=1');
    const [name, day] = isFirst ? ['1', '01'] : ['2', '02'];
    return answer(200, {
      next: isFirst ? 'https://hub.docker.com/v2/more' : null,
      results: [{ name, digest: `sha256:${name}`, tag_last_pushed: `2026-01-${day}T00:00:00Z` }],
    });
  });
  const tags = await store.list();
  expect(tags.ok && names(tags.value)).toEqual(['1', '2']);
  expect(await store.remove(tags.ok ? tags.value.slice(0, 1) : [])).toEqual({
    ok: true,
    value: undefined,
  });
  expect(asked(fake)).toEqual([
    'POST hub.docker.com/v2/users/login',
    'GET hub.docker.com/v2/repositories/acme/web/tags?page_size=100&page=1',
    'GET hub.docker.com/v2/repositories/acme/web/tags?page_size=100&page=2',
    'DELETE hub.docker.com/v2/repositories/acme/web/tags/1/',
  ]);
  expect(fake.masks.has('session')).toBe(true);
});

test('Quay: by the OAuth token, never by the robot', async () => {
  const { fake, store } = storeOn('quay.io', 'acme/web', ({ method }) =>
    method === 'DELETE'
      ? answer(204)
      : answer(200, {
          has_additional: false,
          tags: [{ name: 'a', manifest_digest: 'sha256:1', start_ts: 1_700_000_000 }],
        }),
  );
  const tags = await store.list();
  expect(tags).toEqual({ ok: true, value: [tag('a', 'sha256:1', 1_700_000_000_000)] });
  await store.remove(tags.ok ? tags.value : []);
  expect(asked(fake).at(-1)).toBe('DELETE quay.io/api/v1/repository/acme/web/tag/a');
  expect(fake.requests.every(({ headers }) => headers?.['authorization'] === 'Bearer oauth')).toBe(
    true,
  );
});

test('GitHub: a version goes once with all its tags; an owner may be a person', async () => {
  const { fake, store } = storeOn('ghcr.io', 'bob/shop/web', ({ url, method }) => {
    if (url.includes('/orgs/')) return answer(404, { message: 'Not Found' });
    if (method === 'DELETE') return answer(204);
    const metadata = { container: { tags: ['1', 'old'] } };
    return answer(200, [
      { id: 7, name: 'sha256:1', updated_at: '2026-01-01T00:00:00Z', metadata },
      { id: 8, name: 'sha256:2', updated_at: '2026-01-02T00:00:00Z', metadata: {} },
    ]);
  });
  const tags = await store.list();
  expect(tags.ok && names(tags.value)).toEqual(['1', 'old']);
  await store.remove(tags.ok ? tags.value : []);
  expect(asked(fake).filter((line) => line.startsWith('DELETE'))).toEqual([
    'DELETE api.github.com/users/bob/packages/container/shop%2Fweb/versions/7',
  ]);
});

const stores = [
  ['docker.io', 'Log in with an account that can delete tags'],
  ['quay.io', 'Give `retention-token` an OAuth token'],
  ['ghcr.io', 'The job needs `permissions: packages: write`'],
] as const;

test.each(stores)('%s: a refusal is final, and says what to do', async (host, remedy) => {
  for (const status of [401, 403, 404]) {
    const { store } = storeOn(host, 'acme/web', () => answer(status, { message: 'no' }));
    expect(await store.list()).toMatchObject({
      failure: {
        kind: 'refused',
        message: expect.stringMatching(new RegExp(`^[\\w.]+ returned HTTP ${status} \\(no\\)\\.$`)),
        remedy: expect.stringContaining(remedy),
      },
    });
  }
  const { store } = storeOn(host, 'acme/web', () => answer(400));
  expect(await store.list()).toMatchObject({ failure: { kind: 'unreachable' } });
  const silent = storeOn(host, 'acme/web', () => ({
    kind: 'failure',
    reason: 'impossible',
    message: 'no way',
  }));
  expect(await silent.store.list()).toMatchObject({ failure: { message: 'No way.' } });
});

test.each(stores)('%s: a tag that does not go is a failure', async (host) => {
  const { store } = storeOn(host, 'acme/web', ({ method, url }) =>
    method === 'DELETE'
      ? answer(403)
      : url.includes('github')
        ? answer(200, [{ id: 1, name: 'd', metadata: { container: { tags: ['a'] } } }])
        : answer(200, { token: 't', results: [{ name: 'a' }], tags: [{ name: 'a' }] }),
  );
  const tags = await store.list();
  expect(tags.ok && tags.value).toHaveLength(1);
  expect((await store.remove(tags.ok ? tags.value : [])).ok).toBe(false);
  expect(store.removesImages).toBe(host === 'ghcr.io');
});

test.each(stores)('%s: what is no list has no tags', async (host) => {
  const { store } = storeOn(host, 'acme/web', ({ url }) =>
    answer(200, url.endsWith('/login') ? { token: 't' } : '<html>'),
  );
  expect(await store.list()).toEqual({ ok: true, value: [] });
  const odd = storeOn(host, 'acme/web', ({ url }) =>
    answer(200, url.endsWith('/login') ? { token: 't' } : { tags: {}, results: 1 }),
  );
  expect(await odd.store.list()).toEqual({ ok: true, value: [] });
});

test('Docker Hub: without a password, or a session, nothing is asked', async () => {
  const fake = fakeHost({ request: () => answer(200, {}) });
  const request = { patience: patience(fake, 60), path: 'acme/web', token: '' };
  const token = { kind: 'registry-token', token: 'x' } as const;
  expect(await tagStore('docker.io', { ...request, credential: token })?.list()).toMatchObject({
    failure: { kind: 'missing', message: 'There is no credential for Docker Hub.' },
  });
  expect(fake.requests).toEqual([]);
  const password = { kind: 'password', username: 'bob', password: 'word' } as const;
  const store = tagStore('docker.io', { ...request, credential: password });
  expect(await store?.list()).toEqual({
    ok: false,
    failure: { kind: 'unreachable', message: 'hub.docker.com returned no token.' },
  });
  expect((await store?.remove([tag('a', '', 1)]))?.ok).toBe(false);
  expect(fake.requests).toMatchObject([
    {
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: '{"username":"bob","password":"word"}',
    },
  ]);
});

test('Docker Hub: the last update stands for a push that it does not tell', async () => {
  const { fake, store } = storeOn('docker.io', 'acme/web', ({ url }) =>
    url.endsWith('/login')
      ? answer(200, { token: 't' })
      : answer(200, { results: [{ name: 'a b', last_updated: '2026-01-01T00:00:00Z' }, 'x', {}] }),
  );
  const tags = await store.list();
  expect(tags).toEqual({
    ok: true,
    value: [tag('a b', '', Date.UTC(2026, 0, 1)), tag('', '', Number.NaN)],
  });
  await store.remove(tags.ok ? tags.value.slice(0, 1) : []);
  expect(fake.requests.at(-1)).toMatchObject({
    url: 'https://hub.docker.com/v2/repositories/acme/web/tags/a%20b/',
    method: 'DELETE',
    headers: { authorization: 'Bearer t' },
  });
});

test('Quay: page by page; without a token nothing is asked', async () => {
  const { fake, store } = storeOn('quay.io', 'acme/web', ({ url }) =>
    answer(200, { has_additional: !url.endsWith('page=3'), tags: [{ name: url.slice(-1) }] }),
  );
  const tags = await store.list();
  expect(tags.ok && names(tags.value)).toEqual(['1', '2', '3']);
  expect(asked(fake)[0]).toBe(
    'GET quay.io/api/v1/repository/acme/web/tag/?onlyActiveTags=true&limit=100&page=1',
  );
  const request = { patience: patience(fakeHost(), 1), path: 'a', credential: undefined };
  expect(await tagStore('quay.io', { ...request, token: '' })?.list()).toEqual({
    ok: false,
    failure: {
      kind: 'missing',
      message: 'Quay lists and removes tags by an OAuth token.',
      remedy: expect.stringContaining('OAuth token'),
    },
  });
});

test('GitHub: page by page, by the password where no token is given, at the API of the job', async () => {
  const page = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: index,
      name: `sha256:${index}`,
      updated_at: '2026-01-01T00:00:00Z',
      metadata: { container: { tags: [`${index}`] } },
    }));
  const fake = fakeHost({
    env: { GITHUB_API_URL: 'https://ghe.test/api/v3/' },
    request: ({ url }) => answer(200, page(url.endsWith('page=1') ? 100 : 2)),
  });
  const store = tagStore('ghcr.io', {
    patience: patience(fake, 60),
    path: 'acme/web',
    credential: { kind: 'password', username: 'bob', password: 'word' },
    token: '',
  });
  const tags = await store?.list();
  expect(tags?.ok && tags.value).toHaveLength(102);
  expect(asked(fake)).toEqual(
    [1, 2].map(
      (number) =>
        `GET ghe.test/api/v3/orgs/acme/packages/container/web/versions?per_page=100&page=${number}`,
    ),
  );
  expect(fake.requests[0]?.headers).toEqual({
    authorization: 'Bearer word',
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  });
  // A version that the list did not have is none to remove.
  expect(await store?.remove([tag('x', 'sha256:other', 1)])).toMatchObject({ ok: true });
  expect(fake.requests).toHaveLength(2);
});

test('GitHub: a later page that fails is no list', async () => {
  const { store } = storeOn('ghcr.io', 'acme/web', ({ url }) =>
    url.endsWith('page=1')
      ? answer(
          200,
          Array.from({ length: 100 }, (_, id) => ({ id, name: `${id}` })),
        )
      : answer(403),
  );
  expect((await store.list()).ok).toBe(false);
});

test('Amazon does the same by a policy of the repository', () => {
  expect(JSON.parse(ecrLifecyclePolicy(7))).toEqual({
    rules: [
      {
        rulePriority: 1,
        description: 'Keep the newest 7 images',
        selection: {
          tagStatus: 'tagged',
          tagPatternList: ['*'],
          countType: 'imageCountMoreThan',
          countNumber: 7,
        },
        action: { type: 'expire' },
      },
    ],
  });
});

test('a refusal says what the account lacks; other hosts have no store', async () => {
  const { store } = storeOn('quay.io', 'acme/web', () => answer(403, { message: 'no' }));
  expect(await store.list()).toMatchObject({
    ok: false,
    failure: { remedy: expect.stringContaining('OAuth token') },
  });
  const request = {
    patience: patience(fakeHost(), 1),
    path: 'a',
    credential: undefined,
    token: '',
  };
  expect(tagStore('registry.example', request)).toBeUndefined();
});

test('GitHub: without a credential it is asked as nobody', async () => {
  const fake = fakeHost({ request: () => answer(401) });
  const store = tagStore('ghcr.io', {
    patience: patience(fake, 60),
    path: 'acme/web',
    credential: undefined,
    token: '',
  });
  expect((await store?.list())?.ok).toBe(false);
  expect(fake.requests[0]?.headers?.['authorization']).toBe('Bearer ');
});
