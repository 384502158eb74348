// Go's times and their layouts.

/** Go's `time.Time` in UTC, which is what CodeShip's machines ran in. */
export type GoTime = {
  /** Since 1970, whole seconds. */
  readonly unixSeconds: number;
};

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const daySeconds = 86_400;

/** The parts of a moment; `month` from 1, `weekday` from 0 for Sunday, `yearDay` from 1. */
export type Clock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearDay: number;
};

/** JavaScript's dates end 275,000 years from now in both directions. */
const largestSeconds = 8.64e12;

export function clock({ unixSeconds }: GoTime): Clock {
  const seconds = Number.isFinite(unixSeconds) ? Math.floor(unixSeconds) : 0;
  const date = new Date(Math.max(-largestSeconds, Math.min(largestSeconds, seconds)) * 1000);
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
    yearDay: Math.floor((date.getTime() - newYear.getTime()) / 1000 / daySeconds) + 1,
  };
}

export function monthName(month: number): string {
  return months[month - 1] ?? `%!Month(${month})`;
}

export function dayName(weekday: number): string {
  return days[weekday] ?? `%!Weekday(${weekday})`;
}

/** What Go prints for a time without a layout. */
export function timeText(time: GoTime): string {
  return formatTime(time, '2006-01-02 15:04:05.999999999 -0700 MST');
}

function padded(value: number, width: number, fill = '0'): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, fill)}`;
}

/** Elements of Go's layouts. Longer ones come first; `at` sees the clock. Time zone: UTC. */
const elements: readonly (readonly [RegExp, (at: Clock, found: string) => string])[] = [
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

function twelve(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

/** Go's `Time.Format` in UTC. Seconds have no fraction. */
export function formatTime(time: GoTime, layout: string): string {
  const at = clock(time);
  let text = '';
  let position = 0;
  while (position < layout.length) {
    const element = elements.find(([pattern]) => {
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
