import { createHash, createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encipher } from '../../src/secret/cipher.ts';
import { guessUnconfirmed, openEncrypted, seal } from '../../src/secret/encrypted-file.ts';
import { given } from '../given.ts';

// The synthetic vectors of codeship.md 13.2 and 13.3: one key, one IV, one plaintext.
const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => 0xa0 + index));
const plaintext = 'FOO=bar\nBAZ=two words\n';
const v1 = 'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7Q=';
const signedVectors = {
  'L1 sha256':
    'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7SdgSmplMjei2p+rR44cXdmYl4c7MW2JGpsKGh6bTBx2w==',
  'L1 hmac-sha256':
    'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7QH/eF3xwzX4bwzmTBBgcnO5+iTz6WK2k4uT2d1WuoYFg==',
  'L2 sha256':
    'oKGio6SlpqeoqaqrrK2ur901uqZY8MhpCrOMb9K3ntSssWOiiaTl6jYce6QcngjjR/03t474QCSJiqYwEAx9uS/aBdw5Gg==',
  'L3 sha256':
    'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7QBqrtbLki0ZAX4ZOrZvHI0vI9VilfaTDZz/zfgpYrOMA==',
  'L4 sha256':
    'Aaq7Wy5ItGQF+GTq2bxyNLyPVYpX2kw2c/834KWKzjCgoaKjpKWmp6ipqqusra6vmtBOwBTZDgdNCrK4f3yDwP6WUrt3tA==',
  'L5 sha256':
    'oKGio6SlpqeoqaqrrK2urwGqu1suSLRkBfhk6tm8cjS8j1WKV9pMNnP/N+Clis4wmtBOwBTZDgdNCrK4f3yDwP6WUrt3tA==',
};

const open = (text: string, keyText = key) => {
  const result = openEncrypted(text, keyText);
  return result.ok
    ? { ok: true as const, ...result.value, plain: Buffer.from(result.value.plain).toString() }
    : { ok: false as const, ...result.failure };
};

const keys = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));
const ivs = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('v1', () => {
  test('the vector opens', () => {
    expect(open(v1)).toEqual({ ok: true, plain: plaintext, format: 'v1' });
  });

  test('the vector is what sealing gives', () => {
    expect(seal(Buffer.from(plaintext), key, iv)).toEqual({ ok: true, value: v1 });
  });

  test.each([
    ['a newline at the end', `${v1}\n`],
    ['lines wrapped at 20', v1.replace(/(.{20})/g, '$1\r\n')],
    ['spaces around', `  ${v1}  `],
    ['a byte order mark', `\uFEFF${v1}`],
    ['lost padding', v1.replace(/=+$/, '')],
  ])('%s changes nothing', (_, text) => {
    expect(open(text)).toMatchObject({ ok: true, plain: plaintext });
  });

  test('an empty file is sealed as its IV alone', () => {
    const sealed = seal(new Uint8Array(), key, iv);
    expect(sealed).toEqual({ ok: true, value: iv.toString('base64') });
    expect(open(iv.toString('base64'))).toMatchObject({ ok: true, plain: '' });
  });

  test('what is sealed opens again, and with no other key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 40 }),
        keys,
        keys,
        ivs,
        (text, right, wrong, start) => {
          const clean = text.replace(/[^\P{Cc}\n]/gu, '');
          fc.pre(clean.length >= 32 && right !== wrong);
          const sealed = seal(Buffer.from(clean), right, start);
          expect(sealed.ok && open(sealed.value, right)).toMatchObject({
            ok: true,
            plain: clean,
            format: 'v1',
          });
          expect(sealed.ok && open(sealed.value, wrong)).toMatchObject({
            ok: false,
            code: 'wrong-key',
          });
        },
      ),
    );
  });

  test('bytes that are no text need to be asked for', () => {
    const sealed = given(seal(Buffer.from([0, 255, 1, 254]), key, iv));
    expect(open(sealed)).toMatchObject({ ok: false, code: 'wrong-key' });
    expect(openEncrypted(sealed, key, { allowBinary: true })).toMatchObject({
      ok: true,
      value: { plain: Buffer.from([0, 255, 1, 254]) },
    });
  });
});

describe('signed formats', () => {
  test.each(Object.entries(signedVectors))('%s', (layout, body) => {
    const expected = { ok: true, plain: plaintext, layout };
    expect(open(`codeship:v2\n${body}`)).toEqual({ ...expected, format: 'codeship:v2' });
    expect(open(`cloudbees:v1\r\n${body}\n`)).toEqual({ ...expected, format: 'cloudbees:v1' });
    expect(open(`codeship:v2 ${body}`), 'folded into one line').toEqual({
      ...expected,
      format: 'codeship:v2',
    });
    expect(open(`other:v9\n${body}`), 'unknown name').toEqual({ ...expected, format: 'other:v9' });
  });

  test.each(Object.entries(signedVectors))('%s without its header', (layout, body) => {
    expect(open(body)).toEqual({ ok: true, plain: plaintext, layout, format: 'signed' });
  });

  const sealedParts = (text: string, keyText: string) => {
    const bytes = Buffer.from(keyText, 'base64');
    const plain = Buffer.from(text);
    return { bytes, plain, body: Buffer.from(encipher(bytes, iv, plain)) };
  };

  test.each([
    [
      'hmac-sha256 (key text)',
      (p: ReturnType<typeof sealedParts>, k: string) => createHmac('sha256', k).update(p.plain),
    ],
    [
      'hmac-sha256 of iv and ciphertext',
      (p: ReturnType<typeof sealedParts>) =>
        createHmac('sha256', p.bytes).update(iv).update(p.body),
    ],
    [
      'hmac-sha256 of ciphertext',
      (p: ReturnType<typeof sealedParts>) => createHmac('sha256', p.bytes).update(p.body),
    ],
    ['sha512-256', (p: ReturnType<typeof sealedParts>) => createHash('sha512-256').update(p.plain)],
    ['sha3-256', (p: ReturnType<typeof sealedParts>) => createHash('sha3-256').update(p.plain)],
  ])('%s of any text and key, behind the ciphertext', (name, digestOf) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), keys, keys, (text, right, wrong) => {
        fc.pre(text !== '' && right !== wrong);
        const parts = sealedParts(text, right);
        const raw = Buffer.concat([iv, parts.body, digestOf(parts, right).digest()]);
        const file = `codeship:v2\n${raw.toString('base64')}`;
        expect(open(file, right)).toEqual({
          ok: true,
          plain: text,
          layout: `L3 ${name}`,
          format: 'codeship:v2',
        });
        expect(open(file, wrong)).toMatchObject({ ok: false, code: 'unconfirmed' });
      }),
      { numRuns: 25 },
    );
  });

  test('one changed bit is refused', () => {
    for (const [layout, body] of Object.entries(signedVectors)) {
      const raw = Buffer.from(body, 'base64');
      for (let index = 0; index < raw.length; index += 1) {
        // A bit of the IV that the digest doesn't cover changes the text, so the digest notices that as well.
        const damaged = Buffer.from(raw);
        damaged[index] = (damaged[index] ?? 0) ^ 1;
        expect(
          open(`codeship:v2\n${damaged.toString('base64')}`),
          `${layout} ${index}`,
        ).toMatchObject({ ok: false });
      }
    }
  });

  test('a digest that nothing explains: no content, and a remedy', () => {
    const raw = Buffer.concat([
      iv,
      Buffer.from(encipher(Buffer.from(key, 'base64'), iv, Buffer.from(plaintext))),
      Buffer.alloc(32),
    ]);
    const result = open(`codeship:v2\n${raw.toString('base64')}`);
    expect(result).toMatchObject({ ok: false, code: 'unconfirmed' });
    expect(!result.ok && result.message).toMatch(
      /checksum for decrypted data is invalid, corrupt AES key or data/,
    );
    expect(!result.ok && result.message).toMatch(/could not be confirmed.*jet decrypt/);
    const guessed = guessUnconfirmed(`codeship:v2\n${raw.toString('base64')}`, key);
    expect(
      guessed.ok &&
        guessed.value.map(({ plain, layout }) => [layout, Buffer.from(plain).toString()]),
    ).toEqual([['L1', plaintext]]);
  });

  test('a wrong key leaves nothing to guess', () => {
    const other = Buffer.alloc(32, 7).toString('base64');
    expect(guessUnconfirmed(signedVectors['L1 sha256'], other)).toEqual({ ok: true, value: [] });
  });
});

describe('what is not an encrypted file, and what is not a key', () => {
  test.each([
    ['a plain file', 'FOO=bar\n', 'not-encrypted', /not base64/],
    ['too short', 'AAAA', 'not-encrypted', /3 bytes, fewer than 16/],
    ['nothing', '', 'not-encrypted', /0 bytes/],
    ['a header alone', 'codeship:v2\n', 'not-encrypted', /0 bytes/],
    [
      'stray bits at the end',
      'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB==',
      'not-encrypted',
      /not base64/,
    ],
    ['too much padding', `${v1}==`, 'not-encrypted', /not base64/],
    ['the URL alphabet', v1.replaceAll('+', '-'), 'not-encrypted', /not base64/],
  ])('%s', (_, text, code, message) => {
    const result = open(text);
    expect(result).toMatchObject({ ok: false, code });
    expect(!result.ok && result.message).toMatch(message);
  });

  test.each([
    ['no key', ' \n', 'key-missing', /No AES key provided.*CODESHIP_AES_KEY/],
    ['31 bytes', Buffer.alloc(31).toString('base64'), 'key-invalid', /decodes to 31 bytes/],
    ['33 bytes', Buffer.alloc(33).toString('base64'), 'key-invalid', /decodes to 33 bytes/],
    ['hexadecimal', Buffer.alloc(32).toString('hex'), 'key-invalid', /decodes to 48 bytes/],
    ['other text', 'codeship.aes', 'key-invalid', /not base64/],
    [
      'RSA',
      '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----',
      'key-invalid',
      /RSA/,
    ],
  ])('%s', (_, keyText, code, message) => {
    const result = open(v1, keyText);
    expect(result).toMatchObject({ ok: false, code });
    expect(!result.ok && result.message).toMatch(message);
  });

  test.each([
    ['a newline', `${key}\n`],
    ['lost padding', key.replace('=', '')],
    ['carriage return', `${key}\r\n`],
  ])('a key with %s is a key', (_, keyText) => {
    expect(open(v1, keyText)).toMatchObject({ ok: true, plain: plaintext });
  });

  test('no message holds key or content, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.string({ minLength: 12 }), (text, keyText) => {
        const result = openEncrypted(text, keyText);
        if (result.ok) return;
        if (text.trim().length >= 12) expect(result.failure.message).not.toContain(text.trim());
        if (keyText.trim().length >= 12)
          expect(result.failure.message).not.toContain(keyText.trim());
      }),
    );
  });
});

const official = new URL(
  '../../../shared/examples/codeship-tool-examples/11.encrypted-aes/',
  import.meta.url,
);

describe.skipIf(!existsSync(official))('the official example', () => {
  const file = (name: string): string => readFileSync(new URL(name, official), 'utf8');
  const keyFile = new URL('codeship.aes', official);

  test.skipIf(!existsSync(keyFile))('opens with the key beside it', () => {
    const result = open(file('environment.encrypted'), readFileSync(keyFile, 'utf8'));
    expect(result).toMatchObject({ ok: true, format: 'v1' });
    expect(result.ok && result.plain).toMatch(/^FOO=bar\nBAZ=bat$/m);
  });

  test('is v1 by its form, and no foreign key opens it', () => {
    const raw = Buffer.from(file('environment.encrypted'), 'base64');
    expect(raw.length).toBe(16 + 83);
    for (let index = 0; index < 200; index += 1) {
      const foreign = createHash('sha256').update(String(index)).digest('base64');
      expect(open(file('environment.encrypted'), foreign)).toMatchObject({
        ok: false,
        code: 'wrong-key',
      });
    }
  });

  test('its plain file survives sealing', () => {
    const plain = file('environment');
    const sealed = seal(Buffer.from(plain), key, iv);
    expect(sealed.ok && open(sealed.value)).toMatchObject({ ok: true, plain });
  });
});
