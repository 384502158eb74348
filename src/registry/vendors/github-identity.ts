// The identity token of the job (OpenID Connect).
// https://docs.github.com/actions/reference/security/oidc

import { parseObject } from '../../ground/json.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';

/** A token that says to `audience` which job this is; without an audience, to the repository's owner. */
export async function githubIdentity(
  patience: Patience,
  audience?: string,
): Promise<Result<string>> {
  const { host } = patience;
  const url = host.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const token = host.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!url || !token || !URL.canParse(url)) {
    return fail(
      'missing',
      'The job has no identity token.',
      'Give it `permissions: id-token: write`. Pull requests from forks never get one.',
    );
  }
  const asked = new URL(url);
  if (audience !== undefined) asked.searchParams.set('audience', audience);
  const result = await requestPatiently(patience, {
    url: asked.href,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  if (result.kind === 'failure' || result.status !== 200) return unusable(result, asked.href);
  const value = readNetworkToken(host, parseObject(result.text())?.['value']);
  return value === undefined
    ? fail('unreachable', `${asked.host} returned no identity token.`)
    : ok(value);
}
