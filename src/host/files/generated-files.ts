// The files of earlier conversions that stand in a folder.

import fs from 'node:fs';
import path from 'node:path';
import { type Marker, readMarker } from '../../output/marker.ts';
import { lookAtLink } from '../look.ts';

/** `path` is relative to the folder, with `/`. */
export type GeneratedFile = Marker & { readonly path: string; readonly text: string };

/**
 * What transship wrote below `.github`, and the Compose files in the given folders, sorted by path. Links are not
 * followed; what can't be read is none of ours.
 */
export function generatedFiles(root: string, folders: readonly string[]): readonly GeneratedFile[] {
  const composeFiles = [...new Set(folders)].map((folder) =>
    path.posix.join(folder, 'compose.codeship.yml'),
  );
  return [...filesBelow(root, '.github'), ...composeFiles]
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((file) => {
      const text = readRegular(root, file);
      const marker = text === undefined ? undefined : readMarker(text);
      return text === undefined || marker === undefined ? [] : [{ ...marker, path: file, text }];
    });
}

/** Folders of the tool's own are not deep, nor are they large. */
const limits = { depth: 6, bytes: 2_000_000 };

function filesBelow(root: string, folder: string, depth = 0): string[] {
  if (depth > limits.depth || !isReal(root, folder, 'folder')) return [];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, at, depth + 1);
    return entry.isFile() ? [at] : [];
  });
}

function readRegular(root: string, file: string): string | undefined {
  if (!isReal(root, file, 'file')) return undefined;
  try {
    // A checkout on Windows may have given every line a carriage return.
    return fs.readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

/** Whether no part of the path is a link. */
function isReal(root: string, file: string, kind: 'file' | 'folder'): boolean {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.');
  return parts.every((_, index) => {
    const stat = lookAtLink(path.join(root, ...parts.slice(0, index + 1)));
    if (stat === undefined) return false;
    const isLast = index === parts.length - 1;
    return isLast && kind === 'file'
      ? stat.isFile() && stat.size <= limits.bytes
      : stat.isDirectory();
  });
}
