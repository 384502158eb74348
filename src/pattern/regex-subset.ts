// Regular expressions that are only texts, gaps and alternatives, as lists of these.

import type { RefPart } from './ref-test.ts';

/** A place in an expression, before its anchors are resolved. */
type Token = RefPart | 'start' | 'end';
type Sequence = readonly Token[];

/** More alternatives than this make an expression unreadable: RE2 decides it then. */
const mostAlternatives = 32;
/** Longer sequences are left to RE2 as well. */
const mostTokens = 64;
/** Groups deeper than this are left to RE2. */
const deepest = 20;

type Reader = {
  readonly text: string;
  at: number;
  depth: number;
};

/**
 * An RE2 expression as the list of what may stand in a ref name, each covering the whole name. Undefined
 * for all that is not made of literal text, `.*`, `.+`, `?`, small sets like `[ab]`, groups, alternatives
 * and anchors at the ends.
 */
export function alternativesOf(text: string): readonly (readonly RefPart[])[] | undefined {
  const reader: Reader = { text, at: 0, depth: 0 };
  const sequences = alternation(reader);
  if (sequences === undefined || reader.at < text.length) return undefined;
  const resolved = sequences.map(anchored);
  return resolved.includes(undefined)
    ? undefined
    : resolved.flatMap((parts) => (parts ? [parts] : []));
}

/** Resolves anchors: a side without one may be followed by anything. */
function anchored(sequence: Sequence): readonly RefPart[] | undefined {
  let from = 0;
  let to = sequence.length;
  while (sequence[from] === 'start') from += 1;
  while (to > from && sequence[to - 1] === 'end') to -= 1;
  const parts = sequence
    .slice(from, to)
    .flatMap((token) => (typeof token === 'string' ? [] : [token]));
  if (parts.length < to - from) return undefined;
  const any: RefPart = { gap: '*' };
  return [...(from === 0 ? [any] : []), ...parts, ...(to === sequence.length ? [any] : [])];
}

function alternation(reader: Reader): readonly Sequence[] | undefined {
  const all: Sequence[] = [];
  do {
    const sequences = sequence(reader);
    if (sequences === undefined) return undefined;
    all.push(...sequences);
    if (all.length > mostAlternatives) return undefined;
  } while (take(reader, '|'));
  return all;
}

function take(reader: Reader, char: string): boolean {
  if (reader.text.charAt(reader.at) !== char) return false;
  reader.at += 1;
  return true;
}

/** Reads up to `|` or `)`: every way in which the pieces can follow each other. */
function sequence(reader: Reader): readonly Sequence[] | undefined {
  let all: readonly Sequence[] = [[]];
  // The empty text behind the end is in every text.
  while (!'|)'.includes(reader.text.charAt(reader.at))) {
    const choices = piece(reader);
    if (choices === undefined || all.length * choices.length > mostAlternatives) return undefined;
    all = all.flatMap((before) => choices.map((choice) => [...before, ...choice]));
    if (all.some((tokens) => tokens.length > mostTokens)) return undefined;
  }
  return all;
}

/** Reads one atom with what repeats it. */
function piece(reader: Reader): readonly Sequence[] | undefined {
  if (take(reader, '.')) {
    const gap = take(reader, '*') ? '*' : take(reader, '+') ? '+' : undefined;
    // Lazy gaps match the same names.
    if (gap !== undefined) take(reader, '?');
    return gap === undefined || isRepeat(reader.text.charAt(reader.at)) ? undefined : [[{ gap }]];
  }
  const choices = atom(reader);
  if (choices === undefined) return undefined;
  if (take(reader, '?')) {
    take(reader, '?');
    return isRepeat(reader.text.charAt(reader.at)) ? undefined : [...choices, []];
  }
  return isRepeat(reader.text.charAt(reader.at)) ? undefined : choices;
}

const isRepeat = (character: string): boolean => ['*', '+', '?', '{'].includes(character);

/** A run of characters that stand for themselves; the last may belong to what repeats it. */
const literalRun = /[^\\^$.|?*+()[\]{}]+/uy;

function atom(reader: Reader): readonly Sequence[] | undefined {
  const { text } = reader;
  if (take(reader, '^')) return [['start']];
  if (take(reader, '$')) return [['end']];
  if (take(reader, '(')) return group(reader);
  if (take(reader, '[')) return set(reader);
  if (take(reader, '\\')) {
    const next = text.charAt(reader.at);
    reader.at += 1;
    if (next === 'A') return [['start']];
    if (next === 'z') return [['end']];
    return /^[!-/:-@[-`{-~]$/.test(next) ? [[{ literal: next }]] : undefined;
  }
  literalRun.lastIndex = reader.at;
  const run = literalRun.exec(text)?.[0];
  if (run === undefined) return undefined;
  const repeated = isRepeat(text.charAt(reader.at + run.length));
  const characters = [...run];
  const last = characters.at(-1) ?? '';
  const literal = repeated && characters.length > 1 ? run.slice(0, run.length - last.length) : run;
  reader.at += literal.length;
  return [[{ literal }]];
}

function group(reader: Reader): readonly Sequence[] | undefined {
  if (take(reader, '?') && !take(reader, ':')) return undefined;
  if (reader.depth >= deepest) return undefined;
  reader.depth += 1;
  const inner = alternation(reader);
  reader.depth -= 1;
  return inner !== undefined && take(reader, ')') ? inner : undefined;
}

/** Reads a set of single characters that all stand for themselves. */
function set(reader: Reader): readonly Sequence[] | undefined {
  const close = reader.text.indexOf(']', reader.at);
  const characters = reader.text.slice(reader.at, close);
  if (close < 0 || !/^[A-Za-z0-9_./]{1,8}$/.test(characters)) return undefined;
  reader.at = close + 1;
  return [...new Set(characters)].map((literal) => [{ literal }]);
}
