import { describe, expect, test } from 'vitest';
import { containerDockerConfigVariable } from '../../src/registry/docker-config/container-docker-config.ts';
import {
  containerBase,
  withCredentials,
  withPluginFolders,
} from '../../src/registry/docker-config/docker-config.ts';
import {
  type ContainerOrHost,
  writeDockerConfig,
} from '../../src/registry/docker-config/docker-config-folder.ts';
import { type FakeHostOptions, fakeHost } from '../fake-host.ts';

const login = (host: string, username = 'bob'): ContainerOrHost => ({
  host,
  credential: { kind: 'password', username, password: 'pw' },
  agentOnly: false,
});
const auth = (username: string) => ({ auth: Buffer.from(`${username}:pw`).toString('base64') });

describe('our credential wins for our host', () => {
  test('against entries of the same host in any spelling', () => {
    const config = {
      auths: {
        'https://quay.io/v1/': { auth: 'old' },
        'QUAY.IO': { auth: 'old' },
        'other.io': { auth: 'kept' },
      },
    };
    expect(withCredentials(config, [login('quay.io')])).toEqual({
      auths: { 'other.io': { auth: 'kept' }, 'quay.io': auth('bob') },
    });
  });

  test('against a store, which keeps answering for other hosts', () => {
    expect(
      withCredentials({ credsStore: 'desktop' }, [login('quay.io'), login('docker.io')]),
    ).toEqual({
      credsStore: 'desktop',
      auths: { 'quay.io': auth('bob'), 'https://index.docker.io/v1/': auth('bob') },
      credHelpers: {
        'quay.io': '',
        'https://index.docker.io/v1/': '',
        'index.docker.io': '',
        'docker.io': '',
      },
    });
  });

  test('against a helper for the host; helpers of other hosts stay', () => {
    expect(
      withCredentials({ credHelpers: { 'gcr.io': 'gcloud', 'quay.io': 'x' } }, [login('quay.io')]),
    ).toEqual({
      credHelpers: { 'gcr.io': 'gcloud' },
      auths: { 'quay.io': auth('bob') },
    });
  });

  test('tokens are written as clients read them', () => {
    const logins = [
      { host: 'a.io', credential: { kind: 'identity-token', token: 'i' } },
      { host: 'b.io', credential: { kind: 'registry-token', token: 'r' } },
    ] as const;
    expect(withCredentials({ credsStore: '' }, logins)).toEqual({
      credsStore: '',
      auths: {
        'a.io': {
          auth: Buffer.from('00000000-0000-0000-0000-000000000000:').toString('base64'),
          identitytoken: 'i',
        },
        'b.io': { registrytoken: 'r' },
      },
    });
  });

  test('against what is no record', () => {
    expect(withCredentials({ auths: [], credHelpers: 'x' }, [login('quay.io')])).toEqual({
      auths: { 'quay.io': auth('bob') },
    });
  });

  test('a later one against an earlier one', () => {
    expect(withCredentials({}, [login('quay.io', 'a'), login('quay.io', 'b')])).toEqual({
      auths: { 'quay.io': auth('b') },
    });
  });
});

test('everything else of a configuration stays, plugins are found where they are', () => {
  const config = { currentContext: 'remote', proxies: {}, cliPluginsExtraDirs: ['/a'] };
  expect(withPluginFolders(config, ['/home/.docker/cli-plugins', '/a'])).toEqual({
    ...config,
    cliPluginsExtraDirs: ['/a', '/home/.docker/cli-plugins'],
  });
  expect(containerBase({ ...config, credsStore: 'x', HttpHeaders: { A: 'b' } })).toEqual({
    proxies: {},
    HttpHeaders: { A: 'b' },
  });
});

test('without plugins a configuration stays as it is', () => {
  const config = { currentContext: 'x' };
  expect(withPluginFolders(config, [])).toBe(config);
  expect(withPluginFolders({ cliPluginsExtraDirs: 'x' }, ['/a'])).toEqual({
    cliPluginsExtraDirs: ['/a'],
  });
});

describe('the folders of a job', () => {
  const machine = { HOME: '/home/ci' };
  const write = (logins: readonly ContainerOrHost[], options: FakeHostOptions = {}) => {
    const host = fakeHost({ ...options, env: { ...machine, ...options.env } });
    return { host, folder: writeDockerConfig(host, logins) };
  };
  const jsonAt = (host: ReturnType<typeof fakeHost>, file: string): unknown =>
    JSON.parse(host.files.read(file) ?? 'null');

  test('are private and named to later steps; the container gets all but what is for the agent only', () => {
    const { host, folder } = write([login('quay.io'), { ...login('reg.net'), agentOnly: true }]);
    expect(folder).toBe('/temp/transship-login-1/docker');
    expect(host.exported).toEqual(
      new Map([
        ['DOCKER_CONFIG', folder],
        [containerDockerConfigVariable, '/temp/transship-login-1/docker-container'],
      ]),
    );
    expect([...host.folders.values()].every((mode) => mode === 0o700)).toBe(true);
    expect(host.saved.get(`${folder}/config.json`)?.mode).toBe(0o600);
    expect(jsonAt(host, `${folder}/config.json`)).toEqual({
      auths: { 'quay.io': auth('bob'), 'reg.net': auth('bob') },
    });
    expect(jsonAt(host, '/temp/transship-login-1/docker-container/config.json')).toEqual({
      auths: { 'quay.io': auth('bob') },
    });
  });

  test("take over the machine's own settings and leave its folder as it was", () => {
    const files = {
      '/home/ci/.docker/config.json': JSON.stringify({
        credsStore: 'pass',
        proxies: { default: {} },
        currentContext: 'x',
      }),
      '/home/ci/.docker/cli-plugins/docker-buildx': 'binary',
      '/home/ci/.docker/contexts/meta/abc/meta.json': '{}',
      '/home/ci/.docker/buildx/instances/builder': '{}',
      '/home/ci/.docker/key.pem': 'key',
    };
    const { host, folder } = write([login('quay.io')], { files });
    expect(jsonAt(host, `${folder}/config.json`)).toMatchObject({
      credsStore: 'pass',
      proxies: { default: {} },
      currentContext: 'x',
      cliPluginsExtraDirs: ['/home/ci/.docker/cli-plugins'],
      credHelpers: { 'quay.io': '' },
    });
    expect(host.files.read(`${folder}/contexts/meta/abc/meta.json`)).toBe('{}');
    expect(host.saved.get(`${folder}/key.pem`)).toMatchObject({ mode: 0o600 });
    expect(host.exported.get('BUILDX_CONFIG')).toBe('/home/ci/.docker/buildx');
    for (const [path, content] of Object.entries(files))
      expect(host.files.read(path)).toBe(content);
  });

  test('keep what an earlier login of the job wrote', () => {
    const { host, folder } = write([login('quay.io')]);
    const files = Object.fromEntries([...host.saved].map(([path, { content }]) => [path, content]));
    const second = write([login('reg.net')], { files, env: Object.fromEntries(host.exported) });
    expect(second.folder).toBe(folder);
    expect(jsonAt(second.host, `${folder}/config.json`)).toEqual({
      auths: { 'quay.io': auth('bob'), 'reg.net': auth('bob') },
    });
  });

  test('do not take the folder of anybody else for ours', () => {
    const env = {
      DOCKER_CONFIG: '/somewhere/docker',
      [containerDockerConfigVariable]: '/somewhere/docker-container',
    };
    const files = {
      '/somewhere/docker/config.json': '{}',
      '/somewhere/docker-container/config.json': '{}',
    };
    const { host, folder } = write([login('quay.io')], { files, env });
    expect(folder).toBe('/temp/transship-login-1/docker');
    expect(host.files.read('/somewhere/docker/config.json')).toBe('{}');
  });

  test('take in DOCKER_AUTH_CONFIG, which clients read before any file', () => {
    const env = {
      DOCKER_AUTH_CONFIG: JSON.stringify({
        auths: { 'quay.io': { auth: 'old' }, 'b.io': { auth: 'kept' } },
      }),
    };
    const { host, folder } = write([login('quay.io')], { env });
    expect(jsonAt(host, `${folder}/config.json`)).toEqual({
      auths: { 'b.io': { auth: 'kept' }, 'quay.io': auth('bob') },
    });
    expect(host.exported.get('DOCKER_AUTH_CONFIG')).toBe('');
  });

  test('are looked for where DOCKER_CONFIG says; builders that are named already stay', () => {
    const files = {
      '/conf/config.json': '{"currentContext": "x"}',
      '/conf/buildx/current': '{}',
      '/home/ci/.docker/config.json': '{"currentContext": "home"}',
    };
    const env = { DOCKER_CONFIG: '/conf', BUILDX_CONFIG: '/own/buildx' };
    const { host, folder } = write([login('quay.io')], { files, env });
    expect(jsonAt(host, `${folder}/config.json`)).toMatchObject({ currentContext: 'x' });
    expect(host.exported.has('BUILDX_CONFIG')).toBe(false);
    expect(host.exported.has('DOCKER_AUTH_CONFIG')).toBe(false);
    expect([...host.folders.keys()].filter((name) => name.includes('contexts'))).toEqual([]);
    expect(host.lines).toEqual([]);
  });

  test('hold contexts with all that is below them', () => {
    const files = {
      '/home/ci/.docker/contexts/meta/a/meta.json': 'one',
      '/home/ci/.docker/contexts/tls/a/ca.pem': 'two',
      '/home/ci/.docker/ca.pem': 'ca',
      '/home/ci/.docker/cert.pem': 'cert',
      '/home/ci/.docker/other.pem': 'other',
    };
    const { host, folder } = write([login('quay.io')], { files });
    const written = [...host.saved.keys()].filter((name) => name.startsWith(`${folder}/`));
    expect(written.sort()).toEqual(
      [
        'ca.pem',
        'cert.pem',
        'config.json',
        'contexts/meta/a/meta.json',
        'contexts/tls/a/ca.pem',
      ].map((name) => `${folder}/${name}`),
    );
    expect(host.saved.get(`${folder}/contexts/tls/a/ca.pem`)?.mode).toBe(0o600);
    expect(host.exported.has('BUILDX_CONFIG')).toBe(false);
  });

  test.each(['docker/config.json', 'docker-container/config.json'])(
    'begin anew where an earlier %s is none',
    (broken) => {
      const earlier = write([login('quay.io')]).host;
      const files = Object.fromEntries(
        [...earlier.saved].map(([name, { content }]) => [
          name,
          name.endsWith(`/${broken}`) ? 'no json' : content,
        ]),
      );
      const env = Object.fromEntries(earlier.exported);
      const { host, folder } = write([login('reg.net')], { files, env });
      expect(JSON.stringify(jsonAt(host, `${folder}/config.json`))).toContain('reg.net');
      expect(host.files.read(`/temp/transship-login-1/${broken}`)).not.toBe('no json');
      expect([...host.folders.keys()]).not.toEqual([]);
    },
  );

  test('are not those whose two folders lie apart', () => {
    const env = {
      DOCKER_CONFIG: '/temp/a/docker',
      [containerDockerConfigVariable]: '/temp/b/docker-container',
    };
    const files = {
      '/temp/a/docker/config.json': '{}',
      '/temp/b/docker-container/config.json': '{}',
    };
    expect(write([login('quay.io')], { files, env }).folder).toBe('/temp/transship-login-1/docker');
    const { [containerDockerConfigVariable]: _container, ...half } = env;
    expect(write([login('quay.io')], { files, env: half }).folder).toBe(
      '/temp/transship-login-1/docker',
    );
  });

  test('end with a line', () => {
    const { host, folder } = write([login('quay.io')]);
    const text = host.files.read(`${folder}/config.json`) ?? '';
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  test('warn of a broken file and go on', () => {
    const { host } = write([login('quay.io')], { files: { '/home/ci/.docker/config.json': '{' } });
    expect(host.lines).toEqual([
      'warning: /home/ci/.docker/config.json is not a JSON object. Its settings are not used.',
    ]);
  });
});
