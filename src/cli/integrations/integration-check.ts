// Whether a credential opens its registry, before anything is said of secrets: asked of the registry, of Amazon, or of Google.

import type { Io } from '../../ground/io.ts';
import type { Host } from '../../host/host.ts';
import type { Registry } from '../../integration/registries.ts';
import { parseAddress, type RegistryAddress } from '../../registry/protocol/address.ts';
import { type Patience, patience } from '../../registry/protocol/patience.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { type Verdict, verifyCredential } from '../../registry/protocol/verify.ts';
import { type CommandLine, type ExitCode, wrongUsage } from '../program.ts';

export const howToCheck = ({ login }: Registry): string => howTo[login];

const howTo: Readonly<Record<Registry['login'], string>> = {
  password: '`--username NAME` checks it, with the password on standard input.',
  aws: '`--username ACCESS-KEY-ID` checks it, with the secret access key on standard input. A role is checked by the login of the first run.',
  google:
    '`--username _json_key` checks a key, with its file on standard input. A provider is checked by the login of the first run.',
};

/** Undefined where nothing was given to check. */
export async function checkCredential(
  registry: Registry,
  options: CommandLine['options'],
  io: Io,
  host: Host,
): Promise<ExitCode | undefined> {
  const { username, url } = options;
  if (username === undefined) return undefined;
  const place = url ?? registry.hosts?.[0];
  const address = place === undefined ? undefined : parseAddress(place);
  if (address === undefined && (registry.login !== 'aws' || place !== undefined)) {
    return wrongUsage(
      io,
      url === undefined
        ? `\`${registry.types[0]}\` needs \`--url ADDRESS\` for the check`
        : '`--url` is not a registry address',
    );
  }
  if (registry.login === 'google' && username !== '_json_key') {
    return wrongUsage(
      io,
      `\`--username\` is \`_json_key\` for ${registry.product}, and the file of the key goes to standard input`,
    );
  }
  const secret = Buffer.from(io.stdin())
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (secret === '')
    return wrongUsage(io, 'the password is read from standard input, which is empty');
  const given = { username, secret, env: io.env, address };
  const verdict = await verdictOf[registry.login](patience(host, 60), given);
  if (!verdict.ok) {
    io.stderr(
      `error: ${verdict.failure.message}\n  = help: ${verdict.failure.remedy ?? registry.check}\n`,
    );
    return 1;
  }
  const who = verdict.value.host;
  io.stdout(
    verdict.value.verdict === 'logged-in'
      ? `${who} takes the credential.\n`
      : `${who} lets everyone in, so that nothing can be said about the credential.\n`,
  );
  return 0;
}

type Given = {
  readonly username: string;
  readonly secret: string;
  readonly env: Io['env'];
  readonly address: RegistryAddress | undefined;
};

type Checked = Result<{ readonly host: string; readonly verdict: Verdict }>;

const nowhere = fail('wrong', 'There is no address to check the credential at.');

const verdictOf: Readonly<
  Record<Registry['login'], (patience: Patience, given: Given) => Promise<Checked>>
> = {
  password: async (patience, { username, secret, address }) => {
    if (address === undefined) return nowhere;
    const credential = { kind: 'password', username, password: secret } as const;
    const verdict = await verifyCredential(patience, address, credential);
    return verdict.ok ? ok({ host: address.host, verdict: verdict.value }) : verdict;
  },
  /** Amazon gives a token for the keys, or says why not; that is the login. */
  aws: async (patience, { username, secret, env, address }) => {
    const { ecrLogins } = await import('../../registry/vendors/ecr.ts');
    const [login] = await ecrLogins(patience, {
      identity: {
        keys: {
          accessKey: username,
          secretKey: secret,
          ...(env['AWS_SESSION_TOKEN'] ? { sessionToken: env['AWS_SESSION_TOKEN'] } : {}),
        },
      },
      region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1',
      hosts: address === undefined ? [] : [address.host],
      accounts: [],
    });
    if (login === undefined) return nowhere;
    return login.ok ? ok({ host: login.value.address.host, verdict: 'logged-in' }) : login;
  },
  google: async (patience, { secret, address }) => {
    if (address === undefined) return nowhere;
    const { googleCredential } = await import('../../registry/vendors/google.ts');
    const made = await googleCredential(patience, { key: secret });
    if (!made.ok) return made;
    const { credential } = made.value;
    // Google gave a token for the key, which is the check.
    if (credential.kind === 'issued') return ok({ host: address.host, verdict: 'logged-in' });
    const verdict = await verifyCredential(patience, address, credential);
    return verdict.ok ? ok({ host: address.host, verdict: verdict.value }) : verdict;
  },
};
