import { describe, expect, it } from 'vitest';
import { describeFinding, githubParser } from './index.ts';
import { firstStepLine, parallelSteps, workflowWith } from './workflow.ts';

const path = '.github/workflows/a.yml';
const judge = async (content: string): Promise<readonly string[]> =>
  (await githubParser([{ path, content }])).map(describeFinding);
const step = (text: string): string => workflowWith(text);
const at = (line: number, column: number): string => `${path}:${firstStepLine + line}:${column}`;

describe("GitHub's parser", () => {
  it('accepts a good workflow, a flat parallel group included', async () => {
    expect(await judge(step(parallelSteps))).toEqual([]);
  });

  it('names the place of a schema error', async () => {
    expect(await judge(step('      - name: A\n        rum: make\n'))).toEqual([
      `${at(1, 9)}: Unexpected value 'rum' [github schema]`,
      `${at(0, 9)}: There's not enough info to determine what you meant. Add one of these properties: run, shell, uses, with, working-directory [github schema]`,
      `${at(0, 9)}: Expected one of uses or run to be defined [github conversion]`,
    ]);
  });

  it('judges expressions and needs', async () => {
    const text = step('      - name: A\n        if: nosuch.value\n        run: make\n').replace(
      '    runs-on',
      '    needs: nobody\n    runs-on',
    );
    const findings = await judge(text);
    expect(findings.join('\n')).toContain('nosuch');
    expect(findings.join('\n')).toContain('[github conversion]');
  });

  it('reports broken YAML and an empty file', async () => {
    expect(await judge('on: push\njobs: {a: [}\n')).not.toEqual([]);
    expect(await judge('')).not.toEqual([]);
  });

  it('judges an action.yml by the schema of actions', async () => {
    const good =
      'name: A\ndescription: B\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n';
    expect(await githubParser([{ path: 'actions/a/action.yml', content: good }])).toEqual([]);
    const bad = good.replace('      shell: bash\n', '');
    const findings = await githubParser([{ path: 'actions/a/action.yml', content: bad }]);
    expect(findings.map(describeFinding)).toEqual([
      'actions/a/action.yml:6:7: Required property is missing: shell [github schema]',
    ]);
    const group = good.replace(
      '- run: make\n      shell: bash',
      '- parallel:\n        - run: make\n          shell: bash',
    );
    expect(await githubParser([{ path: 'actions/a/action.yml', content: group }])).not.toEqual([]);
  });
});

describe("GitHub's parser on parallel groups", () => {
  const uses = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
  const keys =
    'name: A\n            id: a\n            if: always()\n            env:\n              B: c';
  const limits = 'continue-on-error: true\n            timeout-minutes: 5';
  const accepted = [
    ['one child', '      - parallel:\n          - run: make\n'],
    ['no child', '      - parallel: []\n'],
    ['twelve children', `      - parallel:\n${'          - run: make\n'.repeat(12)}`],
    ['two groups', '      - parallel:\n          - run: a\n'.repeat(2)],
    ['children in flow style', '      - {parallel: [{run: a}, {run: b}]}\n'],
    [
      'every key of a run',
      `      - parallel:\n          - run: make\n            ${keys}\n            ${limits}\n            shell: sh\n            working-directory: web\n`,
    ],
    [
      'every key of an action',
      `      - parallel:\n          - uses: ${uses}\n            ${keys}\n            ${limits}\n            with:\n              path: web\n`,
    ],
    [
      'one id in two groups',
      '      - parallel:\n          - run: a\n            id: a\n'.repeat(2),
    ],
  ] as const;
  it.each(accepted)('accepts %s', async (_, steps) => {
    expect(await judge(step(steps))).toEqual([]);
  });

  const child = '          - run: make\n';
  const refused = [
    [
      'an id on the group',
      `      - id: g\n        parallel:\n${child}`,
      "Unexpected value 'parallel'",
    ],
    [
      'a condition on the group',
      `      - parallel:\n${child}        if: true\n`,
      "Unexpected value 'if'",
    ],
    [
      'a name on the group',
      `      - parallel:\n${child}        name: G\n`,
      "Unexpected value 'name'",
    ],
    [
      'a group in a group',
      `      - parallel:\n          - parallel:\n    ${child}`,
      "Nested 'parallel' blocks",
    ],
    [
      'a list as a child',
      `      - parallel:\n          - - run: make\n            - run: make\n`,
      'A sequence was not expected',
    ],
    [
      'a background child',
      `      - parallel:\n${child}            background: true\n`,
      "Unexpected value 'background'",
    ],
    [
      'a waiting child',
      `      - parallel:\n          - wait-all:\n`,
      "Unexpected value 'wait-all'",
    ],
    [
      'a mapping instead of a list',
      '      - parallel:\n          a:\n            run: make\n',
      'A mapping was not expected',
    ],
    [
      'one id twice in a group',
      `      - parallel:\n${child}            id: a\n${child}            id: a\n`,
      'may not be used more than once',
    ],
  ] as const;
  it.each(refused)('refuses %s', async (_, steps, message) => {
    expect((await judge(step(steps))).join('\n')).toContain(message);
  });

  it('refuses a child that reads its sibling, which the parser itself lets pass', async () => {
    const steps = parallelSteps.replace(
      'working-directory: web',
      "if: steps.unit.outcome == 'success'",
    );
    expect(await judge(step(steps))).toEqual([
      `${at(15, 17)}: 'steps.unit' is of the same parallel group: it is known only after the group [github parallel]`,
    ]);
    const inEnv = parallelSteps.replace('LEVEL: unit', 'LEVEL: ${{ steps.lint.outputs.level }}');
    expect(await judge(step(inEnv))).toHaveLength(1);
    const inScript = parallelSteps.replace('run: make lint', 'run: echo steps.unit.outcome');
    expect(await judge(step(inScript))).toEqual([]);
  });

  it('refuses `background` and `wait`, which are not released', async () => {
    const findings = await judge(
      step('      - id: a\n        run: make\n        background: true\n      - wait: a\n'),
    );
    expect(findings.join('\n')).toContain("Unexpected value 'background'");
    expect(findings.join('\n')).toContain("Unexpected value 'wait'");
  });
});
