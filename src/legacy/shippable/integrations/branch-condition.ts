// A `branches` filter of an integration before a step. The step has a secret, and GitHub's expressions ignore letter case,
// so `prepare` decides: pull requests compare their base branch, tags their name (shippable.md 2.3, 6.2).

import {
  type Expression,
  expression,
  property,
  standingFor,
} from '../../../expression/expression.ts';
import { writeFlowScalar } from '../../../output/scalar.ts';
import { joined, type Traced, traced } from '../../../output/tree.ts';
import type { Section } from '../../../source/keys.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { branchKeys } from '../keys/keys.ts';

type Filter = Section<typeof branchKeys>;

/** The step that decides what expressions cannot. */
export const prepareId = 'shippable';

const holds = expression`${property(expression`steps`, prepareId)}.outputs.holds`;

export type BranchConditions = {
  /** What stands in `if`; undefined where the filter asks nothing. `label` gives the condition its name. */
  readonly expression: (filter: Filter | undefined, label: string) => Expression | undefined;
  /** The input `conditions` of `prepare`; undefined where nothing is asked. */
  readonly input: () => Traced | undefined;
};

/** `patterns`: the wildcards that a name stands for. */
export function branchConditions(
  patterns: (node: ScalarNode) => readonly string[],
): BranchConditions {
  const names = new Map<string, string>();
  const texts: Traced[] = [];
  return {
    expression: (filter, label) => {
      const only = filter?.only ?? [];
      const except = filter?.except ?? [];
      if (only.length === 0 && except.length === 0) return undefined;
      const key = JSON.stringify([only, except].map((list) => list.map(({ text }) => text)));
      const isNew = !names.has(key);
      const name = names.get(key) ?? unusedName(label, new Set(names.values()));
      names.set(key, name);
      if (isNew) texts.push(conditionText(name, { only, except }, patterns));
      return standingFor(expression`contains(${holds}, ${`"${name}"`})`, ...only, ...except);
    },
    input: () => (texts.length === 0 ? undefined : joined(texts, '\n')),
  };
}

function unusedName(label: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? label : `${label}-${count}`;
    if (!taken.has(name)) return name;
  }
}

function conditionText(
  name: string,
  lists: Required<Pick<Filter, 'only' | 'except'>>,
  patterns: (node: ScalarNode) => readonly string[],
): Traced {
  const fields = (['only', 'except'] as const).flatMap((key) => {
    const found = lists[key].flatMap((node) =>
      patterns(node).map((pattern) => traced(writeFlowScalar(pattern), node)),
    );
    return found.length === 0 ? [] : [joined([`${key}: [`, joined(found, ', '), ']'])];
  });
  return joined([`${name}: { branches: { `, joined(fields, ', '), ' } }']);
}
