/** No float has more digits that aren't zero. */
const MOST_DIGITS = 1_100;
/** The exponent from which Go leaves the plain form, where no precision is given. */
const SHORTEST_LIMIT = 6;

/**
 * A float by the verbs `e`, `f` and `g` of Go's `fmt`, in either case, or `v`. Without a precision,
 * `g` and `v` print the fewest digits that keep the value.
 */
export function floatText(value: number, verb: string, precision: number | undefined): string {
  const magnitude = Math.abs(value);
  const lower = verb.toLowerCase();
  const digits = Math.min(precision ?? 6, MOST_DIGITS);
  const zeros = '0'.repeat((precision ?? digits) - digits);
  const text =
    lower === 'e'
      ? scientific(magnitude, digits).replace('e', `${zeros}e`)
      : lower === 'f'
        ? fixed(magnitude, digits) + zeros
        : general(magnitude, precision === undefined ? undefined : digits);
  const signed = value < 0 || Object.is(value, -0) ? `-${text}` : text;
  return verb === 'E' || verb === 'G' ? signed.toUpperCase() : signed;
}

/** A float of any size times a power of ten, rounded to a whole number, halves to the even neighbour. */
function scaled(value: number, power: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const exponent = Math.max(biased, 1) - 1075;
  let numerator = biased === 0 ? fraction : fraction | (1n << 52n);
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  const whole = numerator / denominator;
  const twiceRest = (numerator - whole * denominator) * 2n;
  const up = twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

function fixed(value: number, digits: number): string {
  const text = String(scaled(value, digits)).padStart(digits + 1, '0');
  return withPoint(text, text.length - digits);
}

function withPoint(digits: string, at: number): string {
  return at >= digits.length ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
}

function scientific(value: number, digits: number): string {
  const shown = exponentOf(value);
  const known = value === 0 ? '0'.repeat(digits + 1) : String(scaled(value, digits - shown));
  // The fewest digits may stand for a value just below them, with one exponent less.
  const exact = known.length <= digits ? shown - 1 : shown;
  const text = exact === shown ? known : String(scaled(value, digits - exact));
  // Rounding up can give one digit more.
  const exponent = exact + Math.max(0, text.length - digits - 1);
  return `${withPoint(text.slice(0, digits + 1), 1)}${exponentText(exponent)}`;
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}

/** Go writes at least two digits of an exponent. */
function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function general(value: number, precision: number | undefined): string {
  const digits = precision === undefined ? undefined : Math.max(1, precision);
  const text = digits === undefined ? value.toExponential() : scientific(value, digits - 1);
  const [mantissa = '', power = '0'] = text.split('e');
  const exponent = Number(power);
  const significant = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  if (exponent < -4 || exponent >= (digits ?? SHORTEST_LIMIT)) {
    return `${significant}${exponentText(exponent)}`;
  }
  // Go counts digits, trailing zeros left out.
  const count = significant.replace('.', '').length;
  return fixed(value, Math.max(0, count - 1 - exponent));
}
