// Base images whose tag has moved on since the Dockerfile was written: what the newest lacks, judged by what the Dockerfile
// and the project ask for. Where nothing speaks against the newest, it stays.

import type { Repository } from '../../../ground/repository.ts';
import { type Distribution, distributionOf } from '../../../image/distribution.ts';
import { refusedImage } from '../../../image/old-images.ts';
import { readCalls } from '../../../machine/calls/calls.ts';
import {
  lastAlpine,
  lastRelease,
  renamedPackage,
  replacedPackage,
} from '../../../machine/changed/distribution-packages.ts';
import { nodeLimit } from '../../../machine/languages/node-limits.ts';

export type BaseChange = {
  /** What the build starts from in its place, and what the newest of the tag does not do. */
  readonly instead?: { readonly image: string; readonly why: string };
  /** Packages under their old names, with those of today. */
  readonly names: readonly (readonly [old: string, now: string])[];
  /** Packages that only the Dockerfile can call by their names of today. */
  readonly gone: readonly (readonly [old: string, now: string])[];
  /** The distribution's own pip installs outside of a virtual environment. */
  readonly breaksSystem: boolean;
};

/** What the `RUN`s on a base ask for. */
type Asked = {
  readonly apt: readonly string[];
  readonly apk: readonly string[];
  /** The distribution's pip installs something. */
  readonly pip: boolean;
  /** Other repositories than the distribution's are asked. */
  readonly asksOthers: boolean;
  readonly text: string;
};

/** A build that starts from the base. All of a project share what its name means on the machine. */
export type BaseUse = {
  /** The commands of each `RUN` on it. */
  readonly runs: readonly string[];
  /** The files that the build sends, by their paths within the context. */
  readonly project: Repository;
  readonly dockerfile: string;
};

export function changeOfBase(image: string, uses: readonly BaseUse[]): BaseChange | undefined {
  const on = distributionOf(image);
  const asked = askedBy(uses);
  const language = newestOfLanguage(image, asked, uses);
  const system = on === undefined ? undefined : newestOfSystem(image, on, asked);
  const instead = language ?? system;
  const after = instead === undefined ? on : distributionOf(instead.image);
  const names = after === undefined ? [] : namesOn(after, asked);
  const gone = after === undefined ? [] : goneFrom(after, asked);
  const breaksSystem =
    after !== undefined &&
    asked.pip &&
    guardsSystem(after) &&
    !uses.some(({ dockerfile }) => leavesSystem(dockerfile));
  if (instead === undefined && names.length + gone.length === 0 && !breaksSystem) return undefined;
  return { names, gone, breaksSystem, ...(instead === undefined ? {} : { instead }) };
}

function askedBy(uses: readonly BaseUse[]): Asked {
  const calls = uses.flatMap(({ runs, project }) =>
    runs.flatMap((run) => readCalls(run, project).calls),
  );
  const text = uses.flatMap(({ runs }) => runs).join('\n');
  const packages = (words: RegExp, verb: string): readonly string[] =>
    calls
      .filter(({ word, args }) => words.test(word) && args.includes(verb))
      .flatMap(({ args }) => args.filter((arg) => /^[a-z0-9]/.test(arg)))
      .map((name) => name.replace(/[=~<>].*$/, ''));
  const apt = packages(/^(?:apt-get|apt|aptitude)$/, 'install');
  const apk = packages(/^apk$/, 'add');
  const hasPip = [...apt, ...apk].some((name) => /^(?:python3?|py3?)-pip$/.test(name));
  const usesPip = calls.some(
    ({ word, args }) =>
      (/^pip[23]?$/.test(word) && args.includes('install')) ||
      (/^python3?$/.test(word) && args[0] === '-m' && args[1] === 'pip'),
  );
  const asksOthers = /sources\.list|\bapt-key\b|\.gpg\b|\b(?:add-apt|apt-add)-repository\b/.test(
    text,
  );
  return { apt, apk, pip: hasPip && usesPip, asksOthers, text };
}

/** Debian from 12, Ubuntu from 23.04 and Alpine from 3.19 on keep pip out of what the system's packages own. */
const guardsSystem = ({ id, release }: Distribution): boolean =>
  release >= { debian: 12, ubuntu: 23.04, alpine: 19 }[id];

const leavesSystem = (dockerfile: string): boolean =>
  /break[-_]system[-_]packages|EXTERNALLY-MANAGED|\bvenv\b|\bvirtualenv\b|\bpipx\b/i.test(
    dockerfile,
  );

type Instead = NonNullable<BaseChange['instead']>;

/** An older release of a distribution where the newest has not all the packages. */
function newestOfSystem(
  image: string,
  on: Distribution,
  { apt, apk, asksOthers }: Asked,
): Instead | undefined {
  const { id, repository, tag } = on;
  if (on.release !== Number.POSITIVE_INFINITY) return undefined;
  const [name, last] =
    id === 'alpine'
      ? (oldest(apk, lastAlpine) ?? [])
      : (oldest(
          apt.filter((each) => renamedPackage(each, id, on.release, false) === undefined),
          (each) => lastRelease(each, id, asksOthers),
        ) ?? []);
  if (name === undefined || last === undefined) return undefined;
  const older = olderSystem(id, repository, tag, last);
  return older === undefined ? undefined : { image: older, why: lacks(image, name) };
}

function olderSystem(
  id: Distribution['id'],
  repository: string,
  tag: string,
  last: number,
): string | undefined {
  if (id === 'alpine') return alpineOf(repository, tag, last);
  if (repository === 'ubuntu') return tag === 'latest' ? `ubuntu:${last.toFixed(2)}` : undefined;
  if (repository === 'debian') {
    const slim = tag.includes('slim') ? '-slim' : '';
    return /^(?:latest|stable|stable-slim)$/.test(tag) ? `debian:${last}${slim}` : undefined;
  }
  // Images of languages have one variant for the release before the newest.
  const older = last === 12 ? onBookworm(repository, tag) : undefined;
  return older === undefined ? undefined : `${repository}:${older}`;
}

const lacks = (image: string, name: string): string =>
  `the newest \`${image}\` has no package \`${name}\``;

function oldest(
  names: readonly string[],
  lastOf: (name: string) => number | undefined,
): readonly [string, number] | undefined {
  return names
    .flatMap((name): (readonly [string, number])[] => {
      const last = lastOf(name);
      return last === undefined ? [] : [[name, last]];
    })
    .sort(([, a], [, b]) => a - b)[0];
}

function alpineOf(repository: string, tag: string, last: number): string | undefined {
  if (repository === 'alpine') return /^(?:latest|3)$/.test(tag) ? `alpine:3.${last}` : undefined;
  if (repository !== 'node') return undefined;
  const major = /^(\d+)/.exec(tag)?.[1];
  // Node.js up to 10 ended on Alpine 3.11; 12 to 14 had it as a variant.
  if (major !== undefined && Number(major) < 12) return undefined;
  if (last >= 15)
    return major !== undefined && Number(major) >= 14 && Number(major) <= 18
      ? `node:${major}-alpine3.15`
      : major === undefined
        ? 'node:16-alpine3.15'
        : undefined;
  if (major === undefined) return 'node:14-alpine3.11';
  return Number(major) <= 14 ? `node:${major}-alpine3.11` : undefined;
}

/** `lts`, `3-slim`, `8-apache`: the same on Debian 12. */
function onBookworm(repository: string, tag: string): string | undefined {
  const [, version = '', variant = ''] =
    /^(latest|lts|current|\d+)?-?(slim|apache|fpm|cli|zts)?$/.exec(tag) ?? [];
  if (!/^(?:node|python|ruby|php|golang|rust)$/.test(repository)) return undefined;
  if (version === '' && variant === '') return undefined;
  const parts =
    repository === 'node'
      ? [version.replace('latest', ''), 'bookworm', variant]
      : [version.replace('latest', ''), variant, 'bookworm'];
  return parts.filter((part) => part !== '').join('-');
}

/** Packages of today under their old names, for what the Dockerfile asks of this release. */
function namesOn(
  { id, release, repository }: Distribution,
  { apt, text }: Asked,
): BaseChange['names'] {
  if (id === 'alpine') return [];
  const isOtherLanguage =
    !/^(?:debian|ubuntu|python|pypy|buildpack-deps)$/.test(repository) && !/python2|py2/.test(text);
  const names = [...new Set(apt)].flatMap((name): (readonly [string, string])[] => {
    const now = renamedPackage(name, id, release, isOtherLanguage);
    return now === undefined ? [] : [[name, now]];
  });
  const needsPython =
    names.some(([, now]) => now.startsWith('python,')) && !names.some(([old]) => old === 'python');
  return needsPython ? [['python', 'python3'], ...names] : names;
}

const goneFrom = ({ id, release }: Distribution, { apt }: Asked): BaseChange['gone'] =>
  id === 'alpine'
    ? []
    : [...new Set(apt)].flatMap((name): (readonly [string, string])[] => {
        const now = replacedPackage(name, id, release);
        return now === undefined ? [] : [[name, now]];
      });

/** An older release of a language where a project does not run on the newest. */
function newestOfLanguage(
  image: string,
  asked: Asked,
  uses: readonly BaseUse[],
): Instead | undefined {
  const [, repository = '', tag = 'latest'] =
    /^(?:docker\.io\/)?(?:library\/)?(node|python|ruby|php|gradle|maven)(?::([\w.-]+))?$/.exec(
      image,
    ) ?? [];
  const row = languages[repository];
  const parts = row?.tags.exec(tag);
  if (row === undefined || parts === undefined || parts === null) return undefined;
  // The oldest of those that the projects want.
  const [found] = uses
    .flatMap(({ project }) => row.limit(project, asked, tag) ?? [])
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  if (found === undefined) return undefined;
  const variant = parts[1] ?? parts[2] ?? '';
  const wanted = `${repository}:${found.version}${variant === '' ? '' : `-${variant}`}`;
  const refused = refusedImage(wanted);
  if (refused !== undefined && refused.instead === undefined) return undefined;
  return {
    image: refused?.instead ?? wanted,
    why: found.why ?? `${found.by} does not run on the newest \`${image}\``,
  };
}

type Limit = { readonly version: string; readonly by: string; readonly why?: string };

type LanguageRow = {
  /** Tags that float; the first group is the variant. */
  readonly tags: RegExp;
  readonly limit: (project: Repository, asked: Asked, tag: string) => Limit | undefined;
};

const languages: Readonly<Record<string, LanguageRow>> = {
  node: {
    tags: /^(?:(?:latest|lts|current)(?:-(alpine|slim))?|(alpine|slim))$/,
    limit: (project) => {
      const limit = nodeLimit(project);
      return limit === undefined ? undefined : { version: String(limit.last), by: limit.by };
    },
  },
  python: {
    tags: /^(?:(?:latest|3)(?:-(alpine|slim))?|(alpine|slim))$/,
    limit: pythonLimit,
  },
  ruby: {
    tags: /^(?:latest(?:-(alpine|slim))?|(alpine|slim))$/,
    limit: rubyLimit,
  },
  php: {
    tags: /^(?:(?:latest|7)(?:-((?:apache|fpm|cli|zts)(?:-alpine)?|alpine))?|(apache|fpm|cli|alpine|fpm-alpine))$/,
    limit: phpLimit,
  },
  gradle: {
    tags: /^(?:latest|alpine|jdk|jre)$/,
    limit: ({ read }) =>
      /^\s*(?:compile|testCompile|runtime)\s*(?:['"(]|group:)/m.test(read('build.gradle') ?? '')
        ? { version: '6-jdk8', by: '`compile` of `build.gradle`' }
        : undefined,
  },
  maven: {
    tags: /^(?:latest|3)$/,
    limit: ({ read }) => {
      const level = /<(?:maven\.compiler\.)?(?:source|target)>\s*(?:1\.)?([5-7])\s*</.exec(
        read('pom.xml') ?? '',
      )?.[1];
      return level === undefined
        ? undefined
        : { version: '3-jdk-8', by: `Java ${level} of \`pom.xml\`` };
    },
  },
};

/** `NAME MAJOR[.MINOR]`: the last Python 3 that releases of a package run on, or have wheels for. */
const pythonPins: readonly (readonly [name: string, releases: RegExp, last: number])[] = [
  ['django', /^1\.[0-9]\b|^1\.10\b/, 6],
  ['django', /^1\.11\b|^2\./, 9],
  ['django', /^3\.[01]\b/, 9],
  ['numpy', /^1\.(?:\d|1[0-3])\b/, 6],
  ['numpy', /^1\.1[45]\b/, 7],
  ['numpy', /^1\.1[678]\b/, 8],
  ['numpy', /^1\.(?:19|20)\b/, 9],
  ['numpy', /^1\.2[12]\b/, 10],
  ['numpy', /^1\.2[345]\b/, 11],
  ['pandas', /^0\.(?:1\d|2[012])\b/, 6],
  ['pandas', /^0\.2[34]\b/, 7],
  ['pandas', /^(?:0\.25|1\.0)\b/, 8],
  ['pandas', /^1\.[12]\b/, 9],
  ['pandas', /^1\.[34]\b/, 10],
  ['pandas', /^1\.5\b/, 11],
  ['scipy', /^(?:0\.|1\.0\b)/, 6],
  ['scipy', /^1\.[12]\b/, 7],
  ['scipy', /^1\.[34]\b/, 8],
  ['tensorflow', /^1\.(?:\d|1[0-2])\b/, 6],
  ['tensorflow', /^1\.1[345]\b/, 7],
  ['celery', /^[34]\./, 9],
  ['flask', /^0\./, 9],
  ['jinja2', /^2\./, 9],
  ['nose', /^1\./, 9],
  ['tornado', /^[345]\./, 9],
  ['pytest', /^[345]\./, 9],
  ['aiohttp', /^[123]\.[0-7]\b/, 9],
  ['lxml', /^[34]\.[0-6]\b/, 9],
  ['cryptography', /^[12]\./, 9],
  ['psycopg2-binary', /^2\.[0-8]\b/, 9],
  ['pillow', /^[2-7]\./, 8],
];

function pythonLimit({ paths, read }: Repository): Limit | undefined {
  const lists = paths.filter((path) => /^[\w./-]*requirements[\w./-]*\.txt$/.test(path));
  const found = lists.flatMap((path) =>
    [
      ...(read(path) ?? '').matchAll(
        /^\s*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:==|~=)\s*([\w.]+)/gm,
      ),
    ].flatMap(([, name = '', release = '']) =>
      pythonPins
        .filter(
          ([other, releases]) =>
            other === name.toLowerCase().replaceAll('_', '-') && releases.test(release),
        )
        .map(([, , last]) => ({ last, by: `${name} ${release} of \`${path}\`` })),
    ),
  );
  // The newest that all of them run on.
  const [first] = found.sort((a, b) => a.last - b.last);
  return first === undefined ? undefined : { version: `3.${first.last}`, by: first.by };
}

function rubyLimit({ read }: Repository): Limit | undefined {
  const gemfile = read('Gemfile') ?? '';
  const wanted = /^\s*ruby\s*\(?\s*['"](\d+\.\d+(?:\.\d+)?)['"]/m.exec(gemfile)?.[1];
  if (wanted !== undefined)
    return {
      version: wanted,
      by: `Ruby ${wanted}`,
      why: `Bundler refuses any Ruby but ${wanted}, which the \`Gemfile\` names`,
    };
  const lock = read('Gemfile.lock') ?? '';
  return /^BUNDLED WITH\s+1\./m.test(lock) || /^\s{4}rails \([345]\./m.test(lock)
    ? { version: '2.6', by: 'what `Gemfile.lock` lists' }
    : undefined;
}

function phpLimit({ read }: Repository, { text }: Asked, tag: string): Limit | undefined {
  if (/docker-php-ext-install[^&|;]*\bmcrypt\b/.test(text))
    return { version: '7.1', by: 'mcrypt', why: 'PHP has no extension `mcrypt` since 7.2' };
  if (/--with-(?:freetype|jpeg|png)-dir\b/.test(text))
    return {
      version: '7.3',
      by: 'gd',
      why: 'since PHP 7.4, `gd` takes no `--with-freetype-dir`, `--with-jpeg-dir` or `--with-png-dir`',
    };
  if (tag.startsWith('7')) return undefined;
  const { require = {} } = jsonOf(read('composer.json'));
  const wanted = /^\s*[\^~]\s*([57])\b/.exec(String(require['php'] ?? ''))?.[1];
  if (wanted !== undefined)
    return { version: wanted === '5' ? '5.6' : '7.4', by: `PHP ${wanted} of \`composer.json\`` };
  return /^\s*[\^~]?\s*5\./.test(String(require['laravel/framework'] ?? ''))
    ? { version: '7.4', by: 'Laravel 5' }
    : undefined;
}

function jsonOf(text: string | undefined): {
  readonly require?: Readonly<Record<string, unknown>>;
} {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
