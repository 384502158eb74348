import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { type Job, type StepResult, startJob } from './boot-runner.ts';
import {
  dockerConfig,
  nameForEngine,
  newImage,
  removeImages,
  removeWholly,
  seenAt,
} from './image-job.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { createAuthority } from './setup/authority.ts';
import { run } from './setup/command.ts';
import { startFaultyProxy } from './setup/faulty-proxy.ts';
import { ownAddress, trustForEngine } from './setup/hosts.ts';
import { type RegistryOptions, startRegistry } from './setup/registry.ts';
import { startService } from './setup/service.ts';
import { startTokenServer, type TokenServerOptions } from './setup/token-server.ts';

let actions: ActionsFolder;
let image = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['push']);
  image = await newImage();
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(async () => {
  actions.remove();
  await removeWholly(image);
});

const later = <T extends { readonly stop: () => unknown }>(service: T): T => {
  cleanups.push(service.stop);
  return service;
};

type Pushing = {
  readonly job: Job;
  readonly push: (
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<StepResult & { readonly digests: Readonly<Record<string, string>> }>;
};

/** A job with a Docker configuration of its own. */
const newJob = (config = '{}'): Pushing => {
  const job = startJob({ actions: actions.folder, env: { GITHUB_REF_NAME: 'feature/x' } });
  cleanups.push(job.end);
  const folder = join(job.temp, 'docker');
  mkdirSync(folder);
  writeFileSync(join(folder, 'config.json'), config);
  const push: Pushing['push'] = async (inputs, env = {}) => {
    const result = await job.action(
      'push',
      { image, image_tag: 'latest', ...inputs },
      { env: { DOCKER_CONFIG: folder, ...env } },
    );
    return { ...result, digests: JSON.parse(result.outputs['digests'] ?? '{}') };
  };
  return { job, push };
};

const registry = async (options: RegistryOptions = {}) => later(await startRegistry(options));

describe('references', () => {
  test('several names and tags get one upload each and the same manifest, which pulls back by digest', async () => {
    const { host, url, log } = await registry();
    const { push } = newJob();
    const result = await push({
      image_name: `${host}/acme/web\n${host}/acme/api`,
      image_tag: '1\n{{ .Branch }}\n{{ .CiName }}-{{ .Branch }}',
    });
    expect(result.code, result.output).toBe(0);
    expect(result.outputs['pushed']).toBe('true');
    const names = ['web', 'api'].flatMap((name) =>
      ['1', 'featurex', 'codeship-featurex'].map((tag) => `${host}/acme/${name}:${tag}`),
    );
    expect(Object.keys(result.digests)).toEqual(names);
    const [own = ''] = Object.values(result.digests);
    expect(result.outputs['checksums']).toBe(
      ['web', 'api'].map((name) => `${own.slice(7)}  ${host}/acme/${name}`).join('\n'),
    );
    for (const [name, digest] of Object.entries(result.digests)) {
      const [path = '', tag = ''] = name.slice(host.length + 1).split(':');
      expect(await seenAt(url, path, tag)).toMatchObject({ status: 200, digest });
      // Later steps find it by every name.
      expect((await run('docker', ['image', 'inspect', name], { check: false })).code).toBe(0);
    }
    const uploads = log().match(/"PUT \/v2\/acme\/web\/blobs\/uploads/g) ?? [];
    expect(uploads).toHaveLength(2);
    expect(result.output).toContain('`feature/x` without `/`');
    expect(result.summary).toContain(
      `| \`${host}/acme/web:1\` | \`${result.digests[`${host}/acme/web:1`]}\` |`,
    );
    const pulled = `${host}/acme/web@${result.digests[`${host}/acme/web:featurex`]}`;
    await removeImages(...names);
    await run('docker', ['pull', pulled]);
    cleanups.push(() => removeImages(pulled));
  });

  test('without `image`, the first reference that exists here is pushed', async () => {
    const { host } = await registry();
    await run('docker', ['tag', image, `${host}/acme/web:built`]);
    const { push } = newJob();
    const result = await push({
      image: '',
      image_name: `${host}/acme/web`,
      image_tag: 'new\nbuilt',
    });
    expect(result.code, result.output).toBe(0);
    expect(Object.keys(result.digests)).toHaveLength(2);
    const missing = await push({
      image: '',
      image_name: `${host}/acme/nothing`,
      image_tag: 'a\nb',
    });
    expect(missing.code).toBe(1);
    expect(missing.output).toContain(
      `None of the references exists in the engine: \`${host}/acme/nothing:a\`, \`${host}/acme/nothing:b\`.`,
    );
  });

  test('a second push sends nothing again; a tag that points elsewhere is set right', async () => {
    const { host, url, log } = await registry();
    const { push } = newJob();
    await push({ image_name: `${host}/acme/web`, image_tag: '1\n2' });
    const other = await newImage();
    cleanups.push(() => removeWholly(other));
    await push({ image: other, image_name: `${host}/acme/web`, image_tag: '2' });
    const before = log().length;
    const again = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2\n3' });
    expect(again.code, again.output).toBe(0);
    expect(again.output).toMatch(/web:1 sha256:\w+: was there already/);
    expect(again.output).toMatch(/web:2 sha256:\w+: pushed \(manifest only\)/);
    expect(log().slice(before)).not.toContain('blobs/uploads');
    const digests = await Promise.all(['1', '2', '3'].map((tag) => seenAt(url, 'acme/web', tag)));
    expect(new Set(digests.map(({ digest }) => digest)).size).toBe(1);
  });

  test('what cannot be pushed as it is written is said before anything is pushed', async () => {
    const { push } = newJob();
    const result = await push({
      image_name: 'acme/Web\nlocalhost:1/ok',
      image_tag: '{{ .Nope }}\n///',
    });
    expect(result.code).toBe(1);
    expect(result.output).toContain('`acme/Web` cannot be pushed to');
    expect(result.output).toContain('Nope');
    expect(result.output).toContain('`///` contains no characters that a tag can have');
    expect(result.outputs).toEqual({});
  });

  test.each([
    ['tag', 'main', false],
    ['tag', '^feature/', true],
    ['exclude', '^feature/', false],
    ['branches', 'only: [main, "rel/*"]', false],
    ['branches', 'except: main', true],
  ])('the condition %s: %s decides %s', async (name, value, pushed) => {
    const { host, url } = await registry();
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web`, [name]: value });
    expect(result.code, result.output).toBe(0);
    expect(result.outputs['pushed']).toBe(String(pushed));
    expect((await seenAt(url, 'acme/web', 'latest')).status).toBe(pushed ? 200 : 404);
    if (!pushed) expect(result.output).toContain('Nothing is pushed');
  });

  test("lines for the runner's list of artifacts", async () => {
    const { host } = await registry();
    const { job, push } = newJob();
    const file = join(job.temp, 'artifacts');
    writeFileSync(file, 'before\n');
    const result = await push(
      { image_name: `${host}/a\n${host}/b`, image_tag: '1\n2' },
      { GITHUB_ARTIFACTS: file },
    );
    const digest = Object.values(result.digests)[0];
    expect(readFileSync(file, 'utf8')).toBe(
      `before\noci://${host}/a@${digest}\noci://${host}/b@${digest}\n`,
    );
  });
});

describe('credentials', () => {
  const accounts = { htpasswd: { ada: 'correct horse' } };

  test('the login of an earlier step serves the engine and the further tags', async () => {
    const { host, url } = await registry(accounts);
    const { push } = newJob(dockerConfig(host, 'ada', 'correct horse'));
    const arguments_ = watchArguments();
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2\n3' });
    expect(arguments_.stop()).not.toContain('correct horse');
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('2 more tags');
    expect(result.output).not.toContain('warning');
    expect((await seenAt(url, 'acme/web', '3', 'ada:correct horse')).digest).toBe(
      result.digests[`${host}/acme/web:3`],
    );
  });

  test.each([
    ['no login', '{}', 'there is no credential for'],
    ['a wrong password', 'wrong', 'does not accept the credential'],
  ])('%s is named, once for all tags', async (_what, config, message) => {
    const { host } = await registry(accounts);
    const { push } = newJob(config === '{}' ? config : dockerConfig(host, 'ada', config));
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2' });
    expect(result.code).toBe(1);
    expect(result.output.match(/::error/g)).toHaveLength(1);
    expect(result.output).toContain(message);
    expect(result.output).toContain(`Not pushed either: \`${host}/acme/web:2\``);
    expect(result.outputs).toMatchObject({ pushed: 'false', digests: '{}' });
  });

  const withTokens = async (options: Partial<TokenServerOptions> = {}) => {
    const token = later(await startTokenServer({ users: { ada: 'correct horse' }, ...options }));
    return { token, ...(await registry({ token })) };
  };

  test('a token server gives a token for the repository, to read and write', async () => {
    const { host, token } = await withTokens();
    const { push } = newJob(dockerConfig(host, 'ada', 'correct horse'));
    // As a login that names the token server hands it on.
    const named = JSON.stringify({ [host]: { realms: [new URL(token.realm).host] } });
    const result = await push(
      { image_name: `${host}/acme/web`, image_tag: '1\n2' },
      { TRANSSHIP_REGISTRIES: named },
    );
    expect(result.code, result.output).toBe(0);
    expect(token.requests().flatMap(({ access }) => access)).toContainEqual({
      type: 'repository',
      name: 'acme/web',
      actions: ['pull', 'push'],
    });
  });

  test('an account that may only pull is told what is missing', async () => {
    const { host } = await withTokens({ grant: () => ['pull'] });
    const { push } = newJob(dockerConfig(host, 'ada', 'correct horse'));
    const result = await push({ image_name: `${host}/acme/web` });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      `the account is not allowed to push to \`acme/web\` at ${host}`,
    );
    expect(result.output).toContain('Give the account write access to this repository');
  });

  test('a token that has expired is not a credential', async () => {
    const { host } = await withTokens({ lifetime: -60 });
    const { push } = newJob(dockerConfig(host, 'ada', 'correct horse'));
    const result = await push({ image_name: `${host}/acme/web` });
    expect(result.code).toBe(1);
    expect(result.output).toMatch(/does not accept the credential|is not allowed to push/);
  });

  const key = Buffer.alloc(32, 7).toString('base64');

  test('an encrypted dockercfg serves this push only and leaves nothing behind', async () => {
    const { host } = await registry(accounts);
    const { job, push } = newJob();
    const plain = Buffer.from(dockerConfig(host, 'ada', 'correct horse'));
    const sealed = seal(plain, key, Buffer.alloc(16, 1));
    writeFileSync(join(job.workspace, 'dockercfg.encrypted'), sealed.ok ? sealed.value : '');
    const before = readdirSync(job.temp);
    const arguments_ = watchArguments();
    const inputs = {
      image_name: `${host}/acme/web`,
      image_tag: '1\n2',
      registry: `https://${host}/`,
      dockercfg: 'dockercfg.encrypted',
    };
    const result = await push({ ...inputs, 'aes-key': key });
    const seen = arguments_.stop();
    expect(result.code, result.output).toBe(0);
    for (const secret of ['correct horse', key]) {
      expect(seen).not.toContain(secret);
      expect(result.output.replace(/^::add-mask::.*$/gm, '')).not.toContain(secret);
    }
    expect(readdirSync(job.temp)).toEqual(before);
    expect(readdirSync(job.workspace)).toEqual(['dockercfg.encrypted']);
    expect((await push({ image_name: `${host}/acme/web`, image_tag: '3' })).output).toContain(
      'there is no credential',
    );
    const noKey = await push(inputs);
    expect(noKey.code).toBe(1);
    expect(noKey.output).toContain('`aes-key` is empty');
    const wrongKey = await push({ ...inputs, 'aes-key': Buffer.alloc(32, 8).toString('base64') });
    expect(wrongKey.code).toBe(1);
    expect(wrongKey.output).toContain('The AES key does not fit');
  });

  test('a dockercfg of another registry is said to have no credential for this one', async () => {
    const { host } = await registry(accounts);
    const { job, push } = newJob();
    writeFileSync(join(job.workspace, 'dockercfg'), '{"quay.io":{"auth":"YTpi","email":""}}');
    const result = await push({
      image_name: `${host}/acme/web`,
      registry: 'quay.io',
      dockercfg: 'dockercfg',
    });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      `The dockercfg has no credential for \`${host}\`; it has: quay.io`,
    );
    expect(result.output).toContain(
      `\`registry\` is \`quay.io\`, but the image is pushed to \`${host}\`, the registry in its name`,
    );
  });

  test("`registry: https://gcr.io` lends its key to another of Google's hosts", async () => {
    const authority = await createAuthority();
    cleanups.push(authority.remove);
    const [name, address] = ['transship-push.gcr.io', ownAddress()];
    cleanups.push(await nameForEngine(name, address));
    const key = '{"type":"service_account","private_key":"k"}';
    const behind = await registry({ htpasswd: { _json_key: key } });
    const tls = await authority.issue([name]);
    const options = { upstream: behind.url, fault: () => undefined, tls, address, name, port: 443 };
    later(await startFaultyProxy(options));
    cleanups.push(trustForEngine(name, authority.ca));
    const { job, push } = newJob();
    writeFileSync(
      join(job.workspace, 'dockercfg'),
      dockerConfig('https://gcr.io', '_json_key', key),
    );
    const inputs = { image_name: `${name}/acme/web`, image_tag: '1\n2', dockercfg: 'dockercfg' };
    const result = await push({ ...inputs, registry: 'https://gcr.io' });
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain(`The credential of \`gcr.io\` is used for \`${name}\``);
    expect(Object.keys(result.digests)).toHaveLength(2);
  });

  test('a credential of the dockercfg is not sent to a host of another owner', async () => {
    const { host, log } = await registry(accounts);
    const { job, push } = newJob();
    writeFileSync(
      join(job.workspace, 'dockercfg'),
      dockerConfig('quay.io', 'ada', 'correct horse'),
    );
    await push({ image_name: `${host}/acme/web`, registry: 'quay.io', dockercfg: 'dockercfg' });
    expect(log()).not.toContain('auth.user.name=ada');
  });
});

describe('TLS', () => {
  test('a registry under an authority that the engine trusts is reached by the further tags as well', async () => {
    const authority = await createAuthority();
    cleanups.push(authority.remove);
    const name = 'push-tls.transship.test';
    const address = ownAddress();
    cleanups.push(await nameForEngine(name, address));
    const { host } = await registry({
      tls: await authority.issue([name]),
      address,
      name,
      htpasswd: { ada: 'pw' },
    });
    cleanups.push(trustForEngine(host, authority.ca));
    const { push } = newJob(dockerConfig(host, 'ada', 'pw'));
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2' });
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('web:2 sha256:');
    expect(result.output).toContain('pushed (manifest only)');
  });

  test('where only the engine reaches the registry, every tag is pushed by itself, and says so', async () => {
    const authority = await createAuthority();
    cleanups.push(authority.remove);
    const address = ownAddress();
    // The engine takes any certificate of a loopback address; this program takes none that it does not know.
    const { host } = await registry({ tls: await authority.issue([address]), address });
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2' });
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('can be reached by the engine, but not by this step');
    expect(Object.keys(result.digests)).toHaveLength(2);
  });
});

describe('trouble', () => {
  const faulty = async (fault: Parameters<typeof startFaultyProxy>[0]['fault']) => {
    const behind = await registry();
    return { behind, ...later(await startFaultyProxy({ upstream: behind.url, fault })) };
  };

  test('503 and cut connections pass: what failed is tried again', async () => {
    let failures = 0;
    const { host } = await faulty(({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/manifests/')) return undefined;
      failures += 1;
      if (failures === 1) return { kind: 'answer', status: 503, body: 'busy' };
      if (failures === 3) return { kind: 'cut', after: 0 };
      if (failures === 4) return { kind: 'answer', status: 429, headers: { 'retry-after': '1' } };
      return undefined;
    });
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2\n3' });
    expect(result.code, result.output).toBe(0);
    expect(Object.keys(result.digests)).toHaveLength(3);
    expect(result.output).toContain('again in');
  });

  test('one refused tag fails the step, and the others are there', async () => {
    const body =
      '{"errors":[{"code":"TAG_INVALID","message":"The image tag \'2\' already exists and cannot be overwritten because the repository is immutable."}]}';
    const { host } = await faulty(({ method, path }) =>
      method === 'PUT' && path.endsWith('/manifests/2')
        ? { kind: 'answer', status: 400, headers: { 'content-type': 'application/json' }, body }
        : undefined,
    );
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2\n3' });
    expect(result.code).toBe(1);
    expect(Object.keys(result.digests)).toEqual([`${host}/acme/web:1`, `${host}/acme/web:3`]);
    expect(result.output).toContain(
      `the tag of \`${host}/acme/web:2\` exists and cannot be changed`,
    );
    expect(result.summary).toContain('❌ failed');
  });

  test('a slow registry is waited for', async () => {
    const { host } = await faulty(({ path }) =>
      path.includes('/manifests/') ? { kind: 'slow', delay: 700 } : undefined,
    );
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web`, image_tag: '1\n2' });
    expect(result.code, result.output).toBe(0);
  });

  test('a read-only registry is named', async () => {
    const { host } = await registry({ readOnly: true });
    const { push } = newJob();
    const result = await push({ image_name: `${host}/acme/web` });
    expect(result.code).toBe(1);
    expect(result.output).toContain('does not accept pushes');
  });

  test('a registry whose disk is full is not asked for ever', async () => {
    const storage = mkdtempSync(join(tmpdir(), 'transship-full-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', storage]);
    cleanups.push(() => run('umount', ['-l', storage]));
    const { host } = await registry({ storage });
    const { push } = newJob();
    // Compressed, it is still too large.
    const big = await newImage(600_000);
    cleanups.push(() => removeWholly(big));
    const result = await push({ image: big, image_name: `${host}/acme/web` });
    expect(result.code).toBe(1);
    expect(result.output).toContain('500 Internal Server Error');
    expect(result.output).toContain('its disk may be full');
  });

  test('a machine without Docker says so', async () => {
    const { job, push } = newJob();
    const bin = join(job.temp, 'bin');
    mkdirSync(bin);
    await run('ln', ['-s', process.execPath, join(bin, 'node')]);
    await run('ln', ['-s', '/bin/sh', join(bin, 'sh')]);
    const absent = await push({ image_name: 'localhost:1/acme/web' }, { PATH: bin });
    expect(absent.code).toBe(1);
    expect(absent.output).toContain(
      'This step needs a Docker engine for Linux containers, and there is no `docker` on PATH.',
    );
    const dead = await push(
      { image_name: 'localhost:1/acme/web' },
      { DOCKER_HOST: 'unix:///nowhere' },
    );
    expect(dead.output).toContain(
      'This step needs a Docker engine for Linux containers, and it does not answer',
    );
  });
});

describe('Amazon ECR', () => {
  const host = '123456789012.dkr.ecr.eu-central-2.amazonaws.com';

  /** A registry that knows no repository until Amazon's API has made it, as ECR. */
  const ecr = async () => {
    const moto = await startService('moto_server', ['-p', '0', '-H', '127.0.0.1'], {
      ready: /Running on (http:\/\/127\.0\.0\.1:\d+)/,
    });
    later(moto);
    const api = moto.match[1] ?? '';
    const authority = await createAuthority();
    cleanups.push(authority.remove);
    const behind = await registry({ htpasswd: { AWS: 'token' } });
    const address = ownAddress();
    cleanups.push(await nameForEngine(host, address));
    let created = false;
    const proxy = later(
      await startFaultyProxy({
        upstream: behind.url,
        fault: ({ path }) =>
          created || path === '/v2/'
            ? undefined
            : {
                kind: 'answer',
                status: 404,
                headers: { 'content-type': 'application/json' },
                body: '{"errors":[{"code":"NAME_UNKNOWN","message":"The repository with name \'acme/web\' does not exist in the registry with id \'123456789012\'"}]}',
              },
        tls: await authority.issue([host]),
        address,
        name: host,
        port: 443,
      }),
    );
    cleanups.push(trustForEngine(host, authority.ca));
    return {
      api,
      proxy,
      exists: () => {
        created = true;
      },
    };
  };

  test('a missing repository is named; with `create-repository` it is made by the API', async () => {
    const { api, exists } = await ecr();
    const { push } = newJob(dockerConfig(host, 'AWS', 'token'));
    const inputs = { image_name: `${host}/acme/web`, image_tag: '1\n2' };
    const missing = await push(inputs);
    expect(missing.code).toBe(1);
    expect(missing.output).toContain(`the repository \`acme/web\` does not exist at ${host}`);
    expect(missing.output).toContain('create-repository: true');

    const keys = {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'very-secret-key',
      AWS_ENDPOINT_URL_ECR: api,
    };
    // moto takes the request as Amazon would, and then the registry has the repository.
    const watch = setInterval(async () => {
      const answer = await fetch(`${api}/moto-api/data.json`).catch(() => undefined);
      if ((await answer?.text())?.includes('acme/web')) exists();
    }, 20);
    cleanups.push(() => clearInterval(watch));
    const arguments_ = watchArguments();
    const made = await push({ ...inputs, 'create-repository': 'true' }, keys);
    expect(arguments_.stop()).not.toContain('very-secret-key');
    expect(made.code, made.output).toBe(0);
    expect(made.output).toContain(`Created the repository acme/web at ${host}`);
    expect(Object.keys(made.digests)).toHaveLength(2);
  });

  test('an identity that is missing is told of', async () => {
    const { api } = await ecr();
    const { push } = newJob(dockerConfig(host, 'AWS', 'token'));
    const result = await push(
      { image_name: `${host}/acme/web`, 'create-repository': 'true' },
      { AWS_ENDPOINT_URL_ECR: api, AWS_EC2_METADATA_DISABLED: 'true' },
    );
    expect(result.code).toBe(1);
    expect(result.output).toContain('could not be created');
    expect(result.output).toContain('AWS_ACCESS_KEY_ID');
  });
});
