// The steps that log a command line in, for each type of integration (shippable.md 8.7). Credentials come by the
// environment of the step and go to files, never to arguments.

import type { SourceNode } from '../../../source/node.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import type { CliLogin } from './cli-login.ts';
import { googleCluster, googleLogin } from './google-cloud.ts';

type Script = {
  readonly name: string;
  readonly env: readonly Field[];
  readonly run: readonly string[];
  readonly from: readonly SourceNode[];
};

const script = ({ run, ...step }: Script): Step => ({
  kind: 'run',
  ...step,
  run: run.map(plainLine),
});

function amazon(login: CliLogin): readonly Step[] {
  const { credential, values } = login;
  const configure = script({
    name: `Configure the AWS CLI for ${login.name}`,
    env: [
      credential('ACCESS_KEY', 'ACCESSKEY'),
      credential('SECRET_KEY', 'SECRETKEY'),
      ...values('region'),
    ],
    run: [
      'umask 077 && mkdir -p ~/.aws',
      'printf \'[default]\\naws_access_key_id = %s\\naws_secret_access_key = %s\\n\' "$ACCESS_KEY" "$SECRET_KEY" > ~/.aws/credentials',
      'printf \'[default]\\nregion = %s\\n\' "$REGION" > ~/.aws/config',
    ],
    from: login.from,
  });
  const fields = ['ACCESSKEY', 'SECRETKEY'];
  return [configure, ...(login.asksFor('ecr') ? [login.registry('amazonKeys', fields, true)] : [])];
}

function googleCloud(login: CliLogin): readonly Step[] {
  // If both are listed, the registry won.
  const entersCluster = login.asksFor('gke') && !login.asksFor('gcr');
  const configure = script({
    name: `Log in to Google Cloud with ${login.name}`,
    env: [
      login.credential('JSON_KEY', 'JSON_KEY'),
      ...(entersCluster ? login.values('region', 'clusterName') : []),
    ],
    run: [...googleLogin, ...(entersCluster ? googleCluster : [])],
    from: [...login.from, ...(entersCluster ? [] : [login.textOf('region') ?? []].flat())],
  });
  return [configure, ...(login.asksFor('gcr') ? [login.registry('gcloudKey', ['JSON_KEY'])] : [])];
}

function azure(login: CliLogin): readonly Step[] {
  const { credential } = login;
  const entersCluster = login.asksFor('aks');
  return [
    script({
      name: `Log in to Azure with ${login.name}`,
      env: [
        credential('APP_ID', 'APPID'),
        credential('PASSWORD', 'PASSWORD'),
        credential('TENANT', 'TENANT'),
        ...(entersCluster ? login.values('groupName', 'clusterName') : []),
      ],
      run: [
        'umask 077 && printf \'%s\' "$PASSWORD" > "$RUNNER_TEMP/azure-password"',
        'az login --service-principal --username "$APP_ID" --password "@$RUNNER_TEMP/azure-password" --tenant "$TENANT" --output none',
        'rm "$RUNNER_TEMP/azure-password"',
        ...(entersCluster
          ? ['az aks get-credentials --resource-group "$GROUP" --name "$CLUSTER"']
          : []),
      ],
      from: login.from,
    }),
  ];
}

function kubernetes({ name, credential, from }: CliLogin): readonly Step[] {
  return [
    script({
      name: `Configure kubectl for ${name}`,
      env: [credential('KUBECONFIG_CONTENT', 'KUBECONFIGCONTENT')],
      run: [
        'umask 077 && mkdir -p ~/.kube',
        'printf \'%s\\n\' "$KUBECONFIG_CONTENT" > ~/.kube/config',
      ],
      from,
    }),
  ];
}

function artifactory({ name, credential, from }: CliLogin): readonly Step[] {
  return [
    script({
      name: `Configure the JFrog CLI for ${name}`,
      env: [
        credential('URL', 'URL'),
        credential('USERNAME', 'USERNAME'),
        credential('PASSWORD', 'PASSWORD'),
      ],
      run: [
        'command -v jf > /dev/null || npm install --global jfrog-cli-v2-jf',
        'printf \'%s\' "$PASSWORD" | jf config add default-server --url "$URL" --user "$USERNAME" --password-stdin --interactive=false',
        'command -v jfrog > /dev/null || sudo ln -s "$(command -v jf)" /usr/local/bin/jfrog',
      ],
      from,
    }),
  ];
}

/** A row for each type of integration that a command line logs in with. */
export const cliLogins: Readonly<Record<string, (login: CliLogin) => readonly Step[]>> = {
  amazonKeys: amazon,
  gcloudKey: googleCloud,
  azureKeys: azure,
  kubernetesConfig: kubernetes,
  dockerRegistryLogin: ({ registry }) => [
    registry('dockerRegistryLogin', ['URL', 'USERNAME', 'PASSWORD']),
  ],
  quayLogin: ({ registry }) => [registry('quayLogin', ['USERNAME', 'PASSWORD'])],
  artifactoryKey: artifactory,
};
