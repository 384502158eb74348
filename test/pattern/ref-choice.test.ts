// What is concluded from several conditions is compared with their answers for refs.

import { describe, expect, it } from 'vitest';
import { compileRe2 } from '../../src/pattern/re2.ts';
import {
  imply,
  neverHold,
  type RefMatcher,
  type RefTerm,
  refsOf,
} from '../../src/pattern/ref-choice.ts';
import { classifyRefPattern, refMatches } from '../../src/pattern/ref-pattern.ts';

function matcher(text: string): RefMatcher {
  const pattern = classifyRefPattern(text);
  const compiled = compileRe2(text);
  return {
    pattern,
    matches: (ref) =>
      refMatches(pattern, ref) ?? (compiled.ok ? compiled.value(ref) : ref === text),
  };
}

const term = (tag?: string, exclude?: string): RefTerm => ({
  ...(tag === undefined ? {} : { tag: matcher(tag) }),
  ...(exclude === undefined ? {} : { exclude: matcher(exclude) }),
});

const patterns = [
  'main',
  'develop',
  'release/1.0',
  '^main$',
  '^main',
  'main$',
  '^(main|develop)$',
  '^(main|release/.*)$',
  '^release/',
  '^release/.+-rc$',
  '^release/1',
  '-rc$',
  '^v.+',
  '^v',
  '^v\\d+\\.\\d+$',
  'elea$|^ma',
  '^.*lease.*$',
  '^$',
];
const refs = [
  ...['main', 'Main', 'mainly', 'my-main', 'develop', 'v', 'v1', 'v1.0', 'v1.0-rc', 'master'],
  ...['release/1.0', 'release/1.0-rc', 'release/2-rc', 'release/x', 'hotfix/main', 'x-rc', 'elea'],
];
const holds = (terms: readonly RefTerm[], ref: string): boolean =>
  terms.every(({ tag, exclude }) => tag?.matches(ref) !== false && exclude?.matches(ref) !== true);

const all: readonly RefTerm[] = [
  ...patterns.map((text) => term(text)),
  ...patterns.map((text) => term(undefined, text)),
  term('^(main|release/.*)$', '^release/1'),
  term('^main', 'main'),
];

describe('conditions together', () => {
  it('never hold only where no ref fulfils them', () => {
    for (const a of all) {
      for (const b of all) {
        if (!neverHold([a, b])) continue;
        expect(refs.filter((ref) => holds([a, b], ref))).toEqual([]);
      }
    }
  });
  it('imply only what holds for each of their refs', () => {
    for (const a of all) {
      for (const b of all.slice(0, 12)) {
        for (const c of all) {
          if (!imply([a, b], c)) continue;
          expect(refs.filter((ref) => holds([a, b], ref) && !holds([c], ref))).toEqual([]);
        }
      }
    }
  });
  it('list refs only where no other ref fulfils them', () => {
    for (const a of all) {
      for (const b of all) {
        const listed = refsOf([a, b]);
        if (listed === undefined) continue;
        expect(refs.filter((ref) => holds([a, b], ref) && !listed.includes(ref))).toEqual([]);
      }
    }
  });
});

describe('conclusions that are drawn', () => {
  it.each([
    ['main', '^(main|develop)$'],
    ['^(main|develop)$', '^(develop|main|x)$'],
    ['^release/1', '^release/'],
    ['^release/.+-rc$', '-rc$'],
    ['main', '^[mn]ain$'],
    ['^release/.*-rc$', '^.*-rc$'],
    ['a-rc$', '-rc$'],
    ['^release/.*-rc$', '^rel.*rc$'],
    ['^.*abc.*$', '^.*b.*$'],
    ['^release/', '^.*lease.*$'],
    ['^v.+$', '^v'],
    ['^va', '^v.+$'],
    ['^v.+-rc$', '^v.*-rc$'],
    ['^va.*-rc$', '^v.+-rc$'],
    ['^v.*a-rc$', '^v.+-rc$'],
    ['^.*-rc$', 'rc$'],
    ['vab', '^v.+b$'],
    ['^v.*b$', '^v.+$'],
  ])('%s implies %s', (narrow, wide) => {
    expect(imply([term(narrow)], term(wide))).toBe(true);
    expect(imply([term(wide)], term(narrow))).toBe(narrow === wide);
  });
  it.each([
    ['^v', '^v.+$'],
    ['vb', '^v.+b$'],
    ['^v.*b$', '^v.+b$'],
    ['rc$', '^.+rc$'],
    ['^.*a.*$', '^.*ab.*$'],
    ['^ab', '^.*abc.*$'],
  ])('%s does not imply %s', (wide, narrow) => {
    expect(imply([term(wide)], term(narrow))).toBe(false);
  });
  it('two patterns of one meaning imply each other', () => {
    expect(imply([term('^v.+')], term('^v.+$'))).toBe(true);
    expect(imply([term('^v.+$')], term('^v.+'))).toBe(true);
    expect(imply([term('.+-rc$')], term('^.+-rc$'))).toBe(true);
  });
  it('an exclusion that excludes nothing of them follows', () => {
    expect(imply([term('^release/')], term(undefined, '^hotfix/'))).toBe(true);
    expect(imply([term('^release/')], term(undefined, '^release/1'))).toBe(false);
  });
  it.each([
    ['main', 'develop'],
    ['^release/', '^hotfix/'],
    ['main', '^v'],
    ['^(a|b)$', '^(c|d)$'],
  ])('%s and %s exclude each other', (a, b) => {
    expect(neverHold([term(a), term(b)])).toBe(true);
  });
});
