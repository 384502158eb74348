// How long a repository takes to move, by a formula of whole minutes that anybody can do again on paper. The documentation
// is made from these rows.

import type { RepositoryAccount } from './account.ts';

type EffortRow = {
  readonly id: string;
  readonly minutes: number;
  readonly each: string;
  readonly count: (account: RepositoryAccount) => number;
};

const distinct = (values: readonly string[]): number => new Set(values).size;

const codesOf = ({ findings }: RepositoryAccount, kind: string): readonly string[] =>
  findings
    .filter((finding) => finding.kind === kind && finding.severity !== 'error')
    .map(({ code }) => code);

/** A product for each row, and the effort is their sum. */
export const effortRows: readonly EffortRow[] = [
  {
    id: 'repository',
    minutes: 30,
    each: 'repository: read and merge the pull request, watch the first run, replace the required checks',
    count: () => 1,
  },
  {
    id: 'secret',
    minutes: 5,
    each: 'secret to create',
    count: ({ secrets }) => secrets.length,
  },
  {
    id: 'error',
    minutes: 30,
    each: 'error: a value or file that could not be converted',
    count: ({ findings }) => findings.filter(({ severity }) => severity === 'error').length,
  },
  {
    id: 'manual-kind',
    minutes: 20,
    each: 'kind of manual work (a diagnostic code): read up and decide',
    count: (account) => distinct(codesOf(account, 'work')),
  },
  {
    id: 'manual-place',
    minutes: 5,
    each: 'place of manual work',
    count: (account) => codesOf(account, 'work').length,
  },
  {
    id: 'difference',
    minutes: 3,
    each: 'kind of difference (a diagnostic code) to read and accept',
    count: (account) => distinct(codesOf(account, 'differs')),
  },
  {
    id: 'image',
    minutes: 20,
    each: 'image that is no longer maintained',
    count: ({ images }) =>
      distinct(images.filter(({ concern }) => concern !== undefined).map(({ image }) => image)),
  },
  {
    id: 'credential',
    minutes: 30,
    each: 'plain-text credential: replace it and remove it',
    count: ({ credentials }) => credentials.length,
  },
];

export type Effort = {
  readonly minutes: number;
  /** The count of each row that is not zero, by its id. */
  readonly parts: Readonly<Record<string, number>>;
};

/** Whether there is something to move. Of a repository that could not even be opened nothing is known. */
export const isToMove = ({ state, findings }: RepositoryAccount): boolean =>
  state === 'converted' || (state === 'failed' && findings.length > 0);

/** A repository without legacy configuration takes nothing. */
export function effortOf(account: RepositoryAccount): Effort {
  if (!isToMove(account)) return { minutes: 0, parts: {} };
  const counts = effortRows.map((row) => ({ row, count: row.count(account) }));
  return {
    minutes: counts.reduce((sum, { row, count }) => sum + row.minutes * count, 0),
    parts: Object.fromEntries(
      counts.filter(({ count }) => count > 0).map(({ row, count }) => [row.id, count]),
    ),
  };
}

/** `3 h 20 min`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 || hours >= 100 ? `${hours} h` : `${hours} h ${rest} min`;
}
