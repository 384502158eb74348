// An image, of one or many platforms, from repository to repository: what the target has is not sent again.

import { isObject, parseObject } from '../../ground/json.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { copyBlob, hasBlob, mountBlob } from './blobs.ts';
import {
  getManifest,
  type Manifest,
  putManifest,
  type Repository,
  readDigest,
} from './manifests.ts';

/** A repository whose token is renewed before it can expire. */
export type Access = {
  /** `host/path`, for the mount of blobs. */
  readonly host: string;
  readonly path: string;
  readonly open: () => Promise<Result<Repository>>;
};

export type Copying = {
  readonly source: Access;
  readonly target: Access;
  /** A file of its own for each blob, below a folder that the caller removes. */
  readonly newFile: () => string;
};

const blobsAtOnce = 3;

/** Everything that a manifest names, but not the manifest itself. */
export async function copyContent(copying: Copying, manifest: Manifest): Promise<Result<void>> {
  const fields = fieldsOf(manifest);
  for (const digest of childrenOf(fields)) {
    const copied = await copyManifest(copying, digest);
    if (!copied.ok) return copied;
  }
  const blobs = [...new Set(blobsOf(fields))];
  for (let at = 0; at < blobs.length; at += blobsAtOnce) {
    const some = blobs.slice(at, at + blobsAtOnce);
    const results = await Promise.all(some.map((digest) => bringBlob(copying, digest)));
    const problem = results.find((result) => !result.ok);
    if (problem !== undefined) return problem;
  }
  return ok(undefined);
}

/** A manifest by its digest, with all that it names. */
async function copyManifest(copying: Copying, digest: string): Promise<Result<void>> {
  const target = await copying.target.open();
  if (!target.ok) return target;
  const there = await readDigest(target.value, digest);
  if (there.ok && there.value === digest) return ok(undefined);
  const source = await copying.source.open();
  if (!source.ok) return source;
  const manifest = await getManifest(source.value, digest);
  if (!manifest.ok) return manifest;
  if (manifest.value === undefined) {
    return fail('wrong', `${copying.source.host}/${copying.source.path} has no ${digest}.`);
  }
  const content = await copyContent(copying, manifest.value);
  if (!content.ok) return content;
  const again = await copying.target.open();
  return again.ok ? putManifest(again.value, digest, manifest.value) : again;
}

async function bringBlob(
  { source, target, newFile }: Copying,
  digest: string,
): Promise<Result<void>> {
  const [from, to] = [await source.open(), await target.open()];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const there = await hasBlob(to.value, digest);
  if (!there.ok || there.value) return there.ok ? ok(undefined) : there;
  if (source.host === target.host && (await mountBlob(to.value, digest, source.path)))
    return ok(undefined);
  return copyBlob(from.value, to.value, digest, newFile());
}

type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = ({ content }: Manifest): Fields =>
  parseObject(Buffer.from(content).toString('utf8')) ?? {};

const digestIn = (value: unknown): readonly string[] =>
  isObject(value) && typeof value['digest'] === 'string' ? [value['digest']] : [];

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Digests of the manifests of an index. */
const childrenOf = ({ manifests }: Fields): readonly string[] =>
  listIn(manifests).flatMap(digestIn);

/** Digests of settings and layers; layers with an address of their own are fetched from there by whoever pulls. */
const blobsOf = ({ config, layers }: Fields): readonly string[] => [
  ...digestIn(config),
  ...listIn(layers)
    .filter((layer) => isObject(layer) && !Array.isArray(layer['urls']))
    .flatMap(digestIn),
];
