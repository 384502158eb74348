import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dockerConfigKey,
  familiarName,
  normalizeRegistry,
  parseReference,
} from '../../src/image/reference.ts';
import { workOf } from '../work.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseReference', () => {
  const parsed = (text: string): unknown => {
    const result = parseReference(text);
    return result.ok ? result.value : result.failure.message;
  };

  test.each([
    ['busybox', 'docker.io', 'library/busybox', {}],
    ['busybox:1.36', 'docker.io', 'library/busybox', { tag: '1.36' }],
    ['acme/web', 'docker.io', 'acme/web', {}],
    ['docker.io/busybox', 'docker.io', 'library/busybox', {}],
    ['index.docker.io/acme/web', 'docker.io', 'acme/web', {}],
    ['docker.io/library/busybox', 'docker.io', 'library/busybox', {}],
    ['quay.io/org/repo:v1', 'quay.io', 'org/repo', { tag: 'v1' }],
    ['localhost/web', 'localhost', 'web', {}],
    ['localhost:5000/web:a_b.C-1', 'localhost:5000', 'web', { tag: 'a_b.C-1' }],
    ['host:5000/a/b/c/d', 'host:5000', 'a/b/c/d', {}],
    ['[::1]:5000/web', '[::1]:5000', 'web', {}],
    [
      '123456789012.dkr.ecr.us-east-1.amazonaws.com/x',
      '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      'x',
      {},
    ],
    [`acme/web@${DIGEST}`, 'docker.io', 'acme/web', { digest: DIGEST }],
    [`acme/web:1@${DIGEST}`, 'docker.io', 'acme/web', { tag: '1', digest: DIGEST }],
    ['a--b__c.d_e', 'docker.io', 'library/a--b__c.d_e', {}],
    ['web:5000', 'docker.io', 'library/web', { tag: '5000' }],
  ])('%s', (text, host, path, rest) => {
    expect(parsed(text)).toEqual({ host, path, name: `${host}/${path}`, ...rest });
  });

  test.each([
    ['', 'empty'],
    ['Acme', 'lower case'],
    ['Acme/web', 'all names at Docker Hub'],
    ['acme/Web', 'lower case'],
    ['acme/web:', 'not a tag'],
    ['acme/web:-x', 'not a tag'],
    [`acme/web:${'a'.repeat(129)}`, 'not a tag'],
    ['acme/web@sha256:abc', 'not a digest'],
    ['acme//web', 'not part of'],
    ['acme/web/', 'not part of'],
    ['/web', 'not part of'],
    ['-web', 'not part of'],
    ['a___b', 'not part of'],
    ['https://quay.io/x', 'without `https://`'],
    ['docker://quay.io/x:1', 'without `docker://`'],
    ['$IMAGE', 'not part of'],
    ['host_name:5000/x', 'not the name of a registry'],
    ['0123456789abcdef'.repeat(4), 'identifier'],
    [`quay.io/${'a'.repeat(260)}`, '255'],
  ])('%j is refused: %s', (text, message) => {
    expect(parsed(text)).toContain(message);
  });

  test('a familiar name means the same', () => {
    const names = [
      'busybox',
      'acme/web:1',
      'quay.io/a/b',
      'localhost:5000/x',
      `library/x@${DIGEST}`,
      'docker.io/a/b',
    ];
    for (const name of names) {
      const first = parseReference(name);
      if (!first.ok) throw new Error(first.failure.message);
      const again = parseReference(familiarName(first.value));
      expect(again).toEqual(first);
    }
    const busybox = parseReference('docker.io/library/busybox');
    expect(busybox.ok && familiarName(busybox.value)).toBe('busybox');
    const nested = parseReference('docker.io/docker.io/a:1');
    expect(nested.ok && familiarName(nested.value)).toBe('docker.io/docker.io/a:1');
    const hexadecimal = parseReference(`docker.io/${'a'.repeat(64)}`);
    expect(hexadecimal.ok && familiarName(hexadecimal.value)).toBe(`docker.io/${'a'.repeat(64)}`);
  });

  test('nothing throws, and what is read can be read again', () => {
    const pieces = fc.constantFrom(
      'a',
      'B',
      'acme',
      '.',
      ':',
      '/',
      '@',
      '-',
      '_',
      '5000',
      'docker.io',
      DIGEST,
      'localhost',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const first = parseReference(text);
        if (!first.ok) return;
        expect(parseReference(familiarName(first.value))).toEqual(first);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    'a'.repeat(100_000),
    'a-'.repeat(50_000),
    'a/'.repeat(50_000),
    'a.'.repeat(50_000),
    ':'.repeat(100_000),
  ])('100 KB are read in work that grows with them', async (text) => {
    const work = await workOf(() => {
      parseReference(text);
      parseReference(`${text}/x`);
      normalizeRegistry(text);
    });
    expect(work).toBeLessThan(60 * text.length);
  });
});

describe('normalizeRegistry', () => {
  test.each([
    ['', 'docker.io'],
    ['docker.io', 'docker.io'],
    ['https://index.docker.io/v1/', 'docker.io'],
    ['https://index.docker.io/', 'docker.io'],
    ['index.docker.io', 'docker.io'],
    ['https://registry-1.docker.io', 'docker.io'],
    ['registry.hub.docker.com', 'docker.io'],
    ['quay.io', 'quay.io'],
    ['https://quay.io/v1/', 'quay.io'],
    ['quay.io/org/repo', 'quay.io'],
    ['https://GCR.io', 'gcr.io'],
    ['http://localhost:5000/', 'localhost:5000'],
    ['host:5002', 'host:5002'],
    [' https://foo.com ', 'foo.com'],
    ['https://1.dkr.ecr.us-east-1.amazonaws.com/', '1.dkr.ecr.us-east-1.amazonaws.com'],
    ['https://user:pw@foo.com/x?y#z', 'foo.com'],
  ])('%j is %s', (text, host) => {
    expect(normalizeRegistry(text)).toBe(host);
  });

  test('gives a host that stays as it is', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const host = normalizeRegistry(url);
        return normalizeRegistry(host) === host;
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => typeof normalizeRegistry(text) === 'string'));
  });
});

test.each([
  ['docker.io', 'https://index.docker.io/v1/'],
  ['quay.io', 'quay.io'],
  ['localhost:5000', 'localhost:5000'],
])('the key of %s in config.json is %s', (host, key) => {
  expect(dockerConfigKey(host)).toBe(key);
});
