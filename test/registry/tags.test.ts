import { afterEach, expect, test } from 'vitest';
import { parseReference } from '../../src/image/reference.ts';
import { registryOfHost } from '../../src/integration/registries.ts';
import { listTags, quayAccessToken } from '../../src/registry/images/tags.ts';
import type { Credential } from '../../src/registry/protocol/credential.ts';
import { answer, type FakeHostOptions, fakeHost } from '../fake-host.ts';
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

/** Asked of a registry that lets everyone in, and is a function. */
async function listOpen(
  request: NonNullable<FakeHostOptions['request']>,
  credential?: Credential,
  name = 'reg.test/a',
) {
  const host = fakeHost({
    request: (asked) => (asked.url.endsWith('/v2/') ? answer(200) : request(asked)),
  });
  const result = await listTags(given(parseReference(name)), credential, host, 60);
  return { host, result };
}

test.each([
  [undefined, 'Log in first: the repository is not public.'],
  [bob, registryOfHost('reg.test').check],
])('a refusal with %j says what to check', async (credential, remedy) => {
  for (const status of [401, 403]) {
    const { result } = await listOpen(() => answer(status, { message: 'no' }), credential);
    expect(result).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: `The tags of reg.test/a can't be listed: HTTP ${status} (no).`,
        remedy,
      },
    });
  }
});

test('another status, or none, is no list', async () => {
  const { result } = await listOpen(() => answer(418));
  expect(result).toMatchObject({ failure: { kind: 'unreachable' } });
  const silent = await listOpen(() => ({
    kind: 'failure',
    reason: 'impossible',
    message: 'no way',
  }));
  expect(silent.result).toMatchObject({ failure: { message: 'No way.' } });
});

test('what is no list is told, with what it may be', async () => {
  for (const body of ['<html>', { tags: {} }, '[]']) {
    const { result } = await listOpen(() => answer(200, body));
    expect(result).toEqual({
      ok: false,
      failure: {
        kind: 'unreachable',
        message: 'reg.test returned no list of tags.',
        remedy: 'It may be a web page or the answer of a proxy: check the address.',
      },
    });
  }
  expect((await listOpen(() => answer(200, { tags: ['a', 7] }))).result).toEqual({
    ok: true,
    value: ['a'],
  });
});

test.each([
  '<http://[>; rel="next"',
  '</v2/a/tags/list?n=1000>; rel="next"',
  '</v2/b>; rel="last"',
  'https://reg.test/v2/b; rel=next',
])('%s is no next page', async (link) => {
  const { host, result } = await listOpen(() => answer(200, { tags: ['a'] }, { link }));
  expect(result).toEqual({ ok: true, value: ['a'] });
  expect(host.requests).toHaveLength(2);
});

test('the next page is found in every form of its header', async () => {
  const { result } = await listOpen(({ url }) =>
    url.includes('last=')
      ? answer(200, { tags: ['b'] })
      : answer(200, { tags: ['a'] }, { link: '</v2/a/tags/list?last=a> ; x="y"; REL=next' }),
  );
  expect(result).toEqual({ ok: true, value: ['a', 'b'] });
});

test('pages without an end are given up', async () => {
  let page = 0;
  const { host, result } = await listOpen(() =>
    answer(200, { tags: [] }, { link: `</v2/a/tags/list?last=${++page}>; rel="next"` }),
  );
  expect(result).toEqual({
    ok: false,
    failure: { kind: 'unreachable', message: 'reg.test/a has more tags than can be listed.' },
  });
  expect(host.requests).toHaveLength(1001);
});

test('a token server elsewhere keeps its remedy', async () => {
  const host = fakeHost({
    request: () => answer(401, '', { 'www-authenticate': 'Bearer realm="https://evil.test/"' }),
  });
  const result = await listTags(given(parseReference('reg.test/a')), bob, host, 60);
  expect(result).toMatchObject({
    failure: {
      kind: 'refused',
      message: expect.stringMatching(/^reg\.test asks for the credential at https:\/\/evil\.test/),
      remedy: expect.stringContaining('realm: evil.test'),
    },
  });
});

test('a registry that wants a password, and gets none, says so', async () => {
  const host = fakeHost({
    request: () => answer(401, '', { 'www-authenticate': 'Basic realm="r"' }),
  });
  const result = await listTags(given(parseReference('reg.test/a')), undefined, host, 60);
  expect(result).toMatchObject({
    failure: {
      message: "The tags of reg.test/a can't be listed: no basic auth credentials",
      remedy: 'Log in first: the repository is not public.',
    },
  });
});
