// The inputs of a build as data. Every line that cannot be understood is a problem of its own.

export type Pair = { readonly name: string; readonly value: string };
export type Lines<T> = { readonly items: readonly T[]; readonly problems: readonly string[] };

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Build arguments, `KEY=value` a line. A value keeps its quotes, as in an environment file; `KEY` alone takes the
 * value that the environment has, as `docker build --build-arg KEY` does.
 */
export function readBuildArguments(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Lines<Pair> {
  const items: Pair[] = [];
  const problems: string[] = [];
  for (const line of linesOf(text)) {
    const equals = line.indexOf('=');
    const name = (equals < 0 ? line : line.slice(0, equals)).trim();
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      problems.push(
        `Input build-args: \`${name}\` is no name of a build argument; write \`KEY=value\`, one a line.`,
      );
    } else if (equals >= 0) items.push({ name, value: line.slice(equals + 1) });
    else if (env[name] !== undefined) items.push({ name, value: env[name] ?? '' });
    else
      problems.push(
        `Input build-args: \`${name}\` has no value, and the environment has none of that name.`,
      );
  }
  return { items, problems };
}

/**
 * BuildKit secrets, `id=value` a line. A value of several lines stands in double quotes together with its id,
 * `"id=first\nsecond"`, with inner quotes doubled.
 */
export function readSecrets(text: string): Lines<{ readonly id: string; readonly value: string }> {
  const items: { id: string; value: string }[] = [];
  const problems: string[] = [];
  const rest = text.replaceAll('\r\n', '\n');
  for (const match of rest.matchAll(
    /^[ \t]*(?:"((?:[^"]|"")*)"|([^"\n][^\n]*))[ \t]*$|^[ \t]*(\S.*)$/gm,
  )) {
    const [, quoted, plain, broken] = match;
    const item = quoted?.replaceAll('""', '"') ?? plain ?? broken ?? '';
    const equals = item.indexOf('=');
    const id = item.slice(0, Math.max(equals, 0)).trim();
    if (broken !== undefined || !/^[A-Za-z0-9_.-]+$/.test(id)) {
      // The line may hold nothing but a secret: it is not shown.
      problems.push(
        `Input secrets: entry ${items.length + problems.length + 1} is no \`id=value\`.`,
      );
    } else items.push({ id, value: item.slice(equals + 1) });
  }
  return { items, problems };
}

/** `id` or `id=path[,path]` a line. */
export function readSsh(text: string): Lines<string> {
  const items = linesOf(text);
  const wrong = items.filter((item) => !/^[A-Za-z0-9_.-]+(=.+)?$/.test(item));
  return {
    items: items.filter((item) => !wrong.includes(item)),
    problems: wrong.map((item) => `Input ssh: \`${item}\` is no \`id\` or \`id=path\`.`),
  };
}

/** `key=value` a line. */
export function readLabels(text: string): Lines<string> {
  const items = linesOf(text);
  const wrong = items.filter((item) => !/^[^=\s]+=/.test(item));
  return {
    items: items.filter((item) => !wrong.includes(item)),
    problems: wrong.map((item) => `Input labels: \`${item}\` is no \`key=value\`.`),
  };
}

/** Separated by commas or lines. */
export function readPlatforms(text: string): Lines<string> {
  const items = text.split(/[\s,]+/).filter((item) => item !== '');
  const wrong = items.filter((item) => !/^[a-z0-9]+(\/[a-z0-9_]+){0,2}$/.test(item));
  return {
    items: [...new Set(items)].filter((item) => !wrong.includes(item)),
    problems: wrong.map(
      (item) => `Input platforms: \`${item}\` is no platform; one reads \`linux/arm64\`.`,
    ),
  };
}

export type MergedArguments = {
  readonly items: readonly (Pair & { readonly secret: boolean })[];
  readonly warnings: readonly string[];
};

/** Plain arguments, and those of encrypted files, which win, as those inside the yml win over both (codeship.md 2.2). */
export function mergeArguments(
  plain: readonly Pair[],
  encrypted: readonly Pair[],
): MergedArguments {
  const merged = new Map<string, Pair & { readonly secret: boolean }>();
  const warnings: string[] = [];
  for (const pair of plain) merged.set(pair.name, { ...pair, secret: false });
  for (const pair of encrypted) {
    if (merged.has(pair.name))
      warnings.push(
        `The build argument \`${pair.name}\` is given twice; the encrypted one, or the last of them, counts.`,
      );
    merged.set(pair.name, { ...pair, secret: true });
  }
  return { items: [...merged.values()], warnings };
}
