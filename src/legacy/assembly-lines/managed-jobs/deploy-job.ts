// A deployment, and the scripts of jobs without a TASK, which never ran (shippable.md 8.2, 8.3).

import type { SourceNode } from '../../../source/node.ts';
import type { JobNode } from '../graph/graph.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import { notices } from '../tasks/notify.ts';
import { endStep, startStep } from '../tasks/start-step.ts';
import { ecsSteps, kubernetesSteps } from './deploy-clusters.ts';
import { filesOf } from './deploy-files.ts';
import { formOf, methodOf, servicesOf, stop, waitOf, withMethod } from './deploy-services.ts';
import { resourceInputs } from './deployment.ts';
import { folderOf } from './deployment-files.ts';
import { checkout, type ManagedJob, withImages } from './managed-job.ts';

export function deployJob(node: JobNode, parts: JobParts): ManagedJob {
  const { context } = parts;
  const told = notices(node.job, parts.resources, parts);
  const whole = withImages(node);
  const clusters = resourceInputs(node, 'cluster', 'ecsCluster');
  const [cluster] = clusters;
  const services = servicesOf(node);
  const start = startStep(whole, parts, undefined, { in: told.lines });
  const { job } = node;
  const at: SourceNode = cluster?.step.named ?? job?.named ?? (job?.node as SourceNode);
  if (cluster === undefined) {
    context.report(
      'line-cluster',
      at,
      `\`${node.name}\` does not deploy to a known cluster`,
      'write the steps that deploy the reviewed file',
    );
    const named = methodOf(node, parts);
    return {
      steps: [start, ...told.start, ...withMethod([stop(node)], named), ...told.end, endStep(node)],
      documents: services.flatMap((deployed) =>
        deployed.isShared ? [] : filesOf(deployed, 'other', named, parts),
      ),
    };
  }
  const form = formOf(cluster, parts);
  const method = methodOf(node, parts);
  const wait = waitOf(node);
  const documents = services.flatMap((deployed) =>
    deployed.isShared ? [] : filesOf(deployed, form, method, parts),
  );
  for (const balancer of resourceInputs(node, 'loadBalancer'))
    context.report(
      'line-balancer',
      balancer.step.named,
      `the service of \`${node.name}\` has to be attached to \`${balancer.step.name}\` already`,
      'attach it once, when you create the service',
    );
  const deploy =
    form === 'ecs'
      ? ecsSteps(node, cluster, services, wait, parts)
      : form === 'kubernetes'
        ? kubernetesSteps(node, cluster, services, wait, parts)
        : undefined;
  if (deploy === undefined) {
    context.report(
      parts.kinds.ofResource(cluster.resource) === undefined ? 'line-kind' : 'line-cluster',
      cluster.step.named,
      `no step can deploy to \`${cluster.resource.name}\`: its type is ${
        parts.kinds.ofResource(cluster.resource) === undefined
          ? 'unknown'
          : `\`${parts.kinds.ofResource(cluster.resource)?.id}\``
      }`,
      `pass \`--type ${cluster.resource.name}=KIND\` (\`amazonKeys\`: Amazon ECS; \`kubernetesConfig\`, \`gcloudKey\`, \`azureKeys\`: Kubernetes), or write the steps that deploy \`${folderOf(services[0]?.name ?? node.name)}\``,
    );
  }
  return {
    steps: [
      start,
      ...told.start,
      checkout,
      ...withMethod(deploy ?? [stop(node)], method),
      ...told.end,
      endStep(node),
    ],
    documents,
  };
}

/** Scripts of such jobs never ran (shippable.md 8.2). */
export function reportIdleScripts({ job, role, name }: JobNode, { context }: JobParts): void {
  for (const node of role === 'script' ? [] : (job?.tasks ?? []).flatMap(({ script }) => script))
    context.report(
      role === 'deploy' ? 'line-cluster' : 'line-never-ran',
      node,
      role === 'deploy'
        ? `\`${name}\` ran this script on each machine of its cluster, which nothing here does`
        : `this script never ran: a job of the type \`${job?.type ?? ''}\` has no TASK of its own`,
      role === 'deploy'
        ? 'run it by `ssh`, as the report shows'
        : 'move it to a job of the type `runSh` if it should run',
    );
  if (role === 'manifest')
    for (const { node } of Object.values(job?.hooks ?? {}).flatMap(({ notify }) => notify))
      context.report(
        'dropped-key',
        node,
        `\`${name}\` becomes a file, which is written here and cannot fail, so nobody is told of it`,
      );
  if (role === 'script' && job?.tasks.some(({ script }) => script.length > 0)) return;
  for (const hook of Object.values(job?.hooks ?? {}))
    for (const node of hook.script)
      context.report(
        'line-never-ran',
        node,
        role === 'script'
          ? 'this script never ran: it belongs to a TASK, and the job has none'
          : `this script never ran: a job of the type \`${job?.type ?? ''}\` only has messages`,
        'move it to a job of the type `runSh` if it should run',
      );
}
