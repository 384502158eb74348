// Triggers: Shippable built every commit and every pull request, and neither tags nor releases, unless the
// settings of the project said otherwise (shippable.md 2.3, 2.10).

import { type FixedText, fixedText } from '../../expression/text.ts';
import { defined } from '../../ground/defined.ts';
import { traced } from '../../output/tree.ts';
import { toGithubFilter } from '../../pattern/wildcard.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { Job, Triggers } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import { branchPatterns } from './integrations/branch-pattern.ts';
import type { ShippableConfig } from './keys/config.ts';

/** `jobs`: what they read tells which events the project had switched on. */
export function translateTriggers(
  config: ShippableConfig,
  jobs: readonly Job[],
  context: TranslationContext,
): Triggers {
  const { report, otherwise } = context;
  const named = (nodes: readonly ScalarNode[] | undefined): readonly ScalarNode[] =>
    (nodes ?? []).filter((node) => {
      const isName = node.text.trim() !== '';
      if (!isName) otherwise('empty-value', node, 'an empty name is not a branch');
      return isName;
    });
  const only = named(config.keys.branches?.only);
  const except = named(config.keys.branches?.except);
  const filter = (node: ScalarNode, sign = ''): FixedText[] =>
    branchPatterns(node, context).flatMap((wildcard) => {
      const pattern = toGithubFilter(wildcard);
      const text = fixedText(traced(sign + pattern, node));
      if (text === undefined) {
        report(
          'expression-sign',
          node,
          `\`${node.text}\` cannot be written in a branch filter, where GitHub takes \`\${{\` for an expression and rejects it`,
          'rename the branch, or write a pattern without it',
        );
        return [];
      }
      if (node.text.includes('*') && pattern !== node.text && wildcard === node.text) {
        report(
          'widened-glob',
          node,
          `\`${node.text}\` is written as \`${pattern}\`, because GitHub's \`*\` does not match a slash`,
        );
      }
      return [text];
    });
  const isSaid = ({ text }: ScalarNode): boolean => !text.includes('${{');
  const wanted = only.flatMap((node) => filter(node));
  const unwanted = except.flatMap((node) => filter(node, '!'));
  // A filter must not let more through because a part of it cannot be said.
  if (!except.every(isSaid) || (only.length > 0 && !only.some(isSaid))) {
    for (const node of [...only, ...except])
      otherwise(
        'expression-sign',
        node,
        'without the rejected name, this filter would let more branches through',
      );
    return { dispatch: true };
  }
  const every = [fixedText('**')].filter((text) => text !== undefined);
  // A filter of negative patterns alone matches nothing.
  const branches = [...(wanted.length === 0 && unwanted.length > 0 ? every : wanted), ...unwanted];
  const before = config.keys.branches?.node.before[0];
  const push = branches.length === 0 ? every : branches;
  const pullRequest = branches.length === 0 ? {} : { branches };
  return {
    push: {
      branches: push,
      ...tagFilter(jobs, only, push, context),
      ...defined({ comment: before }),
    },
    pullRequest,
    ...(reads(jobs, /^(?:IS_RELEASE|RELEASE_NAME|RELEASED_AT|IS_PRERELEASE)$/)
      ? { release: ['published'] }
      : {}),
  };
}

const reads = (jobs: readonly Job[], name: RegExp): boolean =>
  jobs.some((job) => job.env?.some((field) => name.test(field.name)));

/**
 * Builds of tags were a setting of the project, off by default. A command that asks for a tag says that it was on; the
 * lists of `branches` hold for tags too (shippable.md 2.3, 2.10).
 */
function tagFilter(
  jobs: readonly Job[],
  only: readonly ScalarNode[],
  filters: readonly FixedText[],
  { report }: TranslationContext,
): { readonly tags?: readonly FixedText[] } {
  if (!reads(jobs, /^(?:IS_GIT_TAG|GIT_TAG_NAME|TRAVIS_TAG)$/)) return {};
  const [first] = only;
  if (first !== undefined && only.every(({ text }) => !/[*]|^\//.test(text))) {
    report(
      'tags-filtered-out',
      first,
      '`IS_GIT_TAG` or `GIT_TAG_NAME` is read, but `branches.only` contains no tag, so Shippable built none',
      'to build tags, add them to `branches.only`, such as `v*`',
    );
    return {};
  }
  return { tags: filters.flatMap(({ text }) => fixedText(text) ?? []) };
}
