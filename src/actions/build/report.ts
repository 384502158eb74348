// The summary of a build: its steps, how long each took, and what came from the cache.

import type { BuildProgress, BuildStep } from '../../docker/progress.ts';

export type BuildReport = {
  /** Names of the image, or its id. */
  readonly title: string;
  readonly builder: string;
  readonly seconds: number;
  readonly progress: BuildProgress;
  /** What was left out or is worth knowing, in whole sentences. */
  readonly notes: readonly string[];
  readonly outcome: 'built' | 'failed' | 'cancelled';
};

const outcomes: Readonly<Record<BuildStep['outcome'], string>> = {
  done: '',
  cached: 'cached',
  failed: '❌ failed',
};

const results: Readonly<Record<BuildReport['outcome'], string>> = {
  built: '✅ Built',
  failed: '❌ Failed',
  cancelled: '⏹️ Cancelled',
};

/** Longer instructions are cut: the log has them whole. */
const longestName = 160;
const mostRows = 100;

export function buildSummary(report: BuildReport): string {
  const { steps } = report.progress;
  const rows = steps.slice(0, mostRows).map(({ name, outcome, seconds }) => {
    const time = seconds === undefined ? '' : `${seconds.toFixed(1)} s`;
    return `| ${code(name)} | ${time} | ${outcomes[outcome]} |`;
  });
  const more = steps.length > mostRows ? [`| … ${steps.length - mostRows} more | | |`] : [];
  return [
    `### Build of ${report.title}`,
    '',
    `${results[report.outcome]} in ${report.seconds.toFixed(1)} s by ${report.builder}; ${cachedCount(steps)} of ${steps.length} steps from the cache.`,
    ...report.notes.map((note) => `\n> ${note}`),
    ...(steps.length === 0
      ? []
      : ['', '| Step | Time | |', '| --- | --- | --- |', ...rows, ...more]),
  ].join('\n');
}

export const cachedCount = (steps: readonly BuildStep[]): number =>
  steps.filter(({ outcome }) => outcome === 'cached').length;

/** Text of the user as code in a table: nothing in it is Markdown. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > longestName ? `${line.slice(0, longestName)}…` : line;
  return `<code>${short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;').replaceAll('`', '&#96;')}</code>`;
}
