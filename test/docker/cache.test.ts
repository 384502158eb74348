import { expect, test } from 'vitest';
import type { Builder } from '../../src/docker/builder.ts';
import { type CacheScope, cacheKey, planCache, readCache } from '../../src/docker/cache.ts';

const container: Builder = { kind: 'buildx', name: 'b', ownEngine: false, full: true };
const own: Builder = { kind: 'buildx', name: 'default', ownEngine: true, full: false };
const containerd: Builder = { ...own, full: true };
const oldClient: Builder = { kind: 'engine-buildkit' };
const classic: Builder = { kind: 'engine-classic' };

const scope: CacheScope = {
  name: 'acme/web',
  branch: 'feature/x',
  fallbackBranch: 'main',
  references: ['acme/web:latest'],
  mayWrite: true,
};
const plan = (input: string, builder: Builder, changes: Partial<CacheScope> = {}) =>
  planCache(readCache(input, 'reg.test/acme/web'), { ...scope, ...changes }, builder);

test.each([
  ['', { kind: 'none' }],
  [' none ', { kind: 'none' }],
  ['inline', { kind: 'inline' }],
  ['gha', { kind: 'gha' }],
  ['ghcr.io/acme/cache', { kind: 'registry', reference: 'ghcr.io/acme/cache', exact: false }],
  ['localhost:5000/cache', { kind: 'registry', reference: 'localhost:5000/cache', exact: false }],
  [
    'localhost:5000/cache:web',
    { kind: 'registry', reference: 'localhost:5000/cache:web', exact: true },
  ],
] as const)('reads %j', (text, cache) => {
  expect(readCache(text, 'reg.test/acme/web')).toEqual(cache);
});

test.each([
  ['web', 'main', 'web-main'],
  ['acme/web', 'feature/x', 'acme_web-feature_x'],
  ['.hidden', '-x', 'hidden-x'],
  ['ü', '🎈', '_-_'],
  ['w'.repeat(90), 'b'.repeat(90), `${'w'.repeat(60)}-${'b'.repeat(60)}`],
])('names the cache of %j on %j', (name, branch, key) => {
  expect(cacheKey(name, branch)).toBe(key);
});

test('a registry cache of a full builder: every stage, the own branch, then the fallback', () => {
  for (const builder of [container, containerd]) {
    expect(plan('ghcr.io/acme/cache', builder)).toEqual({
      from: [
        'type=registry,ref=ghcr.io/acme/cache:acme_web-feature_x',
        'type=registry,ref=ghcr.io/acme/cache:acme_web-main',
      ],
      to: [
        'type=registry,ref=ghcr.io/acme/cache:acme_web-feature_x,mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true',
      ],
      pullFirst: [],
      leftOut: [],
    });
  }
});

test("the engine's own builder caches as CodeShip did: the image is pushed, and says so", () => {
  const cache = plan('ghcr.io/acme/cache', own);
  expect(cache).toMatchObject({
    from: [
      'type=registry,ref=ghcr.io/acme/cache:acme_web-feature_x',
      'type=registry,ref=ghcr.io/acme/cache:acme_web-main',
    ],
    to: ['type=inline'],
    pushTo: 'ghcr.io/acme/cache:acme_web-feature_x',
    pullFirst: [],
  });
  expect(cache.leftOut).toHaveLength(1);
});

test('clients without buildx name images; the classic builder pulls them first', () => {
  const references = ['r/c:acme_web-feature_x', 'r/c:acme_web-main'];
  expect(plan('r/c', oldClient)).toMatchObject({
    from: references,
    to: [],
    pullFirst: [],
    pushTo: references[0],
  });
  expect(plan('r/c', classic)).toMatchObject({ from: references, to: [], pullFirst: references });
});

test("beside the image, a cache's tags are told apart from the image's", () => {
  expect(plan('registry', own).pushTo).toBe('reg.test/acme/web:cache-acme_web-feature_x');
  expect(plan('true', container).from[1]).toBe(
    'type=registry,ref=reg.test/acme/web:cache-acme_web-main',
  );
});

test('one branch is named once, an exact reference as it is', () => {
  expect(plan('r/c', container, { branch: 'main' }).from).toEqual([
    'type=registry,ref=r/c:acme_web-main',
  ]);
  expect(plan('r/c:x', container).from).toEqual(['type=registry,ref=r/c:x']);
});

test("a fork's pull request reads and never writes", () => {
  for (const builder of [container, own, oldClient, classic]) {
    for (const input of ['r/c', 'gha']) {
      const cache = plan(input, builder, { mayWrite: false });
      expect(cache.to).toEqual([]);
      expect(cache.pushTo).toBeUndefined();
    }
  }
  expect(plan('r/c', container, { mayWrite: false }).from).toHaveLength(2);
});

test("GitHub's cache has a scope for each branch; a builder that cannot reach it says so", () => {
  expect(plan('gha', container)).toMatchObject({
    from: ['type=gha,scope=acme_web-feature_x', 'type=gha,scope=acme_web-main'],
    to: ['type=gha,scope=acme_web-feature_x,mode=max,ignore-error=true'],
    leftOut: [],
  });
  for (const builder of [own, oldClient, classic]) {
    const cache = plan('gha', builder);
    expect(cache).toMatchObject({ from: [], to: [] });
    expect(cache.leftOut).toHaveLength(1);
  }
});

test('an inline cache lies in the image itself', () => {
  expect(plan('inline', own)).toEqual({
    from: ['type=registry,ref=acme/web:latest'],
    to: ['type=inline'],
    pullFirst: [],
    leftOut: [],
  });
  expect(plan('', container)).toEqual({ from: [], to: [], pullFirst: [], leftOut: [] });
});
