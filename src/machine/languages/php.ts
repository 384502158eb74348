// What a project of PHP finds on a runner of today, where setup-php has installed the language: extensions that
// packages and PECL brought, the folders of phpenv, and a Composer that refuses what Composer 1 did.

import { objectOf, parseJson, parseObject, textOf } from '../../ground/json.ts';
import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';
import type { Edit } from '../calls/edit.ts';
import { withoutPackages } from '../calls/packages.ts';

/** An extension as the input `extensions` of setup-php takes it: `redis`, `apcu-4.0.11`. */
export type Extension = string;

export type PhpChange = {
  readonly edits: readonly Edit[];
  readonly extensions: readonly Extension[];
  /** Packages of apt that the setup step makes needless, as written. */
  readonly packages: readonly string[];
  /** Why a call does nothing any more, for a message. */
  readonly why?: string;
};

/** `php5-curl`, `php7.0-xml`: packages of a release that Ubuntu 24.04 does not have. */
const versioned = /^php(?:5|[5-7]\.\d)(?:-(.+))?$/;

/** Packages that are no extension, or several. */
const packages: Readonly<Record<string, readonly Extension[]>> = {
  cli: [],
  common: [],
  cgi: [],
  dev: [],
  fpm: [],
  opcache: [],
  readline: [],
  mysql: ['mysqli', 'pdo_mysql'],
  mysqlnd: ['mysqli', 'pdo_mysql'],
  pgsql: ['pgsql', 'pdo_pgsql'],
  sqlite: ['sqlite3', 'pdo_sqlite'],
  sqlite3: ['sqlite3', 'pdo_sqlite'],
  apc: ['apcu'],
  xml: ['xml', 'dom', 'simplexml', 'xmlwriter'],
};

/** Packages of the machine's own PHP that are extensions: setup-php has installed another PHP. */
const unversioned =
  /^php-(amqp|apcu|bcmath|curl|gd|gearman|gmp|imagick|imap|intl|ldap|mbstring|memcached?|mongodb|mysql|pgsql|redis|soap|sqlite3|ssh2|xdebug|xml|zip)$/;

/** The extensions of a package; undefined for any other. */
function extensionsOf(name: string): readonly Extension[] | undefined {
  if (name === 'php-pear') return [];
  const own = unversioned.exec(name)?.[1];
  if (own !== undefined) return Object.hasOwn(packages, own) ? packages[own] : [own];
  const match = versioned.exec(name);
  if (match === null) return undefined;
  const [, extension] = match;
  if (extension === undefined) return [];
  return Object.hasOwn(packages, extension) ? packages[extension] : [extension];
}

const none: PhpChange = { edits: [], extensions: [], packages: [] };

/**
 * What a call becomes where setup-php has installed PHP: packages and PECL's extensions are the setup step's, which
 * knows the release that each version of PHP takes.
 */
export function changePhpCall(call: Call, text: string, repository: Repository): PhpChange {
  const { word, args, offset } = call;
  if (/^(?:apt-get|apt|aptitude)$/.test(word) && args.includes('install')) {
    const { edits, names } = withoutPackages(
      call,
      text,
      (name) => extensionsOf(name) !== undefined,
    );
    return {
      edits,
      extensions: names.flatMap((name) => extensionsOf(name) ?? []),
      packages: names,
    };
  }
  const at = call.wrappers[0]?.offset ?? offset;
  const silence: readonly Edit[] = at === undefined ? [] : [{ start: at, end: at, text: ': ' }];
  if (/^(?:pecl|pickle)$/.test(word) && args[0] === 'install' && silence.length > 0) {
    const names = args.slice(1).filter((arg) => /^[a-z]\w*(?:-[\d.]+\w*)?$/i.test(arg));
    if (names.length === 0) return none;
    return {
      ...none,
      edits: silence,
      extensions: names,
      why: 'the setup step of PHP installs the extension, in a release that this version of PHP takes',
    };
  }
  if (word === 'phpenv' && args[0] === 'config-add') {
    const file = (args[1] ?? '').replace(
      /^(?:\.\/|"?\$\{?(?:PWD|SHIPPABLE_BUILD_DIR|TRAVIS_BUILD_DIR)\}?\/)/,
      '',
    );
    return { ...none, extensions: loadedBy(repository.read(file.replace(/"/g, '')) ?? '') };
  }
  const phar = copyOfPhpUnit(call, text);
  if (phar !== undefined)
    return {
      ...none,
      edits: [phar],
      why: 'the PHPUnit of today runs on new versions of PHP alone; the one of the setup step, which this PHP runs, takes its place',
    };
  if (/^composer(?:\.phar)?$/.test(word) && silence.length > 0) {
    const [first, second] = args.filter((arg) => !arg.startsWith('-'));
    if (first === 'global' && second === 'require' && args.some((arg) => /prestissimo/.test(arg)))
      return {
        ...none,
        edits: silence,
        why: 'Composer 2 downloads in parallel by itself, and refuses this plugin',
      };
    if (word === 'composer' && /^self-?update$/.test(first ?? '') && second === undefined)
      return {
        ...none,
        edits: silence,
        why: 'the setup step has installed the newest Composer that this PHP runs',
      };
    if (
      /^self-?update$/.test(first ?? '') &&
      (args.includes('--1') || /^1\./.test(second ?? '') || args.includes('--rollback'))
    )
      return {
        ...none,
        edits: silence,
        why: 'Packagist has served only Composer 2 since 2025',
      };
  }
  return none;
}

/** What takes the place of a download of the newest PHPUnit: the file that setup-php has installed. */
function copyOfPhpUnit(
  { word, args, offset, command, wrappers }: Call,
  text: string,
): Edit | undefined {
  const end = command.words.at(-1)?.end;
  if (!/^(?:wget|curl)$/.test(word) || offset === undefined || end === undefined) return undefined;
  if (!args.some((arg) => /^(?:https?:\/\/)?phar\.phpunit\.de\/phpunit\.phar$/.test(arg)))
    return undefined;
  const own = command.words.slice(command.words.length - args.length);
  const isOut = word === 'wget' ? /^(?:-\w*O|--output-document)$/ : /^(?:-\w*o|--output)$/;
  const at = args.findIndex((arg) => isOut.test(arg));
  const next = own[at + 1];
  const glued = args.find((arg) => /^--output(?:-document)?=/.test(arg))?.replace(/^[^=]*=/, '');
  const file =
    glued ?? (at >= 0 && next !== undefined ? text.slice(next.start, next.end) : undefined);
  const isNamed = word === 'wget' || args.some((arg) => /^(?:-\w*O\w*|--remote-name)$/.test(arg));
  const target = file ?? (isNamed ? 'phpunit.phar' : '-');
  const source = '"$(command -v phpunit)"';
  if (target === '/usr/local/bin/phpunit')
    return { start: wrappers[0]?.offset ?? offset, end, text: ':' };
  return { start: offset, end, text: target === '-' ? `cat ${source}` : `cp ${source} ${target}` };
}

/**
 * The PHPUnit for tests that were written for releases before 6, whose classes had no namespace: the newest of those that
 * runs on each of these versions of PHP. Undefined where setup-php chooses one of them itself, or none runs.
 */
export function phpUnitForOldTests(
  versions: readonly string[],
  { paths, read }: Repository,
): string | undefined {
  const numbers = versions.map(Number);
  if (!numbers.some((one) => one >= 7) || !numbers.every((one) => one < 7.4)) return undefined;
  const isOld = paths
    .filter((path) => /test[^/]*(?:\/.*)?\.php$/i.test(path) && !/(?:^|\/)vendor\//.test(path))
    .slice(0, 300)
    .some((path) => /\bPHPUnit_Framework_\w+/.test(read(path) ?? ''));
  if (!isOld) return undefined;
  return Math.min(...numbers) < 5.6 ? '4.8.36' : '5.7.27';
}

/** Extensions that lines of a php.ini load, as Shippable's builds of PHP had them compiled. */
export const loadedBy = (text: string): readonly Extension[] =>
  [...text.matchAll(/\bextension\s*=\s*["']?([a-z]\w*?)(?:\.so)?["']?\s*(?:["'\\]|$)/gim)].flatMap(
    ([, name]) => (name === undefined ? [] : [name.toLowerCase()]),
  );

/** Lines that give phpenv's folders to a runner, where its PHP is Ubuntu's. */
const phpenvFolders = [
  `phpenv=~/.phpenv/versions/$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')`,
  `etc=$(php -n -r 'echo dirname(PHP_CONFIG_FILE_SCAN_DIR);')`,
  'mkdir -p "$phpenv"',
  'ln -sfn "$etc" "$phpenv/etc"',
  'ln -sfn /usr/bin "$phpenv/bin"',
  'sudo touch "$etc/php.ini"',
  'sudo chmod a+w "$etc" "$etc/conf.d" "$etc/php.ini"',
];

export type ComposerNeeds = {
  /** The setup step installs Composer 1, which alone runs the plugins of the lock file. */
  readonly isFirst: boolean;
  /** Composer runs no plugin that nobody has allowed. */
  readonly hasPlugins: boolean;
  /** The lock file holds plugins, and the project allows none. */
  readonly lacksPlugins: boolean;
  /** The project says which plugins may run. */
  readonly isDecided: boolean;
  /** Composer takes no release with known vulnerabilities when it chooses releases itself. */
  readonly chooses: boolean;
};

type LockedPackage = {
  readonly type: string;
  /** Range of Composer's plugin API that it needs; undefined where it is no plugin. */
  readonly api: string | undefined;
};

/**
 * What Composer has to be told to install what it did; undefined where nothing calls it. Composer 2.2 and later run
 * only plugins that are allowed, 2.9 and later take no release with a known vulnerability but from a lock file.
 */
export function composerNeeds(
  calls: readonly Call[],
  repository: Repository,
): ComposerNeeds | undefined {
  const used = calls.flatMap(({ word, args }) => {
    const isPhar = /^php[\d.]*$/.test(word) && args.some((arg) => phar.test(arg));
    if (!isPhar && !/(?:^|\/)composer(?:\.phar)?$/.test(word)) return [];
    const words = args.filter((arg) => !arg.startsWith('-') && !phar.test(arg));
    const verb = words[0] === 'global' ? `global ${words[1] ?? ''}` : (words[0] ?? '');
    return [{ verb, isPhar: isPhar || phar.test(word) }];
  });
  const resolves = used.some(({ verb }) =>
    /^(?:global )?(?:update|upgrade|u|require|create-project)$/.test(verb),
  );
  const installs = used.some(({ verb }) => /^(?:install|i)$/.test(verb));
  if (!resolves && !installs) return undefined;
  const lock = repository.paths.includes('composer.lock');
  const locked = lock ? lockedPackages(repository) : undefined;
  const plugins = locked?.filter(({ type }) => type === 'composer-plugin');
  // A file that the project brings or downloads is of the release that it is.
  const isOfStep = used.every(({ isPhar }) => !isPhar);
  const isFirst = !resolves && isOfStep && plugins?.some(needsFirst) === true;
  const manifest = objectOf(parseJson(repository.read('composer.json') ?? ''));
  const isDecided = objectOf(manifest['config'])['allow-plugins'] !== undefined;
  return {
    isFirst,
    isDecided,
    lacksPlugins: !isDecided && installs && plugins !== undefined && plugins.length > 0,
    hasPlugins: !isFirst && !isDecided && (resolves || plugins === undefined || plugins.length > 0),
    chooses: resolves || !lock,
  };
}

const phar = /(?:^|\/)composer\.phar$/;

/** A plugin whose release knows only Composer 1. */
const needsFirst = ({ api }: LockedPackage): boolean =>
  api !== undefined && /1\./.test(api) && !/2|\*|>/.test(api);

/** Of both lists; undefined where the file is too large to read, or not JSON. */
function lockedPackages(repository: Repository): readonly LockedPackage[] | undefined {
  const lock = parseObject(repository.read('composer.lock') ?? '');
  if (lock === undefined) return undefined;
  return [lock['packages'], lock['packages-dev']].flatMap((list) =>
    (Array.isArray(list) ? list : []).map((one): LockedPackage => {
      const { type, require } = objectOf(one);
      return {
        type: textOf(type) ?? '',
        api: textOf(objectOf(require)['composer-plugin-api']),
      };
    }),
  );
}

/** The lines of a step that prepares PHP. `texts`: everything that commands and their scripts say. */
export function phpLines(
  texts: readonly string[],
  composer: ComposerNeeds | undefined,
): readonly string[] {
  return [
    ...(composer?.hasPlugins === true
      ? [
          '# Since 2.2 Composer runs only the plugins that are allowed.',
          'composer config --global --no-plugins allow-plugins true',
        ]
      : []),
    ...(composer?.chooses === true
      ? [
          '# Since 2.9 Composer refuses releases with known vulnerabilities.',
          'echo COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
        ]
      : []),
    ...(texts.some((text) => /\.phpenv\/versions\//.test(text)) ? phpenvFolders : []),
  ];
}
