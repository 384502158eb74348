// The event that a workflow is tried with, as far as git can say what GitHub would.

import path from 'node:path';
import { runGit } from '../../host/git/git.ts';
import type { Host } from '../../host/host.ts';

export const triedEvents = ['push', 'pull_request', 'workflow_dispatch'] as const;
export type TriedEvent = (typeof triedEvents)[number];

/** The payload, as JSON. */
export async function eventPayload(host: Host, folder: string, event: TriedEvent): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const result = await runGit(host, folder, args);
    return result.kind === 'exited' && result.exitCode === 0 ? result.stdout.trimEnd() : '';
  };
  const shown = (format: string): Promise<string> => git('log', '-1', `--format=${format}`);
  const branch = (await git('symbolic-ref', '--quiet', '--short', 'HEAD')) || 'main';
  const commit = await git('rev-parse', '--verify', '--quiet', 'HEAD');
  const head = await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
  const defaultBranch = head.replace(/^origin\//, '') || (await usualBranch(git));
  const origin = await git('config', '--get', 'remote.origin.url');
  const named = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(origin);
  const [owner, name] = [named?.[1] ?? 'local', named?.[2] ?? path.basename(folder)];
  const committer = { name: await shown('%cn'), email: await shown('%ce'), username: owner };
  const repository = {
    id: 1,
    name,
    full_name: `${owner}/${name}`,
    default_branch: defaultBranch,
    owner: { id: 1, login: owner },
    private: true,
    fork: false,
  };
  const common = { repository, sender: { login: owner } };
  const headCommit = {
    id: commit,
    message: await shown('%B'),
    timestamp: await shown('%cI'),
    author: { name: await shown('%an'), email: await shown('%ae'), username: owner },
    committer,
  };
  const of: Readonly<Record<TriedEvent, object>> = {
    push: { ref: `refs/heads/${branch}`, after: commit, head_commit: headCommit },
    pull_request: {
      action: 'opened',
      number: 1,
      pull_request: {
        number: 1,
        title: await shown('%s'),
        html_url: `https://github.com/${owner}/${name}/pull/1`,
        user: { login: owner },
        head: { ref: branch, sha: commit, repo: repository },
        base: { ref: defaultBranch, repo: repository },
      },
    },
    workflow_dispatch: { ref: `refs/heads/${branch}`, inputs: {} },
  };
  return JSON.stringify({ ...common, ...of[event] });
}

/** What a clone without `origin/HEAD` most likely has as its default branch. */
async function usualBranch(git: (...args: readonly string[]) => Promise<string>): Promise<string> {
  for (const name of ['main', 'master']) {
    for (const place of ['refs/remotes/origin', 'refs/heads']) {
      if ((await git('rev-parse', '--verify', '--quiet', `${place}/${name}`)) !== '') return name;
    }
  }
  return 'main';
}
