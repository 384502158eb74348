// The files of a commit that lies on GitHub, as the translator wants to see them: the list is there, the texts come when
// something asked for them.

import path from 'node:path';
import { type Part, readAnswer } from '../../ground/answer.ts';
import type { Json } from '../../ground/json.ts';
import type { Result } from '../../ground/result.ts';
import {
  isLeftOut,
  isLegacyName,
  isOwnOutputPath,
  type OpenedRepository,
  repositoryDiagnostics,
  repositoryLimits,
} from '../../host/files/repository.ts';
import { readMarker } from '../../output/marker.ts';
import type { EarlierFile } from '../convert/recorded-choices.ts';
import { defaultSettingsFile } from '../convert/settings.ts';

/** A file or a link: its path, whether it is a link, its object, its size in bytes. */
export type TreeEntry = readonly [path: string, isLink: 0 | 1, id: string, size: number];
export type Tree = { readonly entries: readonly TreeEntry[]; readonly truncated: boolean };

/** What of GitHub's answer is kept: nothing of folders that are left out. Else what of it cannot be read. */
export const treeOf = (body: Json | undefined): Result<Tree, string> =>
  readAnswer(body, (answer) => ({
    entries: answer.field('tree').list().flatMap(entryIn),
    truncated: answer.field('truncated').maybe((truncated) => truncated.flag()) ?? false,
  }));

function entryIn(entry: Part): readonly TreeEntry[] {
  const at = entry.field('path').text();
  if (entry.field('type').text() !== 'blob' || at.split('/').some(isLeftOut)) return [];
  const isLink = entry.field('mode').text() === '120000' ? 1 : 0;
  const size = entry.field('size').maybe((bytes) => bytes.number()) ?? 0;
  return [[at, isLink, entry.field('sha').text(), size]];
}

/** Whether a legacy configuration can be among the files; a Compose file is one only beside others. */
const mayHoldConfiguration = ({ entries }: Tree): boolean =>
  entries.some(([at]) => {
    const name = path.posix.basename(at);
    return isLegacyName(name) && !/^docker-compose/i.test(name);
  });

/** Objects by which branches are told apart: those of the legacy files. */
export const configurationOf = ({ entries }: Tree): string =>
  entries
    .filter(([at]) => isLegacyName(path.posix.basename(at)))
    .map(([at, , id]) => `${at} ${id}`)
    .join('\n');

export type TextOf = (id: string) => string | undefined;

/** Files of ours, and links, that are looked into at most. */
const mostOwn = 500;
const mostLinks = 200;

/** What is wanted before anything else: what is certainly read. */
export function firstWanted(tree: Tree): readonly TreeEntry[] {
  if (!mayHoldConfiguration(tree)) return [];
  const own = tree.entries.filter(([at]) => isOwnOutputPath(at)).slice(0, mostOwn);
  const links = tree.entries.filter(([, isLink]) => isLink === 1).slice(0, mostLinks);
  const legacy = tree.entries.filter(
    ([at, , , size]) => isLegacyName(path.posix.basename(at)) && size <= repositoryLimits.legacy,
  );
  return [...new Set([...legacy, ...own, ...links])];
}

/**
 * @param textOf the text of an object, as far as it was fetched
 * @param want is told of every object that somebody asks for and that was not
 */
export function openRemoteTree(
  { entries, truncated }: Tree,
  textOf: TextOf,
  want: (entry: TreeEntry) => void,
): OpenedRepository & { readonly earlier: readonly EarlierFile[] } {
  const { diagnostics, reportCut } = repositoryDiagnostics();
  if (truncated) reportCut('100,000 files');
  const byPath = new Map(entries.map((entry) => [entry[0], entry]));
  const textAt = (entry: TreeEntry): string | undefined => {
    const text = textOf(entry[2]);
    if (text === undefined) want(entry);
    return text;
  };
  const target = (entry: TreeEntry): TreeEntry | undefined => {
    let at: TreeEntry | undefined = entry;
    for (let hops = 0; at !== undefined && at[1] === 1; hops++) {
      const text: string | undefined = hops < 8 ? textAt(at) : undefined;
      if (text === undefined || text.startsWith('/')) return undefined;
      const place: string = path.posix.normalize(path.posix.join(path.posix.dirname(at[0]), text));
      at = place.startsWith('..') ? undefined : byPath.get(place);
    }
    return at;
  };
  const earlier: EarlierFile[] = [];
  const paths: string[] = [];
  const depthOf = (at: string): number => at.split('/').length - 1;
  const inReach = [...entries].sort((a, b) => depthOf(a[0]) - depthOf(b[0]));
  let own = 0;
  for (const entry of inReach) {
    const [at, isLink] = entry;
    if (depthOf(at) > repositoryLimits.depth) {
      reportCut(`${repositoryLimits.depth} levels of folders`);
      break;
    }
    if (isLink === 1 && !isLegacyName(path.posix.basename(at)) && target(entry) === undefined)
      continue;
    if (isOwnOutputPath(at) && isLink === 0 && own < mostOwn) {
      own += 1;
      const marker = readMarker(textOf(entry[2])?.slice(0, 2000) ?? '');
      if (marker !== undefined) {
        earlier.push({ path: at, options: marker.options });
        continue;
      }
    }
    paths.push(at);
    if (paths.length >= repositoryLimits.paths) {
      reportCut(`${repositoryLimits.paths} files`);
      break;
    }
  }
  const known = new Set(paths);
  const read = (at: string): string | undefined => {
    const entry = byPath.get(at);
    if (entry === undefined || (!known.has(at) && at !== defaultSettingsFile)) return undefined;
    const file = target(entry);
    if (file === undefined) return undefined;
    const isLegacy = isLegacyName(path.posix.basename(at));
    const limit = isLegacy ? repositoryLimits.legacy : repositoryLimits.scan;
    if (file[3] > limit && !isLegacy) return undefined;
    // A parser refuses what is so long, whatever it says.
    if (file[3] > limit) return ' '.repeat(limit);
    return textAt(file);
  };
  return { repository: { paths: paths.sort(byCodeUnit), read }, diagnostics, earlier };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
