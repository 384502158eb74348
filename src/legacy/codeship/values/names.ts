// Names that GitHub, Compose and Docker accept, made from names that a user was free to choose.

/** A name that is not taken yet, and takes it: `name`, `name-2`, `name-3`. Letter case tells nothing apart. */
export function uniqueName(name: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

/** Service names of Compose have letters, digits, `.`, `_` and `-`. */
export const composeName = (name: string): string =>
  name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'service';

/** CodeShip gave an image without a name one that began with `codeship_` (codeship.md 2.2). */
export function imageName(service: string): string {
  const name = service
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/([._-])[._-]*/g, '$1')
    .replace(/^[._-]+|[._-]+$/g, '');
  return `codeship_${name || 'service'}`;
}

/** Ids of steps, jobs and conditions: a letter or `_` in front, then letters, digits, `_` and `-`. */
export function stepId(name: string, fallback: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  if (slug === '') return fallback;
  return /^[a-z_]/.test(slug) ? slug : `${fallback}-${slug}`;
}

/** A part of a file name, from a folder's path. */
export const fileNamePart = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, '-');
