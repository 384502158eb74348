// What a service gave: a value, or why not and what to do about it.

import type { ActionFailure } from '../ground/failure.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly failure: ActionFailure;
      /** `rate-limit`: no further request makes sense now. `exists`: somebody was faster. */
      readonly reason: 'rate-limit' | 'exists' | 'other';
    };

export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });

export function noAnswer(
  message: string,
  remedy?: string,
  reason: 'rate-limit' | 'exists' | 'other' = 'other',
): { readonly ok: false; readonly failure: ActionFailure; readonly reason: typeof reason } {
  return { ok: false, failure: { message, ...(remedy === undefined ? {} : { remedy }) }, reason };
}

/** The token that the work needs, said wherever one is missing or too weak. */
export const tokenRemedy =
  'Give `token` a fine-grained personal access token or the token of a GitHub App with Contents, Pull requests and Workflows set to "Read and write" for this repository, or a classic token with the scopes `repo` and `workflow`. The token of the job (GITHUB_TOKEN) can push no workflow file, whatever its permissions are.';
