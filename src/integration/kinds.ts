// The kinds of integrations that Assembly Lines knew, one row each: their fields, and what tells a kind where no file
// says it (shippable.md 6.4, 10).

export type IntegrationKind = {
  readonly id: string;
  /** Other words for it, of older generations. */
  readonly also?: readonly string[];
  /** Ends of `<NAME>_INTEGRATION_<FIELD>`, upper case. */
  readonly fields: readonly string[];
  /** Names of secrets for fields that another part of the project calls otherwise. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Names of integrations that are of the kind, as people give them. */
  readonly named?: RegExp;
};

const login = ['URL', 'USERNAME', 'PASSWORD'] as const;

/** In the order in which names are tried. */
const integrationKinds: readonly IntegrationKind[] = [
  {
    id: 'keyValuePair',
    fields: [],
    named: /key-?_? ?val|\bkv\b|_kv\b|env_?vars/i,
  },
  { id: 'pemKey', also: ['pem-key'], fields: ['KEY'], named: /pem/i },
  { id: 'sshKey', also: ['ssh-key'], fields: ['PUBLICKEY', 'PRIVATEKEY'], named: /ssh/i },
  { id: 'slackKey', also: ['slack'], fields: ['WEBHOOKURL'], named: /slack/i },
  {
    id: 'amazonKeys',
    also: ['AWS', 'aws', 'ECR', 'ecr'],
    fields: ['ACCESSKEY', 'SECRETKEY'],
    secrets: { ACCESSKEY: 'AWS_ACCESS_KEY_ID', SECRETKEY: 'AWS_SECRET_ACCESS_KEY' },
    named: /aws|amazon|ecr|ecs|ec2|s3/i,
  },
  {
    id: 'gcloudKey',
    also: ['gcr', 'GCR', 'GKE', 'gke', 'gcl'],
    fields: ['JSON_KEY'],
    named: /gcr|gke|gcl|gce|gcloud|google/i,
  },
  {
    id: 'azureKeys',
    also: ['azure', 'aks'],
    fields: ['APPID', 'PASSWORD', 'TENANT'],
    named: /azure|aks|acs/i,
  },
  {
    id: 'kubernetesConfig',
    also: ['kubernetes'],
    fields: ['KUBECONFIGCONTENT'],
    named: /kube|k8s/i,
  },
  { id: 'quayLogin', also: ['quay', 'quay.io'], fields: ['USERNAME', 'PASSWORD'], named: /quay/i },
  {
    id: 'artifactoryKey',
    also: ['artifactory'],
    fields: login,
    named: /artifactory|jfrog/i,
  },
  {
    id: 'gitCredential',
    fields: ['HOST', 'PORT', 'USERNAME', 'PASSWORD'],
    named: /git-?_?cred/i,
  },
  {
    id: 'github',
    also: ['githubEnterprise', 'gitlab', 'bitbucket'],
    fields: ['URL', 'TOKEN'],
    named: /github|gitlab|bitbucket|(?:^|[-_ ])gh(?:$|[-_ ])/i,
  },
  { id: 'jira', fields: ['URL', 'USERNAME', 'TOKEN'], named: /jira/i },
  { id: 'hipchatKey', also: ['hipchat'], fields: ['TOKEN'], named: /hipchat/i },
  { id: 'airBrakeKey', fields: ['URL', 'TOKEN'], named: /air-?brake/i },
  { id: 'newRelicKey', fields: ['URL', 'TOKEN'], named: /new-?relic/i },
  {
    id: 'webhookV2',
    also: ['webhook'],
    fields: ['WEBHOOKURL', 'AUTHORIZATION'],
    named: /webhook/i,
  },
  { id: 'DOC', fields: ['APITOKEN'], named: /digital-?ocean|(?:^|[-_])doc(?:$|[-_])/i },
  {
    id: 'nodeCluster',
    fields: ['NODES', 'PUBLICKEY', 'PRIVATEKEY'],
    named: /node-?cluster|nodes/i,
  },
  {
    id: 'dockerRegistryLogin',
    also: ['docker', 'Docker', 'private docker registry', 'docker trusted registry'],
    fields: login,
    named: /docker|hub|(?:^|[-_])dh(?:$|[-_])|DH$|registry/,
  },
  { id: 'amazonIamRole', fields: ['ASSUMEROLEARN', 'AWSACCOUNTID'] },
  { id: 'ddcKey', fields: login },
  { id: 'azureDcosKey', fields: ['USERNAME', 'URL'] },
  { id: 'dclKey', fields: ['USERNAME', 'TOKEN'], named: /dcl/i },
  { id: 'joyentTritonKey', fields: ['USERNAME', 'VALIDITYPERIOD'], named: /triton|tripub/i },
];

const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');

/** The kind by its word, of any generation; undefined for a word that is none. */
export const kindCalled = (word: string): IntegrationKind | undefined =>
  integrationKinds.find(({ id, also }) =>
    [id, ...(also ?? [])].some((one) => plain(one) === plain(word)),
  );

/** The kind that the name of an integration tells. */
export const kindByName = (name: string): IntegrationKind | undefined =>
  integrationKinds.find(({ named }) => named?.test(name));
