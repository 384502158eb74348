// `transship basic [PATH]`: the lists of a CodeShip Basic project, pasted from the dashboard, become `codeship-basic.yml`.

import fs from 'node:fs';
import path from 'node:path';
import type { Io } from '../ground/io.ts';
import { reasonOf } from '../host/files/repository.ts';
import { look, lookAtLink } from '../host/look.ts';
import { looksSecret } from '../legacy/codeship-basic/read.ts';
import { emit } from '../output/emit.ts';
import { list, map, type OutEntry, raw, scalar, seq } from '../output/tree.ts';
import { type Program, wrongUsage } from './program.ts';

const fileName = 'codeship-basic.yml';

type Answers = {
  readonly setup: readonly string[];
  readonly tests: readonly (readonly string[])[];
  readonly deployments: readonly {
    readonly branch: string;
    readonly commands: readonly string[];
  }[];
  readonly environment: readonly { readonly name: string; readonly value?: string }[];
};

export const basicProgram: Program = async (line, io) => {
  const folder = path.resolve(io.folder, line.arguments[0] ?? '.');
  const file = path.join(folder, fileName);
  if (!look(folder)?.isDirectory()) return wrongUsage(io, `\`${folder}\` is not a folder`);
  if (lookAtLink(file) !== undefined) {
    return wrongUsage(io, `\`${fileName}\` already exists`, 'edit it, or move it away first');
  }
  const answers = ask(io);
  if (answers === undefined) {
    io.stderr('transship: nothing was entered, so nothing is written\n');
    return 1;
  }
  try {
    fs.writeFileSync(file, basicText(answers), { flag: 'wx' });
  } catch (error) {
    io.stderr(`error: \`${fileName}\` cannot be written (${reasonOf(error)})\n`);
    return 1;
  }
  io.stdout(`wrote ${fileName}; read it, then run \`transship convert\`\n`);
  return 0;
};

function ask(io: Io): Answers | undefined {
  const block = (question: string): readonly string[] => {
    io.stderr(`${question}\n`);
    const lines: string[] = [];
    for (;;) {
      io.stderr('> ');
      const line = io.readLine()?.trim();
      if (line === undefined || line === '') return lines;
      lines.push(line);
    }
  };
  io.stderr(
    'Paste each list as it stands in the dashboard of the project, and end it with an empty line.\n\n',
  );
  const setup = block('Setup commands (Project Settings, Tests):');
  const tests: (readonly string[])[] = [];
  for (;;) {
    const commands = block(
      tests.length === 0
        ? 'Commands of the test pipeline:'
        : 'Commands of the next test pipeline, or an empty line if there is none:',
    );
    if (commands.length === 0) break;
    tests.push(commands);
  }
  const deployments: Answers['deployments'][number][] = [];
  for (;;) {
    io.stderr(
      'Branch of a deployment (Project Settings, Deploy), with % behind it for all that begin so; an empty line if there is none:\n> ',
    );
    const branch = io.readLine()?.trim() ?? '';
    if (branch === '') break;
    deployments.push({ branch, commands: block(`Commands of the deployment of ${branch}:`) });
  }
  const environment = block(
    'Variables (Project Settings, Environment), NAME=value per line; NAME alone for a secret:',
  ).map((line): Answers['environment'][number] => {
    const equals = line.indexOf('=');
    const name = (equals < 0 ? line : line.slice(0, equals)).trim();
    const value = equals < 0 ? '' : line.slice(equals + 1);
    if (value === '') return { name };
    if (!looksSecret(name, value)) return { name, value };
    io.stderr(
      `${name} looks like a secret: its value is not written down. gh secret set ${name}\n`,
    );
    return { name };
  });
  const isEmpty = setup.length + tests.length + deployments.length + environment.length === 0;
  return isEmpty ? undefined : { setup, tests, deployments, environment };
}

function basicText({ setup, tests, deployments, environment }: Answers): string {
  const entries: OutEntry[] = [];
  if (setup.length > 0) entries.push({ key: 'setup', value: list(setup) });
  const [only] = tests;
  if (only !== undefined && tests.length === 1) entries.push({ key: 'tests', value: list(only) });
  if (tests.length > 1) {
    entries.push({
      key: 'tests',
      value: map(
        tests.map((commands, index) => ({ key: `Test ${index + 1}`, value: list(commands) })),
      ),
    });
  }
  if (deployments.length > 0) {
    entries.push({
      key: 'deployments',
      value: seq(
        deployments.map(({ branch, commands }) => {
          const isPrefix = branch.length > 1 && branch.endsWith('%');
          const fields: OutEntry[] = [
            { key: 'branch', value: scalar(isPrefix ? branch.slice(0, -1) : branch) },
          ];
          if (isPrefix) fields.push({ key: 'match', value: scalar('prefix') });
          if (commands.length > 0) fields.push({ key: 'commands', value: list(commands) });
          return { value: map(fields) };
        }),
      ),
    });
  }
  if (environment.length > 0) {
    entries.push({
      key: 'environment',
      value: map(
        environment.map(({ name, value }) => ({
          key: name,
          value: value === undefined ? raw('') : scalar(value),
        })),
      ),
    });
  }
  return `# What stood in the dashboard of CodeShip Basic. A variable without a value is a secret.\n${emit(map(entries)).text}`;
}
