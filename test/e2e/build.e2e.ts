import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { type Job, type StepResult, startJob } from './boot-runner.ts';
import { dockerConfig, removeImages, seenAt } from './image-job.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type Buildkit, startBuildkit } from './setup/buildkit.ts';
import { run } from './setup/command.ts';
import { type RegistryOptions, startRegistry } from './setup/registry.ts';

let actions: ActionsFolder;
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['build', 'push']);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(() => actions.remove());

const base = 'transship.test/busybox:1';
let builds = 0;

/** A plugin that does not work stands before the machine's own. */
const breakBuildx = (config: string): void => {
  mkdirSync(join(config, 'cli-plugins'));
  writeFileSync(join(config, 'cli-plugins/docker-buildx'), '#!/bin/sh\nexit 1\n', {
    mode: 0o755,
  });
};

type Building = {
  readonly job: Job;
  readonly config: string;
  readonly name: string;
  readonly build: (
    inputs?: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<StepResult>;
};

/** A job with these files in its workspace and a Docker configuration of its own. */
const newJob = (files: Readonly<Record<string, string>>, config = '{}'): Building => {
  builds += 1;
  const name = `transship.test/built-${process.pid}-${builds}`;
  const env = {
    GITHUB_REF_NAME: 'feature/x',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  };
  const job = startJob({ actions: actions.folder, env });
  cleanups.push(job.end, () => removeImages(`${name}:latest`));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(job.workspace, path)), { recursive: true });
    writeFileSync(join(job.workspace, path), text);
  }
  const folder = join(job.temp, 'docker');
  mkdirSync(folder);
  writeFileSync(join(folder, 'config.json'), config);
  const build: Building['build'] = (inputs = {}, more = {}) =>
    job.action(
      'build',
      { image_name: name, ...inputs },
      { env: { DOCKER_CONFIG: folder, ...more } },
    );
  return { job, config: folder, name, build };
};

const registry = async (options: RegistryOptions = {}) => {
  const started = await startRegistry(options);
  cleanups.push(started.stop);
  return started;
};

const inspect = async (name: string, format: string): Promise<string> =>
  (await run('docker', ['image', 'inspect', '--format', format, name])).stdout.trim();

const withoutMasks = (text: string): string => text.replace(/^::add-mask::.*$/gm, '');

describe('what docker build does', () => {
  test('context, Dockerfile, arguments, labels, tags and target', async () => {
    const { name, build, job } = newJob({
      'app/docker/Dockerfile.ci': `FROM ${base} AS first\nARG REF\nARG WORDS\nLABEL ref=$REF words=$WORDS\nFROM first AS second\nCOPY file /file\nFROM second\nRUN false\n`,
      'app/file': 'content',
    });
    cleanups.push(() => removeImages(`${name}:featurex`, `${name}:1`));
    const result = await build({
      image_tag: '{{ .Branch }}\n1',
      context: 'app',
      dockerfile: 'docker/Dockerfile.ci',
      'build-args':
        'REF={{ .Branch }}@{{ printf "%.7s" .CommitID }}\nWORDS=two words; $(nothing)\nNOPE=1',
      labels: 'a.b=c d',
      target: 'second',
    });
    expect(result.code, result.output).toBe(0);
    expect(JSON.parse(await inspect(`${name}:1`, '{{json .Config.Labels}}'))).toEqual({
      'a.b': 'c d',
      ref: 'feature/x@0123456',
      words: 'two words; $(nothing)',
    });
    expect(result.outputs['image']).toBe(`${name}:featurex`);
    expect(result.outputs['image-id']).toBe(await inspect(`${name}:featurex`, '{{.Id}}'));
    expect(result.outputs['digest']).toBe('');
    expect(JSON.parse(result.outputs['metadata'] ?? '')).toHaveProperty(['buildx.build.ref']);
    expect(result.output).toContain('The Dockerfile has no ARG for `NOPE`');
    expect(result.summary).toMatch(
      /✅ Built in \d+\.\d s by the engine's own builder; \d of \d steps/,
    );
    expect(result.summary).toContain('COPY file /file');
    expect(readdirSync(job.temp).filter((entry) => entry.startsWith('transship-build-'))).toEqual(
      [],
    );
  });

  test('an image without a name has an id', async () => {
    const { build } = newJob({ Dockerfile: `FROM ${base}\nLABEL own=${Math.random()}\n` });
    const result = await build({ image_name: '' });
    expect(result.code, result.output).toBe(0);
    expect(result.outputs['image']).toBe('');
    expect(await inspect(result.outputs['image-id'] ?? '', '{{.Id}}')).toBe(
      result.outputs['image-id'],
    );
    cleanups.push(() => removeImages(result.outputs['image-id'] ?? ''));
  });

  test('an image that an earlier step built is a base', async () => {
    const { name, build } = newJob({
      'a/Dockerfile': `FROM ${base}\nLABEL one=1\n`,
      'b/Dockerfile': 'ARG FROM\nFROM $FROM\nLABEL two=2\n',
    });
    await build({ context: 'a' });
    cleanups.push(() => removeImages(`${name}-b:latest`));
    const result = await build({
      image_name: `${name}-b`,
      context: 'b',
      'build-args': `FROM=${name}`,
    });
    expect(result.code, result.output).toBe(0);
    expect(await inspect(`${name}-b`, '{{json .Config.Labels}}')).toBe('{"one":"1","two":"2"}');
  });

  test('private base images come by the login', async () => {
    const { host } = await registry({ htpasswd: { ada: 'pw' } });
    const config = dockerConfig(host, 'ada', 'pw');
    const image = `${host}/acme/base:1`;
    const files = { Dockerfile: `FROM ${image}\nLABEL own=${Math.random()}\n` };
    const allowed = newJob(files, config);
    await run('docker', ['tag', base, image]);
    await run('docker', ['push', image], {
      env: { ...process.env, DOCKER_CONFIG: allowed.config },
    });
    await removeImages(image);
    const refused = await newJob(files).build();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(
      'A base image could not be pulled: put a step with the login action',
    );
    const result = await allowed.build();
    expect(result.code, result.output).toBe(0);
    cleanups.push(() => removeImages(image));
  });

  test.each([
    [{ context: 'nowhere' }, 'The build context nowhere is not a folder.'],
    [
      { context: 'app', dockerfile: 'app/Dockerfile' },
      '`dockerfile` is relative to `context`, not to the root of the checkout: write `Dockerfile`.',
    ],
    [{ dockerfile: 'Nope' }, 'There is no Dockerfile Nope.'],
    [{ 'build-args': 'A={{ .Nope }}' }, 'The build argument `A`'],
    [{ image_name: 'Acme' }, '`Acme` has to be in lower case'],
    [{ secrets: 'nothing' }, 'entry 1 is not an `id=value`'],
    [{ 'encrypted-args-file': 'none' }, 'none was not found in the workspace'],
  ])('%j is said before anything is built', async (inputs, message) => {
    const { build } = newJob({ Dockerfile: `FROM ${base}\n`, 'app/Dockerfile': `FROM ${base}\n` });
    const result = await build(inputs);
    expect(result.code).toBe(1);
    expect(result.output).toContain(message);
  });

  test.each([
    [`FROM ${base}\nRUN echo nothing >&2; exit 3\n`, 'exit code: 3', undefined],
    [`FROM ${base}\nCOPY nothing /\n`, 'nothing', 'The file is not in the build context'],
    [`FROM ${base}\nNONSENSE\n`, 'NONSENSE', 'The Dockerfile cannot be read'],
    [`FROM ${base}\nRUN dd if=/dev/zero of=/small/x bs=1M count=1\n`, 'exit code: 1', undefined],
  ])('a build that fails says why: %j', async (dockerfile, message, remedy) => {
    const { build } = newJob({ Dockerfile: dockerfile });
    const result = await build();
    expect(result.code).toBe(1);
    expect(result.output).toMatch(/::error title=transship build::The build failed/);
    expect(result.output).toContain(message);
    if (remedy !== undefined) expect(result.output).toContain(remedy);
    expect(result.summary).toContain('❌ Failed');
  });

  test('a machine without Docker says so', async () => {
    const { build, job } = newJob({ Dockerfile: `FROM ${base}\n` });
    const bin = join(job.temp, 'bin');
    mkdirSync(bin);
    await run('ln', ['-s', process.execPath, join(bin, 'node')]);
    await run('ln', ['-s', '/bin/sh', join(bin, 'sh')]);
    const result = await build({}, { PATH: bin });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      'This step needs a Docker engine for Linux containers, and there is no `docker` on PATH.',
    );
  });
});

describe('secrets', () => {
  const key = Buffer.alloc(32, 9).toString('base64');

  test('encrypted arguments reach the build, are masked, and their place in the history is reported', async () => {
    const { name, build, job } = newJob({
      Dockerfile: `FROM ${base}\nARG TOKEN\nARG PLAIN\nRUN echo "$TOKEN-$PLAIN" > /used; echo "token is $TOKEN"\n`,
    });
    const sealed = seal(Buffer.from('# remark\nTOKEN=hunter2 secret\n'), key, Buffer.alloc(16, 3));
    writeFileSync(join(job.workspace, 'args.encrypted'), sealed.ok ? sealed.value : '');
    const inline = seal(Buffer.from('PLAIN=second secret'), key, Buffer.alloc(16, 4));
    const arguments_ = watchArguments();
    const result = await build({
      'encrypted-args-file': 'args.encrypted',
      'encrypted-args': inline.ok ? inline.value : '',
      'aes-key': key,
    });
    const seen = arguments_.stop();
    expect(result.code, result.output).toBe(0);
    const { stdout } = await run('docker', ['run', '--rm', name, 'cat', '/used']);
    expect(stdout).toBe('hunter2 secret-second secret\n');
    for (const secret of ['hunter2 secret', 'second secret']) {
      const first = result.output.split('\n').find((line) => line.includes(secret));
      expect(first).toMatch(/^::add-mask::/);
      expect(result.summary).not.toContain(secret);
      expect(JSON.stringify(result.outputs)).not.toContain(secret);
      // The shell of the RUN itself has it where the Dockerfile puts it; no program of ours does.
      expect(
        seen.split('\n').filter((line) => line.includes(secret) && /docker|node|buildx/.test(line)),
      ).toEqual([]);
    }
    expect(seen).not.toContain(key);
    expect(result.output).toContain(
      'The values of `TOKEN`, `PLAIN` come from an encrypted file and are visible in the history',
    );
    expect((await run('docker', ['history', '--no-trunc', name])).stdout).toContain('hunter2');
  });

  const hostile = {
    HTTPS_PROXY: 'http://user:pr0xy-pass@127.0.0.1:9',
    DOCKER_HOST: 'tcp://127.0.0.1:9',
    PATH_X: '/nowhere',
    LD_PRELOAD: '/nowhere.so',
    GIT_SHA: '0123abc',
    NODE_ENV: 'test ${NODE_ENV} $${x} %{if} "q" \\n \\',
    BUILDX_CONFIG: '/nowhere/buildx',
  };
  const echoing = `FROM ${base}\n${Object.keys(hostile)
    .map((name) => `ARG ${name}\n`)
    .join('')}RUN ${Object.keys(hostile)
    .map((name) => `echo "${name}=$${name}" >> /used`)
    .join(' && ')}\n`;

  test.each(['buildx', 'the classic builder'])(
    'arguments of any name arrive, and steer no client: %s',
    async (builder) => {
      const { name, build, config } = newJob({ Dockerfile: echoing });
      if (builder !== 'buildx') breakBuildx(config);
      const arguments_ = watchArguments();
      const result = await build({
        'build-args': Object.entries(hostile)
          .map(([key_, value]) => `${key_}=${value}`)
          .join('\n'),
      });
      const seen = arguments_.stop();
      expect(result.code, result.output).toBe(0);
      const { stdout } = await run('docker', ['run', '--rm', '--entrypoint', 'cat', name, '/used']);
      expect(stdout).toBe(
        Object.entries(hostile)
          .map(([key_, value]) => `${key_}=${value}\n`)
          .join(''),
      );
      expect(
        seen
          .split('\n')
          .filter((line) => line.includes('pr0xy-pass') && /docker|buildx/.test(line)),
      ).toEqual([]);
    },
  );

  test('BuildKit secrets are in no argument, log, history or image', async () => {
    // Of one length: a layer of an earlier run may be taken, for secrets are no part of its key.
    const secret = `s3cr3t-${crypto.randomUUID()}`;
    const { name, build } = newJob({
      Dockerfile: `FROM ${base}\nRUN --mount=type=secret,id=one --mount=type=secret,id=two wc -c < /run/secrets/one > /size && wc -l < /run/secrets/two >> /size\n`,
    });
    const arguments_ = watchArguments();
    const result = await build({ secrets: `one=${secret}\n"two=first ${secret}\nsecond line\n"` });
    const seen = arguments_.stop();
    expect(result.code, result.output).toBe(0);
    const { stdout } = await run('docker', ['run', '--rm', name, 'cat', '/size']);
    expect(stdout).toBe(`${secret.length}\n2\n`);
    expect(seen).not.toContain(secret);
    expect(withoutMasks(result.output)).not.toContain(secret);
    expect(
      `${(await run('docker', ['history', '--no-trunc', name])).stdout}${await inspect(name, '{{json .}}')}`,
    ).not.toContain(secret);
    const { stdout: saved } = await run(
      'sh',
      ['-c', `docker save ${name} | grep -ac "$SECRET" || true`],
      { env: { ...process.env, SECRET: secret } },
    );
    expect(saved.trim()).toBe('0');
  });

  test('an SSH key is lent to the build', async () => {
    const { build, job } = newJob({
      Dockerfile: `FROM ${base}\nRUN --mount=type=ssh test -S "$SSH_AUTH_SOCK"\n`,
    });
    const file = join(job.temp, 'key');
    await run('openssl', ['genrsa', '-traditional', '-out', file, '2048']);
    const result = await build({ ssh: `default=${file}` });
    expect(result.code, result.output).toBe(0);
  });

  test('a build that prints workflow commands is not obeyed', async () => {
    const { build, job } = newJob({
      Dockerfile: `FROM ${base}\nRUN printf '::set-env name=EVIL::1\\n::add-path::/evil\\n::error::fake\\n'\n`,
    });
    const result = await build();
    expect(result.code, result.output).toBe(0);
    const token = /::stop-commands::(\S+)/.exec(result.output)?.[1] ?? 'none';
    const [, inside = ''] = result.output.split(`::stop-commands::${token}`);
    expect(inside.indexOf('::add-path::/evil')).toBeLessThan(inside.indexOf(`::${token}::`));
    expect(job.env()).not.toHaveProperty('EVIL');
  });
});

describe('a machine without buildx', () => {
  test('builds by the engine, with a cache that is pulled and pushed as CodeShip did', async () => {
    const { host, url } = await registry();
    const files = {
      Dockerfile: `FROM ${base}\nARG X\nRUN echo ${Math.random()} $X > /x\nRUN sleep 0\n`,
    };
    const inputs = { cache: `${host}/cache`, 'cache-scope': 'web', 'build-args': 'X=1' };
    const first = newJob(files);
    breakBuildx(first.config);
    const result = await first.build(inputs);
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('the classic builder of the engine');
    expect(result.summary).toContain('[1/4]');
    expect((await seenAt(url, 'cache', 'web-feature_x')).status).toBe(200);
    const id = result.outputs['image-id'] ?? '';
    await removeImages(`${first.name}:latest`, id);
    const second = newJob(files);
    breakBuildx(second.config);
    const again = await second.build(inputs);
    expect(again.output).toContain('3 of 4 steps from the cache');
    expect(again.outputs['image-id']).toBe(id);
    cleanups.push(() => removeImages(`${host}/cache:web-feature_x`));
  });

  test('what only BuildKit does fails with what to do, where buildx cannot be brought', async () => {
    const { build, config } = newJob({ Dockerfile: `FROM ${base}\n` });
    breakBuildx(config);
    const result = await build({ secrets: 'a=bcdef' }, { RUNNER_TOOL_CACHE: '' });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      'This build needs BuildKit (secrets), and the docker client here has no buildx.',
    );
    expect(result.output).toContain('Install the buildx plugin');
  });
});

describe('a builder of its own', () => {
  let buildkit: Buildkit;
  let config = '';
  beforeAll(async () => {
    config = mkdtempSync(join(tmpdir(), 'transship-buildx-'));
    buildkit = await startBuildkit({ env: { ...process.env, BUILDX_CONFIG: config } });
  });
  afterAll(() => buildkit.stop());
  const env = () => ({ BUILDX_CONFIG: config, BUILDX_BUILDER: buildkit.builder });
  const forget = () =>
    run('docker', ['buildx', 'prune', '--builder', buildkit.builder, '-af'], {
      env: { ...process.env, ...env() },
    });

  const busybox = async (): Promise<Readonly<Record<string, string>>> => ({
    Dockerfile: `FROM scratch AS tools\nCOPY one /one\nFROM scratch\nCOPY --from=tools /one /two\nLABEL own=${Math.random()}\n`,
    one: String(Math.random()),
  });

  test('the cache in a registry has every stage, for each branch, with a fallback', async () => {
    const { host, url } = await registry();
    const files = await busybox();
    const inputs = { cache: `${host}/cache`, 'cache-scope': 'web', 'cache-branch': 'main' };
    const main = await newJob(files).build(inputs, { ...env(), GITHUB_REF_NAME: 'main' });
    expect(main.code, main.output).toBe(0);
    expect(main.output).toContain('No cache yet');
    expect(main.outputs['digest']).toMatch(/^sha256:/);
    expect((await seenAt(url, 'cache', 'web-main')).status).toBe(200);
    await forget();
    const branch = await newJob(files).build(inputs, env());
    expect(branch.code, branch.output).toBe(0);
    expect(branch.output).toMatch(/COPY one \/one\n#\d+ CACHED/);
    expect(branch.output).not.toContain('::warning');
    expect((await seenAt(url, 'cache', 'web-feature_x')).status).toBe(200);
  });

  test("a fork's pull request reads the cache and writes none", async () => {
    const { host, url } = await registry();
    const { build, job } = newJob(await busybox());
    const event = join(job.temp, 'event.json');
    writeFileSync(
      event,
      JSON.stringify({ pull_request: { head: { repo: { full_name: 'eve/shop' } } } }),
    );
    const result = await build(
      { cache: `${host}/cache`, 'cache-scope': 'web' },
      { ...env(), GITHUB_EVENT_PATH: event, GITHUB_HEAD_REF: 'main' },
    );
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('Pull requests from forks read the cache but do not write it');
    expect((await seenAt(url, 'cache', 'web-main')).status).toBe(404);
  });

  test('a cache that cannot be written warns and fails nothing', async () => {
    const { host } = await registry({ readOnly: true });
    const result = await newJob(await busybox()).build({ cache: `${host}/cache` }, env());
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain(
      '::warning title=transship build::The cache could not be written',
    );
  });

  test('an image that is only in the engine is built by the engine', async () => {
    const { host, url } = await registry();
    const { build } = newJob({ Dockerfile: `FROM ${base}\nLABEL own=${Math.random()}\n` });
    const result = await build({ cache: `${host}/cache`, 'cache-scope': 'web' }, env());
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain(`\`${base}\` only exists in this engine`);
    expect(result.output).toContain("with the engine's own builder");
    expect(result.output).toContain('caches the final stage only');
    // As CodeShip: the image itself is the cache.
    expect((await seenAt(url, 'cache', 'web-feature_x')).manifest).toContain('"layers"');
  });

  test('several platforms wait outside the engine until `push` takes them', async () => {
    const { host, url } = await registry();
    const {
      build,
      job,
      config: docker,
    } = newJob({ Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY Dockerfile /$TARGETARCH\n' });
    const name = `${host}/acme/multi`;
    const result = await build(
      { image_name: name, image_tag: '1', platforms: 'linux/amd64,linux/arm64' },
      env(),
    );
    expect(result.code, result.output).toBe(0);
    expect(result.outputs['image-id']).toBe('');
    const pushed = await job.action(
      'push',
      { image_name: `${name}\n${host}/other`, image_tag: '1\n2' },
      { env: { DOCKER_CONFIG: docker, ...env() } },
    );
    expect(pushed.code, pushed.output).toBe(0);
    const digests = JSON.parse(pushed.outputs['digests'] ?? '{}') as Record<string, string>;
    expect(new Set(Object.values(digests))).toEqual(new Set([result.outputs['digest']]));
    const { manifest } = await seenAt(url, 'other', '2');
    const platforms = (
      JSON.parse(manifest) as { manifests: { platform: { architecture: string } }[] }
    ).manifests;
    expect(platforms.map(({ platform }) => platform.architecture)).toEqual(['amd64', 'arm64']);
    const single = await build({ image_name: name, image_tag: '1' }, env());
    expect(single.outputs['image-id']).toMatch(/^sha256:/);
    cleanups.push(() => removeImages(`${name}:1`));
  });

  test('a full disk is named', async () => {
    const small = mkdtempSync(join(tmpdir(), 'transship-small-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small]);
    cleanups.push(() => run('umount', ['-l', small]));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = small;
    const little = await startBuildkit({ env: { ...process.env, BUILDX_CONFIG: config } });
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    cleanups.push(little.stop);
    const { build, job } = newJob({ Dockerfile: 'FROM scratch\nCOPY large /large\n' });
    writeFileSync(join(job.workspace, 'large'), randomBytes(20_000_000));
    const result = await build({}, { BUILDX_CONFIG: config, BUILDX_BUILDER: little.builder });
    expect(result.code).toBe(1);
    expect(result.output).toContain('no space left on device');
    expect(result.output).toContain('The disk of the runner is full');
  });

  test('several platforms need such a builder', async () => {
    const { build } = newJob({ Dockerfile: `FROM ${base}\n` });
    const result = await build({ platforms: 'linux/amd64,linux/arm64' });
    expect(result.code).toBe(1);
    expect(result.output).toContain(
      'Several platforms (linux/amd64, linux/arm64) cannot be built here.',
    );
    expect(result.output).toContain('docker/setup-buildx-action');
  });
});

test("the engine's own builder keeps the cache of a registry on this machine", async () => {
  const { host, url } = await registry();
  const files = { Dockerfile: `FROM ${base}\nRUN echo ${Math.random()} > /x\nRUN sleep 0\n` };
  const inputs = { cache: `${host}/cache`, 'cache-scope': 'web' };
  const first = newJob(files);
  const result = await first.build(inputs);
  expect(result.code, result.output).toBe(0);
  expect(result.output).toContain('only reachable with settings of this engine');
  expect(result.output).toContain(`Cache pushed to ${host}/cache:web-feature_x`);
  expect((await seenAt(url, 'cache', 'web-feature_x')).status).toBe(200);
  await removeImages(`${first.name}:latest`);
  await run('docker', ['builder', 'prune', '-af']);
  const again = await newJob(files).build(inputs);
  expect(again.code, again.output).toBe(0);
  expect(again.output).toMatch(/importing cache manifest/);
  expect(again.output).toContain('2 of 3 steps from the cache');
});

test("without the runner's variables there is no cache of GitHub, and a warning", async () => {
  const { build } = newJob({ Dockerfile: `FROM ${base}\n` });
  const result = await build({ cache: 'gha' });
  expect(result.code, result.output).toBe(0);
  expect(result.output).toContain(
    "The runner does not say how to reach GitHub's cache (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL missing)",
  );
});
