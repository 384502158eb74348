// How much of the repository is fetched, and whether commands can push to it.

import { expect, test } from 'vitest';
import { convertTexts, stepsOf, type Texts } from '../codeship/project.ts';

async function checkout(keys: string, command: string, files: Texts = {}) {
  const text = `language: none\n${keys}build: {ci: [${JSON.stringify(command)}]}\n`;
  const conversion = await convertTexts({ ...files, 'shippable.yml': text });
  const step = stepsOf(conversion).find(({ uses }) => uses?.startsWith('actions/checkout@'));
  return step?.with;
}

const safe = { 'persist-credentials': false };
const whole = { 'fetch-depth': 0, ...safe };

test.each<[keys: string, given: object]>([
  ['', whole],
  ['depth: 7\n', { 'fetch-depth': 7, ...safe }],
  ['depth: 50\n', { 'fetch-depth': 50, ...safe }],
  ['depth: 0\n', whole],
  ['depth: all\n', whole],
  ['depth: 7a\n', whole],
  ['git: {submodules: true}\n', { ...whole, submodules: true }],
  ['git: {submodules: false}\n', whole],
])('%j', async (keys, given) => {
  expect(await checkout(keys, 'git log')).toEqual(given);
});

test('submodules of the repository come along, unless the file says otherwise', async () => {
  const files = { '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = https://example.com/x\n' };
  expect(await checkout('', 'git log', files)).toEqual({ ...whole, submodules: true });
  expect(await checkout('git: {submodules: false}\n', 'git log', files)).toEqual(whole);
});

test.each([
  ['git push origin main', true],
  ['git push', true],
  ['git push --tags', true],
  ['git push https://x@example.com/a.git main', false],
  ['docker push acme/app', false],
  ['git pull', false],
])('%s pushes to the repository: %s', async (command, pushes) => {
  const given = await checkout('', command);
  expect(given?.['persist-credentials']).toBe(pushes);
});
