import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { branch, legacy, useWeb, workflow } from './web.ts';

// What a repository, or whoever writes to it, may do to the run, to the runner and to other repositories.

const web = useWeb();

/** Commits a link on `main`. */
function commitLink(path: string, target: string): void {
  const folder = web.github.git('acme/web', 'rev-parse', '--absolute-git-dir');
  const work = mkdtempSync(join(tmpdir(), 'transship-link-'));
  const git = (input: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Bo', '-c', 'user.email=b@example.test', ...args], {
      env: { ...process.env, GIT_INDEX_FILE: join(work, 'index'), GIT_DIR: folder },
      input,
      encoding: 'utf8',
    }).trim();
  const blob = git(target, 'hash-object', '--stdin', '-w');
  git('', 'read-tree', 'main');
  git('', 'update-index', '--add', '--cacheinfo', `120000,${blob},${path}`);
  const commit = git('', 'commit-tree', git('', 'write-tree'), '-p', 'main', '-m', 'Link');
  git('', 'update-ref', 'refs/heads/main', commit);
  rmSync(work, { recursive: true });
}

describe('files of the runner', () => {
  test.each(['.github/transship.yml', 'shippable.yml', 'codeship-steps.yml'])(
    'are not read through a link at %s',
    async (path) => {
      const outside = mkdtempSync(join(tmpdir(), 'transship-outside-'));
      const file = join(outside, 'of-the-runner');
      writeFileSync(file, 'PRIVATE_OF_THE_RUNNER: 1\nrunner: private-runner\n');
      commitLink(path, file);
      const run = await runOn(web.github);
      const all = [
        run.log,
        run.summary,
        ...web.github.pulls.map(({ body }) => body),
        ...run.outputs.values(),
      ].join('\n');
      expect(all).not.toMatch(/private.(?:of.the.)?runner/i);
      if (web.github.hasBranch('acme/web', branch)) {
        expect(web.onBranch(workflow)).not.toContain('private-runner');
      }
      rmSync(outside, { recursive: true });
    },
  );
});

test('characters that hide, turn or break text are shown as signs', async () => {
  web.github.commit('acme/web', 'main', {
    'shippable.yml': 'language: none\n"k\\0\\ud800\\u202e\\e[31m": 1\nbuild:\n  ci:\n    - make\n',
  });
  const run = await runOn(web.github);
  expect(run.code, run.log).toBe(0);
  const body = web.github.pulls[0]?.body ?? '';
  expect(body).toContain('`k␀');
  expect(body).not.toMatch(/[\u0000\u001b\u202e]|\p{Cs}/u);
});

test('a bug that one repository shows does not stop the others, and is called one', async () => {
  web.github.addRepository('acme/two', legacy);
  let isFirst = true;
  const run = await runOn(
    web.github,
    { repositories: 'acme/web acme/two' },
    {
      host: (host) => ({
        ...host,
        exec: async (command, args, options) => {
          if (args.includes('hash-object') && isFirst) {
            isFirst = false;
            throw new Error('what nobody thought of');
          }
          return host.exec(command, args, options);
        },
      }),
    },
  );
  expect(run.code).toBe(3);
  expect(run.pulls.map(({ state }) => state)).toEqual(['failed', 'opened']);
  expect(run.log).toContain('error: acme/web: This is a bug in transship');
  expect(run.log).toContain('what nobody thought of');
  expect(run.summary).toContain('- `acme/web`: This is a bug in transship');
});

test('a default branch of any name', async () => {
  web.github.addRepository('acme/old', legacy, { defaultBranch: 'release/1.x' });
  const run = await runOn(web.github, { repositories: 'acme/old' });
  expect(run.pulls[0], run.log).toMatchObject({ state: 'opened' });
  expect(web.github.pulls[0]).toMatchObject({ base: 'release/1.x', head: branch });
});

test('the summary says why and what to do, for more repositories than there are annotations', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `acme/none-${index}`);
  const run = await runOn(web.github, { repositories: `${names.join(' ')} acme/web` });
  expect(run.code).toBe(1);
  for (const name of names) {
    expect(run.summary).toContain(`| \`${name}\` | failed |`);
    expect(run.summary).toContain(
      `- \`${name}\`: ${name} does not exist, or the token may not see`,
    );
  }
  expect(run.summary).toContain('Check the name for a typing error');
  expect(run.pulls.at(-1)).toMatchObject({ repository: 'acme/web', state: 'opened' });
});
