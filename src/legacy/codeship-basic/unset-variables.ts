// Variables that the commands read and the file does not name: the dashboard had them, or the first run is red. Each is
// read from a secret.

import { needsOfCommand } from '../../evidence/known-needs.ts';
import { isOrdinaryName } from '../../evidence/ordinary-names.ts';
import type { Repository } from '../../ground/repository.ts';
import type { BasicProject, Command, Variable } from './read.ts';
import { scriptLinesOf } from './repository-scripts.ts';

/** What CodeShip's machine set, and the workflow sets where it is needed. */
const ofTheMachine =
  /^(?:CI|PG(?:HOST|USER|PASSWORD|DATABASE|PORT)|MYSQL_(?:HOST|USER|PASSWORD)|DATABASE_URL|COMMIT_\w+|\w+_VERSION|IN_DOCKER)$/;

export function unsetVariables(project: BasicProject, repository: Repository): readonly Variable[] {
  const { setup, tests, deployments, variables } = project;
  const withScripts = (commands: readonly Command[]): readonly Command[] => [
    ...commands,
    ...scriptLinesOf(commands, repository),
  ];
  const deploying = withScripts(deployments.flatMap(({ commands }) => commands));
  const testing = withScripts([...setup, ...tests.flatMap(({ commands }) => commands)]);
  const all = [...testing, ...deploying].filter(
    ({ text }) => !/^(?:rvm|nvm|pyenv|phpenv|jdk_switcher)\s/.test(text),
  );
  const known = new Set([
    ...variables.map(({ name }) => name),
    ...all.flatMap(({ text }) => assignedIn(text)),
  ]);
  const found = new Map<string, Command>();
  const add = (name: string, command: Command): void => {
    if (known.has(name) || found.has(name) || ofTheMachine.test(name) || isOrdinaryName(name))
      return;
    found.set(name, command);
  };
  for (const command of all) for (const name of readIn(command.text)) add(name, command);
  for (const command of deploying)
    for (const name of needsOfCommand(command.text)) add(name, command);
  const tested = new Set(testing);
  return [...found].map(([name, command]) => ({
    name,
    from: [],
    readBy: command.from,
    ...(tested.has(command) ? {} : { isOfDeployments: true as const }),
  }));
}

/** What commands of a deployment read. */
export const readByDeployment = (commands: readonly Command[]): ReadonlySet<string> =>
  new Set(commands.flatMap(({ text }) => [...readIn(text), ...needsOfCommand(text)]));

/** In capitals, as variables of an environment are; what has a default of its own needs none. */
const readIn = (text: string): readonly string[] =>
  [
    ...text
      .replace(/'[^']*'/g, '')
      .matchAll(/\$(?:\{([A-Z][A-Z0-9_]{2,})\}|([A-Z][A-Z0-9_]{2,}))(?![\w])/g),
  ].flatMap(([, braced, bare]) => braced ?? bare ?? []);

const assignedIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/(?:^|[\s;&|(])([A-Z][A-Z0-9_]*)=/g)].flatMap(([, name]) => name ?? []),
  ...[...text.matchAll(/\b(?:for|read(?:\s+-\w+)*)\s+([A-Z][A-Z0-9_]*)\b/g)].flatMap(
    ([, name]) => name ?? [],
  ),
];
