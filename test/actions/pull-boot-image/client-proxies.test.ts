import { expect, test } from 'vitest';
import { clientProxies } from '../../../src/actions/pull-boot-image/client-proxies.ts';
import { fakeHost } from '../../fake-host.ts';

const engine = 'unix:///var/run/docker.sock';
const proxies = { default: { httpProxy: 'http://proxy.test:3128', noProxy: 'a.test' } };

const hostWith = (config: string) =>
  fakeHost({ env: { HOME: '/home/ada' }, files: { '/home/ada/.docker/config.json': config } });

test('the proxies of the client are those of the container, in both spellings', () => {
  expect(clientProxies(hostWith(JSON.stringify({ proxies })), engine)).toEqual({
    http_proxy: 'http://proxy.test:3128',
    HTTP_PROXY: 'http://proxy.test:3128',
    no_proxy: 'a.test',
    NO_PROXY: 'a.test',
  });
});

test('those of the engine itself come before the general ones', () => {
  const own = { ...proxies, [engine]: { httpsProxy: 'http://own.test' } };
  expect(clientProxies(hostWith(JSON.stringify({ proxies: own })), engine)).toEqual({
    https_proxy: 'http://own.test',
    HTTPS_PROXY: 'http://own.test',
  });
});

test('a configuration that is none, or that the user may not read, has no proxies', () => {
  expect(clientProxies(hostWith('{'), engine)).toEqual({});
  const host = hostWith('{}');
  const read = (): string => {
    throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open' });
  };
  expect(clientProxies({ ...host, files: { ...host.files, read } }, engine)).toEqual({});
});
