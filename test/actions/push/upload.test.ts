import { expect, test } from 'vitest';
import type { LocalSource } from '../../../src/actions/push/source.ts';
import { upload } from '../../../src/actions/push/upload.ts';
import { answer, exited, type FakeExec, fakeHost } from '../../fake-host.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const source: LocalSource = {
  title: 'x',
  id: 'sha256:1',
  knownDigests: [],
  uploadStep: (reference) => ['push', reference],
  digestFrom: ({ stdout }) => /digest: (\S+)/.exec(stdout)?.[1],
};
const place = { host: 'reg.test', path: 'a', text: 'reg.test/a:1' };
const pushed = exited(0, `1: digest: ${digest} size: 1\n`);

const run = async (results: readonly ReturnType<typeof exited>[], at = place) => {
  const left = [...results];
  const host = fakeHost({
    exec: ({ args }: FakeExec) => (args[0] === 'push' ? (left.shift() ?? pushed) : exited(0)),
    request: ({ url }) => (url.startsWith('http://engine/') ? answer(201) : answer(500)),
  });
  const result = await upload({ host, env: {}, live: false }, source, at);
  return { host, result };
};

test('a failure that may pass is tried again, later each time', async () => {
  const { host, result } = await run([
    exited(1, '', 'received unexpected HTTP status: 503 Service Unavailable'),
    exited(1, '', 'unexpected EOF'),
  ]);
  expect(result).toEqual({ kind: 'uploaded', digest });
  expect(host.sleeps).toEqual([1500, 3000]);
  expect(host.requests[0]).toMatchObject({ socketPath: '/var/run/docker.sock', method: 'POST' });
});

test('five tries and no more; a refusal is not tried again; nor is what the client tried itself', async () => {
  const busy = exited(1, '', 'toomanyrequests: slow down');
  const { host, result } = await run([busy, busy, busy, busy, busy, pushed]);
  expect(result).toMatchObject({ kind: 'failed', failure: { passing: true } });
  expect(host.sleeps).toHaveLength(4);
  const refused = await run([exited(1, '', 'denied: requested access to the resource is denied')]);
  expect(refused.host.sleeps).toEqual([]);
  expect(refused.result).toMatchObject({ kind: 'failed', failure: { passing: false } });
  const tired = await run([
    exited(
      1,
      'abc: Retrying in 1 second\n',
      'received unexpected HTTP status: 500 Internal Server Error',
    ),
  ]);
  expect(tired.host.sleeps).toEqual([]);
});

// In the words of the vendors: what the answer means does not change by asking again.
test.each([
  ['zot.test', 'manifest invalid: manifest invalid'],
  ['zot.test', 'received unexpected HTTP status: 415 Unsupported Media Type'],
  ['harbor.test', 'unauthorized: unauthorized to access repository: a/b, action: push'],
  ['harbor.test', 'denied: The system is in read only mode. Any modification is prohibited.'],
  ['harbor.test', "Failed to process request due to 'web:1' configured as immutable."],
  ['quay.io', 'unauthorized: access to the requested resource is not authorized'],
  ['quay.io', 'denied: Quota has been exceeded on namespace'],
  ['quay.io', 'manifest invalid: manifest invalid'],
  ['ghcr.io', 'denied: permission_denied: write_package'],
  ['gcr.io', 'denied: Unauthenticated request. Unauthenticated requests do not have permission'],
  ['x.azurecr.io', 'unauthorized: authentication required'],
  [
    '1.dkr.ecr.us-east-1.amazonaws.com',
    "name unknown: The repository with name 'a' does not exist in the registry",
  ],
  [
    '1.dkr.ecr.us-east-1.amazonaws.com',
    "manifest invalid: Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
  ],
  ['docker.io', 'denied: requested access to the resource is denied'],
  ['reg.test', 'error parsing HTTP 404 response body: unexpected end of JSON input: ""'],
  ['reg.test', "error parsing HTTP 403 response body: invalid character '<' looking for a value"],
  ['reg.test', 'unexpected status from PUT request to https://reg.test/v2/a: 400 Bad Request'],
  ['reg.test', 'name invalid: invalid repository name'],
  ['reg.test', 'digest invalid: provided digest did not match uploaded content'],
  ['reg.test', 'unsupported: The operation is unsupported.'],
])('%s saying %s is asked once', async (host, said) => {
  const seen = await run([exited(1, '', said), pushed], { ...place, host });
  expect(seen.result).toMatchObject({ kind: 'failed', failure: { passing: false } });
  expect(seen.host.execs.filter(({ args }) => args[0] === 'push')).toHaveLength(1);
  expect(seen.host.sleeps).toEqual([]);
});

test('without the socket the client gives the name; a push without a digest is not a push', async () => {
  const host = fakeHost({
    exec: ({ args }) => (args[0] === 'push' ? exited(0, 'nothing') : exited(0)),
  });
  const result = await upload({ host, env: {}, live: false }, source, place);
  expect(host.execs.map(({ args }) => args.join(' '))).toContain('tag sha256:1 reg.test/a:1');
  expect(result).toMatchObject({
    kind: 'failed',
    failure: { message: expect.stringContaining('named no digest') },
  });
});

test('a name that another job gives away while it is pushed is taken back and pushed again', async () => {
  const ids = ['sha256:2', 'sha256:1'];
  const host = fakeHost({
    exec: ({ args }: FakeExec) => {
      if (args[0] === 'push') return pushed;
      return args.includes('inspect') ? exited(0, `${ids.shift()} []\n`) : exited(0);
    },
    request: () => answer(201),
  });
  const result = await upload({ host, env: {}, live: false }, source, place);
  expect(result).toEqual({ kind: 'uploaded', digest });
  expect(host.execs.filter(({ args }) => args[0] === 'push')).toHaveLength(2);
  expect(host.sleeps).toHaveLength(1);
});
