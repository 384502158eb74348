import { expect, test } from 'vitest';
import {
  type BuildRequest,
  buildInvocation,
  canTravelInEnvironment,
} from '../../src/docker/build-arguments.ts';
import type { Builder } from '../../src/docker/builder.ts';

const buildx: Builder = { kind: 'buildx', name: 'default', ownEngine: true, full: false };

const request: BuildRequest = {
  context: '/w/app',
  dockerfile: '/w/app/Dockerfile',
  references: [],
  buildArguments: [],
  target: '',
  labels: [],
  platforms: [],
  secrets: [],
  ssh: [],
  pull: false,
  cacheFrom: [],
  cacheTo: [],
  imageIdFile: '/t/id',
  metadataFile: '/t/metadata',
  output: { kind: 'engine' },
};

test('the shortest build', () => {
  expect(buildInvocation(request, buildx).arguments).toEqual([
    ...[
      'buildx',
      'build',
      '--file',
      '/w/app/Dockerfile',
      '--iidfile',
      '/t/id',
      '--progress',
      'plain',
    ],
    ...['--builder', 'default', '--metadata-file', '/t/metadata', '--load', '--', '/w/app'],
  ]);
  expect(buildInvocation(request, { kind: 'engine-classic' })).toEqual({
    arguments: ['build', '--file', '/w/app/Dockerfile', '--iidfile', '/t/id', '--', '/w/app'],
    environment: { DOCKER_BUILDKIT: '0' },
  });
});

test.each([
  [{ references: ['a:1', 'b:2'] }, ['--tag', 'a:1', '--tag', 'b:2']],
  [{ target: 'test' }, ['--target', 'test']],
  [{ labels: ['a=b c', 'd='] }, ['--label', 'a=b c', '--label', 'd=']],
  [{ platforms: ['linux/amd64', 'linux/arm64'] }, ['--platform', 'linux/amd64,linux/arm64']],
  [{ pull: true }, ['--pull']],
  [{ ssh: ['default', 'key=/k'] }, ['--ssh', 'default', '--ssh', 'key=/k']],
  [{ cacheFrom: ['x', 'y'] }, ['--cache-from', 'x', '--cache-from', 'y']],
  [{ cacheTo: ['x'] }, ['--cache-to', 'x']],
  [{ output: { kind: 'layout', folder: '/t/l' } }, ['--output', 'type=oci,tar=false,dest=/t/l']],
  [
    { output: { kind: 'layout', folder: '/t,"/l' } },
    ['--output', 'type=oci,tar=false,"dest=/t,""/l"'],
  ],
] satisfies [Partial<BuildRequest>, string[]][])(
  '%j becomes arguments, one word each',
  (change, words) => {
    const all = buildInvocation({ ...request, ...change }, buildx).arguments;
    expect(all.join('\n')).toContain(words.join('\n'));
  },
);

test('no value of an argument or secret is a word of the command line', () => {
  const secret = 'p4ss word';
  const changed: BuildRequest = {
    ...request,
    buildArguments: [{ name: 'TOKEN', value: secret, secret: true }],
    secrets: [{ id: 'npm', value: secret }],
  };
  const { arguments: words, environment } = buildInvocation(changed, buildx);
  expect(words.join('\n')).not.toContain(secret);
  expect(words).toContain('TOKEN');
  expect(words).toContain('id=npm,env=TRANSSHIP_SECRET_0');
  expect(environment).toMatchObject({ TOKEN: secret, TRANSSHIP_SECRET_0: secret });
});

test.each([
  ['VERSION', true],
  ['http_proxy', true],
  ['NPM_TOKEN', true],
  ['PATH', false],
  ['Path', false],
  ['HOME', false],
  ['DOCKER_HOST', false],
  ['BUILDKIT_INLINE_CACHE', false],
  ['LD_PRELOAD', false],
  ['AWS_SECRET_ACCESS_KEY', true],
  ['NODE_ENV', true],
  ['GO_VERSION', true],
  ['GITHUB_TOKEN', true],
  ['GODEBUG', false],
  ['ACTIONS_RUNTIME_TOKEN', false],
  ['a-b', false],
  ['', false],
])('an argument %j can travel in the environment: %j', (name, can) => {
  expect(canTravelInEnvironment(name)).toBe(can);
});

test('an argument that would steer the client goes by its word', () => {
  const changed = { ...request, buildArguments: [{ name: 'PATH', value: '/x', secret: false }] };
  const { arguments: words, environment } = buildInvocation(changed, buildx);
  expect(words).toContain('PATH=/x');
  expect(environment).not.toHaveProperty('PATH');
});

test('a client with BuildKit inside', () => {
  const changed: BuildRequest = {
    ...request,
    cacheFrom: ['a:1'],
    secrets: [{ id: 's', value: 'v' }],
  };
  const { arguments: words, environment } = buildInvocation(changed, { kind: 'engine-buildkit' });
  expect(words).not.toContain('--load');
  expect(words).toContain('BUILDKIT_INLINE_CACHE=1');
  expect(environment).toEqual({ TRANSSHIP_SECRET_0: 'v', DOCKER_BUILDKIT: '1' });
});
