// The `Authorization` header that a registry wants, found out from its answer to a request without one.

import type { HttpResponse } from '../../host/host.ts';
import type { RegistryAddress } from './address.ts';
import { parseChallenge } from './challenge.ts';
import { basicValue, type Credential } from './credential.ts';
import type { Patience } from './patience.ts';
import { fail, ok, type Result } from './result.ts';
import { fetchToken } from './token.ts';

/**
 * Undefined for a registry that wants none.
 *
 * @param credential undefined asks as anybody
 * @param scope `repository:NAME:ACTIONS`
 */
export async function authorize(
  patience: Patience,
  address: RegistryAddress,
  answer: HttpResponse,
  credential: Credential | undefined,
  scope: string,
): Promise<Result<string | undefined>> {
  if (answer.status === 200) return ok(undefined);
  const challenge =
    answer.status === 401 ? parseChallenge(answer.headers['www-authenticate']) : undefined;
  if (challenge === undefined) {
    return fail(
      'unreachable',
      `${address.host} does not answer like a registry (HTTP ${answer.status}).`,
    );
  }
  if (challenge.kind === 'basic') {
    if (credential?.kind !== 'password') return fail('refused', 'no basic auth credentials');
    return ok(`Basic ${basicValue(credential.username, credential.password)}`);
  }
  const token = await fetchToken(patience, address, challenge, credential, scope);
  if (!token.ok) return token;
  return ok(`Bearer ${token.value}`);
}
