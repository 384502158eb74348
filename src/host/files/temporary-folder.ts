// A folder for what must not stay: mode 0700, gone when it is no longer needed and when the process ends in any way that
// it can notice.

import fs from 'node:fs';
import path from 'node:path';

export type TemporaryFolder = { readonly path: string; readonly remove: () => void };

/** @param parent absolute path of the folder in which it is made */
export function temporaryFolder(parent: string, prefix: string): TemporaryFolder {
  const made = fs.mkdtempSync(path.join(parent, prefix));
  const remove = (): void => {
    fs.rmSync(made, { recursive: true, force: true });
    process.off('exit', remove);
  };
  process.on('exit', remove);
  return { path: made, remove };
}
