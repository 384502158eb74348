// One credential at several registries, each a login of its own.

import type { RegistryAddress } from '../../registry/protocol/address.ts';
import type { Credential } from '../../registry/protocol/credential.ts';
import type { RegistryLogin } from '../../registry/protocol/login.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { type IssuedCredential, issuedLogin } from '../../registry/vendors/audience.ts';

/** A user's own credential goes where the user says; an issued one only to the hosts that it is for. */
export function atAddresses(
  addresses: readonly (RegistryAddress | undefined)[],
  credential: Credential | IssuedCredential,
  account: string,
): readonly Result<RegistryLogin>[] {
  return addresses.map((address) => {
    if (address === undefined) return fail('wrong', 'A host in the list is not a registry.');
    return credential.kind === 'issued'
      ? issuedLogin(address, credential, account)
      : ok({ address, credential, account });
  });
}
