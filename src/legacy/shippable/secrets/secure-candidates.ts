// Names of variables that `secure` values may have held: what something reads, and nothing sets (shippable.md 2.4, 15).

import { scanForEvidence } from '../../../evidence/gather.ts';
import { needsOfCommand } from '../../../evidence/known-needs.ts';
import { isCredentialName } from '../../../evidence/ordinary-names.ts';
import type { Repository } from '../../../ground/repository.ts';
import { commandWords } from '../../../shell/commands.ts';
import { variablesRead } from '../../../shell/variables.ts';
import type { ScalarNode } from '../../../source/node.ts';
import { shippableVariables } from '../../../variables/shippable.ts';
import type { Environment, EnvRow, OpenValue } from '../environment/environment.ts';
import type { Matrix } from '../environment/matrix.ts';
import type { Predefined } from '../environment/predefined.ts';
import type { Command } from '../keys/config.ts';
import { scriptsOf } from '../scripts/scripts.ts';
import { commentsOf, isOpaque, namesInComments, unsetNames } from './secure-names.ts';

export type CandidateSources = {
  readonly environment: Environment;
  readonly commands: readonly Command[];
  readonly predefined: Predefined;
  readonly matrix: Matrix;
};

/** `row`: the number of the row of the matrix that a value belongs to. */
export type SecureValues = {
  readonly sealed: readonly { readonly node: ScalarNode; readonly row: number | undefined }[];
  /** Values that stand in the open. */
  readonly opened: readonly {
    readonly node: ScalarNode;
    readonly row: number | undefined;
    readonly open: OpenValue;
  }[];
};

export type Candidates = {
  /** In the order in which commands read them; what only the program reads comes last. */
  readonly names: readonly string[];
  /** What the program reads, where that is too much for a guess: it would set what nobody had set, to nothing. */
  readonly more: readonly string[];
};

/** Names that one value may have had, for a guess. */
const mostNames = 4;

export function candidateNames(
  { environment, commands, predefined, matrix }: CandidateSources,
  { sealed, opened }: SecureValues,
  repository: Repository,
): Candidates {
  const rows = rowsOf({ environment, matrix });
  const own = new Set([
    ...[...environment.global, ...rows.flatMap((row) => row.variables)].map(({ name }) => name),
    ...opened.map(({ open }) => open.name),
  ]);
  const texts = withScripts(commands, repository);
  const read = [...predefined.read, ...texts.flatMap(({ text }) => [...variablesRead(text)])];
  const programs = texts.flatMap(({ text }) => needsOfCommand(text));
  const byCommands = [
    ...unsetNames(read, own, texts),
    ...programs.filter((name) => !own.has(name)),
  ];
  const unnamed = sealed.filter(
    ({ node }) => namesInComments(commentsOf(node), byCommands).length === 0,
  );
  const names = [...new Set(byCommands)];
  // Where commands read fewer names than there are values, the program that they run reads the rest.
  const runsProgram = isOpaque(commands.flatMap(({ text }) => commandWords(text)));
  if (names.length >= unnamed.length || !runsProgram) return { names, more: [] };
  const byProgram = scanForEvidence(repository)
    .neededIn([''], own)
    .map(({ name }) => name)
    .filter((name) => isCredentialName(name) && shippableVariables[name] === undefined);
  return byProgram.length > mostNames * unnamed.length
    ? { names, more: byProgram }
    : { names: [...new Set([...names, ...byProgram])], more: [] };
}

/** Every row of `env` and of the matrix, once. */
export const rowsOf = ({
  environment,
  matrix,
}: Pick<CandidateSources, 'environment' | 'matrix'>): readonly EnvRow[] => [
  ...new Set([...environment.rows, ...matrix.rows.flatMap(({ env }) => env ?? [])]),
];

/** The commands, and those of the scripts that they run. */
export const withScripts = (
  commands: readonly Command[],
  repository: Repository,
): readonly Command[] => [
  ...commands,
  ...commands.flatMap((command) => scriptsOf(command, repository)),
];
