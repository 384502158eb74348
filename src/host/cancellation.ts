// The wish of the runner, or of whoever started the step, to end it: SIGINT, and SIGTERM 7.5 seconds later (GitHub's
// runner kills after 2.5 more). Programs that we started get it as whole groups, nothing new is begun, and what is in
// flight gets a moment to end.

type Stop = () => void;

let listening = false;
let requested = false;
const waiting = new Set<Stop>();

/** From now on a signal does not end this process by itself: the program ends early and tells what was done. */
export function listenForCancellation(): void {
  if (listening) return;
  listening = true;
  const request = (): void => {
    requested = true;
    for (const stop of [...waiting]) stop();
    waiting.clear();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
}

/** Whether programs get groups of their own, which a signal to this process does not reach by itself. */
export const isListening = (): boolean => listening;

export const isCancelled = (): boolean => requested;

/** Calls back once when the end is asked for. The result forgets it. */
export function onCancellation(stop: Stop): () => void {
  waiting.add(stop);
  return () => waiting.delete(stop);
}

/** Resolves after so many milliseconds, or when the end is asked for. */
export function sleep(milliseconds: number): Promise<void> {
  if (requested) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const forget = onCancellation(end);
  });
}

/** What a program gives that is not started any more, or a request that is not sent. */
export const cancelledText = 'the job was cancelled';
