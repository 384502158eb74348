import { afterEach, expect, test } from 'vitest';
import { patience, requestPatiently, unusable } from '../../src/registry/protocol/patience.ts';
import { firstAnswer } from '../../src/registry/protocol/verify.ts';
import { answer, fakeHost } from '../fake-host.ts';
import { networkHost, startServer, type TestServer } from './http-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
async function serve(...args: Parameters<typeof startServer>): Promise<TestServer> {
  const server = await startServer(...args);
  servers.push(server);
  return server;
}

test.each([408, 429, 500, 502, 503, 504])(
  'HTTP %i is tried again, with growing waits',
  async (status) => {
    let left = 3;
    const server = await serve(() => ({ status: left-- > 0 ? status : 200 }));
    const host = networkHost();
    const result = await requestPatiently(patience(host, 60), { url: `${server.url}/v2/` });
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(server.seen).toHaveLength(4);
    expect(host.sleeps).toEqual([375, 750, 1500]);
    expect(host.lines[0]).toBe(`${server.host}: HTTP ${status}; trying again in 0.4 s`);
  },
);

test.each([200, 301, 400, 401, 403, 404])('HTTP %i is an answer', async (status) => {
  const server = await serve(() => ({ status }));
  await requestPatiently(patience(networkHost(), 60), { url: server.url });
  expect(server.seen).toHaveLength(1);
});

test('a connection that is cut is tried again', async () => {
  let left = 2;
  const server = await serve(() => (left-- > 0 ? 'cut' : { status: 200 }));
  const host = networkHost();
  expect(await requestPatiently(patience(host, 60), { url: server.url })).toMatchObject({
    status: 200,
  });
  expect(host.lines).toHaveLength(2);
  expect(host.lines[0]).toContain(`${server.host}: ${server.host} cut the connection`);
});

test('Retry-After in seconds and as a date is heeded', async () => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5);
  const waits = ['7', new Date(now + 7000 + 9000).toUTCString()];
  const host = fakeHost({
    request: () => {
      const wait = waits.shift();
      return wait === undefined ? answer(200) : answer(429, '', { 'retry-after': wait });
    },
  });
  expect(await requestPatiently(patience(host, 60), { url: 'https://a/' })).toMatchObject({
    status: 200,
  });
  expect(host.sleeps).toEqual([7000, 9000]);
});

test('a wait beyond the budget is not begun, and the message says what was asked', async () => {
  const host = fakeHost({ request: () => answer(429, '', { 'retry-after': '600' }) });
  const result = await requestPatiently(patience(host, 60), { url: 'https://a/' });
  expect(host.sleeps).toEqual([]);
  expect(unusable(result, 'https://a/')).toMatchObject({
    failure: {
      kind: 'unreachable',
      message:
        'a limits the rate (HTTP 429) and asks to wait (Retry-After: 600), longer than this step may take.',
    },
  });
});

test('a last try that the end of the budget cuts short does not hide the reason', async () => {
  const host = fakeHost({
    request: ({ timeoutMs = 0 }) =>
      timeoutMs > 5000
        ? { kind: 'failure', reason: 'cut', message: 'a cut the connection (ECONNRESET)' }
        : { kind: 'failure', reason: 'timeout', message: 'no answer from a within 0.0 s' },
  });
  const result = await requestPatiently(patience(host, 6), { url: 'https://a/' });
  expect(host.sleeps).not.toEqual([]);
  expect(result).toMatchObject({ reason: 'cut' });
});

test('answers that never come are no answer, also in the last try', async () => {
  const host = fakeHost({
    request: ({ timeoutMs }) => ({
      kind: 'failure',
      reason: 'timeout',
      message: `no answer from a within ${timeoutMs} ms`,
    }),
  });
  const result = await requestPatiently(patience(host, 3), { url: 'https://a/' });
  expect(result).toMatchObject({ reason: 'timeout', message: 'no answer from a within 3000 ms' });
});

test('a storm of 503 ends with the budget', async () => {
  const host = fakeHost({ request: () => answer(503) });
  const start = host.now();
  const result = await requestPatiently(patience(host, 30), { url: 'https://a/' });
  expect(host.now() - start).toBeLessThan(30_000);
  expect(host.requests.length).toBeGreaterThan(4);
  expect(unusable(result, 'https://a/')).toMatchObject({
    failure: { message: 'a has a server error (HTTP 503); it did not end within `timeout`.' },
  });
});

test('Amazon says "slow down" with status 400', async () => {
  const answers = [
    answer(400, { __type: 'ThrottlingException' }),
    answer(400, { __type: 'AccessDeniedException' }),
  ];
  const host = fakeHost({ request: () => answers.shift() ?? answer(200) });
  expect(await requestPatiently(patience(host, 60), { url: 'https://a/' })).toMatchObject({
    status: 400,
  });
  expect(host.requests).toHaveLength(2);
});

test('a server that never answers costs no more than the budget', async () => {
  const server = await serve(() => 'hang');
  const host = networkHost();
  const budget = { ...patience(host, 0.2) };
  const result = await requestPatiently(budget, { url: server.url });
  expect(result).toMatchObject({ kind: 'failure', reason: 'timeout' });
});

test.each([
  ['unknown-host', 3],
  ['refused', 5],
  ['not-tls', 1],
  ['too-large', 1],
] as const)('%s is tried %i times', async (reason, times) => {
  const host = fakeHost({ request: () => ({ kind: 'failure', reason, message: 'x' }) });
  const result = await requestPatiently(patience(host, 600), { url: 'https://a/' });
  expect(host.requests).toHaveLength(times);
  expect(unusable(result, 'https://a/')).toMatchObject({
    failure: { kind: 'unreachable', reason },
  });
});

test('a name without a dot may be an account at Docker Hub', () => {
  const result = { kind: 'failure', reason: 'unknown-host', message: 'x' } as const;
  expect(unusable(result, 'https://acme/v2/')).toMatchObject({
    failure: { remedy: expect.stringContaining('leave the address of the registry empty') },
  });
  expect(unusable(result, 'https://registry.acme.test/v2/')).toMatchObject({
    failure: { remedy: expect.stringContaining('typos') },
  });
});

test('a certificate is no reason to try again', async () => {
  const host = fakeHost({
    request: () => ({ kind: 'failure', reason: 'certificate', message: 'x' }),
  });
  await requestPatiently(patience(host, 60), { url: 'https://a/' });
  expect(host.requests).toHaveLength(1);
});

test('nothing is asked when the time is up, and no time of nothing is named', async () => {
  const host = fakeHost({ request: () => answer(200) });
  const result = await requestPatiently(patience(host, 0), { url: 'https://registry.example/v2/' });
  expect(host.requests).toEqual([]);
  expect(result).toMatchObject({
    kind: 'failure',
    message: 'there was no time left to ask registry.example',
  });
});

test('a silent registry on this machine takes no longer than the budget', async () => {
  const asked: number[] = [];
  const host = fakeHost({
    request: ({ timeoutMs = 0 }) => {
      asked.push(timeoutMs);
      return { kind: 'failure', reason: 'timeout', message: 'no answer' };
    },
  });
  await firstAnswer(patience(host, 4), { host: 'localhost:5000' });
  expect(Math.max(...asked)).toBeLessThanOrEqual(4000);
});
