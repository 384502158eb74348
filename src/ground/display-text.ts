// Text of users, files, registries and GitHub where a person reads it: nothing in it may move the cursor, turn the
// direction of the line or end a comment, and carets must stand under what they mean.

/** Code points that take two columns: East Asian wide and fullwidth, and emoji (Unicode 15, TR 11). */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const widthOf = (character: string): number => {
  if (/^(?:\p{Mn}|\p{Me}|[\u200B-\u200D]|[\uFE00-\uFE0F])$/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
};

/** Columns that a text takes; it must have been made visible before. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/**
 * Shows control characters, and those that change the direction of text, as a sign of their own; a tab
 * becomes four blanks.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replace(/[\u0000-\u001F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll('\u007F', '\u2421')
    .replace(
      /[\u0080-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g,
      '\uFFFD',
    )
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The same for a text of several lines, whose line ends stay. */
export const visibleLines = (text: string): string => text.replace(/[^\r\n]+/g, visible);

/** Characters that no name of a file or folder may have: they end lines, or drive a terminal. */
export const hasControl = (text: string): boolean =>
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/.test(text);
