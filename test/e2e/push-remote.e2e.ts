import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type StepResult, startJob } from './boot-runner.ts';
import { newImage, removeImages, removeWholly, seenAt } from './image-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { startRegistry } from './setup/registry.ts';
import { programOnPath } from './setup/tools.ts';

let actions: ActionsFolder;
let withoutDocker = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['push']);
  withoutDocker = mkdtempSync(join(tmpdir(), 'transship-path-'));
  symlinkSync(process.execPath, join(withoutDocker, 'node'));
  symlinkSync('/bin/sh', join(withoutDocker, 'sh'));
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(() => {
  actions.remove();
  rmSync(withoutDocker, { recursive: true });
});

const registry = async (htpasswd?: Readonly<Record<string, string>>) => {
  const started = await startRegistry(htpasswd === undefined ? {} : { htpasswd });
  cleanups.push(started.stop);
  return started;
};

const auth = (text: string): { readonly auth: string } => ({
  auth: Buffer.from(text).toString('base64'),
});

/** The action with a Docker configuration of its own; without an engine or a client unless told. */
const push = async (
  inputs: Readonly<Record<string, string>>,
  auths: Readonly<Record<string, unknown>> = {},
  path = withoutDocker,
  more: Readonly<Record<string, string>> = {},
): Promise<StepResult & { readonly digests: Readonly<Record<string, string>> }> => {
  const job = startJob({ actions: actions.folder });
  cleanups.push(job.end);
  const folder = join(job.temp, 'docker');
  mkdirSync(folder);
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths }));
  const env = { DOCKER_CONFIG: folder, ...(path === '' ? {} : { PATH: path }), ...more };
  const result = await job.action('push', inputs, { env });
  return { ...result, digests: JSON.parse(result.outputs['digests'] ?? '{}') };
};

/** Pushes a new image by the docker client, and gives its digest there. */
const pushed = async (name: string, platform?: string): Promise<string> => {
  if (platform === undefined) {
    const image = await newImage(300_000);
    cleanups.push(() => removeWholly(image));
    await run('docker', ['tag', image, name]);
  } else {
    const folder = mkdtempSync(join(tmpdir(), 'transship-context-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY content /\n');
    writeFileSync(join(folder, 'content'), `${name} ${Math.random()}`);
    await run('docker', ['buildx', 'build', '--platform', platform, '--tag', name, folder]);
  }
  cleanups.push(() => removeImages(name));
  const { stdout } = await run('docker', ['push', name]);
  return /digest: (sha256:\w+)/.exec(stdout)?.[1] ?? '';
};

describe('an image of another registry', () => {
  test('is copied with its digest, without an engine, from and to places with passwords', async () => {
    const [from, to] = [await registry(), await registry({ bob: 'two' })];
    const digest = await pushed(`${from.host}/acme/web:1`);
    const result = await push(
      {
        from: `${from.host}/acme/web:1`,
        image_name: `${to.host}/mirror/web`,
        image_tag: '1\nlatest',
      },
      { [to.host]: auth('bob:two') },
    );
    expect(result.code, result.output).toBe(0);
    expect(result.digests).toEqual({
      [`${to.host}/mirror/web:1`]: digest,
      [`${to.host}/mirror/web:latest`]: digest,
    });
    const local = `${to.host}/mirror/web@${digest}`;
    await run('docker', ['login', '-u', 'bob', '--password-stdin', to.host], { input: 'two' });
    await run('docker', ['pull', local]);
    await run('docker', ['logout', to.host]);
    cleanups.push(() => removeImages(local));
    const again = await push(
      {
        from: `${from.host}/acme/web@${digest}`,
        image_name: `${to.host}/mirror/web`,
        image_tag: '1',
      },
      { [to.host]: auth('bob:two') },
    );
    expect(again.output).toContain('was there already');
  });

  test('of the same registry is not sent at all', async () => {
    const own = await registry();
    const digest = await pushed(`${own.host}/acme/web:1`);
    const before = own.log().length;
    const result = await push({
      from: `${own.host}/acme/web:1`,
      image_name: `${own.host}/acme/release`,
    });
    expect(result.code, result.output).toBe(0);
    expect(result.digests).toEqual({ [`${own.host}/acme/release:latest`]: digest });
    expect(own.log().slice(before)).not.toMatch(/"(?:PATCH|PUT) \/v2\/acme\/release\/blobs/);
  });

  test('that does not exist, or whose target refuses, says so', async () => {
    const [from, to] = [await registry(), await registry({ bob: 'two' })];
    const missing = await push({ from: `${from.host}/acme/no:1`, image_name: `${to.host}/x` });
    expect([missing.code, missing.output]).toEqual([1, expect.stringContaining('does not exist')]);
    await pushed(`${from.host}/acme/web:1`);
    const refused = await push({ from: `${from.host}/acme/web:1`, image_name: `${to.host}/x` });
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('no credential')]);
    const both = await push({ from: 'a/b', digests: 'sha256:1', image_name: `${to.host}/x` });
    expect(both.output).toContain('`from` and `digests` cannot be combined');
  });
});

describe('images of single platforms', () => {
  test('become one image, from which each machine pulls its own', async () => {
    const [own, other] = [await registry(), await registry()];
    const amd = await pushed(`${own.host}/acme/web:amd`, 'linux/amd64');
    const arm = await pushed(`${own.host}/acme/web:arm`, 'linux/arm64');
    const result = await push({
      digests: `${amd}\n${own.host}/acme/web@${arm}\n`,
      image_name: `${own.host}/acme/web\n${other.host}/copy`,
      image_tag: '1\nlatest',
    });
    expect(result.code, result.output).toBe(0);
    expect(new Set(Object.values(result.digests)).size).toBe(1);
    for (const [url, path] of [
      [own.url, 'acme/web'],
      [other.url, 'copy'],
    ] as const) {
      const { manifests } = JSON.parse((await seenAt(url, path, 'latest')).manifest);
      expect(
        manifests.map(({ digest, platform }: { digest: string; platform: object }) => [
          digest,
          platform,
        ]),
      ).toEqual([
        [amd, { architecture: 'amd64', os: 'linux' }],
        [arm, { architecture: 'arm64', os: 'linux' }],
      ]);
    }
    const local = `${other.host}/copy:1`;
    cleanups.push(() => removeImages(local));
    await run('docker', ['pull', '--platform', 'linux/arm64', local]);
    const seen = await run('docker', ['image', 'inspect', '--format', '{{.Architecture}}', local]);
    expect(seen.stdout.trim()).toBe('arm64');
  });

  test('that are missing, or twice the same platform, are refused', async () => {
    const own = await registry();
    const amd = await pushed(`${own.host}/acme/web:amd`, 'linux/amd64');
    const also = await pushed(`${own.host}/acme/web:too`, 'linux/amd64');
    const name = { image_name: `${own.host}/acme/web` };
    const twice = await push({ digests: `${amd}\n${also}`, ...name });
    expect(twice.output).toContain('for the same platform (linux/amd64)');
    const gone = await push({ digests: `sha256:${'0'.repeat(64)}`, ...name });
    expect(gone.output).toContain(`has no sha256:${'0'.repeat(64)}`);
    expect((await push({ digests: 'latest', ...name })).output).toContain('line 1 is not a digest');
  });
});

test('annotations are in the manifest, of several lines too, and the image pulls back', async () => {
  const own = await registry();
  const image = await newImage();
  cleanups.push(() => removeWholly(image));
  const result = await push(
    {
      image,
      image_name: `${own.host}/acme/web`,
      image_tag: '1\n2',
      annotations: 'org.example.team=web\n"org.example.note=one\ntwo"',
    },
    {},
    '',
  );
  expect(result.code, result.output).toBe(0);
  const { manifest, digest } = await seenAt(own.url, 'acme/web', '1');
  expect(JSON.parse(manifest).annotations).toEqual({
    'org.example.team': 'web',
    'org.example.note': 'one\ntwo',
  });
  expect(Object.values(result.digests)).toEqual([digest, digest]);
  const local = `${own.host}/acme/web@${digest}`;
  cleanups.push(() => removeImages(local));
  await run('docker', ['pull', local]);
});

test('a dry run tells what there is and what would be, and changes nothing', async () => {
  const own = await registry();
  const image = await newImage();
  cleanups.push(() => removeWholly(image));
  const there = await pushed(`${own.host}/acme/web:1`);
  const before = own.log().length;
  const result = await push(
    { image, image_name: `${own.host}/acme/web`, image_tag: '1\n2', 'dry-run': 'true' },
    {},
    '',
  );
  expect(result.code, result.output).toBe(0);
  expect(result.output).toContain(`web:1: would be pushed; in the registry now: ${there}`);
  expect(result.output).toContain('web:2: would be pushed; in the registry now: no such tag');
  expect(result.outputs).toMatchObject({ digests: '{}', pushed: 'false' });
  expect(own.log().slice(before)).not.toMatch(/"(?:PUT|POST|PATCH) /);
});

describe('signatures', () => {
  const key = '-----BEGIN ENCRYPTED COSIGN PRIVATE KEY-----\nbXkga2V5\n-----END-----';

  /** A PATH with a `cosign` that writes down what it was given. */
  const withCosign = (exit = 0): { readonly path: string; readonly said: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'transship-cosign-'));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    const said = join(folder, 'said');
    writeFileSync(
      join(folder, 'cosign'),
      `#!/bin/sh\n[ "$1" = version ] && exit 0\nprintf '%s|' "$@" "$COSIGN_PASSWORD" "$TRANSSHIP_SIGN_KEY" "$DOCKER_CONFIG" >> ${said}\necho >> ${said}\necho 'Error: no key' >&2\nexit ${exit}\n`,
      { mode: 0o755 },
    );
    return { path: `${folder}:${withoutDocker}`, said };
  };

  test('are made once for each digest, by a key that is in no word', async () => {
    const [from, to] = [await registry(), await registry()];
    const digest = await pushed(`${from.host}/acme/web:1`);
    const { path, said } = withCosign();
    const inputs = {
      from: `${from.host}/acme/web:1`,
      image_name: `${to.host}/acme/web`,
      image_tag: '1\n2',
      sign: 'true',
      'sign-key': key,
      'sign-options': '--tlog-upload=false -a "team=a b"',
    };
    const result = await push(inputs, {}, path);
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain(`Signed ${to.host}/acme/web@${digest}`);
    expect(readFileSync(said, 'utf8').replace(/\|[^|\n]*docker\|\n$/, '')).toBe(
      `sign|--yes|--key|env://TRANSSHIP_SIGN_KEY|--tlog-upload=false|-a|team=a b|${to.host}/acme/web@${digest}||${key}`,
    );
    const shown = result.output.replaceAll(/::add-mask::.*/g, '');
    expect(shown).not.toContain('bXkga2V5');
  });

  // Not among the tools that are there by default: on two cores it takes five minutes to build.
  const cosign = programOnPath('cosign');
  const missing = cosign === undefined ? ' (skipped, needs `.ci/install.sh cosign`)' : '';
  test.skipIf(missing !== '')(
    `by the real cosign verify with its public key${missing}`,
    async () => {
      const [from, to] = [await registry(), await registry({ bob: 'two' })];
      const digest = await pushed(`${from.host}/acme/web:1`);
      const folder = mkdtempSync(join(tmpdir(), 'transship-keys-'));
      cleanups.push(() => rmSync(folder, { recursive: true }));
      const env = { ...process.env, HOME: folder, COSIGN_PASSWORD: 'of the key' };
      await run('cosign', ['generate-key-pair'], { cwd: folder, env });
      const result = await push(
        {
          from: `${from.host}/acme/web:1`,
          image_name: `${to.host}/acme/web`,
          image_tag: '1\n2',
          sign: 'true',
          'sign-key': readFileSync(join(folder, 'cosign.key'), 'utf8'),
          'sign-options': '--use-signing-config=false --tlog-upload=false -a team=web',
        },
        { [to.host]: auth('bob:two') },
        `${dirname(cosign ?? '')}:${withoutDocker}`,
        { COSIGN_PASSWORD: 'of the key', HOME: folder },
      );
      expect(result.code, result.output).toBe(0);
      expect(result.output).toContain(`Signed ${to.host}/acme/web@${digest}`);
      await run('cosign', ['trusted-root', 'create', '--out', 'root.json'], { cwd: folder, env });
      writeFileSync(
        join(folder, 'config.json'),
        JSON.stringify({ auths: { [to.host]: auth('bob:two') } }),
      );
      const verified = await run(
        'cosign',
        [
          ...['verify', '--key', 'cosign.pub', '--insecure-ignore-tlog=true'],
          ...['--trusted-root', 'root.json', `${to.host}/acme/web:2`],
        ],
        { cwd: folder, env: { ...env, DOCKER_CONFIG: folder } },
      );
      expect(verified.stdout).toContain(digest);
    },
  );

  test('that fail are a failure of what was pushed; without cosign nothing is pushed', async () => {
    const [from, to] = [await registry(), await registry()];
    const digest = await pushed(`${from.host}/acme/web:1`);
    const inputs = {
      from: `${from.host}/acme/web:1`,
      image_name: `${to.host}/acme/web`,
      sign: 'true',
    };
    const none = await push(inputs);
    expect([none.code, none.output]).toEqual([
      1,
      expect.stringMatching(/cosign on PATH.*uses: sigstore\/cosign-installer@[0-9a-f]{40} # v/s),
    ]);
    expect(await seenAt(to.url, 'acme/web', 'latest')).toMatchObject({ status: 404 });
    const failing = await push(inputs, {}, withCosign(1).path);
    expect(failing.code).toBe(1);
    expect(failing.output).toContain(`@${digest}\` was pushed, but not signed: Error: no key`);
    expect(failing.outputs['pushed']).toBe('true');
  });
});
