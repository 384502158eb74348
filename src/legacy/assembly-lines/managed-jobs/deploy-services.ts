// The services that a deployment sets up, and how it replaces those that run (shippable.md 8.3).

import { mixed, mixedText } from '../../../expression/text.ts';
import { defined } from '../../../ground/defined.ts';
import { type Literal, type Traced, traced } from '../../../output/tree.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import type { JobNode } from '../graph/graph.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import {
  addsOptions,
  manifestsOf,
  type ResourceInput,
  resourceInputs,
  type Service,
  serviceOf,
} from './deployment.ts';
import { type ClusterForm, clusterName } from './deployment-files.ts';

/** The method stands beside the name of what deploys, for whoever sets up the service. */
export function withMethod(steps: readonly Step[], { from, besides }: Method): readonly Step[] {
  const last = steps.at(-1);
  const all = [...from.map((node) => traced(node.text, node)), ...besides];
  if (last === undefined || last.kind === 'parallel' || all.length === 0) return steps;
  const name = mixedText`${last.name ?? 'Deploy'} (${mixed(all, ', ')})`;
  return [...steps.slice(0, -1), { ...last, name }];
}

/** Fails aloud where nothing is translated, so that nobody believes that it was deployed. */
export const stop = (node: JobNode): Step => ({
  kind: 'run',
  name: 'Deploy',
  run: [
    `echo "::error::Write the steps that deploy ${node.name.replace(/[^\w. -]/g, '_')} by hand."`,
    'exit 1',
  ].map(plainLine),
});

export type Deployed = {
  readonly service: Service;
  /** Whose folder holds the files. */
  readonly name: string;
  /** `deployName` of the step that takes the manifest in. */
  readonly deployName?: ScalarNode;
  /** Another job writes them. */
  readonly isShared: boolean;
};

/** The files of the manifest itself, or those of the job where it sets something on top. */
export function servicesOf(node: JobNode): readonly Deployed[] {
  const manifests = manifestsOf(node);
  return manifests.map((manifest) => {
    const deployName = node.inputs.find(
      (input) => input.kind === 'job' && manifestsOf(input.from).includes(manifest),
    )?.step.keys.deployName;
    const adds = deployName !== undefined || addsOptions(node) || passedOn(node).some(addsOptions);
    const name = adds
      ? manifests.length === 1
        ? node.name
        : `${node.name}-${manifest.name}`
      : manifest.name;
    return {
      service: serviceOf(manifest, [...passedOn(node), node]),
      name,
      isShared: !adds,
      ...defined({ deployName }),
    };
  });
}

/** Deployments and releases before the job, whose options go on. */
export function passedOn(node: JobNode): readonly JobNode[] {
  return node.inputs.flatMap((input) =>
    input.kind === 'job' && (input.from.role === 'deploy' || input.from.role === 'release')
      ? [...passedOn(input.from), input.from]
      : [],
  );
}

/** A Deployment is called after its folder, or as its step says. */
export const deploymentName = ({
  name,
  deployName,
}: Pick<Deployed, 'name' | 'deployName'>): Literal =>
  deployName === undefined ? clusterName(name) : traced(clusterName(deployName.text), deployName);

export type Method = {
  readonly type: string;
  readonly from: readonly ScalarNode[];
  /** What is said beside it. */
  readonly besides: readonly Traced[];
  /** How many seconds a copy has to be well. */
  readonly stable?: ScalarNode;
};

export function methodOf(of: JobNode, parts: JobParts): Method {
  const { context } = parts;
  const { job } = of;
  const node = job?.keys.method ?? job?.managed.deployMethod;
  const seconds = job?.keys.stabilityDuration;
  const [cluster] = resourceInputs(of, 'cluster', 'ecsCluster');
  const isKubernetes = cluster !== undefined && formOf(cluster, parts) === 'kubernetes';
  if (seconds !== undefined)
    context.report(
      'line-deploy-method',
      seconds,
      isKubernetes
        ? '`stabilityDuration` is `minReadySeconds` of the deployment'
        : '`stabilityDuration` is left to the tool, which waits until the service is stable',
    );
  const order = job?.keys.workflow;
  if (order !== undefined)
    context.report('line-deploy-method', order, 'manifests are deployed one after the other');
  const stable = seconds !== undefined && isKubernetes ? { stable: seconds } : {};
  // What no file holds stands beside the name of the step.
  const besides = [
    ...(seconds === undefined || isKubernetes
      ? []
      : [traced(`stable for ${seconds.text} s`, seconds)]),
    ...(order === undefined ? [] : [traced(order.text, order)]),
  ];
  if (node === undefined) return { type: 'RollingUpdate', from: [], besides, ...stable };
  const word = node.text.toLowerCase();
  context.report(
    'line-deploy-method',
    node,
    word === 'replace'
      ? '`replace` stops the old version before it starts the new one, as `Recreate` does'
      : word === 'upgrade'
        ? '`upgrade` is a rolling update'
        : `\`${node.text}\` started a second service next to the first; a rolling update comes closest`,
  );
  return {
    type: word === 'replace' ? 'Recreate' : 'RollingUpdate',
    from: [node],
    besides,
    ...stable,
  };
}

/** 600 seconds without the key. */
export function waitOf({ job }: JobNode): { readonly seconds: number; readonly node?: ScalarNode } {
  const node = job?.keys.maxWaitTime;
  const seconds = Number(node?.text ?? '600');
  return Number.isInteger(seconds) && seconds > 0 && node !== undefined
    ? { seconds, node }
    : { seconds: 600 };
}

/** What the files of a manifest are written for: the first cluster that takes it. */
export function formOf({ resource }: ResourceInput, { kinds }: JobParts): ClusterForm {
  switch (kinds.ofResource(resource)?.id) {
    case 'amazonKeys':
      return 'ecs';
    case 'gcloudKey':
    case 'azureKeys':
    case 'kubernetesConfig':
      return 'kubernetes';
    default:
      return 'other';
  }
}
