// Tokens from a registry's token server.
// https://distribution.github.io/distribution/spec/auth/token/ and .../oauth/

import { defined } from '../../ground/defined.ts';
import { isObject, parseObject } from '../../ground/json.ts';
import { mayReceiveCredential, type RegistryAddress } from './address.ts';
import type { Challenge } from './challenge.ts';
import { basicValue, type Credential } from './credential.ts';
import { readNetworkToken } from './network-token.ts';
import { type Patience, requestPatiently, unusable } from './patience.ts';
import { fail, ok, type Result } from './result.ts';

export type BearerChallenge = Extract<Challenge, { readonly kind: 'bearer' }>;

/** A bearer token, masked; without a credential an anonymous one. `scope` as `repository:NAME:pull`. */
export async function fetchToken(
  patience: Patience,
  address: RegistryAddress,
  challenge: BearerChallenge,
  credential: Credential | undefined,
  scope: string | undefined,
): Promise<Result<string>> {
  if (credential?.kind === 'registry-token') return ok(credential.token);
  const realm = realmUrl(challenge.realm);
  if (realm === undefined) {
    return fail('unreachable', `${address.host} uses a token server that is not an http(s) URL.`);
  }
  if (credential !== undefined && !mayReceiveCredential(address, realm)) {
    return fail(
      'refused',
      `${address.host} asks for the credential at ${realm.origin}, which is another host. It was not sent.`,
      `If ${realm.host} is the token server of your registry, allow it: \`realm: ${realm.host}\`, or NAME_INTEGRATION_REALM=${realm.host} for an integration.`,
    );
  }
  const request = tokenRequest(realm, challenge, credential, scope);
  const result = await requestPatiently(patience, request);
  if (result.kind === 'failure') return unusable(result, request.url);
  if (
    result.status === 401 ||
    result.status === 403 ||
    (result.status === 400 && credential !== undefined)
  ) {
    return fail(
      'refused',
      `${realm.host} returned HTTP ${result.status}${reasonIn(result.text())}.`,
    );
  }
  if (result.status !== 200) return unusable(result, request.url);
  const answer = parseObject(result.text());
  const token = readNetworkToken(patience.host, answer?.['token'] ?? answer?.['access_token']);
  return token === undefined
    ? fail('unreachable', `${realm.host} returned no valid token.`)
    : ok(token);
}

function tokenRequest(
  realm: URL,
  challenge: BearerChallenge,
  credential: Credential | undefined,
  scope: string | undefined,
): {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
} {
  const fields: Record<string, string> = {
    ...defined({ service: challenge.service, scope }),
    client_id: 'transship',
  };
  if (credential?.kind === 'identity-token') {
    const form = { grant_type: 'refresh_token', refresh_token: credential.token, ...fields };
    return {
      url: realm.href,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    };
  }
  const url = new URL(realm);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  if (credential?.kind !== 'password') return { url: url.href, method: 'GET', headers: {} };
  url.searchParams.set('account', credential.username);
  const basic = basicValue(credential.username, credential.password);
  return { url: url.href, method: 'GET', headers: { authorization: `Basic ${basic}` } };
}

/** Only http(s): other schemes have no host and port to judge by. A user name in a URL is nobody's here. */
function realmUrl(text: string): URL | undefined {
  const realm = URL.canParse(text) ? new URL(text) : undefined;
  if (realm === undefined || !/^https?:$/.test(realm.protocol)) return undefined;
  realm.username = '';
  realm.password = '';
  return realm;
}

/** ` (its own words)` from the error answer of a registry or an OAuth server, shortened; empty where it has none. */
export function reasonIn(text: string): string {
  const answer = parseObject(text);
  const errors = answer?.['errors'];
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const words = [
    isObject(first) ? first['message'] : undefined,
    answer?.['error_description'],
    answer?.['details'],
    answer?.['message'],
    answer?.['Message'],
    answer?.['error'],
  ].find((word) => typeof word === 'string' && word.trim() !== '');
  return typeof words === 'string' ? ` (${shownWords(words, 200)})` : '';
}

/** What a server says, for a message: one line of printable characters. */
export function shownWords(text: string, most: number): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, most);
}
