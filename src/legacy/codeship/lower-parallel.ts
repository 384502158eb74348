// A parallel group (codeship.md 3.2, 7.1): GitHub's own where it can hold it, else background processes of one script.

import { valueAt } from '../../source/node.ts';
import type { Field } from '../../workflow/model.ts';
import { nodesOf, prepareId } from './conditions.ts';
import { fieldText } from './field-text.ts';
import { commented, type Group, type Item, type Leaf, leavesOf } from './items.ts';
import type { Draft, Ref } from './job-builder.ts';
import {
  addStep,
  baseOf,
  buildFor,
  commentedItems,
  type Lowering,
  leafDraft,
  lowerFailure,
  lowerItem,
  prepareLeaf,
  pullFor,
} from './lower-items.ts';
import {
  fitsScript,
  type Nesting,
  needsProject,
  nestedLines,
  parallelLines,
  sharesNetwork,
} from './nested-lines.ts';
import { networkLine } from './run-lines.ts';
import { type Service, startedWith } from './service.ts';

export function lowerParallel(group: Group, lowering: Lowering): readonly Ref[] {
  const children = flat(group.items);
  if (children.length < 2) return inOrder(group, children, lowering);
  const native = lowering.plan.context.settings.parallel === 'native';
  const together = children.filter((child) =>
    native && !('items' in child) ? true : fitsScript(child),
  );
  const after = children.filter((child) => !together.includes(child));
  if (after.length > 0) reportOrder(group, after, lowering);
  if (together.length < 2) return inOrder(group, children, lowering);
  makeReady(together, lowering);
  const refs = native
    ? nativeGroup(group, together, lowering)
    : [scriptGroup(group, together, lowering)];
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
  plan.context.report(
    'parallel-in-order',
    valueAt(group.node, 'type') ?? group.node,
    `${names} cannot be one step of a parallel group, so ${after.length === 1 ? 'it follows' : 'they follow'} after the group`,
    'nothing has to be done; the job takes longer',
  );
}

/** Siblings share images and logins, so these come before the group. */
function makeReady(items: readonly Item[], lowering: Lowering): void {
  const leaves = items.flatMap(leavesOf);
  prepareLeaf(leaves, lowering);
  for (const leaf of leaves) if (leaf.kind === 'push') pullFor(leaf, lowering);
  // Those with equal conditions are built by one step.
  const groups = new Map<string, { readonly leaf: Leaf; readonly services: Set<Service> }>();
  for (const leaf of leaves) {
    const key = leaf.terms.map(lowering.plan.conditions.key).sort().join(' ');
    const group = groups.get(key) ?? { leaf, services: new Set<Service>() };
    groups.set(key, group);
    for (const service of imagesOf(leaf)) group.services.add(service);
  }
  const unconditional = groups.get('');
  for (const group of [...(unconditional ? [unconditional] : []), ...groups.values()]) {
    buildFor([...group.services], group.leaf.terms, lowering);
  }
}

function nativeGroup(group: Group, children: readonly Item[], lowering: Lowering): readonly Ref[] {
  const shares = sharesNetwork(children);
  if (shares !== undefined) {
    const label = 'Create the network of the parallel steps';
    addStep(label, group.terms, [], lowering, (base) => ({
      kind: 'run',
      run: [networkLine(shares)],
      ...base,
    }));
  }
  const drafts = children.map((child) => childDraft(child, shares !== undefined, lowering));
  lowering.job.addParallel(drafts, group.before, []);
  children.forEach((child, index) => {
    const draft = drafts[index];
    if (draft !== undefined) lowerFailure(child, [draft.ref], lowering);
  });
  return drafts.map(({ ref }) => ref);
}

function childDraft(child: Item, hasNetwork: boolean, lowering: Lowering): Draft {
  const own = needsProject(child);
  const project: Field[] = own
    ? [{ name: 'COMPOSE_PROJECT_NAME', value: lowering.job.project(child.label.text) }]
    : [];
  if (!('items' in child)) return leafDraft(child, [], lowering, project);
  return scriptDraft(child, child.label.text || labelOf(child), project, lowering, (nesting) =>
    nestedLines(child, { ...nesting, hasNetwork: hasNetwork && !own }),
  );
}

/** A group of which one script says everything, with what `prepare` decided in its environment. */
function scriptDraft(
  group: Group,
  label: string,
  env: readonly Field[],
  lowering: Lowering,
  write: (nesting: Nesting) => ReturnType<typeof nestedLines>,
): Draft {
  const { plan, job } = lowering;
  const { ref, base } = baseOf(group, lowering);
  let decides = false;
  const run = write({
    plan,
    outer: group.terms,
    prefix: group.label.text,
    project: job.project,
    hasNetwork: false,
    decide: (term) => {
      decides = true;
      const name = plan.conditions.name(term);
      job.prepared.set(name, term);
      return name;
    },
  });
  const holds: Field[] = decides
    ? [{ name: 'HOLDS', value: `\${{ steps.${prepareId}.outputs.holds }}` }]
    : [];
  const all = [...env, ...holds];
  const name = group.label.text === '' ? fieldText(label) : base.name;
  return {
    ref: { ...ref, label },
    make: (id) => ({
      kind: 'run',
      run,
      ...base,
      ...id,
      name,
      from: [
        ...(base.from ?? []),
        ...leavesOf(group).flatMap((leaf) => [...leaf.from, ...leaf.terms.flatMap(nodesOf)]),
      ],
      ...(all.length === 0 ? {} : { env: all }),
    }),
  };
}

function scriptGroup(group: Group, items: readonly Item[], lowering: Lowering): Ref {
  const whole: Group = { ...group, items };
  const label = group.label.text || labelOf(whole);
  return lowering.job.add(
    scriptDraft(whole, label, [], lowering, (nesting) => parallelLines(items, nesting)),
  );
}

/** A group without a name is called after its steps. */
const labelOf = (group: Item): string => {
  const text = leavesOf(group)
    .map(({ label }) => label.text)
    .join(', ');
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text;
};

const imagesOf = (leaf: Leaf): readonly Service[] => [...startedWith(leaf.service), leaf.service];
