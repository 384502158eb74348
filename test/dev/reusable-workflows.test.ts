import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { evaluateCode } from '../judges/read-workflow.ts';

const folder = new URL('../../.github/workflows/', import.meta.url);

// GitHub takes fewer than 400 characters, and a third waiting run of a group ends the second.
test.each(['registry-pipeline.yml', 'codeship-pipeline.yml', 'convert.yml'])(
  'runs of %s are told apart by single words',
  (file) => {
    const { concurrency, on } = parse(fs.readFileSync(new URL(file, folder), 'utf8'));
    const inputs = [...concurrency.group.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(inputs).toHaveLength(1);
    expect(['name', 'branch']).toContain(inputs[0]);
    expect(on.workflow_call.inputs[inputs[0]].type).toBe('string');
    expect(concurrency['cancel-in-progress']).toBe(false);
  },
);

// What a job of the caller attests: the pipelines themselves have no permission for it.
test.each(['registry-pipeline.yml', 'codeship-pipeline.yml'])(
  '%s names what it pushed for an attestation',
  (file) => {
    const { jobs, on } = parse(fs.readFileSync(new URL(file, folder), 'utf8'));
    const { checksums } = on.workflow_call.outputs;
    expect(checksums.value).toBe('${{ jobs.pipeline.outputs.checksums }}');
    expect(jobs.pipeline.outputs.checksums).toBe('${{ steps.push.outputs.checksums }}');
    expect(jobs.pipeline.permissions).toEqual({ contents: 'read' });
  },
);

// A run that Dependabot starts has no secrets but its own, whatever the event is.
test.each([
  ['registry-pipeline.yml', 'REGISTRY_CREDENTIALS'],
  ['codeship-pipeline.yml', 'CODESHIP_AES_KEY'],
])('%s neither logs in nor pushes where there are no secrets', (file, secret) => {
  const { jobs } = parse(fs.readFileSync(new URL(file, folder), 'utf8'));
  const { env, steps } = jobs.pipeline;
  const code = env.PIPELINE_WITHOUT_SECRETS.slice('${{ '.length, -' }}'.length);
  const without = (github: object, secrets = {}) => evaluateCode(code, { github, secrets });
  const own = { repository: 'acme/web', actor: 'ada' };
  const pull = (full_name: string, login: string) => ({
    ...own,
    event_name: 'pull_request',
    event: { pull_request: { head: { repo: { full_name } }, user: { login } } },
  });
  expect(without({ ...own, event_name: 'push' })).toBe('false');
  expect(without(pull('acme/web', 'ada'))).toBe('false');
  expect(without(pull('eve/web', 'eve'), { [secret]: 'x' })).toBe('true');
  expect(without(pull('acme/web', 'dependabot[bot]'), { [secret]: 'x' })).toBe('true');
  const dependabot = { ...own, event_name: 'push', actor: 'dependabot[bot]' };
  expect(without(dependabot)).toBe('true');
  expect(without(dependabot, { [secret]: 'x' })).toBe('false');
  for (const id of ['login', 'push']) {
    const step = steps.find(({ uses = '' }) => uses.includes(`/actions/${id}@`));
    expect(step.if).toContain("env.PIPELINE_WITHOUT_SECRETS != 'true'");
  }
});
