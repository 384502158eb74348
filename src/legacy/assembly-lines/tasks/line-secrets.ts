// The secrets of a job: the fields of its integrations that its scripts read, and no others.

import type { IntegrationKind } from '../../../integration/kinds.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { commandWords } from '../../../shell/commands.ts';
import { variablesRead, variablesSet } from '../../../shell/variables.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { shippableVariables } from '../../../variables/shippable.ts';
import type { Field } from '../../../workflow/model.ts';
import { type SecretNames, secret } from '../../shippable/secrets/secret-names.ts';
import { commentsOf, namesInComments } from '../../shippable/secrets/secure-names.ts';
import type { TranslationContext } from '../../translation.ts';
import { fieldOf } from '../files/definition.ts';
import type { Kinds } from '../files/kinds.ts';
import type { LineJob, LineResource } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';

export type JobSecrets = {
  /** For `env:` of the steps that run scripts. */
  readonly env: readonly Field[];
  /** Lines for the entry of a resource or integration in `in` and `out`. */
  readonly lines: (name: string) => readonly Line[];
};

/** A text that may read credentials, and where it came from. */
type Script = { readonly text: string; readonly isSeen: boolean };

/** An integration as scripts see it: by the name of its resource, or by its own. */
type Holder = {
  readonly name: string;
  readonly integration: string;
  readonly at: SourceNode;
  readonly kind: IntegrationKind | undefined;
  /** A resource of the type `integration`, or an integration of the job: there for scripts alone. */
  readonly isForScripts: boolean;
};

export type SecretParts = {
  readonly kinds: Kinds;
  readonly secrets: SecretNames;
  readonly context: TranslationContext;
};

function holdersOf(node: JobNode, kinds: Kinds): readonly Holder[] {
  const found = new Map<string, Holder>();
  const add = (resource: LineResource): void => {
    const { name, integration, type } = resource;
    if (integration === undefined || found.has(name)) return;
    // Deployments and triggers use theirs themselves.
    if (type === 'gitRepo' || type === 'cluster' || type === 'notification') return;
    found.set(name, {
      name,
      integration: integration.text,
      at: integration,
      kind: kinds.ofResource(resource),
      isForScripts: type === 'integration',
    });
  };
  for (const input of node.inputs) if (input.kind === 'resource') add(input.resource);
  for (const output of node.outputs) if (output.kind === 'resource') add(output.resource);
  const own = (node.job?.keys.integrations ?? []).map(
    (named): Holder => ({
      name: named.text,
      integration: named.text,
      at: named,
      kind: kinds.ofName(named.text),
      isForScripts: true,
    }),
  );
  return [...found.values(), ...own];
}

/** Everything a job runs, as far as it can be seen: its commands, and scripts of the repository that they name. */
function scriptsOf(
  commands: readonly ScalarNode[],
  { repository }: TranslationContext,
): readonly Script[] {
  const scripts: Script[] = commands.map(({ text }) => ({ text, isSeen: true }));
  const all = commands.map(({ text }) => text).join('\n');
  for (const path of repository.paths) {
    if (!/\.(?:sh|bash|py|rb|js)$/.test(path)) continue;
    if (!all.includes(path.slice(path.lastIndexOf('/') + 1))) continue;
    const text = repository.read(path);
    if (text !== undefined) scripts.push({ text, isSeen: true });
  }
  // A script that a command runs and that is not here may read anything.
  const runs = /(?:^|[\s;&|(])(?:\.|source|sh|bash)\s+(\S+)|(?:^|[\s;&|(])(\S*\/\S+\.sh)\b/gm;
  for (const { text } of commands) {
    for (const match of text.matchAll(runs)) {
      const path = (match[1] ?? match[2] ?? '').replace(/["']/g, '');
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (/^(?:shippable-task|-c|\$)/.test(path) || name === '') continue;
      if (!repository.paths.some((one) => one === name || one.endsWith(`/${name}`)))
        scripts.push({ text: '', isSeen: false });
    }
  }
  return scripts;
}

/** Which fields of each holder are read; `all` where a script takes the whole. */
export function jobSecrets(
  node: JobNode,
  job: LineJob | undefined,
  commands: readonly ScalarNode[],
  parts: SecretParts,
): JobSecrets {
  const { kinds, secrets, context } = parts;
  const holders = holdersOf(node, kinds);
  const scripts = scriptsOf(commands, context);
  const variables = taskVariableValues(job);
  const keyed = repositoriesWithKey(node, scripts);
  const wanted = new Map<Holder, Set<string>>();
  const want = (holder: Holder, ...fields: readonly string[]): void => {
    const set = wanted.get(holder) ?? new Set<string>();
    for (const field of fields) set.add(field);
    wanted.set(holder, set);
  };
  const wantAll = (holder: Holder): void => {
    if (holder.kind?.id === 'keyValuePair')
      want(holder, ...pairNames(holder.integration, node, scripts));
    else if (holder.kind !== undefined) want(holder, ...holder.kind.fields);
    else
      context.report(
        'line-kind',
        holder.at,
        `the type of the integration \`${holder.integration}\` is unknown, and scripts of \`${node.name}\` use all of its fields`,
        `pass \`--type ${holder.integration}=KIND\`: \`amazonKeys\`, \`gcloudKey\`, \`dockerRegistryLogin\`, \`keyValuePair\`, \`sshKey\` ...`,
      );
  };
  /** The holders that a word of a command can mean: a name, a variable with a known value, or any. */
  const meant = (word: string | undefined): readonly Holder[] => {
    if (word === undefined) return [];
    const plain = word.replace(/["']/g, '');
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
  const variablesOf = holders.map((holder) => {
    const prefix = `${integrationPrefix(holder.name)}_`;
    return {
      holder,
      prefix,
      field: new RegExp(`\\b${prefix}INTEGRATION_([A-Z0-9_]+)`, 'g'),
      path: new RegExp(`\\b${prefix}(?:KEYPATH|\\w+_KEY_PATH)\\b`),
    };
  });
  for (const { text } of scripts) {
    for (const { holder, prefix, field: pattern, path } of variablesOf) {
      // Few scripts read any.
      if (!text.includes(prefix)) continue;
      for (const [, field] of text.matchAll(pattern)) if (field !== undefined) want(holder, field);
      // The key of a repository is no field of its integration.
      if (path.test(text) && !keyed.some(({ name }) => name === holder.name)) wantAll(holder);
    }
    const takesFile = /integration\.(?:json|env)/.test(text);
    for (const { word, rest } of text.includes('shipctl') ? commandWords(text) : []) {
      if (word !== 'shipctl') continue;
      const [name, target, field] = rest;
      if (/^get_integration(?:_resource)?_field$/.test(name ?? '')) {
        for (const holder of meant(target)) {
          if (field === undefined || /[^\w-]/.test(unquoted(field))) wantAll(holder);
          else want(holder, unquoted(field).toUpperCase());
        }
      } else if (name === 'get_integration_resource') {
        for (const holder of meant(target)) {
          if (field === undefined || /\W/.test(unquoted(field))) wantAll(holder);
          else want(holder, unquoted(field).toUpperCase());
        }
      } else if (/^get_integration(?:_resource)?_keys$/.test(name ?? '')) {
        meant(target).forEach(wantAll);
      } else if (name === 'get_resource_meta' && takesFile) {
        meant(target).forEach(wantAll);
      }
    }
    if (takesFile && !text.includes('get_resource_meta')) {
      const named = holders.filter(
        (holder) =>
          text.includes(`IN/${holder.name}/`) ||
          text.includes(`${integrationPrefix(holder.name)}_`) ||
          text.includes(`/${holder.name}/`),
      );
      (named.length > 0 ? named : holders.filter(({ isForScripts }) => isForScripts)).forEach(
        wantAll,
      );
    }
  }
  // What is there for scripts alone, and is named nowhere in sight, is read by one that is not, or by a program.
  for (const holder of holders) {
    const isPairs = holder.kind?.id === 'keyValuePair';
    if (!holder.isForScripts || (wanted.has(holder) && !isPairs)) continue;
    if (scripts.some(({ isSeen }) => !isSeen) || isPairs) wantAll(holder);
  }
  const env: Field[] = [];
  const lines = new Map<string, readonly Line[]>();
  for (const [holder, set] of wanted) {
    const fields = [...set].filter((field) => field !== 'NAME');
    if (fields.length === 0) continue;
    for (const field of fields) {
      const given = secretOf(holder.integration, holder.kind, field, holder.at, secrets);
      env.push({
        name: `${integrationPrefix(holder.name)}_INTEGRATION_${field.replace(/\W/g, '')}`,
        value: secret(given),
      });
    }
    lines.set(holder.name, [
      ...(holder.kind === undefined ? [] : [traced(`  kind: ${writeScalar(holder.kind.id)}`)]),
      traced(`  secrets: [${fields.join(', ')}]`),
    ]);
  }
  for (const { name, named } of keyed) {
    const given = secrets.need(
      `${integrationPrefix(name)}_DEPLOY_KEY`,
      `private key of a deploy key for the repository \`${name}\`, with write access if scripts push`,
      named,
    );
    env.push({ name: `${integrationPrefix(name)}_INTEGRATION_PRIVATEKEY`, value: secret(given) });
    lines.set(name, [traced('  kind: sshKey'), traced('  secrets: [PRIVATEKEY]')]);
  }
  for (const one of secureParams(node, scripts, secrets)) {
    env.push(...one.fields);
    lines.set(one.name, [...(lines.get(one.name) ?? []), ...one.lines]);
  }
  return { env, lines: (name) => lines.get(name) ?? [] };
}

/** Repositories whose deploy key scripts use, which Shippable had: `<R>_KEYPATH` (shippable.md 8.4). */
function repositoriesWithKey(node: JobNode, scripts: readonly Script[]): readonly LineResource[] {
  const resources = node.inputs.flatMap((input) =>
    input.kind === 'resource' && input.resource.type === 'gitRepo' ? [input.resource] : [],
  );
  return resources.filter(({ name }) => {
    const path = new RegExp(`\\b${integrationPrefix(name)}_KEYPATH\\b`);
    return scripts.some(({ text }) => path.test(text));
  });
}

const unquoted = (word: string): string => word.replace(/["']/g, '');

/** One secret for a field of an integration, whatever resources stand for it. */
export function secretOf(
  integration: string,
  kind: IntegrationKind | undefined,
  field: string,
  at: SourceNode,
  secrets: SecretNames,
): string {
  const name = kind?.secrets?.[field] ?? field;
  return secrets.need(
    `${integrationPrefix(integration)}_INTEGRATION_${name}`,
    `${field} of the integration \`${integration}\``,
    at,
  );
}

/** Values that variables of a TASK can have: names of resources are handed on so. */
export function taskVariableValues(
  job: LineJob | undefined,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const add = (name: string, value: string): void => {
    values.set(name, [...(values.get(name) ?? []), value]);
  };
  for (const { keys, script } of job?.tasks ?? []) {
    for (const item of keys?.runtime?.options?.env ?? []) {
      if ('kind' in item) {
        const [name = '', ...rest] = item.text.split('=');
        add(name, rest.join('='));
      } else for (const { key, value } of item) add(key.text, value.text);
    }
    for (const { text } of script) {
      for (const [, name, value] of text.matchAll(
        /(?:^|[\s;&(])(?:export\s+)?(\w+)=["']?([\w.-]+)["']?(?=\s|;|$)/gm,
      ))
        if (name !== undefined && value !== undefined) add(name, value);
    }
  }
  return values;
}

/** Names of a key-value integration are in no file: what scripts read and nobody sets. */
function pairNames(
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

/** `secure` of params: the text that only the old service could open becomes named secrets. */
function secureParams(
  node: JobNode,
  scripts: readonly Script[],
  secrets: SecretNames,
): readonly {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly lines: readonly Line[];
}[] {
  return node.inputs.flatMap((input) => {
    if (input.kind !== 'resource' || input.resource.type !== 'params') return [];
    const { resource } = input;
    const secure = securesOf(fieldOf(resource, 'params'));
    if (secure.length === 0) return [];
    const said = secure.flatMap((at) =>
      at.kind === 'scalar' ? namesInComments(commentsOf(at), []) : [],
    );
    const found = said.length > 0 ? said : pairNames(resource.name, node, scripts);
    const names = found.length > 0 ? found : ['SECURE'];
    const prefix = integrationPrefix(resource.name);
    const [at] = secure;
    return [
      {
        name: resource.name,
        fields: names.map((name) => ({
          name: `${prefix}_PARAMS_${name}`,
          value: secret(secrets.need(name, `the encrypted value in \`${resource.name}\``, at)),
        })),
        lines: [traced(`  secrets: [${names.join(', ')}]`, ...secure)],
      },
    ];
  });
}

const securesOf = (node: SourceNode | undefined): readonly SourceNode[] =>
  node?.kind !== 'mapping'
    ? []
    : node.entries.flatMap(({ key, value }) =>
        key.text !== 'secure' ? [] : value.kind === 'sequence' ? value.items : [value],
      );
