// Steps that can never run where they stand are left out, and what is known there is not asked again.

import { valueAt } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { nodesOf } from '../conditions/condition-choice.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { allLeavesOf, type Group, type Item, leavesOf, type Term } from '../steps/items.ts';
import type { Plan } from './plan.ts';

type WhereKnown = {
  readonly items: readonly Item[];
  /** What cannot run there; a group only as a whole. */
  readonly left: readonly Item[];
};

/** The items as they are where `known` holds. */
export function whereKnown(
  items: readonly Item[],
  known: readonly Term[],
  conditions: Conditions,
): WhereKnown {
  const left: Item[] = [];
  const kept = items.flatMap((item): readonly Item[] => {
    const own = conditions.conjunction(item.terms, known);
    if (own === undefined) {
      left.push(item);
      return [];
    }
    const inner = 'items' in item ? whereKnown(item.items, known, conditions) : undefined;
    if (inner !== undefined && inner.items.length === 0 && inner.left.length > 0) {
      left.push(item);
      return [];
    }
    const onFail = whereKnown(item.onFail, known, conditions);
    left.push(...(inner?.left ?? []), ...onFail.left);
    const dropped = own.nodes.filter(
      (node) => !own.terms.some(({ tag, exclude }) => node === tag || node === exclude),
    );
    const rest = {
      terms: own.terms,
      onFail: onFail.items,
      from: [...item.from, ...dropped],
    };
    if (!('items' in item)) return [{ ...item, ...rest }];
    return [{ ...item, ...rest, items: inner?.items ?? [] }];
  });
  return { items: kept, left };
}

/** The items of a project without those that no branch or tag runs. */
export function thatCanRun(
  items: readonly Item[],
  conditions: Conditions,
  context: TranslationContext,
): readonly Item[] {
  const found = whereKnown(items, [], conditions);
  const kept = new Set(found.items.flatMap(allLeavesOf).map(({ node }) => node));
  const told = new Set<Item['node']>();
  for (const item of found.left) {
    // A copy of the same step, for another service, may stay.
    if (told.has(item.node) || allLeavesOf(item).some(({ node }) => kept.has(node))) continue;
    told.add(item.node);
    context.report(
      'step-never-runs',
      item.node,
      `${labelOf(item)} never runs, for no branch and no tag: ${reasonOf(item, conditions)}`,
      'remove the step, or correct the pattern',
    );
  }
  tellEmpty(found.items, context);
  return found.items;
}

/** A group of which nothing is left becomes nothing; so does what it would have done on failure. */
function tellEmpty(items: readonly Item[], context: TranslationContext): void {
  for (const item of items) {
    if (!('items' in item)) continue;
    if (leavesOf(item).length > 0) tellEmpty(item.items, context);
    else {
      context.otherwise(
        'step-never-runs',
        item.node,
        `nothing in ${labelOf(item)} can run`,
        'remove it, or correct its steps',
      );
    }
  }
}

/** What an approved job does not have, though the build before it does. */
export function reportLeft(left: readonly Item[], group: Group, { context }: Plan): void {
  for (const item of left) {
    const { file, start, end } =
      valueAt(item.node, 'tag') ?? valueAt(item.node, 'exclude') ?? item.node;
    context.report(
      'step-not-in-job',
      { file, start, end },
      `${labelOf(item)} is left out of the job after the approval${group.label.text === '' ? '' : ` \`${group.label.text}\``}, whose condition excludes it`,
    );
  }
}

const labelOf = ({ label }: Item): string =>
  label.text === '' ? 'the group' : `\`${label.text}\``;

function reasonOf(item: Item, conditions: Conditions): string {
  const all = conditions.conjunction(item.terms) === undefined ? [item] : allLeavesOf(item);
  const [first] = all;
  const nodes = [...new Set((first?.terms ?? []).flatMap(nodesOf))];
  const texts = nodes.map((node) => `\`${node.text}\``);
  if (texts.length < 2) return `${texts.join('')} excludes all`;
  return `${texts.join(' and ')} together exclude all`;
}
