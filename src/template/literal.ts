// Go's literals, as they stand in templates.

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
};
const escapePattern =
  /\\(?:([abfnrtv\\"'])|x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;

/** What one escape stands for: a byte or a code point. Undefined when Go has no such escape. */
function readEscape(
  text: string,
  at: number,
  quote: string,
): { readonly code: number; readonly isByte: boolean; readonly end: number } | undefined {
  escapePattern.lastIndex = at;
  const found = escapePattern.exec(text);
  if (found === null) return undefined;
  const [, simple, hex, octal, short, long] = found;
  const end = escapePattern.lastIndex;
  if (simple === '"' || simple === "'") {
    return simple === quote ? { code: simple.charCodeAt(0), isByte: false, end } : undefined;
  }
  if (simple !== undefined) return { code: simpleEscapes[simple] ?? 0, isByte: false, end };
  const byte = hex !== undefined || octal !== undefined;
  const code =
    octal === undefined
      ? Number.parseInt(hex ?? short ?? long ?? '', 16)
      : Number.parseInt(octal, 8);
  const valid = byte ? code <= 0xff : code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? { code, isByte: byte, end } : undefined;
}

/** The text of a quoted or raw string; undefined when it is malformed. */
export function goString(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return body.replaceAll('\r', '');
  if (!body.includes('\\')) return body;
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf('\\', at);
    const end = next < 0 ? body.length : next;
    for (const byte of encoder.encode(body.slice(at, end))) bytes.push(byte);
    if (next < 0) break;
    const escaped = readEscape(body, next, '"');
    if (escaped === undefined) return undefined;
    if (escaped.isByte) bytes.push(escaped.code);
    else bytes.push(...encoder.encode(String.fromCodePoint(escaped.code)));
    at = escaped.end;
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** The code point of a character constant; undefined when it is malformed. */
export function goCharacter(literal: string): number | undefined {
  const body = literal.slice(1, -1);
  if (!body.startsWith('\\')) return [...body].length === 1 ? body.codePointAt(0) : undefined;
  const escaped = readEscape(body, 0, "'");
  return escaped?.end === body.length ? escaped.code : undefined;
}

const integerPattern =
  /^([+-]?)(?:0[xX]((?:_?[\da-fA-F])+)|0[oO]?((?:_?[0-7])+)|0[bB]((?:_?[01])+)|((?:[1-9](?:_?\d)*)|0))$/;
const largestInt = 2n ** 63n - 1n;

/** A whole number; undefined when it is malformed, too large for an int, or has a fraction or an exponent. */
export function goNumber(
  literal: string,
): { readonly kind: 'int'; readonly value: bigint } | undefined {
  const integer = integerPattern.exec(literal);
  if (integer === null) return undefined;
  const [, sign, hex, octal, binary, decimal] = integer;
  const digits = (hex ?? octal ?? binary ?? decimal ?? '').replaceAll('_', '');
  if (digits.length > 70) return undefined;
  const base =
    hex !== undefined ? '0x' : octal !== undefined ? '0o' : binary !== undefined ? '0b' : '';
  const magnitude = BigInt(base + digits);
  const value = sign === '-' ? -magnitude : magnitude;
  return value <= largestInt && value >= -largestInt - 1n ? { kind: 'int', value } : undefined;
}
