// What an encrypted text was found to hold: names, never values.

type SealedVariable = {
  readonly name: string;
  /** Nothing stands behind the sign: no secret is needed for that. */
  readonly isEmpty: boolean;
  /** Equal for equal values, as long as the program runs; says nothing else. */
  readonly same: string;
};

export type SealedAccount = { readonly host: string; readonly user: string; readonly same: string };

export type SealedContent =
  | { readonly kind: 'variables'; readonly variables: readonly SealedVariable[] }
  | { readonly kind: 'accounts'; readonly accounts: readonly SealedAccount[] }
  | { readonly kind: 'other' }
  /** The key does not open it. */
  | { readonly kind: 'closed'; readonly why: string };
