// Writes `actions/<name>/action.yml` and the tables of its README from the interfaces, as texts to compare or to save.

import fs from 'node:fs';
import { inputVariable } from '../actions/program-inputs.ts';
import { registries } from '../integration/registries.ts';
import type { ActionInterface, InputRow } from '../interfaces/action-interface.ts';
import { buildInterface } from '../interfaces/build.ts';
import { convertPullRequestInterface } from '../interfaces/convert-pull-request.ts';
import { lineEndInterface } from '../interfaces/line-end.ts';
import { lineRecordInterface } from '../interfaces/line-record.ts';
import { lineStartInterface } from '../interfaces/line-start.ts';
import { loginInterface } from '../interfaces/login.ts';
import { prepareInterface } from '../interfaces/prepare.ts';
import { pullBootImageInterface } from '../interfaces/pull-boot-image.ts';
import { pushInterface } from '../interfaces/push.ts';

const actions: readonly ActionInterface[] = [
  loginInterface,
  pullBootImageInterface,
  buildInterface,
  pushInterface,
  prepareInterface,
  lineStartInterface,
  lineEndInterface,
  lineRecordInterface,
  convertPullRequestInterface,
];

const root = new URL('../../', import.meta.url);

/** Path from the root of the project, and what the file there must hold. A README that is missing is begun. */
export function generatedActionFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const action of actions) {
    files.set(`actions/${action.name}/action.yml`, actionYaml(action));
    const readme = `actions/${action.name}/README.md`;
    files.set(readme, withTables(action, readText(readme) ?? newReadme(action)));
  }
  return files;
}

function readText(path: string): string | undefined {
  const file = new URL(path, root);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function actionYaml(action: ActionInterface): string {
  const foreign = Object.entries(action.foreign ?? {});
  const variables = [...Object.keys(action.inputs), ...foreign.map(([name]) => name)].map(
    inputVariable,
  );
  if (new Set(variables).size < variables.length)
    throw new Error(`${action.name}: two inputs share a variable`);
  return [
    `# Made from src/interfaces/${action.name}.ts by \`npm run fix\`.`,
    `name: ${action.title}`,
    `description: ${quote(action.description)}`,
    'inputs:',
    ...Object.entries(action.inputs).flatMap(([name, row]) => [
      `  ${name}:`,
      `    description: ${quote(row.description)}`,
      `    required: ${row.required === true}`,
      ...(row.default === undefined ? [] : [`    default: ${quote(row.default)}`]),
    ]),
    ...Object.keys(action.inputs).flatMap((name) =>
      spelled(name).map((other) => `  ${other}: { description: 'The same as \`${name}\`.' }`),
    ),
    ...foreign.flatMap(([name, instead]) => [
      `  ${name}:`,
      `    description: ${quote(`Not an input of this action: ${instead}`)}`,
    ]),
    'outputs:',
    ...Object.entries(action.outputs).flatMap(([name, row]) => [
      `  ${name}:`,
      `    description: ${quote(row.description)}`,
      `    value: \${{ steps.run.outputs.${name} }}`,
    ]),
    'runs:',
    '  using: composite',
    '  steps:',
    ...(action.beforeProgram?.steps ?? []).map((line) => `    ${line}`),
    '    - id: run',
    '      shell: sh',
    `      run: exec sh "$GITHUB_ACTION_PATH/../launch.sh" ${action.name}`,
    '      env:',
    ...[...Object.keys(action.inputs), ...foreign.map(([name]) => name)].map((name) => {
      // What is given wins over the default of the other spelling.
      const others = spelled(name).map((other) => `inputs.${other} || `);
      return `        ${inputVariable(name)}: \${{ ${others.join('')}inputs.${name} }}`;
    }),
    ...Object.entries(action.beforeProgram?.env ?? {}).map(
      ([name, value]) => `        ${name}: ${value}`,
    ),
    ...(action.afterProgram ?? []).map((line) => `    ${line}`),
    ...branding(action),
    '',
  ].join('\n');
}

/** Names from CodeShip's files have `_`; most actions write `-`, so both are taken. */
const spelled = (name: string): readonly string[] =>
  name.includes('_') ? [name.replaceAll('_', '-')] : [];

/** How the Marketplace shows an action. */
export const branding = ({ icon }: Pick<ActionInterface, 'icon'>): readonly string[] => [
  'branding:',
  `  icon: ${icon}`,
  '  color: blue',
];

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function withTables(action: ActionInterface, readme: string): string {
  const tables: readonly (readonly [name: string, table: string])[] = [
    ['inputs', inputTable(action)],
    ['outputs', outputTable(action)],
    ['integration-types', integrationTable()],
  ];
  return tables.reduce((text, [name, table]) => between(text, name, table), readme);
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) return text;
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function inputTable(action: ActionInterface): string {
  const rows = Object.entries(action.inputs).map(
    ([name, row]) => `| \`${name}\` | ${cell(row.description)} | ${defaultCell(row)} |`,
  );
  return ['| Input | | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable(action: ActionInterface): string {
  const rows = Object.entries(action.outputs).map(
    ([name, row]) => `| \`${name}\` | ${cell(row.description)} |`,
  );
  return ['| Output | |', '| --- | --- |', ...rows].join('\n');
}

/** The registries that `login` knows, for its page. */
function integrationTable(): string {
  const rows = registries.map(({ product, types: spellings, hosts, fields }) => {
    const names = fields
      .filter(({ names: [name = ''] }) => name !== 'REALM' && name !== 'EMAIL')
      .map(({ names: [name = '', ...others], meaning }) => {
        const more =
          others.length === 0 ? '' : ` (or ${others.map((other) => `\`${other}\``).join(', ')})`;
        return `\`${name}\`${more}: ${meaning}`;
      })
      .join('<br>');
    const types = spellings.map((type) => `\`${type}\``).join(', ');
    return `| ${cell(product)} | ${types} | ${(hosts ?? []).join(', ')} | ${cell(names)} |`;
  });
  return ['| Registry | `type` | Host | Fields |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function defaultCell(row: InputRow): string {
  if (row.required === true) return '**required**';
  return row.default === undefined ? '' : `\`${cell(row.default)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function newReadme(action: ActionInterface): string {
  return `# ${action.name}

${action.description}

## Inputs

<!-- inputs -->
<!-- /inputs -->

## Outputs

<!-- outputs -->
<!-- /outputs -->
`;
}
