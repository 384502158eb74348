// A `branches` filter of an integration as a GitHub expression, for the `if` of a step. Pull requests
// compare their base branch, tags their name (shippable.md 2.3, 6.2).

import type { Traced } from '../../output/tree.ts';
import { wildcardExpression } from '../../pattern/wildcard.ts';
import type { Section } from '../../source/keys.ts';
import type { branchKeys } from './keys.ts';

const subject = '(github.base_ref || github.ref_name)';

export function branchCondition(
  filter: Section<typeof branchKeys> | undefined,
): Traced | undefined {
  const only = filter?.only ?? [];
  const except = filter?.except ?? [];
  if (only.length === 0 && except.length === 0) return undefined;
  const texts = (nodes: typeof only): string[] => nodes.map(({ text }) => text);
  const from = [...only, ...except];
  if (except.length === 0 && only.length > 1 && !only.some(({ text }) => text.includes('*'))) {
    const names = JSON.stringify(texts(only)).replaceAll("'", "''");
    return { text: `contains(fromJSON('${names}'), github.base_ref || github.ref_name)`, from };
  }
  // A name with wildcards inside is more than an expression can say: its step then runs for every branch.
  const text = wildcardExpression(texts(only), texts(except), subject) ?? 'always()';
  return { text: /\|\|/.test(text) ? `(${text})` : text, from };
}
