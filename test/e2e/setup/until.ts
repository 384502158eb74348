import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something has come about, and tells whether it has. A loaded machine takes its time, so the limit is far
 * beyond what it takes on an idle one.
 */
export const until = async (
  reached: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<boolean> => {
  const end = performance.now() + seconds * 1000;
  while (!(await reached())) {
    if (performance.now() > end) return false;
    await sleep(50);
  }
  return true;
};
