// Ciphertexts are not secrets, but nobody wants one in a log, and beside a leaked key it would be one.

import { credentialShapes } from '../secret/credential-shapes.ts';
import { lineText, type SourceFile } from '../source/source-file.ts';

/**
 * A line of a legacy file with what may be encrypted or a key replaced by `*`, each character by one, so
 * that columns stay. It looks at the text alone, because a file that is broken has no nodes.
 */
export function maskCiphertext(line: string): string {
  return withoutCredentials(line)
    .replace(
      /(\bsecure\b['"]?\s*:\s*|\bencrypted(?:_args|_environment)?['"]?\s*:\s*)([^\s#&*|>[{].*)$/i,
      (_match, key: string, value: string) => key + stars(value),
    )
    .replace(/[A-Za-z0-9+/_-]{32,}={0,2}/g, (run) => (looksRandom(run) ? stars(run) : run));
}

/**
 * What lies open is not shown, nor wherever else it stands in the text; each character gives way to one, so that places
 * stay.
 */
export function withoutCredentials(text: string): string {
  const values = new Set(credentialShapes(text).map(({ start, end }) => text.slice(start, end)));
  let shown = text;
  // The longest first: a value may begin with another one.
  for (const value of [...values].sort((a, b) => b.length - a.length))
    shown = shown.replaceAll(value, stars);
  return shown;
}

const masked = new WeakMap<SourceFile, SourceFile>();

/** A line of a file (from 1), masked by what the whole file says of its values. */
export function maskedLine(file: SourceFile, line: number): string {
  const known = masked.get(file) ?? { ...file, text: withoutCredentials(file.text) };
  masked.set(file, known);
  return maskCiphertext(lineText(known, line));
}

const stars = (text: string): string => text.replace(/[^\r\n]/g, '*');

/** Upper case, lower case and digits in one run: base64 and tokens. A digest or a path has not all three. */
const looksRandom = (run: string): boolean =>
  /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run) && !/\/[a-z]+\/[a-z]+\//.test(run);
