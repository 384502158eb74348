import { afterEach, describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../src/host/host.ts';
import { parseAddress, type RegistryAddress } from '../../src/registry/protocol/address.ts';
import type { Credential } from '../../src/registry/protocol/credential.ts';
import { patience } from '../../src/registry/protocol/patience.ts';
import { verifyCredential } from '../../src/registry/protocol/verify.ts';
import { answer, type FakeHostOptions, fakeHost } from '../fake-host.ts';
import {
  type Answer,
  basic,
  networkHost,
  type Seen,
  startServer,
  type TestServer,
} from './http-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
async function serve(...args: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...args);
  servers.push(server);
  return server;
}

const bob = { kind: 'password', username: 'bob', password: 'pass:word' } as const;
const verify = (
  server: TestServer,
  credential: Credential = bob,
  realms: readonly string[] = [],
  seconds = 5,
) => {
  const address = parseAddress(server.host, realms);
  if (address === undefined) throw new Error('no address');
  return verifyCredential(patience(networkHost(), seconds), address, credential);
};
const unauthorized = (challenge: string, body: unknown = ''): Answer => ({
  status: 401,
  headers: { 'www-authenticate': challenge },
  body,
});
const withoutCredential = ({ headers }: Seen): boolean => headers.authorization === undefined;

describe('a registry with passwords', () => {
  const registry = (seen: Seen): Answer =>
    seen.headers.authorization === basic('bob', 'pass:word')
      ? { status: 200 }
      : unauthorized('Basic realm="r"', {
          errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }],
        });

  test('takes the right one; the first request goes without', async () => {
    const server = await serve(registry);
    expect(await verify(server)).toEqual({ ok: true, value: 'logged-in' });
    expect(server.seen.map(withoutCredential)).toEqual([true, false]);
  });

  test.each([1, 2])('that cuts its first %i connections is not taken for TLS', async (cuts) => {
    let left = cuts;
    const server = await serve((seen) => (left-- > 0 ? 'cut' : registry(seen)));
    expect(await verify(server)).toEqual({ ok: true, value: 'logged-in' });
  });

  test('refuses a wrong one once, in its own words', async () => {
    const server = await serve(registry);
    expect(await verify(server, { ...bob, password: 'no' })).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: `${server.host} returned HTTP 401 (authentication required).`,
      },
    });
    expect(server.seen).toHaveLength(2);
  });

  test('cannot use a token', async () => {
    const server = await serve(registry);
    expect(await verify(server, { kind: 'identity-token', token: 't' })).toMatchObject({
      failure: { kind: 'wrong' },
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a registry with a token server', () => {
  const registry = (seen: Seen, server: TestServer): Answer => {
    if (seen.url.startsWith('/token')) {
      if (seen.method === 'POST') return { status: 200, body: { access_token: 'good' } };
      return seen.headers.authorization === basic('bob', 'pass:word')
        ? { status: 200, body: { token: 'good' } }
        : { status: 401, body: { details: 'incorrect username or password' } };
    }
    if (seen.headers.authorization === 'Bearer good') return { status: 200 };
    return unauthorized(`Bearer realm="${server.url}/token",service="reg"`);
  };

  test('gives a token for the right password, which then opens the registry', async () => {
    const server = await serve(registry);
    expect(await verify(server)).toEqual({ ok: true, value: 'logged-in' });
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/v2/',
      '/token?service=reg&client_id=transship&account=bob',
      '/v2/',
    ]);
  });

  test('refuses a wrong password', async () => {
    const server = await serve(registry);
    expect(await verify(server, { ...bob, password: 'no' })).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: `${server.host} returned HTTP 401 (incorrect username or password).`,
      },
    });
  });

  test('gives an access token for an identity token', async () => {
    const server = await serve(registry);
    expect(await verify(server, { kind: 'identity-token', token: 'r&d' })).toMatchObject({
      ok: true,
    });
    expect(server.seen[1]?.body).toBe(
      'grant_type=refresh_token&refresh_token=r%26d&service=reg&client_id=transship',
    );
  });

  test('takes a registry token as it is', async () => {
    const server = await serve(registry);
    expect(await verify(server, { kind: 'registry-token', token: 'good' })).toMatchObject({
      ok: true,
    });
    expect(server.seen).toHaveLength(2);
  });

  test('whose token the registry does not take is not a login', async () => {
    const server = await serve((seen, self) =>
      seen.url.startsWith('/token')
        ? { status: 200, body: { token: 'expired' } }
        : unauthorized(`Bearer realm="${self.url}/token"`, {
            errors: [{ message: 'token expired' }],
          }),
    );
    expect(await verify(server)).toMatchObject({
      failure: { kind: 'refused', message: `${server.host} returned HTTP 401 (token expired).` },
    });
  });

  test('elsewhere gets nothing, unless the user named it', async () => {
    const server = await serve(() =>
      unauthorized('Bearer realm="https://auth.evil.net/token",service="s"'),
    );
    const verdict = await verify(server);
    expect(verdict).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: `${server.host} asks for the credential at https://auth.evil.net, which is another host. It was not sent.`,
        remedy:
          'If auth.evil.net is the token server of your registry, allow it: `realm: auth.evil.net`, or NAME_INTEGRATION_REALM=auth.evil.net for an integration.',
      },
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('an open registry', () => {
  test('that takes everything is unverifiable', async () => {
    const server = await serve(() => ({ status: 200 }));
    expect(await verify(server)).toEqual({ ok: true, value: 'unverifiable' });
  });

  test('may still refuse a wrong password', async () => {
    const server = await serve((seen) => ({ status: withoutCredential(seen) ? 200 : 401 }));
    expect(await verify(server)).toMatchObject({ failure: { kind: 'refused' } });
  });
});

describe('a redirect', () => {
  test('to another host gets no credential', async () => {
    const other = await serve(() => ({ status: 200 }));
    const server = await serve(() => ({
      status: 307,
      headers: { location: `http://localhost:${other.host.split(':')[1]}/v2/` },
    }));
    const verdict = await verify(server);
    expect(verdict).toMatchObject({ failure: { kind: 'refused' } });
    if (!verdict.ok) expect(verdict.failure.message).toContain('redirects to localhost');
    expect(other.seen).toHaveLength(0);
  });

  test('within the host is followed', async () => {
    const server = await serve((seen) => {
      if (seen.url === '/v2/' && withoutCredential(seen) && seen.headers['x'] === undefined) {
        return { status: 301, headers: { location: '/v2/x/' } };
      }
      return withoutCredential(seen) ? unauthorized('Basic realm=r') : { status: 200 };
    });
    expect(await verify(server)).toEqual({ ok: true, value: 'logged-in' });
  });

  test('in a circle ends', async () => {
    const server = await serve(() => ({ status: 302, headers: { location: '/v2/' } }));
    expect(await verify(server)).toMatchObject({ failure: { kind: 'unreachable' } });
  });
});

describe('something else at the address', () => {
  test('that is not a registry', async () => {
    const server = await serve(() => ({ status: 404, body: '<html>' }));
    expect(await verify(server)).toMatchObject({
      failure: {
        message: `${server.host} does not answer like a registry (HTTP 404 for /v2/).`,
      },
    });
  });

  test('that never answers', async () => {
    const verdict = await verify(await serve(() => 'hang'), bob, [], 0.3);
    expect(verdict).toMatchObject({
      failure: {
        message: expect.stringMatching(/^No answer from 127\.0\.0\.1:\d+ within 0\.3 s\.$/),
      },
    });
  });

  test('that is not there', async () => {
    const server = await serve(() => ({ status: 200 }));
    await server.close();
    servers.splice(0);
    const verdict = await verify(server);
    expect(verdict).toMatchObject({ failure: { kind: 'unreachable' } });
    if (!verdict.ok)
      expect(verdict.failure.message).toContain('takes no connection (ECONNREFUSED)');
  });
});

describe('what a registry says in between', () => {
  const remote = { host: 'reg.test' };
  const verdict = async (
    request: FakeHostOptions['request'],
    address: RegistryAddress = remote,
    credential: Credential = bob,
  ) => {
    const host = fakeHost(request === undefined ? {} : { request });
    return { host, result: await verifyCredential(patience(host, 60), address, credential) };
  };
  const asks = { 'www-authenticate': 'Basic realm="r"' };
  const isFirst = ({ headers }: HttpRequest): boolean => headers?.['authorization'] === undefined;

  test.each([
    [403, 'refused', 'reg.test returned HTTP 403 (no).'],
    [401, 'refused', 'reg.test returned HTTP 401 (no).'],
    [418, 'unreachable', 'reg.test does not answer like a registry (HTTP 418).'],
  ])('HTTP %i to the credential is %s', async (status, kind, message) => {
    const { result } = await verdict((request) =>
      isFirst(request) ? answer(401, '', asks) : answer(status, { errors: [{ message: 'no' }] }),
    );
    expect(result).toMatchObject({ failure: { kind, message } });
  });

  test('no answer to the credential is no refusal', async () => {
    const { result } = await verdict((request) =>
      isFirst(request)
        ? answer(401, '', asks)
        : { kind: 'failure', reason: 'impossible', message: 'no way' },
    );
    expect(result).toMatchObject({ failure: { kind: 'unreachable', message: 'No way.' } });
  });

  test.each([
    [401, { kind: 'refused', message: 'reg.test returned HTTP 401 (no).' }],
    [403, { kind: 'refused', message: 'reg.test returned HTTP 403 (no).' }],
    [404, undefined],
  ])('an open one that answers %i to a password', async (status, failure) => {
    const { result } = await verdict((request) =>
      isFirst(request) ? answer(200) : answer(status, { message: 'no' }),
    );
    expect(result).toEqual(
      failure === undefined ? { ok: true, value: 'unverifiable' } : { ok: false, failure },
    );
  });

  test('an open one is not asked about a token, and none answers for silence', async () => {
    const token = await verdict(() => answer(200), remote, { kind: 'registry-token', token: 't' });
    expect(token.result).toEqual({ ok: true, value: 'unverifiable' });
    expect(token.host.requests).toHaveLength(1);
    const silent = await verdict((request) =>
      isFirst(request) ? answer(200) : { kind: 'failure', reason: 'impossible', message: 'no way' },
    );
    expect(silent.result).toEqual({ ok: true, value: 'unverifiable' });
  });

  test.each([200, 401, 403])('a challenge counts with 401 alone: %i', async (status) => {
    const { result } = await verdict((request) =>
      isFirst(request) ? answer(status, '', asks) : answer(200),
    );
    expect(result.ok).toBe(status !== 403);
    if (!result.ok)
      expect(result.failure).toEqual({
        kind: 'unreachable',
        message: 'reg.test does not answer like a registry (HTTP 403 for /v2/).',
        remedy: 'Check the address: it is the host of the image names, without a path.',
      });
  });

  test.each([
    ['http://reg.test/v2/', 'https://reg.test/v2/', true],
    ['http://reg.test/v2/', 'https://reg.test:8443/v2/', false],
    ['http://reg.test/v2/', 'https://other.test/v2/', false],
    ['https://reg.test/v2/', 'http://reg.test/v2/', false],
    ['https://reg.test/v2/', '/v2/?x', true],
  ])('from %s to %s: followed %s', async (from, location, isFollowed) => {
    const scheme = from.startsWith('http:') ? 'http' : 'https';
    const { host, result } = await verdict(
      (request) => {
        if (request.url === from && isFirst(request)) return answer(308, '', { location });
        return isFirst(request) ? answer(401, '', asks) : answer(200);
      },
      { host: 'reg.test', scheme },
    );
    expect(result.ok).toBe(isFollowed);
    if (isFollowed) return;
    expect(host.requests).toHaveLength(1);
    const { host: to } = new URL(location, from);
    expect(result).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: `reg.test redirects to ${to}. The credential was not sent there.`,
        remedy: `If ${to} is the registry, use it as the address.`,
      },
    });
  });

  test('a redirect without an address leads nowhere', async () => {
    const { result } = await verdict(() => answer(301, '', { location: 'http://[' }));
    expect(result).toEqual({
      ok: false,
      failure: {
        kind: 'refused',
        message: 'reg.test redirects to nowhere. The credential was not sent there.',
      },
    });
  });

  test('a circle is three rounds long', async () => {
    const { host, result } = await verdict(() => answer(302, '', { location: '/v2/' }));
    expect(result).toMatchObject({ failure: { message: 'reg.test redirects in a loop.' } });
    expect(host.requests).toHaveLength(3);
  });
});

describe('a registry on this machine, whose scheme nobody wrote', () => {
  const own = { host: 'localhost:5000' };
  const bases = async (request: NonNullable<FakeHostOptions['request']>) => {
    const host = fakeHost({ request });
    const result = await verifyCredential(patience(host, 60), own, bob);
    return { result, urls: host.requests.map(({ url }) => url.replace(/\/v2\/$/, '')) };
  };
  const [plain, tls] = ['http://localhost:5000', 'https://localhost:5000'];
  const cut = { kind: 'failure', reason: 'cut', message: 'cut' } as const;

  test('is asked by plain http first', async () => {
    const { urls, result } = await bases(() => answer(200));
    expect(result.ok).toBe(true);
    expect(urls).toEqual([plain, plain]);
  });

  test.each([[{ kind: 'failure', reason: 'certificate', message: 'x' } as const], [answer(200)]])(
    'that cuts plain http and has TLS is asked by that: %#',
    async (byTls) => {
      const { urls } = await bases(({ url }) => (url.startsWith('https:') ? byTls : cut));
      expect(urls.slice(0, 3)).toEqual([plain, tls, tls]);
    },
  );

  test('that says that it speaks TLS is asked by that', async () => {
    const { urls } = await bases(({ url }) =>
      url.startsWith('https:')
        ? answer(200)
        : answer(400, 'Client sent an HTTP request to an HTTPS server.\n'),
    );
    expect(urls).toEqual([plain, tls, tls]);
    const other = await bases(() => answer(400, 'bad request'));
    expect(other.urls).toEqual([plain, plain]);
  });

  test('that takes no connection is asked by plain http alone', async () => {
    const refused = { kind: 'failure', reason: 'impossible', message: 'no' } as const;
    const { urls, result } = await bases(() => refused);
    expect(urls).toEqual([plain, plain]);
    expect(result).toMatchObject({ failure: { message: 'No.' } });
  });
});

describe('a token server', () => {
  const verdict = async (reply: ReturnType<typeof answer>, credential: Credential = bob) => {
    const host = fakeHost({
      request: ({ url }) =>
        url.includes('/token')
          ? reply
          : answer(401, '', { 'www-authenticate': 'Bearer realm="https://reg.test/token"' }),
    });
    return verifyCredential(patience(host, 60), { host: 'reg.test' }, credential);
  };

  test.each([400, 401, 403])('refuses with HTTP %i, in its own words', async (status) => {
    const body = {
      errors: [{}],
      error_description: ' ',
      details: 'a\n\n  b\u200b c ',
      message: 'x',
    };
    expect(await verdict(answer(status, body))).toEqual({
      ok: false,
      failure: { kind: 'refused', message: `reg.test returned HTTP ${status} (a b c).` },
    });
  });

  test('that answers something else is no refusal', async () => {
    expect(await verdict(answer(404))).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(await verdict(answer(200, { token: 'a b' }))).toEqual({
      ok: false,
      failure: { kind: 'unreachable', message: 'reg.test returned no valid token.' },
    });
  });
});
