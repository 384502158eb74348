// Texts of a workflow: literal by default. Only an `Expression` is ever evaluated; literal parts are written so that
// they arrive as they are.

import { type Literal, sourcesOf, type Traced, textOf, traced } from '../output/tree.ts';
import type { SourceNode } from '../source/node.ts';
import { type Expression, isExpression, standingFor } from './expression.ts';

/** Literal text and expressions in turn. */
export type Mixed = {
  readonly kind: 'mixed';
  readonly parts: readonly (string | Expression)[];
  readonly from: readonly SourceNode[];
};

export type Text = Literal | Expression | Mixed;

const isMixed = (text: Text): text is Mixed =>
  typeof text !== 'string' && 'kind' in text && text.kind === 'mixed';

/** Literal text and expressions in turn. */
export const partsOf = (text: Text): readonly (string | Expression)[] => {
  if (isExpression(text)) return [text];
  return isMixed(text) ? text.parts : [textOf(text)];
};

/** The values that a text came from. */
export const sourcesOfText = (text: Text): readonly SourceNode[] =>
  isExpression(text) || isMixed(text) ? text.from : sourcesOf(text);

/** Joins texts, keeping all their sources. */
export function mixed(texts: readonly Text[], separator = ''): Mixed {
  const parts = texts.flatMap((text, index) =>
    index === 0 || separator === '' ? partsOf(text) : [separator, ...partsOf(text)],
  );
  return { kind: 'mixed', parts, from: texts.flatMap(sourcesOfText) };
}

/** `` mixedText`${repository}/actions` ``: the text of the template is literal, and so is a text that is filled in. */
export function mixedText(literals: TemplateStringsArray, ...values: readonly Text[]): Mixed {
  return mixed(literals.flatMap((literal, index) => [literal, ...values.slice(index, index + 1)]));
}

/** The text, which also stands for these values. */
export function alsoFrom(text: Text, ...from: readonly SourceNode[]): Text {
  if (isExpression(text)) return standingFor(text, ...from);
  if (isMixed(text)) return { ...text, from: [...text.from, ...from] };
  return traced(textOf(text), ...sourcesOf(text), ...from);
}

/** The text as it stands in a place of a workflow where GitHub fills in expressions. */
export function written(text: Text): Traced {
  let result = '';
  let literal = '';
  const flush = (): void => {
    result += literal.replaceAll('${{', () => "${{ '${{' }}");
    literal = '';
  };
  for (const part of partsOf(text)) {
    // Neighbors are one text: the sign may begin in one and end in the next.
    if (typeof part === 'string') literal += part;
    else {
      flush();
      result += `\${{ ${part.code} }}`;
    }
  }
  flush();
  return traced(result, ...sourcesOfText(text));
}

/** The text for people: an expression stands between its signs, literal text as it is. */
export const shownText = (text: Text): string =>
  partsOf(text)
    .map((part) => (typeof part === 'string' ? part : `\${{ ${part.code} }}`))
    .join('');

/** Whether nothing but GitHub knows the text. */
export const isEvaluated = (text: Text): boolean => partsOf(text).some(isExpression);

declare const fixed: unique symbol;

/** Text for a place where GitHub takes no expression and knows no escape, such as a filter of branches. */
export type FixedText = Traced & { readonly [fixed]: true };

/** Undefined where GitHub would take a part of the text for an expression: such a text cannot stand there. */
export function fixedText(text: Literal): FixedText | undefined {
  if (textOf(text).includes('${{')) return undefined;
  return traced(textOf(text), ...sourcesOf(text)) as FixedText;
}

/** A title for people, in which a sign that GitHub would refuse is taken apart. */
export const titleText = (text: string): FixedText =>
  traced(text.replaceAll('${{', () => '$ {{')) as FixedText;
