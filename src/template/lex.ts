// The tokens of a template.

import { ok, type Result } from '../ground/result.ts';
import type { TemplateError } from './ast.ts';

/** A token of a template; `offset` in UTF-16 units. */
export type Token = {
  readonly kind:
    | 'text'
    | 'open'
    | 'close'
    | 'space'
    | 'pipe'
    | 'comma'
    | 'declare'
    | 'assign'
    | 'left'
    | 'right'
    | 'dot'
    | 'field'
    | 'variable'
    | 'word'
    | 'number'
    | 'character'
    | 'string';
  readonly text: string;
  readonly offset: number;
};

const blankCharacters = ' \t\r\n';
const trimmingOpen = /\{\{-[ \t\r\n]/y;
const trimmingClose = /[ \t\r\n]-\}\}/y;
const tokenPatterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['comma', /,/y],
  ['left', /\(/y],
  ['right', /\)/y],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
  ['character', /'(?:[^'\\\n]|\\[^\n])+'/y],
  [
    'number',
    /(?=[+\-0-9]|\.[0-9])[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y,
  ],
  ['field', /\.[\p{L}\p{Nd}_]+/uy],
  ['variable', /\$[\p{L}\p{Nd}_]*/uy],
  ['word', /[\p{L}\p{Nd}_]+/uy],
  ['dot', /\./y],
];
const nameKinds: readonly Token['kind'][] = ['field', 'variable', 'word', 'dot'];
/** What may follow a name. */
const terminator = /[ \t\r\n.,|:()]|\}\}|$/y;

/** Splits a template into text and tokens, with trim markers applied and comments dropped. */
export function lexTemplate(text: string): Result<readonly Token[], TemplateError> {
  const tokens: Token[] = [];
  let at = 0;
  let trims = false;
  for (;;) {
    const open = text.indexOf('{{', at);
    const trimsBefore = matchesAt(trimmingOpen, text, open);
    let plain = text.slice(at, open < 0 ? text.length : open);
    if (trims) plain = trimLeft(plain);
    if (trimsBefore) plain = trimRight(plain);
    if (plain !== '') tokens.push({ kind: 'text', text: plain, offset: at });
    if (open < 0) return ok(tokens);
    const start = open + (trimsBefore ? 4 : 2);
    const read = text.startsWith('/*', start)
      ? comment(text, open, start)
      : action(text, open, start, tokens);
    if ('message' in read) return { ok: false, failure: read };
    at = read.end;
    trims = read.trims;
  }
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  if (at < 0) return false;
  sticky.lastIndex = at;
  return sticky.test(text);
}

function trimLeft(text: string): string {
  let from = 0;
  while (from < text.length && blankCharacters.includes(text.charAt(from))) from += 1;
  return text.slice(from);
}

function trimRight(text: string): string {
  let to = text.length;
  while (to > 0 && blankCharacters.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}

/** Where an action or a comment ends, and whether white space behind it goes. */
type Close = {
  readonly end: number;
  readonly trims: boolean;
};

function closeAt(text: string, at: number): Close | undefined {
  if (text.startsWith('}}', at)) return { end: at + 2, trims: false };
  return matchesAt(trimmingClose, text, at) ? { end: at + 4, trims: true } : undefined;
}

function comment(text: string, open: number, start: number): Close | TemplateError {
  const end = text.indexOf('*/', start + 2);
  if (end < 0) return { offset: open, message: 'a comment is never closed' };
  return closeAt(text, end + 2) ?? { offset: end, message: 'a comment has to end its action' };
}

function action(text: string, open: number, start: number, tokens: Token[]): Close | TemplateError {
  tokens.push({ kind: 'open', text: '{{', offset: open });
  let at = start;
  for (;;) {
    const close = closeAt(text, at);
    if (close !== undefined) {
      tokens.push({ kind: 'close', text: '}}', offset: at });
      return close;
    }
    if (at >= text.length) return { offset: open, message: 'an action is never closed' };
    const token = nextToken(text, at);
    if (token === undefined) {
      return { offset: at, message: `unexpected \`${text.charAt(at)}\` in an action` };
    }
    tokens.push(token);
    at += token.text.length;
  }
}

function nextToken(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of tokenPatterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const end = at + found.length;
    if (nameKinds.includes(kind) && !matchesAt(terminator, text, end)) return undefined;
    if (kind === 'number' && /^[\p{L}\p{Nd}_]/u.test(text.slice(end, end + 2))) return undefined;
    // Before a closing trim marker, the last blank belongs to the marker.
    const marker = kind === 'space' && text.startsWith('-}}', end);
    return { kind, text: marker ? found.slice(0, -1) : found, offset: at };
  }
  return undefined;
}
