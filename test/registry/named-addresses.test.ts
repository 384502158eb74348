import { expect, test } from 'vitest';
import { addressOf, exportAddresses } from '../../src/registry/docker-config/named-addresses.ts';
import { fakeHost } from '../fake-host.ts';

test('what a login knew about a registry is known to the next step, and added to by the next login', () => {
  const first = fakeHost();
  exportAddresses(first, [
    { host: 'a.corp:5000', scheme: 'http' },
    { host: 'quay.io', scheme: 'https' },
  ]);
  const second = fakeHost({ env: Object.fromEntries(first.exported) });
  exportAddresses(second, [{ host: 'b.corp', realms: ['auth.corp'] }]);
  const env = Object.fromEntries(second.exported);
  expect(addressOf(env, 'a.corp:5000')).toEqual({ host: 'a.corp:5000', scheme: 'http' });
  expect(addressOf(env, 'b.corp')).toEqual({ host: 'b.corp', realms: ['auth.corp'] });
  expect(addressOf(env, 'quay.io')).toEqual({ host: 'quay.io' });
  expect(addressOf({}, 'a.corp:5000')).toEqual({ host: 'a.corp:5000' });
});

test('a login that needs no more than its host says nothing', () => {
  const host = fakeHost();
  exportAddresses(host, [{ host: 'quay.io' }]);
  expect(host.exported.size).toBe(0);
});
