// GitHub's API for those who only read: REST and GraphQL over one pace, with patience for limits, failing servers and cut
// connections. Nothing is asked faster than GitHub's guidance allows.

import { type Part, readAnswer } from '../ground/answer.ts';
import { defined } from '../ground/defined.ts';
import { type Json, type JsonObject, objectOf, parseJson } from '../ground/json.ts';
import { type RefusedRequest, waitFor } from '../ground/rate-limit.ts';
import type { Result } from '../ground/result.ts';
import type { HttpRequest, HttpResult } from '../host/host.ts';
import type { ApiPlace } from './place.ts';
import {
  graphqlFailure,
  type ReadingFailure,
  readingFailure,
  unreadableAnswer,
} from './reading-failure.ts';

/** The outside, as this client needs it. */
export type ApiHost = {
  readonly request: (request: HttpRequest) => Promise<HttpResult>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly log: (line: string) => void;
};

export type Read<T> = Result<T, ReadingFailure['failure']>;

type RestAnswer = {
  /** JSON, or the text that was asked for; undefined where nothing changed since the given tag. */
  readonly body: Json | undefined;
  readonly etag?: string;
  /** Path of the next page. */
  readonly next?: string;
  /** Organizations that single sign-on hides from the token, as GitHub lists them. */
  readonly hidden?: string;
};

type GraphqlAnswer = {
  readonly data: JsonObject;
  /** What could not be answered, by the first name of its path. */
  readonly refused: ReadonlyMap<string, string>;
};

export type GitHubReader = {
  readonly place: ApiPlace;
  readonly get: (
    path: string,
    what: string,
    options?: { readonly etag?: string; readonly accept?: string },
  ) => Promise<Read<RestAnswer>>;
  readonly graphql: (
    query: string,
    variables: object,
    what: string,
  ) => Promise<Read<GraphqlAnswer>>;
};

/** GitHub's limits for one minute are 900 points of REST and 2,000 of GraphQL; a request that reads is one point. */
const betweenRequests = 70;
/** A wait that is asked for by a limit; longer ones end the audit, which can go on later. */
const longestWait = 2 * 60 * 60_000;
const timeoutMs = 60_000;
const mostBytes = 64 * 1024 * 1024;

export function connectReader(host: ApiHost, place: ApiPlace, token: string): GitHubReader {
  const ask = pacedRequests(host, token);
  return { place, get: rest(ask, place), graphql: graphql(ask, place) };
}

type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** @param limitIn what an answer with status 200 says of a limit that is used up */
type Ask = (
  request: Omit<HttpRequest, 'timeoutMs' | 'maxBytes'>,
  what: string,
  limitIn?: (text: string) => string | undefined,
) => Promise<Read<Answered>>;

/** Requests of one token, as many a minute as GitHub likes, and again where that helps. */
function pacedRequests(host: ApiHost, token: string): Ask {
  /** When the next request may go out: all share it. */
  let free = 0;

  async function turn(): Promise<void> {
    for (;;) {
      const now = host.now();
      if (free <= now) {
        free = now + betweenRequests;
        return;
      }
      const wait = free - now;
      // The next one queues behind this one.
      if (wait <= 60 * betweenRequests) {
        free += betweenRequests;
        await host.sleep(wait);
        return;
      }
      await host.sleep(wait);
    }
  }

  return async (request, what, limitIn) => {
    for (let attempt = 1; ; attempt++) {
      await turn();
      const result = await host.request({
        ...request,
        headers: {
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
          ...request.headers,
        },
        timeoutMs,
        maxBytes: mostBytes,
      });
      let refused: RefusedRequest;
      if (result.kind === 'failure') refused = { status: 0, headers: {}, message: result.message };
      else {
        const text = result.text();
        const limited = result.status === 200 ? limitIn?.(text) : undefined;
        if (limited === undefined && result.status < 400) {
          return { ok: true, value: { status: result.status, headers: result.headers, text } };
        }
        refused = {
          status: limited === undefined ? result.status : 403,
          headers: result.headers,
          message: limited ?? messageIn(text),
        };
      }
      const wait = waitFor(refused, attempt, host.now(), host.random());
      if (wait === undefined || wait.milliseconds > longestWait) {
        return readingFailure(wait?.limited ? { ...refused, status: 429 } : refused, what);
      }
      if (wait.limited) free = Math.max(free, host.now() + wait.milliseconds);
      if (wait.milliseconds >= 5000)
        host.log(`${wait.because}; going on in ${Math.ceil(wait.milliseconds / 1000)} s`);
      if (!wait.limited) await host.sleep(wait.milliseconds);
    }
  };
}

const rest =
  (ask: Ask, place: ApiPlace): GitHubReader['get'] =>
  async (path, what, { etag, accept = 'application/vnd.github+json' } = {}) => {
    let url = path.startsWith('http') ? path : `${place.rest}${path}`;
    for (let hops = 0; ; hops++) {
      const answer = await ask(
        { url, headers: { accept, ...defined({ 'if-none-match': etag }) } },
        what,
      );
      if (!answer.ok) return answer;
      const { status, headers, text } = answer.value;
      const to = headers['location'];
      if (status >= 300 && status < 400 && status !== 304 && to !== undefined && hops < 3) {
        const target = new URL(to, url);
        // The token goes to this API and to nobody else.
        if (target.host === new URL(place.rest).host) {
          url = target.href;
          continue;
        }
      }
      if (status !== 200 && status !== 304) {
        return readingFailure({ status, headers, message: 'an answer that is none' }, what);
      }
      const body = status === 304 ? undefined : accept.includes('raw') ? text : parseJson(text);
      if (status === 200 && body === undefined) return unreadableAnswer('it is not JSON', what);
      const link = /<([^>]+)>;\s*rel="next"/.exec(headers['link'] ?? '')?.[1];
      const next = link === undefined ? undefined : new URL(link, url);
      const hidden = /partial-results; organizations=(\S+)/.exec(
        headers['x-github-sso'] ?? '',
      )?.[1];
      return {
        ok: true,
        value: {
          body,
          ...defined({ etag: headers['etag'] }),
          ...(next?.host === new URL(place.rest).host ? { next: next.href } : {}),
          ...defined({ hidden }),
        },
      };
    }
  };

const graphql =
  (ask: Ask, place: ApiPlace): GitHubReader['graphql'] =>
  async (query, variables, what) => {
    const answer = await ask(
      {
        url: place.graphql,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      },
      what,
      graphqlLimit,
    );
    if (!answer.ok) return answer;
    const body = readAnswer(parseJson(answer.value.text), graphqlBody);
    if (!body.ok) return unreadableAnswer(body.failure, what);
    const { data, errors } = body.value;
    const refused = new Map<string, string>();
    let whole: string | undefined;
    for (const { type = 'ERROR', message = '', at } of errors) {
      const said = `${type} ${message}`;
      if (at === undefined) whole ??= said;
      else refused.set(at, said);
    }
    if (whole !== undefined && data === undefined) return graphqlFailure(whole, what);
    return { ok: true, value: { data: data ?? {}, refused } };
  };

/** `at`: the first name of the path of what could not be answered. */
function graphqlBody(body: Part) {
  return {
    data: body.field('data').maybe((data) => data.object()),
    errors:
      body.field('errors').maybe((errors) =>
        errors.list().map((error) => ({
          type: error.field('type').maybe((type) => type.text()),
          message: error.field('message').maybe((message) => message.text()),
          at: error.field('path').maybe((path) => path.list()[0]?.text()),
        })),
      ) ?? [],
  };
}

/** GraphQL says 200 when its limit is used up, and when it broke down. */
function graphqlLimit(text: string): string | undefined {
  if (!text.includes('"errors"')) return undefined;
  const body = readAnswer(parseJson(text), graphqlBody);
  const limited = body.ok
    ? body.value.errors.find(({ type }) => type === 'RATE_LIMITED')
    : undefined;
  return limited === undefined ? undefined : `secondary rate limit: ${limited.message ?? ''}`;
}

function messageIn(text: string): string {
  const { message } = objectOf(parseJson(text));
  return typeof message === 'string' ? message : text.slice(0, 300);
}
