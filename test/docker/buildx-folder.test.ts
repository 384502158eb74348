import { expect, test } from 'vitest';
import { withBuildxFolder } from '../../src/docker/buildx-folder.ts';
import type { Host } from '../../src/host/host.ts';
import { exited, type FakeHost, fakeHost } from '../fake-host.ts';

/** A machine on which nothing below this folder can be written. */
function machine(readOnly: string, env: Readonly<Record<string, string>>): FakeHost {
  const host = fakeHost({ env, exec: () => exited(0) });
  const { files } = host;
  const refuse = (path: string): void => {
    if (path.startsWith(readOnly)) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
  };
  const guarded: Host['files'] = {
    ...files,
    write: (path, content, mode) => {
      refuse(path);
      files.write(path, content, mode);
    },
    makeFolder: (path, mode) => {
      refuse(path);
      files.makeFolder(path, mode);
    },
  };
  return { ...host, files: guarded };
}

test.each([
  ['/home/me', { HOME: '/home/me' }],
  ['/config', { HOME: '/home/me', DOCKER_CONFIG: '/config' }],
])('where %s is read-only, buildx has a folder of the job', async (readOnly, env) => {
  const machineHost = machine(readOnly, env);
  const host = withBuildxFolder(machineHost);
  const folder = '/temp/transship-buildx';
  expect(host.env['BUILDX_CONFIG']).toBe(folder);
  expect(machineHost.exported.get('BUILDX_CONFIG')).toBe(folder);
  expect(machineHost.folders.get(folder)).toBe(0o700);
  await host.exec('docker', ['buildx', 'ls'], { env: { MORE: '1' } });
  expect(machineHost.execs[0]?.options.env).toEqual({ BUILDX_CONFIG: folder, MORE: '1' });
});

test.each([
  ['elsewhere', { HOME: '/home/me' }],
  ['/home/me', { HOME: '/home/me', BUILDX_CONFIG: '/builders' }],
])('where %s is read-only and buildx has a folder, nothing changes', (readOnly, env) => {
  const host = machine(readOnly, env);
  expect(withBuildxFolder(host)).toBe(host);
  expect(host.exported.size).toBe(0);
  expect([...host.saved.keys()]).toEqual([]);
});
