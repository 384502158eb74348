// State files on the disk of a job: read into a pack, written from one. Links are never followed.

import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../ground/result.ts';
import {
  badPath,
  largestState,
  packOfText,
  packText,
  type StateFile,
  type StatePack,
} from '../lines/state-pack.ts';
import { open, seal, shortestKey } from './seal.ts';

/**
 * The files of a folder with their modes, sorted. A link, or a path that can't be kept, is left out and said. A failure
 * where they are too many bytes.
 */
export function readStateFiles(
  name: string,
  folder: string,
  complain: (message: string) => void,
): Result<readonly StateFile[]> {
  const files: StateFile[] = [];
  let size = 0;
  const walk = (relative: string): boolean => {
    const entries = fs.readdirSync(path.join(folder, relative), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const at = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!walk(at)) return false;
        continue;
      }
      const bad = entry.isFile() ? badPath(at) : 'it is not a regular file';
      if (bad !== undefined) {
        complain(`${name}: ${JSON.stringify(at)} is left out of the state: ${bad}.`);
        continue;
      }
      const file = path.join(folder, at);
      const { mode, size: length } = fs.lstatSync(file);
      size += length;
      if (size > largestState) return false;
      files.push({ path: at, mode: mode & 0o777, bytes: fs.readFileSync(file) });
    }
    return true;
  };
  if (!fs.existsSync(folder)) return ok([]);
  return walk('')
    ? ok(files)
    : fail(
        `The state of ${name} has more than 1 MB, the most that Shippable kept.`,
        'Leave out what can be made anew, or keep it where it belongs: a Terraform state in a back end, build results in a registry.',
      );
}

/** Writes a pack into a folder that is there, and empty. */
export function writeStateFiles(folder: string, files: readonly StateFile[]): void {
  for (const { path: relative, mode, bytes } of files) {
    const file = path.join(folder, relative);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
    fs.chmodSync(file, mode);
  }
}

export type Secrecy = {
  /** Text of the secret ASSEMBLY_LINE_KEY; empty without one. */
  readonly key: string;
  /** Whether anybody may read the repository. */
  readonly isPublic: boolean;
};

/** The files as they may leave the job: sealed where there is a key; refused where all the world could read them. */
export function packFiles(
  name: string,
  files: readonly StateFile[],
  { key, isPublic }: Secrecy,
): Result<StatePack> {
  if (key.trim() !== '') {
    if (key.trim().length < shortestKey)
      return fail(
        `ASSEMBLY_LINE_KEY is shorter than ${shortestKey} characters.`,
        'Make one with `openssl rand -base64 32`.',
      );
    return ok({ kind: 'sealed', text: seal(name, packText(files), key) });
  }
  if (isPublic && files.length > 0) {
    return fail(
      `${name} has state files, and everybody can read artifacts and branches of a public repository.`,
      'Create the secret ASSEMBLY_LINE_KEY (`openssl rand -base64 32`) and pass it on as the input key of line-start and line-end: state files are then encrypted.',
    );
  }
  return ok({ kind: 'plain', files });
}

/** The files of a pack, opened where it is sealed. */
export function filesOfPack(
  name: string,
  pack: StatePack,
  key: string,
): Result<readonly StateFile[]> {
  if (pack.kind === 'plain') return ok(pack.files);
  const text = open(name, pack.text, key);
  if (!text.ok) return text;
  const inner = packOfText(text.value);
  if (!inner.ok) return fail(`The state of ${name} can't be read: ${inner.failure.message}.`);
  return inner.value.kind === 'plain'
    ? ok(inner.value.files)
    : fail(`The state of ${name} is sealed twice.`);
}
