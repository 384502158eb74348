// The real files of `transship decrypt` and `transship encrypt`.

import fs from 'node:fs';
import path from 'node:path';
import { failedBy, ok } from '../../ground/result.ts';
import type { SecretFiles, SecretWriteResult } from '../../ground/secret-files.ts';
import { writeAll } from '../standard-output.ts';
import { reasonOf } from './repository.ts';

const pieceSize = 65_536;

export const secretFiles: SecretFiles = {
  read: (file) => {
    try {
      return ok(fs.readFileSync(file));
    } catch (error) {
      return failedBy(reasonOf(error));
    }
  },
  begin: (file, count) => {
    try {
      return withOpen(file, (descriptor) => {
        const bytes = Buffer.alloc(count);
        return bytes.subarray(0, fs.readSync(descriptor, bytes, 0, count, 0));
      });
    } catch {
      return undefined;
    }
  },
  exists: (file) => fs.existsSync(file),
  write: (file, bytes, replace) => writeFresh(file, replace, (fresh) => writeAll(fresh, bytes)),
  transform: (from, to, replace, work) =>
    writeFresh(to, replace, (fresh) =>
      withOpen(from, (descriptor) => {
        for (const piece of work(piecesOf(descriptor))) writeAll(fresh, piece);
      }),
    ),
  // The global loads node:crypto when it is first asked; a conversion reads a key and needs no random bytes.
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

/** Whole or not at all, with mode 0600. An error of the file system is a result; any other is thrown on. */
function writeFresh(
  file: string,
  replace: boolean,
  fill: (descriptor: number) => void,
): SecretWriteResult {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  let isOurs = false;
  try {
    // Looked at without following a link: what a link points to is never written.
    if (!replace && fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined)
      return { kind: 'exists' };
    const descriptor = fs.openSync(fresh, 'wx', 0o600);
    isOurs = true;
    try {
      fill(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(fresh, file);
    return { kind: 'written' };
  } catch (error) {
    if (isOurs) fs.rmSync(fresh, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function withOpen<T>(file: string, use: (descriptor: number) => T): T {
  const descriptor = fs.openSync(file, 'r');
  try {
    return use(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function* piecesOf(descriptor: number): Generator<Uint8Array> {
  for (;;) {
    const piece = Buffer.alloc(pieceSize);
    const count = fs.readSync(descriptor, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}
