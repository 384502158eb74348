import { describe, expect, test } from 'vitest';
import type { Repository } from '../../src/ground/repository.ts';
import { asksByGitProtocol } from '../../src/machine/changed/git-protocol.ts';

const repository = (files: Readonly<Record<string, string>>): Repository => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path],
});

describe('what is fetched from GitHub by `git://`', () => {
  test.each([
    ['package.json', '{"dependencies": {"a": "git://github.com/o/a"}}'],
    ['Gemfile.lock', 'GIT\n  remote: git://github.com/o/a.git\n'],
    ['requirements/test.txt', '-e git+git://github.com/o/a.git#egg=a\n'],
    ['Gemfile', "gem 'a', :github => 'o/a'\n"],
    ['.gitmodules', '\turl = git://github.com/o/a\n'],
  ])('%s', (path, text) => {
    expect(asksByGitProtocol([], repository({ [path]: text }))).toEqual({ path });
  });

  test('a command comes first', () => {
    expect(asksByGitProtocol(['make', 'git clone git://github.com/o/a'], repository({}))).toEqual({
      text: 1,
    });
  });

  test.each([
    [
      'where a package says that it is from',
      'package.json',
      '{"repository": {"url": "git://github.com/o/a"}}',
    ],
    ['a comment', 'Gemfile', "# gem 'a', git: 'git://github.com/o/a'\n"],
    [
      'what others brought along',
      'vendor/a/package.json',
      '{"dependencies": {"a": "git://github.com/o/a"}}',
    ],
    ['another server', 'Gemfile.lock', 'remote: git://example.com/o/a.git\n'],
    ['a list that says how', 'Gemfile', "git_source(:github) { |r| r }\ngem 'a', github: 'o/a'\n"],
  ])('not %s', (_, path, text) => {
    expect(asksByGitProtocol([], repository({ [path]: text }))).toBeUndefined();
  });

  test('a lock file says better than its list how', () => {
    const files = {
      Gemfile: "gem 'a', github: 'o/a'\n",
      'Gemfile.lock': 'remote: https://github.com/o/a\n',
    };
    expect(asksByGitProtocol([], repository(files))).toBeUndefined();
  });
});
