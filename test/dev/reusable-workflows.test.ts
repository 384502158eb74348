import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

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
