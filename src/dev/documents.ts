// The documents that are made from tables, so that none can say anything else than the code does.

import { convertInterface } from '../actions/convert/interface.ts';
import { commands, convertOptions } from '../cli/commands.ts';
import { exitCodes, optionForm } from '../cli/help.ts';
import { settingKeys } from '../cli/settings.ts';
import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import { formats, keyReference } from '../report/key-reference.ts';
import { filesBelow, inProject, readProjectFile } from './project.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export function rootAction(): string {
  const { title, description, inputs, outputs } = convertInterface;
  return [
    '# Made from src/actions/convert/interface.ts by `npm run fix`.',
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
    'branding:',
    '  icon: truck',
    '  color: blue',
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
    'The outcome is that of an ordinary value. A value that cannot be kept is reported on its own, with its line. ' +
      'A key that is not listed is unknown to the format: it is reported too, and left out.',
    ...parts,
    '',
  ].join('\n\n');
}

export function diagnosticReference(): string {
  const rows = (Object.keys(codes) as Code[]).map((code) => {
    const { severity, outcome, title, explain } = codeRow(code);
    return [`\`${code}\``, severity, outcome ?? '', `${title} ${explain}`];
  });
  return [
    '<!-- Made by `npm run fix` from src/diagnostic/codes.ts. -->',
    '# Every diagnostic',
    'An error means that something could not be converted; a warning, that the workflow does something else or that a person has to act; ' +
      'a note is only worth knowing. The outcome is how the value at the place is counted in the report.',
    table(['Code', 'Severity', 'Outcome', 'Meaning and what to do'], rows),
    '',
  ].join('\n\n');
}

/** The golden case that the README shows. */
const exampleFolder = 'test/golden/shippable/readme-example';

const sections: Readonly<Record<string, () => string>> = {
  example,
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

/** The README with each part between `<!-- name -->` and `<!-- /name -->` made anew. */
export function readme(): string {
  let text = readProjectFile('README.md') ?? '';
  for (const [name, make] of Object.entries(sections)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = text.indexOf(open);
    const end = text.indexOf(close);
    if (start < 0 || end < start) continue;
    text = `${text.slice(0, start + open.length)}\n${make()}\n${text.slice(end)}`;
  }
  return text;
}

function example(): string {
  const block = (file: string): string =>
    `\`\`\`yaml\n${(readProjectFile(`${exampleFolder}/${file}`) ?? '').trimEnd()}\n\`\`\``;
  const outputs = filesBelow(inProject(exampleFolder, 'expected')).flatMap((file) => [
    `\`${file}\`, after:`,
    block(`expected/${file}`),
  ]);
  return ['`shippable.yml`, before:', block('shippable.yml'), ...outputs].join('\n\n');
}
