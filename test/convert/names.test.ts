import { expect, test } from 'vitest';
import { renderDiff } from '../../src/cli/convert/unified-diff.ts';
import { type Conversion, convert } from '../../src/convert/convert.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { digest } from '../../src/report/digest.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSummary } from '../../src/report/terminal-summary.ts';
import { ownPin } from '../golden-case.ts';

const services = 'app:\n  image: redis:6\n';
const steps = '- service: app\n  command: redis-cli ping\n';

const conversionIn = (folder: string): Promise<Conversion> => {
  const texts: Readonly<Record<string, string>> = {
    [`${folder}/codeship-services.yml`]: services,
    [`${folder}/codeship-steps.yml`]: steps,
  };
  const repository = { paths: Object.keys(texts).sort(), read: (path: string) => texts[path] };
  return convert({ repository, settings: defaultSettings, own: ownPin });
};

/** Controls but line ends and tabs, and what turns the direction of text. */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

test.each([
  ['a line break', 'a\non: push'],
  ['a carriage return', 'a\rb'],
  ['an escape', 'a\u001B[2Jb'],
  ['a next line', 'a\u0085b'],
  ['a line separator', 'a\u2028b'],
])('a folder with %s in its name is refused', async (_, folder) => {
  const { files, diagnostics } = await conversionIn(folder);
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['refused-name', 'refused-name']);
  expect(diagnostics.map(({ at }) => at?.file.path).join('')).not.toMatch(hidden);
});

test('a name that turns the direction of text is shown wherever it is printed', async () => {
  const conversion = await conversionIn('apps/\u202Egnp\u2066x');
  expect(conversion.files.length).toBe(3);
  for (const { content } of conversion.files) expect(content).not.toMatch(hidden);
  const state = { kind: 'new' } as const;
  const shown = [
    renderDiff({ files: conversion.files.map((file) => ({ file, state })), removals: [] }),
    renderSummary(digest(conversion), () => 'new', false),
    renderMarkdown(conversion),
  ];
  for (const text of shown) expect(text).not.toMatch(hidden);
});
