// A password in exchange for the identity token of the job, where a registry has that.

import { parseObject } from '../../ground/json.ts';
import type { RegistryAddress } from '../protocol/address.ts';
import { basicValue } from '../protocol/credential.ts';
import { readNetworkToken } from '../protocol/network-token.ts';
import { type Patience, requestPatiently, unusable } from '../protocol/patience.ts';
import { fail, ok, type Result } from '../protocol/result.ts';
import { reasonIn } from '../protocol/token.ts';
import {
  audienceRefusal,
  dockerHubAudience,
  type IssuedCredential,
  quayAudience,
} from './audience.ts';
import { githubIdentity } from './github-identity.ts';

const identityServer = 'https://identity.docker.com';

/**
 * Docker Hub's OIDC connections: a token exchange (RFC 8693) with the id of the connection.
 * https://docs.docker.com/enterprise/security/oidc-connections/
 */
export async function dockerHubToken(
  patience: Patience,
  organization: string,
  connection: string,
): Promise<Result<IssuedCredential>> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(connection)) {
    return fail(
      'wrong',
      'The OIDC connection of Docker Hub is not a UUID.',
      'Copy its ID from Docker Home, OIDC connections.',
    );
  }
  const identity = await githubIdentity(patience, identityServer);
  if (!identity.ok) return identity;
  const url = `${identityServer}/oauth/token`;
  const result = await requestPatiently(patience, {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      subject_token: identity.value,
      connection_id: connection,
      // The longest that it gives, for builds that push at their end.
      expires_in: '3600',
    }).toString(),
  });
  if (result.kind === 'failure') return unusable(result, url);
  if (result.status === 200) {
    const token = readNetworkToken(patience.host, parseObject(result.text())?.['access_token']);
    return token === undefined
      ? fail('unreachable', 'Docker Hub returned no token.')
      : ok({ kind: 'issued', username: organization, token, audience: dockerHubAudience });
  }
  if (result.status === 429 || result.status >= 500) return unusable(result, url);
  return fail(
    'refused',
    `Docker Hub gives this job no token (HTTP ${result.status}${reasonIn(result.text())}).`,
    'Check the rule of the OIDC connection: its subject must match this repository and ref; the user name is the organization.',
  );
}

/**
 * Robot federation of Quay.
 * https://docs.redhat.com/en/documentation/red_hat_quay/3/html/manage_red_hat_quay/keyless-authentication-robot-accounts
 */
export async function quayToken(
  patience: Patience,
  address: RegistryAddress,
  robot: string,
): Promise<Result<IssuedCredential>> {
  if (!/^[^+\s]+\+[^+\s]+$/.test(robot)) {
    return fail(
      'wrong',
      `${robot} is not a Quay.io robot account.`,
      'The format is ORGANIZATION+NAME.',
    );
  }
  // The identity token has no audience of its own here: who gets it could use it elsewhere.
  const audience = quayAudience(address);
  const elsewhere = audienceRefusal(audience, address);
  if (elsewhere !== undefined) {
    const { failure } = elsewhere;
    const remedy = `Give the robot account its token as the password; or, if ${address.host} is your own Quay with robot federation, also set it as \`realm\`.`;
    return { ok: false, failure: { ...failure, remedy } };
  }
  const identity = await githubIdentity(patience);
  if (!identity.ok) return identity;
  const url = `https://${address.host}/oauth2/federation/robot/token`;
  const result = await requestPatiently(patience, {
    url,
    headers: { authorization: `Basic ${basicValue(robot, identity.value)}` },
  });
  if (result.kind === 'failure') return unusable(result, url);
  if (result.status === 200) {
    const token = readNetworkToken(patience.host, parseObject(result.text())?.['token']);
    return token === undefined
      ? fail('unreachable', `${address.host} returned no token.`)
      : ok({
          kind: 'issued',
          username: robot,
          token,
          audience: {
            what: `The token that ${address.host} gives this job`,
            covers: (host) => host === address.host,
            hosts: address.host,
          },
        });
  }
  if (result.status === 429 || result.status >= 500) return unusable(result, url);
  return fail(
    'refused',
    `${address.host} gives this job no token for ${robot} (HTTP ${result.status}${reasonIn(result.text())}).`,
    'Set up robot federation for the account: issuer https://token.actions.githubusercontent.com, subject repo:OWNER/NAME:ref:REF.',
  );
}
