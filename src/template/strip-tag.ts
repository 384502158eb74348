// From a rendered template to the tag of an image.

/** What CodeShip, or Docker's rules, took away from a tag. */
export type StrippedTag = {
  /** Empty when nothing that a tag may hold was left: an error of the user. */
  readonly tag: string;
  /** The characters that no tag may hold, each once, in the order in which they stood. */
  readonly removed: readonly string[];
  /** What a tag may hold, but not begin with. */
  readonly leading: string;
  /** What stood beyond the longest tag. */
  readonly cut: string;
};

/** Docker's limit. */
const longestTag = 128;

/**
 * Removes from a rendered or literal tag what Docker forbids: CodeShip deleted such characters, and
 * replaced none (codeship.md 4.4). What it did with `.` and `-` in front, and beyond 128 characters, was
 * never said: both go as well.
 */
export function stripTag(text: string): StrippedTag {
  const removed = [...new Set(text.match(/[^A-Za-z0-9_.-]/gu) ?? [])];
  const allowed = text.replace(/[^A-Za-z0-9_.-]/gu, '');
  const leading = /^[.-]*/.exec(allowed)?.[0] ?? '';
  const rest = allowed.slice(leading.length);
  return { tag: rest.slice(0, longestTag), removed, leading, cut: rest.slice(longestTag) };
}
