// Packages of the system that a command installs.

import type { Call } from './calls.ts';
import type { Edit } from './edit.ts';

type Change = { readonly edits: readonly Edit[]; readonly names: readonly string[] };

/** Takes packages out of a call that installs them; none of a call in a script, which stays as it is. */
export const withoutPackages = (
  call: Call,
  text: string,
  isNeedless: (name: string) => boolean,
): Change => otherPackages(call, text, (name) => (isNeedless(name) ? '' : undefined));

/** The same with other packages in their place; `instead` says none where the package stays. */
export function otherPackages(
  { word, args, command, offset }: Call,
  text: string,
  instead: (name: string) => string | undefined,
): Change {
  if (!/^(?:apt-get|apt|aptitude)$/.test(word) || !args.includes('install') || offset === undefined)
    return { edits: [], names: [] };
  const names = args.filter((arg) => !arg.startsWith('-') && instead(arg) !== undefined);
  const edits = command.words.flatMap(({ value, start, end }) => {
    if (value === undefined || !names.includes(value)) return [];
    const other = instead(value) ?? '';
    const isGap = other === '' && /\s/.test(text[start - 1] ?? '');
    return [{ start: start - (isGap ? 1 : 0), end, text: other }];
  });
  return { edits, names };
}
