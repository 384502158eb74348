import { expect, it } from 'vitest';
import { actionlint, describeFinding, describeWith, judgeWorkflows, zizmor } from './index.ts';
import { firstStepLine, parallelSteps, workflowWith } from './workflow.ts';

const path = (name: string): string => `${name}/.github/workflows/ci.yml`;
const good = { path: path('good'), content: workflowWith(parallelSteps) };

describeWith(['actionlint'], 'actionlint', () => {
  it('accepts a good workflow, its parallel group flattened', async () => {
    expect(await actionlint([good])).toEqual([]);
  });

  it('judges many files of the same name in one run, each by its own path, at the places of the original', async () => {
    const misspelled = parallelSteps.replace('steps.unit.outcome', 'steps.unti.outcome');
    const inGroup = parallelSteps.replace("github.ref_name == 'main'", 'github.nosuch == 1');
    const findings = await actionlint([
      good,
      { path: path('after'), content: workflowWith(misspelled) },
      { path: path('group'), content: workflowWith(inGroup) },
    ]);
    expect(findings.map(({ path, line, column, rule }) => [path, line, column, rule])).toEqual([
      [path('after'), firstStepLine + 19, 13, 'expression'],
      [path('group'), firstStepLine + 4, 17, 'expression'],
    ]);
  });

  it('finds an id used inside a group and outside', async () => {
    const content = workflowWith(`${parallelSteps}      - id: lint\n        run: make\n`);
    const findings = await actionlint([{ path: path('twice'), content }]);
    expect(findings.map((finding) => finding.rule)).toEqual(['id']);
  });

  it('refuses broken YAML and a group that could not be flattened, and leaves actions out', async () => {
    const findings = await actionlint([
      { path: 'broken.yml', content: 'on: push\njobs: {a: [}\n' },
      { path: 'flow.yml', content: workflowWith('      - {parallel: [{run: a}]}\n') },
      { path: 'action.yml', content: 'name: x\n' },
    ]);
    expect(findings.map((finding) => [finding.path, finding.rule])).toEqual([
      ['broken.yml', 'syntax-check'],
      ['flow.yml', 'syntax-check'],
    ]);
  });

  it('knows an action of the same commit', async () => {
    const own = (uses: string): string => workflowWith(`      - uses: ${uses}\n`);
    expect(await actionlint([{ path: path('own'), content: own('$/actions/build') }])).toEqual([]);
    const wrong = await actionlint([{ path: path('other'), content: own('actions/build') }]);
    expect(wrong.map(({ rule }) => rule)).toEqual(['action']);
  });

  it('has nothing to say of no files', async () => {
    expect(await actionlint([])).toEqual([]);
  });
});

describeWith(['zizmor'], 'zizmor', () => {
  it('accepts a good workflow with a parallel group', async () => {
    expect(await zizmor([good])).toEqual({ inherited: [], introduced: [] });
  });

  it('tells what the user brought from what we did, inside a group as well', async () => {
    const install = parallelSteps.replace('make lint', 'npm install -g grunt');
    const image = workflowWith('').replace(
      '    steps:',
      '    container:\n      image: ruby:2.7\n    steps:',
    );
    const publish = workflowWith('      - name: P\n        run: npm publish\n');
    const injection = parallelSteps.replace('make lint', 'make ${{ github.head_ref }}');
    const { inherited, introduced } = await zizmor([
      good,
      { path: path('install'), content: workflowWith(install) },
      { path: path('image'), content: image },
      { path: path('publish'), content: publish },
      { path: path('injection'), content: workflowWith(injection) },
    ]);
    const places = inherited.map(
      ({ path, line, column, rule }) => `${path}:${line}:${column} ${rule}`,
    );
    expect(places.sort()).toEqual([
      `${path('image')}:26:7 unpinned-images`,
      `${path('install')}:${firstStepLine + 17}:18 adhoc-packages`,
      `${path('publish')}:${firstStepLine + 1}:14 use-trusted-publishing`,
    ]);
    expect(introduced.map((finding) => [finding.path, finding.rule])).toEqual([
      [path('injection'), 'template-injection'],
    ]);
  });

  it('is pedantic, and deaf to comments that would silence it', async () => {
    const unnamed = workflowWith('')
      .replace('    name: CI\n', '')
      .replace('# v7.0.1', '# zizmor: ignore[unpinned-uses]');
    const content = unnamed.replace('@3d3c42e5aac5ba805825da76410c181273ba90b1', '@v7');
    const { introduced } = await zizmor([{ path: path('unnamed'), content }]);
    expect(introduced.map((finding) => finding.rule).sort()).toEqual([
      'anonymous-definition',
      'unpinned-uses',
    ]);
  });

  it('names the files that it can not read and still judges the others', async () => {
    const misspelled = workflowWith('      - name: A\n        rum: make\n');
    const nested = workflowWith(
      '      - parallel:\n          - parallel:\n              - run: a\n',
    );
    const { inherited, introduced } = await zizmor([
      { path: path('broken'), content: 'on: push\njobs: {a: [}\n' },
      {
        path: path('install'),
        content: workflowWith('      - name: I\n        run: gem install rake\n'),
      },
      { path: path('misspelled'), content: misspelled },
      { path: path('nested'), content: nested },
      good,
    ]);
    expect(introduced.map((finding) => [finding.path, finding.rule])).toEqual([
      [path('broken'), 'unreadable'],
      [path('misspelled'), 'unreadable'],
      [path('nested'), 'unreadable'],
    ]);
    expect(introduced[1]?.message).toContain("('rum' was unexpected)");
    expect(inherited.map((finding) => finding.rule)).toEqual(['adhoc-packages']);
  });

  it('judges an action.yml', async () => {
    const content =
      'name: A\ndescription: B\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ inputs.a }}\n      shell: bash\n';
    const { introduced } = await zizmor([{ path: 'actions/a/action.yml', content }]);
    expect(introduced.map((finding) => finding.rule)).toEqual(['template-injection']);
  });
});

describeWith(['actionlint', 'zizmor'], 'all judges', () => {
  it('agree on a good workflow', async () => {
    const verdict = await judgeWorkflows([good]);
    expect(verdict.findings.map(describeFinding)).toEqual([]);
    expect(verdict.inherited).toEqual([]);
  });

  it('are all asked', async () => {
    const content = workflowWith(
      '      - name: A\n        uses: actions/checkout@v7\n        rum: make\n',
    );
    const { findings } = await judgeWorkflows([{ path: path('bad'), content }]);
    expect([...new Set(findings.map((finding) => finding.judge))].sort()).toEqual([
      'actionlint',
      'github',
      'zizmor',
    ]);
  });
});
