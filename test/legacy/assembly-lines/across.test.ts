// Several repositories are one graph, and options of the command line change how they reach each other.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../../src/convert/convert.ts';
import type { Repository } from '../../../src/ground/repository.ts';
import { defaultSettings, type Settings } from '../../../src/legacy/translation.ts';
import { ownPin } from '../../golden-case.ts';

const repository = (name: string, text: string): Repository => ({
  name,
  paths: ['shippable.yml'],
  read: (path) => (path === 'shippable.yml' ? text : undefined),
});

const app = repository(
  'acme/app',
  `
resources:
  - {name: app_img, type: image, pointer: {sourceName: acme/app}, seed: {versionName: "1"}}
jobs:
  - name: build
    type: runSh
    steps: [{TASK: {script: make}}, {OUT: app_img}]
  - name: check
    type: runSh
    steps: [{TASK: {script: make check}}]
`,
);

const ops = repository(
  'acme/ops',
  `
resources:
  - {name: lib, type: gitRepo, integration: gh, pointer: {sourceName: acme/lib, branch: master}}
jobs:
  - name: ship
    type: runSh
    steps: [{IN: app_img}, {IN: check}, {TASK: {script: ./ship.sh}}]
  - name: deploy-lib
    type: runSh
    steps: [{IN: lib}, {TASK: {script: ./lib.sh}}]
`,
);

async function converted(
  of: Repository,
  others: readonly Repository[],
  settings: Partial<Settings> = {},
) {
  const { files, diagnostics, secrets } = await convert({
    repository: of,
    settings: { ...defaultSettings, ...settings },
    own: ownPin,
    others,
  });
  const workflow = (path: string) =>
    parse(files.find((file) => file.path === path)?.content ?? '') as {
      readonly on: Readonly<Record<string, unknown>>;
      readonly jobs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  return { files, workflow, codes: diagnostics.map(({ code }) => code), secrets };
}

const ship = '.github/workflows/assembly-line-ship.yml';
const lib = '.github/workflows/assembly-line-deploy-lib.yml';

describe('two repositories', () => {
  test('the receiver waits for events, and knows what it receives', async () => {
    const { workflow, codes } = await converted(ops, [app]);
    expect(workflow(ship).on['repository_dispatch']).toEqual({
      types: ['line-app_img', 'line-check'],
    });
    expect(JSON.stringify(workflow(ship).jobs['ship'])).toContain('sourceName: acme/app');
    expect(codes).not.toContain('line-elsewhere');
  });

  test('the sender tells after it has recorded, each event only where its reason holds', async () => {
    const { workflow, files, secrets } = await converted(app, [ops]);
    const all = files.filter(({ path }) => path.startsWith('.github/workflows/'));
    expect(all).toHaveLength(2);
    const { send } = workflow('.github/workflows/assembly-line-build.yml').jobs;
    expect(send?.['needs']).toEqual(['record', 'build']);
    expect(send?.['if']).toBe(
      "!cancelled() && needs.record.result == 'success' && needs.build.outputs.app_img == 'line-new-version'",
    );
    expect(JSON.stringify(send)).toContain('acme/ops');
    expect(JSON.stringify(send)).not.toContain('${{ needs');
    expect(secrets.map(({ name }) => name)).toContain('ASSEMBLY_LINE_TOKEN');
  });

  test('alone, the receiver says what is missing', async () => {
    const { codes } = await converted(ops, []);
    expect(codes.filter((code) => code === 'line-elsewhere')).toHaveLength(2);
  });
});

describe('commits of another repository', () => {
  test('are sent by a workflow for that repository', async () => {
    const { files } = await converted(ops, []);
    const sent = files.find(({ path }) => path === '.github/assembly-line/for/acme/lib/send.yml');
    expect(sent?.content).toContain('branches: [master]');
    expect(sent?.content).toContain('REPOSITORY: acme/ops');
    expect(sent?.content).toContain('EVENT: line-lib');
  });

  test('are looked for by a schedule', async () => {
    const { files, workflow } = await converted(ops, [], { watch: 'poll' });
    expect(files.some(({ path }) => path.endsWith('send.yml'))).toBe(false);
    const { on, jobs } = workflow(lib);
    expect(on['schedule']).toEqual([{ cron: '*/15 * * * *' }]);
    expect(on['repository_dispatch']).toBeUndefined();
    expect(jobs['deploy-lib']?.['needs']).toBe('watch');
    expect(jobs['deploy-lib']?.['if']).toContain("needs.watch.outputs.lib == 'line-new-version'");
    expect(JSON.stringify(jobs['record'])).toContain('repos:');
  });
});

test('a queue and an environment are written where they are asked for', async () => {
  const { workflow } = await converted(ops, [], { queue: true, environment: 'production' });
  expect(workflow(lib).jobs['deploy-lib']).toMatchObject({
    concurrency: { group: 'line-deploy-lib', queue: 'max' },
    environment: 'production',
  });
  expect(workflow(ship).jobs['ship']).not.toHaveProperty('environment');
});

test('a workflow that GitHub would refuse for its size, however it is split, is an error with a way out', async () => {
  const jobs = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) =>
        `  - {name: j${index}, type: runSh, steps: [{IN: big}, ${index === 0 ? '' : `{IN: j${index - 1}}, `}{TASK: {script: make}}]}\n`,
    ).join('');
  const text = (count: number): string =>
    `resources:\n  - {name: big, type: params, version: {params: {TEXT: ${'x'.repeat(20_000)}}}}\njobs:\n${jobs(count)}`;
  const codes = async (count: number): Promise<readonly string[]> => {
    const { diagnostics } = await convert({
      repository: repository('acme/app', text(count)),
      settings: defaultSettings,
      own: ownPin,
    });
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };
  expect(await codes(3)).toEqual([]);
  // 50 jobs of 20 kB are files of their own; more than 25 others do not fit.
  expect(await codes(30)).toEqual([]);
  expect(await codes(80)).toEqual(['workflow-too-large']);
});
