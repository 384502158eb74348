// The report for a pull request or a job summary: what will run, what differs, what to do by hand.

import type { Conversion } from '../convert/convert.ts';
import { explained } from '../diagnostic/explained.ts';
import { defined } from '../ground/defined.ts';
import { visible } from '../ground/display-text.ts';
import { type Detail, detailsOf } from './details.ts';
import { type Digest, digest, type Finding } from './digest.ts';
import { lineExamples } from './line-examples.ts';
import { edgeTable, mermaid } from './line-graph.ts';
import { sendingSteps } from './sending-steps.ts';

/** A list of places longer than this is cut, and counted. */
const shownPlaces = 5;

/**
 * @param base what stands before the path of a file in a link: the address of the converted commit on GitHub with a slash
 * at its end. Without it, links are relative to the file that holds the report.
 */
export function renderMarkdown(conversion: Conversion, base = ''): string {
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
    ...section('Good to know', aboutTheWhole(conversion)),
    ...lineSections(conversion),
    ...section('In numbers', numbers(of)),
    ...section('Value by value', detailLines(conversion, base)),
    ...section(
      'Two ways to the encrypted values',
      of.ways.map((finding) => `- ${findingText(finding)}`),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Notes that no file is the place of; all others are listed with their file. */
const aboutTheWhole = ({ diagnostics }: Conversion): readonly string[] => [
  ...new Set(
    diagnostics
      .filter(
        ({ severity, at, code: id }) =>
          severity === 'note' && at === undefined && id !== 'secret-ways',
      )
      .map(
        ({ message, help, code: id }) =>
          `- ${findingText({ message, ...defined({ help }), places: [], code: id })}`,
      ),
  ),
];

function lineSections({ lines, diagnostics }: Conversion): string[] {
  if (lines === undefined || lines.edges.length === 0) return [];
  return [
    '## Assembly Lines',
    mermaid(lines).join('\n'),
    edgeTable(lines).join('\n'),
    ...section('What other repositories have to send', sendingSteps(lines)),
    ...section('Examples for what is left to do', lineExamples(diagnostics)),
  ];
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
  return `${prose(message)}${at}${todo} [${code(id)}](${explained(id)})`;
}

function todo({ todo: findings, secrets, chores }: Digest): string[] {
  return [
    ...findings.map((finding) => `- [ ] ${findingText(finding)}`),
    ...(secrets.length === 0
      ? []
      : [
          '- [ ] Create the secrets (with `--org NAME`, one for all repositories of an organization):',
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

function numbers({ counts, secrets }: Digest): string[] {
  const rows = Object.entries(counts).filter(([, count]) => count > 0);
  if (rows.length === 0) return [];
  return [
    '| Outcome | Values |',
    '| --- | ---: |',
    ...rows.map(([outcome, count]) => `| ${outcome} | ${count} |`),
    ...(secrets.length === 0 ? [] : [`| secrets to create | ${secrets.length} |`]),
  ];
}

/** Every value that a person must look at and every note, folded for each file, with links to the lines. */
function detailLines(conversion: Conversion, base: string): string[] {
  return detailsOf(conversion).flatMap(({ file, details }) => [
    `<details><summary>${prose(file)}: ${details.length}</summary>`,
    '',
    ...details.map((detail) => `- ${detailText(detail, file, base)}`),
    '',
    '</details>',
  ]);
}

function detailText(
  { line, path, what, message, code: id }: Detail,
  file: string,
  base: string,
): string {
  const address = `${base}${file.split('/').map(encodeURIComponent).join('/')}`;
  const place = line === undefined ? code(file) : `[line ${line}](${address}#L${line})`;
  const value = path === undefined ? '' : ` ${code(path)}`;
  return `${place},${value} ${what}: ${prose(message)} ${code(id)}`;
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
