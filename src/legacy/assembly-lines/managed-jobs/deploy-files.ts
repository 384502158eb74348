// The files that a deployment applies, written from the definitions, and what of them has no equal.

import { firstOfEach } from '../../../ground/each-once.ts';
import { map, scalar, traced } from '../../../output/tree.ts';
import { leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import type { CompanionDocument } from '../../translation.ts';
import { fieldOf, sourceName, textField } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { Graph, Input, JobNode } from '../graph/graph.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import {
  type Deployed,
  deploymentName,
  formOf,
  type Method,
  methodOf,
  servicesOf,
} from './deploy-services.ts';
import { manifestsOf, resourceInputs, type Service, serviceOf } from './deployment.ts';
import {
  type ClusterForm,
  clusterName,
  containerList,
  folderOf,
  kubernetesFiles,
  taskDefinition,
} from './deployment-files.ts';
import { outOf } from './docker-options.ts';

export function filesOf(
  deployed: Pick<Deployed, 'service' | 'name' | 'deployName'>,
  form: ClusterForm,
  method: Method,
  parts: JobParts,
): readonly CompanionDocument[] {
  const { context } = parts;
  const { service, name } = deployed;
  reportUnwritten(service, form, parts);
  const from = valuesOf(service.node, parts);
  const [first, ...others] =
    form === 'ecs'
      ? [taskDefinition(service, name, context)]
      : form === 'kubernetes'
        ? kubernetesFiles(service, name, deploymentName(deployed), method, context)
        : [containerList(service, name)];
  if (first === undefined) return [];
  return [
    {
      ...first,
      header: [...first.header, ...from.comments],
      root: { ...first.root, from: [...first.root.from, ...from.nodes] },
    },
    ...others,
  ];
}

/** What the files can't hold: values that nobody can read any more, and what scales a service by itself. */
function reportUnwritten(service: Service, form: ClusterForm, { context }: JobParts): void {
  const secrets = {
    ecs: 'store the value in AWS Secrets Manager, and name it under `secrets` of the container, with `valueFrom`',
    kubernetes:
      '`kubectl create secret generic NAME --from-literal KEY=VALUE`, and name it under `envFrom` of the container',
    other: 'hand the value to the container when you deploy it',
  };
  const seen = new Set<SourceNode>();
  const leaves = (node: SourceNode | undefined): readonly SourceNode[] =>
    node === undefined ? [] : leavesOf(node);
  for (const { params, image } of service.containers)
    for (const node of leaves(params.get('secure'))) {
      if (seen.has(node)) continue;
      seen.add(node);
      context.report(
        'line-container-secret',
        node,
        `the container \`${image.name}\` had this encrypted value as variables`,
        secrets[form],
      );
    }
  if (form !== 'other')
    for (const { options } of service.containers)
      for (const node of leaves(options.get('service'))) {
        if (seen.has(node)) continue;
        seen.add(node);
        context.report(
          'line-option',
          node,
          '`service` sets up the service itself, which a deployment here only updates',
          form === 'kubernetes'
            ? 'write a `Service` beside the deployment, and add it to `kustomization.yml`'
            : 'set it once, when you create the service',
        );
      }
  for (const { key, value } of service.scaling)
    for (const node of leaves(value))
      context.report(
        'line-option',
        node,
        `\`${key}\` scaled the service by itself, which the reviewed file can't say`,
        form === 'kubernetes'
          ? 'write a `HorizontalPodAutoscaler` beside it'
          : 'register the service with `aws application-autoscaling`, as the report shows',
      );
}

/** What stands around the values of a manifest: names, types, steps. A change of any is a change of the file. */
function valuesOf(
  { job, inputs, outputs }: JobNode,
  { context }: JobParts,
): { readonly nodes: readonly SourceNode[]; readonly comments: readonly string[] } {
  const flags = [
    ...(job?.keys.flags ?? []),
    ...inputs.flatMap((input) =>
      input.kind === 'resource' ? textsOf(input.resource.keys.flags) : [],
    ),
  ];
  for (const flag of flags)
    context.report(
      'line-flag',
      flag,
      `the flag \`${flag.text}\` filtered the view of the lines; it is a comment in the file`,
    );
  const words = [...new Set(flags.map(({ text }) => text))];
  const nodes = [
    ...(job === undefined
      ? []
      : [job.named, ...(job.keys.type === undefined ? [] : [job.keys.type])]),
    ...outputs.flatMap(({ step }) => leavesOf(step.node)),
    ...inputs.flatMap((input) => [
      ...saidLeaves(input),
      ...(input.kind === 'resource' ? leavesOf(input.resource.node) : []),
    ]),
    ...flags,
  ];
  const taken = inputs.map((input) => {
    const said = [
      ...saidLeaves(input).filter((leaf) => leaf !== input.step.named),
      ...(input.kind === 'resource' && input.resource.type === 'trigger'
        ? leavesOf(input.resource.node).filter((leaf) => leaf !== input.resource.named)
        : []),
    ].flatMap((leaf) => (leaf.kind === 'scalar' ? [leaf.text] : []));
    const type = input.kind === 'resource' ? input.resource.type : '';
    const name = type === '' ? input.step.name : `${type} ${input.step.name}`;
    return said.length === 0 ? name : `${name} (${said.join(', ')})`;
  });
  return {
    nodes,
    comments: [
      ...(taken.length === 0 ? [] : [`Its inputs are ${taken.join(', ')}.`.replace(/\s+/g, ' ')]),
      ...(words.length === 0 ? [] : [`Flags: ${words.join(', ')}`]),
    ],
  };
}

/** What a step says, without what never had an effect. */
const saidLeaves = ({ step }: Input): readonly SourceNode[] =>
  step.node.entries
    .filter(({ key }) => key.text !== 'pull' && key.text !== 'vote')
    .flatMap(({ value }) => leavesOf(value));

const textsOf = (node: SourceNode | undefined): readonly ScalarNode[] =>
  node === undefined
    ? []
    : leavesOf(node).filter((leaf): leaf is ScalarNode => leaf.kind === 'scalar');

/** The files of manifests that some job takes as they are, or that nobody deploys. */
export function manifestFiles(graph: Graph, parts: JobParts): readonly CompanionDocument[] {
  const manifests = graph.jobs.filter(({ role }) => role === 'manifest');
  return manifests.flatMap((manifest) => {
    const takers = graph.jobs.filter(
      (node) => node.role === 'deploy' && manifestsOf(node).includes(manifest),
    );
    const plain = takers.filter((node) =>
      servicesOf(node).some(({ name, isShared }) => isShared && name === manifest.name),
    );
    if (takers.length > 0 && plain.length === 0) return [];
    const service = { service: serviceOf(manifest), name: manifest.name };
    if (plain.length === 0)
      return filesOf(service, 'other', { type: 'RollingUpdate', from: [], besides: [] }, parts);
    const formed = plain.map((taker) => {
      const [cluster] = resourceInputs(taker, 'cluster', 'ecsCluster');
      const form: ClusterForm = cluster === undefined ? 'other' : formOf(cluster, parts);
      return { taker, form };
    });
    // One file for each kind of cluster that takes it; a step written by hand can read any of them.
    const known = formed.filter(({ form }) => form !== 'other');
    const forms = firstOfEach(known.length > 0 ? known : formed, ({ form }) => form);
    return forms.flatMap(({ taker, form }) =>
      filesOf(service, form, methodOf(taker, parts), parts),
    );
  });
}

const copied = [
  'selector',
  'clusterIP',
  'externalIPs',
  'sessionAffinity',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'externalName',
  'ports',
];

export function serviceFile(resource: LineResource): CompanionDocument {
  const method = textField(resource, 'method');
  const fields = copied.flatMap((key) => {
    const value = fieldOf(resource, key);
    return value === undefined ? [] : [{ key, value: outOf(value) }];
  });
  const name = sourceName(resource);
  return {
    path: `${folderOf(resource.name)}/service.yml`,
    header: [`The load balancer ${resource.name}, as a Service of Kubernetes.`],
    root: map([
      { key: 'apiVersion', value: scalar('v1') },
      { key: 'kind', value: scalar('Service') },
      {
        key: 'metadata',
        value: map([
          {
            key: 'name',
            value: scalar(
              name === undefined
                ? clusterName(resource.name)
                : traced(clusterName(name.text), name),
            ),
          },
        ]),
      },
      {
        key: 'spec',
        value: map([
          {
            key: 'type',
            value: scalar(method === undefined ? 'ClusterIP' : traced(method.text, method)),
          },
          ...fields,
        ]),
      },
    ]),
  };
}
