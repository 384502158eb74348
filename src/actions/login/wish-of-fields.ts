// From the fields of an integration, or the inputs of the plain form, to the way in which a login is made.

import { defined } from '../../ground/defined.ts';
import type { Registry } from '../../integration/registries.ts';
import { parseAddress, type RegistryAddress } from '../../registry/protocol/address.ts';
import type { Credential } from '../../registry/protocol/credential.ts';
import type { RegistryLogin } from '../../registry/protocol/login.ts';
import type { Patience } from '../../registry/protocol/patience.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import type { Audience, IssuedCredential } from '../../registry/vendors/audience.ts';
import type { AwsIdentity } from '../../registry/vendors/aws-identity.ts';
import { atAddresses } from './at-addresses.ts';

/** Values by the first name of their field; undefined is not given, empty is a secret that is empty. */
export type FieldValues = Readonly<Record<string, string | undefined>>;

export type LoginMaker = (patience: Patience) => Promise<readonly Result<RegistryLogin>[]>;

export type FieldContext = {
  readonly registry: Registry;
  readonly values: FieldValues;
  /** `region` of the entry. */
  readonly region?: string;
  /** For ghcr.io without a password. */
  readonly github: JobAccount;
  /** How the user writes a field: `QUAY_INTEGRATION_PASSWORD`, or `password`. */
  readonly fieldName: (field: string) => string;
};

/** Who started the job, and the job's own token with the hosts that it is for. */
export type JobAccount = {
  readonly actor: string;
  readonly token: string;
  readonly audience: Audience;
};

export function loginMaker(context: FieldContext): Result<LoginMaker> {
  switch (context.registry.login) {
    case 'aws':
      return awsMaker(context);
    case 'google':
      return googleMaker(context);
    case 'password':
      return passwordMaker(context);
  }
}

// A plain registry runs none of these, nor the crypto library that they need.
const ecr = () => import('../../registry/vendors/ecr.ts');
const google = () => import('../../registry/vendors/google.ts');
const keyless = () => import('../../registry/vendors/keyless.ts');

function passwordMaker(context: FieldContext): Result<LoginMaker> {
  const { registry, values, github, fieldName } = context;
  const found = addresses(context);
  if (!found.ok) return found;
  const [address] = found.value;
  if (address === undefined) return fail('wrong', `${fieldName('URL')} contains no registry.`);
  const everywhere = (
    credential: Result<Credential | IssuedCredential>,
  ): readonly Result<RegistryLogin>[] =>
    credential.ok ? atAddresses(found.value, credential.value, username) : [credential];
  const isGithub = registry.id === 'ghcr';
  const username = values['USERNAME'] || (isGithub ? github.actor : '');
  const password = values['PASSWORD'];
  if (password === undefined && isGithub) {
    const { token, audience } = github;
    if (username === '' || token === '') return missing(context, ['USERNAME', 'PASSWORD']);
    return ok(async () => everywhere(ok({ kind: 'issued', username, token, audience })));
  }
  const connection = values['CONNECTIONID'];
  if (password === undefined && registry.keyless === 'docker-hub' && connection !== undefined) {
    if (connection === '' || username === '') return missing(context, ['USERNAME', 'CONNECTIONID']);
    return ok(async (patience) => {
      const { dockerHubToken } = await keyless();
      return everywhere(await dockerHubToken(patience, username, connection));
    });
  }
  if (password === undefined && registry.keyless === 'quay' && username.includes('+')) {
    return ok(async (patience) => {
      const { quayToken } = await keyless();
      return everywhere(await quayToken(patience, address, username));
    });
  }
  if (username === '' || password === undefined || password === '') {
    return missing(context, ['USERNAME', 'PASSWORD']);
  }
  return ok(async () => everywhere(ok({ kind: 'password', username, password })));
}

function awsMaker(context: FieldContext): Result<LoginMaker> {
  const { values, fieldName } = context;
  const [access, secret, session, role] = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'SESSIONTOKEN',
    'ROLE',
  ].map((name) => values[name]);
  if (access === '' || secret === '' || session === '' || (role === '' && access === undefined)) {
    return missing(context, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'SESSIONTOKEN', 'ROLE']);
  }
  if ((access === undefined) !== (secret === undefined)) {
    return fail(
      'wrong',
      `${fieldName('AWS_ACCESS_KEY_ID')} and ${fieldName('AWS_SECRET_ACCESS_KEY')} must be set together.`,
    );
  }
  const found = addresses(context);
  if (!found.ok) return found;
  const identity: AwsIdentity = {
    ...(access !== undefined &&
      secret !== undefined && {
        keys: {
          accessKey: access,
          secretKey: secret,
          ...defined({ sessionToken: session }),
        },
      }),
    ...(role && { role }),
    ...(values['EXTERNALID'] && { externalId: values['EXTERNALID'] }),
  };
  const wish = {
    identity,
    // Shippable's own default (shippable.md 6.1).
    region: context.region || values['REGION'] || 'us-east-1',
    hosts: found.value.map(({ host }) => host),
    accounts: words(values['ACCOUNTS']),
  };
  return ok(async (patience) => (await ecr()).ecrLogins(patience, wish));
}

function googleMaker(context: FieldContext): Result<LoginMaker> {
  const { values } = context;
  const [key, provider, serviceAccount] = [
    'JSON_KEY',
    'WORKLOADIDENTITYPROVIDER',
    'SERVICEACCOUNT',
  ].map((name) => values[name]);
  if (key === '' || (provider === '' && key === undefined)) {
    return missing(context, ['JSON_KEY', 'WORKLOADIDENTITYPROVIDER']);
  }
  const found = addresses(context);
  if (!found.ok) return found;
  const identity = {
    ...defined({ key }),
    ...(provider && { provider }),
    ...(serviceAccount && { serviceAccount }),
  };
  return ok(async (patience) => {
    const { googleCredential } = await google();
    const made = await googleCredential(patience, identity);
    return made.ok ? atAddresses(found.value, made.value.credential, made.value.account) : [made];
  });
}

/** Where the credential's own side says that the registry is; else where the vendor's is. */
function addresses({
  registry,
  values,
  fieldName,
}: FieldContext): Result<readonly RegistryAddress[]> {
  const given = words(values['URL']);
  if (given.length === 0 && registry.hosts === undefined && registry.login !== 'aws') {
    return fail(
      values['URL'] === '' ? 'missing' : 'wrong',
      `${fieldName('URL')} is ${values['URL'] === '' ? 'empty' : 'not given'}: a ${registry.product} has no default address.`,
      `Set the address together with the credential, in ${fieldName('URL')}.`,
    );
  }
  const realms = words(values['REALM']);
  const found: RegistryAddress[] = [];
  for (const text of given.length > 0 ? given : (registry.hosts ?? [])) {
    const address = parseAddress(text, realms);
    if (address === undefined)
      return fail('wrong', `${fieldName('URL')} is not a registry address.`);
    found.push(address);
  }
  return ok(found);
}

/** An empty field is a secret that this job does not get; one that nobody names is a mistake in the workflow. */
function missing({ fieldName, values }: FieldContext, fields: readonly string[]): Result<never> {
  const empty = fields.filter((field) => values[field] === '');
  const named = empty.length > 0 ? empty : fields.filter((field) => values[field] === undefined);
  const list = `${named.map(fieldName).join(' and ')} ${named.length > 1 ? 'are' : 'is'}`;
  if (empty.length === 0) return fail('wrong', `${list} not given.`);
  return fail(
    'missing',
    `${list} empty.`,
    'Check that the secret exists and that this job can read it. Pull requests from forks and from Dependabot do not get the secrets of the repository: set `on-missing` for them.',
  );
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
}
