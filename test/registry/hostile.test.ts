// Text of users and servers that nobody thought of: a result or a failure, never an exception, and no secret in its words.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf, request } from '../../src/host/network/http.ts';
import { familiarName, parseReference } from '../../src/image/reference.ts';
import { parseDockercfg } from '../../src/registry/docker-config/dockercfg.ts';
import { mayReceiveCredential, parseAddress } from '../../src/registry/protocol/address.ts';
import { parseChallenge } from '../../src/registry/protocol/challenge.ts';
import { secretsOf } from '../../src/registry/protocol/credential.ts';
import { readNetworkToken } from '../../src/registry/protocol/network-token.ts';

const awkward = fc.string({
  unit: fc.constantFrom(...'aZ0.:/@[]%$ "\'=,\\{}\r\n\t\0\u0085\u2028\u202e\ufeffé'.split('')),
  maxLength: 40,
});
const text = fc.oneof(awkward, fc.string({ unit: 'binary' }), fc.base64String());

test('a dockercfg of any text', () => {
  const entry = fc.dictionary(
    fc.constantFrom('auth', 'username', 'password', 'identitytoken', 'registrytoken', 'email'),
    fc.oneof(text, fc.integer(), fc.constant(null)),
  );
  const file = fc.oneof(
    text,
    fc.json(),
    fc.dictionary(text, entry).map((auths) => JSON.stringify({ auths })),
    fc.dictionary(text, entry).map((auths) => JSON.stringify(auths)),
  );
  fc.assert(
    fc.property(file, (content) => {
      const parsed = parseDockercfg(content);
      if (!parsed.ok) return;
      for (const { address, credential } of parsed.value.entries) {
        expect(parseAddress(address.host)?.host).toBe(address.host);
        if (credential !== undefined)
          for (const secret of secretsOf(credential)) expect(secret).not.toBe('');
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is read as a token is one line that a header can carry, masked as it is', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.anything()), (value) => {
      const masks: string[] = [];
      const token = readNetworkToken({ mask: (secret) => void masks.push(secret) }, value);
      expect(masks).toEqual(token === undefined ? [] : [token]);
      if (token === undefined) return;
      expect(token).toBe(value);
      expect(problemOf({ url: 'https://a', headers: { authorization: token } })).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('a request of any address and header is an answer or a failure', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, async (address, name, value) => {
      const result = await request(
        // Nobody listens there.
        { url: `http://127.0.0.1:1/${address}`, headers: { [name]: value }, timeoutMs: 2000 },
        {},
      );
      expect(result.kind).toBe('failure');
      if (result.kind === 'failure' && value.length > 8)
        expect(result.message).not.toContain(value);
      expect((await request({ url: `:${address}` }, {})).kind).toBe('failure');
    }),
    { numRuns: 200 },
  );
});

test('a challenge of any text, and a realm that gets a credential, are of http or https', () => {
  fc.assert(
    fc.property(text, text, (header, registry) => {
      const challenge = parseChallenge(`Bearer realm="${header}"`);
      const address = parseAddress(registry);
      if (challenge === undefined || address === undefined || !URL.canParse(challenge.realm))
        return;
      const realm = new URL(challenge.realm);
      if (mayReceiveCredential(address, realm)) expect(realm.protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 2000 },
  );
});

test('an address and an image reference of any text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const address = parseAddress(given);
      if (address !== undefined) {
        expect(URL.canParse(`https://${address.host}/v2/`)).toBe(true);
        expect(new URL(`https://${address.host}/v2/`).pathname).toBe('/v2/');
      }
      const reference = parseReference(given);
      if (!reference.ok) return;
      expect(parseReference(familiarName(reference.value))).toEqual(reference);
    }),
    { numRuns: 3000 },
  );
});
