import { expect, test } from 'vitest';
import { mountOption, mountSource } from '../../../src/actions/pull-boot-image/job-container.ts';

const mounts = [
  { Type: 'bind', Source: '/home/runner/_work', Destination: '/__w' },
  { Type: 'bind', Source: '/home/runner/_work/_temp', Destination: '/__w/_temp' },
  {
    Type: 'volume',
    Name: 'cache',
    Source: '/var/lib/docker/volumes/cache/_data',
    Destination: '/cache',
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
  expect(mountOption({ kind: 'bind', path: '/a' }, '/b')).toBe('type=bind,src=/a,dst=/b');
  expect(mountOption({ kind: 'volume', name: 'v' }, '/b', true)).toBe(
    'type=volume,src=v,dst=/b,readonly',
  );
  expect(mountOption({ kind: 'bind', path: '/a, "b"' }, '/c')).toBe(
    'type=bind,"src=/a, ""b""",dst=/c',
  );
});
