// Which images exist in the engine only: another builder would look for them in a registry, in vain.

import type { Host } from '../host/host.ts';
import { parseReference } from '../image/reference.ts';

/** An image as `docker image inspect` shows it. */
export type LocalImage = {
  readonly id: string;
  /** `name@digest` of the registries that it was pulled from or pushed to. */
  readonly digests: readonly string[];
};

/** The image of that name or id in the engine; undefined where there is none. */
export async function inspectImage(host: Host, name: string): Promise<LocalImage | undefined> {
  const format = '{{.Id}} {{json .RepoDigests}}';
  const result = await host.exec('docker', ['image', 'inspect', '--format', format, '--', name]);
  if (result.kind !== 'exited' || result.exitCode !== 0) return undefined;
  const [id = '', ...rest] = result.stdout.trim().split(' ');
  const digests: unknown = JSON.parse(rest.join(' ') || 'null');
  return { id, digests: Array.isArray(digests) ? digests.map(String) : [] };
}

/** Whether `name@digest`, as the engine writes it, is of the repository of an image. */
export function isOf(known: string, image: string): boolean {
  const [one, other] = [parseReference(known), parseReference(image)];
  return one.ok && other.ok && one.value.name === other.value.name;
}

/**
 * Those of `images` that the engine has, and not from the registry that their name says.
 *
 * @param anyIsLocal with containerd's store every image has a digest, so that nothing tells where it came from
 */
export async function localOnly(
  host: Host,
  images: readonly string[],
  anyIsLocal: boolean,
): Promise<readonly string[]> {
  const found = await Promise.all(images.map((image) => inspectImage(host, image)));
  return images.filter((name, index) => {
    const image = found[index];
    return image !== undefined && (anyIsLocal || !image.digests.some((known) => isOf(known, name)));
  });
}
