// The registries that an integration can be, one row each: by which `type` they are asked for, where they are, what opens
// them, and what to check when they say no. Documentation is made from these rows, too.

/** A field of an integration: `<NAME>_INTEGRATION_<FIELD>` (shippable.md 6.4). */
export type FieldRow = {
  /** The names that carry the value, the usual one first; later ones are the vendors' other words. */
  readonly names: readonly string[];
  readonly secret?: true;
  /** Integrations of Shippable had it, so that a converted repository needs a secret for it. */
  readonly asked?: true;
  readonly meaning: string;
};

export type Registry = {
  readonly id: string;
  readonly product: string;
  /** Values of `type`, as the vendors' pages spell them; letter case, spaces, `-` and `_` don't count (shippable.md 6.1). */
  readonly types: readonly string[];
  /** Host names that show that an address is of this kind. */
  readonly pattern?: RegExp;
  /** Where the registry is when the credential names no URL; without it, a URL is needed. */
  readonly hosts?: readonly string[];
  /**
   * The vendor's token server, where it is neither at the registry's own host nor above or below it in its domain: it may
   * have the credential, too. `$1` is the first group of `pattern`.
   */
  readonly tokenServer?: string;
  /** Which program turns the fields into a login. */
  readonly login: 'password' | 'aws' | 'google';
  /** The exchange of GitHub's identity token for a password, where the registry has one. */
  readonly keyless?: 'docker-hub' | 'quay';
  readonly fields: readonly FieldRow[];
  /** What to check after HTTP 401 or 403. */
  readonly check: string;
};

const url: FieldRow = {
  names: ['URL'],
  asked: true,
  meaning: "the registry's address; begin it with `http://` only if it has no TLS",
};
const username: FieldRow = { names: ['USERNAME'], asked: true, meaning: 'account' };
const password: FieldRow = {
  names: ['PASSWORD', 'TOKEN', 'APIKEY'],
  secret: true,
  asked: true,
  meaning: 'password or token',
};
const realm: FieldRow = {
  names: ['REALM'],
  meaning: 'host of the token server, if it is in another domain than the registry',
};
const email: FieldRow = {
  names: ['EMAIL'],
  meaning: 'accepted and not used: no client has sent it since 2016',
};
const given = [url, username, password, realm, email];
const { asked: _asked, ...optionalUrl } = url;
const connection: FieldRow = {
  names: ['CONNECTIONID', 'IDENTITY'],
  meaning: 'OIDC connection of Docker Hub, instead of a password',
};
const dockerCheck =
  'Check user name and password. Docker Hub takes an access token instead of the password, and requires one if two-factor authentication is on; a token that was deleted or has expired is rejected like a wrong password.';

const googleFields: readonly FieldRow[] = [
  {
    names: ['JSON_KEY', 'JSONKEY'],
    secret: true,
    asked: true,
    meaning: 'JSON key of the service account, also in base64',
  },
  {
    names: ['WORKLOADIDENTITYPROVIDER', 'IDENTITY'],
    meaning:
      'workload identity provider, `projects/N/locations/global/workloadIdentityPools/POOL/providers/NAME`, instead of a key',
  },
  {
    names: ['SERVICEACCOUNT', 'SERVICEACCOUNTEMAIL'],
    meaning:
      'service account to act as with the provider; not needed if the pool itself has the roles',
  },
  { ...optionalUrl, meaning: 'hosts, separated by spaces' },
];

export const registries: readonly Registry[] = [
  {
    id: 'docker-hub',
    product: 'Docker Hub',
    types: ['docker', 'dockerHub'],
    pattern: /^(docker\.io|dhi\.io)$/,
    hosts: ['docker.io'],
    tokenServer: 'auth.docker.io',
    login: 'password',
    keyless: 'docker-hub',
    fields: [username, password, connection, optionalUrl, realm, email],
    check: dockerCheck,
  },
  {
    id: 'docker',
    product: 'Docker Hub, or any registry with a URL',
    types: ['dockerRegistryLogin', 'Docker Registry'],
    hosts: ['docker.io'],
    login: 'password',
    keyless: 'docker-hub',
    fields: [
      {
        ...url,
        meaning: 'address of the registry (unless it is Docker Hub)',
      },
      username,
      password,
      connection,
      realm,
      email,
    ],
    check: dockerCheck,
  },
  {
    id: 'private',
    product: 'Private Docker registry',
    types: ['private docker registry', 'Private registry'],
    login: 'password',
    fields: given,
    check:
      'Check user name and password in the registry itself, and that the account can log in there.',
  },
  {
    id: 'trusted',
    product: 'Docker Trusted Registry (Mirantis Secure Registry)',
    types: ['docker trusted registry', 'dtr', 'msr'],
    login: 'password',
    fields: given,
    check:
      'Check user name and password. An access token of the registry works as the password; a deactivated token is rejected.',
  },
  {
    id: 'ecr',
    product: 'Amazon ECR, private and public',
    types: ['ecr', 'Amazon ECR', 'amazonKeys', 'AWS Keys', 'amazonIamRole', 'aws'],
    pattern: /(\.dkr[.-]ecr(-fips)?\.)|^(public\.ecr\.aws|ecr-public\.aws\.com)$/,
    login: 'aws',
    fields: [
      { names: ['AWS_ACCESS_KEY_ID', 'ACCESSKEY'], asked: true, meaning: 'access key id' },
      {
        names: ['AWS_SECRET_ACCESS_KEY', 'SECRETKEY'],
        secret: true,
        asked: true,
        meaning: 'secret access key',
      },
      {
        names: ['SESSIONTOKEN', 'AWS_SESSION_TOKEN'],
        secret: true,
        meaning: 'session token of temporary keys',
      },
      {
        names: ['ROLE', 'ASSUMEROLEARN', 'IDENTITY'],
        meaning:
          'role to assume: with the keys, or without keys, with the identity token of the job',
      },
      { names: ['EXTERNALID'], meaning: 'external ID that the role requires' },
      {
        names: ['REGION', 'AWS_REGION'],
        meaning: 'region; `region` of the entry takes precedence; default `us-east-1`',
      },
      {
        names: ['ACCOUNTS', 'AWSACCOUNTID'],
        meaning: 'more accounts in the region, separated by spaces',
      },
      { ...optionalUrl, meaning: 'hosts, separated by spaces; `public.ecr.aws` for ECR Public' },
    ],
    check:
      'Check the keys and that the identity has the permission ecr:GetAuthorizationToken (ECR Public: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
  },
  {
    id: 'gcr',
    product: 'Google Container Registry names (served by Artifact Registry)',
    types: ['gcr', 'gcloudKey', 'Google Cloud', 'gke'],
    pattern: /(^|\.)gcr\.io$/,
    // What `gcloud docker -a` logged in to (shippable.md 6.1).
    hosts: ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'],
    login: 'google',
    fields: googleFields,
    check:
      'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer): the old storage roles of Container Registry no longer work.',
  },
  {
    id: 'gar',
    product: 'Google Artifact Registry',
    types: ['gar', 'Artifact Registry'],
    pattern: /-docker\.pkg\.dev$/,
    login: 'google',
    fields: googleFields,
    check:
      'Check that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer).',
  },
  {
    id: 'quay',
    product: 'Quay.io',
    types: ['quayLogin', 'quay', 'quay.io'],
    pattern: /^quay\.io$/,
    hosts: ['quay.io'],
    login: 'password',
    keyless: 'quay',
    fields: [
      username,
      password,
      {
        names: ['ACCESSTOKEN'],
        secret: true,
        meaning: 'OAuth token of an application: only to list tags, not to log in',
      },
      optionalUrl,
      realm,
      email,
    ],
    check:
      'Check the name of the robot account (`ORG+NAME`) and its token. The password of a person only works if it is an encrypted password from the account settings.',
  },
  {
    id: 'artifactory',
    product: 'JFrog Artifactory',
    types: ['artifactory', 'artifactoryKey', 'jfrog'],
    pattern: /\.jfrog\.io$/,
    login: 'password',
    fields: given,
    check:
      'Check user name and password, API key or identity token; a locked account is refused like a wrong password.',
  },
  {
    id: 'ghcr',
    product: 'GitHub Container Registry',
    types: ['ghcr', 'ghcr.io'],
    pattern: /^ghcr\.io$/,
    hosts: ['ghcr.io'],
    login: 'password',
    // Nothing is needed: the token of the job opens it.
    fields: [
      { names: ['USERNAME'], meaning: 'account; by default, the one that started the job' },
      {
        names: ['PASSWORD', 'TOKEN'],
        secret: true,
        meaning: 'token; by default, the token of the job',
      },
      optionalUrl,
    ],
    check:
      'Give the job `permissions: packages: read` (or `write` to push). For packages of other owners use a personal access token (classic) with read:packages.',
  },
  {
    id: 'acr',
    product: 'Azure Container Registry',
    types: ['acr', 'azureKeys'],
    pattern: /\.azurecr\.(io|cn|us|de)$/,
    login: 'password',
    fields: [
      url,
      {
        ...username,
        names: ['USERNAME', 'APPID'],
        meaning: 'admin user, token name, or ID of a service principal',
      },
      password,
      realm,
    ],
    check:
      'Check user name and password: a service principal needs the role AcrPull or AcrPush, the admin user must be enabled, and a client secret may have expired.',
  },
  {
    id: 'gitlab',
    product: 'GitLab Container Registry',
    types: ['GitLab Registry', 'registry.gitlab.com'],
    pattern: /^registry\.gitlab\.com$/,
    hosts: ['registry.gitlab.com'],
    tokenServer: 'gitlab.com',
    login: 'password',
    fields: [username, password, optionalUrl],
    check:
      'Check user name and token: it needs the scope read_registry (write_registry to push), and may have expired.',
  },
  {
    id: 'digitalocean',
    product: 'DigitalOcean Container Registry',
    types: ['registry.digitalocean.com'],
    pattern: /^registry\.digitalocean\.com$/,
    hosts: ['registry.digitalocean.com'],
    tokenServer: 'api.digitalocean.com',
    login: 'password',
    fields: [username, password, optionalUrl],
    check: 'Check the API token, which is user name and password, and its expiry.',
  },
  {
    id: 'scaleway',
    product: 'Scaleway Container Registry',
    types: ['Scaleway Registry'],
    pattern: /^rg\.[a-z]+-[a-z]+\.scw\.cloud$/,
    tokenServer: 'api.scaleway.com',
    login: 'password',
    fields: [url, username, password],
    check: 'Check the secret key, which is the password, and that its owner can use the registry.',
  },
  {
    id: 'aliyun',
    product: 'Alibaba Cloud Container Registry',
    types: ['Aliyun Registry'],
    pattern: /^registry\.([a-z0-9-]+)\.aliyuncs\.com$/,
    tokenServer: 'dockerauth.$1.aliyuncs.com',
    login: 'password',
    fields: [url, username, password],
    check:
      'Check the account and the password of the registry, which is not the password of the console.',
  },
];

/** Every word for a kind of registry. */
export const registryTypes: readonly string[] = registries.flatMap(({ types }) => types);

/** The row for a `type`, in any case and spelling of the vendors. */
export function registryOfType(type: string): Registry | undefined {
  const word = bare(type);
  return registries.find(({ types }) => types.some((one) => bare(one) === word));
}

function bare(type: string): string {
  return type.toLowerCase().replace(/[\s_-]+/g, '');
}

/** The row for a host; that of Docker Hub and private registries where no other fits. */
export function registryOfHost(host: string): Registry {
  const found = registries.find(({ pattern }) => pattern?.test(host.replace(/:\d+$/, '')));
  return found ?? registryNamed('private');
}

export function registryNamed(id: string): Registry {
  const row = registries.find((registry) => registry.id === id);
  if (row === undefined) throw new Error(`there is no registry called ${id}`);
  return row;
}
