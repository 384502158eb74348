// Texts as a Compose file takes them.

import { withoutMarks } from '../../../ground/open-mark.ts';
import { joined, list, type Out, scalar, type Traced, traced } from '../../../output/tree.ts';
import { splitWords } from '../../../shell/words.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { Words } from './values.ts';

/** CodeShip took `$` as it stands; Compose fills in `$NAME`, so it is doubled. A secret is a variable of the step. */
export const composeText = (text: string): string =>
  withoutMarks(
    text.replaceAll('$', () => '$$'),
    (secret) => `\${${secret}}`,
  );

export const composeValue = (node: ScalarNode): Traced => traced(composeText(node.text), node);

/**
 * A command of Compose. One text is left as it is where splitting means the same to both; else it becomes the list of
 * words that CodeShip made of it. Undefined where it cannot be split.
 */
export function composeWords(words: Words): Out | undefined {
  if (words.kind === 'list') return list(words.nodes.map(composeValue));
  const { node } = words;
  if (/^[A-Za-z0-9_./:=@%+,^ -]*$/.test(node.text)) return scalar(traced(node.text, node));
  const split = splitWords(node.text);
  if (split.error !== undefined) return undefined;
  return list(split.words.map((word) => joined([traced(composeText(word), node)])));
}
