// The report for a pull request or a job summary: what will run, what differs, what to do by hand.

import type { Conversion } from '../convert/convert.ts';
import { visible } from '../ground/display-text.ts';
import { type Digest, digest, type Finding } from './digest.ts';

/** A list of places longer than this is cut, and counted. */
const shownPlaces = 5;

export function renderMarkdown(conversion: Conversion, _version: string): string {
  const of = digest(conversion);
  const sources = conversion.sources.flatMap(({ files }) => files.map(code)).join(', ');
  const parts = [
    '# transship report',
    sources === '' ? 'No legacy configuration was found.' : `Read: ${sources}.`,
    ...section('What will run', runs(of)),
    ...section(
      'What differs',
      of.differs.map((finding) => `- ${findingText(finding)}`),
    ),
    ...section('To do by hand', todo(of)),
    ...section('In numbers', numbers(of)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

function runs({ runs: workflows, companions }: Digest): string[] {
  return [
    ...workflows.flatMap(({ path, when, jobs }) => [
      `- ${code(path)}: ${prose(when)}`,
      ...jobs.map((job) => `  - ${prose(job)}`),
    ]),
    ...companions.map((path) => `- ${code(path)}`),
  ];
}

function findingText({ message, help, places, code: id }: Finding): string {
  const more = places.length > shownPlaces ? ` and ${places.length - shownPlaces} more` : '';
  const at =
    places.length === 0 ? '' : ` (${places.slice(0, shownPlaces).map(code).join(', ')}${more})`;
  const todo = help === undefined ? '' : ` — ${prose(help)}`;
  return `${prose(message)}${at}${todo} ${code(id)}`;
}

function todo({ todo: findings, secrets, chores }: Digest): string[] {
  return [
    ...findings.map((finding) => `- [ ] ${findingText(finding)}`),
    ...(secrets.length === 0
      ? []
      : [
          '- [ ] Create the secrets (in an organization, add `--org NAME`):',
          '',
          '  ```sh',
          ...secrets.map(({ name }) => `  gh secret set ${name}`),
          '  ```',
          '',
          ...secrets.map(({ name, why, place }) => {
            const at = place === undefined ? '' : ` (${code(place)})`;
            return `  - ${code(name)}: ${prose(why)}${at}`;
          }),
        ]),
    ...chores.flatMap(({ text, command }) => [
      `- [ ] ${prose(text)}`,
      ...(command === undefined ? [] : ['', '  ```sh', `  ${command}`, '  ```', '']),
    ]),
  ];
}

function numbers({ counts }: Digest): string[] {
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  if (rows.length === 0) return [];
  return [
    '| Outcome | Values |',
    '| --- | ---: |',
    ...rows.map(([outcome, count]) => `| ${outcome} | ${count} |`),
  ];
}

/** A code span of any text. */
export function code(text: string): string {
  const line = oneLine(text);
  const fence = '`'.repeat(
    Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * A message, whose user text stands in backticks: those stay code, and nothing else of it is Markdown or
 * HTML, names a person or links to an issue.
 */
export function prose(text: string): string {
  return oneLine(text)
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

/** Without line breaks, and without characters that hide or turn text, or that are half of one. */
const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' '));

const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/([@#])(?=\w)/g, '$1\u200B');
