// CodeShip's predefined variables (codeship.md 6.1): which of them a service gets, and how the job comes by them.

import { codeshipVariables } from '../../../variables/codeship.ts';
import type { Field } from '../../../workflow/model.ts';
import { repositoryPath } from '../values/repository-path.ts';
import { knownImage } from './known-images.ts';
import { type RepositoryScan, variablesIn } from './scan-repository.ts';
import type { Service } from './service.ts';
import { mountedPaths } from './volumes.ts';

/** In the order of the reference; `CI_COMMIT` and those of Basic come in only where something names them. */
const proVariables = [
  'CI',
  'CI_NAME',
  'CI_BRANCH',
  'CI_COMMIT_ID',
  'CI_COMMIT_MESSAGE',
  'CI_COMMIT_DESCRIPTION',
  'CI_COMMITTER_NAME',
  'CI_COMMITTER_EMAIL',
  'CI_COMMITTER_USERNAME',
  'CI_PROJECT_ID',
  'CI_BUILD_ID',
  'CI_REPO_NAME',
  'CI_TIMESTAMP',
  'CI_STRING_TIME',
  'CI_PR_NUMBER',
  'CI_PULL_REQUEST',
  'CI_BUILD_APPROVED',
] as const;

const known = [...proVariables, 'CI_COMMIT'];

export type Passed = {
  /** Whether it gets the file with the names: every service that a step runs on, and others that read one. */
  readonly isGiven: boolean;
  /** Names that a file, a command or a known image reads, or all where a step prints its environment. */
  readonly read: ReadonlySet<string>;
  /** Those that a file or a command of the repository names. */
  readonly named: ReadonlySet<string>;
};

export type Use = {
  /** The argument vectors that steps run on the service. */
  readonly commands: readonly (readonly string[])[];
  /** Whether it is started at all. */
  readonly isUsed: boolean;
};

/** Every container of a step had the variables, whatever its image (codeship.md 6.1, 16). */
export function passedVariables(
  service: Service,
  use: Use,
  folder: string,
  scan: RepositoryScan,
): Passed {
  if (!use.isUsed) return { isGiven: false, read: new Set(), named: new Set() };
  const runsSteps = use.commands.length > 0;
  const image = service.build === undefined ? knownImage(service.image.name) : undefined;
  const named = new Set(
    [
      ...use.commands.flat().flatMap((word) => [...variablesIn(word)]),
      ...wordsOf(service).flatMap((word) => [...variablesIn(word)]),
      ...scan.namesIn(visibleFolders(service, folder)),
    ].filter((name) => known.includes(name)),
  );
  const read = use.commands.some(printsEnvironment)
    ? proVariables
    : runsSteps
      ? (image?.reads ?? [])
      : [];
  return {
    isGiven: runsSteps || named.size > 0,
    read: new Set([...named, ...read]),
    named,
  };
}

/**
 * The names that the services of a project are given, in the order of the reference: all that cost nothing, for
 * installed programs read them too, and those that have to be computed where something is known to read them.
 */
export const givenNames = (passed: Iterable<Passed>): readonly string[] => {
  const all = [...passed];
  const read = new Set(all.flatMap((each) => [...each.read]));
  if (!all.some(({ isGiven }) => isGiven)) return [];
  return known.filter((name) => read.has(name) || (name !== 'CI_COMMIT' && isFree(name)));
};

function isFree(name: string): boolean {
  const way = codeshipVariables[name]?.way;
  return way?.kind !== 'computed' || way.shortcut !== undefined;
}

/** Programs that print their whole environment, unless words say what of it. */
const printsEnvironment = ([program, ...words]: readonly string[]): boolean =>
  /^(?:\S*\/)?(?:env|printenv)$/.test(program ?? '') && words.length === 0;

function wordsOf({ keys }: Service): readonly string[] {
  return [keys.command, keys.entrypoint].flatMap((words) =>
    words === undefined
      ? []
      : words.kind === 'line'
        ? [words.node.text]
        : words.nodes.map((node) => node.text),
  );
}

/** Folders of the repository whose files a container of the service has: its build context and its mounts. */
export function visibleFolders(service: Service, folder: string): readonly string[] {
  const context =
    service.build === undefined
      ? undefined
      : repositoryPath(folder, service.build.context?.text ?? '.');
  const holders = service.volumesFrom.map((each) => each.service);
  return [
    ...(context === undefined ? [] : [context]),
    ...[service, ...holders].flatMap((each) => mountedPaths(each, folder)),
  ];
}

export type JobVariables = {
  /** Lines of the job's `env`. */
  readonly env: readonly Field[];
  /** Names that `prepare` computes. */
  readonly computed: readonly string[];
  /** `git describe` needs the whole history. */
  readonly needsHistory: boolean;
};

/**
 * How a job comes by the variables. What git tells is computed where something is known to read it; otherwise the event
 * of the push has it.
 */
export function jobVariables(
  names: ReadonlySet<string>,
  read: ReadonlySet<string>,
  approved: boolean,
): JobVariables {
  const env: Field[] = [];
  const computed: string[] = [];
  for (const name of known) {
    if (!names.has(name)) continue;
    const way = codeshipVariables[name]?.way;
    if (name === 'CI_BUILD_APPROVED') {
      if (approved) env.push({ name, value: 'true' });
    } else if (way?.kind === 'expression' || way?.kind === 'literal')
      env.push({ name, value: way.value });
    else if (way?.kind === 'computed') {
      if (read.has(name) || way.shortcut === undefined) computed.push(name);
      else env.push({ name, value: way.shortcut.value });
    }
  }
  return { env, computed, needsHistory: computed.includes('CI_COMMIT_DESCRIPTION') };
}

/** How the values of variables that somebody reads differ from CodeShip's. */
export const differences = (names: ReadonlySet<string>): readonly string[] =>
  known.flatMap((name) => {
    const differs = names.has(name) ? codeshipVariables[name]?.differs : undefined;
    return differs === undefined || name === 'CI_COMMIT_DESCRIPTION' || name === 'CI_NAME'
      ? []
      : [`\`${name}\`: ${differs.replace(/\.$/, '')}`];
  });
