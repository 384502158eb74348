// The jobs of a generated workflow and what each waits for, read back from the text that people will commit.

import { parse } from 'yaml';

export type GraphJob = {
  readonly id: string;
  readonly name: string;
  readonly needs: readonly string[];
  /** How many jobs the matrix makes of it; 1 without a matrix. */
  readonly rows: number;
  readonly steps: number;
};

export type WorkflowGraph = { readonly path: string; readonly jobs: readonly GraphJob[] };

type YamlStep = { readonly parallel?: readonly unknown[] };
type YamlJob = {
  readonly name?: unknown;
  readonly needs?: unknown;
  readonly strategy?: { readonly matrix?: { readonly include?: readonly unknown[] } };
  readonly steps?: readonly YamlStep[];
};

/** The graph of a workflow file; undefined for any other text. */
export function graphOf(path: string, content: string): WorkflowGraph | undefined {
  if (!path.startsWith('.github/workflows/')) return undefined;
  const jobs = jobsOf(content);
  return jobs.length === 0 ? undefined : { path, jobs };
}

function jobsOf(content: string): GraphJob[] {
  const { jobs } = parse(content, { logLevel: 'silent' }) as {
    readonly jobs?: Readonly<Record<string, YamlJob>>;
  };
  return Object.entries(jobs ?? {}).map(([id, { name, needs, strategy, steps = [] }]) => ({
    id,
    name: String(name ?? id),
    needs: needs === undefined ? [] : [needs].flat().map(String),
    rows: Math.max(1, strategy?.matrix?.include?.length ?? 1),
    steps: steps.reduce((sum, { parallel }) => sum + (parallel?.length ?? 1), 0),
  }));
}

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
