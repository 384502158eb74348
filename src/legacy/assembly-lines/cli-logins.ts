// cliConfig: the command lines that are logged in before the TASK (shippable.md 8.7). Credentials come by the
// environment of the step and go to files, never to arguments.

import { integrationPrefix } from '../../integration/prefix.ts';
import { writeScalar } from '../../output/scalar.ts';
import { type Line, traced } from '../../output/tree.ts';
import type { Field, Step } from '../../workflow/model.ts';
import { plainLine } from '../shippable/script.ts';
import { onMissing } from '../shippable/secret-guard.ts';
import { secret } from '../shippable/secret-names.ts';
import { textField } from './definition.ts';
import { block } from './entries.ts';
import type { Input, JobNode } from './graph.ts';
import { type SecretParts, secretOf } from './line-secrets.ts';

type Config = Input & { readonly kind: 'resource' };

export const cliConfigs = (node: JobNode): readonly Config[] =>
  node.inputs.filter(
    (input): input is Config => input.kind === 'resource' && input.resource.type === 'cliConfig',
  );

/** One step for each tool. Of several of one kind, the last one won. */
export function loginSteps(node: JobNode, parts: SecretParts): readonly Step[] {
  const { kinds, context } = parts;
  const byKind = new Map<string, Config>();
  for (const config of cliConfigs(node)) {
    const kind = kinds.ofResource(config.resource);
    if (kind === undefined || !known.has(kind.id)) {
      context.report(
        'line-kind',
        config.resource.named,
        kind === undefined
          ? `it is unknown which command line \`${config.resource.name}\` logs in`
          : `no step can log in with an integration of the type \`${kind.id}\``,
        `pass \`--type ${config.resource.name}=KIND\`: \`amazonKeys\`, \`gcloudKey\`, \`azureKeys\`, \`kubernetesConfig\`, \`dockerRegistryLogin\` ...`,
      );
      continue;
    }
    byKind.delete(kind.id);
    byKind.set(kind.id, config);
  }
  return [...byKind].flatMap(([kind, config]) => stepsOf(kind, config, parts));
}

const known = new Set([
  'amazonKeys',
  'gcloudKey',
  'azureKeys',
  'kubernetesConfig',
  'dockerRegistryLogin',
  'quayLogin',
  'artifactoryKey',
]);

function stepsOf(kind: string, { step, resource }: Config, parts: SecretParts): readonly Step[] {
  const { kinds, secrets } = parts;
  const integration = resource.integration?.text ?? resource.name;
  const at = resource.integration ?? resource.named;
  const row = kinds.ofResource(resource);
  const scopes = new Set((step.keys.scopes ?? []).map(({ text }) => text.toLowerCase()));
  const field = (name: string): Field => ({
    name: `${integrationPrefix(integration)}_INTEGRATION_${row?.secrets?.[name] ?? name}`,
    value: secret(secretOf(integration, row, name, at, secrets)),
  });
  /** A variable of a script under a short name. */
  const named = (name: string, of: string): Field => ({ name, value: field(of).value });
  const from = step.keys.scopes ?? [];
  const place = (name: string): Line | undefined => {
    const node = textField(resource, name);
    return node === undefined ? undefined : traced(node.text, node);
  };
  const values = (...names: readonly string[]): Field[] =>
    names.flatMap((name) => {
      const value = place(name);
      return value === undefined ? [] : [{ name: variableNames[name] ?? name, value }];
    });
  const registry = (type: string, fields: readonly string[], withRegion = false): Step => ({
    kind: 'own',
    action: 'login',
    name: `Log in to the registry of ${resource.name}`,
    with: [
      {
        name: 'integrations',
        value: block([
          traced(`- integrationName: ${writeScalar(integration)}`, at),
          traced(`  type: ${type}`),
          ...(withRegion && place('region') !== undefined
            ? [traced(`  region: ${writeScalar(place('region')?.text ?? '')}`)]
            : []),
        ]),
      },
      { name: 'on-missing', value: onMissing },
    ],
    env: fields.map(field),
    from,
  });
  switch (kind) {
    case 'amazonKeys':
      return [
        {
          kind: 'run',
          name: `Configure the AWS CLI for ${resource.name}`,
          env: [
            named('ACCESS_KEY', 'ACCESSKEY'),
            named('SECRET_KEY', 'SECRETKEY'),
            ...values('region'),
          ],
          run: [
            'umask 077 && mkdir -p ~/.aws',
            'printf \'[default]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n\' "$ACCESS_KEY" "$SECRET_KEY" > ~/.aws/credentials',
            'printf \'[default]\\nregion = %s\\n\' "$REGION" > ~/.aws/config',
          ].map(plainLine),
          from,
        },
        ...(scopes.has('ecr') ? [registry('amazonKeys', ['ACCESSKEY', 'SECRETKEY'], true)] : []),
      ];
    case 'gcloudKey':
      return [
        {
          kind: 'run',
          name: `Log in to Google Cloud with ${resource.name}`,
          env: [
            named('JSON_KEY', 'JSON_KEY'),
            ...(scopes.has('gke') && !scopes.has('gcr') ? values('region', 'clusterName') : []),
          ],
          run: [
            'umask 077 && printf \'%s\' "$JSON_KEY" > "$RUNNER_TEMP/gcloud.json"',
            'gcloud auth activate-service-account --key-file "$RUNNER_TEMP/gcloud.json"',
            'gcloud config set project "$(jq -r .project_id "$RUNNER_TEMP/gcloud.json")"',
            'rm "$RUNNER_TEMP/gcloud.json"',
            // If both are listed, the first one won.
            ...(scopes.has('gke') && !scopes.has('gcr')
              ? [
                  'command -v gke-gcloud-auth-plugin > /dev/null || { sudo apt-get update && sudo apt-get install -y google-cloud-cli-gke-gcloud-auth-plugin; }',
                  'gcloud container clusters get-credentials "$CLUSTER" --zone "$REGION"',
                ]
              : []),
          ].map(plainLine),
          from: [
            ...from,
            ...(scopes.has('gke') && !scopes.has('gcr')
              ? []
              : [textField(resource, 'region')].flatMap((node) => node ?? [])),
          ],
        },
        ...(scopes.has('gcr') ? [registry('gcloudKey', ['JSON_KEY'])] : []),
      ];
    case 'azureKeys':
      return [
        {
          kind: 'run',
          name: `Log in to Azure with ${resource.name}`,
          env: [
            named('APP_ID', 'APPID'),
            named('PASSWORD', 'PASSWORD'),
            named('TENANT', 'TENANT'),
            ...(scopes.has('aks') ? values('groupName', 'clusterName') : []),
          ],
          run: [
            'umask 077 && printf \'%s\' "$PASSWORD" > "$RUNNER_TEMP/azure-password"',
            'az login --service-principal --username "$APP_ID" --password "@$RUNNER_TEMP/azure-password" --tenant "$TENANT" --output none',
            'rm "$RUNNER_TEMP/azure-password"',
            ...(scopes.has('aks')
              ? ['az aks get-credentials --resource-group "$GROUP" --name "$CLUSTER"']
              : []),
          ].map(plainLine),
          from,
        },
      ];
    case 'kubernetesConfig':
      return [
        {
          kind: 'run',
          name: `Configure kubectl for ${resource.name}`,
          env: [named('KUBECONFIG_CONTENT', 'KUBECONFIGCONTENT')],
          run: [
            'umask 077 && mkdir -p ~/.kube',
            'printf \'%s\\n\' "$KUBECONFIG_CONTENT" > ~/.kube/config',
          ].map(plainLine),
          from,
        },
      ];
    case 'artifactoryKey':
      return [
        {
          kind: 'run',
          name: `Configure the JFrog CLI for ${resource.name}`,
          env: [named('URL', 'URL'), named('USERNAME', 'USERNAME'), named('PASSWORD', 'PASSWORD')],
          run: [
            'command -v jf > /dev/null || npm install --global jfrog-cli-v2-jf',
            'printf \'%s\' "$PASSWORD" | jf config add default-server --url "$URL" --user "$USERNAME" --password-stdin --interactive=false',
            'command -v jfrog > /dev/null || sudo ln -s "$(command -v jf)" /usr/local/bin/jfrog',
          ].map(plainLine),
          from,
        },
      ];
    case 'quayLogin':
      return [registry('quayLogin', ['USERNAME', 'PASSWORD'])];
    default:
      return [registry('dockerRegistryLogin', ['URL', 'USERNAME', 'PASSWORD'])];
  }
}

const variableNames: Readonly<Record<string, string>> = {
  region: 'REGION',
  clusterName: 'CLUSTER',
  groupName: 'GROUP',
};
