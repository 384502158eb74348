// Which images exist in the engine only: another builder would look for them in a registry, in vain.

import type { Host } from '../host/host.ts';
import { parseReference } from '../image/reference.ts';
import { digestsIn, imageIn } from './engine-answers.ts';
import { engineSocket } from './tag-image.ts';

/** An image as `docker image inspect` shows it. */
export type LocalImage = {
  readonly id: string;
  /** `name@digest` of the registries that it was pulled from or pushed to. */
  readonly digests: readonly string[];
};

/** The image of that name or id in the engine; undefined where there is none. */
export async function inspectImage(host: Host, name: string): Promise<LocalImage | undefined> {
  const asked = await inspectBySocket(host, name);
  if (asked !== 'unknown') return asked;
  const format = '{{.Id}} {{json .RepoDigests}}';
  const result = await host.exec('docker', ['image', 'inspect', '--format', format, '--', name]);
  if (result.kind !== 'exited' || result.exitCode !== 0) return undefined;
  const [id = '', ...rest] = result.stdout.trim().split(' ');
  return { id, digests: digestsIn(rest.join(' ') || 'null') };
}

/** By the engine's socket where it can be, as in tag-image.ts; `unknown` where the client has to be asked. */
async function inspectBySocket(
  host: Host,
  name: string,
): Promise<LocalImage | undefined | 'unknown'> {
  const socketPath = engineSocket(host);
  // The engine would take `../` in a path for another request.
  if (socketPath === undefined || !/^[\w][\w.:/@-]*$/.test(name) || name.includes('..'))
    return 'unknown';
  const url = `http://engine/images/${name}/json`;
  const result = await host.request({ url, socketPath, timeoutMs: 10_000 });
  if (result.kind === 'failure') return 'unknown';
  if (result.status === 404) return undefined;
  if (result.status !== 200) return 'unknown';
  const { id, repoDigests } = imageIn(result.text());
  return { id, digests: repoDigests };
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
