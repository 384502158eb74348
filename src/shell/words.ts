// Words and their quoting: text to argument vector and back. No expansion of any kind.

/** The words of a text, and where splitting had to stop (`offset` in UTF-16 units), if it had to. */
export type SplitWords = {
  readonly words: readonly string[];
  readonly error?: { readonly offset: number; readonly message: string };
};

/** Inside double quotes a backslash keeps its power over these characters only. */
const escapableInDoubleQuotes = new Set(['"', '\\', '$', '`']);

/**
 * Splits a CodeShip `command` into the argument vector that CodeShip ran (codeship.md 3.5): POSIX
 * quoting, adjacent parts join, newlines outside quotes are white space, and nothing else is special
 * (`$X`, `&&`, `*` and `#` are ordinary characters). On an error the words before it are returned.
 */
export function splitWords(text: string): SplitWords {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const fail = (offset: number, message: string): SplitWords => ({
    words,
    error: { offset, message },
  });
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (char === "'") {
      const close = text.indexOf("'", at + 1);
      if (close < 0) return fail(at, 'single quote is never closed');
      word = (word ?? '') + text.slice(at + 1, close);
      at = close + 1;
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at);
      if (quoted === undefined) return fail(at, 'double quote is never closed');
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (char === '\\') {
      if (at + 1 >= text.length) return fail(at, 'backslash at the end escapes nothing');
      const next = text.charAt(at + 1);
      if (next !== '\n') word = (word ?? '') + next;
      at += 2;
    } else {
      word = (word ?? '') + char;
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return { words };
}

/** The text between double quotes of which the first stands at `open`; undefined when never closed. */
function doubleQuoted(text: string, open: number): { value: string; end: number } | undefined {
  let value = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return { value, end: at + 1 };
    const next = text.charAt(at + 1);
    if (char === '\\' && next === '\n') at += 1;
    else if (char === '\\' && escapableInDoubleQuotes.has(next)) {
      value += next;
      at += 1;
    } else value += char;
  }
  return undefined;
}

/** Characters with no meaning to bash anywhere in an argument. */
const bareWord = /^[A-Za-z0-9_./:=@%+,^-][A-Za-z0-9_./:=@%+,^#-]*$/;
/** Characters that keep a meaning inside double quotes (`!` only where history expansion is on). */
const specialInDoubleQuotes = /[$`"\\!]/;

/**
 * One argument in the shortest bash quoting that keeps it as it is: bare where no character is
 * special, else in single quotes, or in double quotes where that saves escaping a single quote.
 * Not for the first word of a command: see `quoteWords`.
 */
export function quoteWord(word: string): string {
  if (bareWord.test(word)) return word;
  if (!word.includes("'") || specialInDoubleQuotes.test(word)) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
  }
  return `"${word}"`;
}

/** Words that bash reads as its own grammar, or as an assignment, where a command begins. */
const notACommand =
  /^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|select|function|time|coproc|[A-Za-z_]\w*\+?=.*)$/;

/** A whole command for bash, one blank between words: `splitWords` of it gives the same words. */
export function quoteWords(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const quoted = quoteWord(word);
      return index === 0 && quoted === word && notACommand.test(word) ? `'${word}'` : quoted;
    })
    .join(' ');
}
