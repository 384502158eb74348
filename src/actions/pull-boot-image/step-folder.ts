/**
 * The folder through which a step's files go into the container and come back. Whoever is root in there may have put
 * links and pipes in place of files, so nothing here follows one.
 */

import fs from 'node:fs';
import path from 'node:path';
import { writtenFiles } from './github-files.ts';

export type StepFolder = {
  /** Its name in the folder of all steps, the same inside. */
  readonly name: string;
  /** Text of a file; undefined where it is not there. */
  readonly read: (file: string) => string | undefined;
  readonly remove: () => void;
};

/** More than this is not text for the runner; GitHub takes 1 MiB of a summary. */
const longestFile = 64 * 1024 * 1024;

const fileNames = ['script', 'pid', 'leader', 'owners', ...Object.values(writtenFiles)];

/** Makes the folder beside the others, filled, and moves it in at once. */
export function makeStepFolder(staging: string, steps: string, script: Uint8Array): StepFolder {
  const fresh = fs.mkdtempSync(path.join(staging, 'step-'));
  for (const file of Object.values(writtenFiles)) {
    fs.writeFileSync(path.join(fresh, file), '');
    fs.chmodSync(path.join(fresh, file), 0o666);
  }
  fs.writeFileSync(path.join(fresh, 'script'), script);
  fs.chmodSync(path.join(fresh, 'script'), 0o644);
  // The container's user writes here, whatever its number; nobody else on the host gets past the folder above.
  fs.chmodSync(fresh, 0o777);
  const name = path.basename(fresh);
  const folder = path.join(steps, name);
  fs.renameSync(fresh, folder);
  const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = fs.constants;
  const descriptor = fs.openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  const own = `/proc/self/fd/${descriptor}`;
  return {
    name,
    read: (file) => readPlainFile(`${own}/${file}`),
    remove: () => {
      for (const file of fileNames) {
        try {
          fs.unlinkSync(`${own}/${file}`);
        } catch {
          // Gone already, or a folder now: it stays until the runner empties its folder.
        }
      }
      fs.closeSync(descriptor);
      try {
        fs.rmdirSync(folder);
      } catch {
        // Something of the step's own is in it.
      }
    },
  };
}

/** Throws, with words for the user, where it is there and no plain file. */
export function readPlainFile(file: string): string | undefined {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Error(`${path.basename(file)} is no longer a plain file (${code})`);
  }
  try {
    const { size } = fs.fstatSync(descriptor);
    if (!fs.fstatSync(descriptor).isFile())
      throw new Error(`${path.basename(file)} is no longer a plain file`);
    if (size > longestFile) throw new Error(`${path.basename(file)} has more than 64 MiB`);
    return fs.readFileSync(descriptor, 'utf8');
  } finally {
    fs.closeSync(descriptor);
  }
}
