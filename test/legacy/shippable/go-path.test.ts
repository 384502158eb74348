import { expect, test } from 'vitest';
import { convertTexts } from '../codeship/project.ts';

/** Whether the workflow puts the clone where Go looked for packages before there were modules. */
async function hasGoPath(version: string, files: Readonly<Record<string, string>> = {}) {
  const { files: written } = await convertTexts({
    'shippable.yml': `language: go\ngo: ["${version}"]\nbuild:\n  ci:\n    - go test ./...\n`,
    ...files,
  });
  return written.some(({ content }) => content.includes('GOPATH'));
}

test.each([
  // Modules are the rule from 1.16 on.
  ['1.4.3', true],
  ['1.9', true],
  ['1.10', true],
  ['1.15', true],
  ['1.15.15', true],
  ['1.16', false],
  ['1.16.15', false],
  ['1.20', false],
  // These become the last one whose `go get` takes a project without modules.
  ['1.21', true],
  ['1.22', true],
  ['release', true],
])('Go %s without go.mod: %s', async (version, expected) => {
  expect(await hasGoPath(version)).toBe(expected);
});

test.each(['1.9', '1.15', '1.22'])('Go %s with go.mod needs none', async (version) => {
  expect(await hasGoPath(version, { 'go.mod': 'module example.com/a\n' })).toBe(false);
});
