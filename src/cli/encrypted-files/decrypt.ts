// `transship decrypt FILE [OUT]`: opens a file that CodeShip encrypted, on the user's own machine.

import path from 'node:path';
import { envFileWarnings } from '../../format/env-file.ts';
import type { Io } from '../../ground/io.ts';
import type { SecretFiles } from '../../ground/secret-files.ts';
import { secretFiles } from '../../host/files/secret-files.ts';
import { cleanText } from '../../secret/clean-text.ts';
import { guessUnconfirmed, type OpenFailure, openEncrypted } from '../../secret/encrypted-file.ts';
import { readProjectKey } from '../../secret/project-key.ts';
import { NotV1, openPieces } from '../../secret/streams.ts';
import type { OptionRow } from '../command-row.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import {
  complain,
  deliver,
  isLarge,
  outputOf,
  readInput,
  readKey,
  secretOptions,
  settled,
  twoOutputs,
  warn,
} from './secret-files.ts';

export const decryptOptions: readonly OptionRow[] = [
  ...secretOptions,
  { name: 'binary', summary: 'Accept a result that is not text; a wrong key is then not detected' },
  {
    name: 'unverified',
    summary:
      'For codeship:v2 and cloudbees:v1: show a result that looks like text even if no checksum confirms it',
  },
];

const decryptWith =
  (files: SecretFiles): Program =>
  async (line, io) => {
    const twice = twoOutputs(line);
    if (twice !== undefined) return wrongUsage(io, twice);
    const key = readKey(line, io, files);
    if (key === undefined) return 1;
    return decryptLarge(key, line, io, files) ?? decryptWhole(key, line, io, files);
  };

function decryptWhole(key: string, line: CommandLine, io: Io, files: SecretFiles): ExitCode {
  const input = readInput(line, io, files);
  if (input === undefined) return 1;
  const text = Buffer.from(input).toString('utf8');
  const opened = openEncrypted(text, key, { allowBinary: 'binary' in line.options });
  if (opened.ok) return finish(opened.value.plain, line, io, files);
  if (
    'unverified' in line.options &&
    (opened.failure.code === 'unconfirmed' || opened.failure.code === 'wrong-key')
  ) {
    return deliverGuess(text, key, opened.failure, { line, io, files });
  }
  complain(io, opened.failure.message);
  return 1;
}

/** A large file goes through piece by piece where it is v1 and text; undefined where it must be looked at as a whole. */
function decryptLarge(
  keyText: string,
  line: CommandLine,
  io: Io,
  files: SecretFiles,
): ExitCode | undefined {
  const out = outputOf(line);
  const [name = '-'] = line.arguments;
  const from = path.resolve(io.folder, name);
  const read = readProjectKey(keyText);
  if (name === '-' || out === undefined || !read.ok || !isLarge(from, files)) return undefined;
  try {
    const written = files.transform(
      from,
      path.resolve(io.folder, out),
      'force' in line.options,
      (pieces) => openPieces(read.value, pieces),
    );
    return settled(written, out, io);
  } catch (error) {
    if (error instanceof NotV1) return undefined;
    throw error;
  }
}

export const decryptProgram: Program = decryptWith(secretFiles);

function deliverGuess(
  text: string,
  key: string,
  failure: OpenFailure,
  { line, io, files }: { readonly line: CommandLine; readonly io: Io; readonly files: SecretFiles },
): ExitCode {
  const guessed = guessUnconfirmed(text, key);
  const guesses = guessed.ok ? guessed.value : [];
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
