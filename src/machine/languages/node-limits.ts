// Packages that run on no newer Node.js than that of their time. Where a file asks for the newest one, whatever it is, the
// newest that they run takes its place, and webpack before 5 gets the digest that OpenSSL 3 keeps to itself.

import type { Repository } from '../../ground/repository.ts';
import { npmRanges } from '../calls/package-scripts.ts';

type Limit = {
  /** The last major that it runs; an even one, since the others were short-lived. */
  readonly last: number;
  /** What sets it, for a message. */
  readonly by: string;
};

/** `MAJOR:LAST`: what each major of a package runs at most; of node-sass the table of its releases, and those that bring it. */
const limits: Readonly<Record<string, string>> = {
  gulp: '1:10 2:10 3:10',
  'node-sass': '3:6 4:14 5:14 6:16 7:16 8:18 9:20',
  'gulp-sass': '2:6 3:14 4:14',
  'grunt-sass': '1:6 2:14',
};

/** The first major of a range: `^3.9.1`, `3.x`, `~3.8`. */
const majorOf = (range: string): string | undefined => /^[\^~=v\s]*(\d+)\b/.exec(range)?.[1];

/** What the `package.json` of the root says about the newest Node.js; undefined where it sets no limit. */
export function nodeLimit(repository: Repository): Limit | undefined {
  const { ranges, node } = npmRanges(repository);
  const found = Object.entries(limits).flatMap(([name, row]): readonly Limit[] => {
    const major = majorOf(ranges.get(name) ?? '');
    const last = row
      .split(' ')
      .find((one) => one.startsWith(`${major}:`))
      ?.replace(/^.*:/, '');
    return last === undefined ? [] : [{ last: Number(last), by: `${name} ${major}` }];
  });
  // Only what names one series: `8.x`, `^6.2.2`.
  const engine = /^[\^~=v\s]*(\d+)(?:\.(?:\d+|x|\*))*$/.exec(node ?? '')?.[1];
  if (engine !== undefined && Number(engine) >= 4)
    found.push({ last: Number(engine), by: '`engines`' });
  return found.sort((a, b) => a.last - b.last)[0];
}

/**
 * Packages that run webpack before 5: the last major that does, and whether it names one release of webpack. 4.47 brings
 * the digest itself, so a range needs nothing unless something holds it below.
 */
const oldWebpack: Readonly<Record<string, { readonly last: number; readonly isPinned?: true }>> = {
  webpack: { last: 4 },
  'react-scripts': { last: 4, isPinned: true },
  '@angular/cli': { last: 11, isPinned: true },
  next: { last: 10, isPinned: true },
  gatsby: { last: 2, isPinned: true },
  '@vue/cli-service': { last: 4 },
  'laravel-mix': { last: 5 },
  nuxt: { last: 2 },
};

/** What Node.js 17 and later have to be told so that webpack before 4.47 gets MD4 from OpenSSL 3. */
export const legacyDigests = '--openssl-legacy-provider';

/** The package of the project that brings a webpack which asks for MD4; undefined where none does. */
export function asksForOldDigest(repository: Repository): string | undefined {
  const { ranges } = npmRanges(repository);
  const isLocked = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock'].some((path) =>
    repository.paths.includes(path),
  );
  return Object.entries(oldWebpack).find(([name, { last, isPinned }]) => {
    const range = ranges.get(name) ?? '';
    const major = majorOf(range);
    if (major === undefined || Number(major) > last) return false;
    const isOneSeries = name === 'webpack' && /^[~=v\s]*\d+\.\d+/.test(range);
    return isPinned === true || isLocked || (isOneSeries && !/\b4\.47\b/.test(range));
  })?.[0];
}

/** A lock file that npm 7 or later wrote, or may have written: large ones are not read. */
export const mayHaveNewLock = ({ paths, read }: Repository): boolean =>
  ['package-lock.json', 'npm-shrinkwrap.json'].some((path) => {
    const text = read(path);
    return text === undefined
      ? paths.includes(path)
      : /^\s*"lockfileVersion"\s*:\s*[23]\b/m.test(text);
  });
