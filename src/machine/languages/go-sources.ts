// Without modules `go get` takes what a repository has today, and that needs a newer Go than an old job's. A clone of
// `go get` is what it was on the last day on which its Go was supported.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';
import { isGoTool } from './go-tools.ts';

/** When the minor releases of Go 1 came out, from 1.2 on (https://go.dev/doc/devel/release). */
const released: readonly string[] = [
  ...['2013-12-03', '2014-06-18', '2014-12-10', '2015-08-19', '2016-02-17', '2016-08-15'],
  ...['2017-02-16', '2017-08-24', '2018-02-16', '2018-08-24', '2019-02-25', '2019-09-03'],
  ...['2020-02-25', '2020-08-11', '2021-02-16', '2021-08-16', '2022-03-15', '2022-08-02'],
  ...['2023-02-01', '2023-08-08', '2024-02-06', '2024-08-13'],
];
const firstRelease = 2;

/** `1.9` and its day, for a version such as `1.9.7`: a release is supported until there are two newer ones. */
function lastDay(version: string): readonly [string, string] | undefined {
  const minor = /^1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  const day = released[Number(minor) + 2 - firstRelease];
  return minor === undefined || day === undefined ? undefined : [`1.${minor}`, day];
}

/** Whether a call takes the sources of a library from their repository. */
export const takesSources = ({ word, args }: Call): boolean =>
  word === 'go' &&
  args[0] === 'get' &&
  args.slice(1).some((arg) => !arg.startsWith('-') && !isGoTool(arg) && !arg.includes('@'));

export type SourcesOfThen = {
  /** For a message: `2018-08-24`, or several. */
  readonly days: string;
  readonly lines: readonly string[];
};

/**
 * The lines of a step that has `go get` take the sources of then.
 *
 * @param versions as the setup step is asked for them
 * @returns undefined for a project with modules, or where some version is not one of the table
 */
export function sourcesOfThen(
  versions: readonly string[],
  { paths }: Pick<Repository, 'paths'>,
): SourcesOfThen | undefined {
  const found = versions.map(lastDay);
  const days = new Map(found.filter((one) => one !== undefined));
  if (paths.includes('go.mod') || days.size === 0 || found.includes(undefined)) return undefined;
  const [[, only] = ['', '']] = days;
  const day =
    days.size === 1
      ? [`day=${only}`]
      : [
          'case "$(go version)" in',
          ...[...days].map(([minor, date]) => `  *' go${minor}'[.\\ ]*) day=${date} ;;`),
          'esac',
        ];
  return {
    days: [...new Set(days.values())].join(', '),
    lines: [
      "# The last day on which the job's Go was supported. What libraries are today needs a newer one.",
      ...day,
      'echo "GO_GET_BEFORE=$day" >> "$GITHUB_ENV"',
      'mkdir "$RUNNER_TEMP/go-get"',
      `cat > "$RUNNER_TEMP/go-get/git" << 'END'`,
      ...gitOfThen,
      'END',
      'chmod +x "$RUNNER_TEMP/go-get/git"',
      'echo "$RUNNER_TEMP/go-get" >> "$GITHUB_PATH"',
    ],
  };
}

/** What `go` finds as git. It would go to the newest commit again by `pull`, and before Go 1.9 by `checkout`. */
export const gitOfThen: readonly string[] = [
  '#!/bin/bash',
  '# Of a clone that Go makes, the newest commit of that day; nothing takes it to a newer one.',
  'git=/usr/bin/git',
  '[ "$(cat "/proc/$PPID/comm")" = go ] || exec $git "$@"',
  'case "$1 $2" in',
  '  clone\\ *)',
  '    $git "$@" && cd "${!#}" || exit',
  '    commit=$($git rev-list -1 --first-parent --before="$GO_GET_BEFORE" HEAD)',
  '    [ -z "$commit" ] || $git checkout --quiet "$commit"',
  '    ;;',
  '  pull\\ * | checkout\\ master | checkout\\ origin/master) ;;',
  '  *) exec $git "$@" ;;',
  'esac',
];
