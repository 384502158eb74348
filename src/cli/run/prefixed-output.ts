// What programs print, line by line, with the step and the service in front, and without what was opened.

export type PrefixedOutput = {
  /** A function that takes what one program prints; `end` writes a last line without an end. */
  readonly of: (
    prefix: string,
    source: 'step' | 'docker',
  ) => {
    readonly take: (piece: Uint8Array) => void;
    readonly end: () => void;
  };
  /** Hides a text, and each line of it, from now on. */
  readonly mask: (text: string) => void;
  readonly masked: (text: string) => string;
};

/** What steps print goes to one stream, and what docker says of its work to the other. */
export function prefixedOutput(
  write: Readonly<Record<'step' | 'docker', (text: string) => void>>,
): PrefixedOutput {
  const hidden = new Set<string>();
  let longestFirst: readonly string[] = [];
  const masked = (text: string): string =>
    longestFirst.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return {
    mask: (text) => {
      if (text === '' || hidden.has(text)) return;
      hidden.add(text);
      longestFirst = [...hidden].sort((a, b) => b.length - a.length);
    },
    masked,
    of: (prefix, source) => {
      const decoder = new TextDecoder();
      let rest = '';
      const line = (text: string): void => {
        // Docker sets its lines apart; what a step prints is left as it is.
        if (source === 'docker' && text.trim() === '') return;
        write[source](`${prefix}${masked(text.replace(/\r$/, ''))}\n`);
      };
      return {
        take: (piece) => {
          const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
          rest = lines.pop() ?? '';
          lines.forEach(line);
        },
        end: () => {
          if (rest !== '') line(rest);
          rest = '';
        },
      };
    },
  };
}
