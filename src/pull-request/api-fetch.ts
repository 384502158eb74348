// What GitHub's client sends by. Its own way out is undici, a second HTTP client of 140 kB compressed; ours, by which the
// rest of the program goes, knows the machine's proxy and also its certificates, and ends when the step is cancelled.

import { defined } from '../ground/defined.ts';
import type { Host, HttpRequest, HttpResponse } from '../host/host.ts';

/** What the client asks by and reads of the answer: less than all of `fetch`. */
type ApiFetch = (
  url: string,
  options: {
    readonly method: NonNullable<HttpRequest['method']>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
) => Promise<Response>;

/** A comparison of branches comes with the patch of each of its files. */
const maxBytes = 64 * 1024 * 1024;

/**
 * @returns a `fetch` that throws what the network said; `timeoutMs` is for each exchange. The token follows a redirect
 * (the API has them for renamed repositories) only within its server.
 */
export function apiFetch(host: Host, timeoutMs: number): ApiFetch {
  return async (address, { method, headers, body }) => {
    let url = address;
    for (let redirects = 0; redirects <= 5; redirects++) {
      const result = await host.request({
        url,
        method,
        headers,
        ...defined({ body }),
        timeoutMs,
        maxBytes,
      });
      if (result.kind === 'failure') throw new Error(result.message);
      const next = redirectOf(result, url);
      if (next === undefined) return responseOf(result);
      if (new URL(next).origin !== new URL(url).origin) {
        throw new Error(`${new URL(url).host} sends to another server, which gets no token`);
      }
      // Only these two say that a request that changes something is to be sent again as it is.
      if (method !== 'GET' && result.status !== 307 && result.status !== 308) {
        throw new Error(`${new URL(url).host} answers ${method} with HTTP ${result.status}`);
      }
      url = next;
    }
    throw new Error(`${new URL(url).host} redirects without end`);
  };
}

function redirectOf({ status, headers }: HttpResponse, url: string): string | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

/** A status without a body must not be given one. */
function responseOf({ status, headers, body }: HttpResponse): Response {
  const text = [204, 205, 304].includes(status) ? null : Buffer.from(body);
  return new Response(text, { status, headers });
}
