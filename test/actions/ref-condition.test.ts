import { describe, expect, test } from 'vitest';
import { builtRefs } from '../../src/actions/built-refs.ts';
import { readBranches, readConditions } from '../../src/actions/read-ref-condition.ts';
import { decideRefCondition, type RefCondition } from '../../src/pattern/ref-condition.ts';

const onRef = (name: string) => ({ codeship: name, shippable: name });

describe('CodeShip: tag and exclude', () => {
  test.each<[title: string, condition: RefCondition, ref: string, holds: boolean]>([
    ['nothing asked', {}, 'main', true],
    ['the empty text is not a condition', { tag: '', exclude: '' }, 'main', true],
    ['a literal', { tag: 'main' }, 'main', true],
    ['a literal is complete', { tag: 'main' }, 'main-2', false],
    ['a literal keeps letter case', { tag: 'Main' }, 'main', false],
    ['an expression keeps letter case', { tag: '^Main' }, 'main', false],
    ['an expression is searched', { tag: '^(main|rel)' }, 'release', true],
    ['only $ ends it', { tag: '^master' }, 'master-2', true],
    ['$ ends it', { tag: '^master$' }, 'master-2', false],
    ['a dollar alone makes an expression', { tag: '-rc$' }, 'v1-rc', true],
    ['a git tag', { tag: '^v[0-9]+\\.[0-9]+$' }, 'v1.10', true],
    ['no anchor, no expression', { tag: '(\\d+(\\.\\d+)+)' }, '1.2.3', false],
    ['text without an anchor still equals itself', { tag: 'a+b' }, 'a+b', true],
    ['exclude', { exclude: 'main' }, 'main', false],
    ['exclude of another', { exclude: 'main' }, 'dev', true],
    ['exclude wins over tag', { tag: '^rel', exclude: '^release/old' }, 'release/old-1', false],
    ['an invalid tag never matches', { tag: '^(a' }, 'a', false],
    ['an invalid exclude never excludes', { exclude: '^(a' }, 'a', true],
    ['no look-ahead in RE2: invalid', { tag: '^(?!main)' }, 'dev', false],
    ['no back-reference in RE2: invalid', { tag: '^(a)\\1$' }, 'aa', false],
    ['named group of Go', { tag: '^(?P<n>v)[0-9]' }, 'v1', true],
    ['inline flag', { tag: '(?i)^MAIN$' }, 'main', true],
    ['POSIX class', { tag: '^[[:alpha:]]+$' }, 'main', true],
    ['end of text as RE2 writes it', { tag: '^main\\z' }, 'main', true],
    ['quoted text', { tag: '^\\Qa.b\\E$' }, 'a.b', true],
    ['quoted text is not a dot', { tag: '^\\Qa.b\\E$' }, 'axb', false],
    ['a class of letters', { tag: '^\\pL+$' }, 'größe', true],
  ])('%s', async (_, condition, ref, holds) => {
    expect((await decideRefCondition(condition, onRef(ref))).holds).toBe(holds);
  });

  test.each([
    ['an invalid expression', '^(a', /`tag: \^\(a` is not a valid RE2 expression.*never matches/],
    ['an expression without an anchor', 'v(1|2)', /has neither `\^` nor `\$`/],
    ['text that no ref can be', 'a..b', /no ref can have this name/],
  ])('%s is reported', async (_, tag, message) => {
    const { warnings } = await decideRefCondition({ tag }, onRef('main'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(message);
  });

  test('a broken tag is reported although exclude decides', async () => {
    const decision = await decideRefCondition({ tag: '^(a', exclude: 'main' }, onRef('main'));
    expect(decision).toMatchObject({
      holds: false,
      warnings: [expect.stringContaining('`tag: ^(a`')],
    });
  });
});

describe('Shippable: branches', () => {
  test.each<
    [title: string, only: readonly string[], except: readonly string[], ref: string, holds: boolean]
  >([
    ['empty lists', [], [], 'main', true],
    ['a name', ['main'], [], 'main', true],
    ['another name', ['main'], [], 'dev', false],
    ['a wildcard crosses slashes', ['feature/*'], [], 'feature/a/b', true],
    ['a wildcard in the middle', ['rel*-x'], [], 'release-x', true],
    ['a tag is filtered as well', ['main'], [], 'v1.0', false],
    ['except', [], ['wip/*'], 'wip/a', false],
    ['except wins', ['*'], ['wip/*'], 'wip/a', false],
    ['no expression', ['^main$'], [], 'main', false],
  ])('%s', async (_, only, except, ref, holds) => {
    expect((await decideRefCondition({ branches: { only, except } }, onRef(ref))).holds).toBe(
      holds,
    );
  });
});

test.each([
  ['a branch', { GITHUB_REF_NAME: 'feature/a' }, 'feature/a', 'feature/a'],
  ['a tag', { GITHUB_REF_NAME: 'v1' }, 'v1', 'v1'],
  [
    'a pull request',
    { GITHUB_REF_NAME: '5/merge', GITHUB_HEAD_REF: 'fix', GITHUB_BASE_REF: 'main' },
    'fix',
    'main',
  ],
  ['a runner without GITHUB_REF_NAME', { GITHUB_REF: 'refs/heads/a/b' }, 'a/b', 'a/b'],
  [
    'empty variables',
    { GITHUB_REF_NAME: 'main', GITHUB_HEAD_REF: '', GITHUB_BASE_REF: '' },
    'main',
    'main',
  ],
])('the refs of %s', (_, env, codeship, shippable) => {
  expect(builtRefs(env)).toEqual({ codeship, shippable });
});

describe('conditions as YAML', () => {
  const read = (text: string) => {
    const result = readConditions(text);
    return result.ok ? Object.fromEntries(result.value) : result.failure.message;
  };

  test.each([
    [
      'source text, not numbers',
      'a:\n  tag: 1.10\nb: {exclude: 0x1}',
      { a: [{ tag: '1.10' }], b: [{ exclude: '0x1' }] },
    ],
    ['words, not booleans', 'a: {tag: yes}', { a: [{ tag: 'yes' }] }],
    [
      'a list holds together',
      'a: [{tag: x}, {exclude: y}]',
      { a: [{ tag: 'x' }, { exclude: 'y' }] },
    ],
    [
      'branches as lists and single names',
      'a:\n  branches: {only: [x, y], except: z}',
      { a: [{ branches: { only: ['x', 'y'], except: ['z'] } }] },
    ],
    [
      'branches without anything',
      'a:\n  branches:',
      { a: [{ branches: { only: [], except: [] } }] },
    ],
    ['quotes and backslashes', "a: {tag: '^v\\d'}", { a: [{ tag: '^v\\d' }] }],
    ['a key without a value', 'a: {tag: }', { a: [{ tag: '' }] }],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['broken YAML', 'a: [', /not valid YAML/],
    ['the same name twice', 'a: {tag: x}\na: {tag: y}', /not valid YAML/],
    ['no mapping', '- a', /mapping of names/],
    ['a word', 'main', /mapping of names/],
    ['a name with a text', 'a: main', /`a` must be a mapping with `tag`/],
    ['an unknown key', 'a: {tags: x}', /`a` has an unknown key `tags`/],
    ['a list as tag', 'a: {tag: [x]}', /no text under `tag`/],
    ['an unknown key in branches', 'a: {branches: {onyl: x}}', /`onyl` under `branches`/],
    ['a mapping in only', 'a: {branches: {only: {b: c}}}', /lists of names/],
    ['names that only differ in case', 'Deploy: {tag: x}\ndeploy: {tag: y}', /only differ in case/],
    ['an alias to nothing', 'a: *b', /not valid YAML/],
  ])('%s is refused', (_, text, message) => {
    expect(read(text)).toMatch(message);
  });

  test('branches alone, for the action push', () => {
    expect(readBranches('only: [main]')).toEqual({
      ok: true,
      value: { only: ['main'], except: [] },
    });
    expect(readBranches('[main]')).toMatchObject({ ok: false });
  });
});
