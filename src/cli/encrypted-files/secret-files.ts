// What `decrypt` and `encrypt` share: where the key comes from, what they read, and where the result goes.

import path from 'node:path';
import type { Io } from '../../ground/io.ts';
import type { SecretFiles, SecretWriteResult } from '../../ground/secret-files.ts';
import type { OptionRow } from '../command-row.ts';
import type { CommandLine, ExitCode } from '../program.ts';

export const secretOptions: readonly OptionRow[] = [
  {
    name: 'key-path',
    value: 'FILE',
    summary: 'The key; without it the variable CODESHIP_AES_KEY, else codeship.aes here',
  },
  {
    name: 'out',
    value: 'FILE',
    summary: 'The same as a second argument: write to FILE, with mode 0600',
  },
  { name: 'force', summary: 'Overwrite an existing file' },
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
  if (read.ok) return Buffer.from(read.value).toString('utf8');
  complain(io, `the key \`${file}\` could not be read: ${read.failure}`);
  return undefined;
}

/** Where the result goes: the second argument, as CodeShip's own tool had it, or `--out`; `-` is standard output. */
export function outputOf({ arguments: [, second], options }: CommandLine): string | undefined {
  const out = second ?? options['out'];
  return out === '-' ? undefined : out;
}

/** Why a command line names two places for the result; undefined where it names one at most. */
export const twoOutputs = ({ arguments: [, second], options }: CommandLine): string | undefined =>
  second !== undefined && options['out'] !== undefined
    ? `the result cannot go to both \`${second}\` and \`${options['out']}\``
    : undefined;

/** Reads the file that the command names; `-` is standard input. */
export function readInput(line: CommandLine, io: Io, files: SecretFiles): Uint8Array | undefined {
  const name = line.arguments[0] ?? '-';
  if (name === '-') return io.stdin();
  const read = files.read(path.resolve(io.folder, name));
  if (read.ok) return read.value;
  complain(io, `\`${name}\` could not be read: ${read.failure}`);
  return undefined;
}

/** Bytes up to which a file is read whole: far more than any file of variables has. */
const wholeSize = 1_048_576;

export const isLarge = (file: string, files: SecretFiles): boolean =>
  (files.begin(file, wholeSize + 1)?.length ?? 0) > wholeSize;

/** Hands on the result; `text` is undefined for bytes that are no text, which only a file can take. */
export function deliver(
  result: { readonly bytes: Uint8Array; readonly text: string | undefined },
  line: CommandLine,
  io: Io,
  files: SecretFiles,
): ExitCode {
  const out = outputOf(line);
  if (out === undefined) {
    if (result.text === undefined) {
      complain(io, 'the result is not text', 'name a file for it as the second argument');
      return 1;
    }
    io.stdout(result.text);
    return 0;
  }
  return settled(
    files.write(path.resolve(io.folder, out), result.bytes, 'force' in line.options),
    out,
    io,
  );
}

/** Says why a file was not written. */
export function settled(written: SecretWriteResult, out: string, io: Io): ExitCode {
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
