// `transship encrypt FILE [OUT]`: writes a file as CodeShip's own tool did, in the one format whose reading is proven.

import path from 'node:path';
import type { Io } from '../../ground/io.ts';
import type { SecretFiles } from '../../ground/secret-files.ts';
import { secretFiles } from '../../host/files/secret-files.ts';
import { ivLength } from '../../secret/cipher.ts';
import { cleanText } from '../../secret/clean-text.ts';
import { openEncrypted, seal } from '../../secret/encrypted-file.ts';
import { readProjectKey } from '../../secret/project-key.ts';
import { sealPieces } from '../../secret/streams.ts';
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

export const encryptOptions: readonly OptionRow[] = secretOptions;

const encryptWith =
  (files: SecretFiles): Program =>
  async (line, io) => {
    const twice = twoOutputs(line);
    if (twice !== undefined) return wrongUsage(io, twice);
    const key = readKey(line, io, files);
    if (key === undefined) return 1;
    const out = outputOf(line);
    const [name = '-'] = line.arguments;
    return name !== '-' && out !== undefined && isLarge(path.resolve(io.folder, name), files)
      ? encryptLarge(out, key, line, io, files)
      : encryptWhole(key, line, io, files);
  };

function encryptWhole(key: string, line: CommandLine, io: Io, files: SecretFiles): ExitCode {
  const plain = readInput(line, io, files);
  if (plain === undefined) return 1;
  const sealed = seal(plain, key, files.randomBytes(ivLength));
  if (!sealed.ok) {
    complain(io, sealed.failure.message);
    return 1;
  }
  const text = cleanText(plain);
  if (text === undefined) {
    warn(io, noText);
  } else if (text !== '' && openEncrypted(text, key).ok) {
    complain(
      io,
      'this file is encrypted already, with the same key',
      'decrypt it first, or name the plain file',
    );
    return 1;
  }
  return deliver({ bytes: Buffer.from(sealed.value), text: sealed.value }, line, io, files);
}

/** What is larger than any file of variables goes through piece by piece. */
function encryptLarge(
  out: string,
  keyText: string,
  line: CommandLine,
  io: Io,
  files: SecretFiles,
): ExitCode {
  const read = readProjectKey(keyText);
  if (!read.ok) {
    complain(io, read.failure.message);
    return 1;
  }
  const [name = '-'] = line.arguments;
  const written = files.transform(
    path.resolve(io.folder, name),
    path.resolve(io.folder, out),
    'force' in line.options,
    (pieces) => sealPieces(read.value, files.randomBytes(ivLength), pieces),
  );
  return settled(written, out, io);
}

const noText =
  'this is not text: only `transship decrypt --binary` opens it again, not the action prepare';

export const encryptProgram: Program = encryptWith(secretFiles);
