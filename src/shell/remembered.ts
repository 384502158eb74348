// The passes of a translator read the same commands again and again: a job's commands are asked some twenty questions, and
// each row of a matrix asks them anew.

/** More characters than any configuration has; then all is forgotten, so that a long run holds no more than this. */
const most = 1_000_000;

/** The same function of a text, worked out once for each text. What it returns must not be changed. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let held = 0;
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const result = read(text);
    held += text.length;
    if (held > most) {
      known.clear();
      held = text.length;
    }
    known.set(text, result);
    return result;
  };
}
