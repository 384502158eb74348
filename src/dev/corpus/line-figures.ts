// The numbers of `npm run lines`, each with the bound that it has to keep.

import type { JudgedCall } from '../../machine/programs/judge-calls.ts';
import type { Figure } from './figure.ts';
import type { Verdict } from './honesty.ts';
import { type Measure, shareOf } from './measure.ts';

export type WatchedCall = JudgedCall & { readonly repository: string };

export type LineRun = {
  readonly measures: readonly Measure[];
  readonly calls: readonly WatchedCall[];
  readonly verdicts: readonly Verdict[] | undefined;
  readonly workflows: readonly { readonly path: string; readonly content: string }[];
  readonly judges: string;
  readonly findings: readonly string[];
  /** Workflows that were written by hand, by repository. */
  readonly designs: ReadonlyMap<string, string>;
};

const percent = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? '100.00' : ((100 * part) / whole).toFixed(2)} %)`;

const zero = (name: string, details: readonly string[]): Figure => ({
  name,
  value: String(details.length),
  holds: details.length === 0,
  details,
});

export function lineFigures(run: LineRun): readonly Figure[] {
  const { measures, calls, verdicts } = run;
  const leaves = measures.flatMap((one) => one.leaves);
  const count = (outcome: string): number =>
    leaves.filter(({ entry }) => entry?.outcome === outcome).length;
  const { counted } = shareOf(leaves);
  const left = count('manual') + count('dropped');
  const known = calls.filter(({ verdict, isReported }) => verdict.kind !== 'unknown' || isReported);
  return [
    { name: 'repositories', value: String(measures.length) },
    zero(
      'faults (schema, ledger, same bytes, twice)',
      measures.flatMap(({ faults }) => faults),
    ),
    ...['translated', 'approximated', 'manual', 'dropped', 'invalid'].map((outcome) => ({
      name: `values ${outcome}`,
      value: String(count(outcome)),
    })),
    {
      name: 'manual and dropped',
      value: `${percent(left, counted)}, at most 10 %`,
      holds: left <= counted / 10,
    },
    ...edgeFigures(measures),
    {
      name: 'commands found or named',
      value: `${percent(known.length, calls.length)}, at least 99.5 %`,
      holds: known.length >= calls.length * 0.995,
    },
    { name: 'workflows judged', value: `${run.workflows.length}, by ${run.judges}` },
    zero('findings of the judges', run.findings),
    ...designFigures(run),
    ...(verdicts === undefined
      ? []
      : [
          { name: 'values changed in turn', value: String(verdicts.length) },
          zero(
            'of them without effect at their target',
            verdicts
              .filter(({ kind }) => kind === 'dishonest')
              .map(({ file, line, path, target }) => `${file}:${line} ${path} -> ${target}`),
          ),
        ]),
  ];
}

/** An edge is lost where it never fires and nothing says so. */
function edgeFigures(measures: readonly Measure[]): readonly Figure[] {
  const edges = measures.flatMap(({ name, conversion }) =>
    (conversion.lines?.edges ?? []).map((edge) => ({ name, conversion, edge })),
  );
  const outcomes = new Map<string, number>();
  for (const { edge } of edges) outcomes.set(edge.outcome, (outcomes.get(edge.outcome) ?? 0) + 1);
  const lost = edges.filter(
    ({ edge, conversion }) =>
      edge.outcome === 'never' && !conversion.diagnostics.some(({ at }) => at === edge.at),
  );
  return [
    {
      name: 'edges',
      value: `${edges.length}: ${[...outcomes].map(([word, many]) => `${many} ${word}`).join(', ')}`,
    },
    zero(
      'edges lost',
      lost.map(({ name, edge }) => `${name}: ${edge.from} to ${edge.to}`),
    ),
  ];
}

function designFigures({ designs, workflows }: LineRun): readonly Figure[] {
  return [...designs].map(([repository, design]) => {
    const made = workflows.filter(({ path }) => path.startsWith(`${repository}/`));
    const lines = made.reduce((sum, { content }) => sum + countedLines(withoutCi(content)), 0);
    const byHand = countedLines(withoutCi(design));
    return {
      name: `lines of ${repository} without the CI job, by hand ${byHand}`,
      value: `${lines}, at most 1.2 times`,
      holds: lines <= byHand * 1.2,
    };
  });
}

/** The job of CI was not written out by hand. */
const withoutCi = (text: string): string => text.replace(/^ {2}ci:\n(?: {3,}.*\n|\n)*/m, '');

/** Lines without blank ones, comments, definitions in `in` and `out`, pins and hooks. */
function countedLines(text: string): number {
  let count = 0;
  let inside: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < 0 || line.trimStart().startsWith('#')) continue;
    if (inside !== undefined && indent > inside) continue;
    inside = undefined;
    if (/^\s*(?:in|out|integrations|jobs): [|>'[]/.test(line) || /^\s*pin:\s*$/.test(line)) {
      inside = indent;
      continue;
    }
    if (/^\s*(?:pin|needs: \$\{\{|flags): /.test(line)) continue;
    if (/^\s*(?:on_success|on_failure|always)\(\) \{/.test(line)) {
      inside = indent;
      continue;
    }
    count++;
  }
  return count;
}
