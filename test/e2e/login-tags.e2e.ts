// What `transship tags` stands on, against the real registry: several pages, tokens, a public repository.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { githubRunner } from '../../src/host/runner/github-runner.ts';
import { parseReference } from '../../src/image/reference.ts';
import { withRealm } from '../../src/registry/docker-config/named-addresses.ts';
import { listTags } from '../../src/registry/images/tags.ts';
import type { Credential } from '../../src/registry/protocol/credential.ts';
import { given } from '../given.ts';
import { newImage, removeImages } from './image-job.ts';
import { run } from './setup/command.ts';
import { createDockerConfig } from './setup/docker-config.ts';
import { type Registry, startRegistry } from './setup/registry.ts';
import { startTokenServer, type TokenServer } from './setup/token-server.ts';

let tokens: TokenServer;
let registry: Registry;
const bob: Credential = { kind: 'password', username: 'bob', password: 'pw' };

beforeAll(async () => {
  tokens = await startTokenServer({
    users: { bob: 'pw' },
    grant: (user, { name, actions }) =>
      user !== undefined ? actions : name.startsWith('public/') ? ['pull'] : [],
  });
  registry = await startRegistry({ token: tokens });
  const config = createDockerConfig();
  const docker = (args: readonly string[], input = '') =>
    run('docker', args, { env: config.env, input });
  await docker(['login', '--username', 'bob', '--password-stdin', registry.host], 'pw');
  const image = await newImage();
  const names = ['team/app:1', 'team/app:2', 'team/app:latest', 'public/app:1'].map(
    (name) => `${registry.host}/${name}`,
  );
  for (const name of names) {
    await docker(['tag', image, name]);
    await docker(['push', name]);
  }
  await removeImages(image, ...names);
  config.remove();
});
afterAll(async () => {
  await registry.stop();
  await tokens.stop();
});

function list(path: string, credential: Credential | undefined) {
  const parsed = given(parseReference(`${registry.host}/${path}`));
  // The token server has another port, so it is named.
  const host = withRealm(githubRunner({}), registry.host, new URL(tokens.realm).host);
  return listTags(parsed, credential, host, 10);
}

test('the tags of a private repository', async () => {
  const tags = await list('team/app', bob);
  // This registry has no order of its own.
  expect(tags.ok && [...tags.value].sort()).toEqual(['1', '2', 'latest']);
  expect(tokens.requests().at(-1)?.access).toEqual([
    { type: 'repository', name: 'team/app', actions: ['pull'] },
  ]);
});

test('the tags of a public one, for anybody', async () => {
  expect(await list('public/app', undefined)).toEqual({ ok: true, value: ['1'] });
});

test('a private one, for anybody', async () => {
  expect(await list('team/app', undefined)).toMatchObject({
    failure: { kind: 'refused', remedy: 'Log in first: the repository is not public.' },
  });
});

test('a wrong password, and a repository that is not there', async () => {
  expect(await list('team/app', { ...bob, password: 'no' })).toMatchObject({
    failure: { kind: 'refused' },
  });
  expect(await list('team/none', bob)).toMatchObject({
    failure: {
      message: `${registry.host}/team/none does not exist, or the account cannot see it.`,
    },
  });
});
