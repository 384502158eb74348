import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notesOf } from '../../src/dev/changelog.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('the notes of a release are its section of the change log', () => {
  const log =
    '# Log\n\n## Unreleased\n\n## 1.1.0, 2026-10-01\n\n- One.\n- Two.\n\n## 1.0.0\n\n- First.\n';
  expect(notesOf(log, '1.1.0')).toBe('- One.\n- Two.');
  expect(notesOf(log, '1.0.0')).toBe('- First.');
  expect(notesOf(log, 'Unreleased')).toBeUndefined();
  expect(notesOf(log, '1.1')).toBeUndefined();
});

test('the version of the package has a section', () => {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  expect(notesOf(read('.github/CHANGELOG.md'), version)).toBeDefined();
});
