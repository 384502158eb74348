// The numbers of a corpus run, each with the bound that it has to keep.

import type { Outcome } from '../../diagnostic/code-row.ts';
import { type Code, codeRow } from '../../diagnostic/codes.ts';
import type { ContentKind } from './content.ts';
import type { Figure } from './figure.ts';
import type { Verdict } from './honesty.ts';
import { lengthFigures } from './lengths.ts';
import { type Measure, shareOf } from './measure.ts';

export type Run = {
  readonly repositories: number;
  readonly crashes: readonly string[];
  readonly measures: readonly Measure[];
  readonly workflows: number;
  readonly judges: string;
  readonly findings: readonly string[];
  readonly inherited: readonly string[];
  /** Inherited findings that no report names. */
  readonly unlisted: readonly string[];
  readonly verdicts: readonly Verdict[] | undefined;
};

export function bounds(run: Run): readonly Figure[] {
  const leaves = run.measures.flatMap((one) => one.leaves);
  const faults = run.measures.flatMap((one) => one.faults);
  const { counted, lost } = shareOf(leaves);
  const slowest = run.measures.reduce(
    (most, one) => (one.milliseconds > most.milliseconds ? one : most),
    { milliseconds: 0, name: '-' },
  );
  return [
    { name: 'repositories', value: String(run.repositories) },
    zero('crashes', run.crashes),
    {
      name: 'values in the ledger',
      value: percent(leaves.filter(({ entry }) => entry !== undefined).length, leaves.length),
      holds: leaves.every(({ entry }) => entry !== undefined),
    },
    zero('faults (schema, ledger, same bytes, twice)', faults),
    ...outcomeFigures(run),
    {
      name: 'manual, dropped, invalid (without encrypted values)',
      value: `${percent(lost, counted)}, at most 10 %`,
      holds: lost <= counted / 10,
      details: lossesByCode(run),
    },
    zero(
      'values without an effect, of other kinds than those that cannot have one',
      otherLosses(run),
    ),
    ...contentFigures(run),
    ...lengthFigures(run.measures),
    { name: 'workflows judged', value: `${run.workflows}, by ${run.judges}` },
    zero('findings of the judges', run.findings),
    {
      name: 'inherited findings',
      value: String(run.inherited.length),
      details: tally(run.inherited),
    },
    zero('of them not in the report', run.unlisted),
    ...(run.verdicts === undefined ? [] : honestyFigures(run.verdicts)),
    {
      name: 'time of all conversions',
      value: `${Math.round(run.measures.reduce((sum, one) => sum + one.milliseconds, 0))} ms, slowest ${Math.round(slowest.milliseconds)} ms (${slowest.name}), at most 2000 ms`,
      holds: slowest.milliseconds < 2000,
    },
  ];
}

const zero = (name: string, found: readonly string[]): Figure => ({
  name,
  value: String(found.length),
  holds: found.length === 0,
  details: found,
});

const percent = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? '100.00' : ((100 * part) / whole).toFixed(2)} %)`;

function tally(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([word, count]) => `${String(count).padStart(5)} ${word}`);
}

function outcomeFigures({ measures }: Run): Figure[] {
  const outcomes: readonly Outcome[] = [
    'translated',
    'approximated',
    'manual',
    'dropped',
    'invalid',
  ];
  const leaves = measures.flatMap((one) => one.leaves);
  const approximated = measures.flatMap(({ conversion }) =>
    conversion.entries.flatMap(({ outcome, code }) =>
      outcome === 'approximated' && code !== undefined ? [`${code}: ${codeRow(code).title}`] : [],
    ),
  );
  return outcomes.map((outcome) => ({
    name: `values ${outcome}`,
    value: String(leaves.filter(({ entry }) => entry?.outcome === outcome).length),
    ...(outcome === 'approximated' ? { details: tally(approximated) } : {}),
  }));
}

function lossesByCode({ measures }: Run): string[] {
  return tally(
    measures.flatMap(({ leaves }) =>
      leaves.flatMap(({ entry }) =>
        entry?.code === undefined || entry.outcome === 'approximated'
          ? []
          : [`${entry.outcome} ${entry.code}`],
      ),
    ),
  );
}

/** Why a value can be without an effect on GitHub; everything else has to have one. */
const withoutEffect: Readonly<Record<string, readonly Code[]>> = {
  mails: ['mail-notification'],
  'images of the vendor': ['vendor-image', 'part-of-vendor-image', 'needless-boot-option'],
  'versions of which no image was ever published': ['service-version'],
  'encrypted values': ['secure-value', 'generic-integration'],
  'keys that never had an effect, or that say what both do anyway': [
    'dropped-key',
    'ignored-key',
    'unused-key',
    'unknown-key',
    'empty-value',
    'shadowed-key',
    'cache-without-build',
    'other-language',
    'unused-language',
    'version-on-own-image',
    'service-on-own-image',
    'misplaced-filter',
    'unused-template',
    'default-value',
    'ignored-without',
    'notification-default',
    'notification-never',
    'integration-without-name',
    'matrix-no-match',
    'deploy-platform',
    'line-unused',
    'line-never-ran',
    'line-managed',
    'line-unknown-notify',
  ],
};

/** Values that are dropped or refused for another reason, with their places. */
function otherLosses({ measures }: Run): string[] {
  const known = new Set<string>(Object.values(withoutEffect).flat());
  return measures.flatMap(({ name, leaves }) =>
    leaves.flatMap(({ file, leaf, entry }) =>
      entry?.code === undefined ||
      known.has(entry.code) ||
      (entry.outcome !== 'dropped' && entry.outcome !== 'invalid')
        ? []
        : [`${name}/${file}:${leaf.line} ${entry.outcome} ${entry.code}`],
    ),
  );
}

const plural: Readonly<Record<ContentKind, string>> = {
  command: 'commands',
  image: 'images',
  branch: 'branch rules',
  'environment key': 'environment keys',
};

function contentFigures({ measures }: Run): Figure[] {
  const kinds: readonly ContentKind[] = ['command', 'image', 'branch', 'environment key'];
  const least: Readonly<Record<ContentKind, number>> = {
    command: 0.995,
    image: 1,
    branch: 1,
    'environment key': 1,
  };
  const all = measures.flatMap(({ content }) => content);
  return kinds.map((kind) => {
    const items = all.filter((item) => item.kind === kind);
    const count = (found: string): number => items.filter((item) => item.found === found).length;
    const good = items.length - count('missing');
    return {
      name: `${plural[kind]} found`,
      value: `${percent(good, items.length)}: ${count('verbatim')} as they are, ${count('word by word')} word by word, ${count('accounted')} accounted for`,
      holds: good >= items.length * least[kind],
      details: items.filter(({ found }) => found === 'missing').map(({ place }) => place),
    };
  });
}

function honestyFigures(verdicts: readonly Verdict[]): Figure[] {
  const of = (kind: Verdict['kind']): readonly string[] =>
    verdicts
      .filter((verdict) => verdict.kind === kind)
      .map(({ file, line, path, target }) => `${file}:${line} ${path} -> ${target}`);
  return [
    { name: 'values changed in turn', value: String(verdicts.length) },
    zero('of them without effect at their target', of('dishonest')),
    {
      name: 'exempt: a default of both systems',
      value: String(of('job').length),
      details: of('job'),
    },
    { name: 'not changed: nothing to change', value: String(of('unchanged').length) },
  ];
}

/** One line a figure; `-` where a bound is broken. */
export function printFigures(figures: readonly Figure[], shown: number): void {
  for (const { name, value, holds, details = [] } of figures) {
    const mark = holds === undefined ? ' ' : holds ? '+' : '-';
    console.log(`${mark} ${name}: ${value}`);
    for (const line of details.slice(0, shown)) console.log(`      ${line}`);
    if (details.length > shown)
      console.log(`      ... and ${details.length - shown} more (--list)`);
  }
  const held = figures.filter(({ holds }) => holds === true).length;
  const broken = figures.filter(({ holds }) => holds === false).length;
  console.log(`${held} passed, ${broken} failed`);
}
