// `transship decrypt FILE`: opens a file that CodeShip encrypted, on the user's own machine.

import { envFileWarnings } from '../format/env-file.ts';
import type { Io } from '../ground/io.ts';
import type { SecretFiles } from '../ground/secret-files.ts';
import { secretFiles } from '../host/secret-files.ts';
import { cleanText } from '../secret/clean-text.ts';
import { guessUnconfirmed, type OpenFailure, openEncrypted } from '../secret/encrypted-file.ts';
import type { OptionRow } from './command-row.ts';
import type { CommandLine, ExitCode, Program } from './program.ts';
import { complain, deliver, readInput, readKey, secretOptions, warn } from './secret-files.ts';

export const decryptOptions: readonly OptionRow[] = [
  ...secretOptions,
  { name: 'binary', summary: 'Accept a result that is no text; a wrong key is not noticed then' },
  {
    name: 'unverified',
    summary:
      'For codeship:v2 and cloudbees:v1: show what reads as text although no checksum confirms it',
  },
];

const decryptWith =
  (files: SecretFiles): Program =>
  async (line, io) => {
    const key = readKey(line, io, files);
    const input = readInput(line, io, files);
    if (key === undefined || input === undefined) return 1;
    const text = Buffer.from(input).toString('utf8');
    const opened = openEncrypted(text, key, { allowBinary: 'binary' in line.options });
    if (opened.ok) return finish(opened.plain, line, io, files);
    if (
      'unverified' in line.options &&
      (opened.code === 'unconfirmed' || opened.code === 'wrong-key')
    ) {
      return deliverGuess(text, key, opened, { line, io, files });
    }
    complain(io, opened.message);
    return 1;
  };

export const decryptProgram: Program = decryptWith(secretFiles);

function deliverGuess(
  text: string,
  key: string,
  failure: OpenFailure,
  { line, io, files }: { readonly line: CommandLine; readonly io: Io; readonly files: SecretFiles },
): ExitCode {
  const guessed = guessUnconfirmed(text, key);
  const guesses = guessed.ok ? guessed.guesses : [];
  const [only] = guesses;
  if (only === undefined || guesses.length > 1) {
    const found = guesses.map(({ layout }) => layout).join(', ');
    complain(
      io,
      failure.message,
      found === ''
        ? 'no layout gives readable text either'
        : `several layouts give readable text: ${found}`,
    );
    return 1;
  }
  warn(
    io,
    `NOT VERIFIED: no checksum confirms this result (layout ${only.layout}). Compare it with what you know of the file before you use it.`,
  );
  return finish(only.plain, line, io, files);
}

function finish(plain: Uint8Array, line: CommandLine, io: Io, files: SecretFiles): ExitCode {
  const text = cleanText(plain);
  for (const { message } of envFileWarnings(text ?? '')) warn(io, message);
  return deliver({ bytes: plain, text }, line, io, files);
}
