// Files and folders that somebody drops on the page, read in the browser.

import type { InputFile } from './messages.ts';

/** The same bounds as the command's own walk through a repository. */
const limits = { paths: 20_000, depth: 24, text: 256 * 1024, legacy: 3_000_100 } as const;

const leftOut = new Set(['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'vendor']);

export type Dropped = {
  readonly paths: readonly string[];
  readonly files: readonly InputFile[];
  readonly held?: readonly string[];
};

type Found = { readonly path: string; readonly file: File };

/**
 * Everything that was dropped, with paths from the dropped folder's inside if it is one alone.
 * @throws what the browser says where it opens no folder
 */
export async function readDropped(
  transfer: DataTransfer,
  isLegacy: (path: string) => boolean,
): Promise<Dropped> {
  // The items are gone after the first wait, so all are asked at once.
  const nodes = await Promise.all(
    [...transfer.items].filter(({ kind }) => kind === 'file').map(nodeOf),
  );
  const found: Found[] = [];
  const [only] = nodes;
  if (nodes.length === 1 && only?.kind === 'folder') await walkFolder(only, '', 0, found);
  else for (const node of nodes) await walk(node, '', 0, found);
  return readFound(found, isLegacy);
}

export const readChosen = (
  files: FileList,
  isLegacy: (path: string) => boolean,
): Promise<Dropped> =>
  readFound(
    [...files].map((file) => ({
      path: file.webkitRelativePath.replace(/^[^/]*\//, '') || file.name,
      file,
    })),
    isLegacy,
  );

async function readFound(
  found: readonly Found[],
  isLegacy: (path: string) => boolean,
): Promise<Dropped> {
  const files: InputFile[] = [];
  for (const { path, file } of found) {
    if (file.size > (isLegacy(path) ? limits.legacy : limits.text)) continue;
    files.push({ path, text: await file.text() });
  }
  return { paths: found.map(({ path }) => path), files };
}

/** A file or a folder, whichever of its two interfaces the browser offers. */
type DroppedFile = {
  readonly kind: 'file';
  readonly name: string;
  readonly file: () => Promise<File>;
};
type DroppedFolder = {
  readonly kind: 'folder';
  readonly name: string;
  readonly inside: () => Promise<readonly Node[]>;
};
type Node = DroppedFile | DroppedFolder;

type Handle = { readonly name: string } & (
  | { readonly kind: 'file'; readonly getFile: () => Promise<File> }
  | { readonly kind: 'directory'; readonly values: () => AsyncIterable<Handle> }
);
type ItemWithHandle = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<Handle | null>;
};

/** Handles also open folders on a page from disk, where entries don't; some browsers have entries only. */
async function nodeOf(item: ItemWithHandle): Promise<Node> {
  const entry = item.webkitGetAsEntry();
  const file = item.getAsFile();
  const handle = await item.getAsFileSystemHandle?.().catch(() => null);
  if (handle) return ofHandle(handle);
  if (entry?.isDirectory) return ofEntry(entry);
  return { kind: 'file', name: file?.name ?? '', file: async () => file ?? new File([], '') };
}

function ofHandle(handle: Handle): Node {
  const { name } = handle;
  if (handle.kind === 'file') return { kind: 'file', name, file: () => handle.getFile() };
  const inside = async (): Promise<Node[]> => {
    const nodes: Node[] = [];
    for await (const child of handle.values()) nodes.push(ofHandle(child));
    return nodes;
  };
  return { kind: 'folder', name, inside };
}

function ofEntry(entry: FileSystemEntry): Node {
  const { name } = entry;
  if (entry.isFile) return { kind: 'file', name, file: () => fileOf(entry as FileSystemFileEntry) };
  const inside = async (): Promise<Node[]> => {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const nodes: Node[] = [];
    // A reader gives a folder in pieces, and an empty one at its end.
    for (;;) {
      const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (piece.length === 0) return nodes;
      nodes.push(...piece.map(ofEntry));
    }
  };
  return { kind: 'folder', name, inside };
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

async function walk(node: Node, folder: string, depth: number, found: Found[]): Promise<void> {
  if (leftOut.has(node.name) || found.length >= limits.paths) return;
  const path = folder === '' ? node.name : `${folder}/${node.name}`;
  if (node.kind === 'file') found.push({ path, file: await node.file() });
  else if (depth < limits.depth) await walkFolder(node, path, depth + 1, found);
}

async function walkFolder(
  folder: DroppedFolder,
  path: string,
  depth: number,
  found: Found[],
): Promise<void> {
  for (const node of await folder.inside()) await walk(node, path, depth, found);
}
