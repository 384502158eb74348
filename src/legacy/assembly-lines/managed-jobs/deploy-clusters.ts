// The steps that reach a cluster and deploy to it: Amazon ECS and Kubernetes.

import { expression } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { whenGiven } from '../../../ground/when-given.ts';
import { type Literal, textOf, traced } from '../../../output/tree.ts';
import { type ScalarNode, valueAt } from '../../../source/node.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import { secret } from '../../shippable/secrets/secret-names.ts';
import { fieldOf, sourceName, textField } from '../files/definition.ts';
import type { LineResource } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';
import { googleCluster, googleLogin } from '../tasks/google-cloud.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import { secretOf } from '../tasks/line-secrets.ts';
import { type Deployed, deploymentName, type waitOf } from './deploy-services.ts';
import type { ResourceInput } from './deployment.ts';
import { clusterName, folderOf } from './deployment-files.ts';
import { paramLines, variable } from './managed-job.ts';

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

type Wait = ReturnType<typeof waitOf>;

export function ecsSteps(
  node: JobNode,
  cluster: ResourceInput,
  services: readonly Deployed[],
  wait: Wait,
  parts: JobParts,
): readonly Step[] {
  const serviceNames = services.map(
    ({ deployName, service }, index): Literal =>
      deployName !== undefined
        ? traced(deployName.text, deployName)
        : clusterName(index === 0 ? node.name : `${node.name}-${service.node.name}`),
  );
  const unnamed = serviceNames.filter((_, index) => services[index]?.deployName === undefined);
  if (node.job !== undefined && unnamed.length > 0) {
    const names = unnamed.map((name) => `\`${textOf(name)}\``).join(', ');
    parts.context.report(
      'line-service',
      node.job.named,
      unnamed.length === 1
        ? `\`${node.name}\` deploys to the service ${names}, which has to exist in the cluster`
        : `\`${node.name}\` deploys to the services ${names}, which have to exist in the cluster`,
      unnamed.length === 1
        ? 'create it once, or write the name of the old service in the workflow'
        : 'create them once, or write the names of the old services in the workflow',
    );
  }
  return [
    awsStep(cluster, parts),
    ...services.flatMap((deployed, index): readonly Step[] => {
      const file = `/task-definition-${index}.yml`;
      return [
        imagesStep(node, deployed, file),
        ecsDeploy(node, cluster, deployed, wait, {
          service: serviceNames[index] ?? '',
          file: joinedPath(file),
        }),
      ];
    }),
  ];
}

/** The credentials in the file of the AWS CLI, and the region for all later steps. */
function awsStep(cluster: ResourceInput, parts: JobParts): Step {
  const region = textField(cluster.resource, 'region');
  const regionLine = `echo "AWS_REGION=${(region?.text ?? 'us-east-1').replace(/[^\w-]/g, '')}" >> "$GITHUB_ENV"`;
  return {
    kind: 'run',
    name: `Configure the AWS CLI for ${cluster.resource.name}`,
    env: [
      secretField(cluster, 'ACCESS_KEY', 'ACCESSKEY', parts),
      secretField(cluster, 'SECRET_KEY', 'SECRETKEY', parts),
    ],
    run: [
      plainLine('umask 077 && mkdir -p ~/.aws'),
      plainLine(
        'printf \'[default]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n\' "$ACCESS_KEY" "$SECRET_KEY" > ~/.aws/credentials',
      ),
      region === undefined ? plainLine(regionLine) : traced(regionLine, region),
    ],
  };
}

/** The task definition with the images of this run. */
function imagesStep(node: JobNode, { service, name }: Deployed, file: string): Step {
  const images = service.containers.map(
    (_, place) => `.containerDefinitions[${place}].image = strenv(IMAGE_${place})`,
  );
  return {
    kind: 'run',
    name: `Images of ${name}`,
    run: [
      ...service.containers.map(({ image }, place) =>
        plainLine(
          `export IMAGE_${place}="${variable(image, 'SOURCENAME')}:${variable(image, 'VERSIONNAME')}"`,
        ),
      ),
      plainLine(
        `yq '${images.join(' | ')}' ${folderOf(name)}/task-definition.yml > "$RUNNER_TEMP${file}"`,
      ),
      ...paramLines(node, service, '.containerDefinitions', 'environment', `"$RUNNER_TEMP${file}"`),
    ],
  };
}

function ecsDeploy(
  node: JobNode,
  cluster: ResourceInput,
  { service, name }: Deployed,
  wait: Wait,
  names: { readonly service: Text; readonly file: Text },
): Step {
  const target = sourceName(cluster.resource);
  const minutes = String(Math.max(1, Math.ceil(wait.seconds / 60)));
  const forced = node.inputs
    .flatMap(({ step }) => step.keys.force ?? [])
    .find(({ value }) => value);
  return {
    kind: 'uses',
    uses: 'aws-actions/amazon-ecs-deploy-task-definition',
    name: `Deploy ${name}`,
    with: [
      { name: 'task-definition', value: names.file },
      { name: 'cluster', value: target === undefined ? 'default' : traced(target.text, target) },
      { name: 'service', value: names.service },
      ...whenGiven(service.replicas, (replicas) => ({
        name: 'desired-count',
        value: traced(replicas.text, replicas),
        raw: true,
      })),
      ...whenGiven(forced, (force) => ({
        name: 'force-new-deployment',
        value: traced('true', force.node),
        raw: true,
      })),
      { name: 'wait-for-service-stability', value: 'true', raw: true },
      {
        name: 'wait-for-minutes',
        value: wait.node === undefined ? minutes : traced(minutes, wait.node),
        raw: true,
      },
    ],
  };
}

const joinedPath = (end: string): Text => ({
  kind: 'mixed',
  parts: [expression`runner.temp`, end],
  from: [],
});

/** The steps that make `kubectl` speak to the cluster. */
export function kubernetesLogin(cluster: ResourceInput, parts: JobParts): Step {
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
        run: [...googleLogin, ...googleCluster].map(plainLine),
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
export function bastionSteps({ resource }: ResourceInput, parts: JobParts): readonly Step[] {
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

export const namespaceOf = (resource: LineResource): Field[] => {
  const node = textField(resource, 'namespace');
  return node === undefined ? [] : [{ name: 'NAMESPACE', value: traced(node.text, node) }];
};

export function kubernetesSteps(
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
        ...defined({ env: filled(namespace) }),
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
