// Which words start the shell of a step: the runner's, behind `runner/without-terminal`.

import type { Step } from './lower.ts';

/** A step with a command, as the runner runs it: without a terminal, and with what it writes recorded. */
export const withoutTerminal = (step: Step, standard: string): Step =>
  'run' in step
    ? {
        ...step,
        shell: `without-terminal ${shellWords(step['shell'] as string | undefined, standard)}`,
      }
    : step;

/** The words that GitHub runs for the name of a shell. */
export function shellWords(own: string | undefined, standard: string): string {
  const shell = own ?? standard;
  if (shell === 'bash') return 'bash --noprofile --norc -eo pipefail {0}';
  if (shell === 'sh') return 'sh -e {0}';
  return shell;
}
