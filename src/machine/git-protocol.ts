// GitHub has not answered to `git://` since 2022. One line of Git's configuration has everything ask by https instead:
// commands, and what fetches the dependencies that a project lists.

import type { Repository } from '../ground/repository.ts';
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

function names(path: string, text: string, paths: readonly string[]): boolean {
  const own = /(?:package|bower)\.json$/.test(path)
    ? text.replace(ofItself, '')
    : text.replace(/^\s*#.*$/gm, '');
  if (gitProtocol.pattern.test(own)) return true;
  return (
    /(?:^|\/)Gemfile$/.test(path) &&
    shortOfBundler.test(own) &&
    !paths.includes(`${path}.lock`) &&
    !/git_source\s*\(?\s*:github\b|github\.https/.test(own)
  );
}
