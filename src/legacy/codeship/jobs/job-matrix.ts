// Jobs that differ in one command and in their names are one job with a matrix.

import { expression, property } from '../../../expression/expression.ts';
import { mixed, type Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { joined } from '../../../output/tree.ts';
import type { Field, Job, MatrixRow, RunStep, Step } from '../../../workflow/model.ts';

/** The jobs as they are, but those that are alike but for a command as one, called `id`. */
export function mergeJobs(jobs: readonly Job[], id: string): readonly Job[] {
  const groups = new Map<string, Job[]>();
  for (const job of jobs) {
    const at = commandAt(job);
    const key = at < 0 ? job.id : shapeOf(job, at);
    groups.set(key, [...(groups.get(key) ?? []), job]);
  }
  return [...groups.values()].flatMap((group) => (group.length < 2 ? group : [merged(group, id)]));
}

/** The last step, where it is a plain command. */
const commandAt = ({ steps }: Job): number =>
  steps.at(-1)?.kind === 'run' ? steps.length - 1 : -1;

/** Equal for jobs that differ in nothing else. */
const shapeOf = (job: Job, at: number): string =>
  JSON.stringify(
    {
      ...job,
      id: '',
      name: '',
      steps: job.steps.map((step, index) =>
        index === at ? { ...step, name: '', run: '', before: '' } : step,
      ),
    },
    (key, value: unknown) => (key === 'from' ? undefined : value),
  );

function merged(jobs: readonly Job[], id: string): Job {
  const [first] = jobs as readonly [Job, ...Job[]];
  const at = commandAt(first);
  const matrix = jobs.map((job): MatrixRow => {
    const { run, before, from } = job.steps[at] as RunStep;
    const name: Field = { name: 'name', value: job.name, ...defined({ before: filled(before) }) };
    return {
      fields: [name, { name: 'command', value: joined([...run], '\n') }],
      ...defined({ from: filled(from) }),
    };
  });
  const command: Step = {
    ...(first.steps[at] as RunStep),
    name: matrixText('name'),
    before: [],
    from: [],
    // The text is a value of the workflow: nothing that GitHub fills in becomes part of a script.
    env: [
      ...((first.steps[at] as RunStep).env ?? []),
      { name: 'COMMAND', value: matrixText('command') },
    ],
    run: [{ text: 'eval "$COMMAND"', from: [] }],
  };
  return {
    ...first,
    id,
    name: matrixText('name'),
    matrix,
    steps: first.steps.map((step, index) => (index === at ? command : step)),
  };
}

const matrixText = (column: string): Text => mixed([property(expression`matrix`, column)]);
