// Without a lock file npm takes the newest releases that the ranges allow, also behind the packages that a project names,
// and these need a newer Node.js than an old job's. `npm install` takes what there was on the last day on which its
// Node.js was supported.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';
import { managerUse } from '../programs/version-managers.ts';
import { majorOfNode } from '../versions/node.ts';

/**
 * The ends of support up to the last Node.js that brings npm 6 (https://github.com/nodejs/Release, schedule.json), by the
 * beginning of `process.version`. io.js has none of its own: that of the Node.js beside it.
 */
const ends: Readonly<Record<string, string>> = {
  'v0.10.': '2016-10-31',
  'v0.12.': '2016-12-31',
  'v1.': '2016-12-31',
  'v2.': '2016-12-31',
  'v3.': '2016-12-31',
  'v4.': '2018-04-30',
  'v5.': '2016-06-30',
  'v6.': '2019-04-30',
  'v7.': '2017-06-30',
  'v8.': '2019-12-31',
  'v9.': '2018-06-30',
  'v10.': '2021-04-30',
  'v11.': '2019-06-01',
  'v12.': '2022-04-30',
  'v13.': '2020-06-01',
  'v14.': '2023-04-30',
};

/** The row of a version as the setup step is asked for it: `8`, `8.9.4`, `0.10`, `iojs-v2`. */
function rowOf(version: string): string | undefined {
  const asked = /^iojs$/.test(version) ? '3' : version.replace(/^(?:iojs-)?v?(?=\d)/, '');
  return Object.keys(ends).find((row) => `v${asked}.`.startsWith(row));
}

/** Whether what this version brings, 6.9 or newer, takes a day itself: by the table of https://nodejs.org/dist/index.json. */
function hasBefore(version: string): boolean {
  const [major = 0, minor = Number.POSITIVE_INFINITY] = /^\d/.test(version)
    ? version.split('.').map(Number)
    : [];
  if (major === 8) return minor >= 17;
  if (major === 10) return minor >= 16;
  return major >= 12;
}

const installs = /^(?:i|in|inst|install|add|update|up|upgrade)$/;

/** Whether a call has npm choose releases. */
export const choosesReleases = ({ word, args }: Call): boolean =>
  word === 'npm' && installs.test(args.find((arg) => !arg.startsWith('-')) ?? '');

const isGlobal = ({ args }: Call): boolean =>
  args.some((arg) => arg === '-g' || arg === '--global');

/** The lock files that every npm reads, and those that it reads from 5 on; none before 7 reads the one of Yarn. */
const lockFiles = {
  old: ['npm-shrinkwrap.json'],
  all: ['package-lock.json', 'npm-shrinkwrap.json'],
};

/** Whether some project of the repository has no lock file. */
function lacksLock({ paths }: Pick<Repository, 'paths'>, names: readonly string[]): boolean {
  const all = new Set(paths);
  return paths.some((path) => {
    if (!/(?:^|\/)package\.json$/.test(path)) return false;
    const folder = path.replace(/package\.json$/, '');
    return names.every((name) => !all.has(`${folder}${name}`));
  });
}

/**
 * Whether a call in an image takes packages of today that its Node.js most likely does not run: below 6, no npm takes a
 * day, and most projects get some package that is written for a newer one.
 */
export const takesTooNew = (
  call: Call,
  version: string,
  repository: Pick<Repository, 'paths'>,
): boolean =>
  majorOfNode(version) < 6 &&
  choosesReleases(call) &&
  !isGlobal(call) &&
  lacksLock(repository, lockFiles.old);

export type PackagesOfThen = {
  /** Of a step behind the one that sets Node.js up. */
  readonly lines: readonly string[];
  readonly why: string;
  readonly help: string;
};

/**
 * The lines of a step that has `npm install` take the packages of then.
 *
 * @param chosen versions, as the setup step is asked for them
 * @returns undefined where no call chooses releases, or no version is so old
 */
export function packagesOfThen(
  chosen: readonly string[],
  calls: readonly Call[],
  repository: Pick<Repository, 'paths'>,
): PackagesOfThen | undefined {
  const byNvm = calls.filter(({ word }) => word === 'nvm');
  const versions = [...chosen, ...byNvm.flatMap((call) => managerUse(call)?.version ?? [])];
  const rows = new Set(versions.flatMap((version) => rowOf(version) ?? []));
  const choosing = calls.filter(choosesReleases);
  if (rows.size === 0 || choosing.length === 0) return undefined;
  const needsRegistry = versions.some((one) => rowOf(one) !== undefined && !hasBefore(one));
  const locks = versions.some((one) => majorOfNode(one) < 8) ? lockFiles.old : lockFiles.all;
  if (!choosing.some(isGlobal) && !lacksLock(repository, locks)) return undefined;
  const days = new Map([...rows].map((row) => [row, ends[row] ?? '']));
  return {
    why: `without a lock file that it reads, npm takes what packages are today, which this Node.js may not run; a step has it take what they were on ${[...new Set(days.values())].sort().join(', ')}, when support for the Node.js ended, and today's where that is not possible`,
    help: 'commit a lock file, or change the day in its script; to take the newest, remove the step',
    lines: [
      'mkdir "$RUNNER_TEMP/npm-of-then"',
      `cat > "$RUNNER_TEMP/npm-of-then/npm" << 'END'`,
      ...npmOfThen(days, needsRegistry),
      'END',
      'chmod +x "$RUNNER_TEMP/npm-of-then/npm"',
      ...(needsRegistry
        ? [`cat > "$RUNNER_TEMP/npm-of-then/registry.js" << 'END'`, ...registryOfThen, 'END']
        : []),
      'echo "$RUNNER_TEMP/npm-of-then" >> "$GITHUB_PATH"',
      ...(byNvm.length > 0 ? functionOfThen : []),
    ],
  };
}

/** nvm puts what it chooses in front of PATH, and a function is found before. */
const functionOfThen: readonly string[] = [
  '# What nvm chooses comes first in PATH; every bash finds this function before it.',
  `echo 'npm() { "$RUNNER_TEMP/npm-of-then/npm" "$@"; }' > "$RUNNER_TEMP/npm-of-then/functions"`,
  'echo "BASH_ENV=$RUNNER_TEMP/npm-of-then/functions" >> "$GITHUB_ENV"',
];

/** What is found as npm. What fails as of that day is tried once more as of today, so nothing is lost by it. */
const npmOfThen = (
  days: ReadonlyMap<string, string>,
  needsRegistry: boolean,
): readonly string[] => [
  '#!/bin/bash',
  "# Packages as of the last day on which the job's Node.js was supported: what they are today needs a newer one.",
  'npm=$(type -aP npm | grep -vxF "$0" | head -1)',
  'for verb; do [[ $verb == -* ]] || break; done',
  'case "$verb" in',
  '  i | in | inst | install | add | update | up | upgrade) ;;',
  '  *) exec "$npm" "$@" ;;',
  'esac',
  'case "$NPM_BEFORE $(node -v)" in',
  ...[...days].map(([row, day]) => `  ' ${row}'*) export NPM_BEFORE=${day} ;;`),
  '  *) exec "$npm" "$@" ;; # Also what a package calls while it is installed.',
  'esac',
  ...(needsRegistry
    ? [
        'version=$("$npm" --version)',
        `locks=$([[ $version == [0-4].* ]] || echo package-lock.json)`,
      ]
    : ['locks=package-lock.json']),
  "# With a lock file of the project's own there is nothing to choose.",
  'if [[ " $* " != *" -g "* && " $* " != *" --global "* ]]; then',
  '  for lock in $locks npm-shrinkwrap.json; do',
  '    ! git ls-files --error-unmatch $lock &> /dev/null || exec "$npm" "$@"',
  '  done',
  'fi',
  'echo "npm: packages as of $NPM_BEFORE" >&2',
  ...(needsRegistry
    ? [
        'if [[ $version =~ ^([0-5]|6\\.[0-8])\\. ]]; then',
        '  # This npm knows no day, so a registry on this machine leaves out what is newer.',
        '  registry=$("$npm" config get registry)',
        '  coproc /usr/local/bin/node "${0%/*}/registry.js" "$NPM_BEFORE" "$registry" "$@"',
        '  read -r -u "${COPROC[0]}" registry',
        '  npm_config_registry=$registry "$npm" "$@" && exit',
        'else',
        '  npm_config_before=$NPM_BEFORE "$npm" "$@" && exit',
        'fi',
      ]
    : ['npm_config_before=$NPM_BEFORE "$npm" "$@" && exit']),
  'echo "npm: that failed; once more with the packages of today" >&2',
  'exec "$npm" "$@"',
];

/**
 * The registry, for the time of one call: it ends with its input. It is asked for packages alone, sends on nothing of the
 * question but the name, and keeps releases that the project or the call names exactly.
 */
const registryOfThen: readonly string[] = String.raw`
const [day, upstream, ...named] = process.argv.slice(2);
try {
  const project = JSON.parse(require('fs').readFileSync('package.json', 'utf8'));
  for (const key of ['dependencies', 'devDependencies', 'optionalDependencies'])
    for (const entry of Object.entries(project[key] || {})) named.push(entry.join('@'));
} catch {}
async function answer(url) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok) return [response.status, text];
  const data = JSON.parse(text);
  const { name, versions = {}, time = {}, 'dist-tags': tags = {} } = data;
  const all = Object.keys(versions);
  const old = all.filter((one) => !(Date.parse(time[one]) > Date.parse(day)));
  if (old.length === 0) return [200, text];
  for (const one of all)
    if (!old.includes(one) && !named.includes(name + '@' + one)) delete versions[one];
  const plain = old.filter((one) => !one.includes('-'));
  plain.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const tag of Object.keys(tags)) if (!old.includes(tags[tag])) delete tags[tag];
  tags.latest ??= plain.pop() ?? old.pop();
  return [200, JSON.stringify(data)];
}
const known = {};
const server = require('http').createServer(async (request, response) => {
  const url = upstream.replace(/\/?$/, () => request.url);
  if (request.method !== 'GET' || request.url.includes('/-/'))
    return response.writeHead(307, { location: url }).end();
  known[url] ??= answer(url).catch((error) => [502, String(error)]);
  const [status, text] = await known[url];
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
process.stdin.resume().on('end', () => process.exit());
`
  .trim()
  .split('\n');
