// What is pushed: an image of the engine, or an image of several platforms that `build` left as a layout.

import { findLayout, type StoredLayout } from '../../docker/layout.ts';
import { inspectImage } from '../../docker/local-images.ts';
import type { ExecResult, Host } from '../../host/host.ts';
import { familiarName, parseReference } from '../../image/reference.ts';

type Exited = Extract<ExecResult, { readonly kind: 'exited' }>;

export type LocalSource = {
  /** In words, for the log. */
  readonly title: string;
  /** Digests that this image is known to have at registries, as `name@digest`. */
  readonly knownDigests: readonly string[];
  /** Docker command that uploads it under a name, and says the digest. */
  readonly uploadStep: (reference: string) => readonly string[];
  readonly digestFrom: (result: Exited) => string | undefined;
  /** Id of the image in the engine, which can get other names; undefined for a layout. */
  readonly id: string | undefined;
};

/**
 * Finds the image to push.
 *
 * @param names the first that exists here counts
 * @returns undefined where none exists
 */
export async function findSource(
  host: Host,
  names: readonly string[],
): Promise<LocalSource | undefined> {
  for (const name of names) {
    const layout = findLayout(host, withTag(name));
    if (layout !== undefined) return layoutSource(host, name, layout);
    const image = await inspectImage(host, name);
    if (image !== undefined) return engineSource(name, image);
  }
  return undefined;
}

/** A name without a tag means `latest`, as in the docker client. */
function withTag(name: string): string {
  const parsed = parseReference(name);
  if (!parsed.ok) return name;
  const reference = parsed.value;
  return familiarName(reference.digest === undefined ? { tag: 'latest', ...reference } : reference);
}

function engineSource(
  name: string,
  image: { readonly id: string; readonly digests: readonly string[] },
): LocalSource {
  return {
    title: `${name} (${image.id.replace(/^sha256:/, '').slice(0, 12)})`,
    knownDigests: image.digests,
    uploadStep: (reference) => ['push', reference],
    digestFrom: ({ stdout }) => /digest: (sha256:[0-9a-f]{64})/.exec(stdout)?.[1],
    id: image.id,
  };
}

/** BuildKit reads a layout of the client and pushes it unchanged: a Dockerfile of one line, nothing to build. */
function layoutSource(host: Host, name: string, layout: StoredLayout): LocalSource {
  const empty = `${layout.folder}.context`;
  host.files.makeFolder(empty);
  host.files.write(`${empty}/Dockerfile`, 'FROM image\n');
  return {
    title: `${name} (${layout.platforms.join(', ')})`,
    knownDigests: [],
    uploadStep: (reference) => [
      ...['buildx', 'build', '--builder', layout.builder, '--progress', 'plain'],
      ...['--platform', layout.platforms.join(','), '--provenance=false'],
      ...['--build-context', `image=oci-layout://${layout.folder}@${layout.digest}`],
      ...['--tag', reference, '--output', 'type=registry', empty],
    ],
    digestFrom: ({ stderr }) => {
      const pushed = /pushing manifest for \S+@(sha256:[0-9a-f]{64})/.exec(stderr)?.[1];
      return pushed === layout.digest ? pushed : undefined;
    },
    id: undefined,
  };
}
