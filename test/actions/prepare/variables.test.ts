import { describe, expect, test } from 'vitest';
import { computations } from '../../../src/actions/computed-variables.ts';
import { exportVariables } from '../../../src/actions/prepare/export-variables.ts';
import type { ExecResult } from '../../../src/host/host.ts';
import { codeshipVariables } from '../../../src/variables/codeship.ts';
import { shippableVariables } from '../../../src/variables/shippable.ts';
import { exited, type FakeExec, type FakeHostOptions, fakeHost } from '../../fake-host.ts';
import { commits, type EventTitle, events } from '../../variables/events.ts';

const { head, merge } = commits;

/** A job on that event, with the payload in its file. */
function job(event: EventTitle, options: FakeHostOptions = {}) {
  const facts = events[event];
  return fakeHost({
    ...options,
    env: {
      GITHUB_EVENT_PATH: '/event.json',
      GITHUB_SHA: facts.sha,
      GITHUB_RUN_ID: '9001',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'ci',
      HOME: '/home/runner',
      ...options.env,
    },
    files: {
      '/event.json': JSON.stringify({
        ...facts.event,
        ...('head_commit' in facts.event && {
          head_commit: { id: facts.sha, ...facts.event.head_commit },
        }),
      }),
      ...options.files,
    },
  });
}

/** A git that answers by its first words after the options in front. */
const git =
  (answers: Readonly<Record<string, ExecResult | undefined>>) =>
  ({ args }: FakeExec): ExecResult => {
    // Behind the words that every git command gets.
    const words = args.slice(args.lastIndexOf('-c') + 2).join(' ');
    const known = Object.entries(answers).find(([start]) => words.startsWith(start));
    return known?.[1] ?? exited(0);
  };

const failuresOf = async (host: ReturnType<typeof job>, names: string, index = '0') =>
  (await exportVariables(host, names, index)).map(
    ({ message, remedy }) => `${message} ${remedy ?? ''}`,
  );

describe('every computed row', () => {
  const computedNames = Object.entries({ ...shippableVariables, ...codeshipVariables })
    .filter(([, { way }]) => way.kind === 'computed')
    .map(([name]) => name);

  test('has a computation, and nothing else has', () => {
    expect(Object.keys(computations).sort()).toEqual(computedNames.sort());
  });

  test.each(Object.keys(events) as EventTitle[])('is exported on %s', async (event) => {
    const host = job(event, {
      exec: git({ log: exited(0, 'from git\n'), describe: exited(0, 'v1\n') }),
    });
    expect(await failuresOf(host, computedNames.join('\n'))).toEqual([]);
    expect([...host.exported.keys()].sort()).toEqual(computedNames);
    for (const [name, value] of host.exported) expect(value, name).not.toBe('');
  });
});

describe('what git and the payload say', () => {
  test('a push needs no git', async () => {
    const host = job('push');
    await exportVariables(host, 'CI_COMMIT_MESSAGE COMMITTER LAST_AUTHOR CI_COMMITTER_EMAIL', '0');
    expect(Object.fromEntries(host.exported)).toEqual({
      CI_COMMIT_MESSAGE: 'Add cart\n\nWith "quotes".',
      COMMITTER: 'Ada Lovelace',
      LAST_AUTHOR: 'Grace Hopper',
      CI_COMMITTER_EMAIL: 'ada@example.test',
    });
    expect(host.execs).toEqual([]);
  });

  test('a pull request asks git for the head, not the merge; Shippable took the title', async () => {
    const host = job('pull_request', { exec: git({ log: exited(0, 'Fix it\n\nbody\n\n') }) });
    await exportVariables(host, 'CI_COMMIT_MESSAGE COMMIT_MESSAGE', '0');
    expect(host.exported.get('CI_COMMIT_MESSAGE')).toBe('Fix it\n\nbody');
    expect(host.exported.get('COMMIT_MESSAGE')).toBe('Cart');
    const words = host.execs.flatMap(({ args }) => args);
    expect(words).toContain(head);
    expect(words).not.toContain(merge);
  });

  test('a commit of the payload that is not the one of the run is not taken', async () => {
    const host = job('push', {
      env: { GITHUB_SHA: merge },
      exec: git({ log: exited(0, 'other\n') }),
    });
    await exportVariables(host, 'CI_COMMIT_MESSAGE', '0');
    expect(host.exported.get('CI_COMMIT_MESSAGE')).toBe('other');
  });

  test.each([
    [
      'an exact tag in a short history',
      { 'describe --abbrev=1 --tags --exact-match': exited(0, 'v1.2.0\n') },
      'v1.2.0',
    ],
    [
      'the nearest tag',
      {
        'describe --abbrev=1 --tags --exact-match': exited(128),
        'describe --abbrev=1 --tags --always': exited(0, 'v1.2.0-3-g1a\n'),
        'rev-parse --is-shallow': exited(0, 'false\n'),
      },
      'v1.2.0-3-g1a',
    ],
  ])('description: %s', async (_, answers, value) => {
    const host = job('push', { exec: git(answers) });
    expect(await failuresOf(host, 'CI_COMMIT_DESCRIPTION')).toEqual([]);
    expect(host.exported.get('CI_COMMIT_DESCRIPTION')).toBe(value);
  });

  test.each<[string, Record<string, ExecResult>, string, RegExp]>([
    [
      'a short history',
      {
        'describe --abbrev=1 --tags --exact-match': exited(128),
        'rev-parse --is-shallow': exited(0, 'true\n'),
      },
      'CI_COMMIT_DESCRIPTION',
      /fetch-depth: 0/,
    ],
    [
      'no checkout',
      { 'rev-parse --is-inside': exited(128, '', 'fatal: not a git repository') },
      'CI_COMMIT_DESCRIPTION',
      /actions\/checkout/,
    ],
    [
      'a commit that is not there',
      { 'cat-file': exited(128, '', 'fatal: Not a valid object name') },
      'CI_COMMIT_DESCRIPTION',
      /is not in the checkout.*fetch-depth/s,
    ],
    [
      'a git that breaks',
      {
        'describe --abbrev=1 --tags --exact-match': exited(128),
        'describe --abbrev=1 --tags --always': exited(128, '', 'fatal: bad object'),
      },
      'CI_COMMIT_DESCRIPTION',
      /git describe failed: fatal: bad object/,
    ],
  ])('%s is an error with its remedy', async (_, answers, name, message) => {
    const failures = await failuresOf(job('push', { exec: git(answers) }), `${name} ${name}`);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(message);
  });

  test('git is missing: one error for all that need it', async () => {
    const failures = await failuresOf(
      job('pull_request'),
      'CI_COMMITTER_NAME CI_COMMITTER_EMAIL LAST_AUTHOR',
    );
    expect(failures).toEqual([expect.stringMatching(/git was not found.*Install git/)]);
  });

  test('git gets none of our inputs, and only words of ours', async () => {
    const host = job('pull_request', {
      env: { INPUT_AES_KEY: 'the key', PATH: '/bin' },
      exec: git({}),
    });
    await exportVariables(host, 'CI_COMMITTER_NAME CI_COMMIT_DESCRIPTION', '0');
    for (const { args, options } of host.execs) {
      expect(Object.keys(options.env ?? {})).not.toContain('INPUT_AES_KEY');
      expect(options.env).toMatchObject({ LC_ALL: 'C' });
      expect(options.timeoutMs).toBeGreaterThan(0);
      for (const off of [
        'core.fsmonitor=false',
        'core.hooksPath=/dev/null',
        'log.showSignature=false',
      ])
        expect(args).toContain(off);
      expect(args.join(' ')).not.toContain('the key');
    }
  });

  test('a payload that names no hash is not handed to git', async () => {
    const host = job('push', {
      env: { GITHUB_SHA: '--upload-pack=evil' },
      files: { '/event.json': '{"pull_request":{"head":{"sha":"-x"}}}' },
      exec: git({ log: exited(0, 'x') }),
    });
    await exportVariables(host, 'CI_COMMITTER_NAME', '0');
    expect(host.execs.flatMap(({ args }) => args).filter((word) => /evil|^-x$/.test(word))).toEqual(
      [],
    );
    expect(host.execs.at(-1)?.args).toContain('HEAD');
  });
});

describe('time, place and number', () => {
  test('one build time for the whole job', async () => {
    const host = job('push');
    await exportVariables(host, 'CI_TIMESTAMP', '0');
    const first = host.exported.get('CI_TIMESTAMP');
    await host.sleep(90_000);
    await exportVariables(host, 'CI_TIMESTAMP CI_STRING_TIME', '0');
    expect(host.exported.get('CI_TIMESTAMP')).toBe(first);
    expect(first).toBe(String(Date.UTC(2026, 0, 2, 3, 4, 5) / 1000));
    expect(host.exported.get('CI_STRING_TIME')).toBe('2026-01-02 03:04:05 +0000 UTC');
  });

  test('another attempt on a machine that keeps its files has a time of its own', async () => {
    const host = job('push');
    await exportVariables(host, 'CI_TIMESTAMP', '0');
    const later = job('push', {
      env: { GITHUB_RUN_ATTEMPT: '2' },
      files: Object.fromEntries([...host.saved].map(([path, { content }]) => [path, content])),
      now: Date.UTC(2026, 5, 1),
    });
    await exportVariables(later, 'CI_TIMESTAMP', '0');
    expect(later.exported.get('CI_TIMESTAMP')).toBe(String(Date.UTC(2026, 5, 1) / 1000));
  });

  test.each([
    ['0', '1'],
    ['11', '12'],
  ])('job index %s is job number %s', async (index, number) => {
    const host = job('push');
    await exportVariables(host, 'JOB_NUMBER,TRAVIS_JOB_NUMBER', index);
    expect([...host.exported]).toEqual([
      ['JOB_NUMBER', number],
      ['TRAVIS_JOB_NUMBER', number],
    ]);
  });

  test.each(['', 'x', '-1', '1.5'])('job index %j is an error', async (index) => {
    expect(await failuresOf(job('push'), 'JOB_NUMBER', index)).toEqual([
      expect.stringMatching(/job-index/),
    ]);
  });

  test('folders are made, and lie below RUNNER_TEMP', async () => {
    const host = job('push');
    await exportVariables(host, 'SHIPPABLE_ARTIFACTS_DIR SHIPPABLE_GOPATH', '0');
    expect(host.exported.get('SHIPPABLE_ARTIFACTS_DIR')).toBe('/temp/shippableci');
    expect(host.folders.has('/temp/shippableci')).toBe(true);
    expect(host.exported.get('SHIPPABLE_GOPATH')).toBe('/home/runner');
  });

  test('a message too long for an environment is cut, and that is said', async () => {
    const host = job('pull_request', { exec: git({ log: exited(0, 'x'.repeat(200_000)) }) });
    await exportVariables(host, 'CI_COMMIT_MESSAGE', '0');
    expect(host.exported.get('CI_COMMIT_MESSAGE')).toHaveLength(100_000);
    expect(host.lines.join('\n')).toMatch(/CI_COMMIT_MESSAGE has 200000 characters and is cut/);
  });
});

describe('names that need no computing are refused with what to write', () => {
  test.each([
    ['BRANCH', 'BRANCH: ${{ github.base_ref || github.ref_name }}'],
    ['SHIPPABLE_JOB_COUNT', 'env:` of the job'],
    ['RAILS_ENV', 'RAILS_ENV: test'],
    ['SHIPPABLE_NODE_VERSION', 'SHIPPABLE_NODE_VERSION: ${{ matrix.node_js }}'],
    ['SHIPPABLE_DEPTH', 'the value of `depth`'],
    ['GERRIT_HOST', 'GitHub Actions has no Gerrit events'],
    ['MY_OWN', 'MY_OWN is not a predefined variable'],
    ['constructor', 'constructor is not a predefined variable'],
  ])('%s', async (name, text) => {
    const host = job('push');
    expect((await failuresOf(host, name)).join()).toContain(text);
    expect(host.exported.size).toBe(0);
  });

  test('CI is there already', async () => {
    const host = job('push');
    expect(await failuresOf(host, 'CI')).toEqual([]);
    expect(host.lines).toEqual(['CI is set by the runner already']);
  });

  test('all are reported at once, and the others still exported', async () => {
    const host = job('push');
    expect(await failuresOf(host, 'BRANCH CI_TIMESTAMP NONSENSE')).toHaveLength(2);
    expect([...host.exported.keys()]).toEqual(['CI_TIMESTAMP']);
  });

  test('no name, nothing done', async () => {
    const host = job('push');
    expect(await failuresOf(host, ' \n ')).toEqual([]);
    expect(host.saved.size).toBe(1);
  });
});
