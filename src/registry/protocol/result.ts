// What a registry gave: a value, or why not.

import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import type { Failed, Result as GroundResult } from '../../ground/result.ts';
import type { HttpFailureReason } from '../../host/host.ts';

export { ok } from '../../ground/result.ts';

/** What went wrong outside. */
export type RegistryFailure = Pick<Failure, 'message' | 'remedy'> & {
  /**
   * `missing`: there is nothing to log in with, as on pull requests from forks. `refused`: the other side said no.
   * `unreachable`: there was no usable answer. `wrong`: what the user gave can't be right.
   */
  readonly kind: 'missing' | 'refused' | 'unreachable' | 'wrong';
  /** Why there was no answer at all. */
  readonly reason?: HttpFailureReason;
  /** The registry that it is about, where one of several failed; or those that share a credential, separated by blanks. */
  readonly host?: string;
};

export type Result<T> = GroundResult<T, RegistryFailure>;

export function fail(
  kind: RegistryFailure['kind'],
  message: string,
  remedy?: string,
): Failed<RegistryFailure> {
  return { ok: false, failure: { kind, message, ...defined({ remedy }) } };
}
