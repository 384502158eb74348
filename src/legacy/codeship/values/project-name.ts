// Names of Compose projects. Nothing else on the engine has them: no other run, no other attempt of it, no other job.

import { expression } from '../../../expression/expression.ts';
import { type Mixed, mixedText } from '../../../expression/text.ts';

/** As Compose reads it in its file, on a runner or by hand. */
export const projectName =
  'codeship-${GITHUB_RUN_ID:-0}-${GITHUB_RUN_ATTEMPT:-0}-${GITHUB_JOB:-local}';

/** A further project of the job, in the environment of a step; `part` is a word of `a-z`, `0-9`, `_` and `-`. */
export const stepProject = (part: string): Mixed =>
  mixedText`codeship-${expression`github.run_id`}-${expression`github.run_attempt`}-${expression`github.job`}-${part}`;

/** The same in a line of bash. */
export const bashProject = (part: string): string =>
  `codeship-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT-$GITHUB_JOB-${part}`;
