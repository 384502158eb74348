// The picture at the top of the README: the old file left, the workflow right, and a line from each value to what it became.

import type { Conversion } from '../convert/convert.ts';
import { type RepositoryView, viewOf } from '../view/view.ts';

const metrics = { letter: 7.25, line: 18, padding: 14, head: 34, gap: 84, left: 58, right: 64 };
/** A value that became more lines than this is led to the first of them. */
const longest = 8;

type Row = { readonly number: number | undefined; readonly text: string };

/** @returns an SVG image of the first legacy file of a conversion and of its first workflow */
export function beforeAfterPicture(conversion: Conversion): string {
  const view = viewOf(conversion);
  const [source] = view.sources;
  const output = view.outputs.find(({ path }) => path.startsWith('.github/workflows/'));
  if (source === undefined || output === undefined) throw new Error('nothing to draw');
  const links = linksOf(source, output.path);
  const before = rowsOf(source.text, undefined);
  const after = rowsOf(
    output.content,
    links.map(({ to }) => to),
  );
  const { letter, line, padding, head, gap } = metrics;
  const leftWidth = Math.round(metrics.left * letter) + 2 * padding;
  const rightWidth = Math.round(metrics.right * letter) + 2 * padding;
  const rightX = leftWidth + gap;
  const height = head + Math.max(before.length, after.length) * line + 2 * padding;
  const width = rightX + rightWidth;
  const y = (row: number): number => head + padding + row * line + line / 2;
  const rowOf = (rows: readonly Row[], number: number): number =>
    rows.findIndex((row) => row.number === number);
  const curves = links.map(({ from, to }) => {
    const [start, end] = [y(rowOf(before, from)), y(rowOf(after, to.from))];
    const middle = leftWidth + gap / 2;
    return `<path d="M${leftWidth} ${start}C${middle} ${start} ${middle} ${end} ${rightX} ${end}"/>`;
  });
  const pane = (rows: readonly Row[], x: number, paneWidth: number, title: string): string[] => [
    `<rect class="pane" x="${x + 0.5}" y="0.5" width="${paneWidth - 1}" height="${height - 1}" rx="6"/>`,
    `<text class="title" x="${x + padding}" y="22">${escaped(title)}</text>`,
    ...rows.map(
      (row, index) =>
        `<text class="${lineKind(row.text)}" x="${x + padding}" y="${y(index) + 4}">${escaped(row.text)}</text>`,
    ),
  ];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(source.path)} on the left, the GitHub workflow that it becomes on the right</title>`,
    '<style>',
    'text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre;fill:#1f2328}',
    '.title{font-weight:bold}.comment{fill:#59636e;font-style:italic}.cut{fill:#59636e}',
    '.pane{fill:#f6f8fa;stroke:#d1d9e0}path{fill:none;stroke:#0969da;stroke-opacity:.45;stroke-width:1.5}',
    '@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.comment,.cut{fill:#9198a1}.pane{fill:#151b23;stroke:#3d444d}path{stroke:#4493f8}}',
    '</style>',
    ...pane(before, 0, leftWidth, source.path),
    ...pane(after, rightX, rightWidth, output.path),
    ...curves,
    '</svg>',
  ].join('\n')}\n`;
}

type Link = {
  readonly from: number;
  readonly to: { readonly from: number; readonly lines: readonly number[] };
};

/** From lines of the legacy file to lines of the workflow, each pair once. */
function linksOf(source: RepositoryView['sources'][number], path: string): readonly Link[] {
  const links = new Map<string, Link>();
  for (const { start, target } of source.nodes) {
    if (target?.file !== path) continue;
    const from = source.text.slice(0, start).split('\n').length;
    const count = target.to - target.from + 1;
    const lines = Array.from(
      { length: count > longest ? 1 : count },
      (_, index) => target.from + index,
    );
    links.set(`${from} ${target.from}`, { from, to: { from: target.from, lines } });
  }
  return [...links.values()];
}

/** The lines to show; of a workflow those that values became, and what they lie in. */
function rowsOf(text: string, targets: readonly Link['to'][] | undefined): readonly Row[] {
  const lines = text.trimEnd().split('\n');
  const indent = (line: string): number => /^(?: |- )*/.exec(line)?.[0].length ?? 0;
  const shown = new Set(
    targets === undefined ? lines.map((_, index) => index + 1) : targets.flatMap((to) => to.lines),
  );
  for (const number of [...shown]) {
    let depth = indent(lines[number - 1] ?? '');
    for (let above = number - 1; above > 0; above--) {
      const line = lines[above - 1] ?? '';
      if (line.trim() === '' || line.trim().startsWith('#')) continue;
      if (indent(line) >= depth && !(indent(line) === depth && /^\s*- /.test(line))) continue;
      if (indent(line) < depth) depth = indent(line);
      shown.add(above);
      if (depth === 0) break;
    }
  }
  return lines.flatMap((line, index): Row[] => {
    const number = index + 1;
    const isBetween = shown.has(index) && shown.has(number + 1);
    if (shown.has(number) || isBetween) return [{ number, text: cut(line) }];
    return index === 0 || shown.has(index) ? [{ number: undefined, text: '⋯' }] : [];
  });
}

/** Commits are long and say nothing here. */
function cut(line: string): string {
  const short = line.replace(/@([0-9a-f]{7})[0-9a-f]{33} #/, '@$1… #');
  return short.length > metrics.right ? `${short.slice(0, metrics.right - 1)}…` : short;
}

const lineKind = (text: string): string =>
  text === '⋯' ? 'cut' : text.trim().startsWith('#') ? 'comment' : 'code';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
