// What distribution an official image stands on, as far as its name says.

import { hasMovedPackages } from './old-images.ts';
import { dockerHub, parseReference } from './reference.ts';

export type Distribution = {
  readonly id: 'debian' | 'ubuntu' | 'alpine';
  /** Of Alpine the number behind `3.`. The newest is infinite where the name leaves it open. */
  readonly release: number;
  /** The repository on Docker Hub: `debian`, `node`. */
  readonly repository: string;
  readonly tag: string;
};

const codeNames: Readonly<Record<string, number>> = {
  wheezy: 7,
  jessie: 8,
  stretch: 9,
  buster: 10,
  bullseye: 11,
  bookworm: 12,
  trixie: 13,
  trusty: 14.04,
  xenial: 16.04,
  bionic: 18.04,
  focal: 20.04,
  jammy: 22.04,
  noble: 24.04,
};

/** Official images that stand on Debian where their tag names nothing else. */
const onDebian =
  /^(?:debian|buildpack-deps|node|ruby|python|php|golang|elixir|erlang|perl|rust|gcc|java|openjdk|maven|tomcat|pypy|haskell|nginx|httpd|redis|postgres|rails|django)$/;

const endedOn11 =
  /^(?:php:7|python:3\.6|ruby:(?:2\.6|3\.0)|golang:1\.1[678]|openjdk:(?:8|11))(?:\D|$)/;

export function distributionOf(name: string): Distribution | undefined {
  const parsed = parseReference(name);
  if (!parsed.ok || parsed.value.host !== dockerHub || parsed.value.digest !== undefined)
    return undefined;
  const { path, tag = 'latest' } = parsed.value;
  const repository = /^library\/([^/]+)$/.exec(path)?.[1];
  if (repository === undefined || /windowsservercore|nanoserver/.test(tag)) return undefined;
  const made = (id: Distribution['id'], release: number): Distribution => ({
    id,
    release,
    repository,
    tag,
  });
  const alpine = /(?:^|-)alpine(?:3\.(\d+))?$/.exec(tag);
  if (alpine !== null)
    return made('alpine', alpine[1] === undefined ? Number.POSITIVE_INFINITY : Number(alpine[1]));
  const code = Object.keys(codeNames).find((each) => tag.split('-').includes(each));
  const number = /^\d+(?:\.\d+)?/.exec(tag)?.[0];
  const release = code === undefined ? Number(number ?? 'Infinity') : (codeNames[code] ?? 0);
  if (repository === 'alpine')
    return made(
      'alpine',
      /^3\.\d/.test(tag) ? Number(tag.split('.')[1]) : Number.POSITIVE_INFINITY,
    );
  if (repository === 'ubuntu') return made('ubuntu', release);
  if (repository === 'debian') return made('debian', release);
  if (!onDebian.test(repository)) return undefined;
  if (code !== undefined) return made('debian', release);
  // What has moved to the archive is 10 at most; series that ended some years ago came to 11.
  const ended = endedOn11.test(`${repository}:${tag}`) ? 11 : Number.POSITIVE_INFINITY;
  return made('debian', hasMovedPackages(name) ? 10 : ended);
}
