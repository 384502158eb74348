import { expect, test } from 'vitest';
import { waitFor } from '../../src/ground/rate-limit.ts';

const now = Date.UTC(2026, 10, 21);

test.each([
  [200, {}, '', undefined],
  [401, { 'retry-after': '5' }, '', undefined],
  [403, {}, 'Resource not accessible by integration', undefined],
  [403, { 'x-ratelimit-remaining': '12' }, 'Forbidden', undefined],
  [404, {}, '', undefined],
  [422, {}, '', undefined],
  [403, { 'retry-after': '7' }, 'You have exceeded a secondary rate limit', 7000],
  [429, { 'retry-after': '0' }, '', 1000],
  [429, { 'retry-after': new Date(now + 9000).toUTCString() }, '', 9000],
  [429, { 'retry-after': 'soon' }, '', 60_000],
  [403, {}, 'You have triggered an abuse detection mechanism', 60_000],
  [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 30) }, '', 31_000],
  [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 - 30) }, '', 1000],
  [403, { 'x-ratelimit-remaining': '0' }, '', 60_000],
  [408, {}, '', 500],
  [503, { 'retry-after': '3' }, '', 3000],
  [0, {}, 'connect ECONNREFUSED', 500],
  [0, {}, 'unable to verify the first certificate', undefined],
  [0, {}, 'self-signed certificate in certificate chain', undefined],
  [422, {}, 'Validation Failed: {"field":"head","code":"invalid"}', 500],
  [422, {}, 'Validation Failed: {"field":"base","code":"invalid"}', undefined],
] as const)('%i %j %s: %s ms', (status, headers, message, milliseconds) => {
  expect(waitFor({ status, headers, message }, 1, now, 0)?.milliseconds).toBe(milliseconds);
});

test('a limit that says "now" every time is waited for longer each time', () => {
  const waits = [1, 2, 3].map(
    (attempt) =>
      waitFor({ status: 429, headers: { 'retry-after': '0' }, message: '' }, attempt, now, 0)
        ?.milliseconds,
  );
  expect(waits).toEqual([1000, 2000, 4000]);
});

test('each further wait for a broken server is twice as long, and the fifth failure stands', () => {
  const waits = [1, 2, 3, 4, 5].map(
    (attempt) => waitFor({ status: 500, headers: {}, message: '' }, attempt, now, 1)?.milliseconds,
  );
  expect(waits).toEqual([1000, 2000, 4000, 8000, undefined]);
});
