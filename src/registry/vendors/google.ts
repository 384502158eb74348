// Credentials for Google's registries: a key as it is, or a token by workload identity federation.

import { defined } from '../../ground/defined.ts';
import { parseObject } from '../../ground/json.ts';
import { registryNamed } from '../../integration/registries.ts';
import type { Credential } from '../protocol/credential.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { reasonIn } from '../protocol/token.ts';
import { googleAudience, type IssuedCredential } from './audience.ts';
import { githubIdentity } from './github-identity.ts';

export type GoogleIdentity = {
  /** A service account's key: JSON, or base64 of it. */
  readonly key?: string;
  /** `projects/N/locations/global/workloadIdentityPools/POOL/providers/NAME`. */
  readonly provider?: string;
  readonly serviceAccount?: string;
};

export type GoogleCredential = {
  /** A key is the user's own; a token is Google's, for its registries. */
  readonly credential: Credential | IssuedCredential;
  readonly account: string;
};

export async function googleCredential(
  patience: Patience,
  identity: GoogleIdentity,
): Promise<Result<GoogleCredential>> {
  if (identity.key !== undefined) return fromKey(patience, identity.key);
  if (identity.provider !== undefined)
    return fromProvider(patience, identity.provider, identity.serviceAccount);
  return fromMachine(patience);
}

/** `_json_key` with the key as password opens every Google registry, and does not expire within the job. */
async function fromKey(patience: Patience, key: string): Promise<Result<GoogleCredential>> {
  const text = key.trim().startsWith('{')
    ? key.trim()
    : Buffer.from(key, 'base64').toString('utf8').trim();
  const json = parseObject(text);
  if (json === undefined) {
    return fail(
      'wrong',
      'The Google key is neither JSON nor base64 of JSON.',
      'Store the whole downloaded file as the secret.',
    );
  }
  patience.host.mask(text);
  if (json['type'] !== 'service_account') {
    return typeof json['type'] === 'string'
      ? fromLibrary(patience, json)
      : fail(
          'wrong',
          'The Google key has no `type`.',
          'Store the whole downloaded file as the secret.',
        );
  }
  const { client_email: email, private_key: secret } = json;
  if (typeof email !== 'string' || typeof secret !== 'string') {
    return fail(
      'wrong',
      'The Google key lacks `client_email` or `private_key`.',
      'Store the whole downloaded file as the secret.',
    );
  }
  patience.host.mask(secret);
  // In one line, as masks work on lines.
  const password = JSON.stringify(json);
  patience.host.mask(password);
  return ok({ credential: { kind: 'password', username: '_json_key', password }, account: email });
}

const scope = 'https://www.googleapis.com/auth/cloud-platform';
const providerPattern =
  /^(?:\/\/iam\.googleapis\.com\/)?(projects\/\d+\/locations\/global\/workloadIdentityPools\/[\w-]+\/providers\/[\w-]+)$/;

/** https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function fromProvider(
  patience: Patience,
  provider: string,
  serviceAccount: string | undefined,
): Promise<Result<GoogleCredential>> {
  const name = providerPattern.exec(provider)?.[1];
  if (name === undefined) {
    return fail(
      'wrong',
      `${provider} is not a workload identity provider.`,
      'The format is projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/NAME.',
    );
  }
  const identity = await githubIdentity(patience, `https://iam.googleapis.com/${name}`);
  if (!identity.ok) return identity;
  const federated = await askForToken(
    patience,
    'https://sts.googleapis.com/v1/token',
    {},
    {
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `//iam.googleapis.com/${name}`,
      scope,
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken: identity.value,
    },
  );
  if (!federated.ok) return federated;
  if (serviceAccount === undefined)
    return tokenCredential(federated.value, name.replace(/^.*workloadIdentityPools\//, ''));
  // https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
  const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`;
  const acting = await askForToken(
    patience,
    url,
    { authorization: `Bearer ${federated.value}` },
    { scope: [scope] },
  );
  return acting.ok ? tokenCredential(acting.value, serviceAccount) : acting;
}

async function askForToken(
  patience: Patience,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Result<string>> {
  const result = await requestPatiently(patience, {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (result.kind === 'failure') return unusable(result, url);
  const { host } = new URL(url);
  const answer = parseObject(result.text());
  if (result.status === 200) {
    const token = readNetworkToken(
      patience.host,
      answer?.['access_token'] ?? answer?.['accessToken'],
    );
    return token === undefined ? fail('unreachable', `${host} returned no token.`) : ok(token);
  }
  if (result.status >= 500 || result.status === 429 || result.status === 408)
    return unusable(result, url);
  return fail(
    'refused',
    `${host} returned HTTP ${result.status}${reasonIn(result.text())}.`,
    "Check the provider's attribute condition and, for a service account, the role roles/iam.workloadIdentityUser of the pool on it.",
  );
}

function tokenCredential(token: string, account: string): Result<GoogleCredential> {
  return ok({
    credential: {
      kind: 'issued',
      username: 'oauth2accesstoken',
      token,
      audience: googleAudience,
    },
    account,
  });
}

/** The identity of the machine (Application Default Credentials), by Google's library, loaded when needed. */
async function fromMachine(patience: Patience): Promise<Result<GoogleCredential>> {
  return fromLibrary(patience, undefined);
}

async function fromLibrary(
  { host }: Patience,
  credentials: Readonly<Record<string, unknown>> | undefined,
): Promise<Result<GoogleCredential>> {
  const { GoogleAuth } = await import('google-auth-library');
  try {
    const auth = new GoogleAuth({
      scopes: scope,
      ...defined({ credentials }),
    });
    const token = readNetworkToken(host, await auth.getAccessToken());
    if (token !== undefined) return tokenCredential(token, 'machine');
  } catch (error) {
    // The library throws for what the machine lacks; there is nothing of ours in it.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return fail('missing', `There is no Google identity here (${reason}).`, missingRemedy);
  }
  return fail('missing', 'There is no Google identity here.', missingRemedy);
}

const missingRemedy = `Give JSON_KEY, or WORKLOADIDENTITYPROVIDER for the identity token of the job. ${registryNamed('gar').check}`;
