// What the generated workflows run, step by step.

import type { Conversion } from '../convert/convert.ts';
import { isEvaluated, shownText } from '../expression/text.ts';
import type { OwnStep, Step } from '../workflow/model.ts';

/** Every step, those of parallel groups among them. */
export const stepsOf = ({
  workflows,
}: Conversion): readonly Exclude<Step, { kind: 'parallel' }>[] =>
  workflows.flatMap(({ jobs }) =>
    jobs.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'parallel' ? step.steps : [step])),
    ),
  );

/** What a step hands to an input, as far as it is known before the run. */
export function inputOf(step: OwnStep, name: string): string | undefined {
  const value = step.with.find((field) => field.name === name)?.value;
  return value === undefined || isEvaluated(value) ? undefined : shownText(value);
}
