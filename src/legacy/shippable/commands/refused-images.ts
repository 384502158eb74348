// Images that no runner can pull any more: what `docker pull` and `docker run` name, and what a Dockerfile starts from.

import { type Refused, refusedImage, remedyFor } from '../../../image/old-images.ts';
import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import { isGoneVendorImage } from '../../../machine/programs/machines.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';

export function reportRefusedImages(
  commands: readonly Command[],
  { repository, report }: TranslationContext,
): void {
  const told = new Set<string>();
  for (const { text, from } of commands) {
    const [node] = from;
    if (node === undefined) continue;
    const tell = (image: string, file?: string): void => {
      const refused = isGoneVendorImage(image) ? ofVendor : refusedImage(image);
      const where = `${image} ${file ?? ''}`;
      if (refused === undefined || told.has(where)) return;
      told.add(where);
      report(
        'image-not-pulled',
        node,
        `no runner can pull \`${image}\`${file === undefined ? '' : `, which \`${file}\` starts from`}: ${refused.why}`,
        remedyFor(refused),
      );
    };
    for (const call of readCalls(text, repository).calls) {
      if (call.word !== 'docker') continue;
      for (const image of pulledBy(call)) tell(image);
      for (const file of builtBy(call, repository.paths))
        for (const [, image = ''] of (repository.read(file) ?? '').matchAll(base))
          tell(image, file);
    }
  }
}

const ofVendor: Refused = {
  why: 'it was an image of Shippable and is gone',
  remedy: 'start from the official image of the language',
};

export const base = /^[^\S\n]*FROM\s+(?:--\S+\s+)*([^\s$]+)(?=\s|$)/gim;

/** Only words that look like an image; an option's value seldom does, and a name that is none is never refused. */
export function pulledBy({ args: [verb, ...args] }: Call): readonly string[] {
  return /^(?:pull|run|create)$/.test(verb ?? '')
    ? args.filter((arg) => /^[a-z0-9][\w.-]*(?:\/[\w.-]+)*(?::[\w.-]+)?$/.test(arg)).slice(0, 20)
    : [];
}

/** The Dockerfiles that a build may mean: by name, or in the folder that it names; its working folder is not known. */
export function builtBy({ args }: Call, paths: readonly string[]): readonly string[] {
  if (args[0] !== 'build' && !(args[0] === 'image' && args[1] === 'build')) return [];
  const clean = (text: string): string => text.replace(/^\.?\/+|\/+\.?$|^\.$/g, '');
  const named = args.flatMap((arg, at) =>
    /^(?:-f|--file)$/.test(arg) ? (args[at + 1] ?? []) : [],
  );
  const glued = args.flatMap((arg) => /^--file=(.+)$/.exec(arg)?.[1] ?? []);
  const files = [...named, ...glued].map(clean);
  const folder = clean(args.at(-1) ?? '');
  const wanted = files.length > 0 ? files : [folder === '' ? 'Dockerfile' : `${folder}/Dockerfile`];
  return paths.filter((path) => wanted.includes(path));
}
