// The documents that are made from tables, so that none can say anything else than the code does.

import { commands, convertOptions } from '../cli/commands.ts';
import { settingKeys } from '../cli/convert/settings.ts';
import { exitCodes, optionForm } from '../cli/help.ts';
import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import { vendorMessages } from '../diagnostic/vendor-messages.ts';
import { convertInterface } from '../interfaces/convert.ts';
import { formats, keyReference } from '../report/key-reference.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { branding } from './actions.ts';
import { filesBelow, inProject, readProjectFile } from './project.ts';
import { convertSample, samples } from './sample.ts';
import { table } from './table.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export function rootAction(): string {
  const { title, description, inputs, outputs } = convertInterface;
  return [
    '# Made from src/interfaces/convert.ts by `npm run fix`.',
    `name: ${title}`,
    `description: ${quote(description)}`,
    'inputs:',
    ...Object.entries(inputs).flatMap(([name, row]) => [
      `  ${name}:`,
      `    description: ${quote(row.description)}`,
      '    required: false',
      ...('default' in row ? [`    default: ${quote(row.default)}`] : []),
    ]),
    'outputs:',
    ...Object.entries(outputs).flatMap(([name, row]) => [
      `  ${name}:`,
      `    description: ${quote(row.description)}`,
    ]),
    'runs:',
    '  using: node24',
    '  main: dist/convert-action/index.js',
    ...branding(convertInterface),
    '',
  ].join('\n');
}

export function keyReferencePage(): string {
  const all = keyReference();
  const parts = formats.map(({ file, title }) => {
    const rows = all
      .filter((entry) => entry.file === file)
      .map(({ path, row, sameAs }) => {
        const keys = sameAs === undefined ? '' : ` Takes the keys of \`${sameAs}\`.`;
        return [`\`${path}\``, row.summary + keys, row.becomes, row.outcome];
      });
    return `## ${title}\n\n${table(['Key', 'Meaning', 'What becomes of it', 'Outcome'], rows)}`;
  });
  return [
    '<!-- Made by `npm run fix` from the tables that the translator reads with. -->',
    '# Every legacy key, and what becomes of it',
    'The outcome is that of a typical value. Values that cannot be kept are reported one by one, with their line. ' +
      'Keys that are not listed are not part of the format: they are reported and left out. See the [examples](examples.md).',
    ...parts,
    'Next: the same [with examples](examples.md), or [move from Shippable](from-shippable.md) or [CodeShip](from-codeship.md).',
    '',
  ].join('\n\n');
}

export function diagnosticReference(): string {
  const rows = (Object.keys(codes) as Code[]).map((code) => {
    const { severity, outcome, title, explain } = codeRow(code);
    // The anchor that a SARIF rule links to.
    return [`<a id="${code}"></a>\`${code}\``, severity, outcome ?? '', `${title} ${explain}`];
  });
  return [
    '<!-- Made by `npm run fix` from src/diagnostic/codes.ts. -->',
    '# Every diagnostic',
    'An error means that something could not be converted; a warning, that the workflow does something else or that a person has to act; ' +
      'a note is only worth knowing. The outcome is how the value at the place is counted in the report.',
    table(['Code', 'Severity', 'Outcome', 'Meaning and what to do'], rows),
    'Next: [troubleshooting](troubleshooting.md), or [examples](examples.md#diagnostics) of most of them.',
    '',
  ].join('\n\n');
}

const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  'example-shippable': () => example(samples.shippable),
  'example-codeship': () => example(samples.codeship),
  'report-shippable': () => report(samples.shippable),
  'report-codeship': () => report(samples.codeship),
  'vendor-messages': () =>
    table(
      ['System', 'Message', 'Cause', 'What to do today'],
      vendorMessages.map(({ system, text, cause, remedy }) => [
        system,
        `\`${text}\``,
        cause,
        remedy,
      ]),
    ),
  commands: () =>
    table(
      ['Command', 'Does'],
      commands.map((row) => [`\`transship ${row.name} ${row.usage}\``, row.summary]),
    ),
  options: () =>
    table(
      ['Option of `convert`', ''],
      convertOptions.map((row) => [`\`${optionForm(row)}\``, `${row.summary}.`]),
    ),
  'exit-codes': () =>
    table(
      ['Exit code', ''],
      exitCodes.map(({ code, meaning }) => [String(code), meaning]),
    ),
  settings: () =>
    table(
      ['Setting', '', ''],
      Object.entries(settingKeys).map(([key, row]) => [`\`${key}\``, row.summary, row.becomes]),
    ),
  inputs: () =>
    table(
      ['Input', '', 'Default'],
      Object.entries(convertInterface.inputs).map(([name, row]) => [
        `\`${name}\``,
        row.description,
        'default' in row ? `\`${row.default}\`` : '',
      ]),
    ),
  outputs: () =>
    table(
      ['Output', ''],
      Object.entries(convertInterface.outputs).map(([name, row]) => [
        `\`${name}\``,
        row.description,
      ]),
    ),
};

/** The documents that people write and that hold parts made from tables. */
export const documentsWithParts = [
  'README.md',
  '.github/docs/command-line.md',
  '.github/docs/action.md',
  '.github/docs/sample.md',
  '.github/docs/troubleshooting.md',
] as const;

/** A document with each part between `<!-- name -->` and `<!-- /name -->` made anew. */
export async function withParts(file: string): Promise<string> {
  let text = readProjectFile(file) ?? '';
  for (const [name, make] of Object.entries(sections)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = text.indexOf(open);
    const end = text.indexOf(close);
    if (start < 0 || end < start) continue;
    text = `${text.slice(0, start + open.length)}\n${await make()}\n${text.slice(end)}`;
  }
  return text;
}

/** The Markdown report of a sample, as a block: its headings are none of the page's. */
async function report(folder: string): Promise<string> {
  const text = renderMarkdown(await convertSample(folder)).trimEnd();
  return `\`\`\`\`markdown\n${text}\n\`\`\`\``;
}

/** The legacy files of a sample, and what is written, as blocks. */
function example(folder: string): string {
  const all = filesBelow(inProject(folder));
  // A script says little before the workflow that calls it.
  const files = [/\.ya?ml$/, /\.sh$/].flatMap((kind) => all.filter((file) => kind.test(file)));
  const block = (file: string): string => {
    const name = file.replace(/^expected\//, '');
    const text = (readProjectFile(`${folder}/${file}`) ?? '').trimEnd();
    const title = `\`${name}\`, ${name === file ? 'before' : 'after'}:`;
    const language = file.endsWith('.sh') ? 'bash' : 'yaml';
    return `${title}\n\n\`\`\`${language}\n${text}\n\`\`\``;
  };
  const isOutput = (file: string): boolean => file.startsWith('expected/');
  return [...files.filter((file) => !isOutput(file)), ...files.filter(isOutput)]
    .map(block)
    .join('\n\n');
}
