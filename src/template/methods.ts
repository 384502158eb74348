// The methods of a time, a month and a day of the week.

import { clock, dayName, formatTime, type GoTime, monthName, timeText } from './time.ts';
import { boolValue, failure, intValue, type Result, stringValue, type Value } from './value.ts';

const nanoseconds = 1_000_000_000n;
/** The first year of Go's own calendar, whose start counts as no time at all. */
const zeroTime = -62_135_596_800;

/** The methods of `time.Time` that take no argument and give one value. Times are UTC. */
const timeMethods: Readonly<Record<string, (time: GoTime) => Value>> = {
  Unix: (time) => intValue(seconds(time), 'int64'),
  UnixMilli: (time) => intValue(seconds(time) * 1_000n, 'int64'),
  UnixMicro: (time) => intValue(seconds(time) * 1_000_000n, 'int64'),
  UnixNano: (time) => intValue(seconds(time) * nanoseconds, 'int64'),
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
  IsZero: (time) => boolValue(time.unixSeconds === zeroTime),
};

function seconds({ unixSeconds }: GoTime): bigint {
  return BigInt(Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0);
}

function named(value: number, type: string, text: string): Value {
  return { kind: 'int', value: BigInt(value), type, text };
}

export function hasMethods(value: Value): boolean {
  return value.kind === 'time' || (value.kind === 'int' && value.text !== undefined);
}

/** Calls a method of a time, a month or a day of the week. */
export function callMethod(value: Value, name: string, values: readonly Value[]): Result {
  if (value.kind === 'time' && name === 'Format') {
    const [layout] = values;
    if (values.length !== 1 || layout?.kind !== 'string')
      return failure('`Format` takes one layout');
    return stringValue(formatTime(value.time, layout.value));
  }
  const text = value.kind === 'int' && name === 'String' ? value.text : undefined;
  const method =
    value.kind === 'time' && Object.hasOwn(timeMethods, name) ? timeMethods[name] : undefined;
  if (text === undefined && method === undefined)
    return failure(`there is no method \`${name}\` here`);
  if (values.length > 0) return failure(`\`${name}\` takes no arguments`);
  if (value.kind === 'time' && method !== undefined) return method(value.time);
  return stringValue(text ?? '');
}
