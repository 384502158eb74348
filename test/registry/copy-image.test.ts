// Images from repository to repository, between registries that are functions.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { HttpRequest, HttpResult } from '../../src/host/host.ts';
import { copyBlob, hasBlob, mountBlob, readBlob } from '../../src/registry/images/blobs.ts';
import { type Access, copyContent } from '../../src/registry/images/copy-image.ts';
import type { Manifest, Repository } from '../../src/registry/images/manifests.ts';
import { patience } from '../../src/registry/protocol/patience.ts';
import { fail, ok, type Result } from '../../src/registry/protocol/result.ts';
import { answer, type FakeHost, fakeHost } from '../fake-host.ts';

const sha = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const manifestType = 'application/vnd.oci.image.manifest.v1+json';

function manifest(fields: object): Manifest {
  const text = JSON.stringify(fields);
  return { mediaType: manifestType, digest: sha(text), content: Buffer.from(text) };
}

const asked = ({ requests }: FakeHost): readonly string[] =>
  requests.map(({ method = 'GET', url }) => `${method} ${url.replace(/^https?:\/\//, '')}`);

function repositoryOn(
  request: (request: HttpRequest) => HttpResult,
  url = 'https://reg.test/v2/a/b',
): Repository & { readonly host: FakeHost } {
  const host = fakeHost({ request });
  return { patience: patience(host, 60), url, authorization: 'Bearer own', host };
}

const down: HttpResult = { kind: 'failure', reason: 'impossible', message: 'no way' };

describe('a blob', () => {
  test.each([
    [200, ok(true)],
    [307, ok(true)],
    [404, ok(false)],
  ])('is there or not: HTTP %i', async (status, found) => {
    const here = repositoryOn(() => answer(status));
    expect(await hasBlob(here, 'sha256:1')).toEqual(found);
    expect(asked(here.host)).toEqual(['HEAD reg.test/v2/a/b/blobs/sha256:1']);
    expect(here.host.requests[0]?.headers).toEqual({ authorization: 'Bearer own' });
  });

  test('that may not be asked for is a failure', async () => {
    expect(
      await hasBlob(
        repositoryOn(() => answer(403)),
        'sha256:1',
      ),
    ).toEqual(fail('refused', 'HTTP 403'));
    expect(
      await hasBlob(
        repositoryOn(() => down),
        'sha256:1',
      ),
    ).toMatchObject({
      failure: { kind: 'unreachable', message: 'No way.' },
    });
  });

  test('is mounted where the registry can do that, and only then', async () => {
    const here = repositoryOn(() => answer(201));
    expect(await mountBlob(here, 'sha256:1', 'x/y')).toBe(true);
    expect(asked(here.host)).toEqual([
      'POST reg.test/v2/a/b/blobs/uploads/?mount=sha256%3A1&from=x%2Fy',
    ]);
    const other = repositoryOn(() => answer(202));
    expect(await mountBlob(other, 'sha256:1', 'x/y')).toBe(false);
    expect(
      await mountBlob(
        repositoryOn(() => down),
        'sha256:1',
        'x',
      ),
    ).toBe(false);
  });

  test('is read where the registry keeps it, without the credential', async () => {
    const here = repositoryOn(({ url }) =>
      url.startsWith('https://reg.test/')
        ? url.endsWith('sha256:1')
          ? answer(302, '', { location: '/v2/moved' })
          : answer(307, '', { location: 'https://store.test/blob?signed' })
        : answer(200, 'content'),
    );
    const read = await readBlob(here, 'sha256:1');
    expect(read.ok && Buffer.from(read.value).toString()).toBe('content');
    expect(here.host.requests.map(({ url, headers }) => [url, headers])).toEqual([
      ['https://reg.test/v2/a/b/blobs/sha256:1', { authorization: 'Bearer own' }],
      ['https://reg.test/v2/moved', { authorization: 'Bearer own' }],
      ['https://store.test/blob?signed', {}],
    ]);
    expect(here.host.requests.map((request) => 'saveTo' in request)).toEqual([false, false, false]);
  });

  test.each([
    [
      'a redirect to nowhere',
      answer(302, '', { location: 'http://[' }),
      fail('refused', 'HTTP 302'),
    ],
    ['none', answer(404), fail('refused', 'HTTP 404')],
    ['another success', answer(204, '', { location: '/x' }), fail('refused', 'HTTP 204')],
    ['a refusal with an address', answer(400, '', { location: '/x' }), fail('refused', 'HTTP 400')],
  ])('that gets %s is not read', async (_what, said, failure) => {
    const here = repositoryOn(() => said);
    expect(await readBlob(here, 'sha256:1')).toEqual(failure);
  });

  test('that cannot be reached is a failure, and so is one that is sent in circles', async () => {
    expect(
      await readBlob(
        repositoryOn(() => down),
        'sha256:1',
      ),
    ).toMatchObject({
      failure: { kind: 'unreachable' },
    });
    const round = repositoryOn(() => answer(302, '', { location: '/v2/again' }));
    expect(await readBlob(round, 'sha256:1')).toEqual(
      fail('unreachable', 'The blob sha256:1 redirects in a loop.'),
    );
    expect(round.host.requests).toHaveLength(5);
  });
});

describe('an upload', () => {
  const source = () => repositoryOn(() => answer(200, 'layer'), 'https://from.test/v2/x');
  const toFile = '/temp/blob';

  test('goes to the address that the registry gives, with the digest', async () => {
    const from = source();
    const to = repositoryOn(({ method }) =>
      method === 'POST' ? answer(202, '', { location: '/v2/up/1?state=s' }) : answer(201),
    );
    expect(await copyBlob(from, to, 'sha256:1', toFile)).toEqual(ok(undefined));
    expect(from.host.requests[0]).toMatchObject({ saveTo: toFile });
    expect(asked(to.host)).toEqual([
      'POST reg.test/v2/a/b/blobs/uploads/',
      'PUT reg.test/v2/up/1?state=s&digest=sha256%3A1',
    ]);
    expect(to.host.requests[0]?.headers).toEqual({ authorization: 'Bearer own' });
    expect(to.host.requests[1]).toMatchObject({
      bodyFile: toFile,
      headers: { authorization: 'Bearer own', 'content-type': 'application/octet-stream' },
    });
  });

  test.each([
    ['http://reg.test/up', 'https://reg.test/up?digest=sha256%3A1', true],
    ['http://store.test/up', 'http://store.test/up?digest=sha256%3A1', false],
    ['https://store.test/up', 'https://store.test/up?digest=sha256%3A1', false],
  ])('to %s: the credential stays with the registry', async (location, url, isOwn) => {
    const to = repositoryOn(({ method }) =>
      method === 'POST' ? answer(202, '', { location }) : answer(201),
    );
    expect((await copyBlob(source(), to, 'sha256:1', toFile)).ok).toBe(true);
    expect(to.host.requests[1]?.url).toBe(url);
    expect('authorization' in (to.host.requests[1]?.headers ?? {})).toBe(isOwn);
  });

  test('of a registry without TLS stays there', async () => {
    const to = repositoryOn(
      ({ method }) =>
        method === 'POST' ? answer(202, '', { location: 'http://reg.test/up' }) : answer(201),
      'http://reg.test/v2/a',
    );
    expect((await copyBlob(source(), to, 'sha256:1', toFile)).ok).toBe(true);
    expect(to.host.requests[1]?.url).toBe('http://reg.test/up?digest=sha256%3A1');
  });

  test.each<[string, HttpResult, HttpResult, Result<never>]>([
    ['is refused', answer(403), answer(201), fail('refused', 'HTTP 403')],
    [
      'begins without an address',
      answer(202, '', { location: 'http://[' }),
      answer(201),
      fail('refused', 'HTTP 202'),
    ],
    [
      'begins with another status',
      answer(200, '', { location: '/up' }),
      answer(201),
      fail('refused', 'HTTP 200'),
    ],
    [
      'ends with a refusal',
      answer(202, '', { location: '/up' }),
      answer(413),
      fail('refused', 'HTTP 413'),
    ],
  ])('that %s is a failure', async (_what, first, second, failure) => {
    const to = repositoryOn(({ method }) => (method === 'POST' ? first : second));
    expect(await copyBlob(source(), to, 'sha256:1', toFile)).toEqual(failure);
  });

  test('is not begun with what could not be read, and fails where nobody answers', async () => {
    const to = repositoryOn(() => down);
    const missing = repositoryOn(() => answer(404));
    expect((await copyBlob(missing, to, 'sha256:1', toFile)).ok).toBe(false);
    expect(to.host.requests).toHaveLength(0);
    expect(await copyBlob(source(), to, 'sha256:1', toFile)).toMatchObject({
      failure: { message: 'No way.' },
    });
    const half = repositoryOn(({ method }) =>
      method === 'POST' ? answer(202, '', { location: '/up' }) : down,
    );
    expect(await copyBlob(source(), half, 'sha256:1', toFile)).toMatchObject({
      failure: { message: 'No way.' },
    });
  });
});

/** A registry with one repository: what it has, and what it is asked. */
function registry(name: string, parts: readonly string[], refuse?: RegExp) {
  const content = new Map(parts.map((text) => [sha(text), text]));
  const host = fakeHost({
    request: ({ method = 'GET', url, body }) => {
      const at = new URL(url);
      if (refuse?.test(`${method} ${at.pathname}`)) return answer(403);
      if (method === 'POST' && at.searchParams.has('mount')) return answer(202);
      if (method === 'POST') return answer(202, '', { location: '/up' });
      if (method === 'PUT') {
        const digest = at.searchParams.get('digest') ?? at.pathname.split('/').at(-1) ?? '';
        content.set(digest, body === undefined ? 'layer' : Buffer.from(body).toString());
        return answer(201);
      }
      const digest = at.pathname.split('/').at(-1) ?? '';
      const text = content.get(digest);
      if (text === undefined) return answer(404);
      const type = { 'content-type': manifestType, 'docker-content-digest': digest };
      return answer(200, method === 'HEAD' ? '' : text, type);
    },
  });
  const repository: Repository = {
    patience: patience(host, 60),
    url: `https://${name}/v2/app`,
    authorization: undefined,
  };
  const access: Access = { host: name, path: 'app', open: async () => ok(repository) };
  return { content, host, access };
}

describe('a copy', () => {
  const image = { config: { digest: sha('config') }, layers: [{ digest: sha('layer') }] };
  const parts = ['config', 'layer', JSON.stringify(image)];
  let files = 0;
  const newFile = (): string => `/temp/${++files}`;

  test('of an image brings its settings and layers, each once', async () => {
    const source = registry('from.test', parts);
    const target = registry('to.test', ['config']);
    const twice = { ...image, layers: [...image.layers, ...image.layers, { size: 1 }, null] };
    const copying = { source: source.access, target: target.access, newFile };
    expect(await copyContent(copying, manifest(twice))).toEqual(ok(undefined));
    expect(asked(source.host)).toEqual([`GET from.test/v2/app/blobs/${sha('layer')}`]);
    expect([...target.content.keys()].sort()).toEqual([sha('config'), sha('layer')].sort());
  });

  test('leaves layers out that have an address of their own', async () => {
    const source = registry('from.test', parts);
    const target = registry('to.test', ['config']);
    const layers = [{ digest: sha('foreign'), urls: ['https://vendor.test/layer'] }];
    const copying = { source: source.access, target: target.access, newFile };
    expect((await copyContent(copying, manifest({ ...image, layers }))).ok).toBe(true);
    expect(source.host.requests).toHaveLength(0);
  });

  test('of an index brings the images that the target lacks, with their manifests', async () => {
    const second = { config: { digest: sha('second') } };
    const source = registry('from.test', [...parts, 'second', JSON.stringify(second)]);
    const target = registry('to.test', [JSON.stringify(image)]);
    const index = {
      manifests: [{ digest: sha(JSON.stringify(image)) }, { digest: sha(JSON.stringify(second)) }],
    };
    const copying = { source: source.access, target: target.access, newFile };
    expect(await copyContent(copying, manifest(index))).toEqual(ok(undefined));
    // The first one was there with all that it names.
    expect(target.content.has(sha('layer'))).toBe(false);
    expect(target.content.get(sha(JSON.stringify(second)))).toBe(JSON.stringify(second));
    expect(target.content.has(sha('second'))).toBe(true);
  });

  test('within a registry mounts, where it can', async () => {
    const source = registry('reg.test', parts);
    const target = registry('reg.test', []);
    const copying = { source: source.access, target: target.access, newFile };
    expect((await copyContent(copying, manifest(image))).ok).toBe(true);
    const mounts = asked(target.host).filter((line) => line.includes('mount='));
    expect(mounts).toHaveLength(2);
    const able = registry('reg.test', []);
    const mounting = fakeHost({
      request: ({ method }) => answer(method === 'POST' ? 201 : 404),
    });
    const access: Access = {
      ...able.access,
      open: async () =>
        ok({
          patience: patience(mounting, 60),
          url: 'https://reg.test/v2/b',
          authorization: undefined,
        }),
    };
    const before = source.host.requests.length;
    expect((await copyContent({ ...copying, target: access }, manifest(image))).ok).toBe(true);
    expect(source.host.requests).toHaveLength(before);
    const elsewhere = registry('to.test', []);
    await copyContent({ ...copying, target: elsewhere.access }, manifest(image));
    expect(asked(elsewhere.host).filter((line) => line.includes('mount='))).toEqual([]);
  });

  test('says what the source lacks', async () => {
    const gone = sha('gone');
    const source = registry('from.test', []);
    const target = registry('to.test', []);
    const copying = { source: source.access, target: target.access, newFile };
    expect(await copyContent(copying, manifest({ manifests: [{ digest: gone }] }))).toEqual(
      fail('wrong', `from.test/app has no ${gone}.`),
    );
  });

  test.each<[string, RegExp | undefined, RegExp | undefined]>([
    ['the source refuses a manifest', /manifests/, undefined],
    ['the source refuses a layer', /GET .*blobs/, undefined],
    ['the target is not asked for blobs', undefined, /HEAD .*blobs/],
    ['the target takes no manifest', undefined, /PUT .*manifests/],
  ])('ends where %s', async (_what, ofSource, ofTarget) => {
    const source = registry('from.test', parts, ofSource);
    const target = registry('to.test', [], ofTarget);
    const index = manifest({ manifests: [{ digest: sha(JSON.stringify(image)) }] });
    const copying = { source: source.access, target: target.access, newFile };
    expect(await copyContent(copying, index)).toEqual(fail('refused', 'HTTP 403'));
    expect(target.content.has(sha(JSON.stringify(image)))).toBe(false);
  });

  test.each(['source', 'target'] as const)('ends where the %s does not open', async (which) => {
    const copying = {
      source: registry('from.test', parts).access,
      target: registry('to.test', []).access,
      newFile,
    };
    const closed = fail('refused', 'closed');
    const broken = { ...copying, [which]: { ...copying[which], open: async () => closed } };
    const index = manifest({ manifests: [{ digest: sha(JSON.stringify(image)) }] });
    expect(await copyContent(broken, index)).toEqual(closed);
    expect(await copyContent(broken, manifest(image))).toEqual(closed);
  });

  test('of what is no manifest brings nothing', async () => {
    const source = registry('from.test', []);
    const copying = { source: source.access, target: source.access, newFile };
    const nothing = { mediaType: '', digest: '', content: Buffer.from('[]') };
    expect(await copyContent(copying, nothing)).toEqual(ok(undefined));
    expect(source.host.requests).toHaveLength(0);
  });
});
