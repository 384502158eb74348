// An image that `pre_ci` makes is not pulled over what it made.

import { expect, test } from 'vitest';
import { convertTexts, stepsOf, type Texts } from '../codeship/project.ts';

async function pulls(command: string, tag: string, files: Texts) {
  const boot = `{image_name: acme/ci, ${tag}pull: true}`;
  const text = `language: none\nbuild:\n  pre_ci: [${JSON.stringify(command)}]\n  pre_ci_boot: ${boot}\n  ci: [make]\n`;
  const conversion = await convertTexts({ ...files, 'shippable.yml': text });
  const step = stepsOf(conversion).find(({ uses }) => uses?.includes('/pull-boot-image@'));
  return String(step?.with?.['pull'] ?? 'true') === 'true';
}

const files = {
  'tools/image.sh': 'docker build -t acme/ci:1 .\n',
  'tools/other.sh': 'docker build -t acme/other:1 .\n',
};

test.each([
  'docker build -t acme/ci:1 .',
  'docker build -tacme/ci:1 .',
  'docker build --tag acme/ci:1 .',
  'docker build --tag=acme/ci:1 .',
  'docker build -t "acme/ci:1" .',
  'docker image build -t acme/ci:1 .',
  'docker buildx build -t acme/ci:1 .',
  'docker tag base acme/ci:1',
  'docker commit box acme/ci:1',
  'docker image tag base acme/ci:1',
  'tools/image.sh',
  'bash -e tools/image.sh',
])('made by %s', async (command) => {
  expect(await pulls(command, 'image_tag: 1, ', files)).toBe(false);
});

test.each([
  'docker build -t acme/other:1 .',
  'docker build -t acme/ci:2 .',
  'docker build -t acme/ci .',
  'docker build -f acme/ci:1 .',
  'docker tag acme/ci:1 other',
  'docker push acme/ci:1',
  'docker run acme/ci:1',
  'podman build -t acme/ci:1 .',
  'tools/other.sh',
  'make',
])('not made by %s', async (command) => {
  expect(await pulls(command, 'image_tag: 1, ', files)).toBe(true);
});

test.each([
  ['docker build -t acme/ci .', false],
  ['docker build -t acme/ci:latest .', false],
  ['docker build -t acme/ci:1 .', true],
])('without a tag, %s: is pulled, %s', async (command, isPulled) => {
  expect(await pulls(command, '', files)).toBe(isPulled);
});
