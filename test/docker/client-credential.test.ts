import { expect, test } from 'vitest';
import { dockerConfigFolder } from '../../src/docker/client-config.ts';
import { clientCredential } from '../../src/docker/client-credential.ts';
import { engineSocket } from '../../src/docker/tag-image.ts';
import { exited, fakeHost } from '../fake-host.ts';

const auth = Buffer.from('ada:pass:word').toString('base64');
const password = { kind: 'password', username: 'ada', password: 'pass:word' };

test.each([
  [{ auths: { 'reg.test': { auth } } }, 'reg.test', password],
  [{ auths: { 'https://reg.test/v1/': { auth } } }, 'reg.test', password],
  [{ auths: { 'https://index.docker.io/v1/': { auth } } }, 'docker.io', password],
  [
    { auths: { 'reg.test': { identitytoken: 'idt' } } },
    'reg.test',
    { kind: 'identity-token', token: 'idt' },
  ],
  [
    { auths: { 'reg.test': { registrytoken: 'rt' } } },
    'reg.test',
    { kind: 'registry-token', token: 'rt' },
  ],
  [{ auths: { 'reg.test': {} } }, 'reg.test', undefined],
  [{ auths: { 'other.test': { auth } } }, 'reg.test', undefined],
  [
    { credsStore: 'x', auths: { 'reg.test': { auth } } },
    'reg.test',
    { kind: 'password', username: 'stored', password: 'secret' },
  ],
  [
    { credHelpers: { 'reg.test': 'x' } },
    'reg.test',
    { kind: 'password', username: 'stored', password: 'secret' },
  ],
  [
    { credsStore: 'x', credHelpers: { 'reg.test': '' }, auths: { 'reg.test': { auth } } },
    'reg.test',
    password,
  ],
  [{ credsStore: 'gone' }, 'reg.test', undefined],
  [{}, 'reg.test', undefined],
])('%j for %s', async (config, registry, expected) => {
  const host = fakeHost({
    files: { '/config/config.json': JSON.stringify(config) },
    exec: ({ command, options }) =>
      command === 'docker-credential-x' && options.stdin === 'reg.test'
        ? exited(0, '{"ServerURL":"reg.test","Username":"stored","Secret":"secret"}')
        : { kind: 'not-found', command },
  });
  expect(await clientCredential(host, '/config', registry)).toEqual(expected);
  expect(host.execs.flatMap(({ args }) => args).join()).not.toContain('secret');
});

test('a helper may give an OAuth2 token, or nothing', async () => {
  const files = { '/config/config.json': '{"credsStore":"x"}' };
  const token = fakeHost({ files, exec: () => exited(0, '{"Username":"<token>","Secret":"t"}') });
  expect(await clientCredential(token, '/config', 'reg.test')).toEqual({
    kind: 'identity-token',
    token: 't',
  });
  const none = fakeHost({
    files,
    exec: () => exited(1, 'credentials not found in native keychain'),
  });
  expect(await clientCredential(none, '/config', 'reg.test')).toBeUndefined();
});

test('the folder and the socket of the client', () => {
  expect(dockerConfigFolder(fakeHost({ env: { DOCKER_CONFIG: '/d' } }))).toBe('/d');
  expect(dockerConfigFolder(fakeHost({ env: { HOME: '/h' } }))).toBe('/h/.docker');
  const socket = (env: Record<string, string>, config = '') =>
    engineSocket(
      fakeHost({ env: { HOME: '/h', ...env }, files: { '/h/.docker/config.json': config } }),
    );
  expect(socket({})).toBe('/var/run/docker.sock');
  expect(socket({ DOCKER_HOST: 'unix:///run/d.sock' })).toBe('/run/d.sock');
  expect(socket({ DOCKER_HOST: 'tcp://1.2.3.4:2376' })).toBeUndefined();
  expect(socket({ DOCKER_CONTEXT: 'far' })).toBeUndefined();
  expect(socket({}, '{"currentContext":"far"}')).toBeUndefined();
});
