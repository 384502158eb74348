import { expect, test } from 'vitest';
import { maintainedInstead } from '../../../src/legacy/shippable/idiomatic/maintained.ts';

test.each([
  ['node_js', '0.10', '22'],
  ['node_js', 'v8.11.1', '22'],
  ['node_js', '22.3.1', undefined],
  ['node_js', '23', '24'],
  ['node_js', '99', undefined],
  ['node_js', 'lts/*', undefined],
  ['python', '2.7', '3.11'],
  ['python', '3', undefined],
  ['python', '3.12.1', undefined],
  ['python', '2', '3.11'],
  ['python', 'pypy3', undefined],
  ['rvm', 'ruby-2.1.1', '3.3'],
  ['rvm', 'jruby-9.1', undefined],
  ['go', '1.9', '1.26'],
  ['go', 'tip', undefined],
  ['php', '5.6', '8.3'],
  ['jdk', 'oraclejdk7', 'openjdk8'],
  ['jdk', 'openjdk8', undefined],
  ['jdk', 'openjdk10', 'openjdk11'],
  ['compiler', 'gcc', undefined],
] as const)('%s %s', (axis, version, instead) => {
  expect(maintainedInstead(axis, version)).toBe(instead);
});
