// The environment of a service in Compose. CodeShip's order was `environment` < `env_file` < encrypted files
// (codeship.md 2.3); Compose has `environment` above every file.

import { parseEnvFile } from '../../../format/env-file.ts';
import { hasMark } from '../../../ground/open-mark.ts';
import {
  flowMap,
  map,
  type Out,
  type OutEntry,
  raw,
  scalar,
  scalarOrBlock,
  seq,
  traced,
} from '../../../output/tree.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { composeText } from '../values/compose-text.ts';
import { filePath, fromRoot } from '../values/repository-path.ts';
import type { Assignment } from '../values/values.ts';
import type { Service } from './service.ts';

type EnvironmentFile = {
  readonly path: string;
  readonly from: readonly SourceNode[];
  /** It may be missing, and then nothing is read. */
  readonly optional?: true;
};

/** What `prepare` opens for a service. */
export type SealedFile = {
  readonly kind: 'file' | 'value';
  /** Path in the repository, or the name of the value: where it is found below RUNNER_TEMP/codeship. */
  readonly name: string;
  /** The ciphertext of a value. */
  readonly text?: string;
  readonly node: SourceNode;
};

/** Encrypted files and values of a service's environment, weakest first. */
export function sealedEnvironment(
  { id, keys }: Pick<Service, 'id' | 'keys'>,
  folder: string,
): readonly SealedFile[] {
  const files = [...(keys.encrypted_env ?? []), ...(keys.encrypted_env_file ?? [])];
  const given = keys.encrypted_environment;
  const values = given === undefined ? [] : 'kind' in given ? [given] : given;
  return [
    ...files.map((node): SealedFile => {
      return { kind: 'file', name: filePath(folder, node.text) ?? node.text, node };
    }),
    ...values.map((node, index): SealedFile => {
      const name = `${id.replace(/^[.-]+/, '')}.environment${values.length === 1 ? '' : `.${index + 1}`}`;
      return { kind: 'value', name, text: node.text.trim().replace(/\s+/g, ' '), node };
    }),
  ];
}

/** The keys of a service that has more variables. */
export function withVariables(
  keys: Service['keys'],
  variables: readonly Assignment[],
): Service['keys'] {
  const { form = 'mapping', items = [] } = keys.environment ?? {};
  return { ...keys, environment: { form, items: [...items, ...variables] } };
}

export type EnvironmentFacts = {
  readonly folder: string;
  /** The file with the names of the predefined variables, for a service that gets them. */
  readonly namesFile?: string;
  /** The file with what lay open, below RUNNER_TEMP. */
  readonly openFile?: string;
  /** The file with its plain variables; absent where they stand under `environment`. */
  readonly plainFile?: string;
};

/** Names that a file of the repository gives the service; a file that is not there gives none. */
function namesInFiles(
  { keys }: Service,
  folder: string,
  { repository }: TranslationContext,
): { readonly names: ReadonlySet<string>; readonly complete: boolean } {
  const names = new Set<string>();
  let complete = true;
  for (const node of keys.env_file ?? []) {
    const path = filePath(folder, node.text);
    const text = path === undefined ? undefined : repository.read(path);
    if (text === undefined) complete = false;
    else for (const { name } of parseEnvFile(text).entries) names.add(name);
  }
  return { names, complete };
}

/** The plain variables of a service, by where they have to stand so that whatever won on CodeShip wins. */
export type PlainVariables = {
  /** Under `environment`, above every file. */
  readonly inline: readonly Assignment[];
  /** In a file of their own, the weakest: a file that cannot be read here may give the same names. */
  readonly inFile: readonly Assignment[];
};

/** Reports what a file of the repository overrides, and what cannot be put in order. */
export function plainVariables(
  service: Service,
  folder: string,
  context: TranslationContext,
): PlainVariables {
  const { names, complete } = namesInFiles(service, folder, context);
  const sealed = sealedEnvironment(service, folder).length > 0;
  const inline: Assignment[] = [];
  const inFile: Assignment[] = [];
  for (const item of service.keys.environment?.items ?? []) {
    // A step writes what lay open to a file of its own.
    if (hasMark(item.value ?? '')) continue;
    if (names.has(item.name)) {
      context.report(
        'environment-overridden',
        item.node,
        `\`${item.name}\` is left out of \`environment\`: a file under \`env_file\` also sets it, and took precedence`,
      );
    } else if (!sealed && complete) inline.push(item);
    else if (fitsOnLine(item)) inFile.push(item);
    else {
      inline.push(item);
      context.report(
        'environment-order',
        item.node,
        `if ${sealed ? 'an encrypted file' : 'a file under `env_file`'} gives \`${item.name}\` too, this value of several lines wins here; on CodeShip the file won`,
        `if the file gives \`${item.name}\`, remove it from \`environment\` in the Compose file`,
      );
    }
  }
  return { inline, inFile };
}

/** What a line of an environment file can hold, as Compose reads it: text without line ends, a name without blanks. */
const fitsOnLine = ({ name, value }: Assignment): boolean =>
  /^[^\s#=][^\s=]*$/.test(name) && !/[\r\n]/.test(value ?? '');

/** The text of the file with the plain variables. */
export const plainFileText = (items: readonly Assignment[]): string =>
  items
    .flatMap(({ name, value, before }) => [
      ...before.map((line) => (line === '' ? '' : `# ${line}`)),
      value === undefined ? name : `${name}=${value}`,
    ])
    .map((line) => `${line}\n`)
    .join('');

/** By how many jobs of the workflow a service is started. */
export type Started = 'never' | 'sometimes' | 'always';

/**
 * The list under `env_file`: files win over those before them. Commands of Compose such as `up` and `down` want the
 * files of services that they do not touch too, so a file that a job does not need, or does not open, may be missing.
 */
export function environmentFiles(
  service: Service,
  facts: EnvironmentFacts,
  started: Started,
): Out | undefined {
  const plain = started === 'never' ? ({ optional: true } as const) : {};
  const sealed = started === 'always' ? {} : ({ optional: true } as const);
  const files: EnvironmentFile[] = [
    ...(facts.plainFile === undefined ? [] : [{ path: facts.plainFile, from: [] }]),
    ...(facts.openFile === undefined
      ? []
      : [{ path: `\${RUNNER_TEMP}/codeship/${composeText(facts.openFile)}`, from: [], ...sealed }]),
    ...(service.keys.env_file ?? []).map((node) => {
      return { path: composeText(fromRoot(node.text)), from: [node], ...plain };
    }),
    ...sealedEnvironment(service, facts.folder).map(({ name, node }) => {
      return { path: `\${RUNNER_TEMP}/codeship/${composeText(name)}`, from: [node], ...sealed };
    }),
  ];
  // Names alone read the same in every format.
  const names = facts.namesFile === undefined ? [] : [{ value: scalar(facts.namesFile) }];
  if (files.length === 0) return names[0]?.value;
  return seq([
    ...names,
    ...files.map(({ path, from, optional: missing }) => {
      const entries: OutEntry[] = [
        { key: 'path', value: scalar(traced(path, ...from)) },
        { key: 'format', value: scalar('raw') },
      ];
      if (missing) entries.push({ key: 'required', value: raw('false') });
      return { value: flowMap(entries) };
    }),
  ]);
}

/** What stands under `environment`, in the user's own form. */
export function environmentOf({ keys }: Service, items: readonly Assignment[]): Out | undefined {
  if (items.length === 0) return undefined;
  return keys.environment?.form === 'mapping'
    ? map(
        items.map((item) => ({
          key: item.name,
          value: scalarOrBlock(traced(composeText(item.value ?? ''), item.node)),
          before: item.before,
        })),
      )
    : seq(items.map((item) => ({ value: scalarOrBlock(pairOf(item)), before: item.before })));
}

const pairOf = ({ name, value, node }: Assignment) =>
  traced(value === undefined ? composeText(name) : `${name}=${composeText(value)}`, node);
