// GitHub evaluates `${{` wherever it stands in a workflow. A script of the user's that holds it moves into a
// file of its own, where it arrives unchanged.

import { textOf } from '../../output/tree.ts';
import type { Job, Step, Workflow } from '../../workflow/model.ts';
import type { CompanionText } from '../translation.ts';

/** Moves scripts that hold `${{`; what moved is added to `texts`. */
export function moveTemplates(workflow: Workflow, texts: CompanionText[]): Workflow {
  const folder = `.github/${workflow.name.toLowerCase()}`;
  const used = new Set<string>();
  const move = (step: Step): Step => {
    if (step.kind !== 'run' || !step.run.some(({ text }) => text.includes('${{'))) return step;
    const base =
      textOf(step.name ?? 'script')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'script';
    let name = base;
    for (let suffix = 2; used.has(name); suffix++) name = `${base}-${suffix}`;
    used.add(name);
    const path = `${folder}/${name}.sh`;
    texts.push({
      path,
      text: `${step.run.map(({ text }) => text).join('\n')}\n`,
      from: step.run.flatMap(({ from }) => from),
    });
    return { ...step, run: [{ text: `. "$GITHUB_WORKSPACE/${path}"`, from: [] }] };
  };
  const jobs = workflow.jobs.map((job): Job => ({ ...job, steps: job.steps.map(move) }));
  return { ...workflow, jobs };
}
