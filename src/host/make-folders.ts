// A folder and those above it.

import fs from 'node:fs';
import path from 'node:path';

/** One after the other: Node's own recursive form never ends where the system says ENOENT of a new folder (/proc). */
export function makeFolders(folder: string, mode?: number): void {
  if (fs.existsSync(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolders(above, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
