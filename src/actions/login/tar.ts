// The two tar streams that `docker cp` wants and gives: one folder, one file (POSIX ustar).

const block = 512;

/** The content of the one file in a stream. */
export function fileInTar(tar: string): string | undefined {
  const bytes = Buffer.from(tar, 'utf8');
  const isFile = bytes.length >= block && /[0\0]/.test(bytes.toString('latin1', 156, 157));
  const size = Number.parseInt(bytes.toString('latin1', 124, 136), 8);
  return isFile && Number.isInteger(size) ? bytes.toString('utf8', block, block + size) : undefined;
}

/** A stream with an empty folder that everybody may write to. */
export function openFolder(name: string): Uint8Array {
  const header = Buffer.alloc(block);
  const octal = (value: number, length: number): string =>
    `${value.toString(8).padStart(length, '0')}\0`;
  const fields: readonly (readonly [offset: number, text: string])[] = [
    [0, `${name}/`],
    [100, octal(0o777, 7)],
    [108, octal(0, 7)],
    [116, octal(0, 7)],
    [124, octal(0, 11)],
    [136, octal(0, 11)],
    // The checksum counts itself as spaces.
    [148, '        '],
    [156, '5'],
    [257, 'ustar\x0000'],
  ];
  for (const [offset, text] of fields) header.write(text, offset, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148, 'latin1');
  return Buffer.concat([header, Buffer.alloc(2 * block)]);
}
