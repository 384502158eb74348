// The shell of a step that names none.

import { shownText } from '../expression/text.ts';
import type { Job } from './model.ts';

/**
 * Like the shells of both old machines: the first failing command ends a script, and a pipe has the status of its
 * end. GitHub's own `bash` adds pipefail.
 */
export const shell = 'bash --noprofile --norc -e {0}';

/** A shell in which no failure ends anything by itself: the script has rules of its own. */
export const plainShell = 'bash --noprofile --norc {0}';

/**
 * Whether GitHub may start something else for a step without `shell`. On its machines with Linux and macOS it starts
 * `bash -e`, which is the same for a script; Windows has PowerShell, and nobody knows what other machines find.
 */
export function startsOtherShell(job: Job): boolean {
  return labelsOf(job).some((label) => !/^(?:ubuntu|macos)-/.test(label));
}

/** What `runs-on` comes to, in each row of a matrix that has a cell for it. */
function labelsOf(job: Job): readonly string[] {
  const label = shownText(job.runsOn);
  const cell = /^\$\{\{ matrix\.(\w+) \}\}$/.exec(label)?.[1];
  if (cell === undefined) return [label];
  return (job.matrix ?? []).map(({ fields }) =>
    shownText(fields.find(({ name }) => name === cell)?.value ?? ''),
  );
}
