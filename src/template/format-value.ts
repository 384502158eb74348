import { isPrintable } from './escape.ts';
import { floatText } from './float.ts';
import { stringerText, typeName, utf8, type Value } from './value.ts';

/** The flags, width and precision of one verb. */
export interface Spec {
  readonly plus: boolean;
  readonly minus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  readonly width?: number;
  readonly precision?: number;
}

export const PLAIN: Spec = { plus: false, minus: false, sharp: false, space: false, zero: false };

/** A verb that Go can and this project can't print, such as a time as a number. */
export const UNSUPPORTED = Symbol('unsupported');
type Formatted = string | typeof UNSUPPORTED;

/** One argument by one verb, as Go's `fmt` prints it, mistakes of the format included. */
export function formatValue(value: Value, verb: string, spec: Spec): Formatted {
  if (value.kind === 'nil')
    return verb === 'v' || verb === 'T' ? padded('<nil>', spec) : `%!${verb}(<nil>)`;
  if (value.kind === 'fields') return UNSUPPORTED;
  if (verb === 'T') return padded(truncated(typeName(value), spec), spec);
  const goSyntax = verb === 'v' && spec.sharp;
  const stringer = stringerText(value);
  if (stringer !== undefined && !goSyntax && 'vsxXq'.includes(verb)) {
    return formatString(stringer, verb, spec) ?? UNSUPPORTED;
  }
  const text = byKind(
    value,
    verb,
    verb === 'v' ? { ...spec, sharp: false, plus: false } : spec,
    goSyntax,
  );
  return text ?? badVerb(value, verb, spec);
}

/** The plain form of a value, as `print` and `%v` show it. */
export function plainText(value: Value): Formatted {
  return formatValue(value, 'v', PLAIN);
}

function byKind(value: Value, verb: string, spec: Spec, goSyntax: boolean): Formatted | undefined {
  switch (value.kind) {
    case 'bool':
      return verb === 'v' || verb === 't' ? padded(String(value.value), spec) : undefined;
    case 'int':
      return formatInteger(value.value, value.type, verb, spec, goSyntax);
    case 'string':
      return goSyntax ? quotedString(value.value, spec) : formatString(value.value, verb, spec);
    case 'float': {
      if (!'vbgGxXfFeE'.includes(verb)) return undefined;
      if ('bxX'.includes(verb) || goSyntax || spec.sharp) return UNSUPPORTED;
      return signedPadding(floatText(value.value, verb, spec.precision), spec);
    }
    default:
      return UNSUPPORTED;
  }
}

function badVerb(value: Value, verb: string, spec: Spec): Formatted {
  const inner = 'text' in value ? { ...value, text: undefined } : value;
  const shown = value.kind === 'time' ? UNSUPPORTED : byKind(inner as Value, 'v', spec, false);
  return typeof shown === 'string' ? `%!${verb}(${typeName(value)}=${shown})` : UNSUPPORTED;
}

/** Fills up to the width, counted in characters; zeros go to the left only. */
export function padded(text: string, spec: Spec): string {
  const missing = (spec.width ?? 0) - [...text].length;
  if (missing <= 0) return text;
  if (spec.minus) return text + ' '.repeat(missing);
  return (spec.zero ? '0' : ' ').repeat(missing) + text;
}

function formatString(text: string, verb: string, spec: Spec): string | undefined {
  switch (verb) {
    case 'v':
    case 's':
      return padded(truncated(text, spec), spec);
    case 'x':
    case 'X':
      return padded(hexadecimal(text, verb, spec), spec);
    case 'q':
      return quotedString(text, spec);
    default:
      return undefined;
  }
}

function truncated(text: string, { precision }: Spec): string {
  return precision === undefined ? text : [...text].slice(0, precision).join('');
}

function quotedString(text: string, spec: Spec): string {
  const cut = truncated(text, spec);
  if (spec.sharp && !/[`\x7f\0-\x08\x0a-\x1f\ufeff]/.test(cut)) return padded(`\`${cut}\``, spec);
  return padded(`"${[...cut].map((char) => quotedChar(char, '"', spec.plus)).join('')}"`, spec);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': 'a',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
  '\\': '\\',
};

function quotedChar(char: string, quote: string, ascii: boolean): string {
  if (char === quote) return `\\${char}`;
  const simple = ESCAPES[char];
  if (simple !== undefined) return `\\${simple}`;
  const code = char.codePointAt(0) ?? 0;
  if (isPrintable(char) && !(ascii && code > 0x7f)) return char;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}

function hexadecimal(text: string, verb: string, { precision, space, sharp }: Spec): string {
  const bytes = utf8(text).subarray(0, precision ?? text.length * 4);
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
  const lower = space
    ? digits.map((pair) => (sharp ? `0x${pair}` : pair)).join(' ')
    : `${sharp && digits.length > 0 ? '0x' : ''}${digits.join('')}`;
  return verb === 'X' ? lower.toUpperCase() : lower;
}

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const MAX_RUNE = 0x10ffffn;

function formatInteger(
  value: bigint,
  type: string,
  verb: string,
  spec: Spec,
  goSyntax: boolean,
): string | undefined {
  if (verb === 'c') return padded(rune(value), spec);
  if (verb === 'q') return padded(`'${quotedChar(rune(value), "'", spec.plus)}'`, spec);
  if (verb === 'U') return codePoint(value, spec);
  const base = BASES[verb];
  if (base === undefined) return undefined;
  if (goSyntax && type === 'uint8')
    return formatInteger(value, type, 'x', { ...spec, sharp: true }, false);
  const negative = value < 0n;
  const magnitude = negative ? -value : value;
  if (spec.precision === 0 && value === 0n) return ' '.repeat(spec.width ?? 0);
  let digits = magnitude.toString(base);
  if (verb === 'X') digits = digits.toUpperCase();
  const signed = negative || spec.plus || spec.space;
  const filled = spec.zero && !spec.minus ? (spec.width ?? 0) - (signed ? 1 : 0) : 0;
  digits = digits.padStart(spec.precision ?? filled, '0');
  if (spec.sharp && base === 8 && !digits.startsWith('0')) digits = `0${digits}`;
  else if (spec.sharp && base !== 8 && base !== 10) digits = `0${verb}${digits}`;
  if (verb === 'O') digits = `0o${digits}`;
  const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
  return padded(sign + digits, { ...spec, zero: false });
}

function rune(value: bigint): string {
  const valid = value >= 0n && value <= MAX_RUNE && (value < 0xd800n || value > 0xdfffn);
  return valid ? String.fromCodePoint(Number(value)) : '\ufffd';
}

function codePoint(value: bigint, spec: Spec): string {
  const unsigned = BigInt.asUintN(64, value);
  const digits = unsigned
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(4, spec.precision ?? 4), '0');
  const char = unsigned <= MAX_RUNE && isPrintable(rune(value)) ? ` '${rune(value)}'` : '';
  return padded(`U+${digits}${spec.sharp ? char : ''}`, { ...spec, zero: false });
}

/** A float without a sign gets one if asked for; zeros go between the sign and the digits. */
function signedPadding(number: string, spec: Spec): string {
  const negative = number.startsWith('-');
  const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
  const digits = negative ? number.slice(1) : number;
  if (sign === '' || !spec.zero || spec.minus) return padded(sign + digits, spec);
  return sign + padded(digits, { ...spec, width: (spec.width ?? 0) - 1 });
}
