// What is at a path, for those who only ask.

import fs from 'node:fs';

/**
 * Undefined where nothing is, and where nobody can look: a folder on the way that is a file (ENOTDIR), that may not be
 * entered, or that links in a circle. Whoever opens the path then learns why.
 */
export const look = (file: string): fs.Stats | undefined => unlessRefused(() => fs.statSync(file));

/** The same of the link itself, where one is at the path. */
export const lookAtLink = (file: string): fs.Stats | undefined =>
  unlessRefused(() => fs.lstatSync(file));

function unlessRefused(ask: () => fs.Stats): fs.Stats | undefined {
  try {
    return ask();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return undefined;
  }
}
