import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gitOfThen, sourcesOfThen } from '../../src/machine/languages/go-sources.ts';

const without = { paths: ['main.go'] };

test('the day is when two newer releases were there', () => {
  expect(sourcesOfThen(['1.9.7'], without)?.days).toBe('2018-08-24');
  expect(sourcesOfThen(['1.2'], without)?.days).toBe('2014-12-10');
  expect(sourcesOfThen(['1.21'], without)?.days).toBe('2024-08-13');
});

test.each([
  ['a project with modules', ['1.9'], { paths: ['go.mod'] }],
  ['a release that is supported', ['1.22'], without],
  ['one that is not known', ['1.9', 'stable'], without],
  ['no version', [], without],
] as const)('%s: nothing', (_what, versions, repository) => {
  expect(sourcesOfThen(versions, repository)).toBeUndefined();
});

test('of several versions each has its day', () => {
  const { lines = [], days } = sourcesOfThen(['1.10', '1.11.5', '1.10.3'], without) ?? {};
  expect(days).toBe('2019-02-25, 2019-09-03');
  const script = [...lines.slice(1, lines.indexOf('esac') + 1), 'echo "$day"'].join('\n');
  const dayOf = (version: string): string =>
    execFileSync(
      'bash',
      ['-c', `go() { echo "go version go${version} linux/amd64"; }\n${script}`],
      {
        encoding: 'utf8',
      },
    ).trim();
  expect([dayOf('1.10'), dayOf('1.10.3'), dayOf('1.11.5')]).toEqual([
    '2019-02-25',
    '2019-02-25',
    '2019-09-03',
  ]);
});

describe('the git that go finds', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'go-get-'));
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    PATH: `${at('bin')}:${process.env['PATH']}`,
  };
  const real = (args: readonly string[], day = ''): string =>
    execFileSync('/usr/bin/git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
      env: { ...env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day },
    });
  const commits = ['2016-01-05T00:00:00Z', '2017-01-05T00:00:00Z', '2025-01-05T00:00:00Z'];
  fs.mkdirSync(at('bin'));
  fs.writeFileSync(at('bin', 'git'), `${gitOfThen.join('\n')}\n`, { mode: 0o755 });
  // The shell of the line is a process of this name, as Go's program is.
  fs.writeFileSync(at('bin', 'go'), '#!/bin/bash\ngit "$@"\nexit\n', { mode: 0o755 });
  real(['init', '-q', '-b', 'main', at('library')]);
  for (const day of commits)
    real(['-C', at('library'), 'commit', '-q', '--allow-empty', '-m', day], day);
  const run = (program: string, args: readonly string[], day: string, cwd = folder): string =>
    execFileSync(program, args, {
      cwd,
      env: { ...env, GO_GET_BEFORE: day },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const headOf = (clone: string): string =>
    real(['-C', at(clone), 'log', '-1', '--format=%s']).trim();

  test.each([
    ['the day in the middle', '2017-08-24', commits[1]],
    ['the last day', '2026-01-01', commits[2]],
    ['a day before there was anything', '2014-01-01', commits[2]],
  ])('%s', (_what, day, subject) => {
    onTestFinished(() => fs.rmSync(at('clone'), { recursive: true }));
    run('go', ['clone', '--', at('library'), at('clone')], day);
    expect(headOf('clone')).toBe(subject);
    for (const again of [
      ['pull', '--ff-only'],
      ['checkout', 'master'],
    ])
      run('go', again, day, at('clone'));
    expect(headOf('clone')).toBe(subject);
  });

  test('for anybody else it is git', () => {
    onTestFinished(() => fs.rmSync(at('clone'), { recursive: true }));
    run('git', ['clone', at('library'), at('clone')], '2017-08-24');
    expect(headOf('clone')).toBe(commits[2]);
  });

  test('a clone that fails, fails', () => {
    expect(() => run('go', ['clone', at('nothing'), at('clone')], '2017-08-24')).toThrow();
  });
});
