/** Which image is meant: the inputs `image_name`, `image_tag` and `mirrors` as references. */

import { fail, ok, type Result } from '../../ground/result.ts';
import {
  dockerHub,
  familiarName,
  type ImageReference,
  normalizeRegistry,
  parseReference,
} from '../../image/reference.ts';
import { expandText, type Lookup } from './words.ts';

export type BootedImage = {
  /** As the user would write it, with tag or digest: what is pulled and booted. */
  readonly text: string;
  readonly reference: ImageReference;
};

/**
 * The image that `image_name` and `image_tag` mean (shippable.md 2.2). A tag or digest in the name itself counts where
 * the tag is the default `latest`; two that differ are an error, because one of them would be silently lost.
 */
export function bootedImage(
  nameInput: string,
  tagInput: string,
  lookup: Lookup,
): Result<BootedImage> {
  const name = expandText(nameInput, lookup);
  const tag = expandText(tagInput, lookup);
  const unset = [...new Set([...name.unset, ...tag.unset])];
  if (unset.length > 0) {
    const names = unset.map((variable) => `$${variable}`).join(', ');
    return fail(`${names} in image_name or image_tag is not set.`);
  }
  const parsed = parseReference(name.text);
  if (!parsed.ok) return fail(`image_name is not an image name: ${parsed.failure.message}.`);
  const own = parsed.value;
  const wanted = tag.text === '' ? 'latest' : tag.text;
  const bare = name.text.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  let text: string;
  if (/^[a-z0-9]+:[0-9a-fA-F]{32,}$/.test(wanted)) {
    if (own.digest !== undefined && own.digest !== wanted)
      return fail('image_name and image_tag contain two different digests.');
    text = `${own.tag === undefined ? bare : `${bare}:${own.tag}`}@${wanted}`;
  } else if (own.tag === undefined && own.digest === undefined) text = `${bare}:${wanted}`;
  else if (wanted === 'latest' || own.tag === wanted) text = name.text;
  else if (own.tag === undefined) text = `${bare}:${wanted}@${own.digest}`;
  else return fail(`image_name has the tag ${own.tag}, but image_tag is ${wanted}.`);
  const whole = parseReference(text);
  if (!whole.ok) return fail(`image_tag is not a tag: ${whole.failure.message}.`);
  return ok({ text, reference: whole.value });
}

/**
 * The same image at the mirrors that serve its registry, in the order of the input. A line is `MIRROR`, which mirrors
 * Docker Hub, or `REGISTRY=MIRROR`; a mirror may have a path (`mirror.example/hub`).
 */
export function mirrorReferences(
  lines: string,
  { reference }: BootedImage,
): Result<readonly string[]> {
  const references: string[] = [];
  for (const line of lines
    .split(/[\r\n]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')) {
    const equals = line.indexOf('=');
    const registry = equals < 0 ? dockerHub : normalizeRegistry(line.slice(0, equals));
    const mirror = line
      .slice(equals + 1)
      .trim()
      .replace(/^https?:\/\//, '')
      .replace(/\/+$/, '');
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    const parsed = parseReference(`${mirror}/${reference.path}${tag}${digest}`);
    if (!parsed.ok || !parsed.value.path.endsWith(reference.path))
      return fail(`mirrors: \`${line}\` is not a mirror.`);
    if (registry === reference.host) references.push(familiarName(parsed.value));
  }
  return ok(references);
}
