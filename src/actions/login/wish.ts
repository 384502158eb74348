// A login that somebody wants, before anything is asked of a registry.

import type { LogPlace } from '../../ground/failure.ts';
import type { Registry } from '../../integration/registries.ts';
import type { RegistryLogin } from '../../registry/protocol/login.ts';
import type { Patience } from '../../registry/protocol/patience.ts';
import type { Result } from '../../registry/protocol/result.ts';

export type Wish = {
  /** The integration's name; empty for the other forms. */
  readonly name: string;
  /** For messages: `dockerhub (entry 1, line 1 of shippable.yml)`. */
  readonly label: string;
  readonly place: LogPlace;
  readonly registry: Registry;
  /** The credential is for the machine, not for the booted container. */
  readonly agentOnly: boolean;
  /** One of the entries of a file, of which a job may need others only. */
  readonly isEntry?: true;
  /** Makes the credential, by asking a vendor for a token where it takes one; one for each host, or why there is none. */
  readonly obtain: (patience: Patience) => Promise<readonly Result<RegistryLogin>[]>;
};
