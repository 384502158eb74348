// The names in encrypted files, which the plan for moving secrets lists: never a value.

import { expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { sealedNames } from '../../src/secret/sealed-names.ts';
import { given } from '../given.ts';

const keyText = Buffer.alloc(32, 7).toString('base64');
const sealed = (plain: string | Uint8Array, key = keyText): string =>
  given(seal(Buffer.from(plain), key, Buffer.alloc(16, 1)));
const namesIn = (plain: string) => sealedNames(keyText)(sealed(plain));
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('the variables of an environment file; equal values are known as such, and not shown', () => {
  const text = 'A=hunter2hunter\nB=\nC=hunter2hunter\nD=other-secret\n';
  const content = namesIn(text);
  expect(content).toMatchObject({
    kind: 'variables',
    variables: [
      { name: 'A', isEmpty: false },
      { name: 'B', isEmpty: true },
      { name: 'C', isEmpty: false },
      { name: 'D', isEmpty: false },
    ],
  });
  if (content.kind !== 'variables') throw new Error(content.kind);
  const [a, b, c, d] = content.variables.map(({ same }) => same);
  expect(c).toBe(a);
  expect(new Set([a, b, d]).size).toBe(3);
  expect(JSON.stringify(content)).not.toMatch(/hunter2|other-secret/);
});

test('equal values of several files are known as such, too, in one run alone', () => {
  const read = sealedNames(keyText);
  const sameIn = (open: typeof read, text: string) => {
    const content = open(sealed(text));
    return content.kind === 'variables' ? content.variables[0]?.same : undefined;
  };
  expect(sameIn(read, 'A=hunter2hunter\n')).toBe(sameIn(read, 'B=hunter2hunter\nC=x\n'));
  // Nobody who guesses a value can compare it with what a report shows.
  expect(sameIn(sealedNames(keyText), 'A=x1\n')).not.toBe(sameIn(read, 'A=x1\n'));
});

test.each([
  ['a token alone', 'ghp_sometoken\n'],
  ['base64 alone, whose padding looks like the end of a name', 'QUJDREVGRw==\n'],
  ['nothing', ''],
  ['JSON that ends too early', '{"auths": {"h": {"auth": "'],
])('%s has no names', (_what, text) => {
  expect(namesIn(text)).toEqual({ kind: 'other' });
});

test('what the key does not open is said to be closed, and why', () => {
  const other = Buffer.alloc(32, 8).toString('base64');
  const content = sealedNames(keyText)(sealed('A=hunter2hunter\nB=hunter3hunter\n', other));
  expect(content).toMatchObject({ kind: 'closed', why: expect.stringMatching(/key/) });
});

const accounts = {
  'https://index.docker.io/v1/': { auth: base64('bob:pass:word'), email: 'b@example.test' },
  'quay.io': { username: 'acme+robot', password: 'hunter2hunter' },
  'acme.azurecr.io': { auth: base64('00000000-0000:'), identitytoken: 'Idt0ken' },
  'ghcr.io': { identitytoken: 'Idt0ken' },
};

test.each([
  ['at the top', accounts],
  ['below `auths`', { auths: accounts, credsStore: 'desktop' }],
])('the registries and users of a dockercfg with its registries %s', (_what, file) => {
  const content = namesIn(`\n  ${JSON.stringify(file, null, 2)}\n`);
  expect(content).toMatchObject({
    kind: 'accounts',
    accounts: [
      { host: 'https://index.docker.io/v1/', user: 'bob' },
      { host: 'quay.io', user: 'acme+robot' },
      { host: 'acme.azurecr.io', user: '00000000-0000' },
      { host: 'ghcr.io', user: '' },
    ],
  });
  expect(JSON.stringify(content)).not.toMatch(/pass:word|hunter2|Idt0ken/);
});

test('entries without an account are none: tokens of the registry, stores, an address of mail alone', () => {
  const file = {
    'https://index.docker.io/v1/access-token': { auth: base64('bob:x1') },
    'https://index.docker.io/v1/refresh-token': { auth: base64('bob:x1') },
    'https://index.docker.io/v1/access-token/': { auth: base64('eve:x1') },
    'quay.io': { email: 'b@example.test' },
    'gcr.io': { auth: 5 },
    'ghcr.io': null,
    credsStore: 'desktop',
  };
  expect(namesIn(JSON.stringify(file))).toMatchObject({
    kind: 'accounts',
    accounts: [{ user: 'eve' }],
  });
});

test('equal accounts are known as such', () => {
  const account = { auth: base64('bob:pass-word') };
  const content = namesIn(
    JSON.stringify({ a: account, b: account, c: { auth: base64('bob:other') } }),
  );
  if (content.kind !== 'accounts') throw new Error(content.kind);
  const [a, b, c] = content.accounts.map(({ same }) => same);
  expect(b).toBe(a);
  expect(c).not.toBe(a);
});
