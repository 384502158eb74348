// The graph of Assembly Lines as reports show it.

import type { SourceNode } from '../source/node.ts';

export type EdgeOutcome =
  /** `needs`, and a clause of `if` where it starts the job. */
  | 'kept'
  /** An `on` of the workflow, and a clause of `if`. */
  | 'event'
  /** An event that another repository has to send. */
  | 'crosses'
  /** What would have started a job without commands starts those who take it in. */
  | 'contracted'
  /** A definition that the job is given; nothing makes new versions of it. */
  | 'given'
  /** A new version, told by an output of the job and recorded. */
  | 'made'
  /** It never fired: nobody defines it, or it closes a circle. */
  | 'never';

export type LineEdge = {
  readonly from: string;
  readonly to: string;
  /** Whether it starts the job. */
  readonly starts: boolean;
  readonly outcome: EdgeOutcome;
  /** In words, where the outcome leaves something to say. */
  readonly detail?: string;
  readonly at: SourceNode;
  /** What another repository has to send by a step that people put there; undefined where a file or a job sends it. */
  readonly sent?: 'version' | 'payload';
};

export type LineNode = {
  readonly name: string;
  readonly type: string;
  readonly flags: readonly string[];
};

/** A graph of jobs and resources with the fate of its edges. */
export type LineGraph = {
  readonly jobs: readonly LineNode[];
  readonly resources: readonly LineNode[];
  readonly edges: readonly LineEdge[];
  /** OWNER/NAME of the repository that is converted, where anything tells it. */
  readonly receiver?: string;
};
