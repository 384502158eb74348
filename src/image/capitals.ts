// Docker refuses capitals in the name of an image, and so did every registry. Hosts and tags may have them.

/** The text with its name in small letters; undefined where it has no capitals. Variables and templates stay. */
export function withoutCapitals(text: string): string | undefined {
  const path = text.replace(/(?::[^/]*|@.*)$/, '');
  const name = /^[^/]*[.:][^/]*\/(.*)$/.exec(path)?.[1] ?? path;
  const lower = name.replace(/\$\{?\w+\}?|\{\{.*?\}\}|[A-Z]+/g, (part) =>
    /^[A-Z]/.test(part) ? part.toLowerCase() : part,
  );
  return lower === name ? undefined : text.replace(name, () => lower);
}
