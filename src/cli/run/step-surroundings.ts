// What the steps of one run have in common.

import type { Result } from '../../ground/result.ts';
import type { LocalProject } from '../../legacy/codeship/jobs/project.ts';
import type { Service } from '../../legacy/codeship/services/service.ts';
import type { Leaf } from '../../legacy/codeship/steps/items.ts';
import type { StepFields } from './local-variables.ts';
import type { Machine } from './machine.ts';
import type { StepChoice } from './step-choice.ts';

export type Variables = Readonly<Record<string, string>>;

export type StepSurroundings = {
  readonly project: LocalProject;
  readonly machine: Machine;
  /** Path of the script that points an image to the archive of its packages. */
  readonly archiveScript: string;
  readonly choice: StepChoice;
  /** One line about what happens. */
  readonly say: (line: string) => void;
  readonly cancelled: () => boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Replaces what stands for values that lay open. */
  readonly revealed: (text: string) => string;
  readonly render: (text: string, step: StepFields) => Result<string>;
  /** Values for build arguments that the Compose file does not have. */
  readonly buildArguments: (service: Service) => Result<Variables>;
  /** Variables for docker with the credentials of a step. */
  readonly credentials: (leaf: Leaf) => Promise<Result<Variables>>;
  /** Further variables of the step's own container, as names; the environment of docker has the values. */
  readonly variables: readonly string[];
};

/** What a shell gives for a program that Ctrl-C ended. */
export const interrupted = 130;

/** Says why something cannot be done, and gives the exit code for it. */
export function refuse({ say }: Pick<StepSurroundings, 'say'>, message: string): number {
  say(`error: ${message}`);
  return 1;
}
