// Worked examples for what no step is made of: people change the names, and put the step where the workflow stops.

import type { Code } from '../diagnostic/codes.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

type Example = {
  readonly title: string;
  /** Whether a finding asks for it. */
  readonly isFor: (diagnostic: Diagnostic) => boolean;
  readonly lines: readonly string[];
};

const has =
  (code: Code, words: RegExp) =>
  (diagnostic: Diagnostic): boolean =>
    diagnostic.code === code && words.test(diagnostic.message);

const examples: readonly Example[] = [
  {
    title: 'Machines that are reached by `ssh`: an image, or the files of a manifest',
    isFor: has('line-cluster', /^(?!.*load balancer)/),
    lines: [
      '- name: Deploy to the machines',
      '  env:',
      '    PRIVATE_KEY: ${{ secrets.NODES_INTEGRATION_PRIVATEKEY }}',
      '    NODES: 192.0.2.10 192.0.2.11',
      '    # Of the image `app-img`, which the job takes in; of a file the variables are named in the same way.',
      '    IMAGE: ${{ env.APPIMG_SOURCENAME }}:${{ env.APPIMG_VERSIONNAME }}',
      '  run: |',
      '    (umask 077 && printf \'%s\\n\' "$PRIVATE_KEY" > "$RUNNER_TEMP/key")',
      '    for node in $NODES; do',
      '      ssh -i "$RUNNER_TEMP/key" -o StrictHostKeyChecking=accept-new "ubuntu@$node" "IMAGE=$(printf %q "$IMAGE") bash -e" <<\'end\'',
      '    docker pull "$IMAGE"',
      '    docker rm --force app || true',
      '    docker run --detach --name app --restart always --publish 80:8080 "$IMAGE"',
      '    end',
      '    done',
      '    rm "$RUNNER_TEMP/key"',
    ],
  },
  {
    title: 'A load balancer of Amazon, once',
    isFor: (diagnostic) =>
      diagnostic.code === 'line-balancer' || has('line-cluster', /load balancer/)(diagnostic),
    lines: [
      '- name: Create the load balancer and its target group',
      '  run: |',
      '    aws elbv2 create-load-balancer --name app --subnets subnet-1 subnet-2 --security-groups sg-1',
      '    aws elbv2 create-target-group --name app --protocol HTTP --port 80 --vpc-id vpc-1',
      '    aws elbv2 create-listener --load-balancer-arn "$BALANCER" --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn="$GROUP"',
      '    aws ecs create-service --cluster prod --service-name app --task-definition app --desired-count 2 --load-balancers targetGroupArn="$GROUP",containerName=app-img,containerPort=8080',
    ],
  },
  {
    title: 'A service of Amazon ECS that scales by alarms of CloudWatch',
    isFor: has('line-option', /scaled the service by itself/),
    lines: [
      '- name: Scale by the load of the processors',
      '  run: |',
      '    aws application-autoscaling register-scalable-target --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/prod/app --min-capacity 1 --max-capacity 4',
      '    aws application-autoscaling put-scaling-policy --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/prod/app --policy-name processors --policy-type TargetTrackingScaling --target-tracking-scaling-policy-configuration \'{"TargetValue": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}\'',
      '    aws cloudwatch put-metric-alarm --alarm-name app-busy --namespace AWS/ECS --metric-name CPUUtilization --dimensions Name=ClusterName,Value=prod Name=ServiceName,Value=app --statistic Average --period 60 --evaluation-periods 3 --threshold 80 --comparison-operator GreaterThanThreshold --alarm-actions "$POLICY"',
    ],
  },
  {
    title: 'An encrypted value of a container, in Kubernetes',
    isFor: (diagnostic) => diagnostic.code === 'line-container-secret',
    lines: [
      '- name: Store the value in the cluster',
      '  env:',
      '    VALUE: ${{ secrets.APP_PASSWORD }}',
      '  run: |',
      '    printf \'APP_PASSWORD=%s\\n\' "$VALUE" | kubectl create secret generic app --from-env-file /dev/stdin --dry-run=client --output yaml | kubectl apply --filename -',
      '    # In deployment.yml, beside `env` of the container:',
      '    #   envFrom:',
      '    #     - secretRef:',
      '    #         name: app',
    ],
  },
  {
    title: 'What `--type NAME=KIND` makes of an integration or a cluster',
    isFor: (diagnostic) => diagnostic.code === 'line-kind',
    lines: [
      '# amazonKeys            access key and secret key; a cluster of Amazon ECS',
      '# gcloudKey             a JSON key; a cluster of Google Kubernetes Engine',
      '# azureKeys             appId, password and tenant; a cluster of Azure',
      '# kubernetesConfig      the text of ~/.kube/config; any other cluster of Kubernetes',
      '# dockerRegistryLogin   url, username and password of a registry',
      '# sshKey, pemKey        keys as files',
      '# keyValuePair          the names that scripts read, each a secret of its own',
      '- name: Convert again',
      '  run: npx transship convert . --type my-keys=amazonKeys --type my-cluster=kubernetesConfig',
    ],
  },
];

/** Markdown: the examples that these findings ask for. */
export function lineExamples(diagnostics: readonly Diagnostic[]): string[] {
  return examples
    .filter(({ isFor }) => diagnostics.some(isFor))
    .flatMap(({ title, lines }) => [`${title}:`, '', '```yaml', ...lines, '```', ''])
    .slice(0, -1);
}
