// The digest on a terminal: what a person reads in ten seconds.

import { visible } from '../ground/display-text.ts';
import type { Digest, Finding } from './digest.ts';
import { type Paint, painter } from './paint.ts';

/** More places of one finding are counted, not listed. */
const shownPlaces = 3;

/** `state` says of each file what happened to it: `new`, `changed`, `unchanged`. */
export function renderSummary(
  digest: Digest,
  state: (path: string) => string,
  color: boolean,
): string {
  const paint = painter(color);
  const parts = [
    section(paint, 'What will run', runs(digest, state, paint)),
    section(
      paint,
      'What differs',
      digest.differs.flatMap((finding) => differs(finding, paint)),
    ),
    section(paint, 'To do by hand', todo(digest, paint)),
    counts(digest),
    section(paint, 'Two ways to the encrypted values', ways(digest)),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const section = (paint: Paint, title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `${paint('bold', title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;

function runs(digest: Digest, state: (path: string) => string, paint: Paint): string[] {
  const file = (path: string): string => `${paint('green', visible(path))} (${state(path)})`;
  return [
    ...digest.runs.flatMap((workflow) => [
      file(workflow.path),
      `  on ${visible(workflow.when)}`,
      ...workflow.jobs.map((job) => `  ${visible(job)}`),
    ]),
    ...digest.companions.map(file),
  ];
}

const differs = (finding: Finding, paint: Paint): string[] => [
  `${visible(finding.message)}${places(finding, paint)}`,
];

function places({ places: all }: Finding, paint: Paint): string {
  if (all.length === 0) return '';
  const more = all.length > shownPlaces ? ` and ${all.length - shownPlaces} more` : '';
  return paint('dim', ` (${all.slice(0, shownPlaces).map(visible).join(', ')}${more})`);
}

function todo(digest: Digest, paint: Paint): string[] {
  const lines = digest.todo.flatMap((finding) => [
    `- ${visible(finding.message)}${places(finding, paint)}`,
    ...(finding.help === undefined ? [] : [`  ${visible(finding.help)}`]),
  ]);
  if (digest.secrets.length > 0) {
    lines.push(
      '- create the secrets (with `--org NAME`, one for all repositories of an organization)',
    );
    for (const { name, why } of digest.secrets) {
      lines.push(`  gh secret set ${name}${paint('dim', `  # ${visible(why)}`)}`);
    }
  }
  for (const { text, command } of digest.chores) {
    lines.push(`- ${visible(text)}`, ...(command === undefined ? [] : [`  ${command}`]));
  }
  return lines;
}

const ways = ({ ways: findings }: Digest): string[] =>
  findings.flatMap(({ message, help }) => [
    ...visible(message)
      .split(/(?<=\.) (?=With)/)
      .map((sentence) => `- ${sentence}`),
    ...(help === undefined ? [] : [`  ${visible(help)}`]),
  ]);

function counts({ counts: of }: Digest): string {
  const total = Object.values(of).reduce((sum, count) => sum + count, 0);
  if (total === 0) return '';
  const parts = Object.entries(of)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  return `${total} values: ${parts.join(', ')}\n`;
}
