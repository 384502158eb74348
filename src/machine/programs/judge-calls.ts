// Holds every call against the machine that it runs on. Each call has one verdict; none is silent.

import type { Call } from '../calls/calls.ts';
import { builtins } from './base-programs.ts';
import type { Machine } from './facts.ts';
import { words } from './facts.ts';
import { type InstallRow, installRow } from './installs.ts';
import { goPrograms, packagePrograms } from './language-programs.ts';
import { hostedRunner } from './machines.ts';
import { managerUse } from './version-managers.ts';

export type Verdict =
  /** It works; `by` says what brings it. */
  | { readonly kind: 'works'; readonly by: string }
  /** A generated step, or a function, brings it. */
  | { readonly kind: 'installed'; readonly row: InstallRow }
  /** Nobody brings it, and a person has to. */
  | { readonly kind: 'missing'; readonly help: string }
  /** No table knows it. `mayCome`: commands before it may bring it. */
  | { readonly kind: 'unknown'; readonly mayCome: boolean };

export type JudgeContext = {
  readonly machine: Machine;
  /** What the setup step of the language brings. */
  readonly setUp: ReadonlySet<string>;
  /** Functions and stand-ins of the script. */
  readonly functions: ReadonlySet<string>;
  readonly job: JobInstalls;
};

/** What the commands of a job bring themselves. */
export type JobInstalls = {
  /** Names of packages. */
  readonly packages: readonly string[];
  /** Some command installs what a file of the project lists. */
  readonly hasDependencies: boolean;
  /** Some command fetches or runs what nobody read. */
  readonly hasOthers: boolean;
  /** A script or a recipe that nobody read may install more. */
  readonly hasVendored: boolean;
  /** What commands download, as they say it. */
  readonly downloads: string;
};

export const jobInstalls = (calls: readonly Call[]): JobInstalls => ({
  packages: [...new Set(calls.flatMap(packagesInstalled))],
  hasDependencies: calls.some(installsDependencies),
  hasOthers: calls.some(brings),
  hasVendored: calls.some(
    ({ word, args, isLiteral }) =>
      !isLiteral ||
      /^(?:make|bash|sh|source|\.|eval)$/.test(word) ||
      (word.includes('/') && !word.startsWith('/')) ||
      (args.includes('./...') && word === 'go' && args[0] === 'install'),
  ),
  downloads: calls
    .filter(
      ({ word, args }) =>
        /^(?:curl|wget|gsutil|gcloud|apt-key|add-apt-repository)$/.test(word) ||
        (word === 'git' && args.some((arg) => /^(?:clone|submodule|archive)$/.test(arg))),
    )
    .flatMap(({ args }) => args)
    .join(' ')
    .toLowerCase(),
});

/** Programs whose downloads are called otherwise. */
const downloadNames: Readonly<Record<string, RegExp>> = {
  go: /golang|\bgo\d+\.\d/,
  node: /nodejs|node-v\d/,
  npm: /nodejs|node-v\d/,
  gcloud: /cloud\.google\.com|google-cloud-sdk|cloud-sdk/,
  gsutil: /cloud\.google\.com|google-cloud-sdk|cloud-sdk/,
  eb: /aws-elastic-beanstalk|elasticbeanstalk/,
  mongo: /mongodb/,
  mongod: /mongodb/,
  psql: /postgresql/,
  cqlsh: /cassandra/,
};

/** Whether something is downloaded that is called like a program. */
const isDownloaded = (name: string, { downloads }: JobInstalls): boolean =>
  (Object.hasOwn(downloadNames, name) ? downloadNames[name] : undefined)?.test(downloads) ??
  (name.length > 2 &&
    new RegExp(
      `(?:^|[^a-z0-9])${name.toLowerCase().replace(/[^a-z0-9]/g, '.')}(?:[^a-z0-9]|$)`,
    ).test(downloads));

/** What setup steps bring, by the key of the language. */
export const broughtBySetup: Readonly<Record<string, ReadonlySet<string>>> = {
  node_js: new Set(words('node nodejs npm npx corepack')),
  python: new Set(words('python python3 pip pip3 pypy pypy3 pydoc easy_install')),
  ruby: new Set(words('ruby gem bundle bundler rake irb erb jruby')),
  go: new Set(words('go gofmt')),
  php: new Set(words('php phpize pecl pickle pear php-config composer phpunit')),
  java: new Set(words('java javac jar keytool javadoc')),
  scala: new Set(words('java javac jar sbt')),
  clojure: new Set(words('java javac jar lein')),
};

const works = (by: string): Verdict => ({ kind: 'works', by });

export function judgeCall(call: Call, context: JudgeContext): Verdict {
  const { word, isLiteral } = call;
  if (context.functions.has(word)) return works('a function');
  if (!isLiteral) return works('decided when it runs');
  if (builtins.has(word) || word === '') return works('the shell');
  if (managerUse(call) !== undefined) return works('a version manager, looked at by itself');
  const { machine } = context;
  if (machine.programs === undefined) return works('your image');
  const name = /^\/(?:usr\/(?:local\/)?)?s?bin\/([\w.+-]+)$/.exec(word)?.[1] ?? word;
  if (name.includes('/')) return works('a file');
  if (context.setUp.has(name)) return works('the setup step');
  if (machine.programs.has(name)) return works(machine.title);
  const row = installRow(name);
  const { packages, hasDependencies, hasOthers } = context.job;
  const { local } = call;
  if (local?.some((one) => isBroughtBy(name, row, one)) === true) return works('the dependencies');
  // An interpreter of another version is not a dependency.
  const isInterpreter = /^(?:python|pip|ruby|php|node)\d[\d.]*$/.test(name);
  if (isInterpreter && row === undefined && !packages.includes(name)) {
    return { kind: 'missing', help: 'name the version in the file and convert again' };
  }
  if (packages.some((one) => isBroughtBy(name, row, one))) return works('a command before');
  if (isDownloaded(name, context.job)) return works('a command before');
  if (row !== undefined) {
    const isRunner = machine.user === 'runner';
    const canInstall = isRunner
      ? row.ubuntu !== undefined || row.runner !== undefined || row.standIn !== undefined
      : row.debian !== undefined || row.image !== undefined;
    if (canInstall) return { kind: 'installed', row };
  }
  const ecosystem = packages.length > 0 || hasDependencies;
  // Any package may bring what a script of the project calls.
  if (local !== undefined && row === undefined && !hostedRunner.programs?.has(name))
    return works('the dependencies');
  // Go installs what it is told by name, and nothing besides.
  if (goPrograms.has(name) && row === undefined)
    return context.job.hasVendored
      ? works('the dependencies')
      : {
          kind: 'missing',
          help: `no command installs it: add \`go install\` with its module before the call`,
        };
  if (packagePrograms.has(name) && ecosystem && row === undefined) return works('the dependencies');
  if (row?.byHand !== undefined) return { kind: 'missing', help: row.byHand };
  if (row !== undefined || packagePrograms.has(name)) {
    return { kind: 'missing', help: 'install it in the first commands of the section' };
  }
  if (hostedRunner.programs?.has(name)) {
    return {
      kind: 'missing',
      help: 'the runner has it: run the command in `pre_ci` or `push`, or install it first',
    };
  }
  return { kind: 'unknown', mayCome: ecosystem || hasOthers };
}

const installers: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  npm: ([first]) => /^(?:install|i|add|ci)$/.test(first ?? ''),
  yarn: (args) => args[0] === 'global' || args[0] === 'add',
  pip: ([first]) => first === 'install',
  pip2: ([first]) => first === 'install',
  pip3: ([first]) => first === 'install',
  pipx: ([first]) => first === 'install',
  easy_install: () => true,
  conda: (args) => args.includes('install') || args.includes('create'),
  gem: ([first]) => first === 'install' || first === 'i',
  'apt-get': (args) => args.includes('install') || args.includes('build-dep'),
  apt: (args) => args.includes('install'),
  aptitude: (args) => args.includes('install'),
  apk: (args) => args.includes('add'),
  yum: (args) => args.includes('install'),
  brew: (args) => args.includes('install'),
  snap: (args) => args.includes('install'),
  go: ([first]) => first === 'get' || first === 'install',
  cargo: ([first]) => first === 'install',
  composer: (args) => args.includes('require'),
  pecl: (args) => args.includes('install'),
  cpan: () => true,
  cpanm: () => true,
  stack: (args) => args.includes('install'),
  cabal: (args) => args.includes('install'),
  luarocks: (args) => args.includes('install'),
  gcloud: (args) => args.includes('components'),
};

function packagesInstalled({ word, args }: Call): readonly string[] {
  const python = /^python[\d.]*$/.test(word) && args[0] === '-m' && args[1] === 'pip';
  const isInstaller = python || (Object.hasOwn(installers, word) && installers[word]?.(args));
  if (!isInstaller) return [];
  return args
    .filter((arg) => !arg.startsWith('-'))
    .map((arg) => arg.replace(/(?:\[.*\]|[=<>!~]=?.*|(?<=.)@[^/]*)$/, ''))
    .map((arg) => arg.split('/').at(-1) ?? arg);
}

/** Packages whose programs have other names. */
const otherNames: Readonly<Record<string, string>> = {
  awsebcli: 'eb',
  'esl-erlang': 'erl erlc',
  erlang: 'erl erlc',
  'build-essential': 'gcc g++ make',
  cpanminus: 'cpanm',
  protractor: 'webdriver-manager',
  'App::cpanminus': 'cpanm',
  'libxml2-utils': 'xmllint',
  'mongodb-org': 'mongo mongod',
  'mongodb-org-shell': 'mongo',
  'qt5-default': 'qmake',
  'rabbitmq-server': 'rabbitmqctl',
  'texlive-full': 'pdflatex latex xelatex bibtex',
};

/** Whether a package brings a program: by its own row, or because one is called after the other. */
function isBroughtBy(program: string, row: InstallRow | undefined, name: string): boolean {
  if (name === program) return true;
  if (Object.hasOwn(otherNames, name) && words(otherNames[name] ?? '').includes(program))
    return true;
  const packages = [row?.ubuntu, ...(row?.debian?.split('|') ?? [])];
  if (packages.includes(name)) return true;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/(?:[-_.]?(?:cli|client|bin|tools?|js|py|rb))?[\d.-]*$/, '')
      .replace(/[^a-z0-9]/g, '');
  const a = plain(program);
  const b = plain(name);
  return (
    a.length > 1 &&
    b.length > 1 &&
    (a === b || (b.length > 3 && a.startsWith(b)) || (a.length > 2 && b.startsWith(a)))
  );
}

/** Installs what a file of the project lists. */
const installsDependencies = ({ word, args }: Call): boolean =>
  /^(?:bundle|bundler|composer|mvn|gradle|sbt|lein|glide|dep|godep|pipenv|poetry|bower|cargo|yarn|dotnet|nuget|meteor)$/.test(
    word,
  ) ||
  (/^(?:npm|pip[\d.]*|gem|go)$/.test(word) && args.length > 0) ||
  (/^python[\d.]*$/.test(word) && args.some((arg) => arg.endsWith('setup.py')));

/** Fetches something that may hold programs, or runs what nobody read. */
const brings = ({ word, isLiteral }: Call): boolean =>
  !isLiteral ||
  word.includes('/') ||
  /^(?:curl|wget|git|tar|unzip|make|cmake|install|cp|ln|dpkg|rpm|source|\.|sh|bash|eval|export)$/.test(
    word,
  );

/** One call of a job with its verdict. */
export type JudgedCall = {
  readonly job: string;
  readonly call: Call;
  /** What it runs on. */
  readonly machine: string;
  readonly verdict: Verdict;
  /** Whether a diagnostic can name a place for it. */
  readonly isReported: boolean;
};
