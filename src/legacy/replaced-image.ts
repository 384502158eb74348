// Images that no runner can pull, and what takes their place.

import type { SourceNode } from '../source/node.ts';
import type { TranslationContext } from './translation.ts';

/**
 * Says that another image takes the place of one that no runner can pull, and gives that one.
 *
 * @param why ends "no runner can pull it:"
 */
export function replacedImage(
  name: string,
  { why, instead }: { readonly why: string; readonly instead: string },
  node: SourceNode,
  report: TranslationContext['report'],
): string {
  report(
    'old-image-replaced',
    node,
    `no runner can pull \`${name}\`: ${why}; \`${instead}\` takes its place`,
    'set the version that you use today',
  );
  return instead;
}
