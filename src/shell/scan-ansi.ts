// The inside of `$'...'`, where bash knows the escapes of C.

const letterEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const numericForm =
  /x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c([\s\S])/y;

/**
 * Reads bash's `$'...'`, of which the first quote stands at `open`: its text with the escapes of C
 * decoded, and the offset behind it. Undefined when it is never closed.
 */
export function ansiQuoted(
  text: string,
  open: number,
): { readonly value: string; readonly end: number } | undefined {
  let value = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "'") return { value, end: at + 1 };
    if (char !== '\\') {
      value += char;
      continue;
    }
    numericForm.lastIndex = at + 1;
    const numeric = numericForm.exec(text);
    const next = text.charAt(at + 1);
    if (numeric !== null) {
      value += numericEscape(numeric);
      at = numericForm.lastIndex - 1;
    } else {
      value += letterEscapes[next] ?? ('\\\'"?'.includes(next) ? next : `\\${next}`);
      at += 1;
    }
  }
  return undefined;
}

function numericEscape([, hex, short, long, octal, control]: readonly (
  | string
  | undefined
)[]): string {
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
  const code =
    octal === undefined
      ? Number.parseInt(hex ?? short ?? long ?? '0', 16)
      : Number.parseInt(octal, 8);
  return code <= 0x10ffff
    ? String.fromCodePoint(octal === undefined ? code : code & 0xff)
    : '\ufffd';
}
