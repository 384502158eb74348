// Puts generated files on disk: each whole or not at all, and never over a file that a person wrote or edited.

import fs from 'node:fs';
import path from 'node:path';
import { originOf } from '../../output/marker.ts';
import { makeFolders } from '../make-folders.ts';
import { reasonOf } from './repository.ts';

export type FileToWrite = { readonly path: string; readonly content: string };

/** What stands where a file is to be written. `blocked` says why nothing may be written there. */
export type DiskState =
  | { readonly kind: 'new' }
  | { readonly kind: 'equal' }
  | { readonly kind: 'ours' | 'edited' | 'foreign'; readonly text: string }
  | { readonly kind: 'blocked'; readonly reason: string };

export type PlannedFile = { readonly file: FileToWrite; readonly state: DiskState };

/** Looks at the disk without changing it. `folder` is absolute and need not exist. */
export function planFiles(folder: string, files: readonly FileToWrite[]): readonly PlannedFile[] {
  return files.map((file) => ({ file, state: stateOf(folder, file) }));
}

function stateOf(folder: string, file: FileToWrite): DiskState {
  try {
    const blocked = blockedBy(folder, file.path);
    if (blocked !== undefined) return { kind: 'blocked', reason: blocked };
    const at = path.join(folder, file.path);
    if (fs.lstatSync(at, { throwIfNoEntry: false }) === undefined) return { kind: 'new' };
    // A checkout on Windows may have given every line a carriage return.
    const text = fs.readFileSync(at, 'utf8').replaceAll('\r\n', '\n');
    return text === file.content ? { kind: 'equal' } : { kind: originOf(text), text };
  } catch (error) {
    return { kind: 'blocked', reason: `it could not be looked at (${reasonOf(error)})` };
  }
}

/** A link or a file on the way, or a folder at the end. */
function blockedBy(folder: string, file: string): string | undefined {
  const parts = file.split('/');
  let at = folder;
  for (const [index, part] of parts.entries()) {
    at = path.join(at, part);
    const stat = fs.lstatSync(at, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    const shown = parts.slice(0, index + 1).join('/');
    if (stat.isSymbolicLink()) {
      const isLast = index === parts.length - 1;
      if (isLast || !isInside(folder, at)) return `\`${shown}\` is a symbolic link`;
    } else if (index < parts.length - 1) {
      if (!stat.isDirectory()) return `\`${shown}\` is not a folder`;
    } else if (!stat.isFile()) return `\`${shown}\` is not a regular file`;
  }
  return undefined;
}

function isInside(folder: string, at: string): boolean {
  const real = fs.realpathSync(at);
  const root = fs.realpathSync(folder);
  return real === root || real.startsWith(root + path.sep);
}

/**
 * Writes one file by a temporary one beside it, so that a reader sees the old text or the new one.
 *
 * @returns what the system says where it refuses
 */
export function writeWhole(at: string, content: string): string | undefined {
  const fresh = path.join(path.dirname(at), `.${path.basename(at)}.${process.pid}.new`);
  try {
    makeFolders(path.dirname(at));
    fs.rmSync(fresh, { force: true });
    const descriptor = fs.openSync(fresh, 'wx', content.startsWith('#!') ? 0o755 : 0o644);
    try {
      fs.writeFileSync(descriptor, content);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(fresh, at);
    return undefined;
  } catch (error) {
    try {
      fs.rmSync(fresh, { force: true });
    } catch {
      // Where even that fails, the first reason is the one to tell.
    }
    return reasonOf(error);
  }
}

/** @returns what the system says where it refuses */
export function removeFile(at: string): string | undefined {
  try {
    fs.rmSync(at);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
