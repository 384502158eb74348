// Where a push step pushes to (codeship.md 4).

import type { PushItem } from './items.ts';

/** The repository, and the tag where it stands in `image_name` as it did in 2015. */
export function targetOf({ imageName, imageTag }: PushItem): {
  readonly name: string;
  readonly tag?: string;
} {
  const { text } = imageName;
  const colon = text.lastIndexOf(':');
  const inName = imageTag === undefined && colon > text.lastIndexOf('/');
  return inName ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
