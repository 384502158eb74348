// A folder of the disk as the view that translators get. Bounded, lazy, and total: what can't be read is
// reported, never thrown.

import fs from 'node:fs';
import path from 'node:path';
import type { Code } from '../../diagnostic/codes.ts';
import { codeRow } from '../../diagnostic/codes.ts';
import { defined } from '../../ground/defined.ts';
import type { Repository } from '../../ground/repository.ts';
import { originOf } from '../../output/marker.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { sourceFile } from '../../source/source-file.ts';
import { trackedFiles } from '../git/tracked-files.ts';
import { look } from '../look.ts';

export type OpenedRepository = {
  readonly repository: Repository;
  /** What could not be looked at. */
  readonly diagnostics: readonly Diagnostic[];
};

export const repositoryLimits = {
  paths: 20_000,
  depth: 24,
  /** Bytes of a file that a scan may read. */
  scan: 256 * 1024,
  /** Enough bytes of a legacy file for the parser to see that it is too large, whatever the characters. */
  legacy: 3_000_100,
};

/** Version control, and what package managers put there. */
const leftOut = new Set(['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'vendor']);

/** Where people also keep code of their own: a configuration there is named. */
const perhapsOwn = 'vendor';

const legacyName =
  /^(?:.*shippable(?:\.(?:jobs|resources|triggers|templates))?\.yml|(?:codeship|jet)-(?:services|steps)\.(?:yml|json)|codeship(?:-basic|-project)?\.(?:ya?ml|json)|docker-compose\.yml)$/i;

/** Looks at a folder that exists. Symbolic links count as what they name inside the folder, or not at all. */
export function openRepository(root: string): OpenedRepository {
  const { diagnostics, report } = repositoryDiagnostics();
  const realRoot = fs.realpathSync.native(root);
  const paths = listFiles(realRoot, report);
  const known = new Set(paths);
  const texts = new Map<string, string | undefined>();
  const read = (file: string): string | undefined => {
    if (!known.has(file)) return undefined;
    if (!texts.has(file)) texts.set(file, readText(realRoot, file));
    return texts.get(file);
  };
  const holds = (file: string): boolean => realTarget(realRoot, file) !== undefined;
  const origin = originOfRemote(realRoot);
  return {
    repository: {
      paths,
      read,
      holds,
      whyUnreadable: (file) => unreadable(realRoot, file),
      isTracked: trackedFiles(realRoot),
      ...origin,
    },
    diagnostics,
  };
}

/** OWNER/NAME and host of the remote `origin`; nothing where git's settings are not in the folder itself. */
function originOfRemote(root: string): Pick<Repository, 'name' | 'server'> {
  let text: string;
  try {
    text = fs.readFileSync(path.join(root, '.git', 'config'), 'utf8');
  } catch {
    return {};
  }
  const section = /^\s*\[remote "origin"\]\s*\n((?:(?!\s*\[).*\n?)*)/m.exec(text)?.[1] ?? '';
  const url = /^\s*url\s*=\s*(\S+)/m.exec(section)?.[1] ?? '';
  const name = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1];
  // `https://user@host:port/...`, `ssh://git@host:port/...`, `git@host:...`.
  const server = (/^[a-z+]+:\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\//i.exec(url) ??
    /^(?:[^@/:]+@)?([\w.-]+):/.exec(url))?.[1];
  return {
    ...defined({ name, server: server?.toLowerCase() }),
  };
}

/** What is said about a repository while it is walked. */
export function repositoryDiagnostics(): {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: ReportAt;
  readonly reportCut: (what: string) => void;
} {
  const diagnostics: Diagnostic[] = [];
  const report: ReportAt = (code, at, message, help) => {
    const file = sourceFile(at, '');
    const { severity } = codeRow(code);
    diagnostics.push({ code, severity, message, help, at: { file, start: 0, end: 0 } });
  };
  return { diagnostics, report, reportCut: (what) => reportCut(report, what) };
}

/** Folders and files of this name are no part of a repository: version control, and what package managers put there. */
export const isLeftOut = (name: string): boolean => leftOut.has(name);

export const isLegacyName = (name: string): boolean => legacyName.test(name);

/** Where a file of ours may lie. */
export const isOwnOutputPath = (at: string): boolean =>
  /(?:^|\/)(?:\.github\/.*|compose\.codeship\.yml)$/.test(at);

type ReportAt = (code: Code, at: string, message: string, help: string) => void;

/** Breadth first, so that a bound that is reached cuts off the depths and not the root. */
function listFiles(root: string, report: ReportAt): string[] {
  const files: string[] = [];
  let folders = [''];
  for (let depth = 0; folders.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of folders) {
      for (const entry of entriesOf(root, folder, report)) {
        const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
        // `.git` may be a file, in a submodule.
        if (leftOut.has(entry.name)) {
          if (entry.name === perhapsOwn && entry.isDirectory()) reportVendored(root, at, report);
          continue;
        }
        if (entry.isDirectory()) next.push(at);
        else if (isFileWithin(root, at, entry) && !isOwnOutput(root, at)) files.push(at);
        if (files.length >= repositoryLimits.paths) {
          reportCut(report, `${repositoryLimits.paths} files`);
          return files.sort(byCodeUnit);
        }
      }
    }
    if (depth >= repositoryLimits.depth && next.length > 0) {
      reportCut(report, `${repositoryLimits.depth} levels of folders`);
      break;
    }
    folders = next;
  }
  return files.sort(byCodeUnit);
}

/** At most this many folders below `vendor` are looked into, two levels deep: a package, and its owner above it. */
const vendorLimit = 2000;

function reportVendored(root: string, vendor: string, report: ReportAt): void {
  let folders = [vendor];
  let left = vendorLimit;
  for (let depth = 0; depth <= 2; depth++) {
    const next: string[] = [];
    for (const folder of folders) {
      if (left-- <= 0) return;
      for (const entry of entriesOf(root, folder, () => {})) {
        const at = `${folder}/${entry.name}`;
        if (entry.isDirectory()) next.push(at);
        else if (legacyName.test(entry.name) && !/^docker-compose/.test(entry.name))
          report(
            'ignored-file',
            at,
            `\`${perhapsOwn}\` holds code of others, so this file is not read`,
            `if it is yours, convert its folder by itself: \`transship convert ${folder}\``,
          );
      }
    }
    folders = next;
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reportCut(report: ReportAt, what: string): void {
  report(
    'repository-cut',
    '.',
    `only the first ${what} were looked at`,
    'convert a copy without generated files if a legacy file or a script lies deeper',
  );
}

function entriesOf(root: string, folder: string, report: ReportAt): fs.Dirent[] {
  try {
    return fs
      .readdirSync(path.join(root, folder), { withFileTypes: true })
      .sort((a, b) => byCodeUnit(a.name, b.name));
  } catch (error) {
    report(
      'folder-unreadable',
      folder === '' ? '.' : folder,
      `the folder could not be read (${reasonOf(error)})`,
      'give yourself the right to read it, if it holds a configuration or scripts',
    );
    return [];
  }
}

/** The system's word for what went wrong, such as `EACCES`; never its message, which names the machine's folders. */
export const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : 'unknown');

/** A regular file, or a link to one inside the repository. A link out of it is named, and can't be read. */
function isFileWithin(root: string, at: string, entry: fs.Dirent): boolean {
  if (entry.isFile()) return true;
  if (!entry.isSymbolicLink()) return false;
  const target = realTarget(root, at);
  if (target === undefined) return legacyName.test(entry.name);
  return look(target)?.isFile() ?? false;
}

function realTarget(root: string, at: string): string | undefined {
  try {
    const target = fs.realpathSync.native(path.join(root, at));
    return target.startsWith(root + path.sep) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** A file that transship wrote is not an input, or converting twice would see other files than converting once. */
function isOwnOutput(root: string, at: string): boolean {
  if (!isOwnOutputPath(at)) return false;
  const head = readBytes(root, at, 2000);
  return head !== undefined && originOf(head.toString('utf8')) !== 'foreign';
}

function readText(root: string, at: string): string | undefined {
  const isLegacy = legacyName.test(path.posix.basename(at));
  const limit = isLegacy ? repositoryLimits.legacy : repositoryLimits.scan;
  const bytes = readBytes(root, at, limit + 1);
  if (bytes === undefined || (bytes.length > limit && !isLegacy)) return undefined;
  return bytes.toString('utf8');
}

function unreadable(root: string, at: string): string | undefined {
  try {
    fs.accessSync(path.join(root, at), fs.constants.R_OK);
    return realTarget(root, at) === undefined
      ? 'it links to a file outside of the folder'
      : undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** At most so many bytes from the start of a file; undefined where it can't be read or lies outside. */
function readBytes(root: string, at: string, most: number): Buffer | undefined {
  const file = realTarget(root, at);
  if (file === undefined) return undefined;
  try {
    const descriptor = fs.openSync(file, 'r');
    try {
      const size = Math.min(fs.fstatSync(descriptor).size, most);
      const buffer = Buffer.alloc(size);
      let filled = 0;
      while (filled < size) {
        const count = fs.readSync(descriptor, buffer, filled, size - filled, null);
        if (count === 0) break;
        filled += count;
      }
      return buffer.subarray(0, filled);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
