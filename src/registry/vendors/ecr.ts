// Tokens of Amazon ECR, private and public: GetAuthorizationToken, signed by hand.

import { isObject, parseObject } from '../../ground/json.ts';
import { registryNamed } from '../../integration/registries.ts';
import { parseAddress } from '../protocol/address.ts';
import { type EcrHost, ecrHost, parseEcrHost, partitionOf } from '../protocol/ecr-hosts.ts';
import type { RegistryLogin } from '../protocol/login.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, unusable } from '../protocol/patience.ts';
import { fail, type Result } from '../protocol/result.ts';
import { ecrAudience, issuedLogin } from './audience.ts';
import { awsError, keyRemedy } from './aws-error.ts';
import { type AwsIdentity, awsKeys } from './aws-identity.ts';
import type { AwsKeys } from './aws-signature.ts';
import { callEcr, ecrEndpoint } from './ecr-api.ts';

export type EcrWish = {
  readonly identity: AwsIdentity;
  /** For what names no region itself. */
  readonly region: string;
  /** Hosts as in image names; none means the registry of the caller's own account. */
  readonly hosts: readonly string[];
  readonly accounts: readonly string[];
};

/**
 * A token is good for every registry of its region that the identity may use, so one a region is enough. What fails for one
 * region is not a failure of another.
 */
export async function ecrLogins(
  patience: Patience,
  wish: EcrWish,
): Promise<readonly Result<RegistryLogin>[]> {
  if (partitionOf(wish.region) === undefined) {
    return [fail('wrong', `${wish.region} is not an AWS region.`, 'The format is us-east-1.')];
  }
  const account = wish.accounts.find((text) => !/^\d{12}$/.test(text));
  if (account !== undefined)
    return [fail('wrong', `${account} is not an AWS account ID, which has 12 digits.`)];
  const named = [...wish.hosts, ...wish.accounts.map((id) => ecrHost(id, wish.region))];
  const regions = new Map<string, { readonly form: EcrHost; readonly hosts: string[] }>();
  for (const host of new Set(named)) {
    const form = parseEcrHost(host);
    if (form === undefined) {
      return [
        fail(
          'wrong',
          `${host} is not an Amazon ECR host.`,
          'The format is 123456789012.dkr.ecr.us-east-1.amazonaws.com.',
        ),
      ];
    }
    const region = form.kind === 'public' ? 'public' : form.region;
    const known = regions.get(region);
    if (known === undefined) regions.set(region, { form, hosts: [host] });
    else known.hosts.push(host);
  }
  if (regions.size === 0) regions.set(wish.region, { form: plain(wish.region), hosts: [] });
  const home = [...regions.keys()].find((region) => region !== 'public') ?? wish.region;
  const keys = await awsKeys(patience, wish.identity, home);
  if (!keys.ok) return [keys];
  const results = await Promise.all(
    [...regions.values()].map(({ form, hosts }) => regionLogins(patience, keys.value, form, hosts)),
  );
  return results.flat();
}

function plain(region: string): EcrHost {
  return { kind: 'private', account: '', region, fips: false, dualStack: false };
}

async function regionLogins(
  patience: Patience,
  keys: AwsKeys,
  form: EcrHost,
  hosts: readonly string[],
): Promise<readonly Result<RegistryLogin>[]> {
  const endpoint = ecrEndpoint(patience, form);
  if (!endpoint.ok) return [endpoint];
  const { url, named: ownEndpoint } = endpoint.value;
  const call = { action: 'GetAuthorizationToken', body: '{}' };
  const result = await callEcr(patience, url, form, keys, call);
  if (result.kind === 'failure') return [unusable(result, url)];
  if (result.status !== 200) return [refusal(result.text()) ?? unusable(result, url)];
  const data = authorizationData(result.text());
  const pair = splitAuth(readNetworkToken(patience.host, data?.token) ?? '');
  const token = readNetworkToken(patience.host, pair.password);
  if (data === undefined || token === undefined)
    return [fail('unreachable', `${new URL(url).host} returned no token.`)];
  const { username } = pair;
  const audience = ecrAudience(ownEndpoint);
  const named = hosts.length > 0 ? hosts : [parseAddress(data.endpoint)?.host ?? ''];
  return named.map((host) => {
    const address = parseAddress(host);
    if (address === undefined) return fail('unreachable', 'Amazon returned no registry.');
    const parts = parseEcrHost(host);
    const account = parts?.kind === 'private' ? parts.account : username;
    return issuedLogin(address, { kind: 'issued', username, token, audience }, account);
  });
}

/** Amazon's words, and what they mean for the user. */
function refusal(text: string): Result<never> | undefined {
  const error = awsError(text);
  if (error === undefined) return undefined;
  const said =
    error.message === '' ? error.code : `${error.code} (${error.message.replace(/\.$/, '')})`;
  return fail(
    'refused',
    `Amazon returned ${said}.`,
    keyRemedy(error) ?? registryNamed('ecr').check,
  );
}

function authorizationData(
  text: string,
): { readonly token: unknown; readonly endpoint: string } | undefined {
  const data = parseObject(text)?.['authorizationData'];
  // ECR gives a list, ECR Public one object and no endpoint.
  const first: unknown = Array.isArray(data) ? data[0] : data;
  if (!isObject(first)) return undefined;
  const { authorizationToken: token, proxyEndpoint: endpoint } = first;
  return { token, endpoint: typeof endpoint === 'string' ? endpoint : '' };
}

/** Amazon gives `AWS:PASSWORD` in base64. */
function splitAuth(token: string): { readonly username: string; readonly password: string } {
  const text = Buffer.from(token, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return { username: text.slice(0, Math.max(at, 0)), password: text.slice(at + 1) };
}
