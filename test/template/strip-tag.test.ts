import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripTag } from '../../src/template/strip-tag.ts';

test.each([
  ['feature/login-2', 'featurelogin-2', ['/']],
  ['v1.2+b7', 'v1.2b7', ['+']],
  ['sandbox-app.v0.2.6', 'sandbox-app.v0.2.6', []],
  ['a/b/c#d', 'abcd', ['/', '#']],
  ['über 😀', 'ber', ['ü', ' ', '😀']],
])('%s becomes %s', (text, tag, removed) => {
  expect(stripTag(text)).toEqual({ tag, removed, leading: '', cut: '' });
});

test('a tag begins with neither a dot nor a dash', () => {
  expect(stripTag('/.-x.')).toEqual({ tag: 'x.', removed: ['/'], leading: '.-', cut: '' });
});

test('a tag has 128 characters at most', () => {
  const { tag, cut } = stripTag(`${'a'.repeat(128)}bc`);
  expect(tag).toHaveLength(128);
  expect(cut).toBe('bc');
});

test('nothing may be left', () => {
  expect(stripTag('///').tag).toBe('');
});

test('any text ends as a tag, or empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      /^(?:\w[\w.-]{0,127})?$/.test(stripTag(text).tag),
    ),
  );
});
