// The audit as a page: the packaged page of a report with the rows in it, and what became of each repository's values
// compressed behind them.

import { deflateRawSync } from 'node:zlib';
import type { Conversion } from '../../convert/convert.ts';
import type { EstateReport } from '../../estate/estate.ts';
import { credentialShapes } from '../../secret/credential-shapes.ts';
import { estateViewOf } from '../../view/estate-view.ts';
import { type RepositoryView, viewOf } from '../../view/view.ts';
import { pageWith } from '../convert/html-report.ts';

/** By `viewKey`: raw deflate in base64. */
export type PackedViews = ReadonlyMap<string, string>;

export const viewKey = ({ name, branch = '' }: { name: string; branch?: string }): string =>
  `${name}\n${branch}`;

/** Without the explanations, which the page holds once for all, and without what looks like a credential. */
export function packView(conversion: Conversion): string {
  const view = viewOf(conversion);
  const packed: RepositoryView = {
    ...view,
    sources: view.sources.map((source) => ({ ...source, text: covered(source.text) })),
    outputs: view.outputs.map((output) => ({ ...output, content: covered(output.content) })),
    explain: {},
  };
  return deflateRawSync(JSON.stringify(packed), { level: 9 }).toString('base64');
}

/** The text with a sign for each character of a credential, so that places stay where they are. */
function covered(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of credentialShapes(text)) {
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, '*');
    from = end;
  }
  return result + text.slice(from);
}

export function renderEstatePage(report: EstateReport, views: PackedViews): string {
  const blocks = report.repositories.flatMap((repository, index) => {
    const view = views.get(viewKey(repository));
    return view === undefined
      ? []
      : [`<script type="text/plain" id="view-${index}">${view}</script>`];
  });
  return pageWith(estateViewOf(report), blocks.join('\n'));
}
