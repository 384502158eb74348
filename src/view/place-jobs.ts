// Where each job of a workflow stands in a picture of it. Apart from what reads the workflow, so that a page that only draws
// needs no YAML library.

import type { GraphJob } from './graph.ts';

export type PlacedJob = GraphJob & { readonly column: number; readonly row: number };

/** The jobs in columns: each stands right of everything that it waits for. A circle ends where it began. */
export function placeJobs(jobs: readonly GraphJob[]): readonly PlacedJob[] {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const columns = new Map<string, number>();
  const columnOf = (job: GraphJob, above: ReadonlySet<string>): number => {
    const known = columns.get(job.id);
    if (known !== undefined) return known;
    const inside = new Set([...above, job.id]);
    const before = job.needs.flatMap((id) => {
      const need = byId.get(id);
      return need === undefined || inside.has(id) ? [] : [columnOf(need, inside)];
    });
    const column = before.length === 0 ? 0 : Math.max(...before) + 1;
    columns.set(job.id, column);
    return column;
  };
  const filled = new Map<number, number>();
  return jobs.map((job) => {
    const column = columnOf(job, new Set());
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { ...job, column, row };
  });
}
