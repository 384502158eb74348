import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, expression, property } from '../../src/expression/expression.ts';
import { fixedText, mixed, mixedText, written } from '../../src/expression/text.ts';
import { emit } from '../../src/output/emit.ts';
import { layoutWorkflow } from '../../src/workflow/layout.ts';
import type { Job, Workflow } from '../../src/workflow/model.ts';
import { evaluateCode, readWorkflow } from '../judges/read-workflow.ts';

const own = { commit: '1'.repeat(40), version: 'v1.0.0' };

const job: Job = {
  id: 'ci',
  name: 'CI',
  runsOn: 'ubuntu-24.04',
  timeoutMinutes: 1,
  permissions: [],
  steps: [],
};

const workflowOf = (part: Partial<Job>): Workflow => ({
  path: '.github/workflows/a.yml',
  header: [],
  on: { dispatch: true },
  concurrency: 'a',
  jobs: [{ ...job, ...part }],
});

const hostile = fc
  .array(
    fc.constantFrom(
      ...['${{', '}}', '$', '{', '{{', '}', "'", '"', '\\', '\n', ' ', 'a', '{0}', ': ', ' #', '-'],
      ...[
        'toJSON(secrets)',
        'github.token',
        "'${{' }}",
        '\u0085',
        '\u202E',
        'true',
        '1',
        '&&',
        '||',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('text of a workflow', () => {
  test('arrives as it is, wherever GitHub fills in expressions', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const workflow = workflowOf({
          name: text,
          runsOn: text,
          environment: text,
          env: [{ name: `A${text}`, value: text }],
          matrix: [{ fields: [{ name: `m${text}`, value: text }] }],
          services: [{ id: 'db', image: text, options: text, ports: [text] }],
          steps: [
            {
              kind: 'uses',
              uses: 'actions/checkout',
              name: text,
              with: [{ name: 'x', value: text }],
            },
            { kind: 'run', run: [{ text: 'make', from: [] }], workingDirectory: text },
          ],
        });
        const content = emit(layoutWorkflow(workflow, 'A', own).root).text;
        const { scalars, errors } = await readWorkflow(content);
        expect(errors).toEqual([]);
        const said = scalars.map((each) =>
          each.isExpression ? evaluateCode(each.text) : each.text,
        );
        // Name of the job, label, environment, variable, cell, image, options, port, step, input, folder.
        expect(said.filter((each) => each === text).length, JSON.stringify(said)).toBe(11);
        expect(said).toContain(`A${text}`);
        expect(said).toContain(`m${text}`);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('becomes one string of an expression', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const condition = allOf([
          expression`github.ref_name == ${text}`,
          expression`${property(expression`github`, text)} == null`,
        ]);
        const workflow = workflowOf(condition === undefined ? {} : { if: condition });
        const content = emit(layoutWorkflow(workflow, 'A', own).root).text;
        const { scalars, errors } = await readWorkflow(content);
        expect(errors).toEqual([]);
        const code =
          scalars.find(({ path, isKey }) => path === '/jobs/ci/if' && !isKey)?.text ?? '';
        const asked = (name: string) => evaluateCode(code, { github: { ref_name: name } });
        expect(asked(text), content).toBe('true');
        expect(asked('main'), content).toBe('false');
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('stands beside expressions, whose signs it cannot join', () => {
    const value = mixed(['a$', '{{ b }}', expression`github.sha`, '}} ${{']);
    expect(written(value).text).toBe("a${{ '${{' }} b }}${{ github.sha }}}} ${{ '${{' }}");
    expect(written(mixedText`${'${{'}/${expression`github.ref`}`).text).toBe(
      "${{ '${{' }}/${{ github.ref }}",
    );
  });

  test('is refused where GitHub knows no escape', () => {
    expect(fixedText('release/${{x')).toBeUndefined();
    expect(fixedText('release/$ {{x')?.text).toBe('release/$ {{x');
  });
});

test('a script that holds the sign is not in the workflow', () => {
  const run = [{ text: 'echo "${{ secrets.X }}"', from: [] }];
  const { root, scripts } = layoutWorkflow(
    workflowOf({
      steps: [
        { kind: 'run', name: 'early', run },
        { kind: 'uses', uses: 'actions/checkout', with: [] },
        { kind: 'run', name: 'late', run },
        { kind: 'parallel', steps: [{ kind: 'run', name: 'late', run }] },
      ],
    }),
    'A',
    own,
  );
  expect(emit(root).text).not.toMatch(/run: .*\$\{\{/);
  expect(emit(root).text).toContain('SCRIPT: echo "${{ \'${{\' }} secrets.X }}"');
  expect(scripts.map(({ path, text }) => [path, text])).toEqual([
    ['.github/a/late.sh', 'echo "${{ secrets.X }}"\n'],
    ['.github/a/late-2.sh', 'echo "${{ secrets.X }}"\n'],
  ]);
});
