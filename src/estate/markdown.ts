// The audit as Markdown, for an issue, a wiki or a job summary.

import { whenGiven } from '../ground/when-given.ts';
import { code, prose } from '../report/markdown.ts';
import { durationText, effortRows } from './effort.ts';
import type { AuditedRepository, EstateReport, KindOfWork, Need } from './estate.ts';

/** Places and repositories of one row; the JSON and CSV files hold all. */
const shown = 10;

export function renderEstateMarkdown(report: EstateReport): string {
  const { totals, repositories } = report;
  const parts = [
    '# transship audit',
    ...whenGiven(report.stopped, ({ message, help = '' }) =>
      `**The audit is not complete.** ${prose(message)} ${prose(help)}`.trim(),
    ),
    '## What is there',
    counts(report),
    ...failures(repositories),
    '## How much moves by itself',
    `${totals.byThemselves} of ${totals.converted} repositories need nothing by hand but their secrets.`,
    table(
      ['Outcome', 'Values'],
      Object.entries(totals.values).map(([outcome, count]) => [outcome, String(count)]),
    ),
    ...kinds('What is left to a person', report.work),
    ...kinds('What will be different', report.differences),
    ...needs('Secrets to create', report.secrets),
    ...needs('Variables', report.variables),
    ...needs('Runner labels', report.runners),
    ...images(report),
    ...needs('Actions', report.actions),
    ...openCredentials(repositories),
    ...(report.waves.length === 0 ? [] : ['## Which first']),
    ...report.waves.map(({ number, title, repositories: members, minutes }) =>
      [
        `### Wave ${number}: ${title}`,
        `${members.length} repositories, ${durationText(minutes)}, in this order: ${members.map(code).join(', ')}`,
      ].join('\n\n'),
    ),
    '## Effort',
    `${durationText(totals.minutes)} together: ${totals.minutes} minutes, the sum of`,
    effortRows.map(({ minutes, each }) => `- ${minutes} min for each ${each}`).join('\n'),
    '## Repositories',
    table(
      ['Repository', 'State', 'Values', 'By hand', 'Errors', 'Secrets', 'Effort', 'Wave'],
      repositories.map(row),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

const counts = ({ totals, systems }: EstateReport): string =>
  table(
    ['', 'Repositories'],
    [
      ['with a legacy configuration', String(totals.converted)],
      ...Object.entries(systems).map(([system, count]) => [
        `of these with ${system}`,
        String(count),
      ]),
      ['without one', String(totals.withoutConfiguration)],
      ['that could not be converted', String(totals.failed)],
      ['**together**', `**${totals.repositories}**`],
    ],
  );

function failures(repositories: readonly AuditedRepository[]): string[] {
  const failed = repositories.filter(({ state }) => state === 'failed');
  const lines = failed.map(({ name, failure }) => {
    const { message = '', help } = failure ?? {};
    return `- ${code(name)}: ${prose(message)}${help === undefined ? '' : ` — ${prose(help)}`}`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

const images = (report: EstateReport): string[] =>
  report.images.length === 0
    ? []
    : [
        '## Images',
        table(
          ['Image', 'Used as', 'Repositories', 'Concern'],
          report.images.map(({ name, uses, repositories, concern }) => [
            code(name),
            uses.join(', '),
            list(repositories),
            concern ?? '',
          ]),
        ),
      ];

function openCredentials(repositories: readonly AuditedRepository[]): string[] {
  const lines = repositories.flatMap(({ name, credentials }) =>
    credentials.map(
      ({ file, line, what }) => `- ${code(`${name}: ${file}:${line}`)}: ${prose(what)}`,
    ),
  );
  return lines.length === 0
    ? []
    : [
        '## Possible plain-text credentials',
        'Renew each, and take it out of the file: its history keeps it.',
        lines.join('\n'),
      ];
}

function row(repository: AuditedRepository): string[] {
  const { name, branch, state, summary, findings, secrets, effort, wave } = repository;
  return [
    code(branch === undefined ? name : `${name} (${branch})`),
    state === 'none' ? 'without configuration' : state,
    String(Object.values(summary).reduce((sum, count) => sum + count, 0)),
    String(findings.filter(({ kind }) => kind === 'work').length),
    String(findings.filter(({ severity }) => severity === 'error').length),
    String(secrets.length),
    durationText(effort.minutes),
    wave === undefined ? '' : String(wave),
  ];
}

const kinds = (title: string, of: readonly KindOfWork[]): string[] =>
  of.length === 0
    ? []
    : [
        `## ${title}`,
        table(
          ['Kind', 'Times', 'Repositories', 'Where'],
          of.map(({ code: id, title: what, count, repositories, places }) => [
            `${prose(what)} ${code(id)}`,
            String(count),
            String(repositories),
            list(places),
          ]),
        ),
      ];

const needs = (title: string, of: readonly Need[]): string[] =>
  of.length === 0
    ? []
    : [
        `## ${title}`,
        table(
          ['Name', 'Repositories', ''],
          of.map(({ name, repositories }) => [
            code(name),
            String(repositories.length),
            list(repositories),
          ]),
        ),
      ];

const list = (names: readonly string[]): string =>
  names.slice(0, shown).map(code).join(', ') +
  (names.length > shown ? ` and ${names.length - shown} more` : '');

/** A bar within a cell would end it, also in a code span. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
