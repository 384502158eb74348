/** Programs of Linux, as far as one has to know whether they need libraries. */

import fs from 'node:fs';

/** The type of a program header that names the loader (elf(5)). */
const interpreterHeader = 3;

/** The loader that an ELF program of 64 bits asks for, `none` where it stands alone; undefined for any other file. */
export function interpreterOf(program: string): string | 'none' | undefined {
  const file = fs.openSync(program, 'r');
  try {
    const head = Buffer.alloc(4096);
    const length = fs.readSync(file, head, 0, head.length, 0);
    // 64 bits, lowest byte first: what every machine with a runner has.
    if (length < 64 || head.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') return undefined;
    const first = Number(head.readBigUInt64LE(32));
    const [rowSize, rows] = [head.readUInt16LE(54), head.readUInt16LE(56)];
    for (let row = first; row < first + rows * rowSize && row + 56 <= length; row += rowSize) {
      if (head.readUInt32LE(row) !== interpreterHeader) continue;
      const name = Buffer.alloc(Number(head.readBigUInt64LE(row + 32)));
      fs.readSync(file, name, 0, name.length, Number(head.readBigUInt64LE(row + 8)));
      return name.toString('utf8').replace(/\0.*$/, '');
    }
    return 'none';
  } finally {
    fs.closeSync(file);
  }
}
