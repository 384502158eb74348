// How far an audit is: one line that is written over on a terminal, and now and then a line in a log.

import { displayWidth, visible } from '../../ground/display-text.ts';
import type { Io } from '../../ground/io.ts';

export type Progress = {
  /** So many more are known of. */
  readonly start: (more: number) => void;
  readonly step: (name: string) => void;
  /** Takes the line away, so that something else can be written. */
  readonly end: () => void;
};

/** Milliseconds between two lines. */
const pauses = { terminal: 100, log: 15_000 };

export function startProgress(io: Io, now: () => number = Date.now): Progress {
  let total = 0;
  const begin = now();
  const isTerminal = io.color.stderr;
  let done = 0;
  let last = begin;
  const line = (name: string): string => {
    const spent = now() - begin;
    const left = done === 0 ? 0 : (spent / done) * (total - done);
    return `${done} of ${total} repositories, about ${timeText(left)} left: ${visible(name)}`;
  };
  return {
    start: (more) => {
      total += more;
    },
    step: (name) => {
      done++;
      const time = now();
      if (time - last < (isTerminal ? pauses.terminal : pauses.log)) return;
      last = time;
      if (isTerminal) io.stderr(`\r\u001B[K${cutTo(line(name), 79)}`);
      else io.stderr(`${line(name)}\n`);
    },
    end: () => {
      if (isTerminal) io.stderr('\r\u001B[K');
    },
  };
}

function cutTo(text: string, columns: number): string {
  let cut = text;
  while (displayWidth(cut) > columns) cut = cut.slice(0, -1);
  return cut;
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
