// How much a piece of code does, counted and not timed: a machine under load runs slower, but never more.

import { Session } from 'node:inspector/promises';

const source = new URL('../src/', import.meta.url).pathname;

/**
 * How many blocks of the project's own code run: bodies of functions, loops and branches, each as often as it is entered.
 * The same input gives the same number on every machine. What regular expressions and other built-ins do inside is not
 * counted: the limit of a test's time stands guard there.
 */
export async function workOf(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.includes(source))
      .flatMap(({ functions }) => functions)
      .flatMap(({ ranges }) => ranges)
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
