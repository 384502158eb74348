import { expect, test } from 'vitest';
import { withAttestations } from '../../src/workflow/attest.ts';
import type { Job, Step } from '../../src/workflow/model.ts';

const job = (...steps: readonly Step[]): Job => ({
  id: 'build',
  name: 'Build',
  runsOn: 'ubuntu-24.04',
  timeoutMinutes: 60,
  permissions: [
    { scope: 'contents', access: 'read' },
    { scope: 'id-token', access: 'write' },
  ],
  steps,
});
const push = (id?: string): Step => ({
  kind: 'own',
  action: 'push',
  with: [],
  ...(id === undefined ? {} : { id }),
});
const attested = (given: Job): Job => {
  const [made] = withAttestations({
    path: 'x.yml',
    header: [],
    on: {},
    concurrency: 'x',
    jobs: [given],
  }).jobs;
  if (made === undefined) throw new Error('no job');
  return made;
};

test('a job that pushes nothing stays as it is', () => {
  const own = job({ kind: 'run', run: [] });
  expect(attested(own)).toBe(own);
});

test('ids that are taken are not taken again, and a permission that is there stays', () => {
  const made = attested(job(push('push-2'), push(), { kind: 'run', id: 'push', run: [] }, push()));
  expect(made.steps.map((step) => (step.kind === 'parallel' ? '' : step.id))).toEqual([
    ...['push-2', undefined, 'push-3', undefined, 'push', 'push-4', undefined],
  ]);
  expect(made.permissions.map(({ scope }) => scope)).toEqual([
    'contents',
    'id-token',
    'attestations',
  ]);
});
