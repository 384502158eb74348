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
