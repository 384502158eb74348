// Attestations of what was pushed, where the settings ask for them: a step of GitHub's own action after each push, and the
// two permissions that it needs. Pass over a whole workflow.
// https://docs.github.com/en/actions/how-tos/secure-your-work/use-artifact-attestations/use-artifact-attestations

import { expression, property } from '../expression/expression.ts';
import type { Job, Permission, Step, UsesStep, Workflow } from './model.ts';

export function withAttestations(workflow: Workflow): Workflow {
  return { ...workflow, jobs: workflow.jobs.map(jobWithAttestations) };
}

const permissions: readonly Permission[] = [
  { scope: 'id-token', access: 'write', reason: 'signs the attestation' },
  { scope: 'attestations', access: 'write', reason: 'stores the attestation' },
];

function jobWithAttestations(job: Job): Job {
  const taken = new Set(
    job.steps.flatMap((step) =>
      (step.kind === 'parallel' ? step.steps : [step]).map(({ id }) => id),
    ),
  );
  const newId = (): string => {
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? 'push' : `push-${number}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  const steps = job.steps.flatMap((step): readonly Step[] => {
    if (step.kind !== 'own' || step.action !== 'push') return [step];
    const pushed = { ...step, id: step.id ?? newId() };
    return [pushed, attestation(pushed)];
  });
  if (steps.length === job.steps.length) return job;
  const missing = permissions.filter(({ scope }) =>
    job.permissions.every((own) => own.scope !== scope),
  );
  return { ...job, steps, permissions: [...job.permissions, ...missing] };
}

function attestation({ id }: { readonly id: string }): UsesStep {
  const outputs = property(property(expression`steps`, id), 'outputs');
  return {
    kind: 'uses',
    uses: 'actions/attest',
    name: 'Attest what was pushed',
    if: expression`${property(outputs, 'pushed')} == ${'true'}`,
    with: [{ name: 'subject-checksums', value: property(outputs, 'checksums') }],
  };
}
