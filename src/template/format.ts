// The part of Go's `fmt` that templates of image tags use: `print`, `println`, and of `printf` the verbs `s d v q x`
// with a width and a precision. Whatever else Go would print is refused, so that no tag differs in silence.

import { isPrintable } from './escape.ts';
import { type Failure, failure, stringerText, typeName, utf8, type Value } from './value.ts';

/** Go's `fmt.Sprint`: blanks between values of which neither is a string. */
export function printed(values: readonly Value[]): string | Failure {
  return joined(
    values,
    (value, before) => before !== undefined && value.kind !== 'string' && before.kind !== 'string',
  );
}

/** Go's `fmt.Sprintln`: blanks between all values, and a newline. */
export function printedLine(values: readonly Value[]): string | Failure {
  const line = joined(values, (_, before) => before !== undefined);
  return typeof line === 'string' ? `${line}\n` : line;
}

function joined(
  values: readonly Value[],
  blankBefore: (value: Value, before: Value | undefined) => boolean,
): string | Failure {
  let text = '';
  for (const [at, value] of values.entries()) {
    const plain = plainText(value);
    if (typeof plain !== 'string') return plain;
    text += `${blankBefore(value, values[at - 1]) ? ' ' : ''}${plain}`;
  }
  return text;
}

/** A value as `print` and `%v` show it. */
function plainText(value: Value): string | Failure {
  switch (value.kind) {
    case 'string':
    case 'bool':
      return String(value.value);
    case 'int':
      return value.text ?? String(value.value);
    case 'time':
      return stringerText(value) ?? '';
    case 'nil':
      return '<nil>';
    case 'fields':
      return failure('Go can print this, but only CodeShip knew what');
  }
}

type Spec = {
  /** Blanks go to the right. */
  readonly left: boolean;
  /** Zeros instead of blanks. */
  readonly zeros: boolean;
  readonly width: number;
  readonly precision: number | undefined;
};

const directive = /%(?:%|([-0]*)(\d{0,4})(?:\.(\d{0,4}))?([sdvqx])|[^A-Za-z%]*[A-Za-z%]?)/g;

/** What stands in a format of `printf` that is not printed here, as a message; undefined where all of it is. */
export function formatFault(format: string): string | undefined {
  for (const [whole, , , , verb] of format.matchAll(directive)) {
    if (whole !== '%%' && verb === undefined) return unsupported(whole);
  }
  return undefined;
}

const unsupported = (text: string): string =>
  `\`${text.slice(0, 20)}\` in \`printf\` is not supported: only \`%s\`, \`%d\`, \`%v\`, \`%q\` and \`%x\` with a width and a precision are`;

/** Go's `fmt.Sprintf`. A failure where it would print something else than a tag's author wanted, and beyond `longest` characters. */
export function formatted(
  format: string,
  values: readonly Value[],
  longest: number,
): string | Failure {
  let text = '';
  let end = 0;
  let next = 0;
  for (const found of format.matchAll(directive)) {
    const [whole, flags = '', width = '', precision, verb] = found;
    text += format.slice(end, found.index);
    end = found.index + whole.length;
    if (whole === '%%') text += '%';
    else if (verb === undefined) return failure(unsupported(whole));
    else {
      const value = values[next];
      next += 1;
      if (value === undefined) return failure(`\`printf\` has no value for \`${whole}\``);
      const spec: Spec = {
        left: flags.includes('-'),
        zeros: flags.includes('0') && !flags.includes('-'),
        width: Number(width),
        precision: precision === undefined ? undefined : Number(precision),
      };
      const one = byVerb(value, verb, spec);
      if (typeof one !== 'string') return one;
      text += one;
    }
    if (text.length > longest) return failure('the text grows too long');
  }
  if (next < values.length) return failure('`printf` has more values than verbs');
  return text + format.slice(end);
}

function byVerb(value: Value, verb: string, spec: Spec): string | Failure {
  if (value.kind === 'int' && (verb === 'd' || (value.text === undefined && 'vx'.includes(verb)))) {
    return number(value.value, verb === 'x' ? 16 : 10, spec);
  }
  const text =
    verb === 'v' ? plainText(value) : value.kind === 'string' ? value.value : stringerText(value);
  if (text === undefined || verb === 'd') {
    return failure(`\`%${verb}\` in \`printf\` can't print a value of type ${typeName(value)}`);
  }
  if (typeof text !== 'string') return text;
  if (verb === 'x') return padded(hexadecimal(text, spec), spec);
  const isWord = verb === 'v' && (value.kind === 'bool' || value.kind === 'nil');
  const cut =
    spec.precision === undefined || isWord ? text : [...text].slice(0, spec.precision).join('');
  return padded(verb === 'q' ? quoted(cut) : cut, spec);
}

function padded(text: string, { left, zeros, width }: Spec): string {
  const fill = (zeros ? '0' : ' ').repeat(Math.max(0, width - [...text].length));
  return left ? text + fill : fill + text;
}

/** The precision of a number is how many digits it has at least; zeros go behind its sign. */
function number(value: bigint, base: 10 | 16, spec: Spec): string {
  const { width, precision } = spec;
  if (precision === 0 && value === 0n) return ' '.repeat(width);
  const sign = value < 0n ? '-' : '';
  const least = precision ?? (spec.zeros ? width - sign.length : 0);
  const digits = (value < 0n ? -value : value).toString(base).padStart(least, '0');
  return padded(sign + digits, { ...spec, zeros: false });
}

/** Bytes, two digits each; a precision counts bytes. */
function hexadecimal(text: string, { precision }: Spec): string {
  const bytes = [...utf8(text).subarray(0, precision)];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '\x07': 'a',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
};

function quoted(text: string): string {
  return `"${[...text].map(quotedChar).join('')}"`;
}

function quotedChar(char: string): string {
  const simple = escapes[char];
  if (simple !== undefined) return `\\${simple}`;
  if (isPrintable(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const [mark, digits] = code < 0x80 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
  return `\\${mark}${code.toString(16).padStart(Number(digits), '0')}`;
}
