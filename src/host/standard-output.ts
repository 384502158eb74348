// Standard output without `process.stdout`: written at once, so that nothing is lost when the process ends, and nothing to load.

import fs from 'node:fs';

export function print(line: string): void {
  writeAll(1, Buffer.from(`${line}\n`));
}

/** Writes all bytes, also to a pipe that is full for a moment. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += fs.writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
