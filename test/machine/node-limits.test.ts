import { describe, expect, test } from 'vitest';
import type { Repository } from '../../src/ground/repository.ts';
import {
  asksForOldDigest,
  mayHaveNewLock,
  nodeLimit,
} from '../../src/machine/languages/node-limits.ts';
import { chooseNode } from '../../src/machine/versions/node.ts';

const repository = (files: Readonly<Record<string, string>>): Repository => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path],
});
const project = (file: object): Repository => repository({ 'package.json': JSON.stringify(file) });

describe('the newest Node.js that a project runs', () => {
  test.each([
    ['gulp 3', { devDependencies: { gulp: '^3.9.1' } }, 10],
    ['the lowest of several', { dependencies: { 'node-sass': '~4.5.0', gulp: '3.x' } }, 10],
    ['what brings node-sass', { devDependencies: { 'grunt-sass': '^1.1.0' } }, 6],
    ['one series among the engines', { engines: { node: '^8.9.1' } }, 8],
  ])('%s', (_, file, last) => {
    expect(nodeLimit(project(file))?.last).toBe(last);
  });

  test.each([
    ['gulp 4', { devDependencies: { gulp: '^4.0.2' } }],
    ['a range with no end', { engines: { node: '>=0.10.0' } }],
    ['no range', { devDependencies: { gulp: 'gulpjs/gulp#4.0' } }],
  ])('none by %s', (_, file) => {
    expect(nodeLimit(project(file))).toBeUndefined();
  });

  test('only a version that floats has a limit', () => {
    const place = { nodeLimit: { last: 10, by: 'gulp 3' } };
    expect(chooseNode('stable', place)).toMatchObject({ spelled: '10', change: { kind: 'near' } });
    expect(chooseNode('lts/*', place).spelled).toBe('10');
    expect(chooseNode('12', place)).toEqual({ way: 'setup', spelled: '12' });
    expect(chooseNode('node', {}).spelled).toBe('latest');
  });
});

test('webpack before 5, itself or by what brings it', () => {
  expect(asksForOldDigest(project({ devDependencies: { webpack: '4.46.0' } }))).toBe('webpack');
  expect(asksForOldDigest(project({ dependencies: { 'react-scripts': '^3.0.0' } }))).toBe(
    'react-scripts',
  );
  expect(asksForOldDigest(project({ devDependencies: { webpack: '^5.0.0' } }))).toBeUndefined();
  // 4.47 needs nothing, and a range without a lock file takes it.
  const ranged = { devDependencies: { webpack: '^4.46.0' } };
  expect(asksForOldDigest(project(ranged))).toBeUndefined();
  const locked = repository({ 'package.json': JSON.stringify(ranged), 'yarn.lock': '' });
  expect(asksForOldDigest(locked)).toBe('webpack');
});

test('a lock file says which npm wrote it', () => {
  expect(mayHaveNewLock(repository({ 'package-lock.json': '{\n  "lockfileVersion": 3\n}' }))).toBe(
    true,
  );
  expect(mayHaveNewLock(repository({ 'package-lock.json': '{\n  "lockfileVersion": 1\n}' }))).toBe(
    false,
  );
  const large = { ...project({}), paths: ['package-lock.json', 'package.json'] };
  expect(mayHaveNewLock(large)).toBe(true);
  expect(mayHaveNewLock(project({}))).toBe(false);
});
