// Which cases run side by side: three at once, but of those that would disturb each other one.

import type { EquivalenceCase } from './case.ts';

const atOnce = 3;

export type Finished<R> = { readonly comparisons: R; readonly seconds: number };

/**
 * Starts all cases, each as soon as there is room for it. Projects of CodeShip give images and networks names of
 * their own, as on a machine that has nothing else; cases marked `alone` use a port or a folder that exists once.
 */
export function schedule<R>(
  cases: readonly EquivalenceCase[],
  work: (of: EquivalenceCase) => Promise<R>,
): readonly (readonly [EquivalenceCase, Promise<Finished<R>>])[] {
  const room = semaphore(atOnce);
  const locks = { codeship: semaphore(1), alone: semaphore(1) };
  return cases.map((of) => {
    const run = async (): Promise<Finished<R>> => {
      const start = Date.now();
      const comparisons = await work(of);
      return { comparisons, seconds: (Date.now() - start) / 1000 };
    };
    const inRoom = () => room(run);
    const key = of.system === 'codeship' ? 'codeship' : of.alone ? 'alone' : undefined;
    return [of, key === undefined ? inRoom() : locks[key](inRoom)];
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
