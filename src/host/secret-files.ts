// The real files of `transship decrypt` and `transship encrypt`.

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { SecretFiles } from '../ground/secret-files.ts';
import { reasonOf } from './repository.ts';

export const secretFiles: SecretFiles = {
  read: (file) => {
    try {
      return { kind: 'bytes', bytes: fs.readFileSync(file) };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },
  exists: (file) => fs.existsSync(file),
  write: (file, bytes, replace) => {
    const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
    try {
      // Looked at without following a link: what a link points to is never written.
      if (!replace && fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined)
        return { kind: 'exists' };
      fs.writeFileSync(fresh, bytes, { mode: 0o600, flag: 'wx' });
      fs.renameSync(fresh, file);
      return { kind: 'written' };
    } catch (error) {
      fs.rmSync(fresh, { force: true });
      return { kind: 'failed', reason: reasonOf(error) };
    }
  },
  randomBytes,
};
