// The action `prepare`. Secrets come first, so that everything that is printed later is masked already.

import {
  type ActionContext,
  type ActionFailure,
  type ActionResult,
  done,
  failed,
} from '../program.ts';
import { decideConditions } from './conditions.ts';
import { exportVariables } from './export-variables.ts';
import type { prepareInterface } from './interface.ts';
import { openEncryptedInputs } from './open-encrypted.ts';

/** Reports the failures of all its parts at once. */
export async function prepare(
  action: ActionContext<typeof prepareInterface>,
): Promise<ActionResult> {
  const failures: readonly ActionFailure[] = [
    ...openEncryptedInputs(action),
    ...(await exportVariables(action.host, action.inputs.variables, action.inputs['job-index'])),
    ...(await decideConditions(action)),
  ];
  return failures.length === 0 ? done : failed(...failures);
}
