// Which commit of this project's own actions a generated workflow names. Read from files: starting git
// would cost more than a whole conversion, and may not be installed.

import type { FoundPin } from '../../interfaces/pins.ts';
import { packageFacts, packageFolder } from '../package.ts';
import { gitHead, taggedCommit } from './git-head.ts';

export type PinSources = {
  /** What the settings say. */
  readonly settings?: { readonly commit: string; readonly version?: string };
  /** GITHUB_ACTION_REF of the root action: a commit, a tag or a branch. */
  readonly actionRef?: string;
  /** Folder of this package. */
  readonly folder?: string;
};

const isCommit = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** In the contract's order: settings, the action's ref, the packed commit, the checkout's HEAD, the tag. */
export function findOwnPin({
  settings,
  actionRef,
  folder = packageFolder(),
}: PinSources): FoundPin {
  const facts = packageFacts(folder);
  const version = `v${facts.version}`;
  const exact = (commit: string, of = version): FoundPin => ({
    pin: { commit, version: of },
    exact: true,
  });
  if (settings !== undefined) return exact(settings.commit, settings.version);
  if (actionRef !== undefined && actionRef !== '') {
    if (isCommit(actionRef)) return exact(actionRef);
    return { pin: { commit: actionRef, version: actionRef }, exact: false };
  }
  if (facts.gitHead !== undefined && isCommit(facts.gitHead)) return exact(facts.gitHead);
  const commit = headOf(folder);
  // A checkout is a release only where its tag says so: the comment behind the commit is true or absent.
  if (commit !== undefined && isCommit(commit))
    return exact(commit, taggedCommit(folder, version) === commit ? version : '');
  return { pin: { commit: version, version }, exact: false };
}

/** The commit of a checkout's HEAD; undefined where the folder is not a checkout, or has no commit yet. */
export function headOf(folder: string): string | undefined {
  const commit = gitHead(folder)?.commit;
  return commit !== undefined && isCommit(commit) ? commit : undefined;
}
