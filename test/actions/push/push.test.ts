// The action `push` as a program, against a docker client and registries that are functions.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { push } from '../../../src/actions/push/push.ts';
import type { ExecResult, HttpRequest } from '../../../src/host/host.ts';
import { pushInterface } from '../../../src/interfaces/push.ts';
import { answer, exited, type FakeHost, type FakeHostOptions } from '../../fake-host.ts';
import { type ProgramRun, runProgram } from '../run-program.ts';

const imageId = `sha256:${'1'.repeat(64)}`;
const manifest = '{"schemaVersion":2}';
const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
const type = 'application/vnd.docker.distribution.manifest.v2+json';

type World = {
  /** Names of images that the engine has. */
  readonly images?: readonly string[];
  /** What the client says of the push of a reference. */
  readonly refuse?: (reference: string) => ExecResult | undefined;
  readonly docker?: (words: string) => ExecResult | undefined;
};

async function run(
  inputs: Readonly<Record<string, string>>,
  world: World = {},
  options: FakeHostOptions = {},
): Promise<ProgramRun & { readonly tags: ReadonlyMap<string, string> }> {
  const tags = new Map<string, string>();
  const exec: FakeHostOptions['exec'] = ({ command, args }) => {
    const other = world.docker?.([command, ...args].join(' '));
    if (other !== undefined) return other;
    if (args[0] !== 'push') return exited(0);
    const reference = args.at(-1) ?? '';
    const refused = world.refuse?.(reference);
    if (refused !== undefined) return refused;
    tags.set(reference, 'uploaded');
    return exited(0, `latest: digest: ${digest} size: 1\n`);
  };
  const request = ({ url, socketPath, method }: HttpRequest) => {
    const { host, pathname } = new URL(url);
    if (socketPath !== undefined) {
      if (method === 'POST') return answer(201);
      const name = decodeURIComponent(/\/images\/(.*)\/json$/.exec(pathname)?.[1] ?? '');
      return (world.images ?? ['reg.test/a:1']).includes(name)
        ? answer(200, { Id: imageId, Os: 'linux', Architecture: 'amd64', RepoDigests: [] })
        : answer(404);
    }
    if (pathname === '/v2/') return answer(200);
    const [, path = '', tag = ''] = /^\/v2\/(.*)\/manifests\/(.*)$/.exec(pathname) ?? [];
    const name = `${host}/${path}:${tag}`;
    if (method === 'PUT') {
      tags.set(name, 'manifest');
      return answer(201);
    }
    return tags.has(name) || tag === digest
      ? answer(200, manifest, { 'docker-content-digest': digest, 'content-type': type })
      : answer(404);
  };
  const env = { GITHUB_REF_NAME: 'main', GITHUB_SHA: 'a'.repeat(40), ...options.env };
  const result = await runProgram(pushInterface, push, inputs, { exec, request, ...options, env });
  return { ...result, tags };
}

const errors = (host: FakeHost): readonly string[] =>
  host.lines.filter((line) => line.startsWith('error:'));
const pushes = ({ execs }: FakeHost): readonly string[] =>
  execs.flatMap(({ args }) => (args[0] === 'push' ? [args.at(-1) ?? ''] : []));

describe('a push', () => {
  test('uploads once for each repository, and gives every reference its digest', async () => {
    const { code, host, outputs, tags } = await run(
      { image_name: 'reg.test/a\nother.test/a', image_tag: '1\n2' },
      {},
      { env: { GITHUB_ARTIFACTS: '/temp/artifacts' }, files: { '/temp/x': '' } },
    );
    expect(errors(host)).toEqual([]);
    expect(code).toBe(0);
    expect([...pushes(host)].sort()).toEqual(['other.test/a:1', 'reg.test/a:1']);
    expect(tags.get('reg.test/a:2')).toBe('manifest');
    const all = ['reg.test/a:1', 'reg.test/a:2', 'other.test/a:1', 'other.test/a:2'];
    expect(JSON.parse(outputs['digests'] ?? '')).toEqual(
      Object.fromEntries(all.map((name) => [name, digest])),
    );
    expect(outputs['pushed']).toBe('true');
    for (const name of all) expect(host.summaries.join()).toContain(`| \`${name}\` |`);
    expect(host.files.read('/temp/artifacts')?.split('\n')).toHaveLength(3);
  });

  test('that one of two registries refuses fails, and the other has the image', async () => {
    const { code, host, outputs } = await run(
      { image_name: 'reg.test/a\nother.test/a', image_tag: '1' },
      {
        refuse: (name) =>
          name.startsWith('other') ? exited(1, '', 'denied: no access') : undefined,
      },
    );
    expect(code).toBe(1);
    expect(errors(host)).toHaveLength(1);
    expect(errors(host)[0]).toContain('other.test/a:1');
    expect(JSON.parse(outputs['digests'] ?? '')).toEqual({ 'reg.test/a:1': digest });
    expect(outputs['pushed']).toBe('true');
    expect(host.summaries.join()).toContain('❌ failed');
  });

  test('gives a local image the names that it goes by', async () => {
    const { code, host } = await run(
      { image_name: 'reg.test/a', image_tag: '1', image: 'built' },
      { images: ['built'] },
    );
    expect(code).toBe(0);
    const named = host.requests.filter(({ method, socketPath }) => method === 'POST' && socketPath);
    expect(named.map(({ url }) => decodeURIComponent(url))).toEqual([
      expect.stringContaining(`/images/${imageId}/tag?repo=reg.test/a&tag=1`),
    ]);
  });

  test('on trial pushes nothing and says where it would go', async () => {
    const { code, host, outputs } = await run({
      image_name: 'reg.test/a',
      image_tag: '1',
      'dry-run': 'true',
    });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ digests: '{}', pushed: 'false' });
    expect(pushes(host)).toEqual([]);
    expect(host.lines.join('\n')).toContain('reg.test/a:1');
  });

  test('goes where the name says, whatever registry is named', async () => {
    const { host } = await run({ image_name: 'reg.test/a', image_tag: '1', registry: 'quay.io' });
    expect(host.lines.join('\n')).toContain('warning: `registry` is `quay.io`');
  });

  test('with a dockercfg of its own has its accounts for this push alone', async () => {
    const auth = Buffer.from('bob:hidden-word').toString('base64');
    const { code, host } = await run(
      { image_name: 'reg.test/a', image_tag: '1', dockercfg: 'cfg.json' },
      {},
      {
        files: { '/workspace/cfg.json': JSON.stringify({ 'reg.test': { auth, email: 'a@b.c' } }) },
      },
    );
    expect(errors(host)).toEqual([]);
    expect(code).toBe(0);
    expect(host.masks).toContain('hidden-word');
    const folder = host.execs.find(({ args }) => args[0] === 'push')?.options.env?.[
      'DOCKER_CONFIG'
    ];
    expect(folder).toMatch(/^\/temp\/transship-push-/);
    expect(host.files.list(folder ?? '')).toBe(undefined);
  });
});

describe('conditions', () => {
  test.each([
    [{ tag: '^release' }, 'main'],
    [{ exclude: 'main' }, 'main'],
    [{ branches: '{only: [release]}' }, 'main'],
    [{ tag: '^m', exclude: '^main$' }, 'main'],
  ])('%j on %s push nothing', async (inputs, ref) => {
    const { code, host, outputs } = await run(
      { image_name: 'reg.test/a', image_tag: '1', ...inputs },
      {},
      { env: { GITHUB_REF_NAME: ref } },
    );
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ digests: '{}', pushed: 'false' });
    expect([host.execs, host.requests]).toEqual([[], []]);
    expect(host.lines.join('\n')).toContain('notice: Nothing is pushed');
  });

  test.each([{ tag: '^(main|v.*)$' }, { exclude: 'x' }, { branches: '{only: [ma*]}' }])(
    '%j let it through',
    async (inputs) => {
      const { host } = await run({ image_name: 'reg.test/a', image_tag: '1', ...inputs });
      expect(pushes(host)).toEqual(['reg.test/a:1']);
    },
  );

  test('a pattern that CodeShip compared as it stands is named', async () => {
    const { host } = await run({ image_name: 'reg.test/a', image_tag: '1', tag: 'release/.*' });
    expect(host.lines.join('\n')).toContain('warning: `tag: release/.*` has neither');
  });

  test('need a ref', async () => {
    const { code, host } = await run(
      { image_name: 'reg.test/a', tag: 'main' },
      {},
      { env: { GITHUB_REF_NAME: '' } },
    );
    expect(code).toBe(1);
    expect(errors(host)[0]).toContain('The ref of this run is unknown');
  });
});

describe('a push that cannot begin', () => {
  test.each([
    [{ image_name: 'Reg.test/A' }, 'Reg.test/A'],
    [{ image_tag: '???' }, '???'],
    [{ image_tag: '{{.Nope}}' }, 'Nope'],
    [{ branches: '[x' }, 'Input branches is not valid YAML'],
    [{ annotations: 'novalue' }, 'annotations'],
    [{ image: 'a', from: 'reg.test/b' }, '`image` and `from` cannot be combined'],
    [{ image: 'a', digests: '{}' }, '`image` and `digests` cannot be combined'],
    [{ dockercfg: 'none.json' }, 'none.json'],
    [{ 'keep-tags': 'many' }, 'keep-tags'],
    [{ image_tag: '2' }, 'None of the references exists in the engine: `reg.test/a:2`'],
    [{ image: 'gone' }, 'The image `gone` does not exist in the engine'],
  ])('%j', async (inputs, message) => {
    const { code, host } = await run({ image_name: 'reg.test/a', image_tag: '1', ...inputs });
    expect(code).toBe(1);
    expect(errors(host).join('\n')).toContain(message);
    expect(pushes(host)).toEqual([]);
  });

  test('without an engine says so', async () => {
    const { code, host } = await run(
      { image_name: 'reg.test/a', image_tag: '2' },
      { docker: () => ({ kind: 'not-found', command: 'docker' }) },
    );
    expect(code).toBe(1);
    expect(errors(host)[0]).toContain('there is no `docker` on PATH');
  });
});

test('a step that is to end tells what went and what did not', async () => {
  let ended = false;
  const { host, outputs } = await run(
    { image_name: 'reg.test/a', image_tag: '1\n2' },
    {
      docker: (words) => {
        if (words.startsWith('docker push')) ended = true;
        return undefined;
      },
    },
    { cancelled: () => ended },
  );
  expect(host.lines.join('\n')).toContain('reg.test/a:2: not pushed: the job was cancelled');
  expect(JSON.parse(outputs['digests'] ?? '')).toEqual({ 'reg.test/a:1': digest });
});
