// Whatever stands at a known key, in whatever form: every value ends in an outcome that somebody decided.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { convert } from '../../../src/convert/convert.ts';
import { rootKeys } from '../../../src/legacy/shippable/keys/keys.ts';
import { defaultSettings } from '../../../src/legacy/translation.ts';
import type { KeyTable } from '../../../src/source/keys.ts';

const words = fc.constantFrom(
  ...['x', 'a b', 'true', 'off', '1.10', '$BRANCH/x', '$(date)', 'A=1', 'A=1 B="$HOME"', 'NAME'],
  ...['always', 'change', 'never', 'slack', 'email', 'webhook', 'irc', 'ecr', 'docker', 'sshKey'],
  ...['postgres', 'selenium', 'master', 'feature/*', '2.7', '3.9', 'oraclejdk8', 'drydock/u16'],
  ...['example/ci', 'exit 0', 'return 0', 'a && b', 'docker push x', 'psql', '${{ x }}', '[', "'"],
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'secure',
        'A',
        'only',
        'global',
        'matrix',
        'env',
        'python',
        'nodePool',
        'foo',
      ),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
}));

/** A mapping of some keys of a table, each with a value of its own form or of any. */
function mappingOf(table: KeyTable, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(table).map(([key, row]) => {
    if (row.keys === undefined || depth > 2) return [key, value] as const;
    const inner = mappingOf(row.keys, depth + 1);
    return [key, fc.oneof(inner, fc.array(inner, { maxLength: 2 }), value)] as const;
  });
  return fc
    .subarray(entries, { maxLength: Math.min(entries.length, depth === 0 ? 7 : 4) })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));
}

const files = fc.record({
  root: mappingOf(rootKeys, 0),
  language: fc.constantFrom(
    'python',
    'node_js',
    'ruby',
    'java',
    'go',
    'c',
    'scala',
    'php',
    'none',
    'x',
  ),
});

test('every value of a random file is accounted for by a translator', async () => {
  await fc.assert(
    fc.asyncProperty(files, async ({ root, language }) => {
      const text = stringify({ ...root, language });
      const { diagnostics } = await convert({
        repository: { paths: ['shippable.yml'], read: () => text },
        settings: defaultSettings,
        own: { version: 'v1.0.0', commit: '1'.repeat(40) },
      });
      expect(diagnostics.filter(({ code }) => code === 'unread-value')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
