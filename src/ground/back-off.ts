// How long to wait before something is tried again.

export type BackOff = {
  /** Milliseconds before the second try; each further wait is twice as long. */
  readonly first: number;
  /** Milliseconds that no wait exceeds. */
  readonly longest: number;
};

/**
 * Milliseconds to wait after a try: twice as many each time, with jitter down to one half, so that many who were
 * refused together do not come back together.
 *
 * @param attempt tries so far, from 1
 * @param random from 0 up to 1
 */
export function backOff({ first, longest }: BackOff, attempt: number, random: number): number {
  return Math.min(first * 2 ** (attempt - 1), longest) * (0.5 + random / 2);
}

/**
 * Milliseconds that an answer asks to wait; undefined where it asks nothing that can be read.
 *
 * @param value the header `Retry-After`: seconds or a date (RFC 9110, 10.2.3)
 * @param now milliseconds since 1970
 */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}

/** For the log: `2.5 s`. */
export const secondsText = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(1)} s`;
