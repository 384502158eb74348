// The reviewed files of manifests and deployments: a task definition of Amazon ECS, a base of Kubernetes for kustomize,
// or the bare list of containers where no cluster is known.

import { firstOfEach, lastOfEach } from '../../../ground/each-once.ts';
import { whenGiven } from '../../../ground/when-given.ts';
import {
  type Literal,
  map,
  type OutEntry,
  type OutItem,
  raw,
  scalar,
  seq,
  traced,
} from '../../../output/tree.ts';
import {
  isNull,
  leavesOf,
  type MappingNode,
  type ScalarNode,
  type SourceNode,
} from '../../../source/node.ts';
import type { CompanionDocument, TranslationContext } from '../../translation.ts';
import { sourceName, textField } from '../files/definition.ts';
import { fileName } from '../files/names.ts';
import { type Container, resourceInputs, type Service } from './deployment.ts';
import { nested, optionRows, outOf } from './docker-options.ts';

export type ClusterForm = 'ecs' | 'kubernetes' | 'other';

export const folderOf = (name: string): string => `.github/assembly-line/${fileName(name)}`;

/** Names in a cluster are lower case, with hyphens. */
export const clusterName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'service';

const header = (name: string): readonly string[] => [
  `What ${name} deploys. Review it; the tags of the images are filled in when it is deployed.`,
];

/** What the vendor gave a container without options (shippable.md 8.3). */
const defaultMemory = 400;

const imageOf = ({ image }: Container) => {
  const name = sourceName(image);
  const tag = textField(image, 'versionName') ?? textField(image, 'tag');
  const from = [...(name === undefined ? [] : [name]), ...(tag === undefined ? [] : [tag])];
  return traced(`${name?.text ?? image.name}:${tag?.text ?? 'latest'}`, ...from);
};

const variables = ({ params }: Container): readonly OutEntry[] =>
  params.size === 0
    ? []
    : [
        {
          key: 'environment',
          value: seq(
            [...params]
              .filter(([name]) => name !== 'secure')
              .map(([name, value]) => ({
                value: map([
                  { key: 'name', value: scalar(name) },
                  { key: 'value', value: textOf(value) },
                ]),
              })),
          ),
        },
      ];

/** Values of variables are texts. */
const textOf = (node: SourceNode) =>
  node.kind === 'scalar' ? scalar(traced(isNull(node) ? '' : node.text, node)) : outOf(node);

/** Options that the tool has no word for stand as a comment, and are told. */
function optionFields(
  { options, image }: Container,
  form: 'ecs' | 'kubernetes',
  native: readonly string[],
  { report }: TranslationContext,
) {
  const fields: [string, ReturnType<typeof outOf>][] = [];
  for (const [name, node] of options) {
    if (isNull(node) || native.includes(name)) continue;
    const row = Object.hasOwn(optionRows, name) ? optionRows[name] : undefined;
    const [field, write] = row?.[form] ?? [];
    const value = write?.(node);
    if (field === undefined || value === undefined)
      report(
        'line-option',
        node,
        `\`${name}\` of \`${image.name}\` has no equivalent in ${form === 'ecs' ? 'a task definition of Amazon ECS' : 'a pod of Kubernetes'}`,
        'add what it did to the reviewed file, if the cluster supports it',
      );
    else fields.push([field, value]);
  }
  return fields;
}

export function taskDefinition(
  service: Service,
  name: string,
  context: TranslationContext,
): CompanionDocument {
  const containers = service.containers.map((container) => {
    const fields = optionFields(container, 'ecs', ['taskDefinition', 'service'], context);
    const hasMemory = fields.some(([field]) => /^memory/.test(field));
    return {
      value: map([
        { key: 'name', value: scalar(container.image.name) },
        { key: 'image', value: scalar(imageOf(container)) },
        { key: 'essential', value: raw('true') },
        ...(hasMemory ? [] : [{ key: 'memory', value: raw(String(defaultMemory)) }]),
        ...nested(fields),
        ...variables(container),
      ]),
    };
  });
  // What the options say themselves counts, but for the list of containers, which is made of the images.
  const native = service.containers.flatMap(({ options }) => {
    const node = options.get('taskDefinition');
    return node?.kind === 'mapping'
      ? node.entries.flatMap(({ key, value }) => {
          if (key.text !== 'containerDefinitions') return [{ key: key.text, value: outOf(value) }];
          context.report(
            'line-option',
            value,
            '`containerDefinitions` is made of the images and of their options',
            'add what else it has to the reviewed file',
          );
          return [];
        })
      : [];
  });
  return {
    path: `${folderOf(name)}/task-definition.yml`,
    header: header(name),
    root: map(
      firstOfEach(
        [
          ...native.filter(({ key }) => key === 'family'),
          { key: 'family', value: scalar(clusterName(name)) },
          { key: 'containerDefinitions', value: seq(containers) },
          ...native,
        ],
        ({ key }) => key,
      ),
    ),
  };
}

const isPod = ['pod', 'deployment', 'service', 'labels'];

type Passed = { readonly spec: readonly OutEntry[]; readonly metadata: readonly OutEntry[] };

/**
 * What `pod` and `deployment` hand through: a whole object with `spec` and `metadata`, or the fields of its `spec` alone.
 * The list of containers is made of the images.
 */
function passedThrough(
  service: Service,
  key: 'pod' | 'deployment',
  { report }: TranslationContext,
): Passed {
  const spec: OutEntry[] = [];
  const metadata: OutEntry[] = [];
  const outEntry = ({ key: name, value }: MappingNode['entries'][number]): OutEntry => ({
    key: name.text,
    value: outOf(value),
  });
  const ofSpec = (entries: MappingNode['entries']): void => {
    for (const entry of entries) {
      if (!/^(?:containers|selector|template)$/.test(entry.key.text)) spec.push(outEntry(entry));
      else
        for (const leaf of leavesOf(entry.value))
          report(
            'line-option',
            leaf,
            `\`${entry.key.text}\` of \`${key}\` is what the file makes of the images`,
            'add what it did to the reviewed file',
          );
    }
  };
  for (const { options } of service.containers) {
    const node = options.get(key);
    if (node?.kind !== 'mapping') continue;
    for (const entry of node.entries) {
      const { value } = entry;
      if (entry.key.text === 'spec' && value.kind === 'mapping') ofSpec(value.entries);
      else if (entry.key.text === 'metadata' && value.kind === 'mapping')
        metadata.push(...value.entries.map(outEntry));
      else ofSpec([entry]);
    }
  }
  // Options of several images are for one pod.
  return { spec: lastOfEach(spec, keyOf), metadata: lastOfEach(metadata, keyOf) };
}

const keyOf = ({ key }: OutEntry): string => key;

const entriesOfOut = (entries: readonly OutEntry[], key: string): readonly OutEntry[] => {
  const value = entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'map' ? value.entries : [];
};

/** How a new version replaces the one before. */
export type Rolling = {
  readonly type: string;
  readonly from: readonly SourceNode[];
  readonly stable?: ScalarNode;
};

/**
 * A Deployment and what kustomize reads beside it.
 *
 * @param deployed name of the Deployment
 */
export function kubernetesFiles(
  service: Service,
  name: string,
  deployed: Literal,
  rolling: Rolling,
  context: TranslationContext,
): readonly CompanionDocument[] {
  const app = scalar(deployed);
  const own = ownLabels(service);
  const labels = (): readonly OutEntry[] => [
    ...(own.some(({ key }) => key === 'app') ? [] : [{ key: 'app', value: app }]),
    ...own,
  ];
  const pod = passedThrough(service, 'pod', context);
  const deployment = passedThrough(service, 'deployment', context);
  const podLabels = lastOfEach([...labels(), ...entriesOfOut(pod.metadata, 'labels')], keyOf);
  const containers = service.containers.map((container) => podContainer(container, context));
  const template = map([
    {
      key: 'metadata',
      value: map([
        { key: 'labels', value: map(podLabels) },
        ...without(pod.metadata, 'labels', 'name'),
      ]),
    },
    { key: 'spec', value: map([...pod.spec, { key: 'containers', value: seq(containers) }]) },
  ]);
  return [
    {
      path: `${folderOf(name)}/deployment.yml`,
      header: header(name),
      root: map([
        { key: 'apiVersion', value: scalar('apps/v1') },
        { key: 'kind', value: scalar('Deployment') },
        {
          key: 'metadata',
          value: map([{ key: 'name', value: app }, ...without(deployment.metadata, 'name')]),
        },
        {
          key: 'spec',
          value: map([
            ...replacement(service, deployment.spec, rolling),
            { key: 'selector', value: map([{ key: 'matchLabels', value: map(labels()) }]) },
            { key: 'template', value: template },
          ]),
        },
      ]),
    },
    {
      path: `${folderOf(name)}/kustomization.yml`,
      header: [],
      root: map([
        { key: 'apiVersion', value: scalar('kustomize.config.k8s.io/v1beta1') },
        { key: 'kind', value: scalar('Kustomization') },
        { key: 'resources', value: seq([{ value: scalar('deployment.yml') }]) },
      ]),
    },
  ];
}

const without = (entries: readonly OutEntry[], ...keys: readonly string[]): readonly OutEntry[] =>
  entries.filter(({ key }) => !keys.includes(key));

/** The labels of the images' options. */
const ownLabels = (service: Service): readonly OutEntry[] =>
  service.containers.flatMap(({ options }) => {
    const node = options.get('labels');
    return node?.kind === 'mapping'
      ? node.entries.map(({ key, value }) => ({
          key: key.text,
          value: value.kind === 'scalar' ? scalar(traced(value.text, value)) : outOf(value),
        }))
      : [];
  });

function podContainer(container: Container, context: TranslationContext): OutItem {
  const fields = optionFields(container, 'kubernetes', isPod, context);
  const hasMemory = fields.some(([field]) => field.endsWith('.memory'));
  const memory = [['resources.limits.memory', scalar(`${defaultMemory}Mi`)] as const];
  return {
    value: map([
      { key: 'name', value: scalar(clusterName(container.image.name)) },
      { key: 'image', value: scalar(imageOf(container)) },
      ...nested([...fields, ...(hasMemory ? [] : memory)]),
      ...variables(container).map((entry) => ({ ...entry, key: 'env' })),
    ]),
  };
}

/**
 * How many pods there are and how they are replaced.
 * @param given the `spec` that the user wrote, which comes before what the job says
 */
function replacement(
  { replicas }: Service,
  given: readonly OutEntry[],
  { type, from, stable }: Rolling,
): readonly OutEntry[] {
  const unlessGiven = (entry: OutEntry): readonly OutEntry[] =>
    given.some(({ key }) => key === entry.key) ? [] : [entry];
  const count = replicas === undefined ? '1' : traced(replicas.text, replicas);
  return [
    ...unlessGiven({ key: 'replicas', value: raw(count) }),
    ...given,
    ...unlessGiven({
      key: 'strategy',
      value: map([{ key: 'type', value: scalar(traced(type, ...from)) }]),
    }),
    ...whenGiven(stable, (node) => ({ key: 'minReadySeconds', value: outOf(node) })).flatMap(
      unlessGiven,
    ),
  ];
}

/** Where no cluster takes it: what would run, for whoever deploys it. */
export function containerList(service: Service, name: string): CompanionDocument {
  const files = resourceInputs(service.node, 'file');
  return {
    path: `${folderOf(name)}/manifest.yml`,
    header: header(name),
    root: map([
      {
        key: 'containers',
        value: seq(
          service.containers.map((container) => ({
            value: map([
              { key: 'name', value: scalar(container.image.name) },
              { key: 'image', value: scalar(imageOf(container)) },
              ...[...container.options].map(([key, value]) => ({ key, value: outOf(value) })),
              ...variables(container),
            ]),
          })),
        ),
      },
      ...(files.length === 0
        ? []
        : [
            {
              key: 'files',
              value: seq(
                files.map(({ resource }) => {
                  const from = sourceName(resource);
                  const version = textField(resource, 'versionName');
                  return {
                    value: map([
                      { key: 'name', value: scalar(resource.name) },
                      ...(from === undefined
                        ? []
                        : [{ key: 'sourceName', value: scalar(traced(from.text, from)) }]),
                      ...(version === undefined
                        ? []
                        : [{ key: 'versionName', value: scalar(traced(version.text, version)) }]),
                    ]),
                  };
                }),
              ),
            },
          ]),
      ...(service.replicas === undefined
        ? []
        : [{ key: 'replicas', value: outOf(service.replicas) }]),
    ]),
  };
}
