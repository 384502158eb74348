// Items become steps of a job in their order; a parallel group (codeship.md 3.2, 7.1) becomes GitHub's own where that can
// hold it, else background processes of one script.

import { anyOf, expression } from '../../../expression/expression.ts';
import { valueAt } from '../../../source/node.ts';
import { commented, type Group, type Item, leavesOf } from '../steps/items.ts';
import type { Ref } from './job-builder.ts';
import {
  addBuilds,
  addStep,
  buildFor,
  imagesNeeded,
  type Lowering,
  lowerLeaf,
  outcomeIs,
  prepareLeaf,
  pullFor,
  tellHidden,
} from './lower-leaf.ts';
import { fitsScript, sharesNetwork } from './nested-lines.ts';
import { whereKnown } from './never.ts';
import { childDraft, labelOf, scriptGroup } from './parallel-drafts.ts';
import { networkLine } from './run-lines.ts';

/** The steps that an item became, for what depends on their outcome. */
export function lowerItem(item: Item, lowering: Lowering): readonly Ref[] {
  const refs =
    'items' in item
      ? item.kind === 'parallel'
        ? lowerParallel(item, lowering)
        : commentedItems(item, item.items).flatMap((each) => lowerItem(each, lowering))
      : [lowerLeaf(item, lowering)];
  lowerFailure(item, refs, lowering);
  return refs;
}

/** The comments of a group that is not a step of its own stand above its first step. */
function commentedItems(group: Group, items: readonly Item[]): readonly Item[] {
  const [first, ...others] = items;
  return first === undefined ? [] : [commented(first, group.before), ...others];
}

/** `on_fail` belongs to one step or group (codeship.md 3.8). */
function lowerFailure(item: Item, refs: readonly Ref[], lowering: Lowering): void {
  if (item.onFail.length === 0 || refs.length === 0) return;
  const outcomes = refs.map((ref) => outcomeIs(lowering.job.idOf(ref), 'failure'));
  const failed = anyOf(outcomes);
  if (failed === undefined) return;
  const guard = outcomes.length === 1 ? failed : expression`(${failed})`;
  const guarded: Lowering = { ...lowering, guard: expression`failure() && ${guard}` };
  // The step ran, so its own conditions hold.
  for (const each of whereKnown(item.onFail, item.terms, lowering.plan.conditions).items) {
    lowerItem(each, guarded);
  }
}

function lowerParallel(group: Group, lowering: Lowering): readonly Ref[] {
  const children = flat(group.items);
  if (children.length < 2) return inOrder(group, children, lowering);
  const native = lowering.plan.context.settings.parallel === 'native';
  const together = children.filter((child) =>
    // Only commands: steps of actions disturb each other's event and environment while they run together.
    native && !('items' in child) ? child.kind !== 'push' : fitsScript(child),
  );
  const after = children.filter((child) => !together.includes(child));
  if (after.length > 0) reportOrder(group, after, lowering);
  if (together.length < 2) return inOrder(group, children, lowering);
  makeReady(together, lowering);
  const refs = native
    ? nativeGroup(group, together, lowering)
    : [scriptGroup(group, together, lowering)];
  tellHidden(together.flatMap(leavesOf), lowering);
  return [...refs, ...after.flatMap((child) => lowerItem(child, lowering))];
}

const inOrder = (group: Group, items: readonly Item[], lowering: Lowering): readonly Ref[] =>
  commentedItems(group, items).flatMap((item) => lowerItem(item, lowering));

/** A parallel group within a parallel group runs at the same time as its siblings anyway. */
function flat(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (!('items' in item) || item.onFail.length > 0) return [item];
    if (item.kind === 'parallel') return flat(commentedItems(item, item.items));
    const [only] = item.items;
    if (item.items.length === 1 && only !== undefined) return flat([commented(only, item.before)]);
    return item.items.length === 0 ? [] : [item];
  });
}

function reportOrder(group: Group, after: readonly Item[], { plan }: Lowering): void {
  const names = after.map((item) => `\`${item.label.text || labelOf(item)}\``).join(', ');
  const isAll = after.length === group.items.length;
  plan.context.report(
    'parallel-in-order',
    valueAt(group.node, 'type') ?? group.node,
    isAll
      ? `${names} run one after another: steps that push or log in cannot run in parallel`
      : `${names} cannot run in parallel with the rest of the group, so ${after.length === 1 ? 'it follows' : 'they follow'} after the group`,
    'you do not have to do anything; the job takes longer',
  );
}

/** Siblings share images and logins, so these come before the group. */
function makeReady(items: readonly Item[], lowering: Lowering): void {
  const leaves = items.flatMap(leavesOf);
  prepareLeaf(leaves, lowering);
  for (const leaf of leaves) if (leaf.kind === 'push') pullFor(leaf, lowering);
  const builds = buildFor(imagesNeeded(leaves, lowering.plan), lowering);
  addBuilds(() => builds, lowering);
}

function nativeGroup(group: Group, children: readonly Item[], lowering: Lowering): readonly Ref[] {
  const shares = lowering.plan.native === undefined ? sharesNetwork(children) : undefined;
  if (shares !== undefined) {
    const label = 'Create the network of the parallel steps';
    addStep(label, { lists: [group.terms], exact: false }, [], lowering, (base) => ({
      kind: 'run',
      run: [networkLine(shares)],
      ...base,
    }));
  }
  const drafts = children.map((child) => childDraft(child, group, shares !== undefined, lowering));
  lowering.job.addParallel(drafts, group.before, []);
  children.forEach((child, index) => {
    const draft = drafts[index];
    if (draft !== undefined) lowerFailure(child, [draft.ref], lowering);
  });
  return drafts.map(({ ref }) => ref);
}
