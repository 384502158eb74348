// A filter for branches that stands where Shippable did not look for one.

import { type SourceNode, valueAt } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';

/** A `branches` list with the wrong indent leaves `only` on the item, where Shippable ignored it. */
export function warnOfIndent(item: SourceNode, { report }: TranslationContext): void {
  for (const key of ['only', 'except']) {
    const node = valueAt(item, key);
    if (node !== undefined) {
      report(
        'misplaced-filter',
        node,
        `\`${key}\` stands on the integration itself, where Shippable ignored it`,
        `put it below \`branches\` if it is to count`,
      );
    }
  }
}
