import { expect, test } from 'vitest';
import { singleRequest } from '../../../src/docker/request-head.ts';

test('a connection carries one request, unless it is to become something else', () => {
  expect(
    singleRequest('GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: keep-alive\r\n\r\n'),
  ).toBe('GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n');
  const upgrade = 'POST /session HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';
  expect(singleRequest(upgrade)).toBe(upgrade);
});
