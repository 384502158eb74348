import { shownText, sourcesOfText } from '../expression/text.ts';
import type { ActionInterface } from '../interfaces/action-interface.ts';
import type { SourceNode } from '../source/node.ts';
import type { Field } from './model.ts';
import { type OwnAction, ownInterfaces } from './own-actions.ts';

/** Inputs without those that only say the action's default, and the values that those came from. */
export function withoutDefaults(
  action: OwnAction,
  fields: readonly Field[],
): { readonly fields: readonly Field[]; readonly from: readonly SourceNode[] } {
  const { inputs }: ActionInterface = ownInterfaces[action];
  const isDefault = ({ name, value }: Field): boolean =>
    inputs[shownText(name)]?.default === shownText(value);
  return {
    fields: fields.filter((field) => !isDefault(field)),
    from: fields.filter(isDefault).flatMap(({ value }) => sourcesOfText(value)),
  };
}
