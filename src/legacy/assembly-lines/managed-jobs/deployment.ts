// What managed jobs deploy: images with their options, parameters and replicas, united in the order of the steps; later
// ones win (shippable.md 8.3).

import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { fieldOf, textField } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { Input, JobNode } from '../graph/graph.ts';

/** An input that is a resource. */
export type ResourceInput = Input & { readonly kind: 'resource' };

export const resourceInputs = (node: JobNode, ...types: readonly string[]): ResourceInput[] =>
  node.inputs.filter(
    (input): input is ResourceInput =>
      input.kind === 'resource' && (types.length === 0 || types.includes(input.resource.type)),
  );

/** What is set for one image. */
export type Container = {
  readonly image: LineResource;
  /** Options of Docker by their names. */
  readonly options: ReadonlyMap<string, SourceNode>;
  /** Parameters, which are variables of the container. */
  readonly params: ReadonlyMap<string, SourceNode>;
};

export type Service = {
  /** The manifest. */
  readonly node: JobNode;
  readonly containers: readonly Container[];
  readonly replicas: ScalarNode | undefined;
  /** Fields of `replicas` that scale the service while it runs. */
  readonly scaling: readonly Entry[];
};

/** The manifests that a job deploys: its own inputs, and those of releases and deployments before it. */
export function manifestsOf(
  node: JobNode,
  seen: ReadonlySet<JobNode> = new Set(),
): readonly JobNode[] {
  if (seen.has(node)) return [];
  if (node.role === 'manifest') return [node];
  if (node.role !== 'release' && node.role !== 'deploy') return [];
  const inside = new Set([...seen, node]);
  return [
    ...new Set(
      node.inputs.flatMap((input) => (input.kind === 'job' ? manifestsOf(input.from, inside) : [])),
    ),
  ];
}

/** Names behind `applyTo`; undefined where it is for all. */
function appliesTo({ step }: ResourceInput): readonly string[] | undefined {
  const value = step.keys.applyTo;
  if (value === undefined) return undefined;
  const names = (node: SourceNode): readonly string[] =>
    node.kind === 'scalar'
      ? [node.text]
      : node.kind === 'sequence'
        ? node.items.flatMap(names)
        : node.entries.flatMap(({ value: inner }) => names(inner));
  return names(value);
}

/** Whether a setting is for an image of a manifest: `applyTo` names either. */
export function isFor(input: ResourceInput, manifest: JobNode, image: LineResource): boolean {
  const names = appliesTo(input);
  return names === undefined || names.includes(image.name) || names.includes(manifest.name);
}

const entriesOf = (node: SourceNode | undefined): readonly (readonly [string, SourceNode])[] =>
  node?.kind === 'mapping' ? node.entries.map(({ key, value }) => [key.text, value]) : [];

type Entry = { readonly key: string; readonly value: SourceNode };

const optionEntries = ({ resource }: ResourceInput) =>
  ['versionTemplate', 'version'].flatMap((place) => {
    const node = resource.node.entries.find(({ key }) => key.text === place)?.value;
    return node?.kind === 'mapping' ? node.entries : [];
  });

const optionsOf = ({ resource }: ResourceInput): readonly (readonly [string, SourceNode])[] =>
  ['versionTemplate', 'version'].flatMap((place) =>
    entriesOf(resource.node.entries.find(({ key }) => key.text === place)?.value),
  );

/** `also`: jobs behind the manifest whose options come on top. */
export function serviceOf(node: JobNode, also: readonly JobNode[] = []): Service {
  const images = resourceInputs(node, 'image').map(({ resource }) => resource);
  const inputs = [node, ...also].flatMap((one) => resourceInputs(one));
  const containers = images.map((image): Container => {
    const mine = inputs.filter((input) => isFor(input, node, image));
    return {
      image,
      options: new Map(
        mine.filter(({ resource }) => resource.type === 'dockerOptions').flatMap(optionsOf),
      ),
      params: new Map(
        mine
          .filter(({ resource }) => resource.type === 'params')
          .flatMap(({ resource }) => entriesOf(fieldOf(resource, 'params'))),
      ),
    };
  });
  const scales = inputs.filter(
    (input) =>
      input.resource.type === 'replicas' &&
      (images.length === 0 || images.some((image) => isFor(input, node, image))),
  );
  const replicas = scales.map(({ resource }) => textField(resource, 'count'));
  const scaling = scales
    .flatMap(optionEntries)
    .filter(({ key }) => key.text !== 'count')
    .map(({ key, value }): Entry => ({ key: key.text, value }));
  return { node, containers, replicas: replicas.at(-1), scaling };
}

/** Whether a job sets anything on top of the manifests that it deploys. */
export const addsOptions = (node: JobNode): boolean =>
  resourceInputs(node, 'dockerOptions', 'params', 'replicas').length > 0;
