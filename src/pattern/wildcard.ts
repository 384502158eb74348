/**
 * Shippable's names with `*` (shippable.md 2.3). How far a `*` reaches was never documented: here it
 * crosses slashes, as everywhere in this project.
 */
export function matchesWildcard(pattern: string, ref: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === ref;
  if (!ref.startsWith(first) || !ref.endsWith(last)) return false;
  let at = first.length;
  for (const text of rest) {
    const found = ref.indexOf(text, at);
    if (found < 0) return false;
    at = found + text.length;
  }
  return at <= ref.length - last.length;
}

/**
 * The same as a filter of GitHub's `branches` and `tags`: `feature/*` is `feature/**` there. What a
 * filter takes as special and Shippable didn't is escaped.
 */
export function toGithubFilter(pattern: string): string {
  return pattern
    .replace(/[?+[\]\\]/g, '\\$&')
    .replace(/^!/, '\\!')
    .replace(/\*+/g, '**');
}
