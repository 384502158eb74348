// The plain form: `registry`, `username`, `password`, and `identity` where there is no password.

import { normalizeRegistry } from '../../image/reference.ts';
import { registryNamed, registryOfHost } from '../../integration/registries.ts';
import { fail, ok, type Result } from '../../registry/result.ts';
import type { Wish } from './wish.ts';
import { type FieldValues, type JobAccount, loginMaker } from './wish-of-fields.ts';

export type PlainInputs = {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly identity: string;
  readonly realm: string;
};

export function plainWish(inputs: PlainInputs, github: JobAccount): Result<Wish> {
  const hosts = hostsOf(inputs.registry);
  const label = hosts.join(', ');
  const byHost = registryOfHost(hosts[0] ?? '');
  // A token that another step made is a password like any other.
  const isReady =
    /^(AWS|_json_key|_json_key_base64|oauth2accesstoken)$/.test(inputs.username) &&
    inputs.password !== '';
  const registry = isReady ? registryNamed('private') : byHost;
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

/** One or more registries, as in image names; nothing is Docker Hub. */
function hostsOf(registry: string): readonly string[] {
  const hosts = registry.split(/[\s,]+/).filter((word) => word !== '');
  return hosts.length === 0 ? [normalizeRegistry('')] : hosts.map(normalizeRegistry);
}

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
        hostsOf(registry)[0] === 'ghcr.io' ||
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
