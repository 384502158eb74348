// The commit and the origin of a work tree, read from git's own files: no process for each of thousands of repositories,
// and nothing that a configuration names is run.

import fs from 'node:fs';
import path from 'node:path';
import { look } from '../look.ts';

export type GitHead = {
  /** Full id of the commit that HEAD names; undefined in a folder without commits. */
  readonly commit?: string;
  /** `owner/name` of the remote `origin`, whatever its address is. */
  readonly origin?: string;
};

const commitPattern = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** More than any file of git that is read here has. */
const mostBytes = 16 * 1024 * 1024;

/** Undefined where the folder is not a work tree and no bare repository. */
export function gitHead(folder: string): GitHead | undefined {
  const own = gitFolder(folder);
  if (own === undefined) return undefined;
  const shared = sharedBy(own);
  const commit = resolve(text(path.join(own, 'HEAD'))?.trim() ?? '', own, shared);
  const origin = originIn(text(path.join(shared, 'config')) ?? '');
  return { ...(commit && { commit }), ...(origin && { origin }) };
}

/** Whether a folder is a repository: a work tree, or a bare one. */
export const isGitRepository = (folder: string): boolean => gitFolder(folder) !== undefined;

/** Without a work tree: nothing of it lies open on the disk. */
export const isBareRepository = (folder: string): boolean => gitFolder(folder) === folder;

function gitFolder(folder: string): string | undefined {
  const at = path.join(folder, '.git');
  const stat = look(at);
  if (stat?.isDirectory()) return at;
  if (stat?.isFile()) {
    const named = /^gitdir: (.+)$/m.exec(text(at) ?? '')?.[1];
    return named === undefined ? undefined : path.resolve(folder, named);
  }
  const isBare = ['HEAD', 'objects', 'refs'].every((name) =>
    fs.existsSync(path.join(folder, name)),
  );
  return isBare ? folder : undefined;
}

function resolve(head: string, own: string, shared: string): string | undefined {
  if (commitPattern.test(head)) return head;
  const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
  return ref === undefined || ref.split('/').includes('..')
    ? undefined
    : commitOf(ref, own, shared);
}

function commitOf(ref: string, own: string, shared: string): string | undefined {
  for (const folder of [own, shared]) {
    const commit = text(path.join(folder, ref))?.trim();
    if (commit !== undefined && commitPattern.test(commit)) return commit;
  }
  const lines = (text(path.join(shared, 'packed-refs')) ?? '').split('\n');
  const at = lines.findIndex((one) => one.trimEnd().endsWith(` ${ref}`));
  const commit = lines[at]?.split(' ')[0];
  if (commit === undefined || !commitPattern.test(commit)) return undefined;
  // Behind an annotated tag stands the commit that it names.
  const peeled = /^\^([0-9a-f]+)$/.exec(lines[at + 1]?.trim() ?? '')?.[1];
  return ref.startsWith('refs/tags/') ? (peeled ?? commit) : commit;
}

/** The commit that a tag of a work tree names; an annotated one is known only where it is packed. */
export function taggedCommit(folder: string, tag: string): string | undefined {
  const own = gitFolder(folder);
  return own === undefined ? undefined : commitOf(`refs/tags/${tag}`, own, sharedBy(own));
}

/** A linked work tree has its own HEAD and shares the refs. */
const sharedBy = (own: string): string =>
  path.resolve(own, text(path.join(own, 'commondir'))?.trim() ?? '.');

function originIn(config: string): string | undefined {
  const section = /^\[remote "origin"\][^[]*/m.exec(config)?.[0] ?? '';
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1] ?? '';
  return /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
}

function text(file: string): string | undefined {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() && stat.size <= mostBytes ? fs.readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
