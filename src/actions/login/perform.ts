// Carries a wish out: makes the credential, asks the registry whether it opens it.

import { defined } from '../../ground/defined.ts';
import type { Host } from '../../host/host.ts';
import { dockerHub } from '../../image/reference.ts';
import { registryOfHost } from '../../integration/registries.ts';
import { secretsOf } from '../../registry/protocol/credential.ts';
import type { RegistryLogin } from '../../registry/protocol/login.ts';
import { patience } from '../../registry/protocol/patience.ts';
import type { RegistryFailure } from '../../registry/protocol/result.ts';
import { type Verdict, verifyCredential } from '../../registry/protocol/verify.ts';
import { failureOf } from '../program.ts';
import { verifyByDocker } from './verify-by-docker.ts';
import type { Wish } from './wish.ts';

export type Performed = {
  readonly wish: Wish;
  readonly logins: readonly (RegistryLogin & { readonly state: Verdict })[];
  /** Of the wish itself, or of single hosts. */
  readonly failures: readonly (RegistryFailure & { readonly isBug?: true })[];
};

/** @param seconds the budget of each registry, from now on */
export async function perform(host: Host, wish: Wish, seconds: number): Promise<Performed> {
  try {
    return await performOrThrow(host, wish, seconds);
  } catch (error) {
    // Whatever it is, it is this login's: the others go on.
    const { message, remedy, isBug } = failureOf(error);
    return {
      wish,
      logins: [],
      failures: [
        {
          kind: 'wrong',
          message: `${wish.label}: ${message}`,
          ...defined({ remedy }),
          ...(isBug === true && { isBug }),
        },
      ],
    };
  }
}

async function performOrThrow(host: Host, wish: Wish, seconds: number): Promise<Performed> {
  const budget = patience(host, seconds);
  const obtained = await wish.obtain(budget);
  const verified = await Promise.all(
    obtained.map(async (result) => {
      if (!result.ok) return result;
      const login = result.value;
      for (const secret of secretsOf(login.credential)) host.mask(secret);
      const verdict = await verifyCredential(budget, login.address, login.credential);
      if (verdict.ok || !mayDockerKnowBetter(verdict.failure)) return { login, verdict };
      return { login, verdict: (await verifyByDocker(budget, login)) ?? verdict };
    }),
  );
  const logins: (RegistryLogin & { readonly state: Verdict })[] = [];
  const failures: Performed['failures'][number][] = [];
  for (const one of verified) {
    if ('failure' in one) {
      failures.push({ ...one.failure, message: `${wish.label}: ${one.failure.message}` });
      continue;
    }
    const { login, verdict } = one;
    if (verdict.ok) logins.push({ ...login, state: verdict.value });
    else failures.push({ ...explain(wish, login, verdict.failure), host: login.address.host });
  }
  return { wish, logins, failures };
}

/** The engine may have a route, a name or a certificate that this process does not. */
function mayDockerKnowBetter({ reason }: RegistryFailure): boolean {
  return (
    reason !== undefined && ['unknown-host', 'refused', 'certificate', 'proxy'].includes(reason)
  );
}

function explain(
  wish: Wish,
  { address, account }: RegistryLogin,
  failure: RegistryFailure,
): RegistryFailure {
  const name = address.host === dockerHub ? 'Docker Hub' : address.host;
  const at = wish.label.startsWith(address.host)
    ? wish.label.replace(address.host, name)
    : `${name} for ${wish.label}`;
  return {
    ...failure,
    message: `Login as ${account} to ${at} failed. ${failure.message}`,
    ...remedyOf(wish, address.host, account, failure),
  };
}

/** What the failure says itself; else, where the registry said no, what to check there. */
function remedyOf(
  { registry, name }: Wish,
  host: string,
  account: string,
  { remedy, kind }: RegistryFailure,
): { readonly remedy?: string } {
  if (remedy !== undefined) return { remedy };
  if (kind !== 'refused') return {};
  if (host === dockerHub && account.includes('@')) {
    return {
      remedy:
        'Docker Hub needs the Docker ID instead of the email address, and a password or access token of that account.',
    };
  }
  if (account.includes(':')) {
    return {
      remedy:
        'A user name with `:` cannot be sent to a registry: the text after it would be taken for the password. Check that the input only contains the name.',
    };
  }
  const byHost = registryOfHost(host);
  // A product on a host of one's own is known by the `type` of its integration alone.
  const isNamed = name !== '' && registry.hosts === undefined;
  return { remedy: (byHost.id === 'private' && isNamed ? registry : byHost).check };
}
