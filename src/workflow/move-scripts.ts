// GitHub fills in `${{` wherever it stands in a script, and knows no escape there. A script that holds the sign moves
// into a file of its own, where it arrives unchanged. So does one that only makes the workflow long.

import { shownText } from '../expression/text.ts';
import type { SourceNode } from '../source/node.ts';
import type { Job, RunStep, Step, UsesStep, Workflow } from './model.ts';

export type MovedScript = {
  readonly path: string;
  readonly text: string;
  readonly from: readonly SourceNode[];
};

/** The workflow without scripts that hold `${{` or are to be in a file, and the files that they became. */
export function moveScripts(workflow: Workflow): {
  readonly workflow: Workflow;
  readonly scripts: readonly MovedScript[];
} {
  const fileName = workflow.path.slice(workflow.path.lastIndexOf('/') + 1);
  const folder = `.github/${fileName.replace(/\.yml$/, '')}`;
  const scripts: MovedScript[] = [];
  const used = new Set<string>();
  const move = (step: RunStep): RunStep => {
    if (!holdsSign(step) && step.inFile !== true) return step;
    const text = `${step.run.map((line) => line.text).join('\n')}\n`;
    const same = scripts.find((script) => step.inFile === true && script.text === text);
    const path = same?.path ?? `${folder}/${scriptName(step, used)}.sh`;
    if (same === undefined)
      scripts.push({ path, text, from: step.run.flatMap(({ from }) => from) });
    return { ...step, run: [{ text: `. "$GITHUB_WORKSPACE/${path}"`, from: [] }] };
  };
  const moveAll = (steps: readonly Step[]): readonly Step[] => {
    // Before the checkout there are no files, so the script comes by a variable.
    let hasFiles = false;
    return steps.map((step) => {
      if (step.kind === 'uses' && isOwnCheckout(step)) hasFiles = true;
      if (step.kind === 'run') return hasFiles ? move(step) : byVariable(step);
      if (step.kind !== 'parallel') return step;
      return {
        ...step,
        steps: step.steps.map((child) => {
          if (child.kind !== 'run') return child;
          return hasFiles ? move(child) : byVariable(child);
        }),
      };
    });
  };
  const jobs = workflow.jobs.map((job): Job => ({ ...job, steps: moveAll(job.steps) }));
  return { workflow: { ...workflow, jobs }, scripts };
}

/** A checkout to a folder brings the files of another place. */
const isOwnCheckout = ({ uses, with: fields }: UsesStep): boolean =>
  uses === 'actions/checkout' && !fields.some(({ name }) => name === 'path');

const holdsSign = ({ run }: RunStep): boolean => run.some(({ text }) => text.includes('${{'));

function scriptName({ name }: RunStep, used: Set<string>): string {
  const base =
    shownText(name ?? 'script')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'script';
  let free = base;
  for (let suffix = 2; used.has(free); suffix++) free = `${base}-${suffix}`;
  used.add(free);
  return free;
}

function byVariable(step: RunStep): RunStep {
  if (!holdsSign(step)) return step;
  const script = {
    text: step.run.map(({ text }) => text).join('\n'),
    from: step.run.flatMap(({ from }) => from),
  };
  return {
    ...step,
    env: [...(step.env ?? []), { name: 'SCRIPT', value: script }],
    run: [{ text: 'eval "$SCRIPT"', from: [] }],
  };
}
