// The action `prepare`. Secrets come first, so that everything that is printed later is masked already.

import type { Failure } from '../../ground/failure.ts';
import type { prepareInterface } from '../../interfaces/prepare.ts';
import { type ActionContext, type ActionResult, done, failed } from '../program.ts';
import { exportVariables } from './export-variables.ts';
import { openEncryptedInputs } from './open-encrypted.ts';

/** Reports the failures of all its parts at once. */
export async function prepare(
  action: ActionContext<typeof prepareInterface>,
): Promise<ActionResult> {
  const failures: readonly Failure[] = [
    ...(await openEncryptedInputs(action)),
    ...(await exportVariables(action.host, action.inputs.variables, action.inputs['job-index'])),
    ...(await conditions(action)),
  ];
  return failures.length === 0 ? done : failed(...failures);
}

/** YAML and RE2 are large: a job without conditions doesn't load them. */
async function conditions(
  action: ActionContext<typeof prepareInterface>,
): Promise<readonly Failure[]> {
  if (action.inputs.conditions === '') {
    action.output('holds', '[]');
    return [];
  }
  const { decideConditions } = await import(/* webpackMode: "eager" */ './conditions.ts');
  return decideConditions(action);
}
