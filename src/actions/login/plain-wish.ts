// The plain form: `registry`, `username`, `password`, and `identity` where there is no password.

import { dockerHub, normalizeRegistry } from '../../image/reference.ts';
import { type Registry, registryNamed, registryOfHost } from '../../integration/registries.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import type { Wish } from './wish.ts';
import { type FieldValues, type JobAccount, loginMaker } from './wish-of-fields.ts';

export type PlainInputs = {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly identity: string;
  readonly realm: string;
};

/**
 * One for each kind of registry among the addresses, for each has its own way in and its own reasons to say no. What takes
 * the place of a password is made for the first of them, which refuses the others.
 */
export function plainWishes(inputs: PlainInputs, github: JobAccount): readonly Result<Wish>[] {
  const groups = new Map<Registry, string[]>();
  const all = addressesOf(inputs.registry);
  for (const address of all) {
    const named = inputs.password === '' ? (all[0] ?? address) : address;
    const kind = registryOfHost(normalizeRegistry(named));
    groups.set(kind, [...(groups.get(kind) ?? []), address]);
  }
  return [...groups].map(([kind, addresses]) => {
    const wish = plainWish({ ...inputs, registry: addresses.join(' ') }, kind, github);
    const host = addresses.map(normalizeRegistry).join(' ');
    return wish.ok ? wish : { ok: false, failure: { ...wish.failure, host } };
  });
}

function plainWish(inputs: PlainInputs, byHost: Registry, github: JobAccount): Result<Wish> {
  const hosts = addressesOf(inputs.registry).map(normalizeRegistry);
  const label = hosts.join(', ');
  const account = unquoted(inputs.username);
  if (account !== inputs.username && /^_json_key|^AWS$|^oauth2accesstoken$/.test(account)) {
    return fail(
      'wrong',
      `${label}: the quotes in \`username\` are part of its value.`,
      `Write \`username: ${account}\`.`,
    );
  }
  // A token that another step made is a password like any other.
  const isReady =
    /^(AWS|_json_key|_json_key_base64|oauth2accesstoken)$/.test(inputs.username) &&
    inputs.password !== '';
  const registry = isReady ? registryNamed('private') : byHost;
  if (inputs.username === '_json_key' && isReady && !/^\s*\{/.test(inputs.password)) {
    const quotes = /^\s*["']/.test(inputs.password);
    return fail(
      'wrong',
      `${label}: the password of \`_json_key\` is not a JSON object${quotes ? ': it is in quotes' : ''}.`,
      quotes
        ? 'Store the downloaded file itself as the secret, without quotes around it.'
        : 'Store the whole downloaded file as the secret. If it is in base64, use `username: _json_key_base64`.',
    );
  }
  const values = {
    ...valuesFor(registry.login, inputs, registry.keyless),
    URL: inputs.registry || hosts[0],
  };
  const maker = loginMaker({
    registry,
    values,
    github,
    fieldName: (field) => inputNames[field] ?? field.toLowerCase(),
  });
  if (!maker.ok) {
    const { failure } = maker;
    return fail(failure.kind, `${label}: ${failure.message}`, failure.remedy);
  }
  return ok({
    name: '',
    label,
    place: {},
    registry: isReady ? byHost : registry,
    agentOnly: false,
    obtain: maker.value,
  });
}

/** One or more registries, as they are written; nothing is Docker Hub. */
function addressesOf(registry: string): readonly string[] {
  const words = registry.split(/[\s,]+/).filter((word) => word !== '');
  return words.length === 0 ? [dockerHub] : words;
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/** By which input a field is given in the plain form. */
const inputNames: Readonly<Record<string, string>> = {
  URL: '`registry`',
  USERNAME: '`username`',
  PASSWORD: '`password`',
  AWS_ACCESS_KEY_ID: '`username`',
  AWS_SECRET_ACCESS_KEY: '`password`',
  JSON_KEY: '`password`',
  ROLE: '`identity`',
  WORKLOADIDENTITYPROVIDER: '`identity`',
  SERVICEACCOUNT: '`username`',
  CONNECTIONID: '`identity`',
};

/** An input that is empty counts as not given only where something else can take its place. */
function valuesFor(
  login: 'password' | 'aws' | 'google',
  { registry, username, password, identity, realm }: PlainInputs,
  keyless: 'docker-hub' | 'quay' | undefined,
): FieldValues {
  const given = (text: string): string | undefined => (text === '' ? undefined : text);
  switch (login) {
    case 'aws': {
      const keysMayBeAbsent = username === '' && password === '';
      return {
        AWS_ACCESS_KEY_ID: keysMayBeAbsent ? undefined : username,
        AWS_SECRET_ACCESS_KEY: keysMayBeAbsent ? undefined : password,
        ROLE: given(identity),
      };
    }
    case 'google':
      return {
        JSON_KEY: identity === '' ? password : undefined,
        WORKLOADIDENTITYPROVIDER: given(identity),
        SERVICEACCOUNT: given(username),
      };
    case 'password': {
      const otherWay =
        identity !== '' ||
        addressesOf(registry).map(normalizeRegistry)[0] === 'ghcr.io' ||
        (keyless === 'quay' && username.includes('+'));
      return {
        USERNAME: username,
        PASSWORD: otherWay ? given(password) : password,
        CONNECTIONID: given(identity),
        REALM: realm,
      };
    }
  }
}
