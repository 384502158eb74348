// Of several with the same key one stays, in the order that they have. One pass, however many they are.

/** The first of each key. */
export function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The last of each key. */
export function lastOfEach<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  const last = new Map(items.map((item, index) => [keyOf(item), index]));
  return items.filter((item, index) => last.get(keyOf(item)) === index);
}
