import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('.github/docs/threat-model.md', root), 'utf8');

test('each line of the threat model names the test that holds it', () => {
  const lines = page.split('\n').filter((line) => /^\| .*\|$/.test(line));
  const held = lines.filter((line) => /\| `test\/[^`]+`(?:, `test\/[^`]+`)* \|$/.test(line));
  expect(held.length).toBeGreaterThanOrEqual(11);
  const files = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? '');
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
