import { expect, test } from 'vitest';
import { examples as kept } from '../../src/cli/explain-examples.ts';
import { examples, examplesModule } from '../../src/dev/examples.ts';
import { codes } from '../../src/diagnostic/codes.ts';
import { keyReference } from '../../src/report/key-reference.ts';
import { folderWith, run } from './run.ts';

test('every example is what the golden cases, or a conversion of its own, come to', async () => {
  await expect(examplesModule(await examples())).toMatchFileSnapshot(
    '../../src/cli/explain-examples.ts',
  );
}, 120_000);

/** Said around a conversion, or by a file that no legacy text shows. */
const withoutExample = new Set(
  `binary-file file-unreadable open-credential-file refused-name foreign-pin below-root nothing-to-compare
  enterprise-server native-parallel ignored-file unread-value no-configuration repository-cut folder-unreadable foreign-file
  edited-file orphaned-file edited-orphan recorded-option blocked-file write-failed ignored-setting bad-setting
  unpinned-own-action inherited-finding old-badge empty-file maintained-version idiomatic-change line-interval
  line-dependency-mode kept-together two-dialects key-at-hand sealed-names sealed-closed sealed-guessed sealed-unknown
  sealed-value secret-name too-many-secrets basic-project`.split(/\s+/),
);

test('every key of every language has an example, and every code that a legacy text can show', () => {
  const keys = keyReference().map(({ file, path }) => `${file} ${path}`);
  expect(keys.filter((key) => kept[key] === undefined)).toEqual([]);
  const missing = Object.keys(codes).filter((code) => kept[code] === undefined);
  expect(missing.filter((code) => !withoutExample.has(code))).toEqual([]);
});

test('a key is explained with its example', async () => {
  const { stdout } = await run(['explain', 'encrypted_env_file']);
  expect(stdout).toContain('Example, in codeship-services.yml:');
  expect(stdout).toContain('becomes');
});

test('a line of a file: its outcome, the lines that it became, what to do', async () => {
  const folder = folderWith({
    'shippable.yml':
      'language: none\nenv:\n  - TOKEN=ghp_0123456789abcdefghijklmnopqrstuvwxyz\nbuild:\n  ci:\n    - make\n  unknown: 1\n',
  });
  const ran = await run(['explain', 'shippable.yml:6'], { folder });
  expect(ran.stdout).toMatch(
    /^\/build\/ci\/0: translated → \.github\/workflows\/shippable\.yml:\d+\n {4} +run: make\n$/,
  );
  const unknown = await run(['explain', 'shippable.yml:7'], { folder });
  expect(unknown.stdout).toContain('dropped (unknown-key)');
  expect(unknown.stdout).toContain('It became nothing.');
  expect((await run(['explain', 'shippable.yml:4'], { folder })).stdout).toContain(
    'holds no value',
  );
  expect((await run(['explain', 'shippable.yml:3'], { folder })).stdout).not.toContain('ghp_0123');
  expect(await run(['explain', 'gone.yml:3'], { folder })).toMatchObject({ code: 2 });
});
