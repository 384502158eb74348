import type { RegistryAddress } from './address.ts';
import type { Credential } from './credential.ts';

/** A credential and the registry that it is for. */
export type RegistryLogin = {
  readonly address: RegistryAddress;
  readonly credential: Credential;
  /** For people: whose credential it is. */
  readonly account: string;
};
