// Every edge of the source and what became of it, for the report: nothing that started a job is lost without a word.

import { defined } from '../../../ground/defined.ts';
import type { LineEdge, LineGraph } from '../../line-graph.ts';
import { eventType } from './events.ts';
import type { Graph, Input, JobNode, Output } from './graph.ts';
import { isReal, type Plan } from './plan.ts';

export function lineGraph(
  graph: Graph,
  plans: readonly Plan[],
  receiver: string | undefined,
): LineGraph {
  const planOf = new Map(plans.map((plan) => [plan.node, plan]));
  const edges = graph.jobs.flatMap((node): readonly LineEdge[] => [
    ...node.inputs.map((input) => inEdge(input, node, planOf.get(node), graph)),
    ...node.outputs.map((output) => outEdge(output, node)),
  ]);
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    jobs: graph.jobs.map(({ name, job }) => ({
      name,
      type: job?.type ?? 'runCI',
      flags: (job?.keys.flags ?? []).map(({ text }) => text),
    })),
    resources: graph.resources
      .filter(({ name }) => used.has(name))
      .map(({ name, type }) => ({ name, type, flags: [] })),
    edges,
    ...defined({ receiver }),
  };
}

function inEdge(input: Input, node: JobNode, plan: Plan | undefined, graph: Graph): LineEdge {
  const { step } = input;
  const base = { from: step.name, to: node.name, starts: step.starts, at: step.named };
  const closes = 'closes a circle';
  if (!isReal(node)) {
    if (node.role !== 'manifest')
      return { ...base, outcome: 'never', detail: 'the job runs elsewhere' };
    const takers = takersOf(node, graph);
    return {
      ...base,
      outcome: 'contracted',
      detail:
        takers.length === 0
          ? `into the reviewed file of ${node.name}, which no job deploys`
          : `into ${takers.map(({ name }) => name).join(', ')}`,
    };
  }
  if (input.kind === 'elsewhere') {
    const sent = input.type === undefined && step.starts ? { sent: 'version' as const } : {};
    return { ...base, outcome: 'crosses', detail: eventType(step.name), ...sent };
  }
  if (input.kind === 'job') {
    const { from } = input;
    if (from.role === 'received') {
      const sent = step.starts ? { sent: 'version' as const } : {};
      return { ...base, outcome: 'crosses', detail: eventType(from.name), ...sent };
    }
    if (from.role === 'manifest')
      return {
        ...base,
        outcome: 'contracted',
        detail: `the inputs of ${from.name} are taken instead`,
      };
    return plan?.needs.includes(from)
      ? { ...base, outcome: 'kept' }
      : { ...base, outcome: 'never', detail: closes };
  }
  const { resource, producers } = input;
  const made = producers.filter(isReal);
  if (made.length > 0) {
    if (made.some((producer) => plan?.needs.includes(producer)))
      return { ...base, outcome: 'kept' };
    return resource.type === 'state'
      ? { ...base, outcome: 'given', detail: 'state goes back, and starts nothing' }
      : { ...base, outcome: 'never', detail: closes };
  }
  const event = plan?.events.find((one) =>
    one.kind === 'dispatch' ? one.name === resource.name : one.resource === resource,
  );
  if (event === undefined) return { ...base, outcome: 'given' };
  return event.kind === 'dispatch'
    ? {
        ...base,
        outcome: 'crosses',
        detail: eventType(event.name),
        ...(resource.type === 'webhook'
          ? { sent: 'payload' as const }
          : producers.some(({ role }) => role === 'received')
            ? { sent: 'version' as const }
            : {}),
      }
    : { ...base, outcome: 'event' };
}

function outEdge(output: Output, node: JobNode): LineEdge {
  const { step } = output;
  const base = { from: node.name, to: step.name, starts: output.kind === 'job', at: step.named };
  if (output.kind === 'unknown')
    return { ...base, outcome: 'never', detail: 'nothing has this name' };
  return { ...base, outcome: output.kind === 'job' ? 'kept' : 'made' };
}

/** Jobs that take a contracted one in, through others of its kind. */
function takersOf(node: JobNode, graph: Graph): readonly JobNode[] {
  return graph.jobs.filter((one) =>
    one.inputs.some((input) => input.kind === 'job' && input.from === node),
  );
}
