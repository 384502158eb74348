// The report as a page: the packaged page with the conversion in it.

import fs from 'node:fs';
import path from 'node:path';
import type { Conversion } from '../../convert/convert.ts';
import { packageFolder } from '../../host/package.ts';
import { withoutCredentials } from '../../report/mask.ts';
import { viewOf } from '../../view/view.ts';

const block = /(<script type="application\/json" id="report-data">)(.*?)(<\/script>)/s;

/** One self-contained file that asks nothing of the network. */
export const renderHtml = (conversion: Conversion): string => {
  const view = viewOf(conversion);
  const sources = view.sources.map((each) => ({ ...each, text: withoutCredentials(each.text) }));
  return pageWith({ ...view, sources });
};

/**
 * The packaged page with data in it.
 *
 * @param more further blocks of data, as they stand in the page
 */
export function pageWith(view: unknown, more = ''): string {
  const page = path.join(packageFolder(), 'dist', 'report', 'index.html');
  const data = JSON.stringify(view).replaceAll('<', '\\u003c');
  return fs
    .readFileSync(page, 'utf8')
    .replace(block, (_all, open: string, _empty, close: string) => `${open}${data}${close}${more}`);
}
