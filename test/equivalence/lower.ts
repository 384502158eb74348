// What GitHub's service does with a workflow before a runner sees a job, for these tests: as `transship try` does it, but
// with parallel groups that really run at the same time, and with what steps write recorded. README.md beside this file
// lists every row.

import { parse } from 'yaml';
import { lowerWorkflow } from '../../src/cli/try/lower-workflow.ts';
import type { Fields, Step } from '../../src/cli/try/workflow-step.ts';
import { lowerGroup } from './lower-parallel.ts';
import { withoutTerminal } from './without-terminal.ts';

export type { Step };

export type LowerOptions = {
  /** Whether jobs run that wait for a person's approval (`environment`). */
  readonly approved: boolean;
  /** Switched on by hand, as the report says: tags. */
  readonly enabled: readonly 'tags'[];
  /** Where this project's own actions lie, for those inside of a parallel group. */
  readonly ownActions: string;
  /** Copy the workspace to this folder when a job ends. */
  readonly keepWorkspace?: string;
};

type LoweredJob = {
  readonly id: string;
  /** A failure of this leg does not count for the run. */
  readonly allowed: boolean;
};

export type Lowered = {
  readonly text: string;
  readonly workflow: unknown;
  readonly jobs: readonly LoweredJob[];
};

/** Lowers a workflow for `act`; jobs that would not start are left out. */
export function lower(text: string, options: LowerOptions): Lowered {
  const workflow = parse(text) as Record<string, unknown>;
  if (options.enabled.includes('tags')) enableTags(workflow);
  const { keepWorkspace } = options;
  const lowered = lowerWorkflow(workflow, {
    approved: options.approved,
    group: (children, name, shell) => lowerGroup(children, name, shell, options.ownActions),
    step: withoutTerminal,
    ...(keepWorkspace === undefined
      ? {}
      : { after: (id: string) => [keepStep(`${keepWorkspace}/${id}`)] }),
  });
  const jobs = lowered.jobs.map(({ id, allowed }) => {
    if (allowed === undefined) throw new Error(`continue-on-error of ${id} is not known here`);
    return { id, allowed };
  });
  return { text: lowered.text, workflow, jobs };
}

function enableTags(workflow: Record<string, unknown>): void {
  const on = workflow['on'] as Record<string, unknown>;
  on['push'] = { ...(on['push'] as Fields | null), tags: ['**'] };
}

const keepStep = (folder: string): Step => ({
  name: 'Keep the workspace for the comparison',
  if: 'always()',
  shell: 'bash -e {0}',
  run: `mkdir -p '${folder}'\ncp -a "$GITHUB_WORKSPACE/." '${folder}/'`,
});
