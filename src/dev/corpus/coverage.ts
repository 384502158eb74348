// Which entry of the report accounts for each value of the legacy files.

import type { Outcome } from '../../diagnostic/code-row.ts';
import type { ConversionReport, ReportNode } from '../../report/report.ts';
import type { YamlLeaf } from './leaves.ts';

export type CoveredLeaf = {
  readonly file: string;
  readonly leaf: YamlLeaf;
  readonly entry: ReportNode | undefined;
};

const coversChildren: ReadonlySet<Outcome> = new Set(['manual', 'dropped', 'invalid']);

/** The entry at the leaf's own place, or at a collection above that is manual, dropped or invalid. */
export function coverLeaves(
  report: ConversionReport,
  leavesOf: (file: string) => readonly YamlLeaf[],
): readonly CoveredLeaf[] {
  const files = [...new Set(report.sources.flatMap(({ files: of }) => of))];
  return files.flatMap((file) => {
    const entries = report.nodes.filter((node) => node.file === file);
    const own = new Map(entries.map((node) => [`${node.path}\n${node.line}`, node]));
    const above = new Map(
      entries.filter(({ outcome }) => coversChildren.has(outcome)).map((node) => [node.path, node]),
    );
    return leavesOf(file).map((leaf) => ({
      file,
      leaf,
      entry: own.get(`${leaf.path}\n${leaf.line}`) ?? ancestor(leaf.path, above),
    }));
  });
}

function ancestor(path: string, above: ReadonlyMap<string, ReportNode>): ReportNode | undefined {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = above.get(at);
    if (found !== undefined || at === '') return found;
  }
}

/** A value that was encrypted for the dead service. */
export const isBeyondBounds = ({ leaf }: CoveredLeaf): boolean =>
  /\/secure(?:\/|$)/.test(leaf.path) || /\/encrypted_(?:args|environment)(?:\/|$)/.test(leaf.path);
