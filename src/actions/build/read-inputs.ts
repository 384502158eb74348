// The inputs of a build as data. Every entry that cannot be understood is a problem of its own.

import {
  type Entry,
  entriesOf,
  howToWrite,
  type Lines,
  plainEntries,
  readsAsSeveral,
  severalInOne,
  type Warned,
} from '../list-entries.ts';

export type Pair = { readonly name: string; readonly value: string };

/**
 * Build arguments, `KEY=value` each. A value keeps its quotes, as in an environment file; `KEY` alone takes the
 * value that the environment has, as `docker build --build-arg KEY` does.
 */
export function readBuildArguments(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Lines<Pair> & Warned {
  const items: Pair[] = [];
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const { text: entry, number, broken } of plainEntries(text)) {
    const equals = entry.indexOf('=');
    const name = (equals < 0 ? entry : entry.slice(0, equals)).trim();
    if (broken || !/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      problems.push(`Input build-args: entry ${number} is not a \`KEY=value\`. ${howToWrite}`);
    } else if (equals >= 0) {
      if (readsAsSeveral(entry)) warnings.push(severalInOne('build-args', name));
      items.push({ name, value: entry.slice(equals + 1) });
    } else if (env[name] !== undefined) items.push({ name, value: env[name] ?? '' });
    else {
      problems.push(
        `Input build-args: entry ${number} is a name without a value, and there is no environment variable with that name. ${howToWrite}`,
      );
    }
  }
  return { items, problems, warnings };
}

/**
 * BuildKit secrets, `id=value` a line. A value of several lines goes in double quotes together with its id,
 * `"id=first\nsecond"`, with inner quotes doubled.
 */
export function readSecrets(text: string): Lines<{ readonly id: string; readonly value: string }> {
  const items: { id: string; value: string }[] = [];
  const problems: string[] = [];
  for (const { text: entry, number, broken } of entriesOf(text)) {
    const equals = entry.indexOf('=');
    const id = entry.slice(0, Math.max(equals, 0)).trim();
    if (broken || !/^[A-Za-z0-9_.-]+$/.test(id)) {
      problems.push(`Input secrets: entry ${number} is not an \`id=value\`.`);
    } else items.push({ id, value: entry.slice(equals + 1) });
  }
  return { items, problems };
}

/** `id` or `id=path[,path]` a line. */
export function readSsh(text: string): Lines<string> {
  const entries = plainEntries(text);
  const isRight = ({ text: entry }: Entry): boolean => /^[A-Za-z0-9_.-]+(=.+)?$/.test(entry);
  return {
    items: entries.filter(isRight).map((entry) => entry.text),
    problems: entries
      .filter((entry) => !isRight(entry))
      .map(({ number }) => `Input ssh: entry ${number} is not an \`id\` or \`id=path\`.`),
  };
}

/** Separated by commas or lines. */
export function readPlatforms(text: string): Lines<string> {
  const items = text.split(/[\s,]+/).filter((item) => item !== '');
  const wrong = items.filter((item) => !/^[a-z0-9]+(\/[a-z0-9_]+){0,2}$/.test(item));
  return {
    items: [...new Set(items)].filter((item) => !wrong.includes(item)),
    problems: wrong.map(
      (item) => `Input platforms: \`${item}\` is not a platform; an example is \`linux/arm64\`.`,
    ),
  };
}

/** What else docker/build-push-action hands to the builder, checked for its form: what is wrong with the value is the builder's to say. */
const builderLists = {
  'build-contexts': { form: /^[\w.@/:-]+=\S.*$/, reads: '`name=place`' },
  'add-hosts': { form: /^[\w.-]+:[\w.:[\]-]+$/, reads: '`name:address`' },
  ulimit: { form: /^[a-z]+=-?\d+(?::-?\d+)?$/, reads: '`name=soft[:hard]`' },
} as const;

/** One entry per line. */
export function readBuilderList(name: keyof typeof builderLists, text: string): Lines<string> {
  const { form, reads } = builderLists[name];
  const entries = plainEntries(text);
  return {
    items: entries.filter(({ text: entry }) => form.test(entry)).map(({ text: entry }) => entry),
    problems: entries
      .filter(({ text: entry }) => !form.test(entry))
      .map(({ number }) => `Input ${name}: entry ${number} is not ${reads}.`),
  };
}

/** A word that the builder takes, or a problem. */
export function readBuilderWord(
  name: 'network' | 'shm-size',
  text: string,
): { readonly value: string; readonly problems: readonly string[] } {
  const value = text.trim();
  const form = name === 'network' ? /^(?:default|none|host)?$/ : /^(?:\d+(?:\.\d+)?[bkmg]?b?)?$/i;
  const reads = name === 'network' ? '`default`, `none` or `host`' : 'a size such as `2g`';
  return form.test(value)
    ? { value, problems: [] }
    : { value: '', problems: [`Input ${name}: \`${value}\` is not ${reads}.`] };
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
        `The build argument \`${pair.name}\` is given twice; the encrypted one, or the last one, is used.`,
      );
    merged.set(pair.name, { ...pair, secret: true });
  }
  return { items: [...merged.values()], warnings };
}
