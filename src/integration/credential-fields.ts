// The secrets that a converted repository needs for its integrations: what the translator wants to know of the table.

import { registryOfType } from './registries.ts';

export type CredentialField = {
  /** The end of `<NAME>_INTEGRATION_<FIELD>`. */
  readonly name: string;
  /** For the list of secrets. */
  readonly what: string;
};

/** The credential fields of a `type`; undefined for a word that is none. */
export function integrationFields(type: string): readonly CredentialField[] | undefined {
  return registryOfType(type)
    ?.fields.filter(({ asked }) => asked)
    .map(({ names, meaning }) => ({ name: names[0] ?? '', what: meaning }));
}
