// The graph: which job starts or waits for which, and by what. All files of all repositories are one graph; a name that
// nobody defines belongs to a repository that was not given.

import { defined } from '../../../ground/defined.ts';
import type { Report } from '../../../source/diagnostic.ts';
import { type Foreign, foreignJob, foreignResource } from '../files/foreign.ts';
import type { InStep, LineJob, LineResource, Lines, OutStep } from '../files/model.ts';
import type { OwnRepository } from '../files/own-repository.ts';
import { nearHelp } from '../files/read.ts';

/** What a job becomes. */
type Role = 'script' | 'ci' | 'manifest' | 'release' | 'deploy' | 'provision' | 'received' | 'none';

const roles: Readonly<Record<string, Role>> = {
  runSh: 'script',
  runCLI: 'script',
  runCI: 'ci',
  manifest: 'manifest',
  release: 'release',
  deploy: 'deploy',
  provision: 'provision',
  externalCI: 'received',
  jenkinsJob: 'received',
  rSync: 'none',
};

const jobTypes = Object.keys(roles);

export type JobNode = {
  readonly name: string;
  readonly role: Role;
  /** Absent for the CI job that no file lists. */
  readonly job?: LineJob;
  readonly inputs: readonly Input[];
  /** Jobs that start this one when they end: they have it as an `OUT`. */
  readonly startedBy: readonly StartEdge[];
  readonly outputs: readonly Output[];
  /** Further names whose versions its commands write. */
  readonly alsoWrites?: readonly string[];
};

type StartEdge = { readonly from: JobNode; readonly step: OutStep };

/** An `IN` of a job, resolved. */
export type Input = { readonly step: InStep } & (
  | { readonly kind: 'job'; readonly from: JobNode }
  | {
      readonly kind: 'resource';
      readonly resource: LineResource;
      /** Jobs that have the resource as an `OUT`, the job itself left out. */
      readonly producers: readonly JobNode[];
      /** The release or deployment that says which version is meant. */
      readonly of?: string;
    }
  /** Nobody that was given defines it. */
  | {
      readonly kind: 'elsewhere';
      readonly name: string;
      /** Its type, where a further repository tells it. */
      readonly type?: string;
    }
);

export type Output = { readonly step: OutStep } & (
  | { readonly kind: 'resource'; readonly resource: LineResource }
  | { readonly kind: 'job'; readonly to: string }
  | { readonly kind: 'unknown' }
);

export type Graph = {
  readonly jobs: readonly JobNode[];
  readonly resources: readonly LineResource[];
  /** The CI job of this repository. */
  readonly ci?: JobNode;
  /** Resources that another repository defines. */
  readonly foreign: ReadonlySet<LineResource>;
};

type Building = JobNode & {
  readonly inputs: Input[];
  readonly startedBy: StartEdge[];
  readonly outputs: Output[];
  alsoWrites?: readonly string[];
};

type GraphInput = {
  readonly lines: Lines;
  readonly own: OwnRepository;
  /** Whether `shippable.yml` has a CI part. */
  readonly hasCi: boolean;
  /** Names of versions that commands of the CI part write. */
  readonly written: readonly string[];
  /** Whether they need the folders and programs of a line. */
  readonly asked: boolean;
  /** Further repositories, whose names are known too. */
  readonly others: readonly Foreign[];
  readonly report: Report;
};

export function buildGraph(input: GraphInput): Graph {
  const { lines, own, hasCi, others } = input;
  const ciName = hasCi ? nameOfCi(lines, own) : undefined;
  const names: Names = {
    resources: new Map(lines.resources.map((resource) => [resource.name, resource])),
    nodes: readJobs(input, ciName),
    producers: new Map(),
  };
  connectOutputs(names, input);
  const ci = ciName === undefined ? undefined : names.nodes.get(ciName);
  if (ci !== undefined) addWritten(ci, names, input);
  connectInputs(names, input);
  return {
    foreign: new Set(others.flatMap((other) => other.lines.resources)),
    jobs: [...names.nodes.values()],
    resources: lines.resources,
    ...defined({ ci }),
  };
}

/** All that a name can mean. */
type Names = {
  readonly resources: ReadonlyMap<string, LineResource>;
  readonly nodes: ReadonlyMap<string, Building>;
  /** Jobs that make versions of a resource. */
  readonly producers: Map<string, readonly JobNode[]>;
};

/** Every job of a known type, without its connections. */
function readJobs(
  { lines, hasCi, asked, report }: GraphInput,
  ciName: string | undefined,
): ReadonlyMap<string, Building> {
  const nodes = new Map<string, Building>();
  for (const job of lines.jobs) {
    if (!jobTypes.includes(job.type)) {
      report(
        'line-type',
        job.node,
        job.type === ''
          ? `the job \`${job.name}\` has no \`type\``
          : `\`${job.type}\` is not a job type`,
        nearHelp(job.type, jobTypes) ??
          `use one of ${jobTypes.map((type) => `\`${type}\``).join(', ')}`,
      );
      continue;
    }
    const known = roles[job.type] ?? 'none';
    const role = known === 'ci' && job.name !== ciName ? 'received' : known;
    if (known === 'ci' && role !== 'ci')
      report(
        'line-no-ci',
        job.named,
        hasCi
          ? `\`${job.name}\` is the CI of another repository`
          : `\`${job.name}\` is a CI job, but there is no \`shippable.yml\` with a CI part`,
        'convert the repository that has it, and pass this one with `--with`',
      );
    nodes.set(job.name, { ...unconnected(job.name, role), job });
  }
  if (ciName !== undefined && !nodes.has(ciName) && (asked || isTaken(lines, ciName)))
    nodes.set(ciName, unconnected(ciName, 'ci'));
  return nodes;
}

const unconnected = (name: string, role: Role): Building => ({
  name,
  role,
  inputs: [],
  startedBy: [],
  outputs: [],
});

function connectOutputs(names: Names, { others, report }: GraphInput): void {
  const { resources, nodes } = names;
  for (const node of nodes.values()) {
    for (const step of node.job?.outs ?? []) {
      const resource = resources.get(step.name) ?? foreignResource(others, step.name);
      if (resource !== undefined) {
        node.outputs.push({ kind: 'resource', step, resource });
        addProducer(step.name, node, names);
      } else if (nodes.has(step.name)) {
        node.outputs.push({ kind: 'job', step, to: step.name });
        nodes.get(step.name)?.startedBy.push({ from: node, step });
      } else {
        node.outputs.push({ kind: 'unknown', step });
        report(
          'line-unknown-out',
          step.named,
          `no resource or job is called \`${step.name}\`, so what \`${node.name}\` writes for it is ignored`,
          nearName(step.name, names) ??
            'define the resource, or pass the repository that does with `--with`',
        );
      }
    }
  }
}

/** Versions that CI's commands write though no file lists the job (shippable.md 14.5). */
function addWritten(ci: Building, names: Names, { written }: GraphInput): void {
  // A file for a name that the job does not list as an `OUT` was never read (shippable.md 14.3).
  if (ci.job !== undefined) return;
  const also = written.filter((name) => !ci.outputs.some(({ step }) => step.name === name));
  if (also.length > 0) ci.alsoWrites = also;
  for (const name of also) if (names.resources.has(name)) addProducer(name, ci, names);
}

function connectInputs(names: Names, { others, report }: GraphInput): void {
  const { resources, nodes, producers } = names;
  for (const node of nodes.values()) {
    for (const step of node.job?.ins ?? []) {
      const job = nodes.get(step.name);
      const resource = resources.get(step.name) ?? foreignResource(others, step.name);
      if (job !== undefined) node.inputs.push({ kind: 'job', step, from: job });
      else if (resource !== undefined) {
        const list = (producers.get(step.name) ?? []).filter((one) => one !== node);
        node.inputs.push({ kind: 'resource', step, resource, producers: list });
      } else {
        const known = foreignJob(others, step.name) ?? ciOf(others, step.name);
        node.inputs.push({
          kind: 'elsewhere',
          step,
          name: step.name,
          ...defined({ type: known?.type }),
        });
        if (known !== undefined) continue;
        report(
          'line-elsewhere',
          step.named,
          `nothing here is called \`${step.name}\`: it belongs to another repository, which has to send an event`,
          nearName(step.name, names) ??
            'pass the repository that has it with `--with`, or send the event with the step in the report',
        );
      }
    }
  }
}

function addProducer(name: string, node: JobNode, { producers }: Names): void {
  const known = producers.get(name) ?? [];
  if (!known.includes(node)) producers.set(name, [...known, node]);
}

const nearName = (name: string, { resources, nodes }: Names): string | undefined =>
  nearHelp(name, [...resources.keys(), ...nodes.keys()]);

/** The CI job that a further repository is named after. */
const ciOf = (others: readonly Foreign[], name: string): { readonly type: string } | undefined =>
  others.some(
    ({ slug }) => slug !== undefined && name === `${slug.slice(slug.lastIndexOf('/') + 1)}_runCI`,
  )
    ? { type: 'runCI' }
    : undefined;

const isTaken = (lines: Lines, name: string): boolean =>
  lines.jobs.some(({ ins }) => ins.some((step) => step.name === name));

/** `REPO_runCI`: as a job that is listed, else as an input that is taken (shippable.md 8.3). */
function nameOfCi({ jobs }: Lines, own: OwnRepository): string | undefined {
  const listed = jobs.filter(({ type }) => type === 'runCI').map(({ name }) => name);
  const names = new Set(jobs.map(({ name }) => name));
  const taken = jobs.flatMap(({ ins }) =>
    ins.map(({ name }) => name).filter((name) => name.endsWith('_runCI') && !names.has(name)),
  );
  const all = [...new Set([...listed, ...taken])];
  const mine = all.find((name) => own.isCalled(name.slice(0, -'_runCI'.length)));
  if (mine !== undefined) return mine;
  const [first] = listed;
  if (first !== undefined) return first;
  const free = own.known ? [] : [...new Set(taken)];
  return free.length === 1
    ? free[0]
    : own.repository === undefined
      ? 'runCI'
      : `${own.repository}_runCI`;
}
