import { expect, test } from 'vitest';
import { examples as kept } from '../../src/cli/explain/explain-examples.ts';
import { examples, examplesModule } from '../../src/dev/examples.ts';
import { codes } from '../../src/diagnostic/codes.ts';
import { keyReference } from '../../src/report/key-reference.ts';
import { folderWith, run } from './run.ts';

test('every example is what the golden cases, or a conversion of its own, come to', async () => {
  await expect(examplesModule(await examples())).toMatchFileSnapshot(
    '../../src/cli/explain/explain-examples.ts',
  );
}, 120_000);

test('every key of every language has an example, and most codes', () => {
  const keys = keyReference().map(({ file, path }) => `${file} ${path}`);
  expect(keys.filter((key) => kept[key] === undefined)).toEqual([]);
  // The others are said around a conversion, or where an option or a setting asks for it.
  const missing = Object.keys(codes).filter((code) => kept[code] === undefined);
  expect(missing.length).toBeLessThan(Object.keys(codes).length / 4);
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
  expect((await run(['explain', 'x/shippable.yml:3'], { folder })).code).toBe(2);
});

test('a file below the current folder is a project of its own, where git says nothing else', async () => {
  const folder = folderWith({ 'x/shippable.yml': 'language: none\nbuild:\n  ci:\n    - make\n' });
  const { stdout } = await run(['explain', 'x/shippable.yml:4'], { folder });
  expect(stdout).toContain('/build/ci/0: translated');
});
