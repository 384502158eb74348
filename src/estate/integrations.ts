// The integrations of many repositories: what each is, which secrets belong to it, and everything that depends on it, in
// legacy files and in workflows.

import type { Conversion } from '../convert/convert.ts';
import { defined } from '../ground/defined.ts';
import { integrationPrefix } from '../integration/prefix.ts';
import { registryOfType } from '../integration/registries.ts';
import { leavesOf, type SourceNode } from '../source/node.ts';
import { positionAt } from '../source/source-file.ts';
import { itemsOf, rootsOf, textAt } from './ties.ts';

export type IntegrationUse = {
  readonly repository: string;
  readonly file: string;
  readonly line: number;
  /** What depends on it there. */
  readonly kind: 'project' | 'resource' | 'job' | 'service' | 'step' | 'workflow';
  /** Of the job, resource, service or step; empty for a project. */
  readonly name: string;
};

type FoundUse = {
  readonly integration: string;
  readonly type?: string;
  /** The registry or account that it opens, where the file says it. */
  readonly account?: string;
  readonly secrets: readonly string[];
  readonly use: IntegrationUse;
};

export type Integration = {
  readonly name: string;
  /** As the files spell them. */
  readonly types: readonly string[];
  readonly accounts: readonly string[];
  readonly secrets: readonly string[];
  readonly uses: readonly IntegrationUse[];
};

export type WorkflowText = { readonly path: string; readonly text: string };

/** What one repository depends on. */
export function integrationUses(
  repository: string,
  conversion: Conversion,
  workflows: readonly WorkflowText[],
): readonly FoundUse[] {
  return [
    ...rootsOf(conversion).flatMap((root) => legacyUses(repository, root)),
    ...workflows.flatMap((workflow) => workflowUses(repository, workflow)),
  ];
}

/** The names of an integration's secrets, by its type; for an unknown one none. */
function secretsOf(name: string, type: string | undefined): readonly string[] {
  const prefix = integrationPrefix(name);
  const fields = type === undefined ? undefined : registryOfType(type)?.fields;
  return (fields ?? [])
    .filter(({ asked }) => asked)
    .map(({ names }) => `${prefix}_INTEGRATION_${names[0] ?? ''}`);
}

function legacyUses(repository: string, root: SourceNode): FoundUse[] {
  const found: FoundUse[] = [];
  const at = (node: SourceNode, kind: IntegrationUse['kind'], name: string): IntegrationUse => ({
    repository,
    file: node.file.path,
    line: positionAt(node.file, node.start).line,
    kind,
    name,
  });
  const resources = new Map<string, string>();
  for (const mapping of mappingsOf(root)) {
    const named = textAt(mapping, 'integrationName');
    const type = textAt(mapping, 'type');
    const name = textAt(mapping, 'name') ?? '';
    if (named !== undefined) {
      const account = textAt(mapping, 'url') ?? textAt(mapping, 'registryUrl');
      found.push({
        integration: named,
        ...defined({ type, account }),
        secrets: secretsOf(named, type),
        use: at(mapping, 'project', ''),
      });
    }
    const integration = textAt(mapping, 'integration');
    if (integration !== undefined && name !== '') {
      resources.set(name, integration);
      found.push({ integration, secrets: [], use: at(mapping, 'resource', name) });
    }
    for (const key of ['encrypted_dockercfg_path', 'dockercfg_service'] as const) {
      const credential = textAt(mapping, key);
      if (credential === undefined) continue;
      const registry = textAt(mapping, 'registry');
      const isStep = textAt(mapping, 'service') !== undefined;
      const service = mapping.path.split('/').at(isStep ? -1 : 1) ?? '';
      found.push({
        integration: credential,
        type: key === 'dockercfg_service' ? 'dockercfg generator' : 'encrypted dockercfg',
        ...defined({ account: registry }),
        secrets: ['CODESHIP_AES_KEY'],
        use: at(mapping, isStep ? 'step' : 'service', isStep ? name || service : service),
      });
    }
  }
  for (const job of itemsOf(jobsOf(root))) {
    const name = textAt(job, 'name') ?? '';
    const taken = new Set(
      leavesOf(job).flatMap((leaf) =>
        leaf.kind === 'scalar' && /\/(?:IN|OUT)$/.test(leaf.path) ? [leaf.text] : [],
      ),
    );
    for (const [resource, integration] of resources) {
      if (taken.has(resource)) {
        found.push({ integration, secrets: [], use: at(job, 'job', name) });
      }
    }
  }
  return found;
}

const jobsOf = (root: SourceNode): SourceNode | undefined =>
  root.kind === 'mapping' ? root.entries.find(({ key }) => key.text === 'jobs')?.value : undefined;

/** Every mapping below a node, each once. */
function mappingsOf(root: SourceNode): readonly SourceNode[] {
  const seen = new Set<SourceNode>();
  const found: SourceNode[] = [];
  const visit = (node: SourceNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'mapping') {
      found.push(node);
      for (const { value } of node.entries) visit(value);
    } else if (node.kind === 'sequence') node.items.forEach(visit);
  };
  visit(root);
  return found;
}

/** Each job that is given a secret of an integration, once. */
function workflowUses(repository: string, { path, text }: WorkflowText): FoundUse[] {
  const found = new Map<string, FoundUse>();
  let job = '';
  for (const [index, line] of text.split('\n').entries()) {
    job = /^ {2}([\w-]+):\s*(?:#.*)?$/.exec(line)?.[1] ?? job;
    for (const [, secret = ''] of line.matchAll(/\bsecrets\.(\w+)/g)) {
      const prefix = /^(\w+?)_INTEGRATION_/.exec(secret)?.[1];
      if (prefix === undefined) continue;
      const key = `${prefix} ${job}`;
      const known = found.get(key);
      found.set(key, {
        integration: prefix,
        secrets: [...new Set([...(known?.secrets ?? []), secret])],
        use: known?.use ?? { repository, file: path, line: index + 1, kind: 'workflow', name: job },
      });
    }
  }
  return [...found.values()];
}

/** By name; a workflow only knows the name in capitals, and belongs to whichever has it. */
export function integrationsOf(uses: readonly FoundUse[]): readonly Integration[] {
  const names = new Map<string, string>();
  for (const { integration, use } of uses) {
    if (use.kind !== 'workflow') names.set(integrationPrefix(integration), integration);
  }
  const groups = new Map<string, FoundUse[]>();
  for (const one of uses) {
    const name =
      one.use.kind === 'workflow'
        ? (names.get(one.integration) ?? one.integration)
        : one.integration;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups]
    .map(([name, of]) => ({
      name,
      types: distinct(of.flatMap(({ type }) => type ?? [])),
      accounts: distinct(of.flatMap(({ account }) => account ?? [])),
      secrets: distinct(of.flatMap(({ secrets }) => secrets)),
      uses: of.map(({ use }) => use).sort(byPlace),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

const byPlace = (a: IntegrationUse, b: IntegrationUse): number =>
  compare(a.repository, b.repository) || compare(a.file, b.file) || a.line - b.line;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `acme/web: shippable.yml:12 (project)`. */
export const useText = ({ repository, file, line, kind, name }: IntegrationUse): string =>
  `${repository}: ${file}:${line} (${kind}${name === '' ? '' : ` ${name}`})`;
