// Manifests that are made here.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexOf, partsOf, withAnnotations } from '../../src/registry/images/image-index.ts';
import type { Manifest, Repository } from '../../src/registry/images/manifests.ts';
import { patience } from '../../src/registry/protocol/patience.ts';
import { fail } from '../../src/registry/protocol/result.ts';
import { answer, fakeHost } from '../fake-host.ts';
import { given } from '../given.ts';

const dockerImage = 'application/vnd.docker.distribution.manifest.v2+json';
const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
const ociImage = 'application/vnd.oci.image.manifest.v1+json';
const ociIndex = 'application/vnd.oci.image.index.v1+json';

const sha = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

function made(mediaType: string, fields: unknown): Manifest {
  const text = JSON.stringify(fields);
  return { mediaType, digest: sha(text), content: Buffer.from(text) };
}

/** A repository with these blobs and manifests, by name. */
function repository(content: Readonly<Record<string, string>>): Repository {
  const host = fakeHost({
    request: ({ url }) => {
      const text = content[url.split('/').at(-1) ?? ''];
      return text === undefined ? answer(404) : answer(200, text);
    },
  });
  return { patience: patience(host, 60), url: 'https://reg.test/v2/a', authorization: undefined };
}

const settings = (fields: object): string => JSON.stringify({ rootfs: {}, ...fields });
const amd = { architecture: 'amd64', os: 'linux' };
const arm = { architecture: 'arm64', os: 'linux', variant: 'v8' };
const here = repository({ amd: settings(amd), arm: settings(arm), text: 'no json' });
const fieldsOf = ({ content }: Manifest): unknown => JSON.parse(Buffer.from(content).toString());

describe('an index', () => {
  const image = (config: string, mediaType = ociImage): Manifest =>
    made(mediaType, { config: { digest: config } });

  test('of images has their platforms, in their order', async () => {
    const [first, second] = [image('amd'), image('arm')];
    const index = given(await indexOf(here, [first, second]));
    expect(index.mediaType).toBe(ociIndex);
    expect(index.digest).toBe(sha(Buffer.from(index.content).toString()));
    expect(fieldsOf(index)).toEqual({
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: [
        {
          mediaType: ociImage,
          digest: first.digest,
          size: first.content.byteLength,
          platform: amd,
        },
        {
          mediaType: ociImage,
          digest: second.digest,
          size: second.content.byteLength,
          platform: arm,
        },
      ],
    });
  });

  test("of Docker's images alone is Docker's", async () => {
    const own = given(await indexOf(here, [image('amd', dockerImage)]));
    expect(own.mediaType).toBe(dockerList);
    expect(fieldsOf(own)).toMatchObject({ mediaType: dockerList });
    const mixed = given(await indexOf(here, [image('amd', dockerImage), image('arm')]));
    expect(mixed.mediaType).toBe(ociIndex);
  });

  test('of indexes has their members, provenance of each among them', async () => {
    const unknown = { architecture: 'unknown', os: 'unknown' };
    const member = (digest: string, platform: object) => ({ digest, platform });
    const [one, two] = [
      made(ociIndex, { manifests: [member('a', amd), member('b', unknown), 'x'] }),
      made(ociIndex, { manifests: [member('c', arm), member('d', unknown)] }),
    ];
    expect(fieldsOf(given(await indexOf(here, [one, two])))).toMatchObject({
      manifests: [{ digest: 'a' }, { digest: 'b' }, { digest: 'c' }, { digest: 'd' }],
    });
  });

  test('has no platform twice', async () => {
    expect(await indexOf(here, [image('arm'), image('arm')])).toEqual(
      fail('wrong', 'Two of `digests` are for the same platform (linux/arm64/v8).'),
    );
    const odd = made(ociIndex, { manifests: [{ platform: 'x' }, { platform: 'x' }] });
    expect(await indexOf(here, [odd])).toEqual(
      fail('wrong', 'Two of `digests` are for the same platform (unknown).'),
    );
  });

  test('may have members without a platform', async () => {
    const bare = made(ociIndex, { manifests: [{ digest: 'a' }, { digest: 'b' }] });
    expect(fieldsOf(given(await indexOf(here, [bare, image('amd')])))).toMatchObject({
      manifests: [{ digest: 'a' }, { digest: 'b' }, { platform: amd }],
    });
  });

  test('is not made of what is no image, or cannot be read', async () => {
    const none = made(ociImage, {});
    expect(await indexOf(here, [none])).toEqual(fail('wrong', `${none.digest} is not an image.`));
    expect(await indexOf(here, [image('gone')])).toEqual(fail('refused', 'HTTP 404'));
    // Settings that are not JSON name no platform.
    expect(fieldsOf(given(await indexOf(here, [image('text')])))).toMatchObject({
      manifests: [{ platform: {} }],
    });
  });
});

describe('the parts of images', () => {
  const list = JSON.stringify({ manifests: [{ digest: 'sha256:1' }, { digest: 'sha256:2' }, 'x'] });

  test('are the members of indexes; an image has none', async () => {
    const repository_ = repository({ [sha(list)]: list, [sha('{}')]: '{}' });
    expect(given(await partsOf(repository_, [sha(list), sha('{}'), sha('gone')]))).toEqual(
      new Set(['sha256:1', 'sha256:2']),
    );
  });

  test('are unknown where one cannot be read', async () => {
    const broken = repository({ [sha(list)]: list, [sha('{}')]: 'other' });
    expect((await partsOf(broken, [sha(list), sha('{}')])).ok).toBe(false);
  });
});

describe('annotations', () => {
  const docker = {
    schemaVersion: 2,
    mediaType: dockerImage,
    config: { mediaType: 'application/vnd.docker.container.image.v1+json', digest: 'c', size: 1 },
    layers: [
      { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', digest: 'l' },
      { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', urls: ['u'] },
      { mediaType: 'other', digest: 'o' },
      { digest: 'without type' },
    ],
  };

  test("turn Docker's image into OCI's, its parts with it", () => {
    const annotated = withAnnotations(made(dockerImage, docker), { a: '1' });
    expect(annotated.mediaType).toBe(ociImage);
    expect(fieldsOf(annotated)).toEqual({
      schemaVersion: 2,
      mediaType: ociImage,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: 'c', size: 1 },
      layers: [
        { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: 'l' },
        { mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip', urls: ['u'] },
        { mediaType: 'other', digest: 'o' },
        { digest: 'without type' },
      ],
      annotations: { a: '1' },
    });
  });

  test('come on top of its own; the members of an index keep their types', () => {
    const index = { manifests: [{ mediaType: dockerImage }], annotations: { a: '0', b: '2' } };
    const annotated = withAnnotations(made(dockerList, index), { a: '1' });
    expect(annotated.mediaType).toBe(ociIndex);
    expect(fieldsOf(annotated)).toEqual({
      manifests: [{ mediaType: dockerImage }],
      mediaType: ociIndex,
      annotations: { a: '1', b: '2' },
    });
    expect(
      fieldsOf(
        withAnnotations(
          made(ociImage, { config: 1, layers: 2, annotations: [] }),
          index.annotations,
        ),
      ),
    ).toEqual({ mediaType: ociImage, config: 1, layers: 2, annotations: { a: '0', b: '2' } });
  });

  test('none change nothing', () => {
    const image = made(dockerImage, docker);
    expect(withAnnotations(image, {})).toBe(image);
  });
});
