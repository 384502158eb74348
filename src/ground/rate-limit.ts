// When a request to GitHub is worth sending again, and after how long.
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api

import { backOff, retryAfter } from './back-off.ts';

export type RefusedRequest = {
  /** 0 where there was no answer at all. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly message: string;
};

export type Wait = {
  readonly milliseconds: number;
  /** For the log: what the wait is for. */
  readonly because: string;
  /** Whether the limit counts for every request, so that others would be refused too. */
  readonly limited: boolean;
};

/** Failures of the network and of the server are tried so often; a limit that names its end is waited for. */
const mostTries = 5;
const delays = { first: 1000, longest: 60_000 };

/**
 * How long to wait before the next try; undefined where the answer stands.
 * @param attempt tries so far, from 1
 * @param random from 0 up to 1
 */
export function waitFor(
  { status, headers, message }: RefusedRequest,
  attempt: number,
  now: number,
  random: number,
): Wait | undefined {
  const limited = status === 403 || status === 429;
  const asked = retryAfter(headers['retry-after'], now);
  if (limited) {
    // A server that says "now" again and again is not asked for ever.
    const atLeast = 1000 * 2 ** (attempt - 1);
    const isSecondary = /secondary rate limit|abuse detection/i.test(message);
    if (asked !== undefined) {
      return {
        milliseconds: Math.max(asked, atLeast),
        because: 'GitHub limits the rate',
        limited: true,
      };
    }
    if (headers['x-ratelimit-remaining'] === '0') {
      const reset = Number(headers['x-ratelimit-reset']) * 1000;
      return {
        milliseconds: Math.max(Number.isNaN(reset) ? 60_000 : reset - now + 1000, atLeast),
        because: 'the rate limit of the token is used up',
        limited: true,
      };
    }
    // A secondary limit without a time: at least a minute, and longer each time.
    if (isSecondary || status === 429) {
      return {
        milliseconds: 60_000 * 2 ** (attempt - 1),
        because: 'GitHub limits the rate (secondary limit)',
        limited: true,
      };
    }
    return undefined;
  }
  const isEarly = status === 422 && branchUnknown.test(message);
  if (status !== 0 && status !== 408 && status < 500 && !isEarly) return undefined;
  if (attempt >= mostTries || (status === 0 && untrusted.test(message))) return undefined;
  return {
    milliseconds: Math.max(backOff(delays, attempt, random), asked ?? 0),
    because: isEarly
      ? 'GitHub does not know the new state of the branch yet'
      : status === 0
        ? message
        : `HTTP ${status}`,
    limited: false,
  };
}

/** Node's words for a certificate that it does not know; they stay the same. */
const untrusted = /certificate|self.signed/i;

/** What the API may say of a branch in the seconds after a push, until all its servers know it. */
const branchUnknown =
  /"field":"head","code":"invalid"|not all refs are readable|no commits between/i;
