// What a job of a line is written from.

import type { LineJob, LineResource } from '../files/model.ts';
import type { OwnRepository } from '../files/own-repository.ts';
import type { NoticeParts } from './notify.ts';

/** All commands of a job. */
export const commandsOf = (job: LineJob | undefined) =>
  job === undefined
    ? []
    : [
        ...job.tasks.flatMap(({ script }) => script),
        ...Object.values(job.hooks).flatMap((hook) => hook?.script ?? []),
      ];

export type JobParts = NoticeParts & {
  readonly own: OwnRepository;
  readonly resources: readonly LineResource[];
  /** Whether people can pin versions. */
  readonly pins: boolean;
  /** Whether a job before it looked for commits of other repositories. */
  readonly watches?: boolean;
};
