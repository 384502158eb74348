// The engine's own check of a credential, for registries that it reaches and Node does not.

import { dockerConfigKey } from '../../image/reference.ts';
import type { RegistryLogin } from '../../registry/protocol/login.ts';
import type { Patience } from '../../registry/protocol/patience.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import type { Verdict } from '../../registry/protocol/verify.ts';

/**
 * Undefined where Docker knows no better: absent, or not there either.
 *
 * @param deadline milliseconds since 1970
 */
export async function verifyByDocker(
  { host, deadline }: Patience,
  { address, credential }: RegistryLogin,
): Promise<Result<Verdict> | undefined> {
  if (credential.kind !== 'password' || address.scheme === 'http') return undefined;
  // What `docker login` saves is thrown away with its folder; ours is written once, for all.
  const folder = host.files.makeTemporaryFolder('transship-verify-');
  try {
    const result = await host.exec(
      'docker',
      [
        'login',
        '--username',
        credential.username,
        '--password-stdin',
        dockerConfigKey(address.host),
      ],
      {
        stdin: credential.password,
        env: { DOCKER_CONFIG: folder },
        timeoutMs: Math.max(Math.min(deadline - host.now(), 30_000), 1),
      },
    );
    if (result.kind === 'not-found') return undefined;
    // Some clients end with 0 and no word when they could not ask.
    if (result.exitCode === 0 && /Login Succeeded/.test(result.stdout)) return ok('logged-in');
    if (/unauthorized|incorrect username or password|denied/i.test(result.stderr)) {
      return fail('refused', `${address.host} also rejected the login by Docker.`);
    }
    return undefined;
  } finally {
    host.files.remove(folder);
  }
}
