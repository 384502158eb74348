// What is pushed without an engine: an image of another registry, or an index of images that jobs for single platforms
// pushed before.

import { clientCredential } from '../../docker/client-credential.ts';
import type { Failure } from '../../ground/failure.ts';
import { fail, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import { familiarName, type ImageReference, parseReference } from '../../image/reference.ts';
import { addressOf } from '../../registry/docker-config/named-addresses.ts';
import { type Access, copyContent } from '../../registry/images/copy-image.ts';
import { indexOf } from '../../registry/images/image-index.ts';
import { getManifest, type Manifest, openRepository } from '../../registry/images/manifests.ts';
import { patience } from '../../registry/protocol/patience.ts';
import * as registry from '../../registry/protocol/result.ts';
import { linesOf, type RepositoryTargets } from './targets.ts';

export type RemoteSource = {
  /** In words, for the log. */
  readonly title: string;
  readonly access: Access;
  readonly manifest: Manifest;
};

type Found = Result<RemoteSource, readonly Failure[]>;

/** Milliseconds for which a token is used: they live for a minute at least. */
const tokenAge = 40_000;
/** Seconds that one blob may take. */
const blobBudget = 3600;

/**
 * @param folder the client's configuration folder, where its credentials are
 * @param actions what the token is asked for
 */
export function accessTo(
  host: Host,
  folder: string,
  place: { readonly host: string; readonly path: string },
  actions: 'pull' | 'pull,push',
): Access {
  let opened: { readonly at: number; readonly repository: ReturnType<Access['open']> } | undefined;
  const open: Access['open'] = async () => {
    const address = addressOf(host.env, place.host);
    if (address === undefined) return registry.fail('wrong', `${place.host} is not a host.`);
    const credential = await clientCredential(host, folder, place.host);
    return openRepository(patience(host, blobBudget), address, place.path, credential, actions);
  };
  return {
    host: place.host,
    path: place.path,
    open: () => {
      if (opened === undefined || host.now() - opened.at > tokenAge)
        opened = { at: host.now(), repository: open() };
      return opened.repository;
    },
  };
}

/** The image that `from` names, by tag or digest. */
export async function imageAt(host: Host, folder: string, from: string): Promise<Found> {
  const parsed = parseReference(from);
  if (!parsed.ok)
    return refuse(`Input from: \`${from}\` is not an image: ${parsed.failure.message}.`);
  const reference: ImageReference = { tag: 'latest', ...parsed.value };
  const access = accessTo(host, folder, reference, 'pull');
  const repository = await access.open();
  if (!repository.ok)
    return refuse(
      `${from} can't be read: ${repository.failure.message}`,
      repository.failure.remedy,
    );
  const manifest = await getManifest(
    repository.value,
    reference.digest ?? reference.tag ?? 'latest',
  );
  if (!manifest.ok)
    return refuse(`${from} can't be read: ${manifest.failure.message}`, manifest.failure.remedy);
  if (manifest.value === undefined)
    return refuse(`${from} does not exist at its registry.`, 'Check its name, and tag or digest.');
  return { ok: true, value: { title: from, access, manifest: manifest.value } };
}

/** An index of the images that `digests` lists: of the first repository, unless a line names another one in front. */
export async function imagesByDigest(
  host: Host,
  folder: string,
  digests: string,
  first: RepositoryTargets,
): Promise<Found> {
  const lines = linesOf(digests);
  const places = lines.map((line) => {
    const digest = /(?:^|@)(sha256:[0-9a-f]{64})$/.exec(line)?.[1];
    const name = line.includes('@') ? parseReference(line) : undefined;
    const place = name === undefined ? first : name.ok ? name.value : undefined;
    return digest === undefined || place === undefined ? undefined : { digest, place };
  });
  const wrong = places.indexOf(undefined);
  if (wrong >= 0 || lines.length === 0) {
    return refuse(
      `Input digests: line ${wrong + 1} is not a digest.`,
      'Write one per line: `sha256:` and 64 digits, as in the output of a push, optionally after its repository and `@`.',
    );
  }
  const all = places.filter((place) => place !== undefined);
  const { host: at, path } = all[0]?.place ?? first;
  if (all.some(({ place }) => place.host !== at || place.path !== path))
    return refuse('Input digests: all must be in one repository.', 'Push them to the same one.');
  const access = accessTo(host, folder, { host: at, path }, 'pull');
  const repository = await access.open();
  if (!repository.ok)
    return refuse(`${at}/${path}: ${repository.failure.message}`, repository.failure.remedy);
  const images: Manifest[] = [];
  for (const { digest } of all) {
    const manifest = await getManifest(repository.value, digest);
    if (!manifest.ok)
      return refuse(`${digest}: ${manifest.failure.message}`, manifest.failure.remedy);
    if (manifest.value === undefined) {
      return refuse(
        `${familiarName({ host: at, path, name: `${at}/${path}` })} has no ${digest}.`,
        'The job that pushes it must push to this repository, and end before this one.',
      );
    }
    images.push(manifest.value);
  }
  const index = await indexOf(repository.value, images);
  if (!index.ok) return refuse(index.failure.message, index.failure.remedy);
  return {
    ok: true,
    value: { title: `an index of ${lines.length} images`, access, manifest: index.value },
  };
}

/** Brings all that the manifest names into the repository of a group. */
export async function bringContent(
  host: Host,
  { access, manifest }: RemoteSource,
  target: Access,
): Promise<registry.Result<void>> {
  const isHome = access.host === target.host && access.path === target.path;
  if (isHome) return registry.ok(undefined);
  const files = host.files.makeTemporaryFolder('transship-blobs-');
  let made = 0;
  try {
    return await copyContent(
      {
        source: access,
        target,
        newFile: () => {
          made += 1;
          return `${files}/${made}`;
        },
      },
      manifest,
    );
  } finally {
    host.files.remove(files);
  }
}

const refuse = (message: string, remedy?: string): Found => ({
  ok: false,
  failure: [fail(message, remedy).failure],
});
