// Keys for Amazon: as given, by a role, by the identity token of the job, or from the machine.

import { defined, filled } from '../../ground/defined.ts';
import { cleanPlain, cleanSecret } from '../../ground/given-text.ts';
import { isLoopback } from '../protocol/address.ts';
import { ecrApi, stsApi } from '../protocol/ecr-hosts.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { awsError, keyRemedy, xmlElement } from './aws-error.ts';
import { type AwsKeys, signedHeaders } from './aws-signature.ts';
import { githubIdentity } from './github-identity.ts';

export type AwsIdentity = {
  readonly keys?: AwsKeys;
  /** ARN. With keys they assume it; without keys the identity token of the job does. */
  readonly role?: string;
  readonly externalId?: string;
};

/** Keys that may be used; those of a role are masked when they come. */
export async function awsKeys(
  patience: Patience,
  identity: AwsIdentity,
  region: string,
): Promise<Result<AwsKeys>> {
  const { keys, role } = identity;
  if (role === undefined) return keys === undefined ? machineKeys(patience, region) : ok(keys);
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(role)) {
    return fail(
      'wrong',
      `${role} is not the ARN of a role.`,
      'The format is arn:aws:iam::ACCOUNT:role/NAME.',
    );
  }
  const endpoint = awsEndpoint(patience.host.env, 'STS', stsApi(region));
  if (!endpoint.ok) return endpoint;
  const { url } = endpoint.value;
  const call: Record<string, string> = {
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'transship',
    ...defined({ ExternalId: identity.externalId }),
  };
  if (keys !== undefined) {
    const body = new URLSearchParams({ Action: 'AssumeRole', ...call }).toString();
    const signed = signedHeaders(
      { url, body, headers: formHeaders },
      keys,
      { region, service: 'sts' },
      patience.host.now(),
    );
    return assumeRole(patience, url, body, signed, role);
  }
  const { protocol, host } = new URL(url);
  if (protocol !== 'https:' && !isLoopback(host)) {
    return fail(
      'wrong',
      `The identity token of the job is not sent to ${url}: it has no TLS.`,
      'Start AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL with https://.',
    );
  }
  const audience = region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  const token = await githubIdentity(patience, audience);
  if (!token.ok) return token;
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    ...call,
    WebIdentityToken: token.value,
  }).toString();
  return assumeRole(patience, url, body, formHeaders, role);
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

async function assumeRole(
  patience: Patience,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  role: string,
): Promise<Result<AwsKeys>> {
  const result = await requestPatiently(patience, { url, method: 'POST', headers, body });
  if (result.kind === 'failure') return unusable(result, url);
  const text = result.text();
  if (result.status === 200) {
    const [secretKey, sessionToken] = ['SecretAccessKey', 'SessionToken'].map((name) =>
      readNetworkToken(patience.host, xmlElement(text, name)),
    );
    const accessKey = xmlElement(text, 'AccessKeyId') ?? '';
    return secretKey && sessionToken && /^[\x21-\x7e]{1,128}$/.test(accessKey)
      ? ok({ accessKey, secretKey, sessionToken })
      : fail('unreachable', `${new URL(url).host} returned no keys.`);
  }
  const error = awsError(text);
  if (error === undefined) return unusable(result, url);
  return fail(
    'refused',
    `Amazon does not let this job assume ${role} (${error.code}: ${error.message}).`,
    keyRemedy(error) ??
      'Check the trust policy of the role: its principal, and for an identity token the conditions on `aud` and `sub`.',
  );
}

/**
 * The identity of the machine or of earlier steps, by the SDK's own chain; the only use of the SDK, loaded when needed.
 *
 * Its calls stay unused: tokens and repositories are asked for by the requests that a login makes anyway (ecr.ts), which go
 * through the machine's proxy and certificates, are tried again with patience, serve ECR Public too (another package of the
 * SDK's), and start without the 0.2 s that the SDK takes to load.
 */
async function machineKeys({ host }: Patience, region: string): Promise<Result<AwsKeys>> {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN = '' } = host.env;
  const accessKey = cleanPlain(AWS_ACCESS_KEY_ID);
  const secretKey = cleanSecret(AWS_SECRET_ACCESS_KEY);
  const sessionToken = cleanSecret(AWS_SESSION_TOKEN);
  if (accessKey !== '' && secretKey !== '') {
    return ok({ accessKey, secretKey, ...defined({ sessionToken: filled(sessionToken) }) });
  }
  const { ECRClient } = await import('@aws-sdk/client-ecr');
  const client = new ECRClient({
    region,
    endpoint: ecrApi(region, { fips: false, dualStack: false }),
  });
  try {
    const keys = await client.config.credentials();
    const secretKey = readNetworkToken(host, keys.secretAccessKey);
    const sessionToken = readNetworkToken(host, keys.sessionToken);
    if (secretKey === undefined || (keys.sessionToken && sessionToken === undefined)) {
      return fail('wrong', 'The keys of the machine contain characters that AWS keys cannot have.');
    }
    return ok({
      accessKey: keys.accessKeyId,
      secretKey,
      ...defined({ sessionToken }),
    });
  } catch (error) {
    // The SDK throws for what the machine lacks; there is nothing of ours in it.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return fail(
      'missing',
      `There are no AWS keys: none were given, and the machine has none (${reason}).`,
      'Give ACCESSKEY and SECRETKEY, or a ROLE for the identity token of the job.',
    );
  }
}
