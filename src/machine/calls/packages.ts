// Packages of the system that a command installs.

import type { Call } from './calls.ts';
import { type Edit, withoutWord } from './edit.ts';

/** Takes packages out of a call that installs them; none of a call in a script, which stays as it is. */
export function withoutPackages(
  { word, args, command, offset }: Call,
  text: string,
  isNeedless: (name: string) => boolean,
): { readonly edits: readonly Edit[]; readonly names: readonly string[] } {
  if (!/^(?:apt-get|apt|aptitude)$/.test(word) || !args.includes('install') || offset === undefined)
    return { edits: [], names: [] };
  const names = args.filter(isNeedless);
  const edits = command.words.flatMap(({ value, start, end }) =>
    value !== undefined && names.includes(value) ? [withoutWord(text, { start, end })] : [],
  );
  return { edits, names };
}
