// Which steps of a project run, and why others are left out.

import { defined } from '../../ground/defined.ts';
import type { Item, Leaf } from '../../legacy/codeship/steps/items.ts';
import { targetOf } from '../../legacy/codeship/steps/push-target.ts';
import { decideRefCondition } from '../../pattern/ref-condition.ts';

export type StepChoice = {
  /** What conditions are held against. */
  readonly branch: string;
  /** Whether a branch or a tag was named: without one, steps with `tag` are left out, as CodeShip's own tool did. */
  readonly isRefNamed: boolean;
  /** Whether the steps themselves were named: then conditions are asked only where a ref was. */
  readonly isStepNamed: boolean;
  readonly push: boolean;
  readonly approved: boolean;
  /** How many steps of a parallel group run at once. */
  readonly atOnce: number;
};

/** Why a step is left out; undefined for one that runs. */
export async function whySkipped(item: Leaf, choice: StepChoice): Promise<string | undefined> {
  if (item.kind === 'push' && !choice.push) {
    return `it pushes ${targetOf(item).name}; give \`--push\` to push`;
  }
  if (choice.isStepNamed && !choice.isRefNamed) return undefined;
  for (const { tag, exclude } of item.terms) {
    if (tag !== undefined && tag.text !== '' && !choice.isRefNamed) {
      return `it has \`tag: ${tag.text}\`; give \`--branch NAME\` or \`--tag NAME\` to test it`;
    }
    const { holds, reason } = await decideRefCondition(
      defined({ tag: tag?.text, exclude: exclude?.text }),
      { codeship: choice.branch, shippable: choice.branch },
    );
    if (!holds) return reason;
  }
  return undefined;
}

/** A name, or a whole label: every item that has it, in order. */
export function itemsNamed(items: readonly Item[], wanted: string): readonly Item[] {
  return items.flatMap((item) => {
    if (item.label.text === wanted || nameOf(item) === wanted) return [item];
    return 'items' in item ? itemsNamed(item.items, wanted) : [];
  });
}

function nameOf({ node }: Item): string | undefined {
  const value = node.entries.find(({ key }) => key.text === 'name')?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
