// Which cases run side by side: three at once, but one of those that use what a machine has once.

import { withMachineLock } from '../e2e/setup/machine-lock.ts';

const atOnce = 3;

export type Finished<R> = { readonly comparisons: R; readonly seconds: number };

type Case = { readonly name: string; readonly alone: boolean };

/**
 * Starts all cases, each as soon as there is room for it; those marked `alone` one after the other, also where several
 * test files run at the same time.
 */
export function schedule<C extends Case, R>(
  cases: readonly C[],
  work: (of: C) => Promise<R>,
): readonly (readonly [C, Promise<Finished<R>>])[] {
  const room = semaphore(atOnce);
  const alone = semaphore(1);
  return cases.map((of) => {
    const run = async (): Promise<Finished<R>> => {
      const start = Date.now();
      const comparisons = await work(of);
      if (process.env['EQUIVALENCE'] !== undefined)
        process.stderr.write(`${of.name} ${(Date.now() - start) / 1000} s\n`);
      return { comparisons, seconds: (Date.now() - start) / 1000 };
    };
    const inRoom = () => room(run);
    return [of, of.alone ? alone(() => withMachineLock('alone', inRoom)) : inRoom()];
  });
}

type Semaphore = <T>(work: () => Promise<T>) => Promise<T>;

function semaphore(places: number): Semaphore {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
