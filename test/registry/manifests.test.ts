// Manifests of a repository, asked of a registry that is a function.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  getManifest,
  putManifest,
  type Repository,
  readDigest,
  refused,
} from '../../src/registry/images/manifests.ts';
import { patience } from '../../src/registry/protocol/patience.ts';
import { answer, type FakeHost, type FakeHostOptions, fakeHost } from '../fake-host.ts';

const content = '{"schemaVersion":2}';
const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
const other = `sha256:${'0'.repeat(64)}`;
const type = 'application/vnd.oci.image.manifest.v1+json';

function repository(
  request: FakeHostOptions['request'],
  authorization?: string,
): Repository & { readonly host: FakeHost } {
  const host = fakeHost(request === undefined ? {} : { request });
  const url = 'https://reg.test/v2/a/b';
  return { patience: patience(host, 60), url, authorization, host };
}

describe('a manifest', () => {
  test('has the digest of its bytes, and its type without parameters', async () => {
    const here = repository(
      () => answer(200, content, { 'content-type': `${type}; charset=utf-8` }),
      'Bearer x',
    );
    expect(await getManifest(here, '1.2')).toMatchObject({
      ok: true,
      value: { mediaType: type, digest },
    });
    expect(here.host.requests).toMatchObject([
      {
        url: 'https://reg.test/v2/a/b/manifests/1.2',
        headers: { authorization: 'Bearer x', accept: expect.stringContaining(type) },
      },
    ]);
  });

  test('without a type has none', async () => {
    const here = repository(() => answer(200, content));
    expect(await getManifest(here, digest)).toMatchObject({ value: { mediaType: '', digest } });
    expect(here.host.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test.each([
    ['the tag', '1', { 'docker-content-digest': other }],
    ['the digest that was asked for', other, {}],
  ])('whose bytes are not those of %s is refused', async (_, tag, headers) => {
    const result = await getManifest(
      repository(() => answer(200, content, headers)),
      tag,
    );
    expect(result).toMatchObject({
      failure: {
        kind: 'unreachable',
        message: `The registry returned the manifest ${digest} instead of ${other}.`,
      },
    });
  });

  test('that is not there is none; a refusal is one', async () => {
    expect(
      await getManifest(
        repository(() => answer(404)),
        '1',
      ),
    ).toEqual({
      ok: true,
      value: undefined,
    });
    expect(
      await getManifest(
        repository(() => answer(403)),
        '1',
      ),
    ).toMatchObject({
      failure: { kind: 'refused', message: 'HTTP 403' },
    });
  });

  test('is put under a tag', async () => {
    const here = repository(() => answer(201));
    const manifest = { mediaType: type, digest, content: new TextEncoder().encode(content) };
    expect(await putManifest(here, '2', manifest)).toEqual({ ok: true, value: undefined });
    expect(here.host.requests).toMatchObject([
      { method: 'PUT', headers: { 'content-type': type }, body: manifest.content },
    ]);
    const full = repository(() => answer(413));
    expect((await putManifest(full, '2', manifest)).ok).toBe(false);
  });
});

describe('the digest of a tag', () => {
  test('is in the head, or else in the content', async () => {
    const head = repository(() => answer(200, '', { 'docker-content-digest': digest }));
    expect(await readDigest(head, '1')).toEqual({ ok: true, value: digest });
    expect(head.host.requests).toMatchObject([{ method: 'HEAD' }]);
    const old = repository(({ method }) => answer(200, method === 'HEAD' ? '' : content));
    expect(await readDigest(old, '1')).toEqual({ ok: true, value: digest });
  });

  test('of no tag is none', async () => {
    expect(
      await readDigest(
        repository(() => answer(404)),
        '1',
      ),
    ).toEqual({
      ok: true,
      value: undefined,
    });
    expect(
      (
        await readDigest(
          repository(() => answer(401)),
          '1',
        )
      ).ok,
    ).toBe(false);
  });
});

test.each([
  [403, { errors: [{ code: 'DENIED', message: 'no access' }] }, 'refused', 'denied: no access'],
  [
    400,
    { errors: [{ code: 'NAME_INVALID' }, { message: 'x' }, 'y'] },
    'refused',
    'name invalid:; unknown: x',
  ],
  [400, { errors: [] }, 'refused', 'HTTP 400'],
  [404, 'page not found', 'refused', 'HTTP 404'],
  [499, '', 'refused', 'HTTP 499'],
  [500, '', 'unreachable', 'HTTP 500'],
])('an answer %s with %j is %s', (status, body, kind, message) => {
  expect(refused(answer(status, body))).toMatchObject({ failure: { kind, message } });
});

test('the words of a registry are cut', () => {
  const errors = Array.from({ length: 3 }, () => ({ code: 'X', message: 'y'.repeat(400) }));
  const result = refused(answer(400, { errors }));
  expect(result.ok ? '' : result.failure.message).toHaveLength(500);
});
