// Official images of Docker Hub that are too old for today: those that no engine of a runner pulls, and those whose
// distribution has moved its packages.

import { dockerHub, type ImageReference, parseReference } from './reference.ts';

export type Refused = {
  /** A clause: why no runner can pull it. */
  readonly why: string;
  /** A tag of the same series that can be pulled; absent where the whole series cannot. */
  readonly instead?: string;
  /** A later version that can be pulled, for a person to think about. */
  readonly later?: string;
  /** What else a person does about it. */
  readonly remedy?: string;
};

/**
 * Docker 26 and later refuse images in the format from before 2016 (github-runner.md 1). The official ones were pushed in
 * it until May 2016: `postgres:9.5.2` is refused, which 9.5.3 replaced on the 12th. For each series, the last patch
 * release that was replaced by then; the tag of the series itself was pushed again for years.
 */
const lastRefused: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  cassandra: { '2.1': 13, '2.2': 5, '3.0': 4 },
  elasticsearch: { '1.7': 4, '2.3': 1 },
  golang: { '1.6': 1 },
  httpd: { '2.4': 18 },
  mariadb: { '5.5': 48, '10.0': 24, '10.1': 13 },
  memcached: { '1.4': 24 },
  mongo: { '3.0': 10, '3.2': 4 },
  mysql: { '5.5': 48, '5.6': 29, '5.7': 11 },
  node: { '0.12': 13, '4.4': 3 },
  php: { '5.6': 20, '7.0': 5 },
  postgres: { '9.2': 16, '9.3': 12, '9.4': 7, '9.5': 2 },
  python: { '2.7': 10, '3.3': 5, '3.4': 3, '3.5': 0 },
  rabbitmq: { '3.6': 1 },
  redis: { '3.0': 6 },
  ruby: { '2.1': 9, '2.2': 4, '2.3': 0 },
};

/**
 * Series that ended in that format, and the next one of the product that did not; or the tag of the series itself, where its
 * last release was pushed in the newer one.
 */
const endedSeries: Readonly<
  Record<string, readonly (readonly [tags: RegExp, next: string, same?: string])[]>
> = {
  debian: [[/^(?:6|squeeze)(?:\D|$)/, 'wheezy']],
  docker: [[/^1\.(?:\d|10)(?:\D|$)/, '1.12']],
  elasticsearch: [
    [/^1\.[0-6](?:\D|$)/, '1.7'],
    [/^2\.[0-2](?:\D|$)/, '2.4'],
  ],
  kibana: [[/^4\.[0-4](?:\D|$)/, '4.6']],
  logstash: [[/^(?:1|2\.[0-2])(?:\D|$)/, '2.4']],
  golang: [
    [/^1\.[0-4](?:\D|$)/, '1.6'],
    [/^1\.5\.[0-3](?:\D|$)/, '1.6', '1.5'],
  ],
  iojs: [[/^/, 'node:4']],
  maven: [[/^3\.(?:[0-2]|3\.[0-3])(?:\D|$)/, '3.3-jdk-8']],
  mongo: [[/^2\.[0-4](?:\D|$)/, '2.6']],
  node: [
    [/^0\.(?:\d|11)(?:\D|$)/, '0.12'],
    [/^0\.10\.(?:\d|[1-3]\d|4[0-4])(?:\D|$)/, '0.12', '0.10'],
    [/^5\.(?:\d|10|11\.0)(?:\D|$)/, '6', '5'],
  ],
  nginx: [[/^1\.[0-9](?:\D|$)/, '1.10']],
  perl: [[/^5\.(?:\d|1[0-6])(?:\D|$)/, '5.18']],
  php: [
    [/^5\.[0-4](?:\D|$)/, '5.6'],
    [/^5\.5\.(?:\d|[12]\d|3[0-4])(?:\D|$)/, '5.6', '5.5'],
  ],
  postgres: [
    [/^(?:8|9\.0)(?:\D|$)/, '9.2'],
    [/^9\.1\.(?:\d|1\d|2[01])(?:\D|$)/, '9.2', '9.1'],
  ],
  python: [
    [/^2\.[0-6](?:\D|$)/, '2.7'],
    [/^3\.[0-2](?:\D|$)/, '3.3'],
  ],
  redis: [
    [/^2\.[0-7](?:\D|$)/, '3.0'],
    [/^2\.8\.(?:\d|1\d|2[0-2])(?:\D|$)/, '3.0', '2.8'],
  ],
  rethinkdb: [[/^(?:1|2\.[0-2])(?:\D|$)/, '2.3']],
  ruby: [[/^(?:1|2\.0)(?:\D|$)/, '2.1']],
  ubuntu: [
    [/^(?:1[01]|lucid|maverick|natty|oneiric)(?:\D|$)/, '12.04'],
    [/^(?:12\.10|13|14\.10|15\.04|quantal|raring|saucy|utopic|vivid)(?:\D|$)/, '14.04'],
  ],
};

/** Whether a runner cannot pull an image; undefined where it can, as far as is known. */
export function refusedImage(name: string): Refused | undefined {
  const image = officialImage(name);
  if (image === undefined) return refusedOfOthers(name) ?? movedImage(name);
  const { repository, tag } = image;
  const removed = tag === 'latest' ? withoutLatest[repository] : undefined;
  if (removed !== undefined) return { why: 'its tag `latest` was removed', instead: removed };
  const [, next, same] = endedSeries[repository]?.find(([tags]) => tags.test(tag)) ?? [];
  if (same !== undefined) {
    const kept = /-(?:slim|apache|fpm|cli)$/.exec(tag)?.[0] ?? '';
    return { why: oldFormat, instead: `${repository}:${same}${kept}` };
  }
  if (next !== undefined) {
    return { why: oldFormat, later: next.includes(':') ? next : `${repository}:${next}` };
  }
  const early = /^4\.[0-3](?:\.\d+)?(-slim)?(?:-|$)/.exec(tag);
  if (repository === 'node' && early !== null) {
    return { why: oldFormat, instead: `node:4${early[1] ?? ''}` };
  }
  const version = /^(\d+\.\d+)\.(\d+)(-.*)?$/.exec(tag);
  if (version === null) return undefined;
  const [, series = '', patch, variant = ''] = version;
  const last = lastRefused[repository]?.[series];
  if (last === undefined || Number(patch) > last) return undefined;
  // Variants came and went; the plain one of the series is always there.
  const kept = /^-(?:slim|alpine|apache|fpm|cli|management)$/.test(variant) ? variant : '';
  const alive = repository === 'node' && series.startsWith('4.') ? '4' : series;
  return { why: oldFormat, instead: `${repository}:${alive}${kept}` };
}

/** What a person writes instead. */
export const remedyFor = ({ instead, later, remedy }: Refused): string =>
  remedy !== undefined
    ? remedy
    : instead === undefined
      ? `use a later version${later === undefined ? '' : `, \`${later}\` or above`}`
      : `write \`${instead}\``;

const oldFormat = 'its format is from before 2016';

/** HashiCorp publishes them under its own name, and took this tag away in 2023. */
const withoutLatest: Readonly<Record<string, string>> = {
  consul: 'consul:1.15',
  vault: 'vault:1.13.3',
};

/** Widely used ones of others, as their users found. */
const refusedOfOthers = (name: string): Refused | undefined =>
  /^(?:docker\.io\/)?(?:phusion\/baseimage:0\.(?:9|10\.0$)|radial\/busyboxplus(?::|$))/.test(name)
    ? { why: oldFormat }
    : undefined;

/** Images of Windows, which a runner of Linux does not run. */
const ofWindows =
  /^(?:windowsservercore|nanoserver|windows(?:-.*)?|servercore|dotnet-framework.*|aspnet|iis|wcf|sql-server.*|mssql-server-windows.*)$/;
const windows: Refused = {
  why: 'it is an image of Windows, and was removed from Docker Hub',
  remedy:
    'name a runner of Windows with `runner` in the settings, and set up its tools with steps there',
};

/** Images that were on Docker Hub and are at another address now. */
function movedImage(name: string): Refused | undefined {
  const parsed = parseReference(name);
  if (!parsed.ok || parsed.value.host !== dockerHub || parsed.value.digest !== undefined)
    return undefined;
  const { path, tag = 'latest' } = parsed.value;
  const [owner, repository = ''] = path.split('/');
  if (owner === 'microsoft') {
    if (ofWindows.test(repository)) return windows;
    const why = 'Microsoft has removed its images from Docker Hub';
    const found = ofMicrosoft(repository, tag);
    return { why, ...found };
  }
  if (owner === 'bitnami' && tag !== 'latest') {
    const why = 'Bitnami has removed its versions from Docker Hub';
    // What stood on a distribution of old was not taken along.
    const isOld = /(?:debian-(?:8|9|10)|centos-7|ol-7)\b/.test(tag);
    return isOld ? { why } : { why, instead: `bitnamilegacy/${repository}:${tag}` };
  }
  return undefined;
}

function ofMicrosoft(repository: string, tag: string): Pick<Refused, 'instead' | 'later'> {
  const registry = 'mcr.microsoft.com';
  if (repository === 'mssql-server-linux') {
    const known = tag === 'latest' || tag.startsWith('2017');
    return known
      ? { instead: `${registry}/mssql/server:2017-latest` }
      : { later: `${registry}/mssql/server:2017-latest` };
  }
  if (repository === 'dotnet') {
    const made = /^(2\.[12])(?:\.\d+)*-(sdk|aspnetcore-runtime|runtime)(?:-[a-z]+[\d.]*)?$/.exec(
      tag,
    );
    if (made === null) return { later: `${registry}/dotnet/core/sdk:2.1` };
    const kind = made[2] === 'aspnetcore-runtime' ? 'aspnet' : made[2];
    return {
      instead: `${registry}/dotnet/core/${kind}:${made[1]}${/-alpine/.test(tag) ? '-alpine' : ''}`,
    };
  }
  if (repository === 'aspnetcore') return { later: `${registry}/dotnet/core/aspnet:2.1` };
  if (repository === 'aspnetcore-build') return { later: `${registry}/dotnet/core/sdk:2.1` };
  if (repository === 'azure-cli') return { instead: `${registry}/azure-cli:latest` };
  return {};
}

type Official = { readonly repository: string; readonly tag: string };

function officialImage(name: string): Official | undefined {
  const parsed = parseReference(name);
  if (!parsed.ok) return undefined;
  const { host, path, tag = 'latest', digest }: ImageReference = parsed.value;
  const repository = /^library\/([^/]+)$/.exec(path)?.[1];
  if (host !== dockerHub || repository === undefined || digest !== undefined) return undefined;
  return { repository, tag };
}

/**
 * The first version of each series whose tag stands on a Debian that the mirrors have, 11 or newer. A tag without that
 * last number, such as `3.7`, went on with the series. Series before the first one ended on an older Debian.
 */
const firstCurrent: Readonly<Record<string, readonly string[]>> = {
  cassandra: ['3.11'],
  elasticsearch: ['5.6'],
  elixir: ['1.12'],
  erlang: ['24'],
  gcc: ['11'],
  golang: ['1.16.7'],
  haskell: ['9'],
  httpd: ['2.4.49'],
  maven: ['3.8'],
  mongo: ['3.6'],
  mysql: ['8.0.27'],
  nginx: ['1.20.2', '1.21.1'],
  node: ['16.9'],
  openjdk: ['8'],
  perl: ['5.34'],
  php: ['7.3.29', '7.4.22', '8.0.9'],
  postgres: ['9.6.24', '10.19', '11.14', '12.9', '13.5'],
  python: ['3.6.15', '3.7.12', '3.8.12', '3.9.7'],
  redis: ['5.0.14', '6.0.16', '6.2.5'],
  ruby: ['2.6.8', '2.7.4', '3.0.2'],
  rust: ['1.54'],
  tomcat: ['8.5.70', '9.0.52', '10.0.10'],
};

/** Given up years ago, in all their tags. */
const givenUp =
  /^(?:centos|java|rails|django|iojs|buildpack-deps:.*(?:wheezy|jessie|stretch|buster))$/;
const gone = /(?:^|-)(?:squeeze|wheezy|jessie|stretch|buster)(?:-|$)/;
const present = /(?:^|-)(?:alpine|bullseye|bookworm|trixie|windowsservercore|nanoserver)/;
const goneUbuntu =
  /^(?:1[0-3]\.|14\.10|15\.|16\.10|17\.|18\.10|19\.|20\.10|21\.|22\.10|23\.|24\.10|25\.04|lucid|precise|quantal|raring|saucy|utopic|vivid|wily|yakkety|zesty|artful|cosmic|disco|eoan|groovy|hirsute|impish|kinetic|lunar|mantic|oracular|plucky)/;

/** Of others: Microsoft's SDKs up to 5.0, and the images of Cypress for Node.js up to 12. */
const onOldDebian =
  /^(?:mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:sdk|aspnet|runtime|runtime-deps):[1235](?:\.\d+)*(?:-(?:stretch|buster)(?:-slim)?)?$|(?:docker\.io\/)?cypress\/base:(?:[4-9]|1[012])(?:\.\d+)*$)/;

/**
 * Whether the packages of an official image's distribution have left its mirrors, so that `apt-get update` or `yum install`
 * fails in it: Debian up to 10, CentOS, and the releases of Ubuntu between those with long support. Where the version
 * leaves it open, yes: whoever asks has to try.
 */
export function hasMovedPackages(name: string): boolean {
  const image = officialImage(name);
  if (image === undefined) return onOldDebian.test(name);
  const { repository, tag } = image;
  if (repository === 'debian') return gone.test(tag) || /^(?:[6-9]|10)(?:\D|$)/.test(tag);
  if (repository === 'ubuntu') return goneUbuntu.test(tag);
  if (givenUp.test(repository)) return true;
  if (gone.test(tag)) return true;
  if (present.test(tag)) return false;
  const rows = firstCurrent[repository];
  const version = /^\d+(?:\.\d+)*/.exec(tag)?.[0];
  if (rows === undefined || version === undefined)
    return (
      repository === 'node' && /^(?:argon|boron|carbon|dubnium|erbium|fermium)(?:-|$)/.test(tag)
    );
  if (repository === 'openjdk' && /^8u\d+/.test(tag))
    return Number(/^8u(\d+)/.exec(tag)?.[1]) < 302;
  const numbers = version.split('.').map(Number);
  for (const row of rows) {
    const first = row.split('.').map(Number);
    const series = first.slice(0, -1);
    if (series.length > 0 && !series.every((each, at) => numbers[at] === each)) continue;
    const own = numbers[series.length];
    if (own !== undefined || series.length > 0)
      return own !== undefined && own < (first.at(-1) ?? 0);
  }
  return compare(numbers, (rows[0] ?? '').split('.').map(Number)) < 0;
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, each] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 0;
    if (each !== other) return each - other;
  }
  return 0;
}

/** `FROM` one of these runs commands of its own at once, so nothing can be put in between. */
export const hasTriggers = (name: string): boolean => /:[^/]*\bonbuild$/.test(name);
