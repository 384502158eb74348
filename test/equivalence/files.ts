// Files of a folder.

import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Relative paths, sorted. */
export const filesBelow = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort();
