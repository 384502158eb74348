// The client of those who only read: its pace, what it follows, what it tries again, what it makes of refusals.

import { describe, expect, test } from 'vitest';
import { connectReader } from '../../src/github/client.ts';
import type { HttpRequest, HttpResult } from '../../src/host/host.ts';
import { answer, fakeHost } from '../fake-host.ts';

const place = {
  server: 'https://github.com',
  host: 'github.com',
  rest: 'https://api.github.com',
  graphql: 'https://api.github.com/graphql',
};

/** A reader whose requests get the answers of the list, one by one, and the last one from then on. */
function reader(...answers: readonly (HttpResult | ((request: HttpRequest) => HttpResult))[]) {
  let count = 0;
  const host = fakeHost({
    request: (request) => {
      const next = answers[Math.min(count++, answers.length - 1)];
      if (next === undefined) throw new Error('no answer');
      return typeof next === 'function' ? next(request) : next;
    },
  });
  return { host, github: connectReader(host, place, 'hidden-token') };
}

describe('get', () => {
  test('gives body, tag, next page, and organizations that are hidden', async () => {
    const { host, github } = reader(
      answer(200, [1], {
        etag: '"x"',
        link: '<https://api.github.com/orgs/a/repos?page=2>; rel="next", <https://x>; rel="last"',
        'x-github-sso': 'partial-results; organizations=21955855,20582480',
      }),
    );
    expect(await github.get('/orgs/a/repos', 'the list')).toEqual({
      ok: true,
      value: {
        body: [1],
        etag: '"x"',
        next: 'https://api.github.com/orgs/a/repos?page=2',
        hidden: '21955855,20582480',
      },
    });
    expect(host.requests[0]).toMatchObject({
      url: 'https://api.github.com/orgs/a/repos',
      headers: { authorization: 'Bearer hidden-token', accept: 'application/vnd.github+json' },
    });
  });

  test('a page of another host is none', async () => {
    const { github } = reader(answer(200, [], { link: '<https://evil.test/x>; rel="next"' }));
    expect(await github.get('/x', 'x')).toEqual({ ok: true, value: { body: [] } });
  });

  test('nothing that changed has no body; a raw text is one as it is', async () => {
    const { host, github } = reader(answer(304), answer(200, 'no json'));
    expect(await github.get('/x', 'x', { etag: '"1"' })).toEqual({ ok: true, value: {} });
    expect(host.requests[0]?.headers).toMatchObject({ 'if-none-match': '"1"' });
    const raw = { accept: 'application/vnd.github.raw+json' };
    expect(await github.get('/x', 'x', raw)).toEqual({ ok: true, value: { body: 'no json' } });
  });

  test('follows to the same host, and hands the token to no other', async () => {
    const moved = answer(301, '', { location: '/repositories/1' });
    const { host, github } = reader(moved, answer(200, { id: 1 }));
    expect(await github.get('/repos/a/b', 'a/b')).toMatchObject({ value: { body: { id: 1 } } });
    expect(host.requests.map(({ url }) => url)).toEqual([
      'https://api.github.com/repos/a/b',
      'https://api.github.com/repositories/1',
    ]);
    const away = reader(answer(302, '', { location: 'https://evil.test/' }));
    expect((await away.github.get('/x', 'x')).ok).toBe(false);
    expect(away.host.requests).toHaveLength(1);
    const round = reader(moved);
    expect((await round.github.get('/x', 'x')).ok).toBe(false);
    expect(round.host.requests).toHaveLength(4);
  });

  test('an answer that is no JSON is a failure', async () => {
    const { github } = reader(answer(200, '<html>'));
    expect(await github.get('/x', 'the list')).toMatchObject({
      failure: {
        message: "GitHub's answer about the list cannot be read: it is not JSON",
        isFinal: false,
      },
    });
  });

  test('a server that breaks down is asked again, a refusal is not', async () => {
    const flaky = reader(answer(502), answer(503), answer(200, {}));
    expect((await flaky.github.get('/x', 'x')).ok).toBe(true);
    expect(flaky.host.requests).toHaveLength(3);
    const refused = reader(answer(401, { message: 'Bad credentials' }));
    expect((await refused.github.get('/x', 'x')).ok).toBe(false);
    expect(refused.host.requests).toHaveLength(1);
  });

  test('a limit is waited for, and said', async () => {
    const { host, github } = reader(answer(429, '', { 'retry-after': '30' }), answer(200, {}));
    const began = host.now();
    expect((await github.get('/x', 'x')).ok).toBe(true);
    expect(host.now() - began).toBeGreaterThanOrEqual(30_000);
    expect(host.lines.join('\n')).toContain('going on in');
  });

  test('a limit that lasts for hours ends it', async () => {
    const { host, github } = reader(answer(429, '', { 'retry-after': '9000' }));
    expect((await github.get('/x', 'x')).ok).toBe(false);
    expect(host.requests).toHaveLength(1);
  });

  test('many at once keep the pace of one', async () => {
    const { host, github } = reader(answer(200, {}));
    const began = host.now();
    for (let count = 0; count < 100; count++) await github.get('/x', 'x');
    expect(host.now() - began).toBeGreaterThanOrEqual(99 * 70);
  });
});

describe('graphql', () => {
  test('gives the data, and what was refused by its name', async () => {
    const errors = [{ type: 'NOT_FOUND', message: 'gone', path: ['r1', 'refs'] }];
    const { host, github } = reader(answer(200, { data: { r0: 1, r1: null }, errors }));
    expect(await github.graphql('query { r0 }', { a: 1 }, 'branches')).toEqual({
      ok: true,
      value: { data: { r0: 1, r1: null }, refused: new Map([['r1', 'NOT_FOUND gone']]) },
    });
    expect(JSON.parse(String(host.requests[0]?.body))).toEqual({
      query: 'query { r0 }',
      variables: { a: 1 },
    });
  });

  test('an error of the whole is a failure, unless there is data', async () => {
    const errors = [{ message: 'Something went wrong' }];
    const failed = reader(answer(200, { data: null, errors }));
    expect((await failed.github.graphql('q', {}, 'x')).ok).toBe(false);
    const partly = reader(answer(200, { data: { r0: 1 }, errors }));
    expect((await partly.github.graphql('q', {}, 'x')).ok).toBe(true);
  });

  test.each([
    ['<html>', 'it is not JSON'],
    [[], 'it is not an object'],
    [{ data: [] }, '`data` is not an object'],
    [{ data: null, errors: {} }, '`errors` is not a list'],
    [{ errors: [{ type: 7 }] }, '`errors[0].type` is not a text'],
    [{ errors: [{ path: 'r0' }] }, '`errors[0].path` is not a list'],
  ])('%j is a failure in words', async (body, reason) => {
    const { host, github } = reader(answer(200, body));
    expect(await github.graphql('q', {}, 'the heads')).toMatchObject({
      failure: { message: `GitHub's answer about the heads cannot be read: ${reason}` },
    });
    expect(host.requests).toHaveLength(1);
  });

  test('a limit that is said with 200 is waited for', async () => {
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
    const { host, github } = reader(
      answer(200, { errors }, { 'retry-after': '5' }),
      answer(200, { data: {} }),
    );
    expect((await github.graphql('q', {}, 'x')).ok).toBe(true);
    expect(host.requests).toHaveLength(2);
  });
});
