// `transship tags IMAGE`: the tags of a repository, by the registry's token authentication. A password comes by
// standard input only; without one, what `docker login` left in its configuration is used, or nobody is asked for.

import path from 'node:path';
import type { Io } from '../ground/io.ts';
import type { Host } from '../host/host.ts';
import { type ImageReference, parseReference } from '../image/reference.ts';
import { parseDockercfg } from '../registry/docker-config/dockercfg.ts';
import { withRealm } from '../registry/docker-config/named-addresses.ts';
import { listTags, quayAccessToken } from '../registry/images/tags.ts';
import type { Credential } from '../registry/protocol/credential.ts';
import type { OptionRow } from './command-row.ts';
import { type CommandLine, type Program, wrongUsage } from './program.ts';
import { terminalHost } from './terminal-host.ts';

export const tagsOptions: readonly OptionRow[] = [
  { name: 'username', value: 'NAME', summary: 'Account; its password is read from standard input' },
  {
    name: 'realm',
    value: 'HOST',
    summary: 'Host of the token server, if it is not the registry itself',
  },
  { name: 'access-token', summary: 'Read an access token of Quay.io from standard input' },
];

/** `host` is the outside world; the runner's own in the program. */
const tagsWith =
  (host: (io: Io) => Host): Program =>
  async (line, io) => {
    const image = line.arguments[0] ?? '';
    const parsed = parseReference(image);
    if (!parsed.ok)
      return wrongUsage(io, `\`${image}\` is not an image name: ${parsed.failure.message}`);
    if ('username' in line.options && 'access-token' in line.options) {
      return wrongUsage(io, '--username and --access-token exclude each other');
    }
    const { realm } = line.options;
    const usual = host(io);
    const outside = realm === undefined ? usual : withRealm(usual, parsed.value.host, realm);
    const credential = givenCredential(line, io) ?? machineCredential(parsed.value, outside);
    const tags = await listTags(parsed.value, credential, outside);
    if (tags.ok) {
      io.stdout(tags.value.map((tag) => `${tag}\n`).join(''));
      return 0;
    }
    const { message, remedy } = tags.failure;
    io.stderr(`error: ${message}\n${remedy === undefined ? '' : `  = help: ${remedy}\n`}`);
    return 1;
  };

function givenCredential(line: CommandLine, io: Io): Credential | undefined {
  const { username } = line.options;
  const isToken = 'access-token' in line.options;
  if (username === undefined && !isToken) return undefined;
  const text = Buffer.from(io.stdin())
    .toString('utf8')
    .replace(/\r?\n$/, '');
  return isToken
    ? quayAccessToken(text)
    : { kind: 'password', username: username ?? '', password: text };
}

/** What `docker login` wrote for the host; credentials in a keychain stay there. */
function machineCredential({ host }: ImageReference, outside: Host): Credential | undefined {
  const folder = outside.env['DOCKER_CONFIG'] ?? path.join(outside.env['HOME'] ?? '/', '.docker');
  const text = outside.files.read(path.join(folder, 'config.json'));
  const config = text === undefined ? undefined : parseDockercfg(text);
  if (config?.ok !== true) return undefined;
  return config.value.entries.find(({ address }) => address.host === host)?.credential;
}

export const tagsProgram: Program = tagsWith(terminalHost);
