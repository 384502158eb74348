// Options that an earlier conversion was given stand in the heads of its workflows, and hold until another value is given.

import { type Choices, choices, optionNames } from '../../legacy/translation.ts';

export type Recorded = {
  readonly name: keyof Choices;
  readonly value: string;
  /** The workflow whose head says it. */
  readonly path: string;
};

/** A file that an earlier conversion wrote, and the options that its head names. */
export type EarlierFile = { readonly path: string; readonly options: readonly string[] };

/** One for each option, from the first workflow that names it. */
export function recordedChoices(files: readonly EarlierFile[]): readonly Recorded[] {
  const found = new Map<string, Recorded>();
  for (const { path, options } of files) {
    if (!path.startsWith('.github/workflows/')) continue;
    for (const option of options) {
      const [, word = '', value = ''] = /^--([a-z-]+)=(.*)$/.exec(option) ?? [];
      const name = (Object.keys(choices) as (keyof Choices)[]).find(
        (known) => optionNames[known] === word,
      );
      if (name === undefined || found.has(name)) continue;
      if (choices[name].some((choice) => choice === value)) found.set(name, { name, value, path });
    }
  }
  return [...found.values()];
}

/** The choices among the words that options or inputs gave; others and empty ones are left out. */
export function choicesOf(given: Readonly<Record<string, string | boolean>>): Choices {
  const names = Object.keys(choices) as (keyof Choices)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = choices[name].find((choice) => choice === given[optionNames[name]]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** A word that is not a choice of its option, with those that are; undefined where all are. */
export function wrongChoice(
  given: Readonly<Record<string, string | boolean>>,
):
  | { readonly name: string; readonly given: string; readonly allowed: readonly string[] }
  | undefined {
  for (const [choice, allowed] of Object.entries(choices)) {
    const name = optionNames[choice as keyof Choices];
    const word = String(given[name] ?? '');
    if (word !== '' && !allowed.some((each) => each === word))
      return { name, given: word, allowed };
  }
  return undefined;
}
