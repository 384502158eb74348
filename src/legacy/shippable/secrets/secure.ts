// `secure` values become secrets, each under the name that it most likely had; every section inside the container
// had all of them (shippable.md 2.4, 15). A value that is an item of `env` belongs to its row of the matrix.

import { type Expression, expression, standingFor } from '../../../expression/expression.ts';
import { defined, filled } from '../../../ground/defined.ts';
import type { Repository } from '../../../ground/repository.ts';
import { commandWords } from '../../../shell/commands.ts';
import { variablesRead } from '../../../shell/variables.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Field } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { EnvRow } from '../environment/environment.ts';
import type { Matrix } from '../environment/matrix.ts';
import { matrixValue } from '../environment/matrix-value.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { type SecretNames, secret } from './secret-names.ts';
import {
  type CandidateSources,
  type Candidates,
  candidateNames,
  rowsOf,
  type SecureValues,
  withScripts,
} from './secure-candidates.ts';
import { commentsOf, isOpaque, namesInComments } from './secure-names.ts';

export type PlacedSecrets = {
  /** `env:` lines for a step that runs these commands. */
  readonly forCommands: (commands: readonly Command[], inContainer: boolean) => readonly Field[];
};

type Input = CandidateSources & { readonly config: ShippableConfig };

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
  context: TranslationContext,
): PlacedSecrets {
  const values = secureValues(input);
  const { keys } = input.config;
  const generics = [keys.integrations, keys.integration].flatMap((family) => family?.generic ?? []);
  if (values.sealed.length + values.opened.length + generics.length === 0)
    return { forCommands: () => [] };
  const candidates = candidateNames(input, values, context.repository);
  const placed: Placed[] = values.opened.map(({ node, row, open }) => ({
    name: open.name,
    secret: open.secret,
    at: node,
    comments: commentsOf(node),
    ...defined({ row }),
  }));
  const place: Place = (name, why, at, rest = {}) => {
    const given = secrets.need(name, why, at);
    if (!placed.some((other) => other.name === name && other.row === rest.row))
      placed.push({ name, secret: given, at, comments: [], ...rest });
  };
  placeSealed(values.sealed, candidates, place, context);
  // Nobody knows which of them a key is, where `secure` values may be it too.
  placeGenerics(generics, values.sealed.length > 0 ? [] : candidates.names, place, context);
  return {
    forCommands: (commands, inContainer) =>
      fieldsFor(placed, commands, inContainer, context.repository),
  };
}

/** Notes that a variable comes from a secret. */
type Place = (name: string, why: string, at: ScalarNode, rest?: Partial<Placed>) => void;

/** All `secure` values, those of rows with their row. */
function secureValues({ environment, matrix }: Input): SecureValues {
  const numbers = secureRows(matrix);
  const all = [
    ...environment.secure.map((each) => ({ ...each, row: undefined })),
    ...rowsOf({ environment, matrix }).flatMap((row) =>
      row.secure.map((each) => ({ ...each, row: numbers.get(row) })),
    ),
  ];
  return {
    sealed: all.filter(({ open }) => open === undefined),
    opened: all.flatMap(({ node, row, open }) => (open === undefined ? [] : [{ node, row, open }])),
  };
}

/** Values that nobody can open become secrets under the names that they most likely had. */
function placeSealed(
  sealed: SecureValues['sealed'],
  { names: candidates, more }: Candidates,
  place: Place,
  { report }: TranslationContext,
): void {
  const said = sealed.map(({ node }) => namesInComments(commentsOf(node), candidates));
  const left = candidates.filter((name) => !said.some((names) => names.includes(name)));
  const guessed = guesses(said, left);
  for (const [index, { node, row }] of sealed.entries()) {
    const inComment = said[index] ?? [];
    const names = inComment.length > 0 ? inComment : (guessed[index] ?? []);
    const ofItsRow = defined({ row });
    if (names.length === 0) {
      const name = `SHIPPABLE_SECURE_${index + 1}`;
      const why = 'replaces a `secure` value whose variable is unknown: rename it to the variable';
      place(name, why, node, { unknown: true, comments: commentsOf(node), ...ofItsRow });
      report(
        'secure-value',
        node,
        more.length === 0
          ? 'this value was encrypted with a key that is gone, and no command reads a variable that nothing sets'
          : `this value was encrypted with a key that is gone; the program reads ${listed(more)}, which nothing sets`,
        `find out which variable it contained, and rename the secret \`${name}\` to it, here and in the workflow; if nobody knows, remove it`,
      );
      continue;
    }
    const why =
      inComment.length > 0
        ? 'named in the comment next to a `secure` value'
        : 'read by a command but set nowhere: probably from a `secure` value';
    for (const [at, name] of names.entries())
      place(name, why, node, { comments: at === 0 ? commentsOf(node) : [], ...ofItsRow });
    const create = `create the secret with a new value: gh secret set ${names[0]}`;
    const others = left.filter((name) => !names.includes(name));
    report(
      'secure-value',
      node,
      inComment.length > 0
        ? `this value was encrypted with a key that is gone; its comment names ${listed(names)}`
        : `this value was encrypted with a key that is gone; it probably contained ${names.length === 1 ? '' : 'some of '}${listed(names)}, which a command reads and nothing else sets`,
      others.length === 0 || inComment.some((name) => candidates.includes(name))
        ? create
        : inComment.length > 0
          ? `${create}; no command reads it, but ${listed(others)} ${others.length === 1 ? 'is' : 'are'} read and set nowhere: the value may be the same`
          : `${create}; if it contained another one, ${listed(others)} ${others.length === 1 ? 'is' : 'are'} read, too`,
    );
  }
}

type Generic = NonNullable<NonNullable<ShippableConfig['keys']['integrations']>['generic']>[number];

/** Integrations that were lists of keys: Shippable alone had the keys. */
function placeGenerics(
  generics: readonly Generic[],
  candidates: readonly string[],
  place: Place,
  { report }: TranslationContext,
): void {
  for (const { integrationName: name } of generics) {
    if (name === undefined) continue;
    for (const candidate of candidates)
      place(candidate, `a key of the integration \`${name.text}\`, judging by its name`, name);
    report(
      'generic-integration',
      name,
      `Shippable stored the keys of \`${name.text}\`${candidates.length > 0 ? `; ${listed(candidates)} may be among them` : ''}`,
      'create a secret for each key, and add it to `env` of the steps that read it',
    );
  }
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** The variables that these commands read, or may read where nobody can see what they do. */
function fieldsFor(
  placed: readonly Placed[],
  commands: readonly Command[],
  inContainer: boolean,
  repository: Repository,
): readonly Field[] {
  const texts = withScripts(commands, repository);
  const names = new Set(texts.flatMap(({ text }) => [...variablesRead(text)]));
  const opaque = isOpaque(commands.flatMap(({ text }) => commandWords(text)));
  return placed
    .filter(({ name, unknown }) =>
      unknown ? inContainer : names.has(name) || (inContainer && opaque),
    )
    .map(
      ({ name, secret: given, at, comments, row, unknown }): Field => ({
        name: unknown ? given : name,
        value: standingFor(row === undefined ? secret(given) : ofRow(given, row), at),
        ...defined({ before: filled(comments) }),
      }),
    );
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
