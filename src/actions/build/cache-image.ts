// Caches that are images: pulled before a build and pushed after it, as CodeShip did (codeship.md 2.4).

import type { CachePlan } from '../../docker/cache.ts';
import { tagImage } from '../../docker/tag-image.ts';
import type { Host } from '../../host/host.ts';

/** Pulls what the classic builder needs here; gives the values for `--cache-from`. */
export async function pullCacheImages(host: Host, cache: CachePlan): Promise<readonly string[]> {
  if (cache.pullFirst.length === 0) return cache.from;
  for (const reference of cache.pullFirst) {
    const pulled = await host.exec('docker', ['pull', '--quiet', reference]);
    if (pulled.kind === 'exited' && pulled.exitCode === 0) return [reference];
  }
  host.log(`No cache yet: none of ${cache.pullFirst.join(', ')} could be pulled`);
  return [];
}

/** Pushes the built image as the cache of later builds. That it fails makes those slow, and this one no worse. */
export async function keepCacheImage(
  host: Host,
  imageId: string,
  reference: string,
): Promise<void> {
  const named = await tagImage(host, {}, imageId, reference);
  const pushed = named ? await host.exec('docker', ['push', '--quiet', reference]) : undefined;
  if (pushed?.kind === 'exited' && pushed.exitCode === 0) host.log(`Cache pushed to ${reference}`);
  else {
    const said = pushed?.kind === 'exited' ? (pushed.stderr.trim().split('\n').at(-1) ?? '') : '';
    host.warning(
      `The cache could not be pushed to ${reference}, the image is not affected: ${said || 'the image could not be tagged'}`,
      { title: 'transship build' },
    );
  }
  await host.exec('docker', ['image', 'rm', reference]);
}
