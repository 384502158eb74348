import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bakeTemplate } from '../../src/docker/bake-template.ts';
import { type BuildRequest, buildInvocation } from '../../src/docker/build-arguments.ts';
import { withBuildArguments } from '../../src/docker/build-relay.ts';
import type { Builder } from '../../src/docker/builder.ts';

const buildx: Builder = { kind: 'buildx', name: 'default', ownEngine: true, full: false };
const inside: Builder = { kind: 'engine-buildkit' };
const classic: Builder = { kind: 'engine-classic' };

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
  noCache: false,
  buildContexts: [],
  addHosts: [],
  network: '',
  shmSize: '',
  ulimits: [],
  cacheFrom: [],
  cacheTo: [],
  folder: '/t',
  output: { kind: 'engine' },
};

/** The one target of the definition that buildx reads. */
function targetOf(change: Partial<BuildRequest>) {
  const { files } = buildInvocation({ ...request, ...change }, buildx);
  return JSON.parse(files.get('/t/build.json') ?? '{}').target.image;
}

test('what else the builder takes', () => {
  const more = {
    noCache: true,
    buildContexts: ['base=docker-image://alpine', 'src=/w/src'],
    addHosts: ['db:10.0.0.1'],
    network: 'host',
    shmSize: '2g',
    ulimits: ['nofile=1024:2048'],
  };
  expect(targetOf(more)).toMatchObject({
    'no-cache': true,
    contexts: { base: 'docker-image://alpine', src: '/w/src' },
    'extra-hosts': { db: '10.0.0.1' },
    network: 'host',
    'shm-size': '2g',
    ulimits: ['nofile=1024:2048'],
  });
  expect(buildInvocation({ ...request, ...more }, buildx).arguments).toContain('network.host');
  const words = buildInvocation({ ...request, ...more }, inside).arguments.join(' ');
  for (const each of [
    '--no-cache --build-context base=docker-image://alpine --build-context src=/w/src',
    '--add-host db:10.0.0.1 --network host --shm-size 2g --ulimit nofile=1024:2048',
  ])
    expect(words).toContain(each);
});

test('the shortest build', () => {
  expect(buildInvocation(request, buildx).arguments).toEqual([
    ...['buildx', 'bake', '--builder', 'default', '--file', '/t/build.json'],
    ...['--metadata-file', '/t/metadata.json', '--progress', 'plain', 'image'],
  ]);
  expect(targetOf({})).toMatchObject({
    context: '/w/app',
    dockerfile: '/w/app/Dockerfile',
    output: ['type=docker'],
  });
  expect(buildInvocation(request, classic)).toMatchObject({
    arguments: ['build', '--file', '/w/app/Dockerfile', '--iidfile', '/t/image-id', '--', '/w/app'],
    environment: { DOCKER_BUILDKIT: '0' },
    byRelay: {},
  });
});

test.each([
  [{ references: ['a:1', 'b:2'] }, { tags: ['a:1', 'b:2'] }],
  [{ target: 'test' }, { target: 'test' }],
  [{ labels: ['a=b c=d', 'd='] }, { labels: { a: 'b c=d', d: '' } }],
  [{ platforms: ['linux/amd64', 'linux/arm64'] }, { platforms: ['linux/amd64', 'linux/arm64'] }],
  [{ pull: true }, { pull: true }],
  [{ ssh: ['default', 'key=/k'] }, { ssh: ['default', 'key=/k'] }],
  [{ cacheFrom: ['x', 'y'] }, { 'cache-from': ['x', 'y'] }],
  [{ cacheTo: ['x'] }, { 'cache-to': ['x'] }],
  [{ output: { kind: 'layout', folder: '/t/l' } }, { output: ['type=oci,tar=false,dest=/t/l'] }],
  [
    { output: { kind: 'layout', folder: '/t,"/l' } },
    { output: ['type=oci,tar=false,"dest=/t,""/l"'] },
  ],
] satisfies [Partial<BuildRequest>, object][])('%j is in the definition', (change, part) => {
  expect(targetOf(change)).toMatchObject(part);
});

test.each([
  [{ references: ['a:1', 'b:2'] }, ['--tag', 'a:1', '--tag', 'b:2']],
  [{ target: 'test' }, ['--target', 'test']],
  [{ labels: ['a=b c', 'd='] }, ['--label', 'a=b c', '--label', 'd=']],
  [{ platforms: ['linux/arm64'] }, ['--platform', 'linux/arm64']],
  [{ pull: true }, ['--pull']],
  [{ ssh: ['default', 'key=/k'] }, ['--ssh', 'default', '--ssh', 'key=/k']],
  [
    { cacheFrom: ['x'] },
    ['--cache-from', 'x', '--progress', 'plain', '--build-arg', 'BUILDKIT_INLINE_CACHE=1'],
  ],
] satisfies [Partial<BuildRequest>, string[]][])(
  '%j becomes words of a client without buildx',
  (change, words) => {
    const all = buildInvocation({ ...request, ...change }, inside).arguments;
    expect(all.join('\n')).toContain(words.join('\n'));
  },
);

const names = [
  'TOKEN',
  'HTTPS_PROXY',
  'PATH',
  'DOCKER_HOST',
  'NODE_ENV',
  'GIT_SHA',
  'LD_PRELOAD',
  'a-b.c',
];

test.each([
  ['buildx', buildx],
  ['a client with BuildKit inside', inside],
  ['the classic builder', classic],
])('no value is a word or a variable of the client: %s', (_what, builder) => {
  const secret = 'p4ss word';
  const invocation = buildInvocation(
    {
      ...request,
      buildArguments: names.map((name) => ({ name, value: `${secret} ${name}`, secret: true })),
      secrets: builder.kind === 'engine-classic' ? [] : [{ id: 'npm', value: secret }],
    },
    builder,
  );
  const { arguments: words, environment, files, byRelay } = invocation;
  expect(words.join('\n')).not.toContain(secret);
  expect(JSON.stringify(environment)).not.toContain(secret);
  for (const name of names) expect(environment).not.toHaveProperty([name]);
  const arrived =
    builder.kind === 'buildx'
      ? JSON.parse(files.get('/t/build.json') ?? '').target.image.args
      : byRelay;
  expect(arrived).toEqual(Object.fromEntries(names.map((name) => [name, `${secret} ${name}`])));
  if (builder.kind !== 'engine-classic') expect(files.get('/t/secret-0')).toBe(secret);
});

test("only a build with GitHub's cache gets the token of the runner", () => {
  expect(buildInvocation(request, buildx).needs).toEqual([]);
  expect(buildInvocation({ ...request, cacheTo: ['type=gha,scope=x'] }, buildx).needs).toContain(
    'ACTIONS_RUNTIME_TOKEN',
  );
});

test('a text in a definition has no sign of a template but those that stand for themselves', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', 'a', '\n') }),
      (text) => {
        const template = bakeTemplate(text);
        // What HCL makes of it: the two expressions are all that is left to evaluate.
        expect(template.replace(/\$\{"([$%])"\}/g, '')).not.toMatch(/[$%]/);
        expect(template.replace(/\$\{"([$%])"\}/g, (_all, sign: string) => sign)).toBe(text);
      },
    ),
  );
});

test('the relay adds arguments to the request of a build, and to no other', () => {
  const head = (target: string) => `POST ${target} HTTP/1.1\r\nHost: docker\r\n\r\n`;
  const own = encodeURIComponent(JSON.stringify({ NO_PROXY: 'x', A: null }));
  const changed = withBuildArguments(head(`/v1.41/build?t=a&buildargs=${own}`), { A: 'é "&\r\n' });
  const query = new URLSearchParams(/\?(\S*) HTTP/.exec(changed)?.[1]);
  expect(JSON.parse(query.get('buildargs') ?? '')).toEqual({ NO_PROXY: 'x', A: 'é "&\r\n' });
  expect(query.get('t')).toBe('a');
  expect(changed.split('\r\n')).toHaveLength(4);
  for (const other of ['/v1.41/build/prune?x', '/v1.41/images/create?fromImage=a', '/session']) {
    expect(withBuildArguments(head(other), { A: '1' })).toBe(head(other));
  }
});
