// A line of standard input that a terminal does not show.

import { spawnSync } from 'node:child_process';
import tty from 'node:tty';
import type { Io } from '../../ground/io.ts';

export function hiddenLine(io: Io, question: string): string | undefined {
  io.stderr(question);
  const hides = tty.isatty(0) && echo(false);
  try {
    return io.readLine();
  } finally {
    if (hides) {
      echo(true);
      io.stderr('\n');
    }
  }
}

const echo = (on: boolean): boolean =>
  spawnSync('stty', [on ? 'echo' : '-echo'], { stdio: ['inherit', 'ignore', 'ignore'] }).status ===
  0;
