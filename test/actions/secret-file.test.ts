import { expect, test } from 'vitest';
import { isPlainVariables } from '../../src/actions/secret-file.ts';
import { seal } from '../../src/secret/encrypted-file.ts';

test.each(['', 'A=1', 'TOKEN=', 'A: 1\nB=2\n', '# remark\nNAME_OF_A_VARIABLE_OF_24=\n'])(
  '%j is plain',
  (text) => expect(isPlainVariables(text)).toBe(true),
);

test('a ciphertext is none, however its padding looks', () => {
  const key = Buffer.alloc(32, 9).toString('base64');
  for (let length = 1; length < 40; length += 1) {
    for (const start of [0, 4, 255]) {
      const sealed = seal(Buffer.alloc(length, 97), key, Buffer.alloc(16, start));
      expect(sealed.ok && isPlainVariables(sealed.value), `${length} ${start}`).toBe(false);
    }
  }
});
