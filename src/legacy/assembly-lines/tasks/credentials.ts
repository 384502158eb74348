// What of a job has credentials, and what may read them.

import type { IntegrationKind } from '../../../integration/kinds.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Kinds } from '../files/kinds.ts';
import type { LineResource } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';

/** A text that may read credentials, and where it came from. */
export type Script = { readonly text: string; readonly isSeen: boolean };

/** An integration as scripts see it: by the name of its resource, or by its own. */
export type Holder = {
  readonly name: string;
  readonly integration: string;
  readonly at: SourceNode;
  readonly kind: IntegrationKind | undefined;
  /** A resource of the type `integration`, or an integration of the job: there for scripts alone. */
  readonly isForScripts: boolean;
};

export function holdersOf(node: JobNode, kinds: Kinds): readonly Holder[] {
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
export function scriptsOf(
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

/** Repositories whose deploy key scripts use, which Shippable had: `<R>_KEYPATH` (shippable.md 8.4). */
export function repositoriesWithKey(
  node: JobNode,
  scripts: readonly Script[],
): readonly LineResource[] {
  const resources = node.inputs.flatMap((input) =>
    input.kind === 'resource' && input.resource.type === 'gitRepo' ? [input.resource] : [],
  );
  return resources.filter(({ name }) => {
    const path = new RegExp(`\\b${integrationPrefix(name)}_KEYPATH\\b`);
    return scripts.some(({ text }) => path.test(text));
  });
}
