// Runs an action as a step of GitHub's runner, or of `act`, and ends the process with the step's exit code.

import { listenForCancellation } from '../host/cancellation.ts';
import { githubRunner } from '../host/runner/github-runner.ts';
import type { ActionInterface } from '../interfaces/action-interface.ts';
import { type ActionProgram, runAction } from './program.ts';

export async function runOnRunner<A extends ActionInterface>(
  action: A,
  program: ActionProgram<A>,
): Promise<never> {
  listenForCancellation();
  return process.exit(await runAction(action, program, githubRunner()));
}
