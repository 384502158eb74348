/** Which image is meant: the inputs `image_name`, `image_tag` and `mirrors` as references. */

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

export type ImageResult =
  | { readonly ok: true; readonly image: BootedImage }
  | { readonly ok: false; readonly message: string };

/**
 * The image that `image_name` and `image_tag` mean (shippable.md 2.2). A tag or digest in the name itself counts where
 * the tag is the default `latest`; two that differ are an error, because one of them would be silently lost.
 */
export function bootedImage(nameInput: string, tagInput: string, lookup: Lookup): ImageResult {
  const name = expandText(nameInput, lookup);
  const tag = expandText(tagInput, lookup);
  const unset = [...new Set([...name.unset, ...tag.unset])];
  if (unset.length > 0) {
    const names = unset.map((variable) => `$${variable}`).join(', ');
    return { ok: false, message: `${names} in image_name or image_tag is not set.` };
  }
  const parsed = parseReference(name.text);
  if (!parsed.ok) return { ok: false, message: `image_name is no image name: ${parsed.message}.` };
  const own = parsed.reference;
  const wanted = tag.text === '' ? 'latest' : tag.text;
  const bare = name.text.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  let text: string;
  if (/^[a-z0-9]+:[0-9a-fA-F]{32,}$/.test(wanted)) {
    if (own.digest !== undefined && own.digest !== wanted)
      return { ok: false, message: 'image_name and image_tag name two different digests.' };
    text = `${own.tag === undefined ? bare : `${bare}:${own.tag}`}@${wanted}`;
  } else if (own.tag === undefined && own.digest === undefined) text = `${bare}:${wanted}`;
  else if (wanted === 'latest' || own.tag === wanted) text = name.text;
  else if (own.tag === undefined) text = `${bare}:${wanted}@${own.digest}`;
  else return { ok: false, message: `image_name says tag ${own.tag}, image_tag says ${wanted}.` };
  const whole = parseReference(text);
  if (!whole.ok) return { ok: false, message: `image_tag is no tag: ${whole.message}.` };
  return { ok: true, image: { text, reference: whole.reference } };
}

export type MirrorsResult =
  | { readonly ok: true; readonly references: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * The same image at the mirrors that serve its registry, in the order of the input. A line is `MIRROR`, which mirrors
 * Docker Hub, or `REGISTRY=MIRROR`; a mirror may have a path (`mirror.example/hub`).
 */
export function mirrorReferences(lines: string, { reference }: BootedImage): MirrorsResult {
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
    if (!parsed.ok || !parsed.reference.path.endsWith(reference.path))
      return { ok: false, message: `mirrors: \`${line}\` is no mirror.` };
    if (registry === reference.host) references.push(familiarName(parsed.reference));
  }
  return { ok: true, references };
}
