// The worker as a function that forgets what was overtaken: while one conversion runs, only the newest request waits.

import { createSender } from './changes.ts';
import type { FromWorker, PageFacts, PlaygroundInput, ToWorker } from './messages.ts';

export type Converter = {
  /** Asks for a conversion; `done` gets the newest answer only. */
  readonly convert: (input: PlaygroundInput) => void;
  /** The report of `convert --json` for an input. */
  readonly report: (input: PlaygroundInput) => Promise<string>;
};

export function createConverter(
  code: string,
  facts: PageFacts,
  done: (answer: FromWorker) => void,
): Converter {
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const reports = new Map<number, (text: string) => void>();
  const changesOf = createSender();
  let last = 0;
  let running: number | undefined;
  let waiting: PlaygroundInput | undefined;
  const send = (input: PlaygroundInput, report: boolean): number => {
    last++;
    worker.postMessage({ id: last, changes: changesOf(input), facts, report } satisfies ToWorker);
    return last;
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const wanted = reports.get(data.id);
    if (wanted !== undefined) {
      reports.delete(data.id);
      wanted(data.kind === 'converted' ? (data.report ?? '') : data.message);
      return;
    }
    running = undefined;
    const next = waiting;
    waiting = undefined;
    if (next === undefined) done(data);
    else running = send(next, false);
  };
  return {
    convert(input) {
      if (running === undefined) running = send(input, false);
      else waiting = input;
    },
    report: (input) => new Promise((resolve) => reports.set(send(input, true), resolve)),
  };
}
