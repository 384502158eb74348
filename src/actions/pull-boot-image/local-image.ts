/** What the engine knows about the image that is to be booted. */

import { imageIn } from '../../docker/engine-answers.ts';
import { ask, type EngineAddress } from '../../docker/engine-api.ts';
import { familiarName } from '../../image/reference.ts';
import type { BootedImage } from './booted-image.ts';

export type LocalImage = {
  readonly id: string;
  /** Its settings, as the engine gives them. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly os: string;
  readonly architecture: string;
  /** `sha256:...` at its registry; undefined for an image that never was at one. */
  readonly digest: string | undefined;
};

/** Undefined where the engine has no such image. */
export async function localImage(
  engine: EngineAddress,
  name: string,
  { reference }: BootedImage,
): Promise<LocalImage | undefined> {
  const answer = await ask(engine, {
    method: 'GET',
    path: `/images/${encodeURIComponent(name).replaceAll('%2F', '/')}/json`,
  });
  if (answer.status !== 200) return undefined;
  const { repoDigests, ...image } = imageIn(answer.text);
  const { tag: _tag, digest: _digest, ...bare } = reference;
  const repository = `${familiarName(bare)}@`;
  const own = repoDigests.find((digest) => digest.startsWith(repository));
  return {
    ...image,
    digest: reference.digest ?? own?.slice(repository.length),
  };
}

/** Variables of an image's settings. */
export function imageVariables({ config }: LocalImage): Readonly<Record<string, string>> {
  const list = Array.isArray(config['Env']) ? (config['Env'] as readonly string[]) : [];
  return Object.fromEntries(
    list.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}
