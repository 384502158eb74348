// Traces of CodeShip Basic, whose configuration stood in the dashboard: scripts and files of its own, and its badge.

import type { Repository } from '../ground/repository.ts';

const named =
  /^(?:(?:\.?codeship|scripts|script|bin|ci|tools|build|config)\/)?(?:[\w.-]*codeship[\w.-]*\.(?:sh|rb|py|yml|yaml|js)|codeship)$|^\.?codeship\/[\w.-]+\.sh$/i;
/** CodeShip Pro's, in spelling that it did not read. */
const proName = /(?:services|steps)\.ya?ml$/i;
const document = /^readme[^/]*$/i;
const badge = /codeship\.(?:com|io)\/projects\//i;

/** The file that tells, if one does. */
export function basicTrace({ paths, read }: Repository): string | undefined {
  return (
    paths.find((path) => named.test(path) && !proName.test(path)) ??
    paths.find((path) => document.test(path) && badge.test(read(path) ?? ''))
  );
}
