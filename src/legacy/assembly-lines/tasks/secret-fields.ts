// Which fields of a job's integrations its scripts read (shippable.md 8.4).

import { integrationPrefix } from '../../../integration/prefix.ts';
import { commandWords } from '../../../shell/commands.ts';
import { variablesRead, variablesSet } from '../../../shell/variables.ts';
import { shippableVariables } from '../../../variables/shippable.ts';
import type { TranslationContext } from '../../translation.ts';
import { fieldOf } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';
import type { Holder, Script } from './credentials.ts';
import { taskVariableValues } from './task-variables.ts';

/** Fields of each holder, in the order in which they were found. */
type Fields = ReadonlyMap<Holder, ReadonlySet<string>>;

type Wishes = {
  readonly fields: Fields;
  readonly want: (holder: Holder, ...fields: readonly string[]) => void;
  /** Where something takes the whole: every field that the kind has. */
  readonly wantAll: (holder: Holder) => void;
};

/**
 * The fields of each holder that something reads.
 * @param keyed repositories whose deploy key scripts use; it is no field of an integration
 */
export function fieldsRead(
  node: JobNode,
  holders: readonly Holder[],
  scripts: readonly Script[],
  keyed: readonly LineResource[],
  context: TranslationContext,
): Fields {
  const wishes = newWishes(node, scripts, context);
  const wantOfVariables = variableReader(holders, keyed, wishes);
  const meant = holdersMeant(holders, taskVariableValues(node.job));
  for (const { text } of scripts) {
    wantOfVariables(text);
    const takesFile = /integration\.(?:json|env)/.test(text);
    if (text.includes('shipctl')) wantOfCalls(text, takesFile, meant, wishes);
    if (takesFile && !text.includes('get_resource_meta'))
      holdersOfFiles(text, holders).forEach(wishes.wantAll);
  }
  // What is there for scripts alone, and is named nowhere in sight, is read by one that is not, or by a program.
  for (const holder of holders) {
    const isPairs = holder.kind?.id === 'keyValuePair';
    if (!holder.isForScripts || (wishes.fields.has(holder) && !isPairs)) continue;
    if (scripts.some(({ isSeen }) => !isSeen) || isPairs) wishes.wantAll(holder);
  }
  return wishes.fields;
}

function newWishes(
  node: JobNode,
  scripts: readonly Script[],
  { report }: TranslationContext,
): Wishes {
  const wanted = new Map<Holder, Set<string>>();
  const want: Wishes['want'] = (holder, ...fields) => {
    const set = wanted.get(holder) ?? new Set<string>();
    for (const field of fields) set.add(field);
    wanted.set(holder, set);
  };
  const wantAll: Wishes['wantAll'] = (holder) => {
    if (holder.kind?.id === 'keyValuePair')
      want(holder, ...pairNames(holder.integration, node, scripts));
    else if (holder.kind !== undefined) want(holder, ...holder.kind.fields);
    else
      report(
        'line-kind',
        holder.at,
        `the type of the integration \`${holder.integration}\` is unknown, and scripts of \`${node.name}\` use all of its fields`,
        `pass \`--type ${holder.integration}=KIND\`: \`amazonKeys\`, \`gcloudKey\`, \`dockerRegistryLogin\`, \`keyValuePair\`, \`sshKey\` ...`,
      );
  };
  return { fields: wanted, want, wantAll };
}

/** `$NAME_INTEGRATION_FIELD`, and the path of a key, which stands for the whole. */
function variableReader(
  holders: readonly Holder[],
  keyed: readonly LineResource[],
  { want, wantAll }: Wishes,
): (text: string) => void {
  const patterns = holders.map((holder) => {
    const prefix = `${integrationPrefix(holder.name)}_`;
    return {
      holder,
      prefix,
      field: new RegExp(`\\b${prefix}INTEGRATION_([A-Z0-9_]+)`, 'g'),
      path: new RegExp(`\\b${prefix}(?:KEYPATH|\\w+_KEY_PATH)\\b`),
    };
  });
  return (text) => {
    for (const { holder, prefix, field: pattern, path } of patterns) {
      // Few scripts read any.
      if (!text.includes(prefix)) continue;
      for (const [, field] of text.matchAll(pattern)) if (field !== undefined) want(holder, field);
      // The key of a repository is no field of its integration.
      if (path.test(text) && !keyed.some(({ name }) => name === holder.name)) wantAll(holder);
    }
  };
}

/** The holders that a word of a command can mean: by a name, by a variable with a known value, or any. */
const holdersMeant =
  (holders: readonly Holder[], variables: ReadonlyMap<string, readonly string[]>) =>
  (word: string | undefined): readonly Holder[] => {
    if (word === undefined) return [];
    const plain = unquoted(word);
    const variable = /^\$\{?(\w+)\}?$/.exec(plain)?.[1];
    // What is put together, or what an argument of a script says, may be any of them.
    const names =
      variable !== undefined ? variables.get(variable) : /[$`]/.test(plain) ? undefined : [plain];
    return names === undefined
      ? holders
      : holders.filter((holder) =>
          names.some((name) => integrationPrefix(name) === integrationPrefix(holder.name)),
        );
  };

/** Functions of `shipctl` that give fields, or the files with all of them. */
function wantOfCalls(
  text: string,
  takesFile: boolean,
  meant: (word: string | undefined) => readonly Holder[],
  { want, wantAll }: Wishes,
): void {
  for (const { word, rest } of commandWords(text)) {
    if (word !== 'shipctl') continue;
    const [name = '', target, field] = rest;
    const wantField = (notPlain: RegExp): void => {
      for (const holder of meant(target)) {
        if (field === undefined || notPlain.test(unquoted(field))) wantAll(holder);
        else want(holder, unquoted(field).toUpperCase());
      }
    };
    if (/^get_integration(?:_resource)?_field$/.test(name)) wantField(/[^\w-]/);
    else if (name === 'get_integration_resource') wantField(/\W/);
    else if (
      /^get_integration(?:_resource)?_keys$/.test(name) ||
      (name === 'get_resource_meta' && takesFile)
    )
      meant(target).forEach(wantAll);
  }
}

/** Whose files a text can mean that reads `integration.json` or `integration.env`. */
function holdersOfFiles(text: string, holders: readonly Holder[]): readonly Holder[] {
  const named = holders.filter(
    ({ name }) =>
      text.includes(`IN/${name}/`) ||
      text.includes(`${integrationPrefix(name)}_`) ||
      text.includes(`/${name}/`),
  );
  return named.length > 0 ? named : holders.filter(({ isForScripts }) => isForScripts);
}

const unquoted = (word: string): string => word.replace(/["']/g, '');

/** Names of a key-value integration are in no file: what scripts read and nobody sets. */
export function pairNames(
  integration: string,
  node: JobNode,
  scripts: readonly Script[],
): readonly string[] {
  const set = new Set(scripts.flatMap(({ text }) => [...variablesSet(text)]));
  const prefixes = [...node.inputs, ...node.outputs].map(({ step }) =>
    integrationPrefix(step.name),
  );
  const params = new Set(
    node.inputs.flatMap((input) => {
      if (input.kind !== 'resource') return [];
      const map = fieldOf(input.resource, 'params');
      return map?.kind === 'mapping' ? map.entries.map(({ key }) => key.text) : [];
    }),
  );
  const environment = new Set(
    (node.job?.tasks ?? []).flatMap(({ keys }) =>
      (keys?.runtime?.options?.env ?? []).flatMap((item) =>
        'kind' in item ? [item.text.split('=')[0] ?? ''] : item.map(({ key }) => key.text),
      ),
    ),
  );
  const names = [...new Set(scripts.flatMap(({ text }) => [...variablesRead(text)]))].filter(
    (name) =>
      /^[A-Z][A-Z0-9_]*$/.test(name) &&
      !set.has(name) &&
      !params.has(name) &&
      !environment.has(name) &&
      !Object.hasOwn(shippableVariables, name) &&
      !name.includes('_INTEGRATION_') &&
      !prefixes.some((prefix) => prefix !== '' && name.startsWith(`${prefix}_`)) &&
      !machineNames.test(name),
  );
  const calls = scripts.flatMap(({ text }) => commandWords(text).map(({ word }) => word));
  // These programs read their keys from the environment, whoever names them.
  const isCloud = calls.some((word) => /^(?:terraform|packer|aws)$/.test(word));
  const cloud =
    isCloud && /aws|amazon/i.test(integration)
      ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
      : [];
  return [...new Set([...cloud, ...names])];
}

/** Of the machine, or of the job. */
const machineNames =
  /^(?:PATH|HOME|PWD|USER|SHELL|RANDOM|IFS|OLDPWD|HOSTNAME|UID|SHARED_DIR|RESOURCE_ID|TASK_\w+|JOB_\w+|BUILD_\w+|GITHUB_\w+|RUNNER_\w+|SHIPPABLE_\w+|SUBSCRIPTION_\w+)$/;
