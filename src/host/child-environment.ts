// What a child process gets of this process's environment: nothing that is for the step alone, unless it is named.

import type { Environment } from './host.ts';

/**
 * Variables that no child gets by itself: inputs of the step, credentials of integrations, the keys and tokens that the
 * runner or a workflow gives to the program that it starts.
 */
const withheld: readonly RegExp[] = [
  /^INPUT_/i,
  /_INTEGRATION_/i,
  /^ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_/,
  /^(?:GITHUB|GH|GHE|GH_ENTERPRISE|GITHUB_ENTERPRISE)_TOKEN$/,
  /(?:^|_)AES_KEY$/,
  /^AWS_(?:SECRET_ACCESS_KEY|SESSION_TOKEN)$/,
  /^TRANSSHIP_(?:KEY|SECRET|TOKEN)/,
];

/** What the docker client and its credential helpers log in to Amazon with, where no login step did. */
export const awsKeyVariables = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/** What programs need by their nature. */
export function needsOf(command: string): readonly string[] {
  return /(?:^|\/)docker(?:-[^/]*)?$/.test(command) ? awsKeyVariables : [];
}

/**
 * The environment of a child.
 *
 * @param own of this process
 * @param needs names that would be withheld and that this child needs
 * @param changes on top; undefined takes a variable away
 */
export function childEnvironment(
  own: Environment,
  needs: readonly string[] = [],
  changes: Environment = {},
): Environment {
  const kept = Object.entries(own).filter(
    ([name]) => needs.includes(name) || !withheld.some((pattern) => pattern.test(name)),
  );
  const env: Record<string, string | undefined> = { ...Object.fromEntries(kept), ...changes };
  const { PATH: folders } = env;
  if (folders !== undefined && process.platform !== 'win32') env['PATH'] = absoluteFolders(folders);
  return env;
}

/** Without elements that mean the current folder, which may be a checkout: nothing there is a program of ours. */
function absoluteFolders(folders: string): string {
  const absolute = folders.split(':').filter((folder) => folder.startsWith('/'));
  // An empty PATH means the current folder again.
  return absolute.length === 0 ? '/usr/bin:/bin' : absolute.join(':');
}
