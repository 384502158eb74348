// CodeShip's dockercfg files, plain or encrypted, as logins (codeship.md 5.1, 13).

import type { LogPlace } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import { registryOfHost } from '../../integration/registries.ts';
import { parseDockercfg } from '../../registry/docker-config/dockercfg.ts';
import { secretsOf } from '../../registry/protocol/credential.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { findFile, openText } from '../secret-file.ts';
import type { Wish } from './wish.ts';

/** The logins of a file in the workspace, each on its own: an entry without a credential spoils no other. */
export async function dockercfgFileWishes(
  host: Host,
  given: string,
  key: string,
  realms: readonly string[],
): Promise<readonly Result<Wish>[]> {
  const file = findFile(host, given);
  if (!file.ok) return [file];
  const { name, text } = file.value;
  // A plain file is JSON, which no encrypted one can be.
  const plain = /^[\s\uFEFF]*\{/.test(text) ? ok(text) : await openText(host, name, text, key);
  if (!plain.ok) return [plain];
  return dockercfgWishes(host, plain.value, name, { file: name }, realms);
}

/** The logins of a dockercfg text; `source` is where it came from, for messages. */
export function dockercfgWishes(
  host: Host,
  text: string,
  source: string,
  place: LogPlace,
  realms: readonly string[],
): readonly Result<Wish>[] {
  const parsed = parseDockercfg(text);
  if (!parsed.ok) {
    const { failure } = parsed;
    return [fail(failure.kind, `${source}: ${failure.message}`, failure.remedy)];
  }
  const { entries, helpers } = parsed.value;
  if (helpers.length > 0) {
    host.notice(
      `${source}: ${helpers.join(' and ')} refer to programs on the machine where the file was created, and have no effect here.`,
      place,
    );
  }
  if (entries.length === 0) {
    return [fail('wrong', `${source} contains no registry.`, keychainRemedy)];
  }
  return entries.map(({ address: found, credential, problem }): Result<Wish> => {
    const address = realms.length > 0 ? { ...found, realms } : found;
    if (credential === undefined) {
      const message = problem ?? `no credentials for ${address.host}: its entry is empty.`;
      return {
        ok: false,
        failure: {
          kind: 'wrong',
          message: `${source}: ${message}`,
          host: address.host,
          ...(problem === undefined && { remedy: keychainRemedy }),
        },
      };
    }
    for (const secret of secretsOf(credential)) host.mask(secret);
    const account = credential.kind === 'password' ? credential.username : 'token';
    return ok({
      name: '',
      label: `${address.host} (${source})`,
      place,
      registry: registryOfHost(address.host),
      agentOnly: false,
      isEntry: true,
      obtain: async () => [ok({ address, credential, account })],
    });
  });
}

const keychainRemedy =
  'A file that `docker login` wrote on a machine with a keychain holds no passwords: log in on a machine without one, or write the entry with `auth`.';
