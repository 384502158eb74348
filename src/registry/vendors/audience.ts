// For which hosts a token is that is not the user's own: that of the job, an identity token, what a vendor gave for them.
// It is said where the token is made, and nothing that an input says widens it.

import type { Environment } from '../../host/host.ts';
import { isLoopback, type RegistryAddress } from '../protocol/address.ts';
import { parseEcrHost } from '../protocol/ecr-hosts.ts';
import type { RegistryLogin } from '../protocol/login.ts';
import { fail, ok, type Result } from '../protocol/result.ts';

export type Audience = {
  /** For people, as the subject of a sentence: `The token of the job`. */
  readonly what: string;
  /** Whether a registry, as in image names, is meant. */
  readonly covers: (host: string) => boolean;
  /** For people: `ghcr.io`. */
  readonly hosts: string;
};

/** A user name and a token that somebody else issued. It becomes a login by `issuedLogin` alone. */
export type IssuedCredential = {
  readonly kind: 'issued';
  readonly username: string;
  readonly token: string;
  readonly audience: Audience;
};

/** The one way from an issued token to a login: at a host that it is for, by TLS, with no other token server than its own. */
export function issuedLogin(
  address: RegistryAddress,
  { username, token, audience }: IssuedCredential,
  account: string,
): Result<RegistryLogin> {
  const refusal = audienceRefusal(audience, address);
  if (refusal !== undefined) return refusal;
  return ok({
    address: { host: address.host },
    credential: { kind: 'password', username, password: token },
    account,
  });
}

/** Why a token is not sent to a host; undefined where it is for it. */
export function audienceRefusal(
  { what, covers, hosts }: Audience,
  { host, scheme }: RegistryAddress,
): Extract<Result<never>, { readonly ok: false }> | undefined {
  if (covers(host) && (scheme !== 'http' || isLoopback(host))) return undefined;
  const failure = fail(
    'wrong',
    `${what} is for ${hosts}. It is not sent to ${scheme === 'http' ? `http://${host}` : host}.`,
    `Give ${host} a user name and a password or token of its own, in a separate login.`,
  );
  return { ...failure, failure: { ...failure.failure, host } };
}

/** The job's own GITHUB_TOKEN: GitHub's registry for github.com, and that of the own server for all others. */
export function jobTokenAudience(env: Environment): Audience {
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const name = URL.canParse(server) ? new URL(server).hostname : '';
  // docker.pkg.github.com was there before ghcr.io; servers of one's own say docker.HOST and containers.HOST.
  const hosts =
    name === 'github.com'
      ? ['ghcr.io', 'docker.pkg.github.com']
      : [`containers.${name}`, `docker.${name}`];
  return {
    what: 'The token of the job',
    covers: (host) => name !== '' && hosts.includes(host),
    hosts: hosts[0] ?? '',
  };
}

export const dockerHubAudience: Audience = {
  what: 'The token that Docker Hub gives this job',
  covers: (host) => host === 'docker.io' || host === 'dhi.io',
  hosts: 'Docker Hub',
};

/** Google's tokens open whole projects, not only registries. */
export const googleAudience: Audience = {
  what: 'The token that Google gives this job',
  covers: (host) => /^(?:[a-z]+\.)?gcr\.io$|^[a-z0-9-]+-docker\.pkg\.dev$/.test(host),
  hosts: 'gcr.io and pkg.dev',
};

/** The hosts that Quay's robot federation is asked at: its own, or one that the input names as a token server too. */
export function quayAudience(address: RegistryAddress): Audience {
  const named = (address.realms ?? []).map((realm) => realm.toLowerCase());
  return {
    what: 'The identity token of the job',
    covers: (host) => host === 'quay.io' || (host === address.host && named.includes(host)),
    hosts: `quay.io, and for a Quay of your own the host that \`realm\` names`,
  };
}

/** @param endpoint the API that was asked, where an AWS_ENDPOINT_URL variable names it; its registries may be anywhere */
export function ecrAudience(endpoint: string | undefined): Audience {
  const own =
    endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint).hostname : undefined;
  return {
    what: 'The token that Amazon gives this job',
    covers: (host) => {
      const name = host.replace(/:\d+$/, '');
      if (parseEcrHost(host) !== undefined) return true;
      return own !== undefined && (name === own || name.endsWith(`.${own}`));
    },
    hosts: 'the registries of Amazon',
  };
}
