// The environment of a service in Compose. CodeShip's order was `environment` < `env_file` < encrypted files
// (codeship.md 2.3); Compose has `environment` above every file.

import { parseEnvFile } from '../../format/env-file.ts';
import {
  map,
  type Out,
  type OutEntry,
  raw,
  scalar,
  scalarOrBlock,
  seq,
  traced,
} from '../../output/tree.ts';
import type { SourceNode } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';
import { composeText } from './compose-text.ts';
import { repositoryPath } from './repository-path.ts';
import type { Service } from './service.ts';
import type { Assignment, Assignments } from './values.ts';

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
export function sealedEnvironment({ id, keys }: Service, folder: string): readonly SealedFile[] {
  const files = [...(keys.encrypted_env ?? []), ...(keys.encrypted_env_file ?? [])];
  const given = keys.encrypted_environment;
  const values = given === undefined ? [] : 'kind' in given ? [given] : given;
  return [
    ...files.map((node): SealedFile => {
      return { kind: 'file', name: repositoryPath(folder, node.text) ?? node.text, node };
    }),
    ...values.map((node, index): SealedFile => {
      const name = `${id.replace(/^[.-]+/, '')}.environment${values.length === 1 ? '' : `.${index + 1}`}`;
      return { kind: 'value', name, text: node.text.trim().replace(/\s+/g, ' '), node };
    }),
  ];
}

export type EnvironmentFacts = {
  readonly folder: string;
  /** Predefined variables that go in by name. */
  readonly passed: readonly string[];
  /** The file with the names of all of them, where nobody can tell which are read. */
  readonly allNamesFile?: string;
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
    const path = repositoryPath(folder, node.text);
    const text = path === undefined ? undefined : repository.read(path);
    if (text === undefined) complete = false;
    else for (const { name } of parseEnvFile(text).entries) names.add(name);
  }
  return { names, complete };
}

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
    ...(facts.allNamesFile === undefined ? [] : [{ path: facts.allNamesFile, from: [] }]),
    ...(service.keys.env_file ?? []).map((node) => {
      return { path: composeText(node.text), from: [node], ...plain };
    }),
    ...sealedEnvironment(service, facts.folder).map(({ name, node }) => {
      return { path: `\${RUNNER_TEMP}/codeship/${composeText(name)}`, from: [node], ...sealed };
    }),
  ];
  if (files.length === 0) return undefined;
  return seq(
    files.map(({ path, from, optional: missing }) => {
      const entries: OutEntry[] = [
        { key: 'path', value: scalar(traced(path, ...from)) },
        { key: 'format', value: scalar('raw') },
      ];
      if (missing) entries.push({ key: 'required', value: raw('false') });
      return { value: map(entries) };
    }),
  );
}

/** What stands under `environment`: the user's own variables in their form, then names that are passed on. */
export function environmentOf(
  service: Service,
  facts: EnvironmentFacts,
  context: TranslationContext,
): Out | undefined {
  const own: Assignments = service.keys.environment ?? { form: 'list', items: [] };
  const inFiles = namesInFiles(service, facts.folder, context);
  const sealed = sealedEnvironment(service, facts.folder).length > 0;
  const kept = own.items.filter((item) => {
    if (!inFiles.names.has(item.name)) return true;
    context.report(
      'environment-overridden',
      item.node,
      `\`${item.name}\` is left out of \`environment\`: a file under \`env_file\` gives it too, and won`,
    );
    return false;
  });
  if (sealed || !inFiles.complete) {
    for (const item of kept) {
      context.report(
        'environment-order',
        item.node,
        `if ${sealed ? 'an encrypted file' : 'a file under `env_file`'} gives \`${item.name}\` too, this value wins here; on CodeShip the file won`,
        `if the file gives \`${item.name}\`, remove it from \`environment\` in the Compose file`,
      );
    }
  }
  const passed = facts.passed.filter(
    (name) => !inFiles.names.has(name) && !kept.some((item) => item.name === name),
  );
  if (kept.length + passed.length === 0) return undefined;
  return own.form === 'list'
    ? seq([
        ...kept.map((item) => ({ value: scalarOrBlock(pairOf(item)), before: item.before })),
        ...passed.map((name) => ({ value: scalar(name) })),
      ])
    : map([
        ...kept.map((item) => ({
          key: item.name,
          value: scalarOrBlock(traced(composeText(item.value ?? ''), item.node)),
          before: item.before,
        })),
        ...passed.map((name) => ({ key: name, value: raw('') })),
      ]);
}

const pairOf = ({ name, value, node }: Assignment) =>
  traced(value === undefined ? composeText(name) : `${name}=${composeText(value)}`, node);
