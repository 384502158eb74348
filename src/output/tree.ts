// The text that will be written, as a tree whose every part knows which legacy values it came from.
// The emitter turns that into the `target` of each value, so no translator counts indices by hand.

import { defined } from '../ground/defined.ts';
import type { SourceNode } from '../source/node.ts';

/** Text and the values that it came from. */
export type Traced = { readonly text: string; readonly from: readonly SourceNode[] };
/** Text that stands for itself: nothing in it is ever evaluated. */
export type Literal = string | Traced;

export type OutScalar = {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written as it is: a number, a boolean, a null. */
  readonly raw?: true;
  readonly from: readonly SourceNode[];
  readonly comment?: string;
};

export type OutMap = {
  readonly kind: 'map';
  readonly entries: readonly OutEntry[];
  /** In one line between braces, where it is an item of a list and the same holds as for lists. */
  readonly flow?: true;
  readonly from: readonly SourceNode[];
};

export type OutEntry = {
  readonly key: string;
  readonly value: Out;
  /** Comment lines above the entry. */
  readonly before?: readonly string[];
};

export type OutSeq = {
  readonly kind: 'seq';
  readonly items: readonly OutItem[];
  /** In one line between brackets, where the items are scalars without comments and the line is short. */
  readonly flow?: true;
  readonly from: readonly SourceNode[];
};

export type OutItem = { readonly value: Out; readonly before?: readonly string[] };

/** A literal block: a script, which ends with one line end, or an exact value of several lines. */
export type OutBlock = {
  readonly kind: 'block';
  readonly lines: readonly Line[];
  readonly exact?: true;
  readonly comment?: string;
};

/** One or more lines of a script (the text may hold line ends) and where they came from. */
export type Line = Traced;

export type Out = OutScalar | OutMap | OutSeq | OutBlock;

export const textOf = (text: Literal): string => (typeof text === 'string' ? text : text.text);
export const sourcesOf = (text: Literal): readonly SourceNode[] =>
  typeof text === 'string' ? [] : text.from;

export const traced = (text: string, ...from: readonly SourceNode[]): Traced => ({ text, from });

/** Joins texts, keeping all their sources. */
export function joined(parts: readonly Literal[], separator = ''): Traced {
  return { text: parts.map(textOf).join(separator), from: parts.flatMap(sourcesOf) };
}

export const scalar = (text: Literal, comment?: string): OutScalar => ({
  kind: 'scalar',
  text: textOf(text),
  from: sourcesOf(text),
  ...defined({ comment }),
});

/** A number, a boolean or a null: written without quotes. */
export const raw = (text: Literal): OutScalar => ({ ...scalar(text), raw: true });

export const map = (entries: readonly OutEntry[], from: readonly SourceNode[] = []): OutMap => ({
  kind: 'map',
  entries,
  from,
});

export const seq = (items: readonly OutItem[], from: readonly SourceNode[] = []): OutSeq => ({
  kind: 'seq',
  items,
  from,
});

/** A list of texts. */
export const list = (texts: readonly Literal[]): OutSeq =>
  seq(texts.map((text) => ({ value: scalar(text) })));

/** A list of texts, in one line if it is short. */
export const flowList = (texts: readonly Literal[]): OutSeq => ({ ...list(texts), flow: true });

/** A mapping of texts, in one line if it is short. */
export const flowMap = (entries: readonly OutEntry[]): OutMap => ({ ...map(entries), flow: true });

/** A text of one line as a scalar, of several as a block. */
export function scalarOrBlock(text: Literal): Out {
  const value = textOf(text);
  if (!value.includes('\n')) return scalar(text);
  return { kind: 'block', lines: [{ text: value, from: sourcesOf(text) }], exact: true };
}
