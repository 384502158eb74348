// What git needs to talk to one server with one token: nothing of the machine's own configuration adds credentials, and
// the token is in no argument and no file.

import type { Environment, Host } from '../host.ts';

export type GitAccess = {
  /** `https://github.com`, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** File with the certificates of all authorities to trust; without it, those of the machine. */
  readonly authorities?: string;
};

/** Variables on top of those that every git here gets. git 2.31 is the first that takes its configuration so. */
export function serverEnvironment(host: Host, { url, token, authorities }: GitAccess): Environment {
  const credential = Buffer.from(`x-access-token:${token}`).toString('base64');
  host.mask(credential);
  const settings: readonly (readonly [string, string])[] = [
    // An empty value takes away what the machine's configuration says for this address.
    [`http.${url}/.extraheader`, ''],
    [`http.${url}/.extraheader`, `Authorization: Basic ${credential}`],
    ['http.followRedirects', 'false'],
    ...(authorities === undefined ? [] : [['http.sslCAInfo', authorities] as const]),
    // Less than 1 kB/s for a minute is a connection that hangs.
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '60'],
    ['credential.helper', ''],
    ['core.autocrlf', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['advice.detachedHead', 'false'],
  ];
  return {
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: new URL(url).protocol.slice(0, -1),
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
