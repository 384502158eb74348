import { formatValue, PLAIN, plainText, type Spec, UNSUPPORTED } from './format-value.ts';
import { type Failure, failure, typeName, type Value } from './value.ts';

/** Go refuses widths and precisions beyond this. */
const LARGEST_NUMBER = 1_000_000;

const UNPRINTABLE = failure('Go can print this, but only CodeShip knew what');

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
    if (plain === UNSUPPORTED) return UNPRINTABLE;
    text += `${blankBefore(value, values[at - 1]) ? ' ' : ''}${plain}`;
  }
  return text;
}

/** The state of one `Sprintf`: `next` is the argument that the next verb takes. */
interface Printer {
  readonly format: string;
  readonly values: readonly Value[];
  at: number;
  next: number;
  reordered: boolean;
  text: string;
}

const FLAGS = /[#0+\- ]*/y;
const DIGITS = /\d+/y;

/** Go's `fmt.Sprintf`, mistakes included (`%!d(string=x)`). A failure beyond `longest` characters. */
export function formatted(
  format: string,
  values: readonly Value[],
  longest: number,
): string | Failure {
  const printer: Printer = { format, values, at: 0, next: 0, reordered: false, text: '' };
  while (printer.at < format.length) {
    const percent = format.indexOf('%', printer.at);
    printer.text += format.slice(printer.at, percent < 0 ? format.length : percent);
    if (percent < 0) break;
    printer.at = percent + 1;
    if (!printVerb(printer)) return UNPRINTABLE;
    if (printer.text.length > longest) return failure('the text grows too long');
  }
  if (printer.reordered || printer.next >= values.length) return printer.text;
  const extra = values.slice(Math.max(printer.next, 0)).map((value) => {
    const plain = plainText(value);
    return plain === UNSUPPORTED
      ? undefined
      : value.kind === 'nil'
        ? '<nil>'
        : `${typeName(value)}=${plain}`;
  });
  return extra.includes(undefined) ? UNPRINTABLE : `${printer.text}%!(EXTRA ${extra.join(', ')})`;
}

function match(printer: Printer, sticky: RegExp): string {
  sticky.lastIndex = printer.at;
  const found = sticky.exec(printer.format)?.[0] ?? '';
  printer.at += found.length;
  return found;
}

/** Reads and prints what follows one `%`; false when that can't be printed here. */
function printVerb(printer: Printer): boolean {
  const flags = match(printer, FLAGS);
  let index = argumentIndex(printer);
  let good = index.good;
  const width = measure(printer, '%!(BADWIDTH)', -LARGEST_NUMBER);
  // An index has to be followed by what it chooses the argument for.
  if (index.read && width.digits) good = false;
  if (width.star) index = NO_INDEX;
  let precision: Measure | undefined;
  if (printer.format.charAt(printer.at) === '.' && printer.at + 1 < printer.format.length) {
    printer.at += 1;
    if (index.read) good = false;
    index = argumentIndex(printer);
    good &&= index.good;
    precision = measure(printer, '%!(BADPREC)', 0);
    if (precision.star) index = NO_INDEX;
  }
  if (!index.read) good = argumentIndex(printer).good && good;
  if (printer.at >= printer.format.length) {
    printer.text += '%!(NOVERB)';
    return true;
  }
  const verb = String.fromCodePoint(printer.format.codePointAt(printer.at) ?? 0);
  printer.at += verb.length;
  const value = printer.values[printer.next];
  if (verb === '%') printer.text += '%';
  else if (!good) printer.text += `%!${verb}(BADINDEX)`;
  else if (value === undefined) printer.text += `%!${verb}(MISSING)`;
  else {
    const text = formatValue(value, verb, specOf(flags, width, precision));
    if (text === UNSUPPORTED) return false;
    printer.text += text;
    printer.next += 1;
  }
  return true;
}

/** A width or precision: digits, or a star that takes an argument. */
interface Measure {
  readonly value?: number;
  readonly digits: boolean;
  readonly star: boolean;
}

function measure(printer: Printer, complaint: string, least: number): Measure {
  if (printer.format.charAt(printer.at) === '*') {
    printer.at += 1;
    const argument = printer.values[printer.next];
    if (argument !== undefined) printer.next += 1;
    const value = argument?.kind === 'int' ? Number(argument.value) : Number.NaN;
    if (value >= least && value <= LARGEST_NUMBER) return { value, digits: false, star: true };
    printer.text += complaint;
    return { digits: false, star: true };
  }
  const digits = match(printer, DIGITS);
  if (digits === '') return { digits: false, star: false };
  const value = Number(digits);
  // Go looks before it takes the last digit.
  if (Math.floor(value / 10) <= LARGEST_NUMBER) return { value, digits: true, star: false };
  printer.at = printer.format.length;
  return { digits: false, star: false };
}

function specOf(flags: string, width: Measure, precision: Measure | undefined): Spec {
  const negative = (width.value ?? 0) < 0;
  const spec = {
    ...PLAIN,
    plus: flags.includes('+'),
    minus: flags.includes('-') || negative,
    sharp: flags.includes('#'),
    space: flags.includes(' '),
    zero: flags.includes('0') && !negative,
    ...(width.value === undefined ? {} : { width: Math.abs(width.value) }),
  };
  if (precision === undefined || (precision.star && precision.value === undefined)) return spec;
  return { ...spec, precision: precision.value ?? 0 };
}

/** Whether an argument was chosen by number, and whether that argument exists. */
interface ArgumentIndex {
  readonly read: boolean;
  readonly good: boolean;
}

const NO_INDEX: ArgumentIndex = { read: false, good: true };

/** Reads `[n]`, which chooses the argument that comes next. */
function argumentIndex(printer: Printer): ArgumentIndex {
  if (printer.format.charAt(printer.at) !== '[') return NO_INDEX;
  printer.reordered = true;
  const close = printer.format.indexOf(']', printer.at);
  if (close < 0) {
    printer.at += 1;
    return { read: false, good: false };
  }
  const digits = printer.format.slice(printer.at + 1, close);
  printer.at = close + 1;
  if (!/^\d+$/.test(digits)) return { read: false, good: false };
  const index = Number(digits) - 1;
  const good = index >= 0 && index < printer.values.length;
  if (good) printer.next = index;
  return { read: true, good };
}
