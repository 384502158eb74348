// The table of a run: every case with its events, what was compared and what differed.

import type { Comparison } from './compare.ts';
import type { Finished } from './schedule.ts';

type Counted = Pick<Comparison, 'event' | 'compared' | 'differences'>;

/** `remarks` by the name of the case, in a last column. */
export function printTable(
  done: ReadonlyMap<string, Finished<readonly Counted[]>>,
  remarks: ReadonlyMap<string, string> = new Map(),
): void {
  const rows = [...done]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap(([name, { comparisons, seconds }]) =>
      comparisons.map(({ event, compared, differences }, index) => [
        index === 0 ? name : '',
        event,
        String(compared),
        String(differences),
        index === 0 ? seconds.toFixed(1) : '',
        (index === 0 ? remarks.get(name) : undefined) ?? '',
      ]),
    );
  const sum = (at: number): string =>
    String(Math.round(rows.reduce((total, row) => total + Number(row[at]), 0)));
  const all = [
    ['case', 'event', 'compared', 'differences', 'seconds'],
    ...rows,
    [`${done.size} cases`, `${rows.length} events`, sum(2), sum(3), sum(4)],
  ];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
