export const id = 48;
export const ids = [48];
export const modules = {

/***/ 48:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readTemplates: () => (/* binding */ readTemplates)
});

;// CONCATENATED MODULE: ./build/template/escape.js
/** The escaping functions of the template language, with Go's choice of characters and spellings. */
const HTML = {
    '\0': '\ufffd',
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
};
function htmlEscaped(text) {
    return text.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}
/** Letters, marks, numbers, punctuation, symbols, and the ASCII blank. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
function isPrintable(char) {
    return PRINTABLE.test(char);
}
function jsEscaped(text) {
    return text.replace(/[\0-\x1f\\'"<>&=]|[^\0-\x7f]/gu, (char) => {
        if (char === '\\' || char === "'" || char === '"')
            return `\\${char}`;
        if (char > '\x7f' && isPrintable(char))
            return char;
        return `\\u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    });
}
function queryEscaped(text) {
    const bytes = new TextEncoder().encode(text);
    let escaped = '';
    for (const byte of bytes) {
        const char = String.fromCharCode(byte);
        if (byte < 0x80 && /[A-Za-z0-9\-_.~]/.test(char))
            escaped += char;
        else if (char === ' ')
            escaped += '+';
        else
            escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return escaped;
}

;// CONCATENATED MODULE: ./build/template/float.js
/** No float has more digits that aren't zero. */
const MOST_DIGITS = 1_100;
/** The exponent from which Go leaves the plain form, where no precision is given. */
const SHORTEST_LIMIT = 6;
/**
 * A float by the verbs `e`, `f` and `g` of Go's `fmt`, in either case, or `v`. Without a precision,
 * `g` and `v` print the fewest digits that keep the value.
 */
function floatText(value, verb, precision) {
    const magnitude = Math.abs(value);
    const lower = verb.toLowerCase();
    const digits = Math.min(precision ?? 6, MOST_DIGITS);
    const zeros = '0'.repeat((precision ?? digits) - digits);
    const text = lower === 'e'
        ? scientific(magnitude, digits).replace('e', `${zeros}e`)
        : lower === 'f'
            ? fixed(magnitude, digits) + zeros
            : general(magnitude, precision === undefined ? undefined : digits);
    const signed = value < 0 || Object.is(value, -0) ? `-${text}` : text;
    return verb === 'E' || verb === 'G' ? signed.toUpperCase() : signed;
}
/** A float of any size times a power of ten, rounded to a whole number, halves to the even neighbour. */
function scaled(value, power) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const biased = Number(bits >> 52n);
    const fraction = bits & ((1n << 52n) - 1n);
    const exponent = Math.max(biased, 1) - 1075;
    let numerator = biased === 0 ? fraction : fraction | (1n << 52n);
    let denominator = 1n;
    if (exponent >= 0)
        numerator <<= BigInt(exponent);
    else
        denominator <<= BigInt(-exponent);
    if (power >= 0)
        numerator *= 10n ** BigInt(power);
    else
        denominator *= 10n ** BigInt(-power);
    const whole = numerator / denominator;
    const twiceRest = (numerator - whole * denominator) * 2n;
    const up = twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
    return up ? whole + 1n : whole;
}
function fixed(value, digits) {
    const text = String(scaled(value, digits)).padStart(digits + 1, '0');
    return withPoint(text, text.length - digits);
}
function withPoint(digits, at) {
    return at >= digits.length ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
}
function scientific(value, digits) {
    const shown = exponentOf(value);
    const known = value === 0 ? '0'.repeat(digits + 1) : String(scaled(value, digits - shown));
    // The fewest digits may stand for a value just below them, with one exponent less.
    const exact = known.length <= digits ? shown - 1 : shown;
    const text = exact === shown ? known : String(scaled(value, digits - exact));
    // Rounding up can give one digit more.
    const exponent = exact + Math.max(0, text.length - digits - 1);
    return `${withPoint(text.slice(0, digits + 1), 1)}${exponentText(exponent)}`;
}
function exponentOf(value) {
    return Number(value.toExponential().split('e')[1]);
}
/** Go writes at least two digits of an exponent. */
function exponentText(exponent) {
    return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
function general(value, precision) {
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

;// CONCATENATED MODULE: ./build/template/time.js
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY_SECONDS = 86_400;
/** JavaScript's dates end 275,000 years from now in both directions. */
const LARGEST = 8.64e12;
function clock({ unixSeconds }) {
    const seconds = Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0;
    const date = new Date(Math.max(-LARGEST, Math.min(LARGEST, seconds)) * 1000);
    const year = date.getUTCFullYear();
    const newYear = new Date(0);
    newYear.setUTCFullYear(year, 0, 1);
    return {
        year,
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        weekday: date.getUTCDay(),
        yearDay: Math.floor((date.getTime() - newYear.getTime()) / 1000 / DAY_SECONDS) + 1,
    };
}
function monthName(month) {
    return MONTHS[month - 1] ?? `%!Month(${month})`;
}
function dayName(weekday) {
    return DAYS[weekday] ?? `%!Weekday(${weekday})`;
}
/** What Go prints for a time without a layout. */
function timeText(time) {
    return formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST');
}
function padded(value, width, fill = '0') {
    return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, fill)}`;
}
/** Elements of Go's layouts. Longer ones come first; `at` sees the clock. Time zone: UTC. */
const ELEMENTS = [
    [/January/y, (at) => monthName(at.month)],
    [/Jan(?![a-z])/y, (at) => monthName(at.month).slice(0, 3)],
    [/Monday/y, (at) => dayName(at.weekday)],
    [/Mon(?![a-z])/y, (at) => dayName(at.weekday).slice(0, 3)],
    [/MST/y, () => 'UTC'],
    [/2006/y, (at) => padded(at.year, 4)],
    [/__2/y, (at) => padded(at.yearDay, 3, ' ')],
    [/002/y, (at) => padded(at.yearDay, 3)],
    [/01/y, (at) => padded(at.month, 2)],
    [/02/y, (at) => padded(at.day, 2)],
    [/03/y, (at) => padded(twelve(at.hour), 2)],
    [/04/y, (at) => padded(at.minute, 2)],
    [/05/y, (at) => padded(at.second, 2)],
    [/06/y, (at) => padded(at.year % 100, 2)],
    [/15/y, (at) => padded(at.hour, 2)],
    [/_2(?!006)/y, (at) => padded(at.day, 2, ' ')],
    [/1/y, (at) => String(at.month)],
    [/2/y, (at) => String(at.day)],
    [/3/y, (at) => String(twelve(at.hour))],
    [/4/y, (at) => String(at.minute)],
    [/5/y, (at) => String(at.second)],
    [/PM/y, (at) => (at.hour >= 12 ? 'PM' : 'AM')],
    [/pm/y, (at) => (at.hour >= 12 ? 'pm' : 'am')],
    [/-07:00:00|-07:00|-070000|-0700|-07/y, (_, found) => found.replace('-', '+').replace(/7/g, '0')],
    [/Z07:00:00|Z07:00|Z070000|Z0700|Z07/y, () => 'Z'],
    [/[.,]0+(?!\d)/y, (_, found) => found],
    [/[.,]9+(?!\d)/y, () => ''],
];
function twelve(hour) {
    return hour % 12 === 0 ? 12 : hour % 12;
}
/** Go's `Time.Format` in UTC. Seconds have no fraction. */
function formatTime(time, layout) {
    const at = clock(time);
    let text = '';
    let position = 0;
    while (position < layout.length) {
        const element = ELEMENTS.find(([pattern]) => {
            pattern.lastIndex = position;
            return pattern.test(layout);
        });
        if (element === undefined) {
            text += layout.charAt(position);
            position += 1;
            continue;
        }
        const [pattern, write] = element;
        const end = pattern.lastIndex;
        text += write(at, layout.slice(position, end));
        position = end;
    }
    return text;
}

;// CONCATENATED MODULE: ./build/template/value.js

function failure(message) {
    return { kind: 'failure', message };
}
function stringValue(value) {
    return { kind: 'string', value };
}
function intValue(value, type = 'int') {
    return { kind: 'int', value: BigInt(value), type };
}
function boolValue(value) {
    return { kind: 'bool', value };
}
function typeName(value) {
    switch (value.kind) {
        case 'int':
            return value.type;
        case 'float':
            return 'float64';
        case 'time':
            return 'time.Time';
        case 'nil':
            return '<nil>';
        default:
            return value.kind;
    }
}
/** Go's idea of a value that counts as true: neither zero nor empty. */
function isTrue(value) {
    switch (value.kind) {
        case 'string':
            return value.value !== '';
        case 'int':
            return value.value !== 0n;
        case 'float':
            return value.value !== 0;
        case 'bool':
            return value.value;
        case 'nil':
            return false;
        default:
            return true;
    }
}
/** What the `String` method of a value gives, if it has one. */
function stringerText(value) {
    if (value.kind === 'time')
        return timeText(value.time);
    return value.kind === 'int' ? value.text : undefined;
}
/** UTF-8, as Go holds text. */
function utf8(text) {
    return new TextEncoder().encode(text);
}
function fromUtf8(bytes) {
    return new TextDecoder().decode(bytes);
}

;// CONCATENATED MODULE: ./build/template/format-value.js



const PLAIN = { plus: false, minus: false, sharp: false, space: false, zero: false };
/** A verb that Go can and this project can't print, such as a time as a number. */
const UNSUPPORTED = Symbol('unsupported');
/** One argument by one verb, as Go's `fmt` prints it, mistakes of the format included. */
function formatValue(value, verb, spec) {
    if (value.kind === 'nil')
        return verb === 'v' || verb === 'T' ? format_value_padded('<nil>', spec) : `%!${verb}(<nil>)`;
    if (value.kind === 'fields')
        return UNSUPPORTED;
    if (verb === 'T')
        return format_value_padded(truncated(typeName(value), spec), spec);
    const goSyntax = verb === 'v' && spec.sharp;
    const stringer = stringerText(value);
    if (stringer !== undefined && !goSyntax && 'vsxXq'.includes(verb)) {
        return formatString(stringer, verb, spec) ?? UNSUPPORTED;
    }
    const text = byKind(value, verb, verb === 'v' ? { ...spec, sharp: false, plus: false } : spec, goSyntax);
    return text ?? badVerb(value, verb, spec);
}
/** The plain form of a value, as `print` and `%v` show it. */
function plainText(value) {
    return formatValue(value, 'v', PLAIN);
}
function byKind(value, verb, spec, goSyntax) {
    switch (value.kind) {
        case 'bool':
            return verb === 'v' || verb === 't' ? format_value_padded(String(value.value), spec) : undefined;
        case 'int':
            return formatInteger(value.value, value.type, verb, spec, goSyntax);
        case 'string':
            return goSyntax ? quotedString(value.value, spec) : formatString(value.value, verb, spec);
        case 'float': {
            if (!'vbgGxXfFeE'.includes(verb))
                return undefined;
            if ('bxX'.includes(verb) || goSyntax || spec.sharp)
                return UNSUPPORTED;
            return signedPadding(floatText(value.value, verb, spec.precision), spec);
        }
        default:
            return UNSUPPORTED;
    }
}
function badVerb(value, verb, spec) {
    const inner = 'text' in value ? { ...value, text: undefined } : value;
    const shown = value.kind === 'time' ? UNSUPPORTED : byKind(inner, 'v', spec, false);
    return typeof shown === 'string' ? `%!${verb}(${typeName(value)}=${shown})` : UNSUPPORTED;
}
/** Fills up to the width, counted in characters; zeros go to the left only. */
function format_value_padded(text, spec) {
    const missing = (spec.width ?? 0) - [...text].length;
    if (missing <= 0)
        return text;
    if (spec.minus)
        return text + ' '.repeat(missing);
    return (spec.zero ? '0' : ' ').repeat(missing) + text;
}
function formatString(text, verb, spec) {
    switch (verb) {
        case 'v':
        case 's':
            return format_value_padded(truncated(text, spec), spec);
        case 'x':
        case 'X':
            return format_value_padded(hexadecimal(text, verb, spec), spec);
        case 'q':
            return quotedString(text, spec);
        default:
            return undefined;
    }
}
function truncated(text, { precision }) {
    return precision === undefined ? text : [...text].slice(0, precision).join('');
}
function quotedString(text, spec) {
    const cut = truncated(text, spec);
    if (spec.sharp && !/[`\x7f\0-\x08\x0a-\x1f\ufeff]/.test(cut))
        return format_value_padded(`\`${cut}\``, spec);
    return format_value_padded(`"${[...cut].map((char) => quotedChar(char, '"', spec.plus)).join('')}"`, spec);
}
const ESCAPES = {
    '\x07': 'a',
    '\b': 'b',
    '\f': 'f',
    '\n': 'n',
    '\r': 'r',
    '\t': 't',
    '\v': 'v',
    '\\': '\\',
};
function quotedChar(char, quote, ascii) {
    if (char === quote)
        return `\\${char}`;
    const simple = ESCAPES[char];
    if (simple !== undefined)
        return `\\${simple}`;
    const code = char.codePointAt(0) ?? 0;
    if (isPrintable(char) && !(ascii && code > 0x7f))
        return char;
    if (code < 0x80)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    return code < 0x10000
        ? `\\u${code.toString(16).padStart(4, '0')}`
        : `\\U${code.toString(16).padStart(8, '0')}`;
}
function hexadecimal(text, verb, { precision, space, sharp }) {
    const bytes = utf8(text).subarray(0, precision ?? text.length * 4);
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));
    const lower = space
        ? digits.map((pair) => (sharp ? `0x${pair}` : pair)).join(' ')
        : `${sharp && digits.length > 0 ? '0x' : ''}${digits.join('')}`;
    return verb === 'X' ? lower.toUpperCase() : lower;
}
const BASES = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const MAX_RUNE = 0x10ffffn;
function formatInteger(value, type, verb, spec, goSyntax) {
    if (verb === 'c')
        return format_value_padded(rune(value), spec);
    if (verb === 'q')
        return format_value_padded(`'${quotedChar(rune(value), "'", spec.plus)}'`, spec);
    if (verb === 'U')
        return codePoint(value, spec);
    const base = BASES[verb];
    if (base === undefined)
        return undefined;
    if (goSyntax && type === 'uint8')
        return formatInteger(value, type, 'x', { ...spec, sharp: true }, false);
    const negative = value < 0n;
    const magnitude = negative ? -value : value;
    if (spec.precision === 0 && value === 0n)
        return ' '.repeat(spec.width ?? 0);
    let digits = magnitude.toString(base);
    if (verb === 'X')
        digits = digits.toUpperCase();
    const signed = negative || spec.plus || spec.space;
    const filled = spec.zero && !spec.minus ? (spec.width ?? 0) - (signed ? 1 : 0) : 0;
    digits = digits.padStart(spec.precision ?? filled, '0');
    if (spec.sharp && base === 8 && !digits.startsWith('0'))
        digits = `0${digits}`;
    else if (spec.sharp && base !== 8 && base !== 10)
        digits = `0${verb}${digits}`;
    if (verb === 'O')
        digits = `0o${digits}`;
    const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
    return format_value_padded(sign + digits, { ...spec, zero: false });
}
function rune(value) {
    const valid = value >= 0n && value <= MAX_RUNE && (value < 0xd800n || value > 0xdfffn);
    return valid ? String.fromCodePoint(Number(value)) : '\ufffd';
}
function codePoint(value, spec) {
    const unsigned = BigInt.asUintN(64, value);
    const digits = unsigned
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(4, spec.precision ?? 4), '0');
    const char = unsigned <= MAX_RUNE && isPrintable(rune(value)) ? ` '${rune(value)}'` : '';
    return format_value_padded(`U+${digits}${spec.sharp ? char : ''}`, { ...spec, zero: false });
}
/** A float without a sign gets one if asked for; zeros go between the sign and the digits. */
function signedPadding(number, spec) {
    const negative = number.startsWith('-');
    const sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : '';
    const digits = negative ? number.slice(1) : number;
    if (sign === '' || !spec.zero || spec.minus)
        return format_value_padded(sign + digits, spec);
    return sign + format_value_padded(digits, { ...spec, width: (spec.width ?? 0) - 1 });
}

;// CONCATENATED MODULE: ./build/template/format.js


/** Go refuses widths and precisions beyond this. */
const LARGEST_NUMBER = 1_000_000;
const UNPRINTABLE = failure('Go can print this, but only CodeShip knew what');
/** Go's `fmt.Sprint`: blanks between values of which neither is a string. */
function printed(values) {
    return joined(values, (value, before) => before !== undefined && value.kind !== 'string' && before.kind !== 'string');
}
/** Go's `fmt.Sprintln`: blanks between all values, and a newline. */
function printedLine(values) {
    const line = joined(values, (_, before) => before !== undefined);
    return typeof line === 'string' ? `${line}\n` : line;
}
function joined(values, blankBefore) {
    let text = '';
    for (const [at, value] of values.entries()) {
        const plain = plainText(value);
        if (plain === UNSUPPORTED)
            return UNPRINTABLE;
        text += `${blankBefore(value, values[at - 1]) ? ' ' : ''}${plain}`;
    }
    return text;
}
const FLAGS = /[#0+\- ]*/y;
const DIGITS = /\d+/y;
/** Go's `fmt.Sprintf`, mistakes included (`%!d(string=x)`). A failure beyond `longest` characters. */
function formatted(format, values, longest) {
    const printer = { format, values, at: 0, next: 0, reordered: false, text: '' };
    while (printer.at < format.length) {
        const percent = format.indexOf('%', printer.at);
        printer.text += format.slice(printer.at, percent < 0 ? format.length : percent);
        if (percent < 0)
            break;
        printer.at = percent + 1;
        if (!printVerb(printer))
            return UNPRINTABLE;
        if (printer.text.length > longest)
            return failure('the text grows too long');
    }
    if (printer.reordered || printer.next >= values.length)
        return printer.text;
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
function match(printer, sticky) {
    sticky.lastIndex = printer.at;
    const found = sticky.exec(printer.format)?.[0] ?? '';
    printer.at += found.length;
    return found;
}
/** Reads and prints what follows one `%`; false when that can't be printed here. */
function printVerb(printer) {
    const flags = match(printer, FLAGS);
    let index = argumentIndex(printer);
    let good = index.good;
    const width = measure(printer, '%!(BADWIDTH)', -LARGEST_NUMBER);
    // An index has to be followed by what it chooses the argument for.
    if (index.read && width.digits)
        good = false;
    if (width.star)
        index = NO_INDEX;
    let precision;
    if (printer.format.charAt(printer.at) === '.' && printer.at + 1 < printer.format.length) {
        printer.at += 1;
        if (index.read)
            good = false;
        index = argumentIndex(printer);
        good &&= index.good;
        precision = measure(printer, '%!(BADPREC)', 0);
        if (precision.star)
            index = NO_INDEX;
    }
    if (!index.read)
        good = argumentIndex(printer).good && good;
    if (printer.at >= printer.format.length) {
        printer.text += '%!(NOVERB)';
        return true;
    }
    const verb = String.fromCodePoint(printer.format.codePointAt(printer.at) ?? 0);
    printer.at += verb.length;
    const value = printer.values[printer.next];
    if (verb === '%')
        printer.text += '%';
    else if (!good)
        printer.text += `%!${verb}(BADINDEX)`;
    else if (value === undefined)
        printer.text += `%!${verb}(MISSING)`;
    else {
        const text = formatValue(value, verb, specOf(flags, width, precision));
        if (text === UNSUPPORTED)
            return false;
        printer.text += text;
        printer.next += 1;
    }
    return true;
}
function measure(printer, complaint, least) {
    if (printer.format.charAt(printer.at) === '*') {
        printer.at += 1;
        const argument = printer.values[printer.next];
        if (argument !== undefined)
            printer.next += 1;
        const value = argument?.kind === 'int' ? Number(argument.value) : Number.NaN;
        if (value >= least && value <= LARGEST_NUMBER)
            return { value, digits: false, star: true };
        printer.text += complaint;
        return { digits: false, star: true };
    }
    const digits = match(printer, DIGITS);
    if (digits === '')
        return { digits: false, star: false };
    const value = Number(digits);
    // Go looks before it takes the last digit.
    if (Math.floor(value / 10) <= LARGEST_NUMBER)
        return { value, digits: true, star: false };
    printer.at = printer.format.length;
    return { digits: false, star: false };
}
function specOf(flags, width, precision) {
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
    if (precision === undefined || (precision.star && precision.value === undefined))
        return spec;
    return { ...spec, precision: precision.value ?? 0 };
}
const NO_INDEX = { read: false, good: true };
/** Reads `[n]`, which chooses the argument that comes next. */
function argumentIndex(printer) {
    if (printer.format.charAt(printer.at) !== '[')
        return NO_INDEX;
    printer.reordered = true;
    const close = printer.format.indexOf(']', printer.at);
    if (close < 0) {
        printer.at += 1;
        return { read: false, good: false };
    }
    const digits = printer.format.slice(printer.at + 1, close);
    printer.at = close + 1;
    if (!/^\d+$/.test(digits))
        return { read: false, good: false };
    const index = Number(digits) - 1;
    const good = index >= 0 && index < printer.values.length;
    if (good)
        printer.next = index;
    return { read: true, good };
}

;// CONCATENATED MODULE: ./build/template/functions.js



/** Texts longer than this are an error: a template could double a text with each line. */
const LONGEST_TEXT = 1_048_576;
function functions_text(value) {
    if (typeof value !== 'string')
        return value;
    return value.length > LONGEST_TEXT ? failure('the text grows too long') : stringValue(value);
}
/** What stands for nil in output. */
const NO_VALUE = stringValue('<no value>');
function escaped(inner) {
    return (...values) => {
        const plain = printed(values.map((value) => (value.kind === 'nil' ? NO_VALUE : value)));
        return typeof plain === 'string' ? functions_text(inner(plain)) : plain;
    };
}
/** `and` and `or` stop early and are evaluated elsewhere; here they only have their place. */
const SHORT_CIRCUIT = { least: 1, call: (...values) => values.at(-1) ?? { kind: 'nil' } };
const BUILTINS = {
    and: SHORT_CIRCUIT,
    or: SHORT_CIRCUIT,
    not: { least: 1, most: 1, call: (value) => boolValue(value === undefined || !isTrue(value)) },
    len: { least: 1, most: 1, call: functions_length },
    index: { least: 1, call: index },
    slice: { least: 1, call: slice },
    print: { least: 0, call: (...values) => functions_text(printed(values)) },
    println: { least: 0, call: (...values) => functions_text(printedLine(values)) },
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
function isFunction(name) {
    return Object.hasOwn(BUILTINS, name);
}
/** Calls a function by its name with evaluated arguments. */
function callFunction(name, values) {
    const builtin = isFunction(name) ? BUILTINS[name] : undefined;
    if (builtin === undefined)
        return failure(`there is no function \`${name}\``);
    const { least, most, call } = builtin;
    if (values.length < least || (most !== undefined && values.length > most)) {
        const wanted = most === undefined ? `at least ${least}` : String(least);
        return failure(`\`${name}\` takes ${wanted} arguments, not ${values.length}`);
    }
    return call(...values);
}
function printf(format, ...values) {
    if (format?.kind !== 'string')
        return failure('the first argument of `printf` has to be a string');
    return functions_text(formatted(format.value, values, LONGEST_TEXT));
}
function functions_length(value) {
    if (value?.kind === 'string')
        return intValue(utf8(value.value).length);
    return failure(`\`len\` of ${value === undefined ? 'nothing' : typeName(value)}`);
}
/** An index into a text of `size` bytes, or why it is none. */
function indexOf(value, size) {
    if (value.kind !== 'int')
        return failure(`${typeName(value)} is no index`);
    if (value.value < 0n || value.value > BigInt(size))
        return failure(`index ${value.value} is out of range`);
    return Number(value.value);
}
function index(item, ...indexes) {
    let value = item ?? { kind: 'nil' };
    for (const each of indexes) {
        if (value.kind !== 'string')
            return failure(`${typeName(value)} can't be indexed`);
        const bytes = utf8(value.value);
        const at = indexOf(each, bytes.length);
        if (typeof at !== 'number')
            return at;
        const byte = bytes[at];
        if (byte === undefined)
            return failure(`index ${at} is out of range`);
        value = intValue(byte, 'uint8');
    }
    return value.kind === 'nil' ? failure('`index` of nil') : value;
}
/** Bytes of a text. Cut inside of a character, its remains become U+FFFD. */
function slice(item, ...indexes) {
    if (item?.kind !== 'string')
        return failure(`${item === undefined ? 'nothing' : typeName(item)} can't be sliced`);
    if (indexes.length > 2)
        return failure('a string takes two indexes at most');
    const bytes = utf8(item.value);
    const bounds = [0, bytes.length];
    for (const [place, each] of indexes.entries()) {
        const at = indexOf(each, bytes.length);
        if (typeof at !== 'number')
            return at;
        bounds[place] = at;
    }
    const [from = 0, to = 0] = bounds;
    if (from > to)
        return failure(`slice from ${from} to ${to}`);
    return stringValue(fromUtf8(bytes.subarray(from, to)));
}
function inverted(result) {
    return result.kind === 'bool' ? boolValue(!result.value) : result;
}
function equalsAny(first, ...others) {
    if (first === undefined || others.length === 0)
        return failure('nothing to compare with');
    for (const other of others) {
        const equal = equals(first, other);
        if (typeof equal !== 'boolean')
            return equal;
        if (equal)
            return boolValue(true);
    }
    return boolValue(false);
}
function equals(first, second) {
    if (first.kind === 'nil' || second.kind === 'nil')
        return first.kind === second.kind;
    if (first.kind !== second.kind) {
        return failure(`${typeName(first)} and ${typeName(second)} can't be compared`);
    }
    if (first.kind === 'fields')
        return failure("all fields together can't be compared");
    if (first.kind === 'time')
        return second.kind === 'time' && first.time.unixSeconds === second.time.unixSeconds;
    return 'value' in second && first.value === second.value;
}
function less(first, second) {
    if (first === undefined || second === undefined)
        return failure('nothing to compare with');
    if (first.kind === 'string' && second.kind === 'string') {
        return boolValue(byBytes(first.value, second.value) < 0);
    }
    if (first.kind === 'int' && second.kind === 'int')
        return boolValue(first.value < second.value);
    if (first.kind === 'float' && second.kind === 'float')
        return boolValue(first.value < second.value);
    return failure(`${typeName(first)} and ${typeName(second)} have no order`);
}
function lessOrEqual(...values) {
    const smaller = less(...values);
    return smaller.kind === 'bool' && !smaller.value ? equalsAny(...values) : smaller;
}
/** The order of UTF-8, which is the order of code points. */
function byBytes(first, second) {
    const left = [...first];
    const right = [...second];
    for (const [at, char] of left.entries()) {
        const difference = (char.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}

;// CONCATENATED MODULE: ./build/template/methods.js


const NANOSECONDS = 1000000000n;
/** The first year of Go's own calendar, whose start counts as no time at all. */
const ZERO_TIME = -62_135_596_800;
/** The methods of `time.Time` that take no argument and give one value. Times are UTC. */
const TIME_METHODS = {
    Unix: (time) => intValue(seconds(time), 'int64'),
    UnixMilli: (time) => intValue(seconds(time) * 1000n, 'int64'),
    UnixMicro: (time) => intValue(seconds(time) * 1000000n, 'int64'),
    UnixNano: (time) => intValue(seconds(time) * NANOSECONDS, 'int64'),
    Year: (time) => intValue(clock(time).year),
    Month: (time) => named(clock(time).month, 'time.Month', monthName(clock(time).month)),
    Day: (time) => intValue(clock(time).day),
    Hour: (time) => intValue(clock(time).hour),
    Minute: (time) => intValue(clock(time).minute),
    Second: (time) => intValue(clock(time).second),
    Nanosecond: () => intValue(0),
    YearDay: (time) => intValue(clock(time).yearDay),
    Weekday: (time) => named(clock(time).weekday, 'time.Weekday', dayName(clock(time).weekday)),
    UTC: (time) => ({ kind: 'time', time }),
    Local: (time) => ({ kind: 'time', time }),
    String: (time) => stringValue(timeText(time)),
    IsZero: (time) => boolValue(time.unixSeconds === ZERO_TIME),
};
function seconds({ unixSeconds }) {
    return BigInt(Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0);
}
function named(value, type, text) {
    return { kind: 'int', value: BigInt(value), type, text };
}
function hasMethods(value) {
    return value.kind === 'time' || (value.kind === 'int' && value.text !== undefined);
}
/** Calls a method of a time, a month or a day of the week. */
function callMethod(value, name, values) {
    if (value.kind === 'time' && name === 'Format') {
        const [layout] = values;
        if (values.length !== 1 || layout?.kind !== 'string')
            return failure('`Format` takes one layout');
        return stringValue(formatTime(value.time, layout.value));
    }
    const text = value.kind === 'int' && name === 'String' ? value.text : undefined;
    const method = value.kind === 'time' && Object.hasOwn(TIME_METHODS, name) ? TIME_METHODS[name] : undefined;
    if (text === undefined && method === undefined)
        return failure(`there is no method \`${name}\` here`);
    if (values.length > 0)
        return failure(`\`${name}\` takes no arguments`);
    if (value.kind === 'time' && method !== undefined)
        return method(value.time);
    return stringValue(text ?? '');
}

;// CONCATENATED MODULE: ./build/template/evaluate.js




/** Renders nodes into `rendering.text`; the failure that ended it, if one did. */
function renderNodes(rendering, nodes, dot) {
    for (const node of nodes) {
        if (node.kind === 'text')
            rendering.text += node.text;
        else if (node.kind === 'action') {
            const failed = renderAction(rendering, node.pipeline, dot);
            if (failed !== undefined)
                return failed;
        }
        else {
            const mark = rendering.variables.length;
            const value = evaluatePipeline(rendering, node.pipeline, dot);
            if (value.kind === 'failure')
                return value;
            const inner = node.kind === 'with' ? value : dot;
            const failed = isTrue(value)
                ? renderNodes(rendering, node.body, inner)
                : renderNodes(rendering, node.otherwise, dot);
            if (failed !== undefined)
                return failed;
            rendering.variables.length = mark;
        }
        if (rendering.text.length > rendering.longest)
            return failure('the text grows too long');
    }
    return undefined;
}
function renderAction(rendering, pipeline, dot) {
    const value = evaluatePipeline(rendering, pipeline, dot);
    if (value.kind === 'failure')
        return value;
    if (pipeline.variable !== undefined)
        return undefined;
    const text = value.kind === 'nil' ? '<no value>' : printed([value]);
    if (typeof text !== 'string')
        return at(text, pipeline.commands[0]?.offset);
    rendering.text += text;
    return undefined;
}
/** A failure with its place, unless it has one from deeper inside. */
function at(result, offset) {
    if (result.kind !== 'failure' || result.error !== undefined || offset === undefined)
        return result;
    return { ...result, error: { offset, message: result.message } };
}
function evaluatePipeline(rendering, pipeline, dot) {
    let value;
    for (const command of pipeline.commands) {
        const result = at(evaluateCommand(rendering, command, dot, value), command.offset);
        if (result.kind === 'failure')
            return result;
        value = result;
    }
    const result = value ?? { kind: 'nil' };
    const { variable } = pipeline;
    if (variable?.declares === true)
        rendering.variables.push({ name: variable.name, value: result });
    else if (variable !== undefined) {
        const known = findVariable(rendering, variable.name);
        if (known === undefined)
            return failure(`variable \`${variable.name}\` is not declared`);
        known.value = result;
    }
    return result;
}
function findVariable(rendering, name) {
    return rendering.variables.findLast((variable) => variable.name === name);
}
/** Runs a command; `final` is what a pipe hands on, and becomes the last argument. */
function evaluateCommand(rendering, { operands }, dot, final) {
    const [first, ...rest] = operands;
    if (first === undefined)
        return failure('a command is empty');
    if (first.kind === 'function')
        return evaluateFunction(rendering, first.name, rest, dot, final);
    const names = 'names' in first ? first.names : [];
    if (names.length > 0) {
        const values = () => evaluateAll(rendering, rest, dot, final);
        const receiver = evaluateReceiver(rendering, first, dot);
        if (receiver.kind === 'failure')
            return receiver;
        return evaluateFields(rendering, receiver, names, values, rest.length + (final === undefined ? 0 : 1));
    }
    if (first.kind === 'nil')
        return failure('nil is not a command');
    if (rest.length > 0 || final !== undefined)
        return failure('only functions and methods take arguments');
    return evaluateOperand(rendering, first, dot);
}
function evaluateFunction(rendering, name, operands, dot, final) {
    if (name !== 'and' && name !== 'or') {
        const values = evaluateAll(rendering, operands, dot, final);
        return 'kind' in values ? values : callFunction(name, values);
    }
    let value = final;
    for (const operand of operands) {
        const next = evaluateOperand(rendering, operand, dot);
        if (next.kind === 'failure' || isTrue(next) === (name === 'or'))
            return next;
        value = final ?? next;
    }
    return callFunction(name, value === undefined ? [] : [value]);
}
function evaluateAll(rendering, operands, dot, final) {
    const values = [];
    for (const operand of operands) {
        const value = evaluateOperand(rendering, operand, dot);
        if (value.kind === 'failure')
            return value;
        values.push(value);
    }
    return final === undefined ? values : [...values, final];
}
/** What the fields of an operand are looked up in. */
function evaluateReceiver(rendering, operand, dot) {
    if (operand.kind === 'group')
        return evaluatePipeline(rendering, operand.pipeline, dot);
    if (operand.kind !== 'variable')
        return dot;
    const variable = findVariable(rendering, operand.name);
    return variable?.value ?? failure(`variable \`${operand.name}\` is not declared`);
}
function evaluateOperand(rendering, operand, dot) {
    switch (operand.kind) {
        case 'dot':
            return dot;
        case 'nil':
            return operand;
        case 'bool':
            return boolValue(operand.value);
        case 'string':
        case 'float':
            return operand;
        case 'int':
            return { kind: 'int', value: operand.value, type: 'int' };
        case 'function':
            return at(evaluateFunction(rendering, operand.name, [], dot, undefined), operand.offset);
        default: {
            const receiver = evaluateReceiver(rendering, operand, dot);
            if (receiver.kind === 'failure')
                return at(receiver, operand.offset);
            return at(evaluateFields(rendering, receiver, operand.names, () => [], 0), operand.offset);
        }
    }
}
/** Looks up `.A.B.C`; arguments belong to the last name. */
function evaluateFields(rendering, receiver, names, values, count) {
    let value = receiver;
    for (const [place, name] of names.entries()) {
        const last = place === names.length - 1;
        const result = evaluateField(rendering, value, name, last ? values : () => [], last ? count : 0);
        if (result.kind === 'failure')
            return result;
        value = result;
    }
    return value;
}
function evaluateField(rendering, receiver, name, values, count) {
    if (receiver.kind === 'nil')
        return receiver;
    if (receiver.kind === 'fields') {
        const field = rendering.fields.get(name);
        if (field === undefined)
            return failure(`there is no field \`${name}\``);
        return count === 0 ? field : failure(`\`${name}\` is a field and takes no arguments`);
    }
    if (!hasMethods(receiver))
        return failure(`${typeName(receiver)} has no field \`${name}\``);
    const evaluated = values();
    return 'kind' in evaluated ? evaluated : callMethod(receiver, name, evaluated);
}

;// CONCATENATED MODULE: ./build/template/lex.js
const SPACE = ' \t\r\n';
const TRIMMING_OPEN = /\{\{-[ \t\r\n]/y;
const TRIMMING_CLOSE = /[ \t\r\n]-\}\}/y;
const TOKENS = [
    ['space', /[ \t\r\n]+/y],
    ['declare', /:=/y],
    ['assign', /=/y],
    ['pipe', /\|/y],
    ['comma', /,/y],
    ['left', /\(/y],
    ['right', /\)/y],
    ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
    ['character', /'(?:[^'\\\n]|\\[^\n])+'/y],
    [
        'number',
        /(?=[+\-0-9]|\.[0-9])[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y,
    ],
    ['field', /\.[\p{L}\p{Nd}_]+/uy],
    ['variable', /\$[\p{L}\p{Nd}_]*/uy],
    ['word', /[\p{L}\p{Nd}_]+/uy],
    ['dot', /\./y],
];
const NAMES = ['field', 'variable', 'word', 'dot'];
/** What may follow a name. */
const TERMINATOR = /[ \t\r\n.,|:()]|\}\}|$/y;
/** Splits a template into text and tokens, with trim markers applied and comments dropped. */
function lexTemplate(text) {
    const tokens = [];
    let at = 0;
    let trims = false;
    for (;;) {
        const open = text.indexOf('{{', at);
        const trimsBefore = matchesAt(TRIMMING_OPEN, text, open);
        let plain = text.slice(at, open < 0 ? text.length : open);
        if (trims)
            plain = trimLeft(plain);
        if (trimsBefore)
            plain = trimRight(plain);
        if (plain !== '')
            tokens.push({ kind: 'text', text: plain, offset: at });
        if (open < 0)
            return { ok: true, tokens };
        const start = open + (trimsBefore ? 4 : 2);
        const read = text.startsWith('/*', start)
            ? comment(text, open, start)
            : action(text, open, start, tokens);
        if ('message' in read)
            return { ok: false, error: read };
        at = read.end;
        trims = read.trims;
    }
}
function matchesAt(sticky, text, at) {
    if (at < 0)
        return false;
    sticky.lastIndex = at;
    return sticky.test(text);
}
function trimLeft(text) {
    let from = 0;
    while (from < text.length && SPACE.includes(text.charAt(from)))
        from += 1;
    return text.slice(from);
}
function trimRight(text) {
    let to = text.length;
    while (to > 0 && SPACE.includes(text.charAt(to - 1)))
        to -= 1;
    return text.slice(0, to);
}
function closeAt(text, at) {
    if (text.startsWith('}}', at))
        return { end: at + 2, trims: false };
    return matchesAt(TRIMMING_CLOSE, text, at) ? { end: at + 4, trims: true } : undefined;
}
function comment(text, open, start) {
    const end = text.indexOf('*/', start + 2);
    if (end < 0)
        return { offset: open, message: 'a comment is never closed' };
    return closeAt(text, end + 2) ?? { offset: end, message: 'a comment has to end its action' };
}
function action(text, open, start, tokens) {
    tokens.push({ kind: 'open', text: '{{', offset: open });
    let at = start;
    for (;;) {
        const close = closeAt(text, at);
        if (close !== undefined) {
            tokens.push({ kind: 'close', text: '}}', offset: at });
            return close;
        }
        if (at >= text.length)
            return { offset: open, message: 'an action is never closed' };
        const token = nextToken(text, at);
        if (token === undefined) {
            return { offset: at, message: `unexpected \`${text.charAt(at)}\` in an action` };
        }
        tokens.push(token);
        at += token.text.length;
    }
}
function nextToken(text, at) {
    for (const [kind, pattern] of TOKENS) {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0];
        if (found === undefined)
            continue;
        const end = at + found.length;
        if (NAMES.includes(kind) && !matchesAt(TERMINATOR, text, end))
            return undefined;
        if (kind === 'number' && /^[\p{L}\p{Nd}_]/u.test(text.slice(end, end + 2)))
            return undefined;
        // Before a closing trim marker, the last blank belongs to the marker.
        const marker = kind === 'space' && text.startsWith('-}}', end);
        return { kind, text: marker ? found.slice(0, -1) : found, offset: at };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/template/literal.js
/** Go's literals, as they stand in templates. */
const SIMPLE = {
    a: 7,
    b: 8,
    f: 12,
    n: 10,
    r: 13,
    t: 9,
    v: 11,
    '\\': 92,
};
const ESCAPE = /\\(?:([abfnrtv\\"'])|x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
/** What one escape stands for: a byte or a code point. Undefined when Go has no such escape. */
function readEscape(text, at, quote) {
    ESCAPE.lastIndex = at;
    const found = ESCAPE.exec(text);
    if (found === null)
        return undefined;
    const [, simple, hex, octal, short, long] = found;
    const end = ESCAPE.lastIndex;
    if (simple === '"' || simple === "'") {
        return simple === quote ? { code: simple.charCodeAt(0), isByte: false, end } : undefined;
    }
    if (simple !== undefined)
        return { code: SIMPLE[simple] ?? 0, isByte: false, end };
    const byte = hex !== undefined || octal !== undefined;
    const code = octal === undefined
        ? Number.parseInt(hex ?? short ?? long ?? '', 16)
        : Number.parseInt(octal, 8);
    const valid = byte ? code <= 0xff : code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? { code, isByte: byte, end } : undefined;
}
/** The text of a quoted or raw string; undefined when it is malformed. */
function goString(literal) {
    const body = literal.slice(1, -1);
    if (literal.startsWith('`'))
        return body.replaceAll('\r', '');
    if (!body.includes('\\'))
        return body;
    const encoder = new TextEncoder();
    const bytes = [];
    let at = 0;
    while (at < body.length) {
        const next = body.indexOf('\\', at);
        const end = next < 0 ? body.length : next;
        for (const byte of encoder.encode(body.slice(at, end)))
            bytes.push(byte);
        if (next < 0)
            break;
        const escaped = readEscape(body, next, '"');
        if (escaped === undefined)
            return undefined;
        if (escaped.isByte)
            bytes.push(escaped.code);
        else
            bytes.push(...encoder.encode(String.fromCodePoint(escaped.code)));
        at = escaped.end;
    }
    return new TextDecoder().decode(new Uint8Array(bytes));
}
/** The code point of a character constant; undefined when it is malformed. */
function goCharacter(literal) {
    const body = literal.slice(1, -1);
    if (!body.startsWith('\\'))
        return [...body].length === 1 ? body.codePointAt(0) : undefined;
    const escaped = readEscape(body, 0, "'");
    return escaped?.end === body.length ? escaped.code : undefined;
}
const INTEGER = /^([+-]?)(?:0[xX]((?:_?[\da-fA-F])+)|0[oO]?((?:_?[0-7])+)|0[bB]((?:_?[01])+)|((?:[1-9](?:_?\d)*)|0))$/;
const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const literal_LARGEST = 2n ** 63n - 1n;
/** A number constant; undefined when it is malformed, too large for an int, or of a rare form. */
function goNumber(literal) {
    const integer = INTEGER.exec(literal);
    if (integer !== null) {
        const [, sign, hex, octal, binary, decimal] = integer;
        const digits = (hex ?? octal ?? binary ?? decimal ?? '').replaceAll('_', '');
        if (digits.length > 70)
            return undefined;
        const base = hex !== undefined ? '0x' : octal !== undefined ? '0o' : binary !== undefined ? '0b' : '';
        const magnitude = BigInt(base + digits);
        const value = sign === '-' ? -magnitude : magnitude;
        return value <= literal_LARGEST && value >= -literal_LARGEST - 1n ? { kind: 'int', value } : undefined;
    }
    if (!FLOAT.test(literal) || !/[.eE]/.test(literal))
        return undefined;
    const value = Number(literal);
    return Number.isFinite(value) ? { kind: 'float', value } : undefined;
}

;// CONCATENATED MODULE: ./build/template/parse.js



/** Nesting beyond this is an error of the template, not of the call stack. */
const DEEPEST = 100;
/** Parts of Go's language without a use here: no field is a list, and a template is one line. */
const parse_UNSUPPORTED = new Set(['range', 'define', 'block', 'template', 'break', 'continue']);
/** Reads a Go template (codeship.md 4.3). The first error ends the reading. */
function parseTemplate(text) {
    const lexed = lexTemplate(text);
    if (!lexed.ok)
        return lexed;
    const parser = {
        tokens: lexed.tokens,
        length: text.length,
        at: 0,
        depth: 0,
        error: undefined,
        variables: ['$'],
    };
    const { nodes, ending } = list(parser);
    if (ending !== undefined)
        fail(parser, ending.offset, `unexpected \`${ending.text}\``);
    if (parser.error !== undefined)
        return { ok: false, error: parser.error };
    return { ok: true, template: { nodes } };
}
function fail(parser, offset, message) {
    parser.error ??= { offset, message };
    parser.at = parser.tokens.length;
}
function peek(parser) {
    return parser.tokens[parser.at];
}
function skipSpace(parser) {
    while (peek(parser)?.kind === 'space')
        parser.at += 1;
    return peek(parser);
}
function offsetOf(parser) {
    return peek(parser)?.offset ?? parser.length;
}
/** Steps over the end of an action. */
function expectClose(parser) {
    const token = skipSpace(parser);
    if (token?.kind === 'close')
        parser.at += 1;
    else
        fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
}
/** Reads up to the end, or to `end` or `else`, of which only the word is read. */
function list(parser) {
    const nodes = [];
    for (;;) {
        const token = peek(parser);
        if (token === undefined)
            return { nodes };
        parser.at += 1;
        if (token.kind === 'text') {
            nodes.push({ kind: 'text', text: token.text });
            continue;
        }
        const word = skipSpace(parser);
        const keyword = word?.kind === 'word' ? word.text : undefined;
        if (word !== undefined && (keyword === 'end' || keyword === 'else')) {
            parser.at += 1;
            return { nodes, ending: word };
        }
        if (keyword === 'if' || keyword === 'with') {
            parser.at += 1;
            nodes.push(control(parser, keyword));
        }
        else if (keyword !== undefined && parse_UNSUPPORTED.has(keyword)) {
            fail(parser, word?.offset ?? 0, `\`${keyword}\` is not supported`);
        }
        else {
            nodes.push({ kind: 'action', pipeline: pipeline(parser, 'close') });
        }
    }
}
function control(parser, kind) {
    const variables = parser.variables;
    const opened = offsetOf(parser);
    const node = nested(parser, () => {
        const condition = pipeline(parser, 'close');
        const { nodes: body, ending } = list(parser);
        const otherwise = ending?.text === 'else' ? alternative(parser, kind, opened) : [];
        if (ending?.text === 'end')
            expectClose(parser);
        else if (ending === undefined)
            fail(parser, opened, `\`${kind}\` without \`end\``);
        return { kind, pipeline: condition, body, otherwise };
    });
    parser.variables = variables;
    return node ?? { kind: 'text', text: '' };
}
/** Reads what follows `else`, with the `end` of the whole. */
function alternative(parser, kind, opened) {
    const word = skipSpace(parser);
    if (word?.kind === 'word' && word.text === kind) {
        parser.at += 1;
        return [control(parser, kind)];
    }
    expectClose(parser);
    const { nodes, ending } = list(parser);
    if (ending?.text === 'end')
        expectClose(parser);
    else
        fail(parser, ending?.offset ?? opened, `\`${kind}\` without \`end\``);
    return nodes;
}
function nested(parser, read) {
    if (parser.depth >= DEEPEST) {
        fail(parser, offsetOf(parser), `nested more than ${DEEPEST} levels deep`);
        return undefined;
    }
    parser.depth += 1;
    const result = read();
    parser.depth -= 1;
    return result;
}
const NOT_EXECUTABLE = ['bool', 'dot', 'nil', 'int', 'float', 'string'];
/** Reads commands up to the end of the action or the parenthesis, and steps over that. */
function pipeline(parser, end) {
    const start = offsetOf(parser);
    const variable = declaration(parser);
    const commands = [];
    for (;;) {
        const token = skipSpace(parser);
        if (token?.kind === end)
            break;
        if (token === undefined || !startsOperand(token)) {
            fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
            break;
        }
        const next = command(parser);
        const [first] = next.operands;
        if (commands.length > 0 && first !== undefined && NOT_EXECUTABLE.includes(first.kind)) {
            fail(parser, next.offset, 'what follows a pipe has to be a function or a method');
        }
        commands.push(next);
    }
    parser.at += 1;
    if (commands.length === 0)
        fail(parser, start, 'an action without a value');
    return variable === undefined ? { commands } : { variable, commands };
}
function declaration(parser) {
    const start = parser.at;
    const name = skipSpace(parser);
    if (name?.kind !== 'variable')
        return undefined;
    parser.at += 1;
    const operator = skipSpace(parser);
    if (operator?.kind === 'declare' || operator?.kind === 'assign') {
        parser.at += 1;
        parser.variables = [...parser.variables, name.text];
        return { name: name.text, declares: operator.kind === 'declare' };
    }
    parser.at = start;
    return undefined;
}
function startsOperand({ kind }) {
    return ['dot', 'field', 'variable', 'word', 'number', 'character', 'string', 'left'].includes(kind);
}
/** Reads operands up to a pipe, which belongs to the command, or to the end of the pipeline. */
function command(parser) {
    const offset = offsetOf(parser);
    const operands = [];
    for (;;) {
        const token = skipSpace(parser);
        if (token !== undefined && startsOperand(token))
            operands.push(operand(parser));
        const after = peek(parser);
        if (after?.kind === 'space') {
            parser.at += 1;
            continue;
        }
        if (after?.kind === 'pipe')
            parser.at += 1;
        else if (after?.kind !== 'close' && after?.kind !== 'right') {
            fail(parser, offsetOf(parser), `unexpected \`${after?.text ?? 'end'}\` behind a value`);
        }
        return { offset, operands };
    }
}
function operand(parser) {
    const offset = offsetOf(parser);
    const term = readTerm(parser);
    const names = [];
    for (let token = peek(parser); token?.kind === 'field'; token = peek(parser)) {
        names.push(token.text.slice(1));
        parser.at += 1;
    }
    if (names.length === 0)
        return term;
    if (term.kind === 'field' || term.kind === 'variable' || term.kind === 'group') {
        return { ...term, names: [...term.names, ...names] };
    }
    if (term.kind === 'function') {
        return { kind: 'group', pipeline: { commands: [{ offset, operands: [term] }] }, names, offset };
    }
    fail(parser, offset, 'a constant has no fields');
    return term;
}
function readTerm(parser) {
    const token = peek(parser);
    const nil = { kind: 'nil' };
    if (token === undefined)
        return nil;
    const { text, offset } = token;
    parser.at += 1;
    switch (token.kind) {
        case 'dot':
            return { kind: 'dot' };
        case 'field':
            return { kind: 'field', names: [text.slice(1)], offset };
        case 'variable':
            if (!parser.variables.includes(text))
                fail(parser, offset, `variable \`${text}\` is not declared`);
            return { kind: 'variable', name: text, names: [], offset };
        case 'left': {
            const inner = nested(parser, () => pipeline(parser, 'right'));
            return inner === undefined ? nil : { kind: 'group', pipeline: inner, names: [], offset };
        }
        case 'word':
            if (text === 'nil')
                return nil;
            if (text === 'true' || text === 'false')
                return { kind: 'bool', value: text === 'true' };
            if (!isFunction(text))
                fail(parser, offset, `there is no function \`${text}\``);
            return { kind: 'function', name: text, offset };
        default: {
            const constant = literal(token);
            if (constant === undefined)
                fail(parser, offset, `\`${text.slice(0, 40)}\` is malformed`);
            return constant ?? nil;
        }
    }
}
function literal({ kind, text }) {
    if (kind === 'number')
        return goNumber(text);
    if (kind === 'character') {
        const code = goCharacter(text);
        return code === undefined ? undefined : { kind: 'int', value: BigInt(code) };
    }
    const value = goString(text);
    return value === undefined ? undefined : { kind: 'string', value };
}

;// CONCATENATED MODULE: ./build/template/go-template.js




/**
 * Renders a template over fields (`.Branch` is `fields.Branch`), as Go did for CodeShip (codeship.md 4.3).
 * An unknown field is an error, as in Go only where it is reached.
 */
function renderTemplate(template, fields) {
    const root = { kind: 'fields' };
    const rendering = {
        fields: new Map(Object.entries(fields).map(([name, value]) => [name, fieldValue(value)])),
        longest: LONGEST_TEXT,
        variables: [{ name: '$', value: root }],
        text: '',
    };
    const failed = renderNodes(rendering, template.nodes, root);
    if (failed === undefined)
        return { ok: true, text: rendering.text };
    return { ok: false, error: failed.error ?? { offset: 0, message: failed.message } };
}
function fieldValue(value) {
    switch (typeof value) {
        case 'string':
            return stringValue(value);
        case 'boolean':
            return boolValue(value);
        case 'bigint':
            return intValue(value);
        case 'number':
            return Number.isInteger(value) ? intValue(value) : { kind: 'float', value };
        default:
            return { kind: 'time', time: value };
    }
}
/** The names of all fields that a template may read, in any of its branches. */
function templateFields(template) {
    const names = new Set();
    addNodes(names, template.nodes, true);
    return names;
}
/** `root` says that the dot holds all fields; inside of `with` it doesn't. */
function addNodes(names, nodes, root) {
    for (const node of nodes) {
        if (node.kind === 'text')
            continue;
        addPipeline(names, node.pipeline, root);
        if (node.kind === 'action')
            continue;
        addNodes(names, node.body, root && (node.kind === 'if' || isRoot(node.pipeline)));
        addNodes(names, node.otherwise, root);
    }
}
function isRoot({ commands }) {
    const operands = commands.flatMap((command) => command.operands);
    const [only] = operands;
    return (operands.length === 1 && only !== undefined && (only.kind === 'dot' || only.kind === 'variable'));
}
function addPipeline(names, pipeline, root) {
    for (const { operands } of pipeline.commands)
        for (const operand of operands)
            addOperand(names, operand, root);
}
function addOperand(names, operand, root) {
    if (operand.kind === 'group')
        addPipeline(names, operand.pipeline, root);
    const [first] = 'names' in operand ? operand.names : [];
    if (first === undefined)
        return;
    // A variable may hold all fields, as `$` does.
    if (operand.kind === 'variable' || (operand.kind === 'field' && root))
        names.add(first);
    if (operand.kind === 'group')
        names.add(first);
}

;// CONCATENATED MODULE: ./build/variables/codeship-template.js
// The fields of CodeShip's Go templates, in `image_tag` and in build arguments (codeship.md 4.3).
const variable = (meaning, name) => ({
    meaning,
    source: { kind: 'variable', name },
    inBuildArguments: true,
});
const codeshipTemplateFields = {
    ProjectID: variable("The project's id.", 'CI_PROJECT_ID'),
    BuildID: variable("The build's id.", 'CI_BUILD_ID'),
    RepoName: variable('The name of the repository.', 'CI_REPO_NAME'),
    Branch: variable('The branch, or the tag on builds of tags.', 'CI_BRANCH'),
    CommitID: variable('The full hash of the commit.', 'CI_COMMIT_ID'),
    Commit: variable('The name of CommitID until jet 0.7.10.', 'CI_COMMIT_ID'),
    CommitMessage: variable('The message of the commit.', 'CI_COMMIT_MESSAGE'),
    CommitDescription: variable('What `git describe` says.', 'CI_COMMIT_DESCRIPTION'),
    CommitterName: variable('The name of the committer.', 'CI_COMMITTER_NAME'),
    CommitterEmail: variable('The e-mail address of the committer.', 'CI_COMMITTER_EMAIL'),
    CommitterUsername: variable('The account of the committer.', 'CI_COMMITTER_USERNAME'),
    Time: {
        meaning: 'The time of the build, with the methods of a Go time.',
        source: { kind: 'build-time' },
        inBuildArguments: true,
    },
    Timestamp: variable('The time of the build in seconds since 1970.', 'CI_TIMESTAMP'),
    StringTime: variable('The time of the build as text.', 'CI_STRING_TIME'),
    StepName: {
        meaning: 'The name of the push step.',
        source: { kind: 'step', key: 'name' },
        inBuildArguments: false,
    },
    ServiceName: {
        meaning: 'The name of the service.',
        source: { kind: 'step', key: 'service' },
        inBuildArguments: false,
    },
    ImageName: {
        meaning: 'The name of the image.',
        source: { kind: 'step', key: 'image_name' },
        inBuildArguments: false,
    },
    Ci: {
        meaning: 'The word true.',
        source: { kind: 'literal', value: 'true' },
        inBuildArguments: true,
    },
    CiName: {
        meaning: 'The word codeship.',
        source: { kind: 'literal', value: 'codeship' },
        inBuildArguments: false,
    },
};

;// CONCATENATED MODULE: ./build/actions/build-time.js
// The time of the build: one for the whole job, whichever action asks first (codeship.md 4.3: Time, Timestamp, StringTime).
/** Milliseconds since 1970, whole seconds. The first call of a job settles it in a file below `temporaryFolder`. */
function buildTime(host) {
    // A machine that is kept may not empty the folder: the name tells runs, attempts and jobs apart.
    const job = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'].map((name) => (host.env[name] ?? '').replace(/[^A-Za-z0-9_-]/g, ''));
    const folder = host.temporaryFolder;
    const file = `${folder}/transship-build-time-${job.join('-')}`;
    const settled = /^([0-9]{1,12})\n$/.exec(host.files.read(file) ?? '')?.[1];
    if (settled !== undefined)
        return Number(settled) * 1000;
    const seconds = Math.floor(host.now() / 1000);
    if (host.files.list(folder) === undefined)
        host.files.makeFolder(folder);
    host.files.write(file, `${seconds}\n`);
    return seconds * 1000;
}
/** The form of Go's `Time.String` in UTC. */
function build_time_timeText(milliseconds) {
    const iso = new Date(milliseconds).toISOString();
    return `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000 UTC`;
}

;// CONCATENATED MODULE: ./build/actions/commit-history.js
// What git knows about the commit that is built.
/** Asks git in the workspace. `commit` is a full hash; undefined means what is checked out. */
function commitHistory(host, commit = 'HEAD') {
    const workspace = host.env['GITHUB_WORKSPACE'] || '.';
    const git = async (...args) => {
        const result = await host.exec('git', 
        // In a job container the checkout belongs to another user, which git distrusts unless told.
        ['-c', `safe.directory=${workspace}`, '-c', 'core.fsmonitor=false', '-C', workspace, ...args], { env: gitEnvironment(host.env) });
        if (result.kind === 'not-found') {
            return refuse('git was not found on this machine.', 'Install git on the machine, or in the image of the job.');
        }
        if (result.exitCode === 0)
            return { ok: true, value: result.stdout.replace(/\n+$/, '') };
        return refuse(`git ${args[0]} failed: ${result.stderr.trim() || `exit code ${result.exitCode}`}`);
    };
    let checked;
    const check = () => {
        checked ??= (async () => {
            const inside = await git('rev-parse', '--is-inside-work-tree');
            if (!inside.ok) {
                return inside.failure.remedy === undefined
                    ? refuse('There is no checkout to ask for the commit.', 'Put a step with actions/checkout before this one.')
                    : inside;
            }
            const present = await git('cat-file', '-e', `${commit}^{commit}`);
            return present.ok
                ? present
                : refuse(`The commit ${commit} is not in the checkout.`, 'Give actions/checkout `fetch-depth: 0`, or 2 where only the commit itself is asked for: on pull requests it lies one step behind the merge.');
        })();
        return checked;
    };
    const afterCheck = async (ask) => {
        const state = await check();
        return state.ok ? ask() : state;
    };
    return {
        show: (format) => afterCheck(() => git('log', '-1', '--no-show-signature', '--no-color', '--encoding=UTF-8', `--format=${format}`, commit, '--')),
        describe: () => afterCheck(async () => {
            const exact = await git('describe', '--abbrev=1', '--tags', '--exact-match', commit);
            if (exact.ok)
                return exact;
            const shallow = await git('rev-parse', '--is-shallow-repository');
            if (shallow.ok && shallow.value === 'true') {
                return refuse('The history is cut off, so git cannot tell the nearest tag.', 'Give actions/checkout `fetch-depth: 0`, which brings history and tags.');
            }
            return git('describe', '--abbrev=1', '--tags', '--always', commit);
        }),
    };
}
/** Without our inputs: the key is for nobody else. Messages in one language. */
function gitEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'));
    return {
        ...Object.fromEntries(kept),
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
    };
}
function refuse(message, remedy) {
    return { ok: false, failure: remedy === undefined ? { message } : { message, remedy } };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/actions/computed-variables.js
// The predefined variables that only the running job can compute: one row each.



const given = (value) => ({ ok: true, value });
/** The payload of a push has the commit itself; git answers for every other event. */
const ofCommit = (property, format) => async ({ event, history, host }) => {
    const pushed = event('head_commit.id') === host.env['GITHUB_SHA'];
    const value = pushed ? event(`head_commit.${property}`) : undefined;
    return value === undefined ? history.show(format) : given(value);
};
const message = ofCommit('message', '%B');
const committerName = ofCommit('committer.name', '%cn');
const jobNumber = ({ jobIndex }) => /^[0-9]{1,6}$/.test(jobIndex)
    ? given(String(Number(jobIndex) + 1))
    : {
        ok: false,
        failure: {
            message: `The place of the job in its matrix is not known: job-index is "${jobIndex}".`,
            remedy: 'Leave the input job-index out: its default is `${{ strategy.job-index }}`. A runner that does not know that expression (act) needs a number, 0 where there is no matrix.',
        },
    };
const folder = (name) => ({ host }) => {
    const made = external_node_path_.join(host.temporaryFolder, name);
    host.files.makeFolder(made, 0o755);
    return given(made);
};
/** One row for each row of the tables that is `computed`. */
const computations = {
    COMMIT_MESSAGE: (facts) => {
        const title = facts.event('pull_request.title');
        return title === undefined ? message(facts) : given(title);
    },
    COMMITTER: committerName,
    LAST_AUTHOR: ofCommit('author.name', '%an'),
    JOB_NUMBER: jobNumber,
    SHIPPABLE_JOB_NUMBER: jobNumber,
    SHIPPABLE_JOB_ID: jobNumber,
    TRAVIS_JOB_NUMBER: jobNumber,
    SHIPPABLE_ARTIFACTS_DIR: folder('shippableci'),
    SHIPPABLE_DATA_DIR: folder('shippable-data'),
    SHIPPABLE_GOPATH: ({ host }) => given(host.env['HOME'] || external_node_os_.homedir()),
    CI_COMMIT_MESSAGE: message,
    CI_MESSAGE: message,
    CI_COMMIT_DESCRIPTION: ({ history }) => history.describe(),
    CI_COMMITTER_NAME: committerName,
    CI_COMMITTER_EMAIL: ofCommit('committer.email', '%ce'),
    CI_TIMESTAMP: ({ host }) => given(String(buildTime(host) / 1000)),
    CI_STRING_TIME: ({ host }) => given(build_time_timeText(buildTime(host))),
};

// EXTERNAL MODULE: ./build/actions/event.js
var actions_event = __webpack_require__(9872);
// EXTERNAL MODULE: ./build/actions/ref-condition.js + 3 modules
var ref_condition = __webpack_require__(5180);
;// CONCATENATED MODULE: ./build/actions/template.js
// Go templates of CodeShip in the inputs of actions, with the values that the runner knows (codeship.md 4.3).







const isTemplate = (text) => text.includes('{{');
/**
 * Reads texts that may be templates and finds out the values of the fields that they name; nothing is asked of git
 * for a field that none of them names.
 */
async function readTemplates(host, texts) {
    const parsed = new Map();
    const names = new Set();
    for (const text of texts.filter(isTemplate)) {
        const result = parseTemplate(text);
        parsed.set(text, result.ok ? result.template : result.error.message);
        if (result.ok)
            for (const name of templateFields(result.template))
                names.add(name);
    }
    const values = {};
    const failures = [];
    for (const name of names) {
        const value = await template_fieldValue(host, name);
        if (value === undefined)
            continue;
        if (value.ok)
            values[name] = value.value;
        else
            failures.push({
                ...value.failure,
                message: `Template field .${name}: ${value.failure.message}`,
            });
    }
    const render = (text, step = {}) => {
        const template = parsed.get(text);
        if (template === undefined)
            return { ok: true, text };
        if (typeof template === 'string')
            return { ok: false, message: template };
        const own = {
            StepName: step.name ?? '',
            ServiceName: step.service ?? '',
            ImageName: step.image_name ?? '',
        };
        const result = renderTemplate(template, { ...values, ...own });
        return result.ok ? result : { ok: false, message: result.error.message };
    };
    return { templates: { render }, failures };
}
/** Undefined for names that are no field, and for those of the step: rendering says the rest. */
async function template_fieldValue(host, name) {
    const source = Object.hasOwn(codeshipTemplateFields, name)
        ? codeshipTemplateFields[name]?.source
        : undefined;
    switch (source?.kind) {
        case undefined:
        case 'step':
            return undefined;
        case 'literal':
            return { ok: true, value: source.value };
        case 'build-time':
            return { ok: true, value: { unixSeconds: buildTime(host) / 1000 } };
        case 'variable': {
            const found = await variableValue(host, source.name);
            // A number, so that `printf "%d"` and comparisons work.
            const seconds = name === 'Timestamp' && found.ok ? Number(found.value) : Number.NaN;
            return Number.isInteger(seconds) ? { ok: true, value: seconds } : found;
        }
    }
}
/** A variable that a step before exported counts; else what the runner and git say. */
async function variableValue(host, name) {
    const exported = host.env[name];
    if (exported !== undefined && exported !== '')
        return { ok: true, value: exported };
    const payload = (0,actions_event/* eventPayload */.Z3)(host);
    const event = (path) => (0,actions_event/* eventText */.cj)(payload, path);
    const compute = Object.hasOwn(computations, name) ? computations[name] : undefined;
    if (compute !== undefined) {
        const history = commitHistory(host, (0,actions_event/* builtCommit */.Mm)(host, payload));
        return compute({ host, history, event, jobIndex: '' });
    }
    const known = {
        CI_PROJECT_ID: host.env['GITHUB_REPOSITORY_ID'],
        CI_BUILD_ID: host.env['GITHUB_RUN_ID'],
        CI_REPO_NAME: host.env['GITHUB_REPOSITORY']?.split('/').at(-1),
        CI_BRANCH: (0,ref_condition/* builtRefs */.l)(host.env).codeship,
        CI_COMMIT_ID: (0,actions_event/* builtCommit */.Mm)(host, payload),
        CI_COMMITTER_USERNAME: event('head_commit.committer.username') ?? host.env['GITHUB_ACTOR'],
    };
    const value = known[name];
    if (value !== undefined && value !== '')
        return { ok: true, value };
    return {
        ok: false,
        failure: {
            message: `the runner does not say what ${name} is.`,
            remedy: `Set ${name} under \`env:\`.`,
        },
    };
}


/***/ })

};
