// The steps of a parallel group: one for each child, or one script for all.

import { defined, filled } from '../../../ground/defined.ts';
import type { Field } from '../../../workflow/model.ts';
import { nodesOf } from '../conditions/condition-choice.ts';
import { holdsOfStep } from '../conditions/conditions.ts';
import { type Group, type Item, leavesOf } from '../steps/items.ts';
import { stepProject } from '../values/project-name.ts';
import type { Draft, Ref } from './job-builder.ts';
import { itemDraft, type Lowering, leafDraft, networkEnv } from './lower-leaf.ts';
import { type Nesting, needsProject, nestedLines, parallelLines } from './nested-lines.ts';

/** A child of a native group. */
export function childDraft(
  child: Item,
  parent: Group,
  hasNetwork: boolean,
  lowering: Lowering,
): Draft {
  const own = needsProject(child);
  const label = labelWithin(child, parent);
  const project: Field[] = own
    ? [
        {
          name: 'COMPOSE_PROJECT_NAME',
          value: stepProject(lowering.job.project(label)),
        },
      ]
    : [];
  if (!('items' in child)) return leafDraft(child, () => [], lowering, project);
  return scriptDraft(child, label, project, lowering, (nesting) =>
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
  let decides = false;
  const run = write({
    plan,
    outer: group.terms,
    prefix: group.label.text,
    project: job.project,
    hasNetwork: false,
    decide: (conjunction) => {
      decides = true;
      return job.decide(conjunction);
    },
  });
  const holds: Field[] = decides ? [{ name: 'HOLDS', value: holdsOfStep }] : [];
  const all = [...env, ...holds, ...networkEnv(leavesOf(group), plan)];
  const draft = itemDraft(group, lowering, (base) => ({
    kind: 'run',
    run,
    ...base,
    name: group.label.text === label ? base.name : { text: label, from: group.label.from },
    from: [
      ...(base.from ?? []),
      ...leavesOf(group).flatMap((leaf) => [...leaf.from, ...leaf.terms.flatMap(nodesOf)]),
    ],
    ...defined({ env: filled(all) }),
  }));
  return { ...draft, ref: { label } };
}

/** All children in one script. */
export function scriptGroup(group: Group, items: readonly Item[], lowering: Lowering): Ref {
  const whole: Group = { ...group, items };
  const label = group.label.text || labelOf(whole);
  return lowering.job.add(
    scriptDraft(whole, label, [], lowering, (nesting) => parallelLines(items, nesting)),
  );
}

/** A list without a name within a group that has one is called after its steps. */
function labelWithin(child: Item, parent: Group): string {
  const own = child.label.text;
  if (!('items' in child) || own !== parent.label.text) return own || labelOf(child);
  if (own === '') return labelOf(child);
  return `${own} / ${labelOf(child).replaceAll(`${own} / `, '')}`;
}

/** A group without a name is called after its steps. */
export const labelOf = (group: Item): string => {
  const text = leavesOf(group)
    .map(({ label }) => label.text)
    .join(', ');
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text;
};
