import { expect, test } from 'vitest';
import {
  createdIn,
  digestsIn,
  eventIn,
  execStateIn,
  idIn,
  imageIn,
  isRunningIn,
  mountsIn,
} from '../../src/docker/engine-answers.ts';

const json = JSON.stringify;

test('what an engine answers is read field by field', () => {
  expect(idIn(json({ Id: 'abc', Warnings: [] }))).toBe('abc');
  expect(execStateIn(json({ Running: true, ExitCode: null }))).toEqual({
    running: true,
    exitCode: 137,
  });
  expect(execStateIn(json({ Running: false, ExitCode: 0 }))).toEqual({
    running: false,
    exitCode: 0,
  });
  expect(isRunningIn(json({ State: { Running: true } }))).toBe(true);
  expect(isRunningIn(json({ State: { Status: 'exited' } }))).toBe(false);
  const volume = { Type: 'volume', Name: 'v', Source: '/s', Destination: '/d' };
  expect(mountsIn(json({ Mounts: [volume, { Type: 'tmpfs', Destination: '/t' }] }))).toEqual([
    { type: 'volume', name: 'v', source: '/s', destination: '/d' },
    { type: 'tmpfs', source: '', destination: '/t' },
  ]);
  expect(mountsIn('{}')).toEqual([]);
});

test('an image without settings and digests has none', () => {
  const image = { Id: 'sha256:1', Os: 'linux', Architecture: 'arm64' };
  const facts = { id: 'sha256:1', os: 'linux', architecture: 'arm64' };
  expect(imageIn(json({ ...image, RepoDigests: null, Config: null }))).toEqual({
    ...facts,
    repoDigests: [],
    config: {},
  });
  expect(
    imageIn(json({ ...image, RepoDigests: ['a@sha256:2'], Config: { Env: ['A=1'] } })),
  ).toEqual({ ...facts, repoDigests: ['a@sha256:2'], config: { Env: ['A=1'] } });
});

test('of an event: what happened, and the exit code', () => {
  expect(eventIn(json({ Action: 'die', Actor: { Attributes: { exitCode: '3' } } }))).toEqual({
    action: 'die',
    exitCode: '3',
  });
  expect(eventIn(json({ Action: 'oom' }))).toEqual({ action: 'oom', exitCode: undefined });
});

test.each([
  [() => idIn('<html>'), 'not JSON: <html>'],
  [() => idIn('{}'), 'cannot be read: `Id` is missing.'],
  [() => idIn('{"Id": 3}'), '`Id` is not a text'],
  [() => isRunningIn('{"State": null}'), '`State` is not an object'],
  [() => imageIn('{"Id": "x", "Os": "linux"}'), '`Architecture` is missing'],
  [() => mountsIn('{"Mounts": [{"Type": "bind"}]}'), '`Mounts[0].Destination` is missing'],
  [() => execStateIn('{"Running": "no"}'), '`Running` is not true or false'],
  [() => createdIn('{"Id": "x", "Warnings": [1]}'), '`Warnings[0]` is not a text'],
  [() => digestsIn('[{}]'), '`[0]` is not a text'],
  [() => eventIn('[]'), 'it is not an object'],
])('what no engine answers is an error that names it: %#', (read, message) => {
  expect(read).toThrow(message);
});
