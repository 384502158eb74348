// Optional members of a record: absent, and never there with `undefined`.

/** The members that have a value: `{ ...defined({ name, line }) }`. */
export function defined<T extends object>(
  members: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const name of Object.keys(members) as (keyof T)[])
    if (members[name] !== undefined) kept[name] = members[name];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A text or a list that is not empty: `{ ...defined({ env: filled(fields) }) }`. */
export const filled = <T extends { readonly length: number }>(
  value: T | undefined,
): T | undefined => (value === undefined || value.length === 0 ? undefined : value);
