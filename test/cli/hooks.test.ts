// Hooks of the user's own. The examples are those of the documentation, run as they stand there.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Hooks } from '../../src/convert/hooks.d.ts';
import { folderWith, readFile, run } from './run.ts';

/** The published types take what the page shows. */
const typed: Hooks = {
  constructs: [
    {
      key: 'jobs[]',
      file: 'shippable.jobs.yml',
      translate: ({ value, steps }) =>
        typeof value === 'object' && value !== null && 'type' in value
          ? { steps: steps.map((step) => ({ ...step, 'timeout-minutes': 5 })) }
          : undefined,
    },
  ],
};

test('a typed module is one', () => {
  expect(typed.constructs).toHaveLength(1);
});

const page = fs.readFileSync(new URL('../../.github/docs/hooks.md', import.meta.url), 'utf8');

/** The blocks of a section of the page, by the name in their first line. */
function example(title: string): Readonly<Record<string, string>> {
  const section = page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  return Object.fromEntries(
    [...section.matchAll(/```\w+\n(?:#|\/\/) (.+)\n([\s\S]*?)```/g)].map(([, name, text]) => [
      name,
      text ?? '',
    ]),
  );
}

describe.each([
  ['A section of shippable.yml', 'shippable.yml', []],
  ['A step of CodeShip', 'codeship.yml', ['AWS_ROLE']],
])('the worked example: %s', (title, workflow, secrets) => {
  const { [`a part of .github/workflows/${workflow}`]: expected = '', ...files } = example(title);

  test('the steps stand in the workflow as the page says, and every value counts', async () => {
    const folder = folderWith({ ...files, Dockerfile: 'FROM scratch\n' });
    const ran = await run(['convert', '.', '--hooks', 'hooks.mjs', '--json'], { folder });
    expect(ran.code).toBe(0);
    const report = JSON.parse(ran.stdout);
    expect(report.summary).toMatchObject({ manual: 0, dropped: 0, invalid: 0 });
    expect(
      report.diagnostics.filter(({ code }: { code: string }) => code === 'by-hook'),
    ).toHaveLength(1);
    expect(report.secrets.map(({ name }: { name: string }) => name)).toEqual(secrets);
    const text = readFile(folder, `.github/workflows/${workflow}`);
    const indented = expected.replace(/^(?=.)/gm, '      ');
    expect(text).toContain(indented);
    expect(text.split('\n')[0]).toContain('with --hooks=hooks.mjs; checksum');
    if (secrets.length > 0) {
      expect(parse(text).jobs.build.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    }
    // With the same hooks nothing differs; without them it is said.
    const same = await run(['convert', '.', '--check', '--hooks', 'hooks.mjs'], { folder });
    expect(same).toMatchObject({ code: 0, stdout: '' });
    const without = await run(['convert', '.', '--check'], { folder });
    expect(without.code).toBe(1);
    expect(without.stderr).toContain('warning[hooks-not-given]');
  });
});

const plain = 'language: none\nbuild:\n  ci:\n    - make\n  post_ci:\n    - ./report\n';

/** A conversion with this text as the hook for `build.post_ci`. */
async function withHook(translate: string, key = 'build.post_ci', files: object = {}) {
  const folder = folderWith({
    'shippable.yml': plain,
    ...files,
    'hooks.mjs': `export default { constructs: [{ key: '${key}', translate: ${translate} }] };\n`,
  });
  const ran = await run(['convert', '.', '--hooks', 'hooks.mjs', '--json'], { folder });
  const report = ran.stdout === '' ? undefined : JSON.parse(ran.stdout);
  const codes: string[] = (report?.diagnostics ?? []).map(({ code }: { code: string }) => code);
  return { ...ran, report, codes, folder };
}

describe('what a hook is given', () => {
  test('its place, its value as it is written, the steps and jobs', async () => {
    const { report } = await withHook(
      '(given) => ({ steps: [{ run: JSON.stringify({ ...given, steps: given.steps.length, names: given.steps.map(({ name }) => name), run: given.steps[0].run }) }] })',
    );
    const { jobs } = parse(report.files[0].content);
    expect(JSON.parse(jobs.ci.steps.at(-1).run)).toEqual({
      file: 'shippable.yml',
      path: 'build.post_ci',
      line: 6,
      value: ['./report'],
      steps: 1,
      names: ['ci and post_ci'],
      run: './report',
      job: 'ci',
      jobs: ['ci'],
    });
  });

  test('a job of Assembly Lines, by what it is', async () => {
    const { report, code } = await withHook(
      "({ value, job, jobs }) => value.type === 'jenkinsJob' ? { job: job ?? jobs.at(-1), at: 'start', steps: [{ name: 'Call it', run: `curl ${value.name} 1.10` }] } : undefined",
      'jobs[]',
      {
        'shippable.yml':
          'resources:\n  - name: repo\n    type: gitRepo\n    integration: gh\n    pointer:\n      sourceName: acme/web\n      branch: main\njobs:\n  - name: old\n    type: jenkinsJob\n    integration: jenkins\n    steps:\n      - IN: repo\n  - name: make\n    type: runSh\n    steps:\n      - IN: repo\n      - TASK:\n          - script: make\n',
      },
    );
    const text = report.files.map(({ content }: { content: string }) => content).join('');
    expect(text).toContain('run: curl old 1.10');
    expect([0, 1]).toContain(code);
  });

  test('a credential that lies open is not a part of it', async () => {
    const token = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';
    const { report, stdout } = await withHook(
      '({ value }) => ({ steps: [{ run: value[0] }] })',
      'build.post_ci',
      { 'shippable.yml': `${plain.replace('./report', `./report --token ${token}`)}` },
    );
    expect(stdout).not.toContain(token);
    expect(report.files[0].content).toContain('./report --token ${{ secrets.');
  });
});

describe('what a hook gives', () => {
  test('steps for a part of a script that sections share: the rest goes on around them', async () => {
    const files = { 'shippable.yml': plain.replace('    - make', '    - make\n    - make test') };
    const hook =
      "({ steps }) => ({ steps: [{ name: 'In between', run: steps[0].run.toUpperCase() }] })";
    const { report, codes } = await withHook(hook, 'build.ci[]', files);
    const { steps } = parse(report.files[0].content).jobs.ci;
    expect(steps.slice(1).map(({ run: script }: { run: string }) => script)).toEqual(
      ['MAKE\n', 'MAKE TEST\n', './report'].map((text) => text.trim()),
    );
    expect(codes.filter((code) => code === 'hook-shares-step')).toHaveLength(2);
    expect(report.summary).toMatchObject({ translated: 4, manual: 0, dropped: 0 });
  });

  test('a construct that another place names by an alias: it is said that both change', async () => {
    const text = plain.replace('post_ci:', 'post_ci: &x').concat('  on_success: *x\n');
    const { report } = await withHook("() => ({ steps: [{ run: 'true' }] })", 'build.post_ci', {
      'shippable.yml': text,
    });
    const said = report.diagnostics.filter(
      ({ code }: { code: string }) => code === 'hook-shares-step',
    );
    expect(said.map(({ message }: { message: string }) => message).join()).toContain('by an alias');
  });

  test('an id that another step reads stays on the last step', async () => {
    const files = { 'shippable.yml': `${plain}  on_failure:\n    - ./logs\n` };
    const { report } = await withHook("() => ({ steps: [{ run: 'true' }] })", 'build.*', files);
    const { steps } = parse(report.files[0].content).jobs.ci;
    expect(steps).toHaveLength(4);
  });

  test('nothing: transship decides', async () => {
    const { codes, report } = await withHook('() => undefined');
    expect(codes).not.toContain('by-hook');
    expect(report.files[0].content).toContain('./report');
    expect(report.files[0].content).not.toContain('--hooks');
  });

  test('an empty list leaves the construct out, and says so', async () => {
    const { report, codes } = await withHook('() => ({ steps: [] })');
    expect(codes).toContain('left-out-by-hook');
    expect(report.summary.dropped).toBe(1);
    expect(report.files[0].content).not.toContain('./report');
  });

  test('an action without a commit is a warning, and one that is not allowed an error', async () => {
    const { codes } = await withHook(
      "() => ({ steps: [{ uses: 'acme/report@v1' }] })",
      'build.post_ci',
      { '.github/transship.yml': "allowed-actions: ['actions/*']\n" },
    );
    expect(codes).toEqual(expect.arrayContaining(['unpinned-action', 'action-not-allowed']));
  });

  test.each([
    ["() => { throw new TypeError('no') }", 'threw: TypeError: no'],
    ['() => null.x', 'threw: TypeError'],
    ['() => 1', 'gave neither undefined'],
    ['() => ({ step: [] })', 'gave neither undefined'],
    ['() => ({ steps: [], jobs: 1 })', 'gave `jobs`'],
    ['() => ({ steps: [{}] })', 'neither or both of `run` and `uses`'],
    ["() => ({ steps: [{ run: 'a', uses: 'a/b@c' }] })", 'neither or both'],
    ["() => ({ steps: [{ run: 'a', environment: {} }] })", '`environment`'],
    ["() => ({ steps: [{ run: 'a', env: { A: [] } }] })", '`env` is not an object of texts'],
    ['() => ({ steps: [{ run: 1 }] })', '`run` is not text'],
    ["() => ({ steps: [], at: 'middle' })", '`at`'],
    ["() => ({ steps: [], permissions: { contents: 'write' } })", '`permissions`'],
    ['() => ({ steps: [], job: 1 })', 'gave a `job` that is not text'],
    ["() => ({ steps: [{ run: 'a' }, 1] })", 'gave a step (the 2.) that is not an object'],
    ["() => ({ steps: [{ run: '' }] })", 'gave a step (the 1.) whose `run` is not text'],
    ["() => ({ steps: [{ run: 'a', 'continue-on-error': 1 }] })", 'is not a flag'],
    ["() => ({ steps: [{ run: 'a', 'timeout-minutes': true }] })", 'is not a number'],
    ["() => { throw 'a\\n  text' }", 'threw: a text'],
    ["() => ({ steps: [{ run: 'a', 'continue-on-error': {} }] })", 'is not a flag'],
    ["() => ({ steps: [{ run: 'a', 'timeout-minutes': [] }] })", 'is not a number'],
    ["() => ({ steps: [{ run: 'a', env: { A: null } }] })", '`env` is not an object of texts'],
    ["() => ({ steps: [{ run: 'a', with: ['b'] }] })", '`with` is not an object of texts'],
    ["() => ({ steps: [{ run: 'a\\0' }] })", '`run` is not text'],
    ["() => ({ steps: [], permissions: ['contents'] })", '`permissions`'],
    ["() => ({ steps: [], permissions: { 'a b': ['read', 'x'] } })", '`permissions`'],
    ["() => ({ steps: [], permissions: { contents: 'rw' } })", '`permissions`'],
    ["() => ({ steps: [], permissions: { contents: ['admin', 'x'] } })", '`permissions`'],
    ["() => ({ steps: [], permissions: { contents: ['read', 1] } })", '`permissions`'],
    ["() => ({ steps: [], permissions: { contents: ['read', 'a\\nb'] } })", '`permissions`'],
    ["() => 'steps'", 'gave neither undefined'],
    ['() => null', 'gave neither undefined'],
    ["() => ({ steps: ['make'] })", 'gave a step (the 1.) that is not an object'],
  ])('%s is an error at the construct, which is translated all the same', async (hook, message) => {
    const { code, report, codes } = await withHook(hook);
    expect(code).toBe(1);
    expect(codes).toContain('hook-failed');
    const { message: said, line } = report.diagnostics.find(
      (one: { code: string }) => one.code === 'hook-failed',
    );
    expect(said).toContain(message);
    expect(line).toBe(6);
    expect(report.files[0].content).toContain('./report');
  });
});

test('numbers, flags and expressions stand in the workflow as the hook gives them', async () => {
  const hook =
    "() => ({ steps: [{ uses: 'acme/x@v1', with: { a: 1, b: true, c: 'x' }, env: { A: 2, B: false }, 'continue-on-error': true, 'timeout-minutes': 5 }, { run: './a', 'continue-on-error': '${{ matrix.may-fail }}', 'timeout-minutes': '${{ matrix.minutes }}' }] })";
  const { report, codes } = await withHook(hook);
  expect(codes).not.toContain('hook-failed');
  expect(parse(report.files[0].content).jobs.ci.steps.slice(-2)).toEqual([
    {
      uses: 'acme/x@v1',
      with: { a: 1, b: true, c: 'x' },
      env: { A: 2, B: false },
      'continue-on-error': true,
      'timeout-minutes': 5,
    },
    {
      run: './a',
      'continue-on-error': '${{ matrix.may-fail }}',
      'timeout-minutes': '${{ matrix.minutes }}',
    },
  ]);
});

describe('a construct that is in no job', () => {
  const lines =
    'resources:\n  - name: repo\n    type: gitRepo\n    integration: gh\n    pointer:\n      sourceName: acme/web\n      branch: main\njobs:\n  - name: old\n    type: jenkinsJob\n    integration: jenkins\n    steps:\n      - IN: repo\n  - name: one\n    type: runSh\n    steps:\n      - IN: repo\n      - TASK:\n          - script: make\n  - name: two\n    type: runSh\n    steps:\n      - IN: one\n      - TASK:\n          - script: make\n';
  const given = (answer: string) =>
    withHook(
      `({ value }) => value.type === 'jenkinsJob' ? { ${answer} steps: [{ name: 'Mine', run: 'true' }] } : undefined`,
      'jobs[]',
      { 'shippable.yml': lines },
    );

  test.each([
    ['', 'does not say which job its steps go to'],
    ["job: 'three',", 'names the job `three`, which there is not'],
  ])('%s is an error, which lists the jobs', async (answer, message) => {
    const { report } = await given(answer);
    const found = report.diagnostics.find(({ code }: { code: string }) => code === 'hook-failed');
    expect(found.message).toContain(message);
    expect(found.help).toBe('give `job`: `one`, `two`, `record`');
  });

  test.each(['start', 'end'])('its steps go to the %s of the job that it names', async (at) => {
    const { report } = await given(`job: 'two', at: '${at}',`);
    const text = report.files.map(({ content }: { content: string }) => content).join('');
    expect(text).toContain('name: Mine');
    const names = parse(report.files.at(-1).content).jobs.two.steps.map(
      ({ name }: { name: string }) => name,
    );
    expect(names.indexOf('Mine')).toBe(at === 'start' ? 0 : names.length - 1);
  });
});

test.each([
  ['a'.repeat(40), false],
  ['v1', true],
  [`${'a'.repeat(40)}b`, true],
  ['A'.repeat(40), true],
])('an action at %s is said not to be a commit: %s', async (ref, isSaid) => {
  const { codes } = await withHook(`() => ({ steps: [{ uses: 'acme/report@${ref}' }] })`);
  expect(codes.includes('unpinned-action')).toBe(isSaid);
});

describe('a module that is none', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['hooks.js', 'export default {}', 'ends in .mjs'],
    ['hooks.mjs', 'export default {}', 'its default export is not'],
    ['hooks.mjs', 'export default { constructs: [{ key: 1 }] }', 'its default export is not'],
    ['hooks.mjs', 'this is not a program', 'it cannot be loaded: '],
    ['hooks.mjs', "throw new Error('at once')", 'cannot be loaded: Error: at once'],
    ...('typescript' in process.features && process.features.typescript
      ? []
      : ([['hooks.ts', 'export default {}', 'does not strip types']] as const)),
  ];
  test.each(cases)('%s: %s', async (name, text, message) => {
    const folder = folderWith({ 'shippable.yml': plain, [name]: text });
    const ran = await run(['convert', '.', '--hooks', name], { folder });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
    expect(fs.existsSync(path.join(folder, '.github'))).toBe(false);
  });

  test('nothing in a repository can name one', async () => {
    const folder = folderWith({
      'shippable.yml': plain,
      '.github/transship.yml': 'hooks: hooks.mjs\n',
      'hooks.mjs': "throw new Error('it ran')\n",
    });
    const ran = await run(['convert', '.', '--json'], { folder });
    expect(ran.stdout).toContain('ignored-setting');
    expect(ran.stdout + ran.stderr).not.toContain('it ran');
  });

  test('an audit counts with hooks, and its journal belongs to them', async () => {
    const folder = folderWith({
      'a/shippable.yml': plain,
      'hooks.mjs':
        "export default { constructs: [{ key: 'build.post_ci', translate: () => ({ steps: [{ run: 'echo ${{ secrets.REPORT_KEY }}' }] }) }] };\n",
    });
    const args = ['audit', 'a', '--hooks', 'hooks.mjs', '--json', '--journal', 'journal'];
    const ran = await run(args, { folder });
    expect(JSON.parse(ran.stdout).secrets).toMatchObject([{ name: 'REPORT_KEY' }]);
    const stamp = readFile(folder, 'journal').split('\n')[0];
    await run(['audit', 'a', '--json', '--journal', 'journal'], { folder });
    expect(readFile(folder, 'journal').split('\n')[0]).not.toBe(stamp);
  });
});
