// Where the project's folders are, for the programs that work on the project itself.

import fs from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../host/package.ts';

export const projectFolder = packageFolder();

export const inProject = (...parts: readonly string[]): string =>
  path.join(projectFolder, ...parts);

/** Text of a file of the project; undefined where there is none. */
export function readProjectFile(file: string): string | undefined {
  const at = inProject(file);
  return fs.existsSync(at) ? fs.readFileSync(at, 'utf8') : undefined;
}

/** Relative paths of all files below a folder, with `/`, sorted; none where there is no folder. */
export function filesBelow(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort((a, b) => (a < b ? -1 : 1));
}
