/** Shell text of the vendors' yml as words: quotes, backslashes and `$NAME`, and nothing else of a shell. */

/** Gives the value of a variable, or undefined where it is not set. */
export type Lookup = (name: string) => string | undefined;

export type ExpandedWords = {
  readonly words: readonly string[];
  /** Variables that were read and are not set: empty, as in a shell. In the order of the text, each once. */
  readonly unset: readonly string[];
  /** Why reading had to stop. */
  readonly problem?: string;
};

/**
 * Splits a text into words as a shell does: white space parts them, single quotes keep everything, double quotes keep
 * all but `$`, a backslash keeps the next character. `$NAME` and `${NAME}` are replaced; unlike a shell, what a variable
 * holds is never split again. Any other `$` stands for itself.
 */
export function expandWords(text: string, lookup: Lookup): ExpandedWords {
  const words: string[] = [];
  const unset = new Set<string>();
  let word: string | undefined;
  let at = 0;
  let quoted = false;
  const add = (part: string): void => {
    word = (word ?? '') + part;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const variable = char === '$' ? variableAt(text, at) : undefined;
    if (variable !== undefined) {
      const value = lookup(variable.name);
      if (value === undefined) unset.add(variable.name);
      // An unset variable alone makes no word, as in a shell; in quotes it makes an empty one.
      if (value) add(value);
      at = variable.end;
    } else if (char === '\\' && (!quoted || '"\\$`\n'.includes(text.charAt(at + 1)))) {
      if (at + 1 >= text.length)
        return { words, unset: [...unset], problem: 'a backslash at the end escapes nothing' };
      if (text.charAt(at + 1) !== '\n') add(text.charAt(at + 1));
      at += 2;
    } else if (char === '"') {
      quoted = !quoted;
      add('');
      at += 1;
    } else if (char === "'" && !quoted) {
      const close = text.indexOf("'", at + 1);
      if (close < 0) return { words, unset: [...unset], problem: 'a single quote is never closed' };
      add(text.slice(at + 1, close));
      at = close + 1;
    } else if (!quoted && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else {
      add(char);
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return {
    words,
    unset: [...unset],
    ...(quoted && { problem: 'a double quote is never closed' }),
  };
}

/** Replaces `$NAME` and `${NAME}` in a text that has no quotes, such as the name of an image. */
export function expandText(
  text: string,
  lookup: Lookup,
): { readonly text: string; readonly unset: readonly string[] } {
  const unset = new Set<string>();
  const expanded = text.replace(
    /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g,
    (_, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      const value = lookup(name);
      if (value === undefined) unset.add(name);
      return value ?? '';
    },
  );
  return { text: expanded, unset: [...unset] };
}

function variableAt(
  text: string,
  at: number,
): { readonly name: string; readonly end: number } | undefined {
  const match = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text.slice(at, at + 300));
  const name = match?.[1] ?? match?.[2];
  return match === null || name === undefined ? undefined : { name, end: at + match[0].length };
}
