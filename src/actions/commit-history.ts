// What git knows about the commit that is built.

import { fail, ok, type Result } from '../ground/result.ts';
import { runGit } from '../host/git/git.ts';
import type { Host } from '../host/host.ts';

export type Asked = Result<string>;

export type CommitHistory = {
  /** One placeholder of `git log --format`, such as `%cn`. */
  readonly show: (format: string) => Promise<Asked>;
  /** `git describe --abbrev=1 --tags --always`, CodeShip's commit description (codeship.md 4.3). */
  readonly describe: () => Promise<Asked>;
};

/** Asks git in the workspace. `commit` is a full hash; undefined means what is checked out. */
export function commitHistory(host: Host, commit = 'HEAD'): CommitHistory {
  const workspace = host.env['GITHUB_WORKSPACE'] || '.';
  const git = async (...args: readonly string[]): Promise<Asked> => {
    // In a job container the checkout belongs to another user, which git distrusts unless told.
    const result = await runGit(host, workspace, ['-c', `safe.directory=${workspace}`, ...args]);
    if (result.kind === 'not-found') {
      return fail(
        'git was not found on this machine.',
        'Install git on the machine, or in the image of the job.',
      );
    }
    if (result.exitCode === 0) return ok(result.stdout.replace(/\n+$/, ''));
    return fail(`git ${args[0]} failed: ${result.stderr.trim() || `exit code ${result.exitCode}`}`);
  };

  let checked: Promise<Asked> | undefined;
  const check = (): Promise<Asked> => {
    checked ??= (async () => {
      const inside = await git('rev-parse', '--is-inside-work-tree');
      if (!inside.ok) {
        return inside.failure.remedy === undefined
          ? fail(
              'There is no checkout to read the commit from.',
              'Put a step with actions/checkout before this one.',
            )
          : inside;
      }
      const present = await git('cat-file', '-e', `${commit}^{commit}`);
      return present.ok
        ? present
        : fail(
            `The commit ${commit} is not in the checkout.`,
            'Give actions/checkout `fetch-depth: 0`, or 2 if only the commit itself is needed: in pull requests it is a parent of the merge commit.',
          );
    })();
    return checked;
  };

  const afterCheck = async (ask: () => Promise<Asked>): Promise<Asked> => {
    const state = await check();
    return state.ok ? ask() : state;
  };

  return {
    show: (format) =>
      afterCheck(() =>
        git(
          'log',
          '-1',
          '--no-show-signature',
          '--no-color',
          '--encoding=UTF-8',
          `--format=${format}`,
          commit,
          '--',
        ),
      ),
    describe: () =>
      afterCheck(async () => {
        const exact = await git('describe', '--abbrev=1', '--tags', '--exact-match', commit);
        if (exact.ok) return exact;
        const shallow = await git('rev-parse', '--is-shallow-repository');
        if (shallow.ok && shallow.value === 'true') {
          return fail(
            'The checkout is shallow, so git cannot find the nearest tag.',
            'Give actions/checkout `fetch-depth: 0`, which fetches history and tags.',
          );
        }
        return git('describe', '--abbrev=1', '--tags', '--always', commit);
      }),
  };
}
