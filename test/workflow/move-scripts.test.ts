import { expect, test } from 'vitest';
import type { Job, RunStep, Step, Workflow } from '../../src/workflow/model.ts';
import { moveScripts } from '../../src/workflow/move-scripts.ts';

const checkout: Step = { kind: 'uses', name: 'Check out', uses: 'actions/checkout', with: [] };
const script = (text: string, more: Partial<RunStep> = {}): RunStep => ({
  kind: 'run',
  name: 'Make ready',
  run: [{ text, from: [] }],
  ...more,
});

function moved(...jobs: readonly (readonly Step[])[]) {
  const whole = {
    path: '.github/workflows/shippable.yml',
    jobs: jobs.map((steps, index) => ({ id: `job-${index}`, steps }) as unknown as Job),
  } as unknown as Workflow;
  const { workflow, scripts } = moveScripts(whole);
  return {
    runs: workflow.jobs.map(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'run' ? step.run.map(({ text }) => text) : [])),
    ),
    scripts: scripts.map(({ path, text }) => [path, text]),
  };
}

const call = (name: string): string => `. "$GITHUB_WORKSPACE/.github/shippable/${name}.sh"`;

test('an ordinary script stays in its step', () => {
  expect(moved([checkout, script('make')])).toEqual({ runs: [['make']], scripts: [] });
});

test('a script that is to be in a file is one file for all jobs', () => {
  const long = script('long', { inFile: true });
  expect(moved([checkout, long], [checkout, long])).toEqual({
    runs: [[call('make-ready')], [call('make-ready')]],
    scripts: [['.github/shippable/make-ready.sh', 'long\n']],
  });
});

test('scripts that differ are files that differ', () => {
  const [one, other] = [script('one', { inFile: true }), script('other', { inFile: true })];
  expect(moved([checkout, one], [checkout, other]).runs).toEqual([
    [call('make-ready')],
    [call('make-ready-2')],
  ]);
});

test('a script with the sign of an expression moves, whatever it is', () => {
  expect(moved([checkout, script('echo ${' + '{ a }}')]).runs).toEqual([[call('make-ready')]]);
});

test('before the checkout there is no file to read', () => {
  expect(moved([script('long', { inFile: true }), checkout]).runs).toEqual([['long']]);
});
