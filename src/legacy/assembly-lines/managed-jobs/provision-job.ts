// A job that provisions what its resources describe (shippable.md 8.3).

import { defined, filled } from '../../../ground/defined.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import type { CompanionDocument } from '../../translation.ts';
import { textField } from '../files/definition.ts';
import type { JobNode } from '../graph/graph.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import { notices } from '../tasks/notify.ts';
import { endStep, startStep } from '../tasks/start-step.ts';
import { bastionSteps, kubernetesLogin, namespaceOf } from './deploy-clusters.ts';
import { serviceFile } from './deploy-files.ts';
import { formOf, stop } from './deploy-services.ts';
import { resourceInputs } from './deployment.ts';
import { folderOf } from './deployment-files.ts';
import { checkout, type ManagedJob } from './managed-job.ts';

export function provisionJob(node: JobNode, parts: JobParts): ManagedJob {
  const { context } = parts;
  const told = notices(node.job, parts.resources, parts);
  const balancers = resourceInputs(node, 'loadBalancer');
  const [first] = balancers;
  const documents: CompanionDocument[] = [];
  const files: string[] = [];
  let isByHand = first === undefined;
  if (first === undefined && node.job !== undefined)
    context.report(
      'line-cluster',
      node.job.named,
      `\`${node.name}\` provisions nothing that is known: no load balancer is among its inputs`,
      'write its steps by hand, or remove the job',
    );
  for (const balancer of balancers) {
    const method = textField(balancer.resource, 'method');
    if (
      /^(?:classic|application)$/i.test(method?.text ?? '') ||
      formOf(balancer, parts) !== 'kubernetes'
    ) {
      isByHand = true;
      context.report(
        'line-cluster',
        balancer.step.named,
        `\`${balancer.resource.name}\` is an AWS load balancer, which the workflow does not create`,
        'create it once: `aws elbv2 create-load-balancer --name NAME --subnets ...`, and attach it to the service',
      );
      continue;
    }
    documents.push(serviceFile(balancer.resource));
    files.push(`${folderOf(balancer.resource.name)}/service.yml`);
  }
  const namespace = first === undefined ? [] : namespaceOf(first.resource);
  const flag = namespace.length > 0 ? ' --namespace "$NAMESPACE"' : '';
  return {
    steps: [
      startStep(node, parts, undefined, { in: told.lines }),
      ...told.start,
      checkout,
      ...(isByHand || first === undefined
        ? [stop(node)]
        : [
            kubernetesLogin(first, parts),
            ...bastionSteps(first, parts),
            {
              kind: 'run' as const,
              name: 'Create the services',
              ...defined({ env: filled(namespace) }),
              run: files.map((file) => plainLine(`kubectl apply${flag} -f ${file}`)),
            },
          ]),
      ...told.end,
      endStep(node),
    ],
    documents,
  };
}
