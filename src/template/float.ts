/** JavaScript counts up to this many digits for us. */
const MOST_DIGITS = 100;
/** The exponent from which Go leaves the plain form, where no precision is given. */
const SHORTEST_LIMIT = 6;

/**
 * A float by the verbs `e`, `f` and `g` of Go's `fmt`, in either case, or `v`. Without a precision,
 * `g` and `v` print the fewest digits that keep the value.
 */
export function floatText(value: number, verb: string, precision: number | undefined): string {
  const lower = verb.toLowerCase();
  const text =
    lower === 'e'
      ? goExponent(value.toExponential(Math.min(precision ?? 6, MOST_DIGITS)))
      : lower === 'f'
        ? fixed(value, precision ?? 6)
        : general(value, precision);
  return verb === 'E' || verb === 'G' ? text.toUpperCase() : text;
}

/** Go writes at least two digits of an exponent. */
function goExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** All digits of a float are known: rounded at the last wanted one, halves to the even neighbour. */
function fixed(value: number, digits: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const power = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = power === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(power, 1) - 1075;
  const scaled = mantissa * 10n ** BigInt(digits);
  const rounded = exponent >= 0 ? scaled << BigInt(exponent) : halfEven(scaled, BigInt(-exponent));
  const text = String(rounded).padStart(digits + 1, '0');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const whole = text.slice(0, text.length - digits);
  return `${sign}${whole}${digits === 0 ? '' : `.${text.slice(text.length - digits)}`}`;
}

function halfEven(value: bigint, shift: bigint): bigint {
  const whole = value >> shift;
  const twiceRest = (value - (whole << shift)) * 2n;
  const one = 1n << shift;
  const up = twiceRest > one || (twiceRest === one && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

function general(value: number, precision: number | undefined): string {
  const digits =
    precision === undefined ? undefined : Math.max(1, Math.min(precision, MOST_DIGITS));
  const scientific = digits === undefined ? value.toExponential() : value.toExponential(digits - 1);
  const [mantissa = '', power = '0'] = scientific.split('e');
  const exponent = Number(power);
  const significant = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  if (exponent < -4 || exponent >= (digits ?? SHORTEST_LIMIT)) {
    return goExponent(`${significant}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
  }
  const count = significant.replace(/[-.]/g, '').length;
  return fixed(value, Math.max(0, count - 1 - exponent));
}
