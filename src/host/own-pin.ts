// Which commit of this project's own actions a generated workflow names. Read from files: starting git
// would cost more than a whole conversion, and may not be installed.

import fs from 'node:fs';
import path from 'node:path';
import type { FoundPin } from '../interfaces/pins.ts';
import { packageFacts, packageFolder } from './package.ts';

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
    return exact(commit, isTagged(folder, version, commit) ? version : '');
  return { pin: { commit: version, version }, exact: false };
}

/** The commit of a checkout's HEAD; undefined where the folder is no checkout, or has no commit yet. */
export function headOf(folder: string): string | undefined {
  const git = gitFolder(path.join(folder, '.git'));
  if (git === undefined) return undefined;
  const head = readText(path.join(git, 'HEAD'))?.trim() ?? '';
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  if (ref === undefined) return isCommit(head) ? head : undefined;
  return commitOf(git, ref);
}

/** Whether the checkout's tag of this name names the commit, by itself or through a packed annotation. */
function isTagged(folder: string, tag: string, commit: string): boolean {
  const git = gitFolder(path.join(folder, '.git'));
  return git !== undefined && commitOf(git, `refs/tags/${tag}`) === commit;
}

function commitOf(git: string, ref: string): string | undefined {
  // A linked work tree has its own HEAD and shares the refs.
  const common = path.resolve(git, readText(path.join(git, 'commondir'))?.trim() ?? '.');
  for (const at of [git, common]) {
    const commit = readText(path.join(at, ref))?.trim() ?? '';
    if (isCommit(commit)) return commit;
  }
  return packedRef(readText(path.join(common, 'packed-refs')) ?? '', ref);
}

function packedRef(packed: string, ref: string): string | undefined {
  const lines = packed.split('\n');
  for (const [index, line] of lines.entries()) {
    const [commit = '', name] = line.trim().split(' ');
    if (name !== ref || !isCommit(commit)) continue;
    // Behind an annotated tag stands the commit that it names.
    const peeled = /^\^([0-9a-f]{40})$/.exec(lines[index + 1]?.trim() ?? '')?.[1];
    return ref.startsWith('refs/tags/') ? (peeled ?? commit) : commit;
  }
  return undefined;
}

/** `.git` is a folder, or in a linked work tree or a submodule a file that names one. */
function gitFolder(at: string): string | undefined {
  const stat = fs.statSync(at, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return stat === undefined ? undefined : at;
  const target = /^gitdir: (.+)$/m.exec(readText(at) ?? '')?.[1];
  return target === undefined ? undefined : path.resolve(path.dirname(at), target.trim());
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
