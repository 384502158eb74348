// Who of the other repositories waits for what is made here.

import { type Foreign, unknownRepository } from '../files/foreign.ts';
import type { Graph, JobNode } from './graph.ts';
import { isReal } from './plan.ts';

/** An event that the workflow has to send when a job has succeeded, or has made a new version. */
export type Send = {
  readonly from: JobNode;
  readonly resource?: string;
  /** What the event is called after. */
  readonly name: string;
  readonly to: string;
};

/** What jobs here have to tell the others. */
export function sendsOf(graph: Graph, others: readonly Foreign[]): readonly Send[] {
  const waits = ({ lines }: Foreign, name: string): boolean =>
    lines.jobs.some(({ ins }) => ins.some((step) => step.name === name && step.starts));
  return others.flatMap((other) =>
    graph.jobs.filter(isReal).flatMap((from): readonly Send[] => {
      const to = other.slug ?? unknownRepository;
      const made = [
        ...from.outputs.flatMap((output) =>
          output.kind === 'resource' && output.resource.type !== 'state' ? [output.step.name] : [],
        ),
        ...(from.alsoWrites ?? []),
      ];
      return [
        ...(waits(other, from.name) ? [{ from, name: from.name, to }] : []),
        ...made
          .filter((name) => waits(other, name))
          .map((name) => ({ from, resource: name, name, to })),
      ];
    }),
  );
}
