import { describe, expect, test } from 'vitest';
import type { EventKind } from './case.ts';
import { starts } from './triggers.ts';

const push = (branch: string): EventKind => ({ kind: 'push', branch });
const tag = (name: string): EventKind => ({ kind: 'tag', tag: name });
const into = (base: string): EventKind => ({
  kind: 'pull-request',
  from: 'x',
  into: base,
  fork: false,
});

describe('a workflow starts', () => {
  test.each<[unknown, EventKind, boolean]>([
    ['push', push('main'), true],
    ['push', tag('v1'), true],
    ['push', into('main'), false],
    [['push', 'pull_request'], into('main'), true],
    [{ push: null }, tag('v1'), true],
    [{ pull_request: null }, push('main'), false],
    [{ push: { branches: ['**'] } }, tag('v1'), false],
    [{ push: { tags: ['**'] } }, push('main'), false],
    [{ push: { tags: ['v1.*'] } }, tag('v1.4'), true],
    [{ push: { tags: ['v1.*'] } }, tag('v1x4'), false],
    [{ push: { branches: ['release/*'] } }, push('release/1'), true],
    [{ push: { branches: ['release/*'] } }, push('release/1/2'), false],
    [{ push: { branches: ['release/**'] } }, push('release/1/2'), true],
    [{ push: { branches: ['**', '!wip**'] } }, push('wip-x'), false],
    [{ push: { branches: ['!wip', 'wip'] } }, push('wip'), true],
    [{ push: { 'branches-ignore': ['gh-pages'] } }, push('gh-pages'), false],
    [{ push: { branches: ['Main'] } }, push('main'), false],
    [{ pull_request: { branches: ['main'] } }, into('develop'), false],
  ])('on %j for %j: %s', (on, event, expected) => {
    expect(starts({ on }, event, 'Change')).toBe(expected);
  });

  test.each(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'])(
    'not for a message with %s',
    (words) => expect(starts({ on: 'push' }, push('main'), `Change ${words}`)).toBe(false),
  );
});
