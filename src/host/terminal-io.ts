// The real streams of the command line: written at once, and silent once the reader has gone (`| head`).

import fs from 'node:fs';
import type { Io } from '../ground/io.ts';
import { terminal } from './builtin-module.ts';
import { writeAll } from './standard-output.ts';

export function terminalIo(env: Io['env'] = process.env): Io {
  // https://no-color.org and https://force-color.org: a variable that is there and not empty; `FORCE_COLOR=0` is off.
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const mayColor = !NO_COLOR && FORCE_COLOR !== '0' && TERM !== 'dumb';
  const colors = (descriptor: 1 | 2): boolean =>
    !NO_COLOR && (isForced || (mayColor && isTerminal(descriptor)));
  return {
    stdout: writer(1),
    stderr: writer(2),
    stdin: () => fs.readFileSync(0),
    readLine: lineReader(0),
    env,
    folder: process.cwd(),
    color: { stdout: colors(1), stderr: colors(2) },
  };
}

/** Most runs have no terminal, and need not load what asks for one. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const status = fs.fstatSync(descriptor);
    if (!status.isCharacterDevice()) return false;
    if (status.rdev === fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false;
  } catch {
    // Closed, or a handle of Windows that cannot be asked so.
  }
  return terminal().isatty(descriptor);
}

function writer(descriptor: 1 | 2): (text: string) => void {
  let open = true;
  return (text) => {
    if (!open || text === '') return;
    try {
      writeAll(descriptor, Buffer.from(text));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      open = false;
    }
  };
}

/** Lines as they come, without waiting for the end of the input. */
function lineReader(descriptor: 0): () => string | undefined {
  let rest = Buffer.alloc(0);
  let ended = false;
  return () => {
    for (;;) {
      const end = rest.indexOf(10);
      if (end >= 0 || (ended && rest.length > 0)) {
        const line = rest.subarray(0, end < 0 ? undefined : end).toString('utf8');
        rest = end < 0 ? Buffer.alloc(0) : rest.subarray(end + 1);
        return line.replace(/\r$/, '');
      }
      if (ended) return undefined;
      const chunk = Buffer.alloc(65_536);
      const count = readSome(descriptor, chunk);
      ended = count === 0;
      rest = Buffer.concat([rest, chunk.subarray(0, count)]);
    }
  };
}

/** A terminal that another program made non-blocking has nothing for the moment. */
function readSome(descriptor: 0, into: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}
