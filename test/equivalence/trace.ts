// The trace of a job: the lines of its console that begin with `> `, which the commands of a case write.

import type { Expected } from './case.ts';

const mark = '> ';

export const traceOf = (console: readonly string[]): readonly string[] =>
  console.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));

/** Every line of an expectation, in the order as written. */
export const linesOf = (expected: readonly Expected[]): readonly string[] =>
  expected.flatMap((item) => (typeof item === 'string' ? [item] : item.together.flat()));

/**
 * The trace with its free parts in the order of the expectation, where they are a permitted order; so that
 * what is left to tell apart is a difference.
 */
export function inExpectedOrder(
  actual: readonly string[],
  expected: readonly Expected[],
): readonly string[] {
  let at = 0;
  const ordered = expected.flatMap((item) => {
    const length = linesOf([item]).length;
    const part = actual.slice(at, at + length);
    at += length;
    return typeof item !== 'string' && isMerge(part, item.together) ? linesOf([item]) : part;
  });
  // What nobody expected is left at the end, also where nothing was expected.
  return [...ordered, ...actual.slice(at)];
}

/** Whether lines are those of all lanes, each lane in its own order. */
function isMerge(lines: readonly string[], lanes: readonly (readonly string[])[]): boolean {
  const [line, ...rest] = lines;
  if (line === undefined) return lanes.every((lane) => lane.length === 0);
  return lanes.some(
    (lane, index) => lane[0] === line && isMerge(rest, lanes.with(index, lane.slice(1))),
  );
}

/** How many lines differ: the least number of lines to put in, take out or change. */
export function differences(actual: readonly string[], expected: readonly string[]): number {
  let row = expected.map((_, index) => index + 1);
  actual.forEach((line, at) => {
    let diagonal = at;
    let left = at + 1;
    row = row.map((above, index) => {
      const cost = Math.min(above + 1, left + 1, diagonal + (line === expected[index] ? 0 : 1));
      diagonal = above;
      left = cost;
      return cost;
    });
  });
  return row.at(-1) ?? actual.length;
}
