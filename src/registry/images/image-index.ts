// Manifests that are made here: an index of images of single platforms, and annotations.
// https://github.com/opencontainers/image-spec/blob/main/image-index.md

import { createHash } from 'node:crypto';
import { isObject, parseObject } from '../../ground/json.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { readBlob } from './blobs.ts';
import { fieldsOf } from './copy-image.ts';
import { getManifest, type Manifest, type Repository } from './manifests.ts';

const oci = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
};
const docker = {
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
};

/** Docker's types that hold the same bytes as OCI's; annotations exist in OCI's alone. */
const asOci: Readonly<Record<string, string>> = {
  [docker.index]: oci.index,
  [docker.manifest]: oci.manifest,
  'application/vnd.docker.container.image.v1+json': 'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.image.rootfs.diff.tar.gzip':
    'application/vnd.oci.image.layer.v1.tar+gzip',
  'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip':
    'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
};

type Fields = Readonly<Record<string, unknown>>;

function manifestOf(mediaType: string, fields: Fields): Manifest {
  const content = Buffer.from(JSON.stringify(fields));
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  return { mediaType, digest, content };
}

/** Digests of the images that any of these, by digest, consists of. */
export async function partsOf(
  repository: Repository,
  digests: readonly string[],
): Promise<Result<ReadonlySet<string>>> {
  const parts = new Set<string>();
  const waiting = [...digests];
  const readers = Array.from({ length: 8 }, async (): Promise<Result<void>> => {
    for (let digest = waiting.pop(); digest !== undefined; digest = waiting.pop()) {
      const manifest = await getManifest(repository, digest);
      if (!manifest.ok) return manifest;
      const entries = manifest.value === undefined ? {} : fieldsOf(manifest.value);
      const { manifests } = entries;
      for (const entry of Array.isArray(manifests) ? manifests.filter(isObject) : [])
        parts.add(String(entry['digest']));
    }
    return ok(undefined);
  });
  const failure = (await Promise.all(readers)).find((result) => !result.ok);
  return failure === undefined || failure.ok ? ok(parts) : failure;
}

/** The index of images of one repository, or of several of each, in the order in which they are given. */
export async function indexOf(
  repository: Repository,
  images: readonly Manifest[],
): Promise<Result<Manifest>> {
  const manifests: Fields[] = [];
  for (const image of images) {
    const fields = fieldsOf(image);
    if (Array.isArray(fields['manifests'])) manifests.push(...fields['manifests'].filter(isObject));
    else {
      const platform = await platformOf(repository, image, fields);
      if (!platform.ok) return platform;
      const { mediaType, digest, content } = image;
      manifests.push({ mediaType, digest, size: content.byteLength, platform: platform.value });
    }
  }
  const seen = new Set<string>();
  for (const { platform } of manifests) {
    // A member of an index needs no platform.
    if (platform === undefined) continue;
    const text = JSON.stringify(platform);
    // What says `unknown` belongs to another entry, such as its provenance.
    if (seen.has(text) && !text.includes('"unknown"'))
      return fail('wrong', `Two of \`digests\` are for the same platform (${shown(platform)}).`);
    seen.add(text);
  }
  const isDocker = manifests.every(({ mediaType }) => mediaType === docker.manifest);
  const mediaType = isDocker ? docker.index : oci.index;
  return ok(manifestOf(mediaType, { schemaVersion: 2, mediaType, manifests }));
}

const shown = (platform: unknown): string =>
  isObject(platform)
    ? ['os', 'architecture', 'variant'].flatMap((name) => platform[name] ?? []).join('/')
    : 'unknown';

async function platformOf(
  repository: Repository,
  image: Manifest,
  { config }: Fields,
): Promise<Result<Fields>> {
  const digest = isObject(config) ? config['digest'] : undefined;
  if (typeof digest !== 'string') return fail('wrong', `${image.digest} is not an image.`);
  const blob = await readBlob(repository, digest);
  if (!blob.ok) return blob;
  const settings = parseObject(Buffer.from(blob.value).toString('utf8')) ?? {};
  const names = ['architecture', 'os', 'os.version', 'variant'] as const;
  return ok(
    Object.fromEntries(
      names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
    ),
  );
}

/** The manifest with annotations on top of its own, in OCI's form. */
export function withAnnotations(
  manifest: Manifest,
  annotations: Readonly<Record<string, string>>,
): Manifest {
  if (Object.keys(annotations).length === 0) return manifest;
  const fields = fieldsOf(manifest);
  const own = isObject(fields['annotations']) ? fields['annotations'] : {};
  const mediaType = asOci[manifest.mediaType] ?? manifest.mediaType;
  const isImage = mediaType === oci.manifest;
  return manifestOf(mediaType, {
    ...fields,
    mediaType,
    // The members of an index keep their types: their bytes are other manifests.
    ...(isImage && { config: renamed(fields['config']), layers: listOf(fields['layers']) }),
    annotations: { ...own, ...annotations },
  });
}

const renamed = (descriptor: unknown): unknown =>
  isObject(descriptor) && typeof descriptor['mediaType'] === 'string'
    ? { ...descriptor, mediaType: asOci[descriptor['mediaType']] ?? descriptor['mediaType'] }
    : descriptor;

const listOf = (layers: unknown): unknown => (Array.isArray(layers) ? layers.map(renamed) : layers);
