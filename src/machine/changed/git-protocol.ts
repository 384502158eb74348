// GitHub has not answered to `git://` since 2022. One line of Git's configuration has everything ask by https instead:
// commands, and what fetches the dependencies that a project lists.

import type { Repository } from '../../ground/repository.ts';
import { gitProtocol } from './gone-servers.ts';

export const httpsForGit =
  'git config --global url.https://github.com/.insteadOf git://github.com/';

const lists =
  /(?:^|\/)(?:\.gitmodules|(?:package|bower|composer|package-lock|npm-shrinkwrap)\.json|(?:yarn|composer|Gemfile)\.lock|Gemfile|[\w-]*requirements[\w-]*\.txt|requirements\/[\w-]+\.txt|setup\.py|tox\.ini|Makefile|rebar\.config|Podfile)$/;

/** Folders that hold others' lists. */
const foreign =
  /(?:^|\/)(?:vendor|node_modules|bower_components|third_party|public|static|assets)\//;

/** Where a manifest says of itself where it is from. */
const ofItself = /"(?:url|repository|homepage|bugs|web)"\s*:\s*"[^"]*"/g;

/** `gem "x", github: "y/z"`: Bundler 1 takes it by `git://`, unless the list says otherwise. */
const shortOfBundler = /^\s*gem\b[^#\n]*(?:\bgithub:|:github\s*=>)/m;

/**
 * What has something fetched from GitHub by `git://`: the place of one of the texts, or else the path of a list of the
 * repository. `undefined` where nothing does.
 */
export function asksByGitProtocol(
  texts: readonly string[],
  { paths, read }: Repository,
): { readonly text: number } | { readonly path: string } | undefined {
  const text = texts.findIndex((one) => gitProtocol.pattern.test(one));
  if (text >= 0) return { text };
  const path = paths
    .filter((one) => lists.test(one) && !foreign.test(one))
    .slice(0, 200)
    .find((one) => names(one, read(one) ?? '', paths));
  return path === undefined ? undefined : { path };
}

/** A list without what it says of itself, and without comments. */
const ownText = (path: string, text: string): string =>
  /(?:package|bower)\.json$/.test(path)
    ? text.replace(ofItself, '')
    : text.replace(/^\s*#.*$/gm, '');

/** What reads the lists that people write. */
const readers: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)(?:setup\.py|[\w-]*requirements[\w-]*\.txt|requirements\/[\w-]+\.txt)$/, /^pip[\d.]*$/],
  [/(?:^|\/)package\.json$/, /^(?:npm|yarn|pnpm)$/],
  [/(?:^|\/)Gemfile$/, /^bundler?$/],
];
const overSsh = /\b(?:git\+)?ssh:\/\/git@[\w.-]+[/:][\w./~-]+|(?<![\w.-])git@[\w.-]+:[\w./~-]+/;

/** The list of a project that names a package by SSH, with the address, for a program that installs it. */
export function listedOverSsh(
  program: string,
  { paths, read }: Repository,
): { readonly path: string; readonly address: string } | undefined {
  for (const [files, reader] of readers) {
    if (!reader.test(program)) continue;
    for (const path of paths) {
      if (!files.test(path) || foreign.test(path)) continue;
      const address = overSsh.exec(ownText(path, read(path) ?? ''))?.[0];
      if (address !== undefined) return { path, address };
    }
  }
  return undefined;
}

function names(path: string, text: string, paths: readonly string[]): boolean {
  const own = ownText(path, text);
  if (gitProtocol.pattern.test(own)) return true;
  return (
    /(?:^|\/)Gemfile$/.test(path) &&
    shortOfBundler.test(own) &&
    !paths.includes(`${path}.lock`) &&
    !/git_source\s*\(?\s*:github\b|github\.https/.test(own)
  );
}
