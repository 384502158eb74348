// The files of a commit, read from git's objects: no work tree, so that nothing of a foreign repository lies on the disk
// and no filter or hook runs. Walked breadth first within the bounds of folders, however often a tree names another.

import path from 'node:path';
import type { EarlierFile } from '../cli/convert/recorded-choices.ts';
import {
  isLeftOut,
  isLegacyName,
  isOwnOutputPath,
  type OpenedRepository,
  repositoryDiagnostics,
  repositoryLimits,
} from '../host/files/repository.ts';
import type { DiskState, FileToWrite } from '../host/files/write-files.ts';
import { gitBytes } from '../host/git/git.ts';
import { readObjects } from '../host/git/git-objects.ts';
import { originOf, readMarker } from '../output/marker.ts';

export type GitTree = OpenedRepository & {
  /** What stands where a file is to be written. */
  readonly stateOf: (file: FileToWrite) => DiskState;
  /** Files of an earlier conversion. */
  readonly earlier: readonly EarlierFile[];
};

type Entry = {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly id: string;
};

/** Bytes of all tree objects of one level together. */
const mostTrees = 64 * 1024 * 1024;
/** Folders that are looked into. */
const mostFolders = 20_000;
/** Files of our own kind of path that are looked into, to see whether they are ours. */
const mostOwn = 500;

/** @param folder of the bare repository */
export function openGitTree(folder: string, commit: string): GitTree {
  const said = repositoryDiagnostics();
  const objects: Objects = {
    trees: treeLoader(folder),
    blob({ id }, most) {
      const { complete, bytes } = gitBytes(folder, ['cat-file', 'blob', id], { most });
      return complete || bytes.length > 0 ? bytes : undefined;
    },
  };
  const { entries, files, earlier } = walkTree(`${commit}^{tree}`, objects, said);
  return {
    repository: { paths: [...files].sort(byCodeUnit), read: textReader(files, entries, objects) },
    diagnostics: said.diagnostics,
    stateOf: (file) => stateOf(file, entries, objects),
    earlier,
  };
}

type Objects = {
  /** What lies in folders, by their ids; undefined where git cannot read one. */
  readonly trees: (ids: readonly string[]) => ReadonlyMap<string, readonly Entry[]> | undefined;
  readonly blob: (entry: Entry, most: number) => Buffer | undefined;
};

type Walked = {
  /** Files, folders and links, by their paths. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly files: readonly string[];
  readonly earlier: readonly EarlierFile[];
};

/** Level by level, until the tree or a limit ends. */
function walkTree(
  root: string,
  objects: Objects,
  { report, reportCut }: Pick<ReturnType<typeof repositoryDiagnostics>, 'report' | 'reportCut'>,
): Walked {
  const entries = new Map<string, Entry>();
  const files: string[] = [];
  const earlier: EarlierFile[] = [];
  const walked = { entries, files, earlier };
  const earlierAt = earlierFinder(objects);
  let folders: { readonly at: string; readonly id: string }[] = [{ at: '', id: root }];
  let seen = 0;
  for (let depth = 0; folders.length > 0; depth += 1) {
    const trees = objects.trees(folders.map(({ id }) => id));
    if (trees === undefined) {
      report(
        'folder-unreadable',
        folders[0]?.at || '.',
        'git could not read the folders',
        'run `git fsck` in the repository',
      );
      return walked;
    }
    const next: typeof folders = [];
    for (const { at, entry } of placedEntries(folders, trees)) {
      entries.set(at, entry);
      if (isLeftOut(entry.name)) continue;
      if (entry.kind === 'folder') {
        seen += 1;
        if (seen > mostFolders) {
          reportCut(`${mostFolders} folders`);
          return walked;
        }
        next.push({ at, id: entry.id });
      } else if (entry.kind === 'file' || isListedLink(at, entry, objects)) {
        const own = earlierAt(at, entry);
        if (own !== undefined) {
          earlier.push(own);
          continue;
        }
        files.push(at);
        if (files.length >= repositoryLimits.paths) {
          reportCut(`${repositoryLimits.paths} files`);
          return walked;
        }
      }
    }
    if (depth >= repositoryLimits.depth && next.length > 0) {
      reportCut(`${repositoryLimits.depth} levels of folders`);
      return walked;
    }
    folders = next;
  }
  return walked;
}

function* placedEntries(
  folders: readonly { readonly at: string; readonly id: string }[],
  trees: ReadonlyMap<string, readonly Entry[]>,
): Generator<{ readonly at: string; readonly entry: Entry }> {
  for (const { at: above, id } of folders)
    for (const entry of trees.get(id) ?? [])
      yield { at: above === '' ? entry.name : `${above}/${entry.name}`, entry };
}

/** Tells files of an earlier conversion from others, for the first paths that could be one. */
function earlierFinder({ blob }: Objects): (at: string, entry: Entry) => EarlierFile | undefined {
  let looked = 0;
  return (at, entry) => {
    if (!isOwnOutputPath(at) || looked >= mostOwn) return undefined;
    looked += 1;
    const marker = readMarker(blob(entry, 2000)?.toString('utf8') ?? '');
    return marker === undefined ? undefined : { path: at, options: marker.options };
  };
}

/** Links that end at a file are followed when read; here they only have to be one of the names that count. */
const isListedLink = (at: string, entry: Entry, objects: Objects): boolean =>
  entry.kind === 'link' &&
  (isLegacyName(entry.name) || linkTarget(at, entry, objects) !== undefined);

/** Within the repository; undefined for one that leads out of it. */
function linkTarget(at: string, entry: Entry, { blob }: Objects): string | undefined {
  const target = blob(entry, 1024)?.toString('utf8') ?? '';
  const place = path.posix.normalize(path.posix.join(path.posix.dirname(at), target));
  return target === '' || target.startsWith('/') || place.startsWith('..') ? undefined : place;
}

/** The entry of a path; that of a link is the file at its end. */
function fileAt(at: string, entries: Walked['entries'], objects: Objects): Entry | undefined {
  let place = at;
  for (let hops = 0; hops < 8; hops += 1) {
    const entry = entries.get(place);
    if (entry === undefined || entry.kind === 'file') return entry;
    const target = entry.kind === 'link' ? linkTarget(place, entry, objects) : undefined;
    if (target === undefined) return undefined;
    place = target;
  }
  return undefined;
}

/** Reads each of the files once; one that is too large is none, but a legacy file is cut. */
function textReader(
  files: readonly string[],
  entries: Walked['entries'],
  objects: Objects,
): (at: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  const known = new Set(files);
  const readText = (at: string): string | undefined => {
    const entry = fileAt(at, entries, objects);
    const isLegacy = isLegacyName(path.posix.basename(at));
    const limit = isLegacy ? repositoryLimits.legacy : repositoryLimits.scan;
    const bytes = entry && objects.blob(entry, limit + 1);
    if (bytes === undefined || (bytes.length > limit && !isLegacy)) return undefined;
    return bytes.toString('utf8');
  };
  return (at) => {
    if (!known.has(at)) return undefined;
    if (!texts.has(at)) texts.set(at, readText(at));
    return texts.get(at);
  };
}

function stateOf(
  { path: at, content }: FileToWrite,
  entries: Walked['entries'],
  { blob }: Objects,
): DiskState {
  const parts = at.split('/');
  for (const index of parts.keys()) {
    const place = parts.slice(0, index + 1).join('/');
    const entry = entries.get(place);
    if (entry === undefined) return { kind: 'new' };
    const isLast = index === parts.length - 1;
    if (entry.kind === 'link')
      return { kind: 'blocked', reason: `\`${place}\` is a symbolic link` };
    if (!isLast && entry.kind !== 'folder')
      return { kind: 'blocked', reason: `\`${place}\` is not a folder` };
    if (isLast && entry.kind !== 'file')
      return { kind: 'blocked', reason: `\`${place}\` is not a regular file` };
  }
  const entry = entries.get(at);
  const bytes = entry && blob(entry, repositoryLimits.legacy);
  if (bytes === undefined)
    return content === '' ? { kind: 'equal' } : { kind: 'foreign', text: '' };
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  return text === content ? { kind: 'equal' } : { kind: originOf(text), text };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each object is read once, whatever names it. */
function treeLoader(folder: string): Objects['trees'] {
  const trees = new Map<string, readonly Entry[]>();
  return (ids) => {
    const missing = [...new Set(ids)].filter((id) => !trees.has(id));
    const { complete, objects } = readObjects(folder, missing, mostTrees);
    if (!complete) return undefined;
    for (const id of missing) {
      const object = objects.get(id);
      trees.set(id, object?.type === 'tree' ? parseTree(object.bytes) : []);
    }
    return trees;
  };
}

const kinds: Readonly<Record<string, Entry['kind']>> = {
  '40000': 'folder',
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
};

/** `MODE NAME\0` and the twenty bytes of an id, again and again. */
function parseTree(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    if (end < 0 || end + 20 > bytes.length) break;
    const [mode = '', ...name] = bytes.toString('utf8', at, end).split(' ');
    entries.push({
      name: name.join(' '),
      kind: kinds[mode] ?? 'other',
      id: bytes.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries.sort((a, b) => byCodeUnit(a.name, b.name));
}
