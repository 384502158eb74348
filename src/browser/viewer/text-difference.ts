// What an editor is told of a text that changed.

/** The one run of characters by which two texts differ: so an editor keeps its place while somebody types. */
export function difference(
  before: string,
  after: string,
): { from: number; to: number; insert: string } {
  let from = 0;
  while (
    from < before.length &&
    from < after.length &&
    before.charCodeAt(from) === after.charCodeAt(from)
  )
    from++;
  let to = before.length;
  let end = after.length;
  while (to > from && end > from && before.charCodeAt(to - 1) === after.charCodeAt(end - 1)) {
    to--;
    end--;
  }
  return { from, to, insert: after.slice(from, end) };
}
