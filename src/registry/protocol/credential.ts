// What opens a registry.

export type Credential =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** An OAuth2 refresh token, `identitytoken` in Docker's files. */
  | { readonly kind: 'identity-token'; readonly token: string }
  /** A token that is sent as it is, `registrytoken` in Docker's files. */
  | { readonly kind: 'registry-token'; readonly token: string };

/** The value of an `Authorization` header, of `auth` in Docker's files, and of what must never be shown. */
export function basicValue(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** Every text that would give the credential away. */
export function secretsOf(credential: Credential): readonly string[] {
  if (credential.kind !== 'password') return [credential.token];
  return [credential.password, basicValue(credential.username, credential.password)];
}
