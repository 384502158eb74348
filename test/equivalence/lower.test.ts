import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lower } from './lower.ts';

const own = mkdtempSync(join(tmpdir(), 'transship-own-'));
mkdirSync(join(own, 'actions/push'), { recursive: true });
writeFileSync(
  join(own, 'actions/push/action.yml'),
  `inputs: { image: {}, tag: { default: latest } }
runs: { using: composite, steps: [{ uses: a/b@c }, { run: x, env: { INPUT_IMAGE: '\${{ inputs.image }}', INPUT_TAG: '\${{ inputs.tag }}' } }] }
`,
);
afterAll(() => rmSync(own, { recursive: true, force: true }));

const options = { approved: true, enabled: [], ownActions: own } as const;
type Job = Readonly<Record<string, unknown>> & {
  readonly steps: readonly Record<string, unknown>[];
};
const lowered = (jobs: string, more = {}) => {
  const result = lower(`on: push\njobs:\n${jobs}`, { ...options, ...more });
  return { ...result, written: parse(result.text).jobs as Readonly<Record<string, Job>> };
};

test('each leg is a job, with its place and whether it may fail', () => {
  const { jobs, written } = lowered(`  ci:
    continue-on-error: \${{ matrix.allowed }}
    strategy: { fail-fast: false, matrix: { include: [{ v: '3.10', allowed: false }, { v: '3.9', allowed: true }] } }
    steps: [{ run: echo, env: { N: '\${{ strategy.job-index }} of \${{ strategy.job-total }}' } }]
`);
  expect(jobs).toEqual([
    { id: 'ci-1', allowed: false },
    { id: 'ci-2', allowed: true },
  ]);
  expect(written['ci-2']?.steps[0]?.['env']).toEqual({ N: '${{ 1 }} of ${{ 2 }}' });
  expect(written['ci-2']?.['needs']).toBeUndefined();
  expect(written['ci-1']?.['strategy']).toEqual({
    matrix: { include: [{ v: '3.10', allowed: false }] },
  });
});

test('a matrix that fails fast runs no leg after a failed one', () => {
  const { written } = lowered(
    '  ci: { strategy: { matrix: { a: [1, 2] } }, steps: [{ run: x }] }\n',
  );
  expect(written['ci-2']?.['needs']).toEqual(['ci-1']);
});

test('a job that waits for approval, and what needs it, are left out until then', () => {
  const text =
    '  a: { environment: p, steps: [] }\n  b: { needs: a, steps: [] }\n  c: { steps: [] }\n';
  expect(lowered(text, { approved: false }).jobs.map(({ id }) => id)).toEqual(['c']);
  expect(lowered(text).jobs.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('text outside of expressions stays', () => {
  const { written } = lowered("  a: { steps: [{ run: 'echo strategy.job-index' }] }\n");
  expect(written['a']?.steps[0]?.['run']).toBe('echo strategy.job-index');
});

test('a shell by name is what GitHub makes of the name', () => {
  const { written } = lowered(
    "  a: { steps: [{ run: x }, { run: x, shell: bash }, { run: x, shell: 'boot {0}' }] }\n",
  );
  expect(written['a']?.steps.map((step) => step['shell'])).toEqual([
    'without-terminal bash -e {0}',
    'without-terminal bash --noprofile --norc -eo pipefail {0}',
    'without-terminal boot {0}',
  ]);
});

test('children of a group are started, then waited for, each under its own id', () => {
  const { written } = lowered(`  a:
    steps:
      - parallel:
          - { id: unit, if: github.ref_name == 'main', run: make }
          - { uses: transship/transship/actions/push@${'1'.repeat(40)}, with: { image: web } }
`);
  const steps = written['a']?.steps ?? [];
  expect(steps.map((step) => step['id'])).toEqual([
    'group-0-1-start',
    'group-0-2-start',
    'unit',
    'group-0-2',
  ]);
  expect(steps[0]?.['if']).toBe("github.ref_name == 'main'");
  expect(steps[1]?.['env']).toEqual({ INPUT_IMAGE: 'web', INPUT_TAG: 'latest' });
  // What the child wrote is recorded with the step that waits for it.
  expect(steps.map((step) => step['shell'])).toEqual([
    'in-background group-0-1 bash -e {0}',
    'in-background group-0-2 sh {0}',
    'without-terminal bash -e {0}',
    'without-terminal bash -e {0}',
  ]);
  expect(steps[2]?.['if']).toBe("always() && steps.group-0-1-start.outcome == 'success'");
});

test('what is not written here is refused', () => {
  expect(() => lowered("  a: { continue-on-error: '${{ x }}', steps: [] }\n")).toThrow('not known');
  const foreign = '  a: { steps: [{ parallel: [{ uses: some/action@v1 }] }] }\n';
  expect(() => lowered(foreign)).toThrow('some/action');
});
