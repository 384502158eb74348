import { expect, test } from 'vitest';
import { proxyFor } from '../../src/host/network/proxy-choice.ts';

const proxy = 'http://proxy:3128';

test.each([
  ['https://a.com', { https_proxy: proxy }, true],
  ['https://a.com', { HTTPS_PROXY: proxy }, true],
  ['https://a.com', { http_proxy: proxy }, false],
  ['http://a.com', { HTTP_PROXY: proxy }, true],
  ['https://a.com', { ALL_PROXY: proxy }, true],
  ['https://a.com', {}, false],
  ['https://localhost:5000', { https_proxy: proxy }, false],
  ['https://127.0.0.1', { https_proxy: proxy }, false],
  ['https://[::1]:5000', { https_proxy: proxy }, false],
])('%s with %j: %s', (url, env, used) => {
  expect(proxyFor(new URL(url), env)?.host).toBe(used ? 'proxy:3128' : undefined);
});

test.each([
  ['a.com', 'https://a.com', true],
  ['a.com', 'https://x.a.com', true],
  ['.a.com', 'https://x.a.com', true],
  ['*.a.com', 'https://x.a.com', true],
  ['a.com', 'https://ba.com', false],
  ['a.com:443', 'https://a.com', true],
  ['a.com:5000', 'https://a.com', false],
  ['a.com:5000', 'https://a.com:5000', true],
  ['b.com, a.com', 'https://a.com', true],
  ['*', 'https://a.com', true],
  ['10.0.0.0/8', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', false],
  ['10.1.2.3', 'https://10.1.2.3:5000', true],
  ['0.0.0.0/0', 'https://9.9.9.9', true],
  ['A.COM', 'https://a.com', true],
])('NO_PROXY=%s and %s: %s', (no_proxy, url, bypassed) => {
  const found = proxyFor(new URL(url), { https_proxy: proxy, no_proxy });
  expect(found === undefined).toBe(bypassed);
});

test('a proxy without a scheme is one of http', () => {
  expect(proxyFor(new URL('https://a.com'), { https_proxy: 'proxy:3128' })?.href).toBe(
    'http://proxy:3128/',
  );
});
