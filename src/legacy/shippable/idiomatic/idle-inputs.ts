// Inputs of actions that change nothing in this repository.

import type { Repository } from '../../../ground/repository.ts';
import type { Job, Step, Workflow } from '../../../workflow/model.ts';

/**
 * setup-node keeps a cache by itself only where `package.json` names npm as its package manager. It is told not to
 * there, and where tags are built: what is released takes nothing from a cache.
 */
export function withoutIdleInputs(workflow: Workflow, { read }: Repository): Workflow {
  const { push } = workflow.on;
  const buildsTags = push !== undefined && (!push.branches?.length || (push.tags?.length ?? 0) > 0);
  if (buildsTags || /"(?:packageManager|devEngines)"/.test(read('package.json') ?? '')) {
    return workflow;
  }
  const shorten = (step: Step): Step =>
    step.kind === 'uses' && step.uses === 'actions/setup-node'
      ? { ...step, with: step.with.filter(({ name }) => name !== 'package-manager-cache') }
      : step;
  const jobs = workflow.jobs.map((job): Job => ({ ...job, steps: job.steps.map(shorten) }));
  return { ...workflow, jobs };
}
