import { expect, test } from 'vitest';
import { pullImage } from '../../../src/actions/pull-boot-image/pull.ts';
import { exited, fakeHost } from '../../fake-host.ts';

const pull = async (
  answers: readonly string[],
  mirrors: readonly string[] = [],
  hasLocal = false,
) => {
  const rest = [...answers];
  const host = fakeHost({
    exec: () => {
      const words = rest.shift() ?? '';
      return words === '' ? exited(0) : exited(1, '', `${words}\n`);
    },
  });
  const request = { text: 'acme/app:1', mirrors, platform: '', hasLocal };
  return { host, result: await pullImage(host, request) };
};

test.each([
  ['no space left on device', 'The disk is full'],
  ['failed to register layer: write /x: no space left on device', 'The disk is full'],
  [
    'manifest for acme/app:1 not found: manifest unknown: manifest unknown',
    'does not exist at its registry',
  ],
  [
    'pull access denied for acme/app, repository does not exist or may require docker login',
    'denies access to',
  ],
  ['Head "https://r.test/v2/app/manifests/1": no basic auth credentials', 'denies access to'],
  ['unauthorized: authentication required', 'denies access to'],
  [
    'no matching manifest for linux/s390x in the manifest list entries',
    'does not exist for this platform',
  ],
  ['x509: certificate signed by unknown authority', 'does not trust the certificate'],
  ['http: server gave HTTP response to HTTPS client', 'uses plain HTTP'],
  [
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'does not answer',
  ],
  ['permission denied while trying to connect to the Docker daemon socket', 'does not answer'],
  [
    '[DEPRECATION NOTICE] Docker Image Format v1 and Docker Image manifest version 2, schema 1 support is disabled by default',
    'schema 1',
  ],
  [
    'not implemented: media type "application/vnd.docker.distribution.manifest.v1+prettyjws" is no longer supported since containerd v2.1',
    'schema 1',
  ],
  [
    'Encountered remote "application/vnd.cncf.helm.config.v1+json"(unknown) when fetching',
    'is not an image of a container',
  ],
  ['received unexpected HTTP status: 400 Bad Request', 'does not give it'],
  [
    'unexpected status from HEAD request to https://r.test:443/v2/app/manifests/1: 410 Gone',
    'does not give it',
  ],
  ['error parsing HTTP 404 response body: unexpected end of JSON input: ""', 'does not give it'],
  ["invalid character '<' looking for beginning of value", 'does not give it'],
])('%s: no second try', async (words, message) => {
  const { host, result } = await pull([words]);
  expect(result).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining(message) },
  });
  expect(result).toMatchObject({ failure: { message: expect.stringContaining(words) } });
  expect(host.execs).toHaveLength(1);
});

test.each([
  'toomanyrequests: You have reached your unauthenticated pull rate limit',
  'received unexpected HTTP status: 503 Service Unavailable',
  'error parsing HTTP 429 response body: unexpected status 429: denied',
  'Get "https://r.test/v2/": net/http: TLS handshake timeout',
  'dial tcp 10.0.0.1:443: connect: connection refused',
  'unexpected status from HEAD request to https://r.test:443/v2/app: 408 Request Timeout',
  'Head "https://r.test:443/v2/": HTTP stream closed at r.test:443',
  'unexpected EOF',
])('%s: again', async (words) => {
  const { host, result } = await pull([words, words, '']);
  expect(result).toEqual({ ok: true, value: 'acme/app:1' });
  expect(host.sleeps).toEqual([1125, 2250]);
});

test('there are five tries', async () => {
  const { host, result } = await pull(Array.from({ length: 9 }, () => 'unexpected EOF'));
  expect(result).toMatchObject({
    ok: false,
    failure: { message: 'acme/app:1 could not be pulled after 5 attempts.\nunexpected EOF' },
  });
  expect(host.execs).toHaveLength(5);
});

test.each([
  ['manifest for acme/app:1 not found: manifest unknown: manifest unknown', true, 1],
  ['pull access denied for acme/app, repository does not exist', true, 1],
  [
    'Get "http://localhost:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused',
    true,
    1,
  ],
  ['dial tcp: lookup registry.test: no such host', true, 1],
  ['no space left on device', false, 1],
  ['unexpected EOF', false, 5],
])('with an image of that name on the machine, %s: absent is %s', async (words, absent, tries) => {
  const { host, result } = await pull(
    Array.from({ length: 9 }, () => words),
    [],
    true,
  );
  expect(result).toMatchObject({ ok: false, failure: { absent } });
  expect(host.execs).toHaveLength(tries);
});

test('a mirror’s image gets the registry’s name', async () => {
  const { host, result } = await pull(
    ['unexpected EOF', '', ''],
    ['one.test/acme/app:1', 'two.test/acme/app:1'],
  );
  expect(result).toEqual({ ok: true, value: 'acme/app:1' });
  expect(host.execs.map(({ args }) => args.join(' '))).toEqual([
    'pull one.test/acme/app:1',
    'pull two.test/acme/app:1',
    'tag two.test/acme/app:1 acme/app:1',
  ]);
});
