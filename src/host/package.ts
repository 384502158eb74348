// Where this package lies, and its version: the folder above `dist/cli`, `build/entry` or `src/host`.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the package's folder. Every build lies two folders below it. */
export const packageFolder = (): string =>
  path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export type PackageFacts = {
  readonly version: string;
  /** The commit that the package was packed from, where the release recorded it. */
  readonly gitHead?: string;
};

export function packageFacts(folder: string = packageFolder()): PackageFacts {
  const text = fs.readFileSync(path.join(folder, 'package.json'), 'utf8');
  return JSON.parse(text) as PackageFacts;
}
