import { expect, test } from 'vitest';
import { parseDockercfg } from '../../src/registry/docker-config/dockercfg.ts';
import { given } from '../given.ts';

const auth = (pair: string): string => Buffer.from(pair).toString('base64');
const bob = { kind: 'password', username: 'bob', password: 'pa:ss' };

const entriesOf = (value: unknown) => {
  const parsed = given(parseDockercfg(typeof value === 'string' ? value : JSON.stringify(value)));
  return parsed.entries;
};

test('the old format: registries at the top', () => {
  expect(
    entriesOf({ 'https://index.docker.io/v1/': { auth: auth('bob:pa:ss'), email: 'a@b' } }),
  ).toEqual([
    {
      key: 'https://index.docker.io/v1/',
      address: { host: 'docker.io', scheme: 'https' },
      credential: bob,
    },
  ]);
});

test('the new format: registries under auths, several of them', () => {
  const entries = entriesOf({
    auths: {
      'quay.io': { auth: auth('bob:pa:ss') },
      'https://reg.net/v1/': { username: 'bob', password: 'pa:ss' },
    },
    HttpHeaders: { 'User-Agent': 'Docker-Client/17' },
  });
  expect(entries.map(({ address, credential }) => [address.host, credential])).toEqual([
    ['quay.io', bob],
    ['reg.net', bob],
  ]);
});

test('the old format: what is no registry is none', () => {
  const entries = entriesOf({
    'quay.io': { auth: auth('bob:pa:ss') },
    'b.io': { email: 'a@b' },
    'c.io': {},
    detachKeys: 'ctrl-q',
    proxies: { default: {} },
    list: [],
    nothing: null,
  });
  expect(entries.map(({ key, credential }) => [key, credential])).toEqual([
    ['quay.io', bob],
    ['b.io', undefined],
    ['c.io', undefined],
  ]);
});

test('the new format is one without any registry, too', () => {
  expect(parseDockercfg('{"credHelpers": {"a.io": "x"}, "b.io": {"auth": "eDp5"}}')).toEqual({
    ok: true,
    value: { entries: [], helpers: ['credHelpers'] },
  });
  expect(parseDockercfg('{}')).toEqual({ ok: true, value: { entries: [], helpers: [] } });
});

test('an entry with half of a credential has none', () => {
  const entries = entriesOf({
    auths: { 'a.io': { username: 'bob' }, 'b.io': { password: 'x' }, 'c.io': { auth: 7 } },
  });
  expect(entries.map(({ credential, problem }) => [credential, problem])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test.each([':pass', 'bob:', 'bob'])('%j is no pair of name and password', (pair) => {
  expect(entriesOf({ 'quay.io': { auth: auth(pair) } })[0]).toMatchObject({
    credential: undefined,
    problem: 'Failed to parse dockercfg: `auth` of quay.io is not base64 of USER:PASSWORD.',
  });
});

test('an entry under auths that is no object is told', () => {
  expect(parseDockercfg('{"auths": {"quay.io": "x"}}')).toMatchObject({
    failure: { message: 'Failed to parse dockercfg: it has an entry that is not a registry.' },
  });
});

test('a NUL or a line break behind the password is not part of it', () => {
  for (const end of ['\0', '\0\0', '\n', '\r\n']) {
    expect(entriesOf({ 'quay.io': { auth: auth(`bob:pa:ss${end}`) } })[0]?.credential).toEqual(bob);
  }
});

test('tokens', () => {
  const entries = entriesOf({
    auths: { 'a.io': { auth: auth('x:'), identitytoken: 'i' }, 'b.io': { registrytoken: 'r' } },
  });
  expect(entries.map(({ credential }) => credential)).toEqual([
    { kind: 'identity-token', token: 'i' },
    { kind: 'registry-token', token: 'r' },
  ]);
});

test('an empty entry, as a keychain leaves it', () => {
  const parsed = parseDockercfg(
    JSON.stringify({ auths: { 'quay.io': {} }, credsStore: 'osxkeychain' }),
  );
  expect(parsed).toMatchObject({
    ok: true,
    value: { entries: [{ credential: undefined }], helpers: ['credsStore'] },
  });
});

test('white space, a byte order mark and NULs around the text', () => {
  expect(entriesOf(`\uFEFF{"quay.io": {"auth": "${auth('bob:pa:ss')}"}}\n\0`)).toHaveLength(1);
  expect(entriesOf(`{"quay.io": {"auth": "${auth('bob:pa:ss')}"}}\0\0\n\n`)).toHaveLength(1);
});

test.each([
  ['no JSON', 'secret {'],
  ['two values', '{"quay.io": {"auth": "c2VjcmV0OnNlY3JldA=="}} secret'],
  ['a list', '["secret"]'],
  ['no host', '{"auths": {"secret secret": {"auth": "YTpi"}}}'],
])('%s is told without its content', (_what, text) => {
  const parsed = parseDockercfg(text);
  expect(parsed).toMatchObject({
    ok: false,
    failure: { kind: 'wrong', message: expect.stringMatching(/^Failed to parse dockercfg: /) },
  });
  expect(JSON.stringify(parsed)).not.toContain('secret');
});

test('a bad auth is told without its content, and spoils no other entry', () => {
  const good = Buffer.from('u:p').toString('base64');
  const parsed = parseDockercfg(`{"quay.io": {"auth": "c2VjcmV0"}, "a.corp": {"auth": "${good}"}}`);
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      entries: [
        { credential: undefined, problem: expect.stringMatching(/^Failed to parse dockercfg: /) },
        { credential: { username: 'u' } },
      ],
    },
  });
  expect(JSON.stringify(parsed)).not.toContain('c2VjcmV0');
});

test('what a login by the browser leaves beside the entry of Docker Hub is not an entry', () => {
  const auth = Buffer.from('u:p').toString('base64');
  const hub = 'https://index.docker.io/v1/';
  const auths = {
    [`${hub}access-token`]: { auth },
    [hub]: { auth },
    [`${hub}refresh-token`]: { auth },
  };
  expect(parseDockercfg(JSON.stringify({ auths }))).toMatchObject({
    ok: true,
    value: { entries: [{ key: hub }] },
  });
});
