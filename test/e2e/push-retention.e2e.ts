// Old tags go after a push: the vendors' names lead to real registries on this machine, and to answers as their APIs give
// them, behind TLS.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type StepResult, startJob } from './boot-runner.ts';
import { newImage, removeImages, removeWholly, seenAt } from './image-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type Authority, createAuthority } from './setup/authority.ts';
import { run } from './setup/command.ts';
import { type FaultyProxyOptions, startFaultyProxy } from './setup/faulty-proxy.ts';
import { nameAddress, ownAddress } from './setup/hosts.ts';
import { takeMachineLock } from './setup/machine-lock.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

let actions: ActionsFolder;
let authority: Authority;
let source: Registry;
let digest = '';
let release = (): void => {};
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  release = await takeMachineLock('vendor-names');
  [actions, authority] = await Promise.all([createActionsFolder(['push']), createAuthority()]);
  source = await startRegistry();
  const image = await newImage();
  const name = `${source.host}/acme/web:1`;
  await run('docker', ['tag', image, name]);
  const { stdout } = await run('docker', ['push', name]);
  digest = /digest: (sha256:\w+)/.exec(stdout)?.[1] ?? '';
  await removeImages(name);
  await removeWholly(image);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(async () => {
  await source.stop();
  actions.remove();
  authority.remove();
  release();
});

/** A registry under a vendor's name, and what else that name answers. */
const vendor = async (name: string, answer: FaultyProxyOptions['fault']): Promise<Registry> => {
  const registry = await startRegistry({ htpasswd: { bob: 'word' } });
  const address = ownAddress();
  cleanups.push(registry.stop, await nameAddress(name, address));
  const tls = await authority.issue([name]);
  const proxy = await startFaultyProxy({
    ...{ upstream: registry.url, fault: answer, tls, address, name },
    port: 443,
  });
  cleanups.push(proxy.stop);
  return registry;
};

const json = (status: number, value: unknown): ReturnType<FaultyProxyOptions['fault']> => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json' },
  body: value === undefined ? '' : JSON.stringify(value),
});

/** Copies the image to a name of a vendor; which of `main-1` to `main-4` stay is asked for. */
const push = async (
  name: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> => {
  const job = startJob({ actions: actions.folder });
  cleanups.push(job.end);
  const folder = join(job.temp, 'docker');
  mkdirSync(folder);
  const auth = Buffer.from('bob:word').toString('base64');
  const key = name.includes('.') ? (name.split('/')[0] ?? '') : 'https://index.docker.io/v1/';
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { [key]: { auth } } }));
  return job.action(
    'push',
    {
      from: `${source.host}/acme/web:1`,
      image_name: name,
      image_tag: 'main-4',
      'keep-tags': '1',
      'retention-tags': 'main-*',
      ...inputs,
    },
    { env: { DOCKER_CONFIG: folder, NODE_EXTRA_CA_CERTS: authority.ca, ...env } },
  );
};

const other = (digit: string): string => `sha256:${digit.repeat(64)}`;
const days = ['1', '2', '3'] as const;

test('Quay: told first, then done by the OAuth token, tag by tag', async () => {
  const gone: string[] = [];
  const registry = await vendor('quay.io', ({ method, path, headers }) => {
    if (!path.startsWith('/api/v1/')) return undefined;
    if (headers.authorization !== 'Bearer oauth')
      return json(403, { error_message: 'Unauthorized', error_type: 'insufficient_scope' });
    if (method === 'DELETE') {
      gone.push(path);
      return json(204, undefined);
    }
    const tags = days.map((day) => ({
      name: `main-${day}`,
      manifest_digest: other(day),
      start_ts: 1_790_000_000 + Number(day),
    }));
    const named = [{ name: 'release', manifest_digest: other('1'), start_ts: 1_700_000_000 }];
    const isFirst = path.includes('page=1');
    return json(200, {
      page: isFirst ? 1 : 2,
      has_additional: isFirst,
      tags: isFirst ? tags.slice(0, 2) : [...tags.slice(2), ...named],
    });
  });
  const told = await push('quay.io/acme/web', { 'retention-token': 'oauth' });
  expect(told.code, told.output).toBe(0);
  // `release` names the image of `main-1`.
  expect(told.output).toContain('quay.io/acme/web: of 4 tags these would be removed: main-2');
  expect(gone).toEqual([]);
  const done = await push('quay.io/acme/web', {
    'retention-token': 'oauth',
    'remove-tags': 'true',
  });
  expect(done.code, done.output).toBe(0);
  expect(gone).toEqual(['/api/v1/repository/acme/web/tag/main-2']);
  const refused = await push('quay.io/acme/web', {
    'retention-token': 'robot',
    'remove-tags': 'true',
  });
  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/old tags were not removed\..*403.*OAuth token/);
  // What was pushed is there, and told.
  expect(refused.outputs['pushed']).toBe('true');
  expect((await seenAt(registry.url, 'acme/web', 'main-4', 'bob:word')).digest).toBe(digest);
});

test('Docker Hub: by a session of the account of the login', async () => {
  const gone: string[] = [];
  await vendor('registry-1.docker.io', () => undefined);
  await vendor('hub.docker.com', ({ method, path, headers }) => {
    if (path === '/v2/users/login') return json(200, { token: 'session' });
    if (headers.authorization !== 'Bearer session') return json(401, { detail: 'no' });
    if (method === 'DELETE') {
      gone.push(path);
      return json(204, undefined);
    }
    return json(200, {
      count: 4,
      next: null,
      results: [
        ...days.map((day) => ({
          name: `main-${day}`,
          digest: other(day),
          tag_last_pushed: `2026-0${day}-01T00:00:00.000000Z`,
        })),
        // Of an image whose age is not told.
        { name: 'main-x', digest: other('a'), tag_last_pushed: null, last_updated: null },
      ],
    });
  });
  const done = await push('acme/web', { 'remove-tags': 'true' });
  expect(done.code, done.output).toBe(0);
  expect(gone.sort()).toEqual([1, 2].map((day) => `/v2/repositories/acme/web/tags/main-${day}/`));
  expect(done.output.replaceAll(/::add-mask::.*/g, '')).not.toContain('session');
});

test('GitHub: an image that is part of one with a tag that stays, stays', async () => {
  const registry = await vendor('ghcr.io', () => undefined);
  const authorization = `Basic ${Buffer.from('bob:word').toString('base64')}`;
  // An index that stays, of the image of `main-1`.
  await push('ghcr.io/acme/web', { image_tag: 'main-1', 'keep-tags': '', 'retention-tags': '' });
  const manifest = await seenAt(registry.url, 'acme/web', 'main-1', 'bob:word');
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const put = await fetch(`${registry.url}/v2/acme/web/manifests/stable`, {
    method: 'PUT',
    headers: { authorization, 'content-type': mediaType },
    body: JSON.stringify({
      schemaVersion: 2,
      mediaType,
      manifests: [
        {
          mediaType: JSON.parse(manifest.manifest).mediaType,
          digest: manifest.digest,
          size: Buffer.byteLength(manifest.manifest),
          platform: { os: 'linux', architecture: 'amd64' },
        },
      ],
    }),
  });
  expect(put.status).toBe(201);
  const index = await seenAt(registry.url, 'acme/web', 'stable', 'bob:word');
  const gone: string[] = [];
  const version = (id: number, name: string | null, day: number, ...tags: readonly string[]) => ({
    id,
    name,
    updated_at: `2026-01-0${day}T00:00:00Z`,
    metadata: { package_type: 'container', container: { tags } },
  });
  const api = createServer((request, response) => {
    const path = request.url ?? '';
    const allowed = request.headers.authorization === 'Bearer word';
    if (request.method === 'DELETE') gone.push(path);
    const answer = !allowed
      ? { message: 'Bad credentials' }
      : path.startsWith('/orgs/')
        ? { message: 'Not Found' }
        : [
            version(1, manifest.digest, 1, 'main-1'),
            version(2, other('2'), 2, 'main-2', 'pr-7'),
            version(3, other('3'), 3, 'main-3'),
            version(5, other('5'), 5, 'main-5'),
            version(4, index.digest, 4, 'stable'),
            version(9, other('9'), 1),
          ];
    const status = !allowed
      ? 401
      : 'message' in answer
        ? 404
        : request.method === 'DELETE'
          ? 204
          : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? '' : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => api.close());
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const done = await push(
    'ghcr.io/acme/web',
    { 'remove-tags': 'true', 'keep-tags': '1' },
    { GITHUB_API_URL: url },
  );
  expect(done.code, done.output).toBe(0);
  // `main-2` shares its version with a tag that stays, `main-1` is part of `stable`.
  expect(gone).toEqual(['/users/acme/packages/container/web/versions/3']);
});
