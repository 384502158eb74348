import { expect, test } from 'vitest';
import {
  chooseCredentials,
  registryMismatch,
  temporaryConfig,
} from '../../../src/actions/push/own-credentials.ts';
import type { DockercfgEntry } from '../../../src/registry/docker-config/dockercfg.ts';
import { fakeHost } from '../../fake-host.ts';

const entry = (host: string, password?: string): DockercfgEntry => ({
  key: host,
  address: { host },
  credential: password === undefined ? undefined : { kind: 'password', username: 'ada', password },
});

const hosts = (chosen: ReturnType<typeof chooseCredentials>) =>
  chosen.logins.map(({ host }) => host);

test('a credential for the host of the image is enough', () => {
  const chosen = chooseCredentials(
    [entry('quay.io', 'p'), entry('docker.io', 'q')],
    'https://index.docker.io/v1/',
    ['docker.io'],
  );
  expect(chosen).toMatchObject({ warnings: [], failures: [] });
  expect(hosts(chosen)).toEqual(['quay.io', 'docker.io']);
});

test("`registry` lends a credential among hosts of one owner, and never to another's", () => {
  const google = chooseCredentials([entry('gcr.io', 'key')], 'https://gcr.io', [
    'us.gcr.io',
    'us-docker.pkg.dev',
  ]);
  expect(hosts(google)).toEqual(['gcr.io', 'us.gcr.io', 'us-docker.pkg.dev']);
  expect(google.warnings).toHaveLength(2);
  for (const [from, to] of [
    ['one.azurecr.io', 'two.azurecr.io'],
    ['quay.io', 'evil.test'],
    ['evil-gcr.io', 'gcr.io'],
  ] as const) {
    const chosen = chooseCredentials([entry(from, 'p')], from, [to]);
    expect(hosts(chosen)).toEqual([from]);
    expect(chosen.warnings).toEqual([expect.stringContaining(`no credential for \`${to}\``)]);
  }
});

test('an empty entry is a failure for the host that is pushed to', () => {
  const chosen = chooseCredentials([entry('docker.io')], '', ['docker.io']);
  expect(chosen.failures[0]?.message).toContain('docker.io without a credential');
});

test.each([
  ['', ['docker.io'], undefined],
  ['https://index.docker.io/v1/', ['docker.io'], undefined],
  [
    'https://123456789012.dkr.ecr.us-east-1.amazonaws.com/',
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com'],
    undefined,
  ],
  ['quay.io/org/repo', ['quay.io'], undefined],
  [
    'quay.io',
    ['docker.io'],
    '`registry` is `quay.io`, but the image is pushed to `docker.io`, the registry in its name.',
  ],
])('registry %j with images at %j', (registry, targets, message) => {
  expect(registryMismatch(registry, targets)).toBe(message);
});

test("a configuration for one push: the job's settings, other credentials, masked, and taken away", () => {
  const host = fakeHost({
    env: {
      DOCKER_CONFIG: '/job',
      DOCKER_AUTH_CONFIG: '{}',
      INPUT_AES_KEY: 'key',
      DOCKER_TLS_VERIFY: '1',
    },
    files: {
      '/job/config.json':
        '{"currentContext":"far","credsStore":"desktop","auths":{"quay.io":{"auth":"old"}}}',
      '/job/contexts/meta/x/meta.json': '{}',
      '/job/cli-plugins/docker-buildx': 'x',
    },
  });
  const config = temporaryConfig(host, [
    { host: 'quay.io', credential: { kind: 'password', username: 'ada', password: 'new' } },
  ]);
  const { content, mode } = host.saved.get(`${config.folder}/config.json`) ?? {
    content: '',
    mode: 0,
  };
  expect(JSON.parse(String(content))).toEqual({
    currentContext: 'far',
    credsStore: 'desktop',
    auths: { 'quay.io': { auth: Buffer.from('ada:new').toString('base64') } },
    credHelpers: { 'quay.io': '' },
    cliPluginsExtraDirs: ['/job/cli-plugins'],
  });
  expect(mode).toBe(0o600);
  expect(host.saved.has(`${config.folder}/contexts/meta/x/meta.json`)).toBe(true);
  expect(host.masks).toContain('new');
  expect(config.env).toMatchObject({
    DOCKER_CONFIG: config.folder,
    DOCKER_CERT_PATH: '/job',
    BUILDX_CONFIG: '/job/buildx',
  });
  expect(config.env['DOCKER_AUTH_CONFIG']).toBeUndefined();
  expect(config.env).not.toHaveProperty('INPUT_AES_KEY');
  config.remove();
  expect([...host.saved.keys()].filter((file) => file.startsWith(config.folder))).toEqual([]);
});
