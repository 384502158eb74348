import { afterAll, afterEach, beforeEach } from 'vitest';
import { type FakePull, type GitHubServer, startGitHub } from './github-server.ts';
import { removeTemporary } from './run.ts';

export const shippable = (command: string): string =>
  `language: node_js\nnode_js:\n  - "18"\nbuild:\n  ci:\n    - ${command}\n`;
export const legacy = { 'shippable.yml': shippable('npm test'), 'README.md': 'Read me.\n' };
export const workflow = '.github/workflows/shippable.yml';
export const branch = 'transship-convert';

/** A server for each test, with one repository that has a Shippable configuration. */
export type Web = {
  github: GitHubServer;
  readonly head: () => string;
  /** The first, second... pull request, which has to be there. */
  readonly pull: (number: number) => FakePull;
  readonly commitsAhead: () => number;
  readonly onBranch: (path: string) => string;
  /** Requests that change something. */
  readonly writes: () => readonly string[];
};

export function useWeb(): Web {
  const web: Web = {
    github: undefined as unknown as GitHubServer,
    pull: (number) => {
      const pull = web.github.pulls[number - 1];
      if (pull === undefined) throw new Error(`there is no pull request ${number}`);
      return pull;
    },
    head: () => web.github.git('acme/web', 'rev-parse', branch),
    commitsAhead: () =>
      Number(web.github.git('acme/web', 'rev-list', '--count', `main..${branch}`)),
    onBranch: (path) => web.github.git('acme/web', 'show', `${branch}:${path}`),
    writes: () =>
      web.github.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`),
  };
  beforeEach(async () => {
    web.github = await startGitHub();
    web.github.addRepository('acme/web', legacy);
  });
  afterEach(() => web.github.stop());
  afterAll(removeTemporary);
  return web;
}
