// What the containers of services are given: the variables of CodeShip, and those of the file with its comments.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertFiles } from './project.ts';

type Compose = { services: Record<string, { env_file?: unknown }> };

test.each<[service: string, isGiven: boolean]>([
  ['{ image: busybox, command: echo $CI_BRANCH }', true],
  ['{ image: busybox, command: ["echo", "${CI_COMMIT_ID}"] }', true],
  ['{ image: busybox, entrypoint: ["sh", "-c", "echo $CI_BRANCH"] }', true],
  ['{ image: busybox, command: sleep 1 }', false],
  ['{ image: busybox, command: echo $BRANCH }', false],
  ['{ image: busybox, command: printenv CI_BRANCH }', true],
  ['{ image: busybox }', false],
])('beside a step, %s has the variables of CodeShip: %s', async (service, isGiven) => {
  const services = `app: { image: acme/app, depends_on: [db] }\ndb: ${service}\n`;
  const { files } = await convertFiles(services, '- { service: app, command: make }\n');
  const compose = files.find(({ path }) => path === 'compose.codeship.yml');
  const { app, db } = (parse(compose?.content ?? '') as Compose).services;
  expect(app?.env_file).toBe('./.github/codeship/ci.env');
  expect(db?.env_file).toBe(isGiven ? './.github/codeship/ci.env' : undefined);
});

test('the file with the variables of a service keeps comments and blank lines between them', async () => {
  const services = `app:
  image: busybox
  encrypted_env_file: sealed.encrypted
  environment:
    # The first
    A: 1

    # Of a group

    # The second
    B: two words
`;
  const { files } = await convertFiles(services, '- { service: app, command: make }\n');
  const file = files.find(({ path }) => path === '.github/codeship/environment/app.env');
  const [, ...lines] = (file?.content ?? '').split('\n');
  expect(lines.join('\n')).toBe('# The first\nA=1\n# Of a group\n\n# The second\nB=two words\n');
});
