// An audit as its page shows it: a row for each repository and what several have in common. What became of each value of
// a repository lies compressed beside it, and is opened when somebody asks.

import type { Outcome } from '../diagnostic/code-row.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { durationText, effortRows } from '../estate/effort.ts';
import type { AuditedRepository, EstateReport } from '../estate/estate.ts';
import { defined, filled } from '../ground/defined.ts';
import type { FacetGroup } from './facet-groups.ts';
import type { RepositoryView } from './view.ts';

/** Something that repositories have or need, by which they are filtered. */
export type Facet = {
  readonly group: FacetGroup;
  readonly name: string;
  /** What it means, where the name does not say it. */
  readonly title?: string;
  /** How often, over all repositories. */
  readonly count: number;
};

export type EstateRow = {
  readonly name: string;
  readonly branch?: string;
  readonly state: AuditedRepository['state'];
  readonly failure?: string;
  readonly systems: string;
  readonly values: number;
  readonly work: number;
  readonly errors: number;
  readonly secrets: number;
  readonly minutes: number;
  readonly wave?: number;
  /** Places in `facets`. */
  readonly has: readonly number[];
  /** Possible plain-text credentials, `file:line: what`. */
  readonly open?: readonly string[];
};

export type EstateView = {
  readonly kind: 'estate';
  readonly version: string;
  readonly stopped?: string;
  readonly totals: EstateReport['totals'];
  readonly systems: EstateReport['systems'];
  readonly facets: readonly Facet[];
  readonly rows: readonly EstateRow[];
  readonly waves: readonly {
    readonly number: number;
    readonly title: string;
    readonly repositories: number;
    readonly effort: string;
  }[];
  readonly effort: string;
  readonly formula: readonly string[];
  /** What `transship explain` says of each code that occurs. */
  readonly explain: RepositoryView['explain'];
};

export function estateViewOf(report: EstateReport): EstateView {
  const facets: Facet[] = [];
  const indices = new Map<string, number>();
  const add = (facet: Facet): void => {
    indices.set(`${facet.group}\n${facet.name}`, facets.length);
    facets.push(facet);
  };
  for (const group of ['work', 'differs'] as const) {
    for (const { code, title, count } of group === 'work' ? report.work : report.differences)
      add({ group, name: code, title, count });
  }
  for (const { name, repositories } of report.secrets)
    add({ group: 'secret', name, count: repositories.length });
  for (const { name, repositories } of report.variables)
    add({ group: 'variable', name, count: repositories.length });
  for (const { name, repositories, concern } of report.images) {
    if (concern !== undefined)
      add({ group: 'image', name, title: concern, count: repositories.length });
  }
  for (const { name, repositories } of report.runners)
    add({ group: 'runner', name, count: repositories.length });
  for (const { name, repositories } of report.actions)
    add({ group: 'action', name, count: repositories.length });
  const codes = new Set(
    report.repositories.flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
  return {
    kind: 'estate',
    version: report.tool.version,
    ...(report.stopped === undefined
      ? {}
      : { stopped: [report.stopped.message, report.stopped.help ?? ''].join(' ').trim() }),
    totals: report.totals,
    systems: report.systems,
    facets,
    rows: report.repositories.map((repository) => rowOf(repository, indices)),
    waves: report.waves.map(({ number, title, repositories, minutes }) => ({
      number,
      title,
      repositories: repositories.length,
      effort: durationText(minutes),
    })),
    effort: durationText(report.totals.minutes),
    formula: effortRows.map(({ minutes, each }) => `${minutes} min for each ${each}`),
    explain: Object.fromEntries(
      [...codes].sort().map((code) => {
        const { title, explain } = codeRow(code as Code);
        return [code, { title, text: explain }];
      }),
    ),
  };
}

function rowOf(repository: AuditedRepository, indices: ReadonlyMap<string, number>): EstateRow {
  const { name, branch, state, failure, sources, summary, findings, secrets } = repository;
  const names: readonly (readonly [FacetGroup, string])[] = [
    ...findings.flatMap(({ kind, code }) =>
      kind === 'work' || kind === 'differs' ? [[kind, code] as const] : [],
    ),
    ...secrets.map((secret) => ['secret', secret.name] as const),
    ...repository.variables.map((variable) => ['variable', variable] as const),
    ...repository.images.map(({ image }) => ['image', image] as const),
    ...repository.runners.map((runner) => ['runner', runner] as const),
    ...repository.actions.map((action) => ['action', action] as const),
  ];
  const has = new Set(names.flatMap(([group, of]) => indices.get(`${group}\n${of}`) ?? []));
  const open = repository.credentials.map(({ file, line, what }) => `${file}:${line}: ${what}`);
  return {
    name,
    ...defined({ branch }),
    state,
    ...defined({ failure: failure?.message }),
    systems: [...new Set(sources.map(({ system }) => system))].join(', '),
    values: Object.values(summary as Record<Outcome, number>).reduce((sum, one) => sum + one, 0),
    work: findings.filter(({ kind }) => kind === 'work').length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    secrets: secrets.length,
    minutes: repository.effort.minutes,
    ...defined({ wave: repository.wave }),
    has: [...has].sort((a, b) => a - b),
    ...defined({ open: filled(open) }),
  };
}
