// The audit as CSV: one row for each repository, then one for each finding, told apart by the first column, so that a
// spreadsheet filters them.

import { csvText } from '../report/csv.ts';
import type { AuditedRepository, EstateReport } from './estate.ts';

const columns = [
  'row',
  'repository',
  'branch',
  'commit',
  'state',
  'systems',
  'translated',
  'approximated',
  'manual',
  'dropped',
  'invalid',
  'errors',
  'warnings',
  'notes',
  'secrets',
  'minutes',
  'wave',
  'kind',
  'severity',
  'code',
  'file',
  'line',
  'column',
  'message',
  'help',
] as const;

export function renderEstateCsv({ repositories }: EstateReport): string {
  return csvText(columns, [
    ...repositories.map(repositoryRow),
    ...repositories.flatMap((repository) => findingRows(repository)),
  ]);
}

type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

function repositoryRow(repository: AuditedRepository): Row {
  const { name, branch, commit, state, sources, summary, findings, secrets } = repository;
  const counted = (wanted: string): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return {
    row: 'repository',
    repository: name,
    branch,
    commit,
    state,
    systems: sources.map(({ system }) => system).join(' '),
    ...summary,
    errors: counted('error'),
    warnings: counted('warning'),
    notes: counted('note'),
    secrets: secrets.length,
    minutes: repository.effort.minutes,
    wave: repository.wave,
    message: repository.failure?.message,
    help: repository.failure?.help,
  };
}

function findingRows({ name, branch, findings, secrets, credentials }: AuditedRepository): Row[] {
  const at = { row: 'finding', repository: name, branch };
  return [
    ...findings.map(
      ({ kind, severity, code, file, line, column, message, help }): Row => ({
        ...at,
        kind,
        severity,
        code,
        file,
        line,
        column,
        message,
        help,
      }),
    ),
    ...secrets.map(
      ({ name: secret, why, file, line }): Row => ({
        ...at,
        kind: 'needed secret',
        code: secret,
        file,
        line,
        message: why,
      }),
    ),
    ...credentials.map(
      ({ file, line, what }): Row => ({
        ...at,
        kind: 'open credential',
        file,
        line,
        message: what,
      }),
    ),
  ];
}
