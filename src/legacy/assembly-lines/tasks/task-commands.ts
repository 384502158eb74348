// The commands of a job, held against the machine that they run on, as those of CI are.

import type { ScalarNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import { adaptCommands } from '../../shippable/commands/machine-commands.ts';
import { languages } from '../../shippable/environment/languages.ts';
import type { Command, ShippableConfig } from '../../shippable/keys/config.ts';
import type { Machine } from '../../shippable/machine/machine.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LineJob, Task } from '../files/model.ts';

/** Hooks that are functions in the step of a TASK. */
export const functionNames = ['on_success', 'on_failure', 'always'] as const;

export type TaskCommands = {
  readonly tasks: ReadonlyMap<Task, readonly Command[]>;
  readonly hooks: Readonly<Record<(typeof functionNames)[number], readonly Command[]>>;
  /** What makes the runner ready. */
  readonly install: readonly Step[];
  /** The same inside of a booted image. */
  readonly installInside: readonly Step[];
};

const commandOf = (node: ScalarNode): Command => ({
  text: node.text.replace(/\s+$/, ''),
  from: [node],
  before: [...node.before, ...(node.behind === undefined ? [] : [node.behind])],
});

/** Commands that are not bash: as they were written. */
export function plainCommands(job: LineJob): TaskCommands {
  const hook = (name: (typeof functionNames)[number]): readonly Command[] =>
    (job.hooks[name]?.script ?? []).map(commandOf);
  return {
    tasks: new Map(job.tasks.map((task) => [task, task.script.map(commandOf)])),
    hooks: {
      on_success: hook('on_success'),
      on_failure: hook('on_failure'),
      always: hook('always'),
    },
    install: [],
    installInside: [],
  };
}

/** `brought`: programs that other steps of the job set up. */
export function taskCommands(
  job: LineJob,
  label: string,
  boots: boolean,
  brought: ReadonlySet<string>,
  context: TranslationContext,
): TaskCommands {
  const tasks = job.tasks.map(({ script }) => script.map(commandOf));
  const hook = (name: (typeof functionNames)[number]): readonly Command[] =>
    (job.hooks[name]?.script ?? []).map(commandOf);
  const config: ShippableConfig = {
    root: job.node,
    keys: { node: job.node },
    sections: {
      preCi: [],
      ci: tasks.flat(),
      postCi: [],
      onSuccess: hook('on_success'),
      onFailure: hook('on_failure'),
      always: hook('always'),
      push: [],
    },
    cacheFolders: [],
  };
  // Only whose image it is counts here, not which.
  const machine: Machine = boots ? { kind: 'boot-name', image: '' } : { kind: 'runner' };
  const adapted = adaptCommands(
    {
      id: job.name,
      config,
      commands: [],
      language: languages.none,
      isSetUp: false,
      brought,
      machine,
      labels: [label],
      matrix: { rows: [], axes: [], hasPools: false, hasAllowed: false, from: [] },
      variables: [],
      services: [],
    },
    { ...context, line: { start: [], end: [], outputs: [] } },
  );
  const { sections } = adapted.config;
  const all = [...(sections.ci ?? [])];
  return {
    tasks: new Map(
      job.tasks.map((task, index) => [task, all.splice(0, tasks[index]?.length ?? 0)]),
    ),
    hooks: {
      on_success: sections.onSuccess,
      on_failure: sections.onFailure,
      always: sections.always,
    },
    install: adapted.forRunner,
    installInside: adapted.forImage,
  };
}
