// The registry software that people run: distribution 2 and 3 themselves; Harbor, Quay and zot, which are not to be had here,
// by a real registry that gives their answers where theirs differ.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, type StepResult, startJob } from './boot-runner.ts';
import { newImage, removeImages, removeWholly, seenAt } from './image-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type FaultyProxyOptions, startFaultyProxy } from './setup/faulty-proxy.ts';
import { startRegistry } from './setup/registry.ts';
import { startTokenServer } from './setup/token-server.ts';

let actions: ActionsFolder;
let image = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['login', 'push', 'pull-boot-image']);
  image = await newImage(300_000);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(async () => {
  actions.remove();
  await removeWholly(image);
});

type Inputs = Readonly<Record<string, string>>;
type Action = (name: string, inputs: Inputs) => Promise<StepResult>;

/** Steps of one job, with a home of its own. */
const newJob = (): { readonly job: Job; readonly action: Action } => {
  const job = startJob({ actions: actions.folder });
  cleanups.push(job.end);
  const home = join(job.temp, 'home');
  mkdirSync(home);
  const action: Action = (name, inputs) =>
    job.action(name, inputs, { env: { HOME: home, DOCKER_CONFIG: '', ...job.env() } });
  return { job, action };
};

const digestsOf = ({ outputs }: StepResult): readonly string[] =>
  Object.values(JSON.parse(outputs['digests'] ?? '{}'));

describe.each([2, 3] as const)('distribution %i', (version) => {
  const bob = { username: 'bob', password: 'word' };

  test('login, push of several tags, copies and an index, pull and boot by digest', async () => {
    const registry = await startRegistry({ version, htpasswd: { bob: 'word' } });
    cleanups.push(registry.stop);
    const { job, action } = newJob();
    const wrong = await action('login', { registry: registry.host, ...bob, password: 'no' });
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining('returned HTTP 401')]);
    const login = await action('login', { registry: registry.host, ...bob });
    expect(login.code, login.output).toBe(0);

    const name = `${registry.host}/acme/web`;
    cleanups.push(() => removeImages(`${name}:1`, `${name}:2`, `${name}:3`));
    const pushed = await action('push', { image, image_name: name, image_tag: '1\n2\n3' });
    expect(pushed.code, pushed.output).toBe(0);
    const [digest = ''] = digestsOf(pushed);
    for (const tag of ['1', '2', '3'])
      expect((await seenAt(registry.url, 'acme/web', tag, 'bob:word')).digest).toBe(digest);
    const again = await action('push', { image, image_name: name, image_tag: '1' });
    expect([again.code, digestsOf(again)]).toEqual([0, [digest]]);

    const copied = await action('push', {
      from: `${name}:1`,
      image_name: `${registry.host}/x/copy`,
    });
    expect(copied.code, copied.output).toBe(0);
    expect(digestsOf(copied)).toEqual([digest]);
    const index = await action('push', { digests: digest, image_name: name, image_tag: 'all' });
    expect(index.code, index.output).toBe(0);
    expect(
      JSON.parse((await seenAt(registry.url, 'acme/web', 'all', 'bob:word')).manifest),
    ).toMatchObject({ manifests: [{ digest }] });
    const noted = await action('push', {
      image,
      image_name: name,
      image_tag: '3',
      annotations: 'a.b=c',
    });
    expect(noted.code, noted.output).toBe(0);

    const shell = `${registry.host}/acme/ci:1`;
    cleanups.push(() => removeImages(shell));
    const ci = await action('push', {
      image: 'transship.test/busybox:1',
      image_name: `${registry.host}/acme/ci`,
      image_tag: '1',
    });
    await removeImages(shell);
    const booted = await action('pull-boot-image', {
      image_name: shell,
      options: '--net=bridge',
    });
    expect(booted.code, booted.output).toBe(0);
    expect(booted.outputs['digest']).toBe(digestsOf(ci)[0]);
    expect((await job.boot('echo inside')).stdout).toBe('inside\n');
  });

  test('tokens, also of an account that may only pull', async () => {
    const tokens = await startTokenServer({
      users: { bob: 'word', reader: 'word' },
      grant: (user, { actions: wanted }) => (user === 'bob' ? wanted : ['pull']),
    });
    const registry = await startRegistry({ version, token: tokens });
    cleanups.push(tokens.stop, registry.stop);
    const realm = { realm: new URL(tokens.realm).host };
    for (const [username, code] of [
      ['bob', 0],
      ['reader', 1],
    ] as const) {
      const { action } = newJob();
      const login = await action('login', {
        registry: registry.host,
        username,
        password: 'word',
        ...realm,
      });
      expect(login.code, login.output).toBe(0);
      const name = `${registry.host}/acme/${username}`;
      cleanups.push(() => removeImages(`${name}:latest`));
      const pushed = await action('push', { image, image_name: name });
      expect(pushed.code, pushed.output).toBe(code);
      if (code === 1) expect(pushed.output).toMatch(/is not allowed to push to|does not accept/);
    }
  });
});

/** A registry that answers some requests as another vendor's does. */
const dialect = async (fault: FaultyProxyOptions['fault']) => {
  const registry = await startRegistry();
  const proxy = await startFaultyProxy({ upstream: registry.url, fault });
  cleanups.push(registry.stop, proxy.stop);
  return { registry, proxy };
};
const error = (status: number, code: string, message: string) =>
  ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ errors: [{ code, message }] }),
  }) as const;
const push = async (host: string, inputs: Inputs = {}): Promise<StepResult> => {
  const { action } = newJob();
  cleanups.push(() => removeImages(`${host}/acme/web:1`));
  return action('push', { image, image_name: `${host}/acme/web`, image_tag: '1', ...inputs });
};

describe('Harbor', () => {
  test.each([
    [
      'a project that is missing',
      'POST',
      error(
        401,
        'UNAUTHORIZED',
        'unauthorized to access repository: acme/web, action: push: unauthorized to access repository: acme/web, action: push',
      ),
      'or the project `acme` does not exist',
    ],
    [
      'a full project',
      'PUT',
      error(
        403,
        'DENIED',
        'adding 151.7 MiB of storage resource, which when updated to current usage of 100.0 GiB will exceed the configured upper limit of 100.0 GiB.',
      ),
      'a limit of the project or plan',
    ],
    [
      'immutable tags',
      'PUT',
      error(
        412,
        'PRECONDITION',
        "Failed to process request due to 'web:1' configured as immutable.",
      ),
      'cannot be changed',
    ],
    [
      'maintenance',
      'POST',
      error(403, 'DENIED', 'The system is in read only mode. Any modification is prohibited.'),
      'it is read-only',
    ],
  ] as const)('%s is told', async (_what, method, answer, words) => {
    const { proxy } = await dialect((request) =>
      request.method === method && (method === 'POST' || request.path.includes('/manifests/'))
        ? answer
        : undefined,
    );
    const result = await push(proxy.host);
    expect([result.code, result.output]).toEqual([1, expect.stringContaining(words)]);
    expect(result.output).not.toContain('Trying again');
  });

  test('a robot with a dollar in its name logs in by the service token', async () => {
    const tokens = await startTokenServer({ users: { 'robot$acme+ci': 'word' } });
    const registry = await startRegistry({ token: tokens });
    cleanups.push(tokens.stop, registry.stop);
    const { action } = newJob();
    const login = await action('login', {
      registry: registry.host,
      username: 'robot$acme+ci',
      password: 'word',
      realm: new URL(tokens.realm).host,
    });
    expect(login.code, login.output).toBe(0);
    const name = `${registry.host}/acme/web`;
    cleanups.push(() => removeImages(`${name}:latest`));
    const pushed = await action('push', { image, image_name: name });
    expect(pushed.code, pushed.output).toBe(0);
  });
});

describe('Quay', () => {
  test('takes no mounts from another repository, and still gets the copy', async () => {
    const { registry, proxy } = await dialect(({ method, path }) =>
      method === 'POST' && path.includes('mount=')
        ? error(400, 'UNSUPPORTED', 'The operation is unsupported.')
        : undefined,
    );
    const first = await push(registry.host);
    const { action } = newJob();
    const copied = await action('push', {
      from: `${proxy.host}/acme/web:1`,
      image_name: `${proxy.host}/other/web`,
    });
    expect(copied.code, copied.output).toBe(0);
    expect(digestsOf(copied)).toEqual(digestsOf(first));
  });

  test('a full namespace is told', async () => {
    const { proxy } = await dialect(({ method }) =>
      method === 'POST' ? error(403, 'DENIED', 'Quota has been exceeded on namespace') : undefined,
    );
    const result = await push(proxy.host);
    expect([result.code, result.output]).toEqual([
      1,
      expect.stringContaining('a limit of the project or plan'),
    ]);
  });
});

describe('zot', () => {
  /** Takes OCI's manifests alone, as it does unless its settings say otherwise. */
  const zot: FaultyProxyOptions['fault'] = ({ method, headers }) =>
    method === 'PUT' && (headers['content-type'] ?? '').includes('vnd.docker.distribution.manifest')
      ? error(415, 'MANIFEST_INVALID', 'manifest invalid')
      : undefined;

  test('an image of Docker is refused with the setting that allows it', async () => {
    const { proxy } = await dialect(zot);
    const result = await push(proxy.host);
    expect([result.code, result.output]).toEqual([1, expect.stringContaining('docker2s2')]);
    const refused = proxy
      .requests()
      .filter(
        ({ method, headers }) =>
          method === 'PUT' && (headers['content-type'] ?? '').includes('manifest.v2'),
      );
    expect(refused).toHaveLength(1);
  });

  test("an image of OCI's is copied", async () => {
    const { proxy } = await dialect(zot);
    const source = await startRegistry();
    cleanups.push(source.stop);
    const made = await push(source.host, { annotations: 'a.b=c' });
    expect(made.code, made.output).toBe(0);
    const { action } = newJob();
    const copied = await action('push', {
      from: `${source.host}/acme/web:1`,
      image_name: `${proxy.host}/acme/web`,
    });
    expect(copied.code, copied.output).toBe(0);
    expect(digestsOf(copied)).toEqual(digestsOf(made));
  });

  test('its login by Basic, whose realm is words', async () => {
    const registry = await startRegistry({ htpasswd: { bob: 'word' } });
    cleanups.push(registry.stop);
    const proxy = await startFaultyProxy({
      upstream: registry.url,
      fault: ({ headers }) =>
        headers.authorization === undefined
          ? {
              kind: 'answer',
              status: 401,
              headers: {
                'www-authenticate': 'Basic realm="Authorization Required"',
                'content-type': 'application/json',
              },
              body: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","description":"The access controller was unable to authenticate the client."}]}',
            }
          : undefined,
    });
    cleanups.push(proxy.stop);
    const { action } = newJob();
    const login = await action('login', {
      registry: proxy.host,
      username: 'bob',
      password: 'word',
    });
    expect(login.code, login.output).toBe(0);
  });
});

test('a login that Docker itself reads has the same key for it', async () => {
  const registry = await startRegistry({ version: 3, htpasswd: { bob: 'word' } });
  cleanups.push(registry.stop);
  const { job, action } = newJob();
  await action('login', {
    registry: `https://${registry.host}/v2/`.replace('https', 'http'),
    username: 'bob',
    password: 'word',
  });
  const name = `${registry.host}/acme/by-docker:1`;
  cleanups.push(() => removeImages(name));
  await run('docker', ['tag', image, name]);
  await run('docker', ['push', name], { env: { ...process.env, ...job.env() } });
});
