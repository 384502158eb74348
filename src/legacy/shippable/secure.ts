// `secure` values become secrets, each under the name that it most likely had; every section inside the container
// had all of them (shippable.md 2.4, 15). A value that is an item of `env` belongs to its row of the matrix.

import { scanForEvidence } from '../../evidence/gather.ts';
import { needsOfCommand } from '../../evidence/known-needs.ts';
import { isCredentialName } from '../../evidence/ordinary-names.ts';
import { type Expression, expression, standingFor } from '../../expression/expression.ts';
import { defined } from '../../ground/defined.ts';
import { commandWords } from '../../shell/commands.ts';
import { variablesRead } from '../../shell/variables.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import { shippableVariables } from '../../variables/shippable.ts';
import type { Field } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command, ShippableConfig } from './config.ts';
import type { Environment, EnvRow } from './environment.ts';
import type { Matrix } from './matrix.ts';
import { matrixValue } from './matrix-value.ts';
import type { Predefined } from './predefined.ts';
import { scriptsOf } from './scripts.ts';
import { type SecretNames, secret } from './secret-names.ts';
import { commentsOf, isOpaque, namesInComments, unsetNames } from './secure-names.ts';

export type PlacedSecrets = {
  /** `env:` lines for a step that runs these commands. */
  readonly forCommands: (commands: readonly Command[], inContainer: boolean) => readonly Field[];
};

type Input = {
  readonly config: ShippableConfig;
  readonly environment: Environment;
  readonly commands: readonly Command[];
  readonly predefined: Predefined;
  readonly matrix: Matrix;
};

type Placed = {
  readonly name: string;
  readonly secret: string;
  readonly at: SourceNode;
  readonly comments: readonly string[];
  /** The row that it belongs to, by the number in the column `secure`. */
  readonly row?: number;
  /** Nobody knows the variable: the secret's own name stands in for it. */
  readonly unknown?: true;
};

/** The rows that have `secure` values of their own, numbered from 1; none where there is one row. */
export function secureRows({ rows }: Matrix): ReadonlyMap<EnvRow, number> {
  const own = new Set(
    rows.flatMap(({ env }) => (env === undefined || env.secure.length === 0 ? [] : [env])),
  );
  const shared = rows.every(({ env }) => env !== undefined && own.has(env)) && own.size === 1;
  return new Map(shared ? [] : [...own].map((row, index) => [row, index + 1]));
}

export function placeSecrets(
  input: Input,
  secrets: SecretNames,
  { report, repository }: TranslationContext,
): PlacedSecrets {
  const { config, environment, commands, predefined, matrix } = input;
  const rows = [...new Set([...environment.rows, ...matrix.rows.flatMap(({ env }) => env ?? [])])];
  const numbers = secureRows(matrix);
  const all = [
    ...environment.secure.map((each) => ({ ...each, row: undefined })),
    ...rows.flatMap((row) => row.secure.map((each) => ({ ...each, row: numbers.get(row) }))),
  ];
  const blobs = all.filter(({ open }) => open === undefined);
  const opened = all.flatMap(({ node, row, open }) =>
    open === undefined ? [] : [{ node, row, open }],
  );
  const generics = [config.keys.integrations, config.keys.integration].flatMap(
    (family) => family?.generic ?? [],
  );
  if (all.length === 0 && generics.length === 0) return { forCommands: () => [] };
  const own = new Set<string>(
    [...environment.global, ...rows.flatMap((row) => row.variables)].map(({ name }) => name),
  );
  for (const { open } of opened) own.add(open.name);
  const withScripts = [
    ...commands,
    ...commands.flatMap((command) => scriptsOf(command, repository)),
  ];
  const read = [...predefined.read, ...withScripts.flatMap(({ text }) => [...variablesRead(text)])];
  const programs = withScripts.flatMap(({ text }) => needsOfCommand(text));
  const byCommands = [
    ...unsetNames(read, own, withScripts),
    ...programs.filter((name) => !own.has(name)),
  ];
  const open = blobs.filter(
    ({ node }) => namesInComments(commentsOf(node), byCommands).length === 0,
  );
  // Where commands read fewer names than there are values, the program that they run reads the rest.
  const byProgram =
    new Set(byCommands).size < open.length
      ? scanForEvidence(repository)
          .neededIn([''], own)
          .flatMap(({ name }) =>
            isCredentialName(name) && shippableVariables[name] === undefined ? [name] : [],
          )
      : [];
  const candidates = [...new Set([...byCommands, ...byProgram])];
  const said = blobs.map(({ node }) => namesInComments(commentsOf(node), candidates));
  const left = candidates.filter((name) => !said.some((names) => names.includes(name)));
  const guessed = guesses(said, left);
  const placed: Placed[] = [];
  for (const { node, row, open } of opened) {
    placed.push({
      name: open.name,
      secret: open.secret,
      at: node,
      comments: commentsOf(node),
      ...defined({ row }),
    });
  }
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  const place = (name: string, why: string, at: ScalarNode, rest: Partial<Placed>): void => {
    const given = secrets.need(name, why, at);
    if (!placed.some((other) => other.name === name && other.row === rest.row))
      placed.push({ name, secret: given, at, comments: [], ...rest });
  };
  blobs.forEach(({ node, row }, index) => {
    const inComment = said[index] ?? [];
    const names = inComment.length > 0 ? inComment : (guessed[index] ?? []);
    const ofRow = row === undefined ? {} : { row };
    if (names.length === 0) {
      const name = `SHIPPABLE_SECURE_${index + 1}`;
      place(
        name,
        'replaces a `secure` value whose variable is unknown: rename it to the variable',
        node,
        { unknown: true, ...ofRow },
      );
      report(
        'secure-value',
        node,
        'this value was encrypted with a key that is gone, and no command reads a variable that nothing sets',
        `find out which variable it contained, and rename the secret \`${name}\` to it, here and in the workflow; if nobody knows, remove it`,
      );
      return;
    }
    for (const [at, name] of names.entries()) {
      const why =
        inComment.length > 0
          ? 'named in the comment next to a `secure` value'
          : 'read by a command but set nowhere: probably from a `secure` value';
      place(name, why, node, { comments: at === 0 ? commentsOf(node) : [], ...ofRow });
    }
    const create = `create the secret with a new value: gh secret set ${names[0]}`;
    const others = left.filter((name) => !names.includes(name));
    report(
      'secure-value',
      node,
      inComment.length > 0
        ? `this value was encrypted with a key that is gone; its comment names ${list(names)}`
        : `this value was encrypted with a key that is gone; it probably contained ${names.length === 1 ? '' : 'some of '}${list(names)}, which a command reads and nothing else sets`,
      inComment.length > 0 || others.length === 0
        ? create
        : `${create}; if it contained another one, ${list(others)} ${others.length === 1 ? 'is' : 'are'} read, too`,
    );
  });
  for (const generic of generics) {
    const name = generic.integrationName;
    if (name === undefined) continue;
    const names = blobs.length > 0 ? [] : candidates;
    for (const candidate of names)
      place(candidate, `a key of the integration \`${name.text}\`, judging by its name`, name, {});
    report(
      'generic-integration',
      name,
      `Shippable stored the keys of \`${name.text}\`${names.length > 0 ? `; ${list(names)} may be among them` : ''}`,
      'create a secret for each key, and add it to `env` of the steps that read it',
    );
  }
  return {
    forCommands(of, inContainer) {
      const texts = [...of, ...of.flatMap((command) => scriptsOf(command, repository))];
      const names = new Set(texts.flatMap(({ text }) => [...variablesRead(text)]));
      const opaque = isOpaque(of.flatMap(({ text }) => commandWords(text)));
      return placed
        .filter(({ name, unknown }) =>
          unknown ? inContainer : names.has(name) || (inContainer && opaque),
        )
        .map(
          ({ name, secret: given, at, comments, row, unknown }): Field => ({
            name: unknown ? given : name,
            value: standingFor(row === undefined ? secret(given) : ofRow(given, row), at),
            ...(comments.length > 0 ? { before: comments } : {}),
          }),
        );
    },
  };
}

const ofRow = (given: string, row: number): Expression =>
  expression`${matrixValue('secure')} == ${row} && ${secret(given)} || ''`;

/** The names that are left, by order: one for each value that no comment names, and the rest for the last one. */
function guesses(
  said: readonly (readonly string[])[],
  left: readonly string[],
): readonly (readonly string[])[] {
  const last = said.findLastIndex((names) => names.length === 0);
  let next = 0;
  return said.map((names, index) => {
    if (names.length > 0) return [];
    const from = next++;
    return index === last ? left.slice(from) : left.slice(from, from + 1);
  });
}
