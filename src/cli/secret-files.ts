// What `decrypt` and `encrypt` share: where the key comes from, what they read, and where the result goes.

import path from 'node:path';
import type { Io } from '../ground/io.ts';
import type { SecretFiles } from '../ground/secret-files.ts';
import type { OptionRow } from './command-row.ts';
import type { CommandLine, ExitCode } from './program.ts';

export const secretOptions: readonly OptionRow[] = [
  {
    name: 'key-path',
    value: 'FILE',
    summary: 'The key; without it the variable CODESHIP_AES_KEY, else codeship.aes here',
  },
  {
    name: 'out',
    value: 'FILE',
    summary: 'Write to FILE, with mode 0600, instead of standard output',
  },
  { name: 'force', summary: 'Overwrite FILE of --out' },
];

/** Finds the text of the key. */
export function readKey(line: CommandLine, io: Io, files: SecretFiles): string | undefined {
  const named = line.options['key-path'];
  const variable = io.env['CODESHIP_AES_KEY'];
  if (named === undefined && variable) return variable;
  const file = named ?? 'codeship.aes';
  const at = path.resolve(io.folder, file);
  if (named === undefined && !files.exists(at)) {
    complain(
      io,
      'No AES key provided',
      'put codeship.aes here, name it with `--key-path`, or set CODESHIP_AES_KEY',
    );
    return undefined;
  }
  const read = files.read(at);
  if (read.kind === 'bytes') return Buffer.from(read.bytes).toString('utf8');
  complain(io, `the key \`${file}\` could not be read: ${read.reason}`);
  return undefined;
}

/** Reads the file that the command names; `-` is standard input. */
export function readInput(line: CommandLine, io: Io, files: SecretFiles): Uint8Array | undefined {
  const name = line.arguments[0] ?? '-';
  if (name === '-') return io.stdin();
  const read = files.read(path.resolve(io.folder, name));
  if (read.kind === 'bytes') return read.bytes;
  complain(io, `\`${name}\` could not be read: ${read.reason}`);
  return undefined;
}

/** Hands on the result; `text` is undefined for bytes that are no text, which only a file can take. */
export function deliver(
  result: { readonly bytes: Uint8Array; readonly text: string | undefined },
  line: CommandLine,
  io: Io,
  files: SecretFiles,
): ExitCode {
  const { out } = line.options;
  if (out === undefined) {
    if (result.text === undefined) {
      complain(io, 'the result is not text', 'give `--out FILE`');
      return 1;
    }
    io.stdout(result.text);
    return 0;
  }
  const written = files.write(path.resolve(io.folder, out), result.bytes, 'force' in line.options);
  switch (written.kind) {
    case 'written':
      return 0;
    case 'exists':
      complain(io, `\`${out}\` is there already`, 'give `--force` to overwrite it');
      return 1;
    case 'failed':
      complain(io, `\`${out}\` could not be written: ${written.reason}`);
      return 1;
  }
}

export function complain(io: Io, message: string, help?: string): void {
  io.stderr(`error: ${message}\n${help === undefined ? '' : `  = help: ${help}\n`}`);
}

export function warn(io: Io, message: string): void {
  io.stderr(`warning: ${message}\n`);
}
