import { expect, test } from 'vitest';
import type { HttpRequest, HttpResult } from '../../src/host/host.ts';
import { type AgedTag, oldTags, tagStore } from '../../src/registry/images/retention.ts';
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
