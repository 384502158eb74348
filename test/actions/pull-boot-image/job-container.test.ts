import { expect, test } from 'vitest';
import { mountOption, mountSource } from '../../../src/actions/pull-boot-image/job-container.ts';

const mounts = [
  { type: 'bind', source: '/home/runner/_work', destination: '/__w' },
  { type: 'bind', source: '/home/runner/_work/_temp', destination: '/__w/_temp' },
  {
    type: 'volume',
    name: 'cache',
    source: '/var/lib/docker/volumes/cache/_data',
    destination: '/cache',
  },
];

test.each([
  ['/__w/shop/shop', { kind: 'bind', path: '/home/runner/_work/shop/shop' }],
  ['/__w/_temp/x', { kind: 'bind', path: '/home/runner/_work/_temp/x' }],
  ['/__work/x', undefined],
  ['/cache', { kind: 'volume', name: 'cache' }],
  ['/cache/part', undefined],
  ['/usr/bin/docker', undefined],
])('%s', (folder, expected) => {
  expect(mountSource(folder, mounts)).toEqual(expected);
});

test('a mount is one field of comma-separated values, whatever the path', () => {
  expect(mountOption({ source: { kind: 'bind', path: '/a' }, target: '/b', readOnly: false })).toBe(
    'type=bind,src=/a,dst=/b',
  );
  expect(mountOption({ source: { kind: 'volume', name: 'v' }, target: '/b', readOnly: true })).toBe(
    'type=volume,src=v,dst=/b,readonly',
  );
  expect(
    mountOption({ source: { kind: 'bind', path: '/a, "b"' }, target: '/c', readOnly: false }),
  ).toBe('type=bind,"src=/a, ""b""",dst=/c');
});
