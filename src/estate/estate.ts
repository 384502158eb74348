// The report of an audit: every repository, and what they come to together. Its JSON form is described by
// `.github/schemas/audit.schema.json`, which is made from schema.ts.

import type { Outcome } from '../diagnostic/code-row.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import { defined } from '../ground/defined.ts';
import type { RepositoryAccount } from './account.ts';
import { type Effort, effortOf } from './effort.ts';
import { planWaves, type Wave } from './waves.ts';

export type AuditedRepository = RepositoryAccount & {
  readonly effort: Effort;
  /** Its number in `waves`; none where there is nothing to move. */
  readonly wave?: number;
};

/** A kind of manual work or difference, over all repositories. */
export type KindOfWork = {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly repositories: number;
  /** `repository: file:line` of each. */
  readonly places: readonly string[];
};

/** Something that repositories need, and which. */
export type Need = { readonly name: string; readonly repositories: readonly string[] };
type ImageNeed = Need & { readonly uses: readonly string[]; readonly concern?: string };

type Totals = {
  readonly repositories: number;
  readonly converted: number;
  /** Nothing by hand but creating secrets and merging. */
  readonly byThemselves: number;
  readonly withoutConfiguration: number;
  readonly failed: number;
  readonly values: Readonly<Record<Outcome, number>>;
  readonly diagnostics: { readonly error: number; readonly warning: number; readonly note: number };
  readonly secrets: number;
  readonly minutes: number;
};

export type EstateReport = {
  readonly version: 1;
  readonly tool: { readonly name: 'transship'; readonly version: string };
  readonly kind: 'audit';
  /** False where the audit ended before every repository was looked at. */
  readonly complete: boolean;
  /** Why it ended, where it did. */
  readonly stopped?: { readonly message: string; readonly help?: string };
  readonly totals: Totals;
  readonly systems: Readonly<Record<string, number>>;
  readonly work: readonly KindOfWork[];
  readonly differences: readonly KindOfWork[];
  readonly secrets: readonly Need[];
  readonly variables: readonly Need[];
  readonly runners: readonly Need[];
  readonly images: readonly ImageNeed[];
  readonly actions: readonly Need[];
  readonly waves: readonly Wave[];
  readonly repositories: readonly AuditedRepository[];
};

export type EstateInput = {
  /** One for each repository and branch, in any order. */
  readonly accounts: readonly RepositoryAccount[];
  readonly version: string;
  readonly stopped?: EstateReport['stopped'];
};

/** Needs nothing of a person but what every repository needs. */
const movesByItself = ({ state, findings, credentials }: RepositoryAccount): boolean =>
  state === 'converted' &&
  credentials.length === 0 &&
  findings.every(({ kind }) => kind !== 'work');

/** The same accounts give the same report, whatever their order was. */
export function estateOf({ accounts, version, stopped }: EstateInput): EstateReport {
  const sorted = [...accounts].sort(compareAccounts);
  const waves = planWaves(sorted);
  const waveOf = new Map(
    waves.flatMap(({ number, repositories }) =>
      repositories.map((name) => [name, number] as const),
    ),
  );
  const repositories = sorted.map((account): AuditedRepository => {
    const wave = waveOf.get(account.name);
    return {
      ...account,
      effort: effortOf(account),
      ...defined({ wave }),
    };
  });
  return {
    version: 1,
    tool: { name: 'transship', version },
    kind: 'audit',
    complete: stopped === undefined,
    ...defined({ stopped }),
    totals: totalsOf(repositories),
    systems: countBy(
      repositories.flatMap(({ sources }) => [...new Set(sources.map(({ system }) => system))]),
    ),
    work: kindsOf(repositories, 'work'),
    differences: kindsOf(repositories, 'differs'),
    secrets: needsOf(repositories, ({ secrets }) => secrets.map(({ name }) => name)),
    variables: needsOf(repositories, ({ variables }) => variables),
    runners: needsOf(repositories, ({ runners }) => runners),
    images: imageNeeds(repositories),
    actions: needsOf(repositories, ({ actions }) => actions),
    waves,
    repositories,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareAccounts = (a: RepositoryAccount, b: RepositoryAccount): number =>
  compare(a.name, b.name) || compare(a.place, b.place) || compare(a.branch ?? '', b.branch ?? '');

function totalsOf(repositories: readonly AuditedRepository[]): Totals {
  const values = { translated: 0, approximated: 0, manual: 0, dropped: 0, invalid: 0 };
  const diagnostics = { error: 0, warning: 0, note: 0 };
  let minutes = 0;
  for (const { summary, findings, effort } of repositories) {
    for (const outcome of Object.keys(values) as Outcome[]) values[outcome] += summary[outcome];
    for (const { severity } of findings) diagnostics[severity]++;
    minutes += effort.minutes;
  }
  const inState = (state: RepositoryAccount['state']): number =>
    repositories.filter((repository) => repository.state === state).length;
  return {
    repositories: repositories.length,
    converted: inState('converted'),
    byThemselves: repositories.filter(movesByItself).length,
    withoutConfiguration: inState('none'),
    failed: inState('failed'),
    values,
    diagnostics,
    secrets: repositories.reduce((sum, { secrets }) => sum + secrets.length, 0),
    minutes,
  };
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));
}

/** The most frequent first. */
function kindsOf(
  repositories: readonly AuditedRepository[],
  wanted: 'work' | 'differs',
): readonly KindOfWork[] {
  const kinds = new Map<string, { places: string[]; names: Set<string> }>();
  for (const { name, findings } of repositories) {
    for (const { kind, code, file, line } of findings) {
      if (kind !== wanted) continue;
      const found = kinds.get(code) ?? { places: [], names: new Set() };
      kinds.set(code, found);
      found.names.add(name);
      const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
      found.places.push(`${name}: ${place}`);
    }
  }
  return [...kinds]
    .map(([code, { places, names }]) => ({
      code,
      title: codeRow(code as Code).title,
      count: places.length,
      repositories: names.size,
      places,
    }))
    .sort((a, b) => b.count - a.count || compare(a.code, b.code));
}

/** What most need comes first. */
function needsOf(
  repositories: readonly AuditedRepository[],
  read: (repository: AuditedRepository) => readonly string[],
): readonly Need[] {
  const needs = new Map<string, Set<string>>();
  for (const repository of repositories) {
    for (const name of read(repository)) {
      const found = needs.get(name) ?? new Set();
      needs.set(name, found.add(repository.name));
    }
  }
  return [...needs]
    .map(([name, users]) => ({ name, repositories: [...users] }))
    .sort((a, b) => b.repositories.length - a.repositories.length || compare(a.name, b.name));
}

function imageNeeds(repositories: readonly AuditedRepository[]): readonly ImageNeed[] {
  const facts = new Map<string, { uses: Set<string>; concern?: string }>();
  for (const { image, use, concern } of repositories.flatMap(({ images }) => images)) {
    const known = facts.get(image) ?? {
      uses: new Set(),
      ...defined({ concern }),
    };
    known.uses.add(use);
    facts.set(image, known);
  }
  return needsOf(repositories, ({ images }) => images.map(({ image }) => image)).map((need) => {
    const { uses, concern } = facts.get(need.name) ?? { uses: new Set<string>() };
    return {
      ...need,
      uses: [...uses].sort(),
      ...defined({ concern }),
    };
  });
}
