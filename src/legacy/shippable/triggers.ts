// Triggers: Shippable built every commit and every pull request, and neither tags nor releases, unless the
// settings of the project said otherwise (shippable.md 2.3, 2.10).

import { type Text, traced } from '../../output/tree.ts';
import { toGithubFilter } from '../../pattern/wildcard.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { Triggers } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { ShippableConfig } from './config.ts';

export function translateTriggers(
  config: ShippableConfig,
  { report, otherwise }: TranslationContext,
): Triggers {
  const named = (nodes: readonly ScalarNode[] | undefined): readonly ScalarNode[] =>
    (nodes ?? []).filter((node) => {
      const isName = node.text.trim() !== '';
      if (!isName) otherwise('empty-value', node, 'an empty name is no branch');
      return isName;
    });
  const only = named(config.keys.branches?.only);
  const except = named(config.keys.branches?.except);
  const filter = (node: ScalarNode, sign = ''): Text => {
    const pattern = toGithubFilter(node.text);
    if (node.text.includes('*') && pattern !== node.text) {
      report(
        'widened-glob',
        node,
        `\`${node.text}\` is written as \`${pattern}\`: a single \`*\` of GitHub stops at a slash`,
      );
    }
    return traced(sign + pattern, node);
  };
  const branches: Text[] = [
    ...only.map((node) => filter(node)),
    // A filter of negative patterns alone matches nothing.
    ...(only.length === 0 && except.length > 0 ? ['**'] : []),
    ...except.map((node) => filter(node, '!')),
  ];
  const before = config.keys.branches?.node.before[0];
  if (branches.length === 0) return { push: { branches: ['**'] }, pullRequest: {}, dispatch: true };
  return {
    push: { branches, ...(before === undefined ? {} : { comment: before }) },
    pullRequest: { branches },
    dispatch: true,
  };
}
