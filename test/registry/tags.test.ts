import { afterEach, expect, test } from 'vitest';
import { parseReference } from '../../src/image/reference.ts';
import { listTags, quayAccessToken } from '../../src/registry/images/tags.ts';
import type { Credential } from '../../src/registry/protocol/credential.ts';
import { given } from '../given.ts';
import { basic, networkHost, startServer, type TestServer } from './http-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const pages: Readonly<Record<string, { readonly tags: unknown; readonly next?: string }>> = {
  '/v2/team/app/tags/list?n=1000': {
    tags: ['1', '2'],
    next: '/v2/team/app/tags/list?n=1000&last=2',
  },
  '/v2/team/app/tags/list?n=1000&last=2': { tags: ['3'] },
  '/v2/team/empty/tags/list?n=1000': { tags: null },
  '/v2/team/lost/tags/list?n=1000': { tags: ['1'], next: 'https://evil.net/v2/' },
};

async function registry(username: string, password: string): Promise<TestServer> {
  const server = await startServer((seen, self) => {
    const url = new URL(seen.url, self.url);
    if (url.pathname === '/token') {
      if (seen.headers.authorization !== basic(username, password)) {
        return { status: 401, body: { errors: [{ message: 'wrong' }] } };
      }
      return { status: 200, body: { token: url.searchParams.get('scope') } };
    }
    if (seen.headers.authorization === undefined) {
      return {
        status: 401,
        headers: { 'www-authenticate': `Bearer realm="${self.url}/token",service=s` },
      };
    }
    const page = pages[seen.url];
    if (page === undefined) return { status: 404, body: { errors: [{ code: 'NAME_UNKNOWN' }] } };
    if (
      seen.headers.authorization !==
      `Bearer repository:${url.pathname.slice(4).replace('/tags/list', '')}:pull`
    ) {
      return { status: 403 };
    }
    return {
      status: 200,
      headers: page.next === undefined ? {} : { link: `<${page.next}>; rel="next"` },
      body: { name: 'x', tags: page.tags },
    };
  });
  servers.push(server);
  return server;
}

function list(server: TestServer, path: string, credential: Credential | undefined) {
  const parsed = given(parseReference(`${server.host}/${path}`));
  return listTags(parsed, credential, networkHost(), 5);
}

const bob: Credential = { kind: 'password', username: 'bob', password: 'pw' };

test('all pages, with a token for pulling this repository', async () => {
  const server = await registry('bob', 'pw');
  expect(await list(server, 'team/app', bob)).toEqual({ ok: true, value: ['1', '2', '3'] });
});

test('a repository without tags', async () => {
  expect(await list(await registry('bob', 'pw'), 'team/empty', bob)).toEqual({
    ok: true,
    value: [],
  });
});

test('the accesstoken of a Quay integration', async () => {
  const server = await registry('$oauthtoken', 'oauth');
  expect(await list(server, 'team/app', quayAccessToken('oauth'))).toMatchObject({ ok: true });
});

test('the token goes to no other host for the next page', async () => {
  expect(await list(await registry('bob', 'pw'), 'team/lost', bob)).toEqual({
    ok: true,
    value: ['1'],
  });
});

test('a repository that does not exist', async () => {
  const server = await registry('bob', 'pw');
  expect(await list(server, 'team/none', bob)).toMatchObject({
    failure: { message: `${server.host}/team/none does not exist, or the account cannot see it.` },
  });
});

test('a wrong password, and none', async () => {
  const server = await registry('bob', 'other');
  expect(await list(server, 'team/app', bob)).toMatchObject({
    failure: {
      kind: 'refused',
      message: `The tags of ${server.host}/team/app can't be listed: ${server.host} returned HTTP 401 (wrong).`,
    },
  });
});

test('a page for people is not an empty list', async () => {
  const server = await startServer(() => ({ status: 200, body: '<html>Welcome</html>' }));
  servers.push(server);
  const reference = parseReference(`${server.host}/team/app`);
  if (!reference.ok) throw new Error('no reference');
  const result = await listTags(reference.value, undefined, networkHost());
  expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
});
