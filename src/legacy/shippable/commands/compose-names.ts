// Compose of today names containers otherwise than that of Shippable's machines: `app-web-1`, which was `app_web_1`, and
// before 2018 the project went without its dashes. Commands that name such a container get the old names.

import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import type { Field } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';

const container = /^([A-Za-z0-9][\w.-]*?)_[\w.-]+_\d+$/;

const usesCompose = ({ word, args }: Call): boolean =>
  word === 'docker-compose' || (word === 'docker' && args[0] === 'compose');

const installsFirst = ({ word, args }: Call): boolean =>
  args.some((arg) => /docker\/compose\/releases\/download\/1\./.test(arg)) ||
  (/^pip[\d.]*$/.test(word) && args.some((arg) => /^docker-compose(?:[=<>~!]|$)/.test(arg)));

/** Variables of the job for Compose. `boots`: the commands run in an image, where Compose 1 may be installed. */
export function composeVariables(
  commands: readonly Command[],
  boots: boolean,
  { repository, report }: TranslationContext,
): readonly Field[] {
  const calls = commands.flatMap((command) =>
    readCalls(command.text, repository).calls.map((call) => ({ call, command })),
  );
  if (!calls.some(({ call }) => usesCompose(call))) return [];
  const named = calls.flatMap(({ call, command }) => {
    const [name, project = ''] =
      (call.word === 'docker' ? call.args : []).map((arg) => container.exec(arg)).find(Boolean) ??
      [];
    return name === undefined ? [] : [{ name, project, command }];
  });
  const first = boots ? calls.find(({ call }) => installsFirst(call)) : undefined;
  const tell = (command: Command, message: string, help: string): void => {
    const [node] = command.from;
    if (node !== undefined) report('as-before', node, message, help);
  };
  const setsProject = calls.some(
    ({ call }) =>
      (usesCompose(call) && call.args.some((arg) => /^(?:-p|--project-name)/.test(arg))) ||
      [call.word, ...call.args].some((word) => word.includes('COMPOSE_PROJECT_NAME')),
  );
  const folder = repository.name?.replace(/^.*\//, '').toLowerCase() ?? '';
  const plain = folder.replace(/[^a-z0-9]/g, '');
  const project = named.find((one) => one.project === plain && plain !== folder)?.project;
  const names: Field[] = [
    ...(named.length > 0 && first === undefined
      ? [{ name: 'COMPOSE_COMPATIBILITY', value: 'true' }]
      : []),
    ...(project === undefined || setsProject
      ? []
      : [{ name: 'COMPOSE_PROJECT_NAME', value: project }]),
  ];
  const [one] = named;
  if (one !== undefined && names.length > 0)
    tell(
      one.command,
      `Compose of today would call \`${one.name}\` otherwise, so variables of the job keep the old names`,
      'call `docker compose exec SERVICE`, which needs no name of a container',
    );
  if (first === undefined) return names;
  tell(
    first.command,
    'Compose 1 asks for a protocol that engines of today refuse; a variable of the job lets it ask for theirs',
    'call `docker compose`, then remove the command',
  );
  return [{ name: 'COMPOSE_API_VERSION', value: 'auto' }, ...names];
}
