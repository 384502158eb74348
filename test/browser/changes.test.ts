import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReceiver, createSender } from '../../src/browser/playground/changes.ts';
import type { PlaygroundInput } from '../../src/browser/playground/messages.ts';

const names = ['shippable.yml', 'Dockerfile', 'scripts/test.sh', 'codeship-steps.yml'];
const inputs = fc.array(
  fc.record({
    texts: fc.dictionary(fc.constantFrom(...names), fc.string()),
    paths: fc.constantFrom(names, [...names, 'src/a.ts']),
    held: fc.constantFrom(undefined, ['node_modules']),
  }),
);
const byPath = (input: PlaygroundInput) => ({
  ...input,
  files: [...input.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
});

test('the worker sees each input as the page has it', () => {
  fc.assert(
    fc.property(inputs, (all) => {
      const send = createSender();
      const receive = createReceiver();
      for (const { texts, paths, held } of all) {
        const input: PlaygroundInput = {
          paths,
          files: Object.entries(texts).map(([path, text]) => ({ path, text })),
          settings: {},
          given: {},
          ...(held === undefined ? {} : { held }),
        };
        expect(byPath(receive(send(input)))).toEqual(byPath(input));
      }
    }),
  );
});

test('a key in one file sends that file alone', () => {
  const send = createSender();
  const paths = ['big.json', 'shippable.yml'];
  const rest = { paths, settings: {}, given: {} };
  const big = { path: 'big.json', text: 'x'.repeat(100_000) };
  send({ ...rest, files: [{ path: 'shippable.yml', text: 'a' }, big] });
  const second = send({ ...rest, files: [{ path: 'shippable.yml', text: 'ab' }, big] });
  expect(second.files).toEqual([{ path: 'shippable.yml', text: 'ab' }]);
  expect(second.names).toBeUndefined();
});
