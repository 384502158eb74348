// No edge of the source is lost, and none is added: the graph of the legacy files against that of the workflows.

import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { corpusRepositories } from '../../../src/dev/corpus/repositories.ts';
import type { Repository } from '../../../src/ground/repository.ts';
import { defaultSettings } from '../../../src/legacy/translation.ts';
import { convertCase, goldenCases, ownPin, repositoryOf } from '../../golden-case.ts';
import { type ReadJob, readAll, readBack } from './read-back.ts';
import {
  eventsOf,
  isReal,
  producersOf,
  readRepositoryGraph,
  readSourceGraph,
  type SourceGraph,
  type SourceJob,
  startersOf,
} from './source-graph.ts';

const graphOf = ({ paths, read }: Repository): SourceGraph => readRepositoryGraph(paths, read);

/** What is wrong, in words. */
function faults(
  source: SourceGraph,
  jobs: readonly ReadJob[],
  /** Jobs whose circles were reported, and CI jobs of other repositories. */
  except: ReadonlySet<string> = new Set(),
): string[] {
  const found: string[] = [];
  const byName = new Map<string, ReadJob[]>();
  for (const job of jobs) byName.set(job.name, [...(byName.get(job.name) ?? []), job]);
  // The CI job that no file lists is there where a workflow has it.
  const implied = [...byName.keys()].filter((name) => !source.jobs.has(name));
  const graph: SourceGraph = {
    ...source,
    jobs: new Map([
      ...source.jobs,
      ...implied.map((name) => [name, { name, type: 'runCI', ins: [], outs: [] }] as const),
    ]),
  };
  for (const job of source.jobs.values()) {
    if (!isReal(job) || except.has(job.name)) continue;
    const made = byName.get(job.name) ?? [];
    if (made.length === 0) {
      found.push(`${job.name}: is not a job of a workflow`);
      continue;
    }
    const known = (name: string): boolean => byName.has(name.split(':')[0] ?? '');
    const all = startersOf(graph, job).filter(known).sort();
    // A new version comes with a success, which is enough where the job itself is taken in.
    const wanted = all.filter(
      (edge) => !edge.includes(':') || !all.includes(edge.replace(/:.*/, '')),
    );
    for (const one of made) {
      const listed = (edge: string): boolean =>
        // What CI writes though no file lists its job starts those that take it in.
        !edge.includes(':') || source.jobs.has(edge.split(':')[0] ?? '');
      const actual = [...new Set(one.startedBy)].filter(listed).sort();
      if (actual.join() !== wanted.join())
        found.push(`${job.name}: started by [${actual.join()}], expected [${wanted.join()}]`);
      for (const before of waitsFor(graph, job).filter(known))
        if (!one.needs.includes(before)) found.push(`${job.name}: does not wait for ${before}`);
      for (const before of inJobs(graph, job).filter(known))
        if (!one.blockedBy.includes(before))
          found.push(`${job.name}: runs though ${before} failed`);
      if (!one.startsByHand && job.type !== 'runCI')
        found.push(`${job.name}: cannot be started by hand`);
      if (one.startsByItself && job.type !== 'runCI')
        found.push(`${job.name}: starts though nothing happened`);
      if (job.type !== 'runCI') found.push(...eventFaults(graph, job, one));
    }
  }
  return found;
}

function eventFaults(graph: SourceGraph, job: SourceJob, { events }: ReadJob): string[] {
  return eventsOf(graph, job).flatMap((event) => {
    const [kind = '', name = ''] = event.split(' ');
    const type = `dispatch line-${name.replace(/[^\w-]+/g, '-')}`;
    const has =
      kind === 'time'
        ? events.includes('time')
        : kind === 'repository'
          ? events.includes('push') || events.includes(type)
          : events.includes(type);
    return has ? [] : [`${job.name}: no event for ${event}, only [${events.join()}]`];
  });
}

/** Jobs before it that it takes in, manifests seen through. */
function inJobs(graph: SourceGraph, job: SourceJob): string[] {
  return job.ins
    .filter(({ immediate }) => !immediate)
    .flatMap(({ name }): string[] => {
      const before = graph.jobs.get(name);
      return isReal(before) ? [name] : [];
    });
}

function waitsFor(graph: SourceGraph, job: SourceJob, seen: readonly string[] = []): string[] {
  if (seen.includes(job.name)) return [];
  return job.ins.flatMap(({ name }): string[] => {
    const before = graph.jobs.get(name);
    if (isReal(before)) return [name];
    if (before?.type === 'manifest') return waitsFor(graph, before, [...seen, job.name]);
    if (graph.resources.get(name)?.type === 'state') return [];
    return producersOf(graph, name)
      .filter((one) => isReal(one) && one.name !== job.name)
      .map((one) => one.name);
  });
}

describe('golden cases', () => {
  const cases = goldenCases().filter(({ name }) => name.startsWith('assembly-lines/'));
  test.each(cases.map(({ name, folder }) => [name, folder] as const))('%s', async (_, folder) => {
    const conversion = await convertCase(folder);
    const reported = conversion.diagnostics
      .filter(({ code }) => code === 'line-circle' || code === 'line-no-ci')
      .flatMap(({ message }) => /`([^`]+)`/.exec(message)?.[1] ?? []);
    expect(
      faults(graphOf(repositoryOf(folder)), readAll(conversion.files), new Set(reported)),
    ).toEqual([]);
  });
});

const corpus = corpusRepositories().filter(({ name }) => name.startsWith('assembly-lines/'));

describe.skipIf(corpus.length === 0)('corpus', () => {
  test.each(corpus.map(({ name, repository }) => [name, repository] as const))(
    '%s',
    async (_, repository) => {
      const { files } = await convert({ repository, settings: defaultSettings, own: ownPin });
      expect(faults(graphOf(repository), readAll(files))).toEqual([]);
    },
  );
});

describe('larger than GitHub takes', () => {
  const jobs = Array.from({ length: 90 }, (_, index) => {
    const before = index === 0 ? '' : `{IN: j${index - 1}}, {IN: v${index - 1}}, `;
    return `  - {name: j${index}, type: runSh, steps: [{IN: conf}, ${before}{TASK: {script: make}}, {OUT: v${index}}]}\n`;
  });
  const names = jobs.map((_, index) => `  - {name: v${index}, type: image}\n`);
  const repository: Repository = {
    paths: ['shippable.yml'],
    read: () =>
      `resources:\n  - {name: conf, type: params, version: {params: {TEXT: ${'x'.repeat(6000)}}}}\n${names.join('')}jobs:\n${jobs.join('')}`,
  };
  test('no edge is lost between the files', async () => {
    const { files, diagnostics } = await convert({
      repository,
      settings: defaultSettings,
      own: ownPin,
    });
    expect(Math.max(...files.map(({ content }) => content.length))).toBeLessThanOrEqual(500_000);
    expect(files.filter(({ path }) => path.startsWith('.github/workflows/')).length).toBe(25);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('workflow-split');
    expect(faults(graphOf(repository), readAll(files))).toEqual([]);
  });
});

describe('the proof itself', () => {
  const source = readSourceGraph([
    `
resources: [{name: img, type: image}, {name: hook, type: webhook}]
jobs:
  - {name: a, type: runSh, steps: [{OUT: img}]}
  - {name: b, type: runSh, steps: [{IN: img}, {IN: a, switch: off}, {IN: hook}]}
`,
  ]);
  const workflow = (condition: string, needs = 'needs: a'): string => `
on:
  repository_dispatch: {types: [line-hook]}
  workflow_dispatch: {inputs: {start: {options: [a, b]}}}
jobs:
  a:
    if: inputs.start == 'a'
    outputs: {img: "\${{ contains(steps.end.outputs.new, '\\"img\\"') && 'line-new-version' || '' }}"}
    steps: [{uses: x/actions/line-start@1, with: {job: a}}]
  b:
    ${needs}
    if: ${JSON.stringify(condition)}
    steps: [{uses: x/actions/line-start@1, with: {job: b}}]
`;
  const judged = (condition: string, needs?: string): readonly string[] =>
    faults(source, readBack('.github/workflows/x.yml', workflow(condition, needs)));
  const fires = "needs.a.outputs.img == 'line-new-version'";
  const hook = "github.event.action == 'line-hook'";
  const right = `!cancelled() && (${hook} || inputs.start == 'b' || ${fires}) && needs.a.result != 'failure'`;
  test('lets the right workflow through', () => expect(judged(right)).toEqual([]));
  test.each([
    ['an edge that is dropped', right.replace(` || ${fires}`, '')],
    ['an event that is dropped', right.replace(`${hook} || `, '')],
    ['any success', right.replace(fires, "needs.a.result == 'success'")],
    ['no start by hand', right.replace(" || inputs.start == 'b'", '')],
    ['a failed job before it', right.replace(" && needs.a.result != 'failure'", '')],
    ['always', 'true'],
  ])('sees %s', (_, condition) => expect(judged(condition)).not.toEqual([]));
  test('sees a missing wait', () =>
    expect(judged("inputs.start == 'b'", 'needs: []')).not.toEqual([]));
});
