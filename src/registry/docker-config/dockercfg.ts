// Docker's credential files in both shapes (codeship.md 5.1).

import { isObject, parseObject } from '../../ground/json.ts';
import { parseAddress, type RegistryAddress } from '../protocol/address.ts';
import type { Credential } from '../protocol/credential.ts';
import { fail, ok, type Result } from '../protocol/result.ts';

export type DockercfgEntry = {
  /** As it stands in the file. */
  readonly key: string;
  readonly address: RegistryAddress;
  /** Undefined where the entry is empty: the credential stayed in a keychain. */
  readonly credential: Credential | undefined;
  /** What is wrong with the entry, which spoils no other. */
  readonly problem?: string;
};

export type Dockercfg = {
  readonly entries: readonly DockercfgEntry[];
  /** Settings that name programs of the machine where the file was made, such as `credsStore`. */
  readonly helpers: readonly string[];
};

/** What a login by the browser leaves beside Docker Hub's own entry, which is the one that clients use. */
const ofWebLogin = /^(?:https?:\/\/)?index\.docker\.io\/v1\/(?:access|refresh)-token\/?$/;

/**
 * Reads a `.dockercfg` (registries at the top) or a `config.json` (registries under `auths`).
 * What is said about a wrong file holds nothing of its content.
 */
export function parseDockercfg(text: string): Result<Dockercfg> {
  const json = parseObject(text.replace(/^\uFEFF/, '').replace(/[\s\0]+$/, ''));
  if (json === undefined) {
    return fail(
      'wrong',
      'Failed to parse dockercfg: it is not a JSON object.',
      'It has a syntax error, or it was encrypted with an incomplete AES key or the key of another project: encrypt the file again with the key of this project.',
    );
  }
  const auths = json['auths'];
  const helpers = ['credsStore', 'credHelpers'].filter((name) => json[name] !== undefined);
  const isNew = isObject(auths) || helpers.length > 0;
  const records = isNew
    ? Object.entries(isObject(auths) ? auths : {})
    : Object.entries(json).filter(
        ([, value]) =>
          isObject(value) &&
          ('auth' in value || 'email' in value || Object.keys(value).length === 0),
      );
  const entries: DockercfgEntry[] = [];
  for (const [key, value] of records) {
    if (ofWebLogin.test(key)) continue;
    const address = parseAddress(key);
    if (address === undefined || !isObject(value)) {
      return fail('wrong', 'Failed to parse dockercfg: it has an entry that is not a registry.');
    }
    const credential = credentialIn(value);
    if (credential === 'broken') {
      const problem = `Failed to parse dockercfg: \`auth\` of ${address.host} is not base64 of USER:PASSWORD.`;
      entries.push({ key, address, credential: undefined, problem });
    } else entries.push({ key, address, credential });
  }
  return ok({ entries, helpers });
}

function credentialIn(entry: Readonly<Record<string, unknown>>): Credential | undefined | 'broken' {
  const text = (name: string): string => {
    const value = entry[name];
    return typeof value === 'string' ? value : '';
  };
  if (text('identitytoken') !== '') return { kind: 'identity-token', token: text('identitytoken') };
  if (text('registrytoken') !== '') return { kind: 'registry-token', token: text('registrytoken') };
  if (text('auth') === '') {
    const [username, password] = [text('username'), text('password')];
    return username === '' || password === ''
      ? undefined
      : { kind: 'password', username, password };
  }
  // Old clients left a NUL or a line break behind the password.
  const pair = Buffer.from(text('auth'), 'base64')
    .toString('utf8')
    .replace(/[\0\r\n]+$/, '');
  const at = pair.indexOf(':');
  if (at < 1 || at === pair.length - 1) return 'broken';
  return { kind: 'password', username: pair.slice(0, at), password: pair.slice(at + 1) };
}
