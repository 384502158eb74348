// The `type` strings of `integrations.hub`, old and new, and the credential fields of each
// (shippable.md 6.1, 6.4). The translator names secrets from these rows, and the action `login` reads them.

export type CredentialField = {
  /** The end of `<NAME>_INTEGRATION_<FIELD>`. */
  readonly name: string;
  /** For the list of secrets. */
  readonly what: string;
};

export type IntegrationType = {
  readonly product: string;
  /** In lower case; Shippable compared without regard to case. */
  readonly types: readonly string[];
  readonly fields: readonly CredentialField[];
};

const url: CredentialField = { name: 'URL', what: "the registry's address" };
const optionalUrl: CredentialField = {
  name: 'URL',
  what: "the registry's address (empty for Docker Hub)",
};
const username: CredentialField = { name: 'USERNAME', what: 'account' };
const password: CredentialField = { name: 'PASSWORD', what: 'password or token' };

export const integrationTypes: readonly IntegrationType[] = [
  { product: 'Docker Hub', types: ['docker'], fields: [username, password] },
  {
    product: 'Docker Registry',
    types: ['dockerregistrylogin'],
    fields: [optionalUrl, username, password],
  },
  {
    product: 'Private Docker Registry',
    types: ['private docker registry'],
    fields: [url, username, password],
  },
  {
    product: 'Docker Trusted Registry',
    types: ['docker trusted registry'],
    fields: [url, username, password],
  },
  {
    product: 'Amazon ECR',
    types: ['ecr', 'amazonkeys', 'aws'],
    fields: [
      { name: 'AWS_ACCESS_KEY_ID', what: 'access key id' },
      { name: 'AWS_SECRET_ACCESS_KEY', what: 'secret access key' },
    ],
  },
  {
    product: 'Google Container Registry',
    types: ['gcr', 'gcloudkey'],
    fields: [{ name: 'JSON_KEY', what: 'JSON key of the service account' }],
  },
  { product: 'Quay.io', types: ['quay', 'quay.io', 'quaylogin'], fields: [username, password] },
  {
    product: 'JFrog Artifactory',
    types: ['artifactory', 'artifactorykey'],
    fields: [url, username, password],
  },
];

/** The credential fields of a `type`; undefined for a word that is none. */
export function integrationFields(type: string): readonly CredentialField[] | undefined {
  const word = type.trim().toLowerCase();
  return integrationTypes.find(({ types }) => types.includes(word))?.fields;
}
