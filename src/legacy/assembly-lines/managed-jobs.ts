// Jobs without scripts of the user's: deployments, releases, load balancers (shippable.md 8.3).

import { expression } from '../../expression/expression.ts';
import { mixed, mixedText, type Text } from '../../expression/text.ts';
import { defined } from '../../ground/defined.ts';
import { lastOfEach } from '../../ground/each-once.ts';
import { integrationPrefix } from '../../integration/prefix.ts';
import {
  type Line,
  type Literal,
  map,
  scalar,
  type Traced,
  textOf,
  traced,
} from '../../output/tree.ts';
import { quoteWord } from '../../shell/words.ts';
import { leavesOf, type ScalarNode, type SourceNode, valueAt } from '../../source/node.ts';
import type { Field, Step } from '../../workflow/model.ts';
import { plainLine } from '../shippable/script.ts';
import { secret } from '../shippable/secret-names.ts';
import type { CompanionDocument } from '../translation.ts';
import { fieldOf, sourceName, textField } from './definition.ts';
import {
  addsOptions,
  isFor,
  manifestsOf,
  type ResourceInput,
  resourceInputs,
  type Service,
  serviceOf,
} from './deployment.ts';
import {
  type ClusterForm,
  clusterName,
  containerList,
  folderOf,
  kubernetesFiles,
  taskDefinition,
} from './deployment-files.ts';
import { outOf } from './docker-options.ts';
import type { Graph, Input, JobNode } from './graph.ts';
import { endStep, type JobParts, startStep } from './line-job.ts';
import { secretOf } from './line-secrets.ts';
import type { LineResource } from './model.ts';
import { notices } from './notify.ts';

export type ManagedJob = {
  readonly steps: readonly Step[];
  readonly documents: readonly CompanionDocument[];
};

const checkout: Step = {
  kind: 'uses',
  uses: 'actions/checkout',
  name: 'Check out the repository',
  with: [{ name: 'persist-credentials', value: 'false', raw: true }],
};

/** Params of a deployment, those of its manifests first; none where all of them are as they were written. */
function writtenParams(node: JobNode): readonly ResourceInput[] {
  const all = [...manifestsOf(node), ...passedOn(node), node].flatMap((one) =>
    resourceInputs(one, 'params'),
  );
  const distinct = lastOfEach(all, ({ resource }) => resource);
  return distinct.some(({ producers }) => producers.length > 0) ? distinct : [];
}

/** What jobs wrote for params takes the place of what the reviewed file says, in the containers that they are for. */
function paramLines(
  node: JobNode,
  { node: manifest, containers }: Service,
  place: string,
  field: string,
  file: string,
): readonly Line[] {
  const params = writtenParams(node).map((input) => {
    const places = containers.flatMap(({ image }, index) =>
      isFor(input, manifest, image) ? [String(index)] : [],
    );
    const of = places.length === containers.length ? [''] : places;
    return { name: quoteWord(input.resource.name), of };
  });
  const groups: { names: string[]; of: readonly string[] }[] = [];
  for (const { name, of } of params) {
    const last = groups.at(-1);
    if (last !== undefined && last.of.join() === of.join()) last.names.push(name);
    else groups.push({ names: [name], of });
  }
  const wanted = groups.filter(({ of }) => of.length > 0);
  if (wanted.length === 0) return [];
  const set = (index: string): string =>
    `${place}[${index}] |= (.${field} = (((.${field} // []) | map(select(.name != strenv(NAME)))) + [{"name": strenv(NAME), "value": strenv(VALUE)}]))`;
  return [
    '# Jobs write these parameters, so the container gets them as they are now.',
    ...wanted.flatMap(({ names, of }) => [
      `for params in ${names.join(' ')}; do`,
      '  while IFS= read -r line; do',
      `    NAME="\${line%%=*}" VALUE="\${line#*=}" yq -i '${of.map(set).join(' | ')}' ${file}`,
      '  done < "$BUILD_DIR/IN/$params/params"',
      'done',
    ]),
  ].map(plainLine);
}

/** Images of contracted manifests are inputs of the job that deploys them, and params that jobs write. */
function withImages(node: JobNode): JobNode {
  const known = new Set(node.inputs.map(({ step }) => step.name));
  const images: Input[] = [];
  for (const before of node.inputs) {
    if (before.kind !== 'job') continue;
    const { name, role } = before.from;
    for (const manifest of manifestsOf(before.from)) {
      for (const input of resourceInputs(manifest, 'image', 'version')) {
        if (known.has(input.step.name)) continue;
        known.add(input.step.name);
        images.push(
          role === 'manifest' || input.resource.type !== 'image' ? input : { ...input, of: name },
        );
      }
    }
  }
  for (const input of writtenParams(node)) {
    if (known.has(input.step.name)) continue;
    known.add(input.step.name);
    images.push(input);
  }
  return { ...node, inputs: [...node.inputs, ...images] };
}

/** A resource's variables are named after it. */
const variable = (resource: LineResource, what: string): string =>
  `\${${integrationPrefix(resource.name)}_${what}}`;

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

/** The method stands beside the name of what deploys, for whoever sets up the service. */
function withMethod(steps: readonly Step[], { from, besides }: Method): readonly Step[] {
  const last = steps.at(-1);
  const all = [...from.map((node) => traced(node.text, node)), ...besides];
  if (last === undefined || last.kind === 'parallel' || all.length === 0) return steps;
  const name = mixedText`${last.name ?? 'Deploy'} (${mixed(all, ', ')})`;
  return [...steps.slice(0, -1), { ...last, name }];
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

/** Fails aloud where nothing is translated, so that nobody believes that it was deployed. */
const stop = (node: JobNode): Step => ({
  kind: 'run',
  name: 'Deploy',
  run: [
    `echo "::error::Write the steps that deploy ${node.name.replace(/[^\w. -]/g, '_')} by hand."`,
    'exit 1',
  ].map(plainLine),
});

type Deployed = {
  readonly service: Service;
  /** Whose folder holds the files. */
  readonly name: string;
  /** `deployName` of the step that takes the manifest in. */
  readonly deployName?: ScalarNode;
  /** Another job writes them. */
  readonly isShared: boolean;
};

/** The files of the manifest itself, or those of the job where it sets something on top. */
function servicesOf(node: JobNode): readonly Deployed[] {
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
function passedOn(node: JobNode): readonly JobNode[] {
  return node.inputs.flatMap((input) =>
    input.kind === 'job' && (input.from.role === 'deploy' || input.from.role === 'release')
      ? [...passedOn(input.from), input.from]
      : [],
  );
}

/** A Deployment is called after its folder, or as its step says. */
const deploymentName = ({ name, deployName }: Pick<Deployed, 'name' | 'deployName'>): Literal =>
  deployName === undefined ? clusterName(name) : traced(clusterName(deployName.text), deployName);

type Method = {
  readonly type: string;
  readonly from: readonly ScalarNode[];
  /** What is said beside it. */
  readonly besides: readonly Traced[];
  /** How many seconds a copy has to be well. */
  readonly stable?: ScalarNode;
};

function methodOf(of: JobNode, parts: JobParts): Method {
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
function waitOf({ job }: JobNode): { readonly seconds: number; readonly node?: ScalarNode } {
  const node = job?.keys.maxWaitTime;
  const seconds = Number(node?.text ?? '600');
  return Number.isInteger(seconds) && seconds > 0 && node !== undefined
    ? { seconds, node }
    : { seconds: 600 };
}

/** What the files of a manifest are written for: the first cluster that takes it. */
function formOf({ resource }: ResourceInput, { kinds }: JobParts): ClusterForm {
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

function filesOf(
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
    const [taker] = plain;
    const [cluster] = taker === undefined ? [] : resourceInputs(taker, 'cluster', 'ecsCluster');
    const form = cluster === undefined ? 'other' : formOf(cluster, parts);
    const method =
      taker === undefined
        ? { type: 'RollingUpdate', from: [], besides: [] }
        : methodOf(taker, parts);
    return filesOf({ service: serviceOf(manifest), name: manifest.name }, form, method, parts);
  });
}

const secretField = (
  { resource }: ResourceInput,
  name: string,
  field: string,
  { kinds, secrets }: JobParts,
): Field => {
  const at = resource.integration ?? resource.named;
  const kind = kinds.ofResource(resource);
  return {
    name,
    value: secret(secretOf(resource.integration?.text ?? resource.name, kind, field, at, secrets)),
  };
};

function ecsSteps(
  node: JobNode,
  cluster: ResourceInput,
  services: readonly Deployed[],
  wait: ReturnType<typeof waitOf>,
  parts: JobParts,
): readonly Step[] {
  const region = textField(cluster.resource, 'region');
  const target = sourceName(cluster.resource);
  const minutes = String(Math.max(1, Math.ceil(wait.seconds / 60)));
  const keys = (name: string, field: string): Field => secretField(cluster, name, field, parts);
  const forced = node.inputs
    .flatMap(({ step }) => step.keys.force ?? [])
    .find(({ value }) => value);
  const serviceName = (index: number): Text => {
    const deployName = services[index]?.deployName;
    if (deployName !== undefined) return traced(deployName.text, deployName);
    return services.length === 1 || index === 0
      ? clusterName(node.name)
      : clusterName(`${node.name}-${services[index]?.service.node.name ?? ''}`);
  };
  if (node.job !== undefined && services.some(({ deployName }) => deployName === undefined))
    parts.context.report(
      'line-service',
      node.job.named,
      `\`${node.name}\` deploys to the service \`${clusterName(node.name)}\`, which has to exist in the cluster`,
      'create it once, or write the name of the old service in the workflow',
    );
  return [
    {
      kind: 'run',
      name: `Configure the AWS CLI for ${cluster.resource.name}`,
      env: [keys('ACCESS_KEY', 'ACCESSKEY'), keys('SECRET_KEY', 'SECRETKEY')],
      run: [
        'umask 077 && mkdir -p ~/.aws',
        'printf \'[default]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n\' "$ACCESS_KEY" "$SECRET_KEY" > ~/.aws/credentials',
        `echo "AWS_REGION=${(region?.text ?? 'us-east-1').replace(/[^\w-]/g, '')}" >> "$GITHUB_ENV"`,
      ].map(
        (text, index): Line =>
          index === 2 && region !== undefined ? traced(text, region) : plainLine(text),
      ),
    },
    ...services.flatMap(({ service, name }, index): readonly Step[] => [
      {
        kind: 'run',
        name: `Images of ${name}`,
        run: [
          ...service.containers.map(({ image }, place) =>
            plainLine(
              `export IMAGE_${place}="${variable(image, 'SOURCENAME')}:${variable(image, 'VERSIONNAME')}"`,
            ),
          ),
          plainLine(
            `yq '${service.containers
              .map((_, place) => `.containerDefinitions[${place}].image = strenv(IMAGE_${place})`)
              .join(
                ' | ',
              )}' ${folderOf(name)}/task-definition.yml > "$RUNNER_TEMP/task-definition-${index}.yml"`,
          ),
          ...paramLines(
            node,
            service,
            '.containerDefinitions',
            'environment',
            `"$RUNNER_TEMP/task-definition-${index}.yml"`,
          ),
        ],
      },
      {
        kind: 'uses',
        uses: 'aws-actions/amazon-ecs-deploy-task-definition',
        name: `Deploy ${name}`,
        with: [
          {
            name: 'task-definition',
            value: joinedPath(`/task-definition-${index}.yml`),
          },
          {
            name: 'cluster',
            value: target === undefined ? 'default' : traced(target.text, target),
          },
          { name: 'service', value: serviceName(index) },
          ...(service.replicas === undefined
            ? []
            : [
                {
                  name: 'desired-count',
                  value: traced(service.replicas.text, service.replicas),
                  raw: true as const,
                },
              ]),
          ...(forced === undefined
            ? []
            : [
                {
                  name: 'force-new-deployment',
                  value: traced('true', forced.node),
                  raw: true as const,
                },
              ]),
          { name: 'wait-for-service-stability', value: 'true', raw: true },
          {
            name: 'wait-for-minutes',
            value: wait.node === undefined ? minutes : traced(minutes, wait.node),
            raw: true,
          },
        ],
      },
    ]),
  ];
}

const joinedPath = (end: string): Text => ({
  kind: 'mixed',
  parts: [expression`runner.temp`, end],
  from: [],
});

/** The steps that make `kubectl` speak to the cluster. */
function kubernetesLogin(cluster: ResourceInput, parts: JobParts): Step {
  const { resource } = cluster;
  const name = `Configure kubectl for ${resource.name}`;
  // A load balancer has a name of its own, and says its cluster beside it.
  const named = resource.type === 'loadBalancer' ? 'clusterName' : 'sourceName';
  const field = (variableName: string, of: string): Field =>
    secretField(cluster, variableName, of, parts);
  const place = (variableName: string, of: string): Field[] => {
    const node = of === 'sourceName' ? sourceName(resource) : textField(resource, of);
    return node === undefined ? [] : [{ name: variableName, value: traced(node.text, node) }];
  };
  switch (parts.kinds.ofResource(resource)?.id) {
    case 'gcloudKey':
      return {
        kind: 'run',
        name,
        env: [
          field('JSON_KEY', 'JSON_KEY'),
          ...place('CLUSTER', named),
          ...place('REGION', 'region'),
        ],
        run: [
          'umask 077 && printf \'%s\' "$JSON_KEY" > "$RUNNER_TEMP/gcloud.json"',
          'gcloud auth activate-service-account --key-file "$RUNNER_TEMP/gcloud.json"',
          'gcloud config set project "$(jq -r .project_id "$RUNNER_TEMP/gcloud.json")"',
          'rm "$RUNNER_TEMP/gcloud.json"',
          'command -v gke-gcloud-auth-plugin > /dev/null || { sudo apt-get update && sudo apt-get install -y google-cloud-cli-gke-gcloud-auth-plugin; }',
          'gcloud container clusters get-credentials "$CLUSTER" --zone "$REGION"',
        ].map(plainLine),
      };
    case 'azureKeys':
      return {
        kind: 'run',
        name,
        env: [
          field('APP_ID', 'APPID'),
          field('PASSWORD', 'PASSWORD'),
          field('TENANT', 'TENANT'),
          ...place('GROUP', 'groupName'),
          ...place('CLUSTER', named),
        ],
        run: [
          'umask 077 && printf \'%s\' "$PASSWORD" > "$RUNNER_TEMP/azure-password"',
          'az login --service-principal --username "$APP_ID" --password "@$RUNNER_TEMP/azure-password" --tenant "$TENANT" --output none',
          'rm "$RUNNER_TEMP/azure-password"',
          'az aks get-credentials --resource-group "$GROUP" --name "$CLUSTER"',
        ].map(plainLine),
      };
    default:
      return {
        kind: 'run',
        name,
        env: [field('KUBECONFIG_CONTENT', 'KUBECONFIGCONTENT')],
        run: [
          'umask 077 && mkdir -p ~/.kube',
          'printf \'%s\\n\' "$KUBECONFIG_CONTENT" > ~/.kube/config',
        ].map(plainLine),
      };
  }
}

/** A cluster that only a machine in its network reaches: kubectl goes through it. */
function bastionSteps({ resource }: ResourceInput, parts: JobParts): readonly Step[] {
  const host = fieldOf(resource, 'bastionHost');
  const of = (key: string): ScalarNode | undefined => {
    const node = valueAt(host, key);
    return node?.kind === 'scalar' ? node : undefined;
  };
  const [address, user, key] = [of('address'), of('user'), of('keyIntegration')];
  if (address === undefined || user === undefined || key === undefined) return [];
  parts.context.report(
    'line-bastion',
    address,
    `\`${resource.name}\` is reached through the bastion host \`${address.text}\``,
    "let it accept SSH from GitHub's runners, or give the job a runner in its network",
  );
  const kind = parts.kinds.ofName(key.text);
  const field = kind?.id === 'pemKey' ? 'KEY' : 'PRIVATEKEY';
  return [
    {
      kind: 'run',
      name: `Reach ${resource.name} through its bastion host`,
      env: [
        {
          name: 'BASTION_KEY',
          value: secret(secretOf(key.text, kind, field, key, parts.secrets)),
        },
        { name: 'BASTION', value: traced(`${user.text}@${address.text}`, user, address) },
      ],
      run: [
        'umask 077 && printf \'%s\\n\' "$BASTION_KEY" > "$RUNNER_TEMP/bastion-key"',
        'ssh -i "$RUNNER_TEMP/bastion-key" -o BatchMode=yes -o StrictHostKeyChecking=accept-new -o ExitOnForwardFailure=yes \\',
        '  -f -N -D 127.0.0.1:1080 "$BASTION" < /dev/null > "$RUNNER_TEMP/bastion.log" 2>&1 || { cat "$RUNNER_TEMP/bastion.log"; exit 1; }',
        'rm "$RUNNER_TEMP/bastion-key"',
        "cluster=$(kubectl config view --minify --output 'jsonpath={.clusters[0].name}')",
        'kubectl config set-cluster "$cluster" --proxy-url socks5://127.0.0.1:1080',
      ].map(plainLine),
    },
  ];
}

const namespaceOf = (resource: LineResource): Field[] => {
  const node = textField(resource, 'namespace');
  return node === undefined ? [] : [{ name: 'NAMESPACE', value: traced(node.text, node) }];
};

function kubernetesSteps(
  node: JobNode,
  cluster: ResourceInput,
  services: readonly Deployed[],
  wait: ReturnType<typeof waitOf>,
  parts: JobParts,
): readonly Step[] {
  const namespace = namespaceOf(cluster.resource);
  const flag = namespace.length > 0 ? ' --namespace "$NAMESPACE"' : '';
  return [
    kubernetesLogin(cluster, parts),
    ...bastionSteps(cluster, parts),
    ...services.map((deployed): Step => {
      const { service, name } = deployed;
      const own = textOf(deploymentName(deployed));
      return {
        kind: 'run',
        name: `Deploy ${name}`,
        ...(namespace.length > 0 ? { env: namespace } : {}),
        run: [
          plainLine(`cd ${folderOf(name)}`),
          ...paramLines(node, service, '.spec.template.spec.containers', 'env', 'deployment.yml'),
          ...service.containers.map(({ image }) =>
            plainLine(
              `kustomize edit set image "${variable(image, 'SOURCENAME')}=${variable(image, 'SOURCENAME')}:${variable(image, 'VERSIONNAME')}"`,
            ),
          ),
          plainLine(`kubectl apply${flag} -k .`),
          {
            text: `kubectl rollout status${flag} deployment/${own} --timeout ${wait.seconds}s`,
            from: wait.node === undefined ? [] : [wait.node],
          },
        ],
      };
    }),
  ];
}

const bumps = ['major', 'minor', 'patch', 'alpha', 'beta', 'rc', 'final'];

export function releaseJob(node: JobNode, parts: JobParts): ManagedJob {
  const { job } = node;
  const whole = withImages(node);
  const told = notices(job, parts.resources, parts);
  const bump = job?.keys.bump ?? job?.managed.bump;
  const word = bump === undefined ? 'minor' : bump.text.toLowerCase();
  if (bump !== undefined && !bumps.includes(word))
    parts.context.report(
      'line-bump',
      bump,
      `\`${bump.text}\` is not a part of a version`,
      `write one of ${bumps.map((one) => `\`${one}\``).join(', ')}`,
    );
  const version = resourceInputs(node, 'version')[0]?.step.name;
  const before = node.inputs.find(
    (input) => input.kind === 'job' && ['release', 'deploy', 'manifest'].includes(input.from.role),
  );
  const seed = version ?? before?.step.name;
  const prefix = seed === undefined ? '' : `\${${integrationPrefix(seed)}_VERSIONNAME:-}`;
  return {
    steps: [
      startStep(whole, parts, undefined, { in: told.lines }),
      ...told.start,
      {
        kind: 'run',
        name: 'Raise the version',
        run: [
          plainLine('# The greater of the last version and the incoming one.'),
          plainLine(
            `last=$(shipctl greatest_version "\${JOB_PREVIOUS_VERSIONNAME:-}" "${prefix}")`,
          ),
          {
            text: `next=$(shipctl bump_version "\${last:-0.0.0}" ${bumps.includes(word) ? word : 'minor'})`,
            from: bump === undefined ? [] : [bump],
          },
          plainLine('shipctl post_resource_state "$JOB_NAME" versionName "$next"'),
          plainLine('echo "$next"'),
        ],
      },
      ...told.end,
      endStep(node),
    ],
    documents: [],
  };
}

export function provisionJob(node: JobNode, parts: JobParts): ManagedJob {
  const { context } = parts;
  const told = notices(node.job, parts.resources, parts);
  const balancers = resourceInputs(node, 'loadBalancer');
  const [first] = balancers;
  const documents: CompanionDocument[] = [];
  const files: string[] = [];
  let isByHand = first === undefined;
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
              ...(namespace.length > 0 ? { env: namespace } : {}),
              run: files.map((file) => plainLine(`kubectl apply${flag} -f ${file}`)),
            },
          ]),
      ...told.end,
      endStep(node),
    ],
    documents,
  };
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

function serviceFile(resource: LineResource): CompanionDocument {
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
