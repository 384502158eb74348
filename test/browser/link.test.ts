import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inputOf, linkOf } from '../../src/browser/playground/link.ts';

it('a link holds its input', () => {
  const file = fc.record({
    path: fc.string({ minLength: 1 }),
    text: fc.constantFrom('', 'language: go\n', 'ü\u{1f600}\n'),
  });
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(file), (paths, files) => {
      const input = { paths, files, settings: {}, given: {} };
      const link = linkOf(input);
      expect(link.kind === 'link' ? inputOf(link.fragment) : undefined).toEqual(input);
    }),
    { numRuns: 50 },
  );
});

it('a broken or foreign link holds nothing', () => {
  expect(inputOf('#input=%%%')).toBeUndefined();
  expect(inputOf('#elsewhere')).toBeUndefined();
});

it('what is too long for a link is refused', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `# ${(index * 7919) % 104729}`).join(
    '\n',
  );
  expect(
    linkOf({ paths: [], files: [{ path: 'a', text }], settings: {}, given: {} }),
  ).toMatchObject({
    kind: 'refused',
  });
});
