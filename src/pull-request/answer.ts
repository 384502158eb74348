// What a service gave: a value, or why not and what to do about it.

import type { Failure } from '../ground/failure.ts';
import { type Failed, fail, failedBy, type Result } from '../ground/result.ts';

export { ok as answer } from '../ground/result.ts';

export type NoAnswer = Failure & {
  /** `rate-limit`: no further request makes sense now. `exists`: somebody was faster. */
  readonly reason: 'rate-limit' | 'exists' | 'other';
};

export type Answer<T> = Result<T, NoAnswer>;

export function noAnswer(
  message: string,
  remedy?: string,
  reason: NoAnswer['reason'] = 'other',
): Failed<NoAnswer> {
  return failedBy({ ...fail(message, remedy).failure, reason });
}

/** The token that the work needs, said wherever one is missing or too weak. */
export const tokenRemedy =
  'Give `token` a fine-grained personal access token or the token of a GitHub App with Contents, Pull requests and Workflows set to "Read and write" for this repository, or a classic token with the scopes `repo` and `workflow`. The token of the job (GITHUB_TOKEN) can push no workflow file, whatever its permissions are.';
