// `transship encrypt FILE`: writes a file as CodeShip's own tool did, in the one format whose reading is proven.

import type { SecretFiles } from '../ground/secret-files.ts';
import { secretFiles } from '../host/secret-files.ts';
import { ivLength } from '../secret/cipher.ts';
import { cleanText } from '../secret/clean-text.ts';
import { openEncrypted, seal } from '../secret/encrypted-file.ts';
import type { OptionRow } from './command-row.ts';
import type { Program } from './program.ts';
import { complain, deliver, readInput, readKey, secretOptions, warn } from './secret-files.ts';

export const encryptOptions: readonly OptionRow[] = secretOptions;

const encryptWith =
  (files: SecretFiles): Program =>
  async (line, io) => {
    const key = readKey(line, io, files);
    const plain = readInput(line, io, files);
    if (key === undefined || plain === undefined) return 1;
    const sealed = seal(plain, key, files.randomBytes(ivLength));
    if (!sealed.ok) {
      complain(io, sealed.message);
      return 1;
    }
    const text = cleanText(plain);
    if (text === undefined) {
      warn(
        io,
        'this is not text: only `transship decrypt --binary` opens it again, not the action prepare',
      );
    } else if (text !== '' && openEncrypted(text, key).ok) {
      complain(
        io,
        'this file is encrypted already, with the same key',
        'decrypt it first, or name the plain file',
      );
      return 1;
    }
    return deliver({ bytes: Buffer.from(sealed.text), text: sealed.text }, line, io, files);
  };

export const encryptProgram: Program = encryptWith(secretFiles);
