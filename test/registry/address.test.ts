import { describe, expect, test } from 'vitest';
import {
  baseUrls,
  isLoopback,
  mayReceiveCredential,
  parseAddress,
} from '../../src/registry/protocol/address.ts';

test.each([
  ['', { host: 'docker.io' }],
  ['https://index.docker.io/v1/', { host: 'docker.io', scheme: 'https' }],
  ['quay.io', { host: 'quay.io' }],
  ['https://foo.com', { host: 'foo.com', scheme: 'https' }],
  ['http://10.0.0.5:5000/', { host: '10.0.0.5:5000', scheme: 'http' }],
  ['foo.com/v1/', { host: 'foo.com' }],
  ['[::1]:5000', { host: '[::1]:5000' }],
  ['HTTPS://Foo.COM:443', { host: 'foo.com:443', scheme: 'https' }],
  ['https://user@foo.com', { host: 'foo.com', scheme: 'https' }],
  ['a', { host: 'a' }],
  ['a-', undefined],
  ['a..b', { host: 'a..b' }],
  ['1.2.3.999', undefined],
  ['foo.com:99999', undefined],
  ['foo.com:65535', { host: 'foo.com:65535' }],
  ['foo.com:65536', undefined],
  ['foo.com:1', { host: 'foo.com:1' }],
  ['foo.com:0', undefined],
  ['[::1', undefined],
  ['foo bar', undefined],
  ['foo.com:port', undefined],
  ['-foo.com', undefined],
  ['foo.com\\evil', undefined],
])('%s is read as %j', (text, address) => {
  expect(parseAddress(text)).toEqual(address);
});

test('plain http is tried only where the user wrote it, or on this machine', () => {
  const bases = (text: string) => baseUrls(parseAddress(text) ?? { host: '' });
  expect(bases('foo.com')).toEqual(['https://foo.com']);
  expect(bases('http://foo.com:5000')).toEqual(['http://foo.com:5000']);
  expect(bases('localhost:5000')).toEqual(['http://localhost:5000', 'https://localhost:5000']);
  expect(bases('127.0.0.1:5000')).toEqual(['http://127.0.0.1:5000', 'https://127.0.0.1:5000']);
  expect(bases('https://localhost:5000')).toEqual(['https://localhost:5000']);
  expect(bases('')).toEqual(['https://registry-1.docker.io']);
});

test.each([
  ['localhost', true],
  ['LOCALHOST:5000', true],
  ['127.0.0.1', true],
  ['127.1.2.3:80', true],
  ['[::1]:5000', true],
  ['127.0.0.1.evil.net', false],
  ['x127.0.0.1', false],
  ['127.0.0', false],
  ['localhost.evil.net', false],
  ['[::2]', false],
])('%s is this machine: %s', (host, isHere) => {
  expect(isLoopback(host)).toBe(isHere);
});

describe('a token server gets the credential', () => {
  test.each([
    ['foo.com', 'https://foo.com/token', true, 'the same host'],
    ['foo.com:5000', 'https://foo.com:5001/token', true, 'the same host by another port'],
    ['docker.io', 'https://auth.docker.io/token', true, 'of the vendor'],
    ['registry.gitlab.com', 'https://gitlab.com/jwt/auth', true, 'of the vendor'],
    [
      'registry.digitalocean.com',
      'https://api.digitalocean.com/v2/registry/auth',
      true,
      'of the vendor',
    ],
    [
      'registry.cn-hangzhou.aliyuncs.com',
      'https://dockerauth.cn-hangzhou.aliyuncs.com/auth',
      true,
      'of the vendor',
    ],
    [
      'registry.cn-hangzhou.aliyuncs.com',
      'https://dockerauth.cn-beijing.aliyuncs.com/auth',
      false,
      'of the vendor for another region',
    ],
    ['registry.example.com', 'https://example.com/token', true, 'in the domain above'],
    ['example.com', 'https://auth.example.com/token', true, 'in the domain below'],
    ['registry.example.com', 'https://auth.example.com/token', false, 'beside it'],
    ['foo.com', 'https://com/token', false, 'of a whole top domain'],
    ['1.2.3.4', 'https://3.4/token', false, 'that looks like part of an address'],
    ['foo.com', 'https://foo.com.evil.net/token', false, 'that begins like it'],
    ['foo.com', 'https://evil.net/token', false, 'elsewhere'],
    ['docker.io', 'https://auth.docker.io.evil.net/', false, 'that looks like the vendor'],
    ['foo.com', 'http://foo.com/token', false, 'without TLS'],
    ['http://foo.com', 'http://foo.com/token', true, 'without TLS, as the registry itself'],
    ['http://foo.com', 'http://evil.net/token', false, 'without TLS elsewhere'],
    ['localhost:5000', 'http://localhost:5000/token', true, 'on this machine'],
    ['localhost:5000', 'http://localhost:5001/token', false, 'on this machine by another port'],
    ['[::1]:5000', 'http://[::1]:5000/token', true, 'on this machine by its address'],
    ['[::1]:5000', 'http://[::1]:5001/token', false, 'at its address by another port'],
    ['localhost:5000', 'https://127.0.0.1:5000/token', false, 'on this machine by another name'],
    ['foo.com:5000', 'http://foo.com:5001/token', false, 'another port without TLS'],
    ['http://foo.com', 'http://foo.com:81/token', false, 'another port, both without TLS'],
    ['http://foo.com', 'https://foo.com/token', true, 'the same host by TLS'],
    ['foo.com', 'ftp://foo.com/token', false, 'of another scheme'],
  ])('%s -> %s: %s (%s)', (registry, realm, allowed) => {
    const address = parseAddress(registry) ?? { host: '' };
    expect(mayReceiveCredential(address, new URL(realm))).toBe(allowed);
  });

  test('on this machine by another port that the user named', () => {
    const address = { host: 'localhost:5000', realms: ['localhost:5001'] };
    expect(mayReceiveCredential(address, new URL('http://localhost:5001/token'))).toBe(true);
    expect(mayReceiveCredential(address, new URL('http://localhost:5002/token'))).toBe(false);
  });

  test('that the user named, by host or by host and port', () => {
    const realm = new URL('https://auth.corp:5001/token');
    expect(mayReceiveCredential({ host: 'reg.net', realms: ['auth.corp'] }, realm)).toBe(true);
    expect(
      mayReceiveCredential({ host: 'reg.net', realms: ['https://auth.corp:5001/'] }, realm),
    ).toBe(true);
    expect(mayReceiveCredential({ host: 'reg.net', realms: ['auth.corp:5002'] }, realm)).toBe(
      false,
    );
  });
});
