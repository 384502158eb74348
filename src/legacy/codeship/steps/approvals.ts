// Manual steps (codeship.md 3.7): the build stopped before the group; once approved, a new build ran everything from
// the first step, now with the group and with CI_BUILD_APPROVED.

import { valueAt } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Group, Item } from './items.ts';

export type Split = {
  /** What runs without approval. */
  readonly before: readonly Item[];
  /** For each manual group everything that its approved build ran. */
  readonly approved: readonly { readonly group: Group; readonly items: readonly Item[] }[];
};

export function splitAtApprovals(items: readonly Item[], context: TranslationContext): Split {
  const groups = items.flatMap(manualGroups);
  if (groups.length > 0) reportFollowers(items, context);
  for (const group of groups) {
    context.report(
      'approval-gate',
      valueAt(group.node, 'type') ?? group.node,
      'the steps after the approval are a job with an environment, which asks nobody until it has reviewers',
      'create the environment under Settings, Environments, and set its required reviewers before you merge',
    );
  }
  tellIdleFailures(items, context);
  return {
    before: keep(untilApproval(items), undefined),
    approved: groups.map((group) => ({ group, items: keep(items, group) })),
  };
}

const manualGroups = (item: Item): readonly Group[] =>
  !('items' in item) ? [] : item.kind === 'manual' ? [item] : item.items.flatMap(manualGroups);

/** Nothing runs behind an approval that every build needs. */
function untilApproval(items: readonly Item[]): readonly Item[] {
  const gate = items.findIndex((item) =>
    manualGroups(item).some((group) => group.terms.length === 0),
  );
  return gate < 0 ? items : items.slice(0, gate + 1);
}

/** Everything but the manual groups; the one that is approved is a serial group. */
function keep(items: readonly Item[], approved: Group | undefined): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (!('items' in item)) return [item];
    if (item.kind === 'manual' && item !== approved) return [];
    const kind = item.kind === 'manual' ? 'serial' : item.kind;
    const inner = keep(item.items, approved);
    return inner.length === 0 ? [] : [{ ...item, kind, items: inner }];
  });
}

/** \`on_fail\` of a group that holds nothing but manual steps, for the case that no approved job has any of them. */
function tellIdleFailures(items: readonly Item[], context: TranslationContext): void {
  for (const item of items) {
    if ('items' in item) tellIdleFailures(item.items, context);
    if (keep([item], undefined).length > 0) continue;
    for (const { node } of item.onFail) {
      context.otherwise(
        'step-never-runs',
        node,
        'no step comes before it whose failure would start this step',
        'remove it',
      );
    }
  }
}

function reportFollowers(items: readonly Item[], { report }: TranslationContext): void {
  const first = items.findIndex((item) => manualGroups(item).length > 0);
  for (const item of items.slice(first + 1)) {
    if (manualGroups(item).length > 0) continue;
    const { file, start, end } = item.node;
    report(
      'steps-after-approval',
      { file, start, end },
      'the step is after a manual step; CodeShip did not process such a build',
      'move it before the manual step, or into it',
    );
  }
}
