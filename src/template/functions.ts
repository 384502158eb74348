// The functions of Go's template language.

import { htmlEscaped, jsEscaped, queryEscaped } from './escape.ts';
import { formatted, printed, printedLine } from './format.ts';
import {
  boolValue,
  type Failure,
  failure,
  fromUtf8,
  intValue,
  isTrue,
  type Result,
  stringValue,
  typeName,
  utf8,
  type Value,
} from './value.ts';

/** A function of the template language; `most` is undefined where any number of arguments is right. */
type Builtin = {
  readonly least: number;
  readonly most?: number;
  readonly call: (...values: readonly Value[]) => Result;
};

/** Texts longer than this are an error: a template could double a text with each line. */
export const longestText = 1_048_576;

function text(value: string | Failure): Result {
  if (typeof value !== 'string') return value;
  return value.length > longestText ? failure('the text grows too long') : stringValue(value);
}

/** In place of arguments that no call lacks: `least` is asked before. */
const nil: Value = { kind: 'nil' };

/** What stands for nil in output. */
const noValue = stringValue('<no value>');

function escaped(inner: (plain: string) => string): Builtin['call'] {
  return (...values) => {
    const plain = printed(values.map((value) => (value.kind === 'nil' ? noValue : value)));
    return typeof plain === 'string' ? text(inner(plain)) : plain;
  };
}

/** `and` and `or` stop early and are evaluated elsewhere; here they only have their place. */
const shortCircuit: Builtin = { least: 1, call: (...values) => values.at(-1) ?? nil };

const builtins: Readonly<Record<string, Builtin>> = {
  and: shortCircuit,
  or: shortCircuit,
  not: { least: 1, most: 1, call: (value = nil) => boolValue(!isTrue(value)) },
  len: { least: 1, most: 1, call: length },
  index: { least: 1, call: index },
  slice: { least: 1, call: slice },
  print: { least: 0, call: (...values) => text(printed(values)) },
  println: { least: 0, call: (...values) => text(printedLine(values)) },
  printf: { least: 1, call: printf },
  html: { least: 0, call: escaped(htmlEscaped) },
  js: { least: 0, call: escaped(jsEscaped) },
  urlquery: { least: 0, call: escaped(queryEscaped) },
  call: { least: 0, call: () => failure('no field is a function that `call` could call') },
  eq: { least: 1, call: equalsAny },
  ne: { least: 2, most: 2, call: (...values) => inverted(equalsAny(...values)) },
  lt: { least: 2, most: 2, call: (...values) => less(...values) },
  le: { least: 2, most: 2, call: lessOrEqual },
  gt: { least: 2, most: 2, call: (...values) => inverted(lessOrEqual(...values)) },
  ge: { least: 2, most: 2, call: (...values) => inverted(less(...values)) },
};

export function isFunction(name: string): boolean {
  return Object.hasOwn(builtins, name);
}

/** Calls a function by its name with evaluated arguments. */
export function callFunction(name: string, values: readonly Value[]): Result {
  const builtin = isFunction(name) ? builtins[name] : undefined;
  if (builtin === undefined) return failure(`there is no function \`${name}\``);
  const { least, most, call } = builtin;
  if (values.length < least || (most !== undefined && values.length > most)) {
    const wanted = most === undefined ? `at least ${least}` : String(least);
    return failure(`\`${name}\` takes ${wanted} arguments, not ${values.length}`);
  }
  return call(...values);
}

function printf(format: Value = nil, ...values: readonly Value[]): Result {
  if (format.kind !== 'string') return failure('the first argument of `printf` has to be a string');
  return text(formatted(format.value, values, longestText));
}

function length(value: Value = nil): Result {
  if (value.kind === 'string') return intValue(utf8(value.value).length);
  return failure(`\`len\` of ${typeName(value)}`);
}

/** An index into a text of `size` bytes, or why it is none. */
function indexOf(value: Value, size: number): number | Failure {
  if (value.kind !== 'int') return failure(`${typeName(value)} is not an index`);
  if (value.value < 0n || value.value > BigInt(size))
    return failure(`index ${value.value} is out of range`);
  return Number(value.value);
}

function index(item: Value = nil, ...indexes: readonly Value[]): Result {
  let value = item;
  for (const each of indexes) {
    if (value.kind !== 'string') return failure(`${typeName(value)} can't be indexed`);
    const bytes = utf8(value.value);
    const at = indexOf(each, bytes.length);
    if (typeof at !== 'number') return at;
    const byte = bytes[at];
    if (byte === undefined) return failure(`index ${at} is out of range`);
    value = intValue(byte, 'uint8');
  }
  return value.kind === 'nil' ? failure('`index` of nil') : value;
}

/** Bytes of a text. Cut inside of a character, its remains become U+FFFD. */
function slice(item: Value = nil, ...indexes: readonly Value[]): Result {
  if (item.kind !== 'string') return failure(`${typeName(item)} can't be sliced`);
  if (indexes.length > 2) return failure('a string takes two indexes at most');
  const bytes = utf8(item.value);
  const bounds = [0, bytes.length];
  for (const [place, each] of indexes.entries()) {
    const at = indexOf(each, bytes.length);
    if (typeof at !== 'number') return at;
    bounds[place] = at;
  }
  const [from = 0, to = 0] = bounds;
  if (from > to) return failure(`slice from ${from} to ${to}`);
  return stringValue(fromUtf8(bytes.subarray(from, to)));
}

function inverted(result: Result): Result {
  return result.kind === 'bool' ? boolValue(!result.value) : result;
}

function equalsAny(first: Value = nil, ...others: readonly Value[]): Result {
  if (others.length === 0) return failure('nothing to compare with');
  for (const other of others) {
    const equal = equals(first, other);
    if (typeof equal !== 'boolean') return equal;
    if (equal) return boolValue(true);
  }
  return boolValue(false);
}

function equals(first: Value, second: Value): boolean | Failure {
  if (first.kind === 'nil' || second.kind === 'nil') return first.kind === second.kind;
  if (first.kind !== second.kind) {
    return failure(`${typeName(first)} and ${typeName(second)} can't be compared`);
  }
  if (first.kind === 'fields') return failure("all fields together can't be compared");
  if (first.kind === 'time')
    return second.kind === 'time' && first.time.unixSeconds === second.time.unixSeconds;
  return 'value' in second && first.value === second.value;
}

function less(first: Value = nil, second: Value = nil): Result {
  if (first.kind === 'string' && second.kind === 'string') {
    return boolValue(byBytes(first.value, second.value) < 0);
  }
  if (first.kind === 'int' && second.kind === 'int') return boolValue(first.value < second.value);
  return failure(`${typeName(first)} and ${typeName(second)} have no order`);
}

function lessOrEqual(...values: readonly Value[]): Result {
  const smaller = less(...values);
  return smaller.kind === 'bool' && !smaller.value ? equalsAny(...values) : smaller;
}

/** The order of UTF-8, which is the order of code points. */
function byBytes(first: string, second: string): number {
  const left = [...first];
  const right = [...second];
  for (const [at, char] of left.entries()) {
    const difference = (char.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
