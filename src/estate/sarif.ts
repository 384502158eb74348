// The findings of an audit as SARIF, within what code scanning takes: 25,000 results in a run, the first 5,000 by severity
// shown (https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning). The path of each
// begins with the name of its repository.

import type { Severity } from '../diagnostic/code-row.ts';
import { sarifText } from '../report/sarif.ts';
import type { EstateReport } from './estate.ts';

export const mostResults = 25_000;
/** Bytes before compression: GitHub takes 10 MB compressed, and such a text shrinks to less than a tenth. */
export const mostBytes = 80_000_000;

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

export function renderEstateSarif(report: EstateReport): string {
  const all = report.repositories.flatMap(({ name, branch, findings }) =>
    findings.map(({ kind: _kind, ...finding }) => ({
      ...finding,
      file: [name, ...(branch === undefined ? [] : [branch]), finding.file ?? '.'].join('/'),
    })),
  );
  // Array.sort is stable: within a severity, repositories stay in their order.
  const sorted = all.sort((a, b) => rank[a.severity] - rank[b.severity]);
  for (let most = mostResults; ; most = Math.floor(most / 2)) {
    const kept = sorted.slice(0, most);
    const notice =
      kept.length < sorted.length
        ? `${sorted.length - kept.length} of ${sorted.length} findings are left out, the least severe: code scanning takes ${mostResults} results. The JSON and CSV reports hold all.`
        : undefined;
    const text = sarifText(kept, report.tool.version, notice);
    if (text.length <= mostBytes || most <= 1) return text;
  }
}
