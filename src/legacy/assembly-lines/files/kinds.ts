// What kind an integration is. No file says it: other parts of the files tell, else its name.

import { type IntegrationKind, kindByName, kindCalled } from '../../../integration/kinds.ts';
import { type SourceNode, valueAt } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { sourceName, textField } from './definition.ts';
import type { LineResource } from './model.ts';

export type Kinds = {
  /** The kind of a resource's integration, or of an integration of a job by its name. */
  readonly ofResource: (resource: LineResource) => IntegrationKind | undefined;
  readonly ofName: (integration: string) => IntegrationKind | undefined;
  /** Whether it is of the old type for Amazon's registry, which logged docker in without being asked (shippable.md 8.7). */
  readonly isOldRegistry: (resource: LineResource) => boolean;
};

/** Types that the CI part gives to integrations, by their names. */
function typesInCi(root: SourceNode | undefined): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  const families = valueAt(root, 'integrations');
  if (families?.kind !== 'mapping') return types;
  for (const { value } of families.entries) {
    if (value.kind !== 'sequence') continue;
    for (const item of value.items) {
      const name = valueAt(item, 'integrationName');
      const type = valueAt(item, 'type');
      if (name?.kind === 'scalar' && type?.kind === 'scalar') types.set(name.text, type.text);
    }
  }
  return types;
}

/** What the definition of a resource tells of its integration. */
function byDefinition(resource: LineResource): string | undefined {
  const place = sourceName(resource)?.text ?? '';
  const region = textField(resource, 'region')?.text ?? '';
  switch (resource.type) {
    case 'gitRepo':
      return 'github';
    case 'image':
      if (/\.dkr\.ecr\./.test(place)) return 'amazonKeys';
      if (/(?:^|\.)gcr\.io\/|-docker\.pkg\.dev\//.test(place)) return 'gcloudKey';
      if (/^quay\.io\//.test(place)) return 'quayLogin';
      return undefined;
    case 'cluster':
    case 'ecsCluster':
    case 'loadBalancer':
    case 'cliConfig':
      if (/^arn:aws|\.elb\.amazonaws\.com/.test(place)) return 'amazonKeys';
      if (textField(resource, 'groupName') !== undefined) return 'azureKeys';
      if (/^[a-z]+-[a-z]+\d-[a-z]$/.test(region)) return 'gcloudKey';
      if (/^[a-z]{2}-[a-z]+-\d$/.test(region)) return 'amazonKeys';
      return resource.type === 'ecsCluster' ? 'amazonKeys' : undefined;
    default:
      return undefined;
  }
}

export function integrationKinds(
  root: SourceNode | undefined,
  { settings }: TranslationContext,
): Kinds {
  const inCi = typesInCi(root);
  const called = (word: string | undefined): IntegrationKind | undefined =>
    word === undefined ? undefined : kindCalled(word);
  const ofName = (name: string): IntegrationKind | undefined =>
    called(settings.types?.[name]) ?? called(inCi.get(name)) ?? kindByName(name);
  /** What the settings or CI call the type. */
  const wordsOf = ({ name, integration }: LineResource): readonly string[] =>
    [
      settings.types?.[name],
      integration === undefined ? undefined : settings.types?.[integration.text],
      integration === undefined ? undefined : inCi.get(integration.text),
    ].flatMap((word) => word ?? []);
  return {
    ofName,
    isOldRegistry: (resource) => /^ecr$/i.test(wordsOf(resource)[0] ?? ''),
    ofResource: (resource) => {
      const name = resource.integration?.text;
      return (
        wordsOf(resource).flatMap((word) => called(word) ?? [])[0] ??
        called(byDefinition(resource)) ??
        (name === undefined ? undefined : kindByName(name)) ??
        (resource.type === 'image' ? kindCalled('dockerRegistryLogin') : undefined)
      );
    },
  };
}
