// Requests that are worth a second try: 408, 429, 5xx and network errors, with jitter, `Retry-After` and one budget for
// all of a registry's requests. 401 and 403 are answers, never tried again.

import { backOff, retryAfter, secondsText } from '../../ground/back-off.ts';
import type { Host, HttpRequest, HttpResult } from '../../host/host.ts';
import { fail, type Result } from './result.ts';

/** Who asks: the host, and until when. */
export type Patience = {
  readonly host: Host;
  /** Milliseconds since 1970 after which nothing is begun any more. */
  readonly deadline: number;
};

const delays = { first: 500, longest: 10_000 };
const longestRequest = 20_000;

export function patience(host: Host, seconds: number): Patience {
  return { host, deadline: host.now() + seconds * 1000 };
}

/**
 * Sends until there is an answer that stands, or the budget is used up: then the last result. A try that the end of the
 * budget cuts short says nothing about the server, so the result before it is the one that counts.
 */
export async function requestPatiently(
  { host, deadline }: Patience,
  request: HttpRequest,
): Promise<HttpResult> {
  const allowed = request.timeoutMs ?? longestRequest;
  let before: HttpResult | undefined;
  for (let attempt = 1; ; attempt++) {
    const left = deadline - host.now();
    if (left <= 0) {
      const message = `there was no time left to ask ${hostOf(request.url)}`;
      return before ?? { kind: 'failure', reason: 'timeout', message };
    }
    const result = await host.request({ ...request, timeoutMs: Math.min(allowed, left) });
    const isCutShort = left < allowed && result.kind === 'failure' && result.reason === 'timeout';
    if (isCutShort && before !== undefined) return before;
    before = result;
    if (attempt >= attemptsFor(result)) return result;
    const header = result.kind === 'response' ? result.headers['retry-after'] : undefined;
    const asked = retryAfter(header, host.now()) ?? 0;
    const wait = Math.max(backOff(delays, attempt, host.random()), asked);
    if (host.now() + wait >= deadline) return result;
    const what = result.kind === 'failure' ? result.message : `HTTP ${result.status}`;
    host.log(`${hostOf(request.url)}: ${what}; trying again in ${secondsText(wait)}`);
    await host.sleep(wait);
  }
}

/** How often it is worth trying: a name that is unknown three times is unknown, a server that is down may come back. */
function attemptsFor(result: HttpResult): number {
  if (result.kind === 'failure') return attempts[result.reason] ?? 1;
  if (result.status === 408 || result.status === 429 || result.status >= 500)
    return asLongAsItTakes;
  // Amazon says "slow down" with status 400.
  const isThrottled = result.status === 400 && /"__type":"[^"]*Throttl/.test(result.text());
  return isThrottled ? asLongAsItTakes : 1;
}

const asLongAsItTakes = Number.POSITIVE_INFINITY;
const attempts: Readonly<Record<string, number>> = {
  'unknown-host': 3,
  refused: 5,
  proxy: 5,
  cut: asLongAsItTakes,
  timeout: asLongAsItTakes,
};

/** A failure for an answer that is not an answer: the network's, or a status after the last try. */
export function unusable(result: HttpResult, url: string): Result<never> {
  const host = hostOf(url);
  if (result.kind === 'failure') {
    const { reason } = result;
    // An account of Docker Hub, of which somebody wrote the image name.
    const isBareName = reason === 'unknown-host' && !/[.:]/.test(host);
    const remedy = isBareName
      ? `${host} is used as a host. If it is an account at Docker Hub, leave the address of the registry empty.`
      : remedies[reason];
    const { ok, failure } = fail('unreachable', capital(`${result.message}.`), remedy);
    return { ok, failure: { ...failure, reason } };
  }
  const asked = /^[\w ,:+-]{1,40}$/.exec(result.headers['retry-after'] ?? '')?.[0];
  const wait = asked === undefined ? '' : ` and asks to wait (Retry-After: ${asked})`;
  if (result.status === 429) {
    return fail(
      'unreachable',
      `${host} limits the rate (HTTP 429)${wait}, longer than this step may take.`,
      'Raise `timeout`, or spread the jobs.',
    );
  }
  if (result.status === 408 || result.status >= 500) {
    return fail(
      'unreachable',
      `${host} has a server error (HTTP ${result.status})${wait}; it did not end within \`timeout\`.`,
      'The credential is not the problem: run the job again later, or raise `timeout`. If it is your own registry, see its log.',
    );
  }
  return fail(
    'unreachable',
    `${host} does not answer like a registry (HTTP ${result.status}).`,
    'Check the address: it is the host of the image names, without a path.',
  );
}

const remedies: Readonly<Record<string, string>> = {
  'unknown-host':
    'Check the address for typos. A name that only exists in your network needs a runner in that network.',
  refused: 'Check host and port, and whether the runner can reach them (firewall, VPN, proxy).',
  timeout: 'Check whether the runner can reach it (firewall, VPN, proxy), or raise `timeout`.',
  certificate:
    "If the registry uses your own certificate authority, put its certificate into /etc/docker/certs.d/HOST/ca.crt or the machine's store, or set NODE_EXTRA_CA_CERTS to its file.",
  cut: 'Check whether a firewall or proxy closes connections, or run the job again later.',
  'not-tls': 'A registry without TLS is only used if its address begins with `http://`.',
  impossible:
    'A value contains a character that a URL or a header cannot have, such as a line break: store it again without it.',
  proxy: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.',
};

/** For messages. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
