// The graph of the legacy files, read by a few lines of its own: no module of the translator is asked.

import { parse } from 'yaml';

export type SourceJob = {
  readonly name: string;
  readonly type: string;
  readonly ins: readonly {
    readonly name: string;
    readonly starts: boolean;
    readonly immediate: boolean;
  }[];
  readonly outs: readonly { readonly name: string; readonly onFailure: boolean }[];
};
export type SourceGraph = {
  readonly jobs: ReadonlyMap<string, SourceJob>;
  readonly resources: ReadonlyMap<string, { readonly type: string; readonly definition: object }>;
};

type Step = Readonly<Record<string, unknown>>;

const isOff = (value: unknown): boolean =>
  value === false || /^(?:off|no|false)$/i.test(String(value ?? ''));

/** The files of a repository; its templates stand in front of each of the others, as Shippable joined them. */
export function readRepositoryGraph(
  paths: readonly string[],
  read: (path: string) => string | undefined,
): SourceGraph {
  const isTemplates = (path: string): boolean => /^shippable\.templates\.yml$/i.test(path);
  const text = (path: string): string => (read(path) ?? '').replace(/^---.*$/gm, '');
  const templates = paths.filter(isTemplates).map(text).join('\n');
  const files = paths.filter(
    (path) => /(?:^|\/)[^/]*shippable(?:\.\w+)?\.yml$/i.test(path) && !isTemplates(path),
  );
  return readSourceGraph(files.map((path) => `${templates}\n${text(path)}`));
}

export function readSourceGraph(texts: readonly string[]): SourceGraph {
  const jobs = new Map<string, SourceJob>();
  const resources = new Map<string, { type: string; definition: object }>();
  for (const text of texts) {
    const root: unknown = parse(text, { logLevel: 'silent', uniqueKeys: false, merge: true });
    if (typeof root !== 'object' || root === null) continue;
    const part = (key: string): readonly Step[] => {
      const value = (root as Step)[key];
      return Array.isArray(value) ? (value.flat(5) as Step[]) : [];
    };
    for (const item of [...part('resources'), ...part('triggers')]) {
      const name = item['name'];
      if (typeof name === 'string' && !resources.has(name))
        resources.set(name, { type: String(item['type'] ?? ''), definition: item });
    }
    for (const item of part('jobs')) {
      const name = item['name'];
      if (typeof name !== 'string' || jobs.has(name)) continue;
      const steps = (Array.isArray(item['steps']) ? item['steps'].flat(5) : []) as Step[];
      const maps = steps.filter((step) => typeof step === 'object' && step !== null);
      jobs.set(name, {
        name,
        type: String(item['type'] ?? ''),
        ins: maps
          .filter((step) => 'IN' in step || 'GET' in step)
          .map((step) => ({
            name: String(step['IN'] ?? step['GET']),
            starts: !isOff(step['switch'] ?? step['trigger'] ?? true),
            immediate: (step['dependencyMode'] ?? item['dependencyMode']) === 'immediate',
          })),
        outs: maps
          .filter((step) => 'OUT' in step)
          .map((step) => ({ name: String(step['OUT']), onFailure: step['on_failure'] === true })),
      });
    }
  }
  return { jobs, resources };
}

const real = ['runSh', 'runCLI', 'runCI', 'release', 'deploy', 'provision'] as const;
type RealJob = SourceJob & { readonly type: (typeof real)[number] };
export const isReal = (job: SourceJob | undefined): job is RealJob =>
  real.some((type) => type === job?.type);

/** Jobs that have the resource as an `OUT`. */
export const producersOf = ({ jobs }: SourceGraph, resource: string): readonly SourceJob[] =>
  [...jobs.values()].filter(({ outs }) => outs.some(({ name }) => name === resource));

/** `JOB` for a success that starts the job, `JOB:RESOURCE` for a new version; manifests are seen through. */
export function startersOf(
  graph: SourceGraph,
  job: SourceJob,
  seen: readonly string[] = [],
): string[] {
  if (seen.includes(job.name)) return [];
  const found = job.ins.flatMap((input): string[] => {
    if (!input.starts) return [];
    const before = graph.jobs.get(input.name);
    if (isReal(before)) return [before.name];
    if (before?.type === 'manifest') return startersOf(graph, before, [...seen, job.name]);
    const resource = graph.resources.get(input.name);
    if (before !== undefined || resource === undefined || resource.type === 'state') return [];
    return producersOf(graph, input.name)
      .filter((producer) => isReal(producer) && producer.name !== job.name)
      .map(({ name }) => `${name}:${input.name}`);
  });
  const started = [...graph.jobs.values()]
    .filter(({ outs }) => isReal(job) && outs.some(({ name }) => name === job.name))
    .filter(isReal)
    .filter(({ name }) => !graph.resources.has(job.name) && name !== job.name)
    .map(({ name }) => name);
  return [...new Set([...found, ...started])];
}

/** Other events of a repository than its commits are not looked at. */
function startsOnCommit(definition: object | undefined): boolean {
  const { pointer, versionTemplate, version } = (definition ?? {}) as Readonly<
    Record<string, Step>
  >;
  return ![pointer, versionTemplate, version].some((part) =>
    isOff(part?.['buildOnCommit'] ?? 'on'),
  );
}

/** What starts the job from outside, as far as names go. */
export function eventsOf(
  graph: SourceGraph,
  job: SourceJob,
  seen: readonly string[] = [],
): string[] {
  if (seen.includes(job.name)) return [];
  return [
    ...new Set(
      job.ins.flatMap((input): string[] => {
        if (!input.starts) return [];
        const before = graph.jobs.get(input.name);
        if (before?.type === 'manifest') return eventsOf(graph, before, [...seen, job.name]);
        if (isReal(before)) return [];
        const { type, definition } = graph.resources.get(input.name) ?? {};
        if (type === undefined) return [`dispatch ${input.name}`];
        if (type === 'gitRepo')
          return startsOnCommit(definition) ? [`repository ${input.name}`] : [];
        if (type === 'time') return [`time ${input.name}`];
        return type === 'webhook' ? [`dispatch ${input.name}`] : [];
      }),
    ),
  ];
}
