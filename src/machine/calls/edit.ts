// Small changes of a command's text. Everything that is not changed stays as it was written.

export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** The text with the edits in it; of two that touch the same place the first one counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: replacement } of [...edits].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < at) continue;
    out += text.slice(at, start) + replacement;
    at = end;
  }
  return out + text.slice(at);
}

/** Which quotes a place of a shell text stands in. */
export function quoteAt(text: string, offset: number): '' | "'" | '"' {
  let quote: '' | "'" | '"' = '';
  for (let at = 0; at < offset; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && quote !== "'") at += 1;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
  }
  return quote;
}

/** Takes a word out of a text, with one blank in front of it. */
export const withoutWord = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Edit => ({ start: /\s/.test(text[start - 1] ?? '') ? start - 1 : start, end, text: '' });
