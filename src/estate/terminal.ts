// The audit on a terminal: what a person must know first, in the order of the questions that are asked.

import { visible } from '../ground/display-text.ts';
import { painter } from '../report/paint.ts';
import { durationText } from './effort.ts';
import type { EstateReport, KindOfWork, Need } from './estate.ts';

/** Longer lists are cut, and counted; the files hold all. */
const shown = 12;

export function renderTerminal(report: EstateReport, color: boolean): string {
  const paint = painter(color);
  const { totals } = report;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [paint('bold', title), ...lines.map((line) => `  ${line}`), ''];
  const cut = <T>(items: readonly T[], line: (item: T) => string): string[] => [
    ...items.slice(0, shown).map(line),
    ...(items.length > shown ? [`and ${items.length - shown} more`] : []),
  ];
  const kind = ({ code, title, count, repositories, places }: KindOfWork): string =>
    `${String(count).padStart(5)}  ${title} ${paint('dim', `(${code}; ${repositoriesText(repositories)}, first ${visible(places[0] ?? '')})`)}`;
  const need = ({ name, repositories }: Need): string =>
    `${String(repositories.length).padStart(5)}  ${visible(name)}`;
  const dead = report.images.filter(({ concern }) => concern !== undefined);
  const open = report.repositories.flatMap(({ name, credentials }) =>
    credentials.map(
      ({ file, line, what }) => `${visible(name)}: ${visible(file)}:${line}  ${what}`,
    ),
  );
  const failed = report.repositories.filter(({ state }) => state === 'failed');
  const values = Object.entries(totals.values)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const systems = Object.entries(report.systems).map(([system, count]) => `${count} ${system}`);
  const lines = [
    ...section('What is there', [
      `${repositoriesText(totals.repositories)}: ${totals.converted} with a legacy configuration${systems.length === 0 ? '' : ` (${systems.join(', ')})`}, ${totals.withoutConfiguration} without, ${totals.failed} that could not be converted`,
      ...failed.map(({ name, failure }) => `${visible(name)}: ${visible(failure?.message ?? '')}`),
    ]),
    ...section('How much moves by itself', [
      `${totals.byThemselves} of ${repositoriesText(totals.converted)} need nothing by hand but their secrets`,
      `${sum(totals.values)} values: ${values.join(', ') || 'none'}`,
    ]),
    ...section('What is left to a person, and how often', cut(report.work, kind)),
    ...section('What will be different', cut(report.differences, kind)),
    ...section(`Secrets to create (${totals.secrets})`, cut(report.secrets, need)),
    ...section('Runners', cut(report.runners, need)),
    ...section(
      'Images that are no longer maintained',
      cut(dead, (image) => `${need(image)}  ${paint('dim', image.concern ?? '')}`),
    ),
    ...section('Actions', cut(report.actions, need)),
    ...section(
      'Possible plain-text credentials',
      cut(open, (line) => line),
    ),
    ...section(
      'Which first',
      report.waves.map(
        ({ number, title, repositories, minutes }) =>
          `wave ${number}: ${repositoriesText(repositories.length)}, ${durationText(minutes)} (${title}); first ${repositories.slice(0, 3).map(visible).join(', ')}`,
      ),
    ),
    ...section('Effort', [
      `${durationText(totals.minutes)} of work, by the formula in .github/docs/audit.md`,
    ]),
    ...(report.stopped === undefined
      ? []
      : section(paint('red', 'The audit is not complete'), [
          visible(report.stopped.message),
          ...(report.stopped.help === undefined ? [] : [visible(report.stopped.help)]),
        ])),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const repositoriesText = (count: number): string =>
  `${count} ${count === 1 ? 'repository' : 'repositories'}`;

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);
