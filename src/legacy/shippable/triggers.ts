// Triggers: Shippable built every commit and every pull request, and neither tags nor releases, unless the
// settings of the project said otherwise (shippable.md 2.3, 2.10).

import { type Text, traced } from '../../output/tree.ts';
import { toGithubFilter } from '../../pattern/wildcard.ts';
import type { ScalarNode } from '../../source/node.ts';
import type { Job, Triggers } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import { branchPatterns } from './branch-pattern.ts';
import type { ShippableConfig } from './config.ts';

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
      if (!isName) otherwise('empty-value', node, 'an empty name is no branch');
      return isName;
    });
  const only = named(config.keys.branches?.only);
  const except = named(config.keys.branches?.except);
  const filter = (node: ScalarNode, sign = ''): Text[] => {
    return branchPatterns(node, context).map((wildcard) => {
      const pattern = toGithubFilter(wildcard);
      if (node.text.includes('*') && pattern !== node.text && wildcard === node.text) {
        report(
          'widened-glob',
          node,
          `\`${node.text}\` is written as \`${pattern}\`: a single \`*\` of GitHub stops at a slash`,
        );
      }
      return traced(sign + pattern, node);
    });
  };
  const branches: Text[] = [
    ...only.flatMap((node) => filter(node)),
    // A filter of negative patterns alone matches nothing.
    ...(only.length === 0 && except.length > 0 ? ['**'] : []),
    ...except.flatMap((node) => filter(node, '!')),
  ];
  const before = config.keys.branches?.node.before[0];
  const push = branches.length === 0 ? ['**'] : branches;
  const pullRequest = branches.length === 0 ? {} : { branches };
  return {
    push: {
      branches: push,
      ...tagFilter(jobs, only, push, context),
      ...(before === undefined ? {} : { comment: before }),
    },
    pullRequest,
    ...(reads(jobs, /^(?:IS_RELEASE|RELEASE_NAME|RELEASED_AT|IS_PRERELEASE)$/)
      ? { release: ['published'] }
      : {}),
    dispatch: true,
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
  filters: readonly Text[],
  { report }: TranslationContext,
): { readonly tags?: readonly Text[] } {
  if (!reads(jobs, /^(?:IS_GIT_TAG|GIT_TAG_NAME|TRAVIS_TAG)$/)) return {};
  const [first] = only;
  if (first !== undefined && only.every(({ text }) => !/[*]|^\//.test(text))) {
    report(
      'tags-filtered-out',
      first,
      '`IS_GIT_TAG` or `GIT_TAG_NAME` is read, but `branches.only` names no tag, so Shippable built none',
      'add the tags to `branches.only`, such as `v*`, if they should be built',
    );
    return {};
  }
  return { tags: filters.map((filter) => (typeof filter === 'string' ? filter : filter.text)) };
}
