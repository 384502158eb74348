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

export type ImageAnswer = {
  /** Undefined where the engine has no such image. */
  readonly image: LocalImage | undefined;
  /** System of the engine's containers, where the engine says it. */
  readonly system: string | undefined;
};

export async function askForImage(
  engine: EngineAddress,
  name: string,
  { reference }: BootedImage,
): Promise<ImageAnswer> {
  const { status, text, system } = await ask(engine, {
    method: 'GET',
    path: `/images/${encodeURIComponent(name).replaceAll('%2F', '/')}/json`,
  });
  if (status !== 200) return { image: undefined, system };
  const { repoDigests, ...image } = imageIn(text);
  const { tag: _tag, digest: _digest, ...bare } = reference;
  const repository = `${familiarName(bare)}@`;
  const own = repoDigests.find((digest) => digest.startsWith(repository));
  const digest = reference.digest ?? own?.slice(repository.length);
  return { image: { ...image, digest }, system };
}

/** Variables of an image's settings. */
export function imageVariables({ config }: LocalImage): Readonly<Record<string, string>> {
  const list = Array.isArray(config['Env']) ? (config['Env'] as readonly string[]) : [];
  return Object.fromEntries(
    list.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}
