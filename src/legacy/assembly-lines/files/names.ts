// Ids of jobs and outputs, made from the names of the source.

/** Letters, digits, `_` and `-`, no digit or hyphen first; told apart by a number where two come to one. */
export function distinctIds(
  names: readonly string[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const used = new Set(taken.map((id) => id.toLowerCase()));
  const ids = new Map<string, string>();
  for (const name of names) {
    const clean = name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'job';
    const base = (/^[A-Za-z_]/.test(clean) ? clean : `_${clean}`).slice(0, 95);
    let id = base;
    for (let number = 2; used.has(id.toLowerCase()); number++) id = `${base}-${number}`;
    used.add(id.toLowerCase());
    ids.set(name, id);
  }
  return ids;
}

/** The name as a part of a file's name. */
export const fileName = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80) || 'line';
