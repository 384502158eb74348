// What starts each job and what it waits for. Jobs without commands of their own (manifests) are contracted: what would
// start them starts those who take them in.

import { firstOfEach } from '../../../ground/each-once.ts';
import type { Report } from '../../../source/diagnostic.ts';
import type { SourceNode } from '../../../source/node.ts';
import { fieldOf } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { OwnRepository } from '../files/own-repository.ts';
import type { Graph, Input, JobNode } from './graph.ts';

/** One reason why a job starts after another job of the run. */
type Fire = {
  readonly from: JobNode;
  /** The resource of which it has to make a new version; without it, its success is enough. */
  readonly resource?: string;
  /** Also after a failure: an `OUT` job with `on_failure`. */
  readonly evenFailed?: true;
  /** The steps that say it. */
  readonly at: readonly SourceNode[];
};

/** One reason from outside of the run. */
export type Event =
  | { readonly kind: 'commit'; readonly resource: LineResource; readonly at: SourceNode }
  | { readonly kind: 'schedule'; readonly resource: LineResource; readonly at: SourceNode }
  /** An event of the type `line-NAME`. */
  | { readonly kind: 'dispatch'; readonly name: string; readonly at: SourceNode };

export type Plan = {
  readonly node: JobNode;
  /** Jobs of the workflow that it waits for, contracted ones replaced by those before them. */
  readonly needs: readonly JobNode[];
  readonly fires: readonly Fire[];
  readonly events: readonly Event[];
  /** Jobs whose failure keeps it from starting. */
  readonly blockedBy: readonly JobNode[];
};

/** Whether the job is a job of a workflow. */
export const isReal = ({ role }: JobNode): boolean =>
  role !== 'manifest' && role !== 'received' && role !== 'none';

/** Where commits of other repositories are looked for, they are new versions of the job that looks. */
export function withWatch(plans: readonly Plan[], watcher: JobNode): readonly Plan[] {
  return plans.map((plan) => {
    const watched = plan.events.filter(
      (event) => event.kind === 'dispatch' && repositoryOf(plan.node, event.name) !== undefined,
    );
    if (watched.length === 0) return plan;
    return {
      ...plan,
      events: plan.events.filter((event) => !watched.includes(event)),
      needs: [watcher, ...plan.needs],
      fires: [
        ...plan.fires,
        ...watched.flatMap((event) =>
          event.kind === 'dispatch'
            ? [{ from: watcher, resource: event.name, at: [event.at] }]
            : [],
        ),
      ],
    };
  });
}

/** The repository of that name that starts a job, that of a manifest before it among them. */
export function repositoryOf(node: JobNode, name: string): LineResource | undefined {
  for (const input of node.inputs) {
    if (input.kind === 'job' && input.from.role === 'manifest') {
      const found = repositoryOf(input.from, name);
      if (found !== undefined) return found;
    }
    if (
      input.kind === 'resource' &&
      input.resource.type === 'gitRepo' &&
      input.resource.name === name
    )
      return input.resource;
  }
  return undefined;
}

export function planJobs(graph: Graph, own: OwnRepository, report: Report): readonly Plan[] {
  const real = graph.jobs.filter(isReal);
  const needs = settleNeeds(real, report);
  return real.map((node) => ({
    node,
    needs: needs.get(node) ?? [],
    fires: firesOf(node, needs.get(node) ?? [], new Set()),
    events: eventsOf(node, own, graph, new Set()),
    blockedBy: unique(
      node.inputs.flatMap((input) =>
        input.kind === 'job' && !isImmediate(node, input) ? realJobs(input.from) : [],
      ),
    ).filter((job) => (needs.get(node) ?? []).includes(job)),
  }));
}

const isImmediate = (node: JobNode, { step }: Input): boolean =>
  (step.keys.dependencyMode ?? node.job?.keys.dependencyMode)?.text.toLowerCase() === 'immediate';

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** The job itself, or the jobs before it where it is contracted. */
function realJobs(node: JobNode, seen: ReadonlySet<JobNode> = new Set()): readonly JobNode[] {
  if (isReal(node)) return [node];
  if (seen.has(node) || node.role !== 'manifest') return [];
  return unique(node.inputs.flatMap((input) => beforeInput(input, new Set([...seen, node]))));
}

function beforeInput(input: Input, seen: ReadonlySet<JobNode>): readonly JobNode[] {
  if (input.kind === 'job') return realJobs(input.from, seen);
  if (input.kind === 'resource') return input.producers.flatMap((job) => realJobs(job, seen));
  return [];
}

type Want = { readonly job: JobNode; readonly isState: boolean; readonly at: SourceNode };

/** All waits but those that close a circle: by a `state` that is what it is for, else a mistake. */
function settleNeeds(
  real: readonly JobNode[],
  report: Report,
): ReadonlyMap<JobNode, readonly JobNode[]> {
  const wants = new Map<JobNode, Want[]>();
  for (const node of real) {
    const list: Want[] = node.inputs.flatMap((input) => {
      const isState = input.kind === 'resource' && input.resource.type === 'state';
      return beforeInput(input, new Set()).map((job) => ({ job, isState, at: input.step.named }));
    });
    for (const { from, step } of node.startedBy)
      list.push(...realJobs(from).map((job) => ({ job, isState: false, at: step.named })));
    wants.set(node, list);
  }
  const needs = new Map<JobNode, JobNode[]>(real.map((node) => [node, []]));
  const reaches = (from: JobNode, to: JobNode, seen = new Set<JobNode>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (needs.get(from) ?? []).some((next) => reaches(next, to, seen));
  };
  for (const isState of [false, true]) {
    for (const node of real) {
      for (const want of wants.get(node) ?? []) {
        if (want.isState !== isState || needs.get(node)?.includes(want.job)) continue;
        if (!reaches(want.job, node)) needs.get(node)?.push(want.job);
        else if (!isState)
          report(
            'line-circle',
            want.at,
            want.job === node
              ? `\`${node.name}\` has an input that it starts itself`
              : `\`${node.name}\` waits for \`${want.job.name}\`, which waits for \`${node.name}\``,
            'remove one of the inputs; only a `state` may go back',
          );
      }
    }
  }
  const place = new Map(real.map((node, index) => [node, index]));
  return new Map(
    [...needs].map(([node, list]) => [
      node,
      [...list].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    ]),
  );
}

function firesOf(
  node: JobNode,
  needs: readonly JobNode[],
  seen: ReadonlySet<JobNode>,
): readonly Fire[] {
  if (seen.has(node)) return [];
  const inside = new Set([...seen, node]);
  const fires: Fire[] = [];
  for (const input of node.inputs) {
    if (!input.step.starts) continue;
    const at = [input.step.named];
    if (input.kind === 'job') {
      if (isReal(input.from)) fires.push({ from: input.from, at });
      else if (input.from.role === 'manifest')
        fires.push(
          ...firesOf(input.from, needs, inside).map((fire) => ({
            ...fire,
            at: [...at, ...fire.at],
          })),
        );
    } else if (input.kind === 'resource' && input.resource.type !== 'state') {
      for (const from of input.producers)
        if (isReal(from)) fires.push({ from, resource: input.resource.name, at });
    }
  }
  for (const { from, step } of node.startedBy) {
    if (!isReal(from)) continue;
    const evenFailed = step.keys.on_failure?.value === true;
    fires.push({ from, at: [step.named], ...(evenFailed ? { evenFailed } : {}) });
  }
  // What nobody waits for cannot start anything: the circle was reported.
  const known = fires.filter(({ from }) => needs.includes(from));
  const distinct = known.filter(
    (fire, index) =>
      known.findIndex(({ from, resource }) => from === fire.from && resource === fire.resource) ===
      index,
  );
  // A new version comes with a success, which is enough where the job itself is taken in.
  return distinct
    .filter(
      ({ from, resource }) =>
        resource === undefined ||
        !distinct.some((other) => other.from === from && other.resource === undefined),
    )
    .map((fire) =>
      fire.resource === undefined
        ? { ...fire, at: known.filter(({ from }) => from === fire.from).flatMap(({ at }) => at) }
        : fire,
    );
}

function eventsOf(
  node: JobNode,
  own: OwnRepository,
  graph: Graph,
  seen: ReadonlySet<JobNode>,
): readonly Event[] {
  if (seen.has(node)) return [];
  const inside = new Set([...seen, node]);
  const events = node.inputs.flatMap((input): readonly Event[] => {
    const { step } = input;
    if (!step.starts) return [];
    const at = step.named;
    if (input.kind === 'elsewhere') return [{ kind: 'dispatch', name: input.name, at }];
    if (input.kind === 'job') {
      if (input.from.role === 'received') return [{ kind: 'dispatch', name: input.from.name, at }];
      return input.from.role === 'manifest' ? eventsOf(input.from, own, graph, inside) : [];
    }
    const { resource } = input;
    if (input.producers.some(({ role }) => role === 'received'))
      return [{ kind: 'dispatch', name: resource.name, at }];
    switch (resource.type) {
      case 'gitRepo':
        if (own.is(resource)) return [{ kind: 'commit', resource, at }];
        return isAsked(resource) ? [{ kind: 'dispatch', name: resource.name, at }] : [];
      case 'time':
        return fieldOf(resource, 'interval') === undefined
          ? []
          : [{ kind: 'schedule', resource, at }];
      case 'webhook':
        return [{ kind: 'dispatch', name: resource.name, at }];
      default:
        // Another repository makes its versions.
        return graph.foreign.has(resource) && resource.type !== 'state' && isMade(resource)
          ? [{ kind: 'dispatch', name: resource.name, at }]
          : [];
    }
  });
  return firstOfEach(events, keyOf);
}

/** Whether jobs make new versions of such a resource at all. */
const isMade = ({ type }: LineResource): boolean =>
  !/^(?:integration|cliConfig|cluster|dockerOptions|replicas|trigger|notification)$/.test(type);

const keyOf = (event: Event): string =>
  event.kind === 'dispatch' ? `dispatch ${event.name}` : `${event.kind} ${event.resource.name}`;

/** Whether anything that happens to the repository starts jobs; commits do unless it says otherwise. */
const isAsked = (resource: LineResource): boolean => {
  const commits = fieldOf(resource, 'buildOnCommit');
  const isOff = commits?.kind === 'scalar' && /^(?:false|off|no)$/i.test(commits.text);
  if (!isOff) return true;
  return ['buildOnPullRequest', 'buildOnPullRequestClose', 'buildOnRelease', 'buildOnTagPush'].some(
    (name) => {
      const value = fieldOf(resource, name);
      return value?.kind === 'scalar' && /^(?:true|on|yes)$/i.test(value.text);
    },
  );
};

/** Jobs that belong into one workflow, in the order of the source. Contracted jobs go along with their neighbors. */
export function connectedParts(graph: Graph): readonly (readonly JobNode[])[] {
  const group = new Map<JobNode, JobNode>();
  const root = (node: JobNode): JobNode => {
    const above = group.get(node) ?? node;
    return above === node ? node : root(above);
  };
  const join = (a: JobNode, b: JobNode): void => {
    group.set(root(a), root(b));
  };
  const known = graph.jobs.filter(({ role }) => role !== 'received' && role !== 'none');
  for (const node of known) {
    for (const input of node.inputs) {
      if (input.kind === 'job' && known.includes(input.from)) join(node, input.from);
      if (input.kind === 'resource')
        for (const producer of input.producers) if (known.includes(producer)) join(node, producer);
    }
    for (const { from } of node.startedBy) if (known.includes(from)) join(node, from);
  }
  const parts = new Map<JobNode, JobNode[]>();
  for (const node of known) {
    const part = parts.get(root(node)) ?? [];
    part.push(node);
    parts.set(root(node), part);
  }
  return [...parts.values()];
}
