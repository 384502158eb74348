// The real streams of the command line: written at once, and silent once the reader has gone (`| head`).

import fs from 'node:fs';
import tty from 'node:tty';
import type { Io } from '../ground/io.ts';
import { writeAll } from './standard-output.ts';

export function terminalIo(env: Io['env'] = process.env): Io {
  const mayColor = !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    stdout: writer(1),
    stderr: writer(2),
    stdin: () => fs.readFileSync(0),
    env,
    folder: process.cwd(),
    color: { stdout: mayColor && tty.isatty(1), stderr: mayColor && tty.isatty(2) },
  };
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
