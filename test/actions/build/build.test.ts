// The action `build` as a program, against a docker client that is a function: what it asks for, what it leaves, what it says.

import { describe, expect, test } from 'vitest';
import { build } from '../../../src/actions/build/build.ts';
import type { ExecResult, HttpRequest } from '../../../src/host/host.ts';
import { buildInterface } from '../../../src/interfaces/build.ts';
import {
  answer,
  exited,
  type FakeExec,
  type FakeHost,
  type FakeHostOptions,
} from '../../fake-host.ts';
import { type ProgramRun, runProgram } from '../run-program.ts';

const imageId = `sha256:${'1'.repeat(64)}`;
const digest = `sha256:${'2'.repeat(64)}`;

type Machine = {
  /** Of `docker info`. */
  readonly info?: object;
  readonly plugins?: readonly string[];
  /** What the builder gives instead of an image. */
  readonly build?: (call: FakeExec) => ExecResult;
  /** Names of images that the engine has. */
  readonly images?: readonly string[];
  /** Answers to other docker commands. */
  readonly docker?: (words: string) => ExecResult | undefined;
};

/** A build on a machine with an engine; the workspace has a Dockerfile in its root and in `web`. */
async function run(
  inputs: Readonly<Record<string, string>>,
  machine: Machine = {},
  options: FakeHostOptions = {},
): Promise<ProgramRun & { readonly definition: Readonly<Record<string, unknown>> }> {
  let host: FakeHost | undefined;
  let definition = {};
  const plugins = (machine.plugins ?? ['buildx', 'compose']).map((Name) => ({ Name }));
  const exec = (call: FakeExec): ExecResult => {
    const { command, args } = call;
    const words = [command, ...args].join(' ');
    const other = machine.docker?.(words);
    if (other !== undefined) return other;
    if (args[0] === 'info') {
      const info = { OSType: 'linux', ServerVersion: '28.0.4', ...machine.info };
      return exited(
        0,
        JSON.stringify({ ...info, ClientInfo: { Version: '28.0.4', Plugins: plugins } }),
      );
    }
    const after = (word: string): string => args[args.indexOf(word) + 1] ?? '';
    if (args[1] === 'bake') {
      definition = JSON.parse(host?.files.read(after('--file')) ?? '{}').target.image;
      const said = { 'containerimage.config.digest': imageId, 'containerimage.digest': digest };
      if (machine.build === undefined)
        host?.files.write(after('--metadata-file'), JSON.stringify({ image: said }));
      return machine.build?.(call) ?? exited(0, '', '#5 [1/1] RUN true\n#5 CACHED\n');
    }
    if (args[0] === 'build') {
      host?.files.write(after('--iidfile'), `${imageId}\n`);
      return (
        machine.build?.(call) ?? exited(0, 'Step 1/1 : FROM scratch\nSuccessfully built 111\n')
      );
    }
    return exited(0);
  };
  const request = ({ url, socketPath }: HttpRequest) => {
    if (socketPath === undefined) return answer(404);
    const name = decodeURIComponent(/\/images\/(.*)\/json$/.exec(url)?.[1] ?? '');
    const known = machine.images ?? [imageId];
    if (!url.endsWith('/json')) return answer(201);
    if (!known.includes(name)) return answer(404);
    return answer(200, { Id: imageId, Os: 'linux', Architecture: 'amd64', RepoDigests: [] });
  };
  const result = await runProgram(buildInterface, build, inputs, {
    exec,
    request,
    ...options,
    env: { GITHUB_REF_NAME: 'main', GITHUB_SHA: 'a'.repeat(40), ...options.env },
    files: {
      '/workspace/Dockerfile': 'FROM scratch\nARG VERSION\nARG TOKEN\n',
      '/workspace/web/Dockerfile': 'FROM acme/base:1\n',
      ...options.files,
    },
    started: (made) => {
      host = made;
    },
  });
  return { ...result, definition };
}

const errors = (host: FakeHost): readonly string[] =>
  host.lines.filter((line) => line.startsWith('error:'));
const builds = ({ execs }: FakeHost): readonly FakeExec[] =>
  execs.filter(({ args }) => args[0] === 'build' || args[1] === 'bake');

describe('a build', () => {
  test('gives its names, its id and its digest, and leaves nothing of its own', async () => {
    const { code, host, outputs, definition } = await run({
      image_name: 'acme/app\nreg.test/acme/app',
      image_tag: 'v1\nlatest',
      'build-args': 'VERSION=1.2',
      labels: 'a=b',
    });
    expect(errors(host)).toEqual([]);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ image: 'acme/app:v1', 'image-id': imageId, digest });
    expect(JSON.parse(outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': digest,
    });
    expect(definition).toMatchObject({
      context: '/workspace',
      dockerfile: '/workspace/Dockerfile',
      tags: ['acme/app:v1', 'acme/app:latest', 'reg.test/acme/app:v1', 'reg.test/acme/app:latest'],
      args: { VERSION: '1.2' },
      output: ['type=docker'],
    });
    expect(host.lines.join('\n')).toContain('1 of 1 steps from the cache');
    expect(
      [...host.saved.keys()].filter((file) => file.startsWith('/temp/transship-build')),
    ).toEqual([]);
  });

  test('hands secrets and arguments on in files of its own alone', async () => {
    const { code, host } = await run({
      'build-args': 'TOKEN=hidden-argument',
      secrets: 'npm=hidden-secret',
    });
    expect(code).toBe(0);
    const [call] = builds(host);
    expect(JSON.stringify([call?.args, call?.options.env])).not.toContain('hidden');
    expect(host.masks).toContain('hidden-secret');
    expect([...host.lines, ...host.summaries].join('\n')).not.toContain('hidden-secret');
  });

  test('that fails names the step, and shows no secret in the summary', async () => {
    const said =
      '#5 [2/2] RUN false\n#5 ERROR: exit code: 1\nERROR: failed to solve: hidden-secret';
    const { code, host, outputs } = await run(
      { image_name: 'acme/app', secrets: 'npm=hidden-secret' },
      { build: () => exited(1, '', said) },
    );
    expect(code).toBe(1);
    expect(errors(host)[0]).toContain('The build failed in `[2/2] RUN false`');
    expect(host.summaries.join('\n')).toContain('acme/app');
    expect(host.summaries.join('\n')).not.toContain('hidden-secret');
    expect(outputs['image-id'] ?? '').toBe('');
  });

  test('whose image the engine has lost fails', async () => {
    const { code, host } = await run({ image_name: 'acme/app' }, { images: [] });
    expect(code).toBe(1);
    expect(errors(host)[0]).toContain(
      'was built, but the engine does not have it as `acme/app:latest`',
    );
  });

  test('by a client without buildx is known by the id that it wrote', async () => {
    const { outputs, host } = await run({}, { plugins: [] });
    expect(outputs).toMatchObject({ image: '', 'image-id': imageId, digest: '' });
    expect(builds(host)[0]?.options.env).toMatchObject({ DOCKER_BUILDKIT: '0' });
  });
});

describe('a build that cannot begin', () => {
  test.each([
    [{ context: 'none' }, 'The build context none is not a folder.'],
    [{ dockerfile: 'Other' }, 'There is no Dockerfile Other.'],
    [{ image_name: 'Acme/App' }, 'Acme/App'],
    [{ 'build-args': 'no name=1' }, 'Input build-args: entry 1'],
    [{ secrets: 'novalue' }, 'Input secrets: entry 1'],
    [{ platforms: 'linux/!' }, 'linux/!'],
    [{ cache: 'A B' }, 'Input cache: `A B` is not a repository'],
    [{ cache: 's3' }, 'Input cache: `s3` is not a repository'],
    [{ 'build-args': 'VERSION={{.Nope}}' }, 'Nope'],
  ])('%j', async (inputs, message) => {
    const { code, host } = await run(inputs);
    expect(code).toBe(1);
    expect(errors(host).join('\n')).toContain(message);
    expect(host.execs).toEqual([]);
  });

  test('a Dockerfile that is named from the root is shown as the context has it', async () => {
    const { host } = await run({ context: 'web', dockerfile: 'web/Dockerfile' });
    expect(host.lines.join('\n')).toContain('not to the root of the checkout: write `Dockerfile`');
  });

  test.each([
    [
      'no engine',
      { docker: () => exited(1, '', 'Cannot connect to the Docker daemon') },
      'does not answer',
    ],
    ['an engine of Windows', { info: { OSType: 'windows' } }, 'runs windows containers'],
    ['not the answer of an engine', { docker: () => exited(0, '[]') }, 'does not answer'],
  ] as const)('%s', async (_, machine, message) => {
    const { code, host } = await run({}, machine);
    expect(code).toBe(1);
    expect(errors(host)[0]).toContain(message);
    expect(builds(host)).toEqual([]);
  });
});

describe('caches', () => {
  test("GitHub's, where the runner does not say how to reach it, is left out and said", async () => {
    const { code, host, definition } = await run({ image_name: 'acme/app', cache: 'gha' });
    expect(code).toBe(0);
    expect(host.lines.join('\n')).toContain(
      "warning: The runner does not say how to reach GitHub's cache",
    );
    expect(definition).toMatchObject({ 'cache-from': [], 'cache-to': [] });
  });

  test('one that cannot be written is a warning, one that is not there yet is none', async () => {
    const said = [
      '#4 importing cache manifest from reg.test/a:x',
      '#4 ERROR: reg.test/a:x: not found',
      '#9 exporting cache to registry',
      '#9 ERROR: error writing layer blob: denied',
    ].join('\n');
    const { host } = await run(
      { image_name: 'reg.test/a', cache: 'registry' },
      {
        info: { DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']] },
        docker: bakes(said),
      },
    );
    const all = host.lines.join('\n');
    expect(all).toContain('No cache yet');
    expect(all).toContain('warning: The cache could not be written');
  });

  test('of the classic builder are images, pulled before and pushed after', async () => {
    const { code, host } = await run(
      { image_name: 'reg.test/a', cache: 'registry' },
      { plugins: [], docker: (words) => (words.startsWith('docker pull') ? exited(0) : undefined) },
    );
    expect(code).toBe(0);
    const words = host.execs.map(({ args }) => args.join(' '));
    const pulled = words.find((line) => line.startsWith('pull --quiet reg.test/a:cache-')) ?? '';
    expect(words.find((line) => line.startsWith('build'))).toContain(
      `--cache-from ${pulled.split(' ').at(-1)}`,
    );
    expect(words.some((line) => line.startsWith('push --quiet reg.test/a:cache-'))).toBe(true);
    expect(host.lines.join('\n')).toContain('Cache pushed to reg.test/a:cache-');
  });

  test('no cache there, and none that can be pushed, make no build fail', async () => {
    const refuse = (words: string) =>
      /^docker (?:pull|push)/.test(words) ? exited(1, '', 'x\ndenied') : undefined;
    const { code, host } = await run(
      { image_name: 'reg.test/a', cache: 'registry' },
      { plugins: [], docker: refuse },
    );
    expect(code).toBe(0);
    expect(host.lines.join('\n')).toContain('No cache yet: none of');
    expect(host.lines.join('\n')).toContain('the image is not affected: denied');
  });
});

/** The output of a build that goes well. */
const bakes =
  (said: string) =>
  (words: string): ExecResult | undefined =>
    words.includes(' bake ') ? exited(0, '', said) : undefined;

test('several platforms become a layout that a push finds', async () => {
  const { code, host, outputs, definition } = await run(
    { image_name: 'acme/app', platforms: 'linux/amd64,linux/arm64' },
    { docker: (words) => (/buildx inspect/.test(words) ? exited(1) : undefined) },
  );
  expect(errors(host)).toEqual([]);
  expect(code).toBe(0);
  expect(host.execs.map(({ args }) => args.join(' '))).toContain(
    'buildx create --name transship --driver docker-container --bootstrap',
  );
  expect(outputs).toMatchObject({ image: 'acme/app:latest', 'image-id': '', digest });
  expect(definition).toMatchObject({ platforms: ['linux/amd64', 'linux/arm64'] });
  expect(String(definition['output'])).toMatch(/^type=oci,tar=false,dest=\/temp\//);
});

test('an argument that the Dockerfile does not declare is said', async () => {
  const { host } = await run({ 'build-args': 'OTHER=1' });
  expect(host.lines.join('\n')).toContain('The Dockerfile has no ARG for `OTHER`');
});
