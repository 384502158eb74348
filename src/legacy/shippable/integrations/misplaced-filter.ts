// A filter for branches that stands where Shippable did not look for one.

import { type SourceNode, valueAt } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';

/** A `branches` list with the wrong indent leaves `only` on the item, where Shippable ignored it. */
export function warnOfIndent(item: SourceNode, { report }: TranslationContext): void {
  for (const key of ['only', 'except']) {
    const node = valueAt(item, key);
    if (node !== undefined) {
      report(
        'misplaced-filter',
        node,
        `\`${key}\` is directly on the integration, where Shippable ignored it`,
        `move it under \`branches\` if it should count`,
      );
    }
  }
}
